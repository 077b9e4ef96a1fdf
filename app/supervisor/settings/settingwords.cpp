// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingwords.h"

#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/session/languageword.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SettingWords)
};

QString localText(const Json &value)
{
    const auto text = fromJson<LocalText>(value, UnknownFields::Ignore);
    return text ? inLanguage(*text) : QString();
}

QString bothText(const Json &value)
{
    const auto text = fromJson<LocalText>(value, UnknownFields::Ignore);
    if (!text || (text->vi.empty() && text->en.empty()))
        return Words::tr("nothing");
    return text->en.empty() ? fromUtf8(text->vi) + Words::tr(" (no English)")
                            : fromUtf8(text->vi) + QStringLiteral(" / ") + fromUtf8(text->en);
}

QString timeWords(TimeMs time) { return Words::tr("%1 min").arg(minutesTyped(time)); }

QString promiseText(const Json &promise, const NameOf &nameOf)
{
    QString text = nameOf({SettingKind::Segment, numberIn(promise, "segment")});
    if (const TimeMs level = numberIn(promise, "serviceLevelMs"); level > 0)
        text += QLatin1Char(' ') + timeWords(level);
    if (const auto weight = numberIn(promise, "weightPermille"); weight > 0)
        text += QStringLiteral(" ×") + factorTyped(weight);
    return text;
}

QString listText(const Json &list, const std::function<QString(const Json &)> &textOf)
{
    QStringList parts;
    for (const Json &item : list)
        parts << textOf(item);
    return parts.isEmpty() ? Words::tr("none") : parts.join(QStringLiteral(", "));
}

QString conditionText(const Json &condition)
{
    const auto read = fromJson<SegmentCondition>(condition, UnknownFields::Ignore);
    if (!read)
        return {};
    const QString fact = factWord(read->fact);
    if (factWantsText(read->fact))
        return fact + QStringLiteral(" ") + fromUtf8(read->text);
    return factWantsNumber(read->fact) ? fact + QLatin1Char(' ') + QLocale().toString(qlonglong(read->number))
                                       : fact;
}

/// Of one member of staff, the service's level.
std::int64_t levelOf(const Json &staff, std::int64_t service)
{
    if (staff.is_object() && staff.contains("skills")) {
        for (const Json &skill : staff["skills"]) {
            if (skill.value("service", std::int64_t(0)) == service)
                return skill.value("level", std::int64_t(0));
        }
    }
    return 0;
}

void addSkills(const Json &was, const Json &is, const NameOf &nameOf, std::vector<Difference> &all)
{
    std::vector<std::int64_t> services;
    for (const Json *side : {&was, &is}) {
        for (const Json &skill : (*side)["skills"]) {
            const auto id = skill.value("service", std::int64_t(0));
            if (std::find(services.begin(), services.end(), id) == services.end())
                services.push_back(id);
        }
    }
    for (const std::int64_t id : services) {
        if (const auto before = levelOf(was, id), after = levelOf(is, id); before != after)
            all.push_back({Words::tr("Skill for %1").arg(nameOf({SettingKind::Service, id})), skillWord(before),
                           skillWord(after)});
    }
}

} // namespace

QString partName(SettingKind kind, const Json &part)
{
    if (part.is_null())
        return Words::tr("(removed)");
    if (kind == SettingKind::Branch)
        return Words::tr("The branch");
    if (kind == SettingKind::Counter)
        return Words::tr("Counter %1").arg(numberIn(part, "number"));
    const QString name = kind == SettingKind::Staff ? fromUtf8(part.value("name", std::string()))
                                                    : localText(part.value("name", Json::object()));
    return name.trimmed().isEmpty() ? Words::tr("(no name yet)") : name;
}

QString counted(std::int64_t count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(QLocale().toString(qlonglong(count)));
}

// ---- what is typed ----

QString minutesTyped(TimeMs time)
{
    const TimeMs seconds = (time + kSecondMs / 2) / kSecondMs;
    return seconds % 60 == 0 ? QString::number(seconds / 60)
                             : QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

std::optional<TimeMs> minutesFrom(const QString &typed)
{
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,4}):([0-5]\\d)$"));
    static const QRegularExpression number(QStringLiteral("^(\\d{1,4})(?:[.,](\\d{1,3}))?$"));
    const QString text = typed.trimmed();
    if (const auto match = clock.match(text); match.hasMatch())
        return match.captured(1).toLongLong() * kMinuteMs + match.captured(2).toLongLong() * kSecondMs;
    if (const auto match = number.match(text); match.hasMatch()) {
        const qlonglong thousandths = match.captured(2).leftJustified(3, QLatin1Char('0')).toLongLong();
        const TimeMs time
            = match.captured(1).toLongLong() * kMinuteMs + (match.captured(2).isEmpty() ? 0 : thousandths * 60);
        return (time + kSecondMs / 2) / kSecondMs * kSecondMs;
    }
    return std::nullopt;
}

