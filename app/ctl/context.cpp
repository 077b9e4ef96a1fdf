// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace tiepdon {
namespace {

/// 200 characters of four bytes, and a line's end.
constexpr qint64 kSecretBytesMax = 802;

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

Result<std::optional<QString>> Context::secretFrom(const char *option) const
{
    const auto known = m_secrets.find(option);
    return known != m_secrets.end() ? known->second : m_secrets.emplace(option, readSecret(option)).first->second;
}

Result<std::optional<QString>> Context::readSecret(const char *option) const
{
    if (!isSet(option))
        return std::optional<QString>();
    const QString path = value(option);
    QFile file(path);
    static QFile s_input;
    QFile &source = path == QStringLiteral("-") ? s_input : file;
    const bool isOpen = source.isOpen()
        || (&source == &s_input ? source.open(stdin, QIODevice::ReadOnly) : source.open(QIODevice::ReadOnly));
    const std::map<std::string, std::string> where{{"file", path.toStdString()}};
    if (!isOpen)
        return Error{ErrorCode::FileNotReadable, source.errorString().toStdString(), where};
    QByteArray line = source.readLine(kSecretBytesMax + 1);
    if (line.size() > kSecretBytesMax)
        return Error{ErrorCode::TooLarge, "a password has one line of at most 200 characters", where};
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty() || !isUtf8(line.toStdString()))
        return Error{ErrorCode::BadFile, "its first line must be a password, as UTF-8 text", where};
    return std::optional(QString::fromUtf8(line));
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
    case ErrorCode::NotEnrolled:
    case ErrorCode::DeviceUnknown:
    case ErrorCode::DeviceRevoked:
    case ErrorCode::SignInNeeded:
    case ErrorCode::SignInRefused:
    case ErrorCode::SignInDelayed:
    case ErrorCode::AccountDisabled:
    case ErrorCode::SessionEnded:
    case ErrorCode::SessionLocked:
    case ErrorCode::PasswordChangeNeeded:
    case ErrorCode::NotAllowed:
        return kNotAllowed;
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
    return withVisit(HubVisit::Until::Live, [&](HubVisit &visit) { onLive(visit.hub()); });
}

int Context::withVisit(HubVisit::Until until, const std::function<void(HubVisit &)> &onReady) const
{
    HubVisit visit(*this, until);
    QObject::connect(&visit, &HubVisit::ready, &visit, [&] { onReady(visit); });
    QObject::connect(&visit, &HubVisit::failed, &visit,
                     [&](const Error &error) { QCoreApplication::exit(failed(error)); });
    QTimer::singleShot(0, &visit, &HubVisit::start); // inside the event loop, so that a refusal can end it
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

CtlCommand commandSpec(const char *name, const char *arguments, const char *summary, int argumentsMin,
                       int argumentsMax, int (*run)(const Context &), std::vector<QCommandLineOption> options,
                       const char *notes)
{
    return {toQt(name),         toQt(arguments), toQt(summary), toQt(notes),
            std::move(options), argumentsMin,    argumentsMax,  run};
}

QCommandLineOption optionSpec(const char *name, const char *description, const char *value)
{
    return {toQt(name), toQt(description), toQt(value)};
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
