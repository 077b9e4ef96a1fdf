// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"
#include "core/client/onetime.h"
#include "app/ctl/qrtext.h"
#include "core/wire/enrolmentcode.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHostAddress>
#include <QSaveFile>

#include <algorithm>
#include <limits>

#include <unistd.h>

namespace tiepdon {
namespace {

constexpr std::int64_t kMinutesMax = 1440;
constexpr std::int64_t kMinutesUsual = 15;

std::optional<DeviceKind> kindFrom(const QString &text)
{
    const auto known = names(DeviceKind());
    const auto it = std::find(known.begin(), known.end(), text.toStdString());
    if (it == known.end())
        return std::nullopt;
    return static_cast<DeviceKind>(it - known.begin());
}

// ---- device enrol ----

/// Where the new device will find the hub.
struct Place {
    QString host;
    quint16 port = 0;
};

/// "HOST", "HOST:PORT", "[ADDRESS]:PORT" or an IPv6 address by itself; port 0 when there is none.
std::optional<Place> placeFrom(const QString &text)
{
    Place place{text, 0};
    const qsizetype colon = text.lastIndexOf(u':');
    const bool isBracketed = text.startsWith(u'[');
    if (isBracketed ? text.contains(QStringLiteral("]:")) : text.count(u':') == 1) {
        bool isPort = false;
        place = {text.left(colon), text.mid(colon + 1).toUShort(&isPort)};
        if (!isPort || place.port == 0)
            return std::nullopt;
    }
    if (isBracketed) {
        if (!place.host.endsWith(u']'))
            return std::nullopt;
        place.host = place.host.mid(1, place.host.size() - 2);
    }
    const bool isAddress = place.host.contains(u':'); // of IPv6
    if (place.host.isEmpty() || place.host.size() > 253 || place.host.contains(u' ')
        || (isAddress && QHostAddress(place.host).isNull()))
        return std::nullopt;
    return place;
}

bool isLoopback(const QString &host)
{
    return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

struct EnrolOptions {
    accesscommand::AddEnrolment command;
    std::optional<Place> place;
    QString svgFile;
    bool withQr = true;
};

int sayCode(const Context &context, const EnrolOptions &options, const EnrolmentCode &code, TimeMs expiresMs)
{
    const std::string text = toText(code);
    const QString host = QString::fromStdString(code.host);
    const bool isHereOnly = isLoopback(host);
    const auto qr = qrCodeOf(text);
    if (!qr)
        return context.failed(qr.error());
    if (!options.svgFile.isEmpty()) {
        QSaveFile file(options.svgFile);
        const QByteArray svg = svgOf(*qr);
        if (!file.open(QIODevice::WriteOnly)
            || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
            || file.write(svg) != svg.size() || !file.commit())
            return context.failed({ErrorCode::FileNotWritable,
                                   file.errorString().toStdString(),
                                   {{"file", options.svgFile.toStdString()}}});
    }
    QString say = QStringLiteral("A code for one device, \"%1\" (%2), good until %3:\n\n    %4\n\n")
                      .arg(toQt(options.command.name), toQt(nameOf(options.command.kind)), momentText(expiresMs),
                           toQt(text));
    if (options.withQr)
        say += halfBlocks(*qr, isatty(STDOUT_FILENO) == 1) + u'\n';
    say += QStringLiteral(
               "Type or scan it on the new device, which reaches this hub at %1, port %2. Whoever has the code "
               "can use it once: show it to nobody else.")
               .arg(host)
               .arg(code.port);
    if (isHereOnly)
        say += QStringLiteral("\nThis code works on the hub's own machine only. For other machines, the hub wants "
                              "listen = \"any\" in hub.toml, and give its address here with --address HOST.");
    return context.done(Json{{"code", text},
                             {"name", options.command.name},
                             {"kind", std::string(nameOf(options.command.kind))},
                             {"host", code.host},
                             {"port", code.port},
                             {"expiresMs", expiresMs},
                             {"isThisMachineOnly", isHereOnly}},
                        say);
}

void enrolAt(const Context &context, HubVisit &visit, EnrolOptions options)
{
    HubClient &hub = visit.hub();
    EnrolmentCode code;
    QString host = QStringLiteral("127.0.0.1");
    if (options.place) {
        host = options.place->host;
    } else {
        const QStringList known = hub.hubNames();
        const auto it
            = std::find_if(known.begin(), known.end(), [](const QString &name) { return !isLoopback(name); });
        if (it != known.end())
            host = *it;
    }
    code.host = host.toStdString();
    code.port = options.place && options.place->port != 0 ? options.place->port : hub.hubPort();
    fillRandom(code.secret.data(), code.secret.size());
    const QByteArray print = visit.device().address().authority.digest(QCryptographicHash::Sha256);
    std::copy_n(print.begin(), code.fingerprint.size(), code.fingerprint.begin());
    const QByteArray secret(reinterpret_cast<const char *>(code.secret.data()),
                            static_cast<qsizetype>(code.secret.size()));
    options.command.secretHash = QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex().toStdString();
    change(context, hub, options.command, [&context, options, code](const Json &reply) {
        const auto it = reply.find("expiresMs");
        if (it == reply.end() || !it->is_number_integer())
            return context.failed({ErrorCode::Internal, "the hub's answer does not say until when", {}});
        return sayCode(context, options, code, it->get<TimeMs>());
    });
}

int enrolDevice(const Context &context)
{
    EnrolOptions options;
    options.command.name = context.value("name").trimmed().toStdString();
    if (options.command.name.empty())
        return context.wrongUse(QStringLiteral("Give the device a name people know it by: --name \"Counter 3\"."));
    if (context.isSet("kind")) {
        const auto kind = kindFrom(context.value("kind"));
        if (!kind)
            return context.wrongUse(QStringLiteral("--kind is workplace, kiosk, display or sensor."));
        options.command.kind = *kind;
    }
    options.command.minutes = kMinutesUsual;
    if (context.isSet("minutes")) {
        const auto minutes = positiveNumber(context.value("minutes"));
        if (!minutes || *minutes > kMinutesMax)
            return context.wrongUse(
                QStringLiteral("--minutes takes a whole number from 1 to %1.").arg(kMinutesMax));
        options.command.minutes = *minutes;
    }
    if (context.isSet("address")) {
        options.place = placeFrom(context.value("address"));
        if (!options.place)
            return context.wrongUse(QStringLiteral("--address takes HOST or HOST:PORT."));
    }
    options.svgFile = context.value("qr");
    options.withQr = !context.isSet("no-qr");
    return context.withVisit(HubVisit::Until::Live,
                             [&context, options](HubVisit &visit) { enrolAt(context, visit, options); });
}

// ---- device list, rename, revoke ----

int listDevices(const Context &context)
{
    return context.withHub([&context](HubClient &hub) {
        withDevices(context, hub, [&context](const std::vector<DeviceRow> &devices) {
            std::vector<QStringList> rows;
            for (const auto &[device, isConnected] : devices)
                rows.push_back({QString::number(device.id.value), toQt(device.name), toQt(nameOf(device.kind)),
                                toQt(device.app), momentText(device.enrolledMs),
                                isConnected ? QStringLiteral("yes") : QStringLiteral("no"),
                                device.revokedMs ? momentText(*device.revokedMs) : QString()});
            const QStringList headings{QStringLiteral("id"),       QStringLiteral("name"),
                                       QStringLiteral("kind"),     QStringLiteral("app"),
                                       QStringLiteral("enrolled"), QStringLiteral("connected"),
                                       QStringLiteral("revoked")};
            QCoreApplication::exit(context.done(Json{{"devices", toJson(devices)}}, tableText(headings, rows)));
        });
    });
}

int wrongId(const Context &context)
{
    return context.wrongUse(
        QStringLiteral("A device is given by its id, a positive whole number; tiepdon-ctl device "
                       "list shows them."));
}

int renameDevice(const Context &context)
{
    const auto id = positiveNumber(context.arguments().constFirst());
    if (!id)
        return wrongId(context);
    const std::string name = context.arguments().at(1).toStdString();
    return context.withHub([&context, id, name](HubClient &hub) {
        change(context, hub, accesscommand::RenameDevice{{*id}, name}, [&context, id, name](const Json &) {
            return context.done(Json{{"device", *id}, {"name", name}},
                                QStringLiteral("Device %1 is now called \"%2\".").arg(*id).arg(toQt(name)));
        });
    });
}

int revokeDevice(const Context &context)
{
    const auto id = positiveNumber(context.arguments().constFirst());
    if (!id)
        return wrongId(context);
    return context.withHub([&context, id](HubClient &hub) {
        change(context, hub, accesscommand::RevokeDevice{{*id}}, [&context, id](const Json &) {
            return context.done(
                Json{{"device", *id}},
                QStringLiteral(
                    "Device %1 is revoked and cut off. To have it back, enrol it anew: tiepdon-ctl device "
                    "enrol")
                    .arg(*id));
        });
    });
}

} // namespace

std::vector<CtlCommand> deviceCommands()
{
    return {
        commandSpec(
            "device enrol", "", "Makes a one-time code with which a new device comes in.", 0, 0, enrolDevice,
            {optionSpec("name", "The device's name, as people know it.", "NAME"),
             optionSpec("kind", "workplace (people sign in; the default), kiosk, display or sensor.", "KIND"),
             optionSpec("minutes", "How long the code is good (15).", "N"),
             optionSpec("address",
                        "Where the device reaches the hub; else the first name of the hub's "
                        "certificate that others can reach.",
                        "HOST[:PORT]"),
             optionSpec("qr", "Also writes the QR code as an SVG picture.", "FILE.svg"),
             optionSpec("no-qr", "Does not draw the QR code.")},
            "The code holds the hub's address, a secret for one use, and the fingerprint of its authority. The\n"
            "hub keeps only a hash of the secret. The name or address must be one the hub's certificate has:\n"
            "tiepdon-ctl init --host NAME."),
        commandSpec("device list", "", "Every device: id, name, kind, whether it is connected or revoked.", 0, 0,
                    listDevices),
        commandSpec("device rename", "ID NAME", "Gives a device another name.", 2, 2, renameDevice),
        commandSpec("device revoke", "ID", "Shuts a device out, at once and for ever.", 1, 1, revokeDevice),
    };
}

} // namespace tiepdon