QString factorTyped(std::int64_t permille)
{
    QString text = QStringLiteral("%1.%2").arg(permille / 1000).arg(permille % 1000, 3, 10, QLatin1Char('0'));
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text.replace(QLatin1Char('.'), QLocale().decimalPoint());
}

std::optional<std::int64_t> factorFrom(const QString &typed)
{
    static const QRegularExpression number(QStringLiteral("^(\\d{1,4})(?:[.,](\\d{1,3}))?$"));
    const auto match = number.match(typed.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * 1000
        + (match.captured(2).isEmpty() ? 0 : match.captured(2).leftJustified(3, QLatin1Char('0')).toLongLong());
}

QString clockTyped(std::int64_t minuteOfDay)
{
    return QStringLiteral("%1:%2")
        .arg(minuteOfDay / 60, 2, 10, QLatin1Char('0'))
        .arg(minuteOfDay % 60, 2, 10, QLatin1Char('0'));
}

std::optional<std::int64_t> clockFrom(const QString &typed)
{
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,2})(?:[:.hH,]?([0-5]\\d))?$"));
    const auto match = clock.match(typed.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const std::int64_t minute = match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong();
    return minute <= 24 * 60 ? std::optional(minute) : std::nullopt;
}

QString windowText(const Json &window)
{
    const auto days = numberIn(window, "weekdays");
    QStringList parts;
    for (int day = 0; day < 7;) {
        if ((days >> day & 1) == 0) {
            ++day;
            continue;
        }
        int last = day;
        while (last < 6 && (days >> (last + 1) & 1) != 0)
            ++last;
        parts << (last - day >= 2 ? weekdayWord(day) + QStringLiteral("–") + weekdayWord(last) : weekdayWord(day));
        day = last - day >= 2 ? last + 1 : day + 1;
    }
    return parts.join(QStringLiteral(", ")) + QLatin1Char(' ') + clockTyped(numberIn(window, "fromMin"))
        + QStringLiteral("–") + clockTyped(numberIn(window, "toMin"));
}

// ---- values and differences ----

QString valueText(const SettingField &field, const Json &value, const NameOf &nameOf)
{
    using Type = SettingField::Type;
    if (!field.zero.isEmpty() && value == Json(0))
        return field.zero;
    switch (field.type) {
    case Type::Text:
        return value.is_string() && !value.get_ref<const std::string &>().empty()
            ? fromUtf8(value.get_ref<const std::string &>())
            : Words::tr("nothing");
    case Type::Both:
        return bothText(value);
    case Type::Minutes:
        return value.is_number() ? timeWords(value.get<TimeMs>()) : QString();
    case Type::Number:
        return value.is_number() ? QLocale().toString(qlonglong(value.get<std::int64_t>())) : QString();
    case Type::Weight:
        return value.is_number() ? QStringLiteral("×") + factorTyped(value.get<std::int64_t>()) : QString();
    case Type::Flag:
        return value == Json(true) ? Words::tr("yes") : Words::tr("no");
    case Type::Choice:
        for (const auto &[choice, word] : field.choices) {
            if (choice == value)
                return word;
        }
        return {};
    case Type::Part:
        return value == Json(0) || !value.is_number() ? field.none
                                                      : nameOf({field.named, value.get<std::int64_t>()});
    case Type::Hours:
        return value.empty() ? Words::tr("as long as the day is open") : listText(value, windowText);
    case Type::Promises:
        return listText(value, [&](const Json &promise) { return promiseText(promise, nameOf); });
    case Type::Conditions:
        return value.empty() ? Words::tr("only by hand") : listText(value, conditionText);
    case Type::Order:
        return listText(value, [&](const Json &id) {
            return nameOf({SettingKind::Service, id.get<std::int64_t>()});
        });
    case Type::Languages:
        return listText(value, [](const Json &code) { return languageWord(code.get<std::string>()); });
    case Type::Heading:
        break;
    }
    return {};
}

std::vector<Difference> differences(SettingKind kind, const Json &was, const Json &is, const NameOf &nameOf)
{
    if (was.is_null() || is.is_null())
        return {};
    std::vector<SettingField> fields = fieldsOf(kind);
    if (kind == SettingKind::Branch) {
        const std::vector<SettingField> rule = fieldsOf(kind, true);
        fields.insert(fields.end(), rule.begin(), rule.end());
    }
    std::vector<Difference> all;
    for (const SettingField &field : fields) {
        if (field.type == SettingField::Type::Heading)
            continue;
        const Json before = valueAt(was, field.path);
        const Json after = valueAt(is, field.path);
        if (before != after)
            all.push_back({field.label, valueText(field, before, nameOf), valueText(field, after, nameOf)});
    }
    if (kind == SettingKind::Staff)
        addSkills(was, is, nameOf, all);
    return all;
}

} // namespace tiepdon
