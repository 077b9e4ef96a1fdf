// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"

#include <QCoreApplication>

#include <algorithm>

namespace tiepdon {
namespace {

/// A list in an answer. Internal when the hub's answer has none.
template <class Row>
Result<std::vector<Row>> listIn(const Json &json, const char *field)
{
    const auto it = json.find(field);
    auto rows = it == json.end() ? Result<std::vector<Row>>(Error{})
                                 : fromJson<std::vector<Row>>(*it, UnknownFields::Ignore);
    if (!rows)
        return Error{ErrorCode::Internal, std::string("the hub's answer has no list of ") + field, {}};
    return rows;
}

void end(const Context &context, const Error &error) { QCoreApplication::exit(context.failed(error)); }

} // namespace

void change(const Context &context, HubClient &hub, const AccessCommand &command,
            const std::function<int(const Json &)> &answer)
{
    hub.administer(command, &hub, [&context, answer](const Result<Json> &reply) {
        QCoreApplication::exit(reply ? answer(*reply) : context.failed(reply.error()));
    });
}

void question(const Context &context, HubClient &hub, std::string_view method, const Json &params,
              const std::function<void(const Json &)> &next)
{
    hub.request(method, params, &hub, [&context, next](const Result<Json> &reply) {
        if (reply)
            next(*reply);
        else
            end(context, reply.error());
    });
}

void withStaff(const Context &context, HubClient &hub, const std::function<void(std::vector<StaffRow>)> &next)
{
    question(context, hub, kStaffListMethod, Json::object(), [&context, next](const Json &reply) {
        auto rows = listIn<StaffRow>(reply, "staff");
        if (rows)
            next(*rows);
        else
            end(context, rows.error());
    });
}

void withDevices(const Context &context, HubClient &hub, const std::function<void(std::vector<DeviceRow>)> &next)
{
    question(context, hub, kDeviceListMethod, Json::object(), [&context, next](const Json &reply) {
        auto rows = listIn<DeviceRow>(reply, "devices");
        if (rows)
            next(*rows);
        else
            end(context, rows.error());
    });
}

void withMember(const Context &context, HubClient &hub, const QString &accountOrId,
                const std::function<void(const StaffRow &)> &next)
{
    withStaff(context, hub, [&context, accountOrId, next](const std::vector<StaffRow> &staff) {
        const std::string account = accountOrId.toLower().toStdString();
        const auto id = positiveNumber(accountOrId);
        // an account may be made of digits: the name goes first
        auto it
            = std::find_if(staff.begin(), staff.end(), [&](const StaffRow &row) { return row.account == account; });
        if (it == staff.end() && id)
            it = std::find_if(staff.begin(), staff.end(),
                              [&](const StaffRow &row) { return row.staff.value == *id; });
        if (it == staff.end())
            end(context,
                {ErrorCode::UnknownStaff,
                 "no account or id is " + account,
                 {{"account", accountOrId.toStdString()}}});
        else
            next(*it);
    });
}

std::optional<std::vector<Role>> rolesFrom(const QString &text)
{
    std::vector<Role> roles;
    for (const QString &part : text.split(u',')) {
        const std::string wanted = part.trimmed().toStdString();
        const auto known = names(Role());
        const auto it = std::find(known.begin(), known.end(), wanted);
        if (it == known.end())
            return std::nullopt;
        const auto role = static_cast<Role>(it - known.begin());
        if (std::find(roles.begin(), roles.end(), role) == roles.end())
            roles.push_back(role);
    }
    return roles;
}

QString rolesText(const std::vector<Role> &roles)
{
    QStringList list;
    for (const Role role : roles)
        list.append(toQt(nameOf(role)));
    return list.join(QStringLiteral(", "));
}

std::optional<TimeMs> timeFrom(const QString &text, bool isEnd)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10)
        return (isEnd ? day.addDays(1) : day).startOfDay().toMSecsSinceEpoch();
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid())
        return std::nullopt;
    return moment.toMSecsSinceEpoch();
}

QString momentText(TimeMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString tableText(const QStringList &headings, const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths;
    for (const QString &heading : headings)
        widths.push_back(heading.size());
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            auto &width = widths.at(static_cast<std::size_t>(i));
            width = std::max(width, row.at(i).size());
        }
    }
    const auto line = [&widths](const QStringList &cells) {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += cells.at(i).leftJustified(widths.at(static_cast<std::size_t>(i)) + 2);
        while (text.endsWith(u' '))
            text.chop(1);
        return text + u'\n';
    };
    QString text = line(headings);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

} // namespace tiepdon
