// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace tiepdon {
namespace {

/// A hub on this machine answers in milliseconds; one that starts needs a second or two.
constexpr int kConnectMsMax = 5000;

void print(std::FILE *where, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), where);
    if (!bytes.endsWith('\n'))
        std::fputc('\n', where);
    std::fflush(where);
}

} // namespace

Context::Context(const QCommandLineParser &parser, QString command)
    : m_parser(parser), m_command(std::move(command))
{
}

QString Context::dataDirectory() const { return isSet("data") ? value("data") : defaultDataDirectory(); }

Result<HubAddress> Context::hubAddress() const
{
    if (!isSet("hub")) {
        auto address = HubAddress::ofDirectory(dataDirectory());
        if (address && isSet("authority"))
            address->authorityFile = value("authority");
        return address;
    }
    const QString hub = value("hub");
    const qsizetype colon = hub.lastIndexOf(u':');
    bool isPort = false;
    HubAddress address;
    address.host = hub.left(colon);
    address.port = hub.mid(colon + 1).toUShort(&isPort);
    if (colon <= 0 || !isPort || address.port == 0)
        return Error{ErrorCode::InvalidParams, "--hub takes HOST:PORT", {{"field", "--hub"}}};
    if (address.host.startsWith(u'[') && address.host.endsWith(u']'))
        address.host = address.host.mid(1, address.host.size() - 2);
    address.authorityFile
        = isSet("authority") ? value("authority") : dataDirectory() + QStringLiteral("/authority.pem");
    return address;
}

int Context::done(const Json &json, const QString &text, ExitCode code) const
{
    print(stdout, isJson() ? toQt(toBytes(json)) : text);
    return code;
}

int Context::failed(const Error &error) const
{
    if (isJson()) {
        Json body{{"code", std::string(name(error.code))}, {"message", sentence(error).toStdString()}};
        body["detail"] = Json::object();
        for (const auto &[key, part] : error.detail)
            body["detail"][key] = part;
        print(stdout, toQt(toBytes(Json{{"error", std::move(body)}})));
    } else {
        print(stderr, QStringLiteral("tiepdon-ctl: ") + sentence(error));
    }
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::TrustFailed:
    case ErrorCode::VersionMismatch:
        return kHubNotReachable;
    default:
        return kRefused;
    }
}

int Context::wrongUse(const QString &text) const
{
    const QString help = QStringLiteral(" See: tiepdon-ctl %1%2--help")
                             .arg(m_command, m_command.isEmpty() ? QString() : QStringLiteral(" "));
    if (isJson())
        print(stdout,
              toQt(toBytes(Json{
                  {"error",
                   {{"code", "Usage"}, {"message", (text + help).toStdString()}, {"detail", Json::object()}}}})));
    else
        print(stderr, QStringLiteral("tiepdon-ctl: ") + text + help);
    return kUsage;
}

void Context::progress(const QString &line) const
{
    if (!isJson())
        print(stderr, line);
}

int Context::withHub(const std::function<void(HubClient &)> &onLive) const
{
    const auto address = hubAddress();
    if (!address)
        return failed(address.error());
    HubClient hub(*address, QStringLiteral("tiepdon-ctl"), QStringLiteral("ctl"), Stream::Staff);
    bool isGreeted = false;
    QTimer limit;
    limit.setSingleShot(true);
    bool isGivenUp = false;
    const auto giveUp = [&] {
        if (std::exchange(isGivenUp, true))
            return;
        Error problem = hub.problem();
        if (problem.message.empty())
            problem = {ErrorCode::Offline, "no answer from the hub", {}};
        problem.detail["hub"] = (address->host + u':' + QString::number(address->port)).toStdString();
        QCoreApplication::exit(failed(problem));
    };
    QObject::connect(&limit, &QTimer::timeout, &hub, giveUp);
    QObject::connect(&hub, &BranchLink::statusChanged, &hub, [&] {
        if (hub.status() == BranchLink::Status::Live && !isGreeted) {
            isGreeted = true;
            limit.stop();
            onLive(hub);
        } else if (hub.status() == BranchLink::Status::Refused) {
            giveUp();
        }
    });
    limit.start(kConnectMsMax);
    QTimer::singleShot(0, &hub, &HubClient::start); // inside the event loop, so that a refusal can end it
    return QCoreApplication::exec();
}

Result<std::string> contentOf(const QString &path, qint64 bytesMax)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, file.errorString().toStdString(), {{"file", path.toStdString()}}};
    const QByteArray bytes = file.read(bytesMax + 1);
    if (bytes.size() > bytesMax)
        return Error{ErrorCode::TooLarge,
                     "the file is larger than " + std::to_string(bytesMax) + " bytes",
                     {{"file", path.toStdString()}, {"bytesMax", std::to_string(bytesMax)}}};
    return bytes.toStdString();
}

std::optional<std::int64_t> positiveNumber(const QString &text)
{
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    if (!isNumber || number <= 0)
        return std::nullopt;
    return number;
}

} // namespace tiepdon
