// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/demostates.h"

#include "app/lobby/lobbywindow.h"
#include "app/lobby/signwindow.h"
#include "ui/entry/enroldemo.h"
#include "ui/session/demobranch.h"
#include "ui/session/demofloor.h"

namespace tiepdon {
namespace {

void run(FixedLink &link, const Command &command)
{
    if (const auto reply = link.run(command); !reply)
        qFatal("the demo state refused: %s", reply.error().message.c_str());
}

std::unique_ptr<QWidget> signDemo(const QString &name, LobbyOptions options, FixedLink &link)
{
    options.counter = name == QLatin1String("sign-free") ? 1 : 2;
    auto window = std::make_unique<SignWindow>(link, options);
    if (name == QLatin1String("sign-flash"))
        run(link, command::Recall{CounterId{2}, link.branch().counterState(CounterId{2})->ticket});
    if (name == QLatin1String("sign-stale")) {
        link.setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        link.advance(3 * kMinuteMs);
    }
    return window;
}

} // namespace

QStringList lobbyDemoStates()
{
    return enrolDemoStates()
        + QStringList{QStringLiteral("call"),         QStringLiteral("flash"),        QStringLiteral("recall"),
                      QStringLiteral("quiet"),        QStringLiteral("closed"),       QStringLiteral("stale"),
                      QStringLiteral("connecting"),   QStringLiteral("revoked"),      QStringLiteral("zone"),
                      QStringLiteral("zone-unknown"), QStringLiteral("zone-missing"), QStringLiteral("sign"),
                      QStringLiteral("sign-flash"),   QStringLiteral("sign-free"),    QStringLiteral("sign-stale"),
                      QStringLiteral("message")};
}

Demo lobbyDemo(const QString &name, const LobbyOptions &options, Language &language)
{
    if (!lobbyDemoStates().contains(name))
        return {};
    if (enrolDemoStates().contains(name))
        return enrolDemo(name, language);
    Demo demo{std::make_unique<FixedLink>(demoMorningMs()), nullptr};
    FixedLink &link = *demo.link;
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    if (is("quiet")) {
        run(link, command::DefineBranch{demoSetup()});
        run(link, command::OpenDay{"2026-03-02"});
        run(link, command::IssueTicket{ServiceId{1}});
        link.advance(12 * kMinuteMs);
    } else if (is("connecting")) {
        link.setStatus(BranchLink::Status::Connecting);
    } else {
        playDemoMorning(link);
    }
    if (is("closed"))
        run(link, command::CloseDay{true});
    LobbyOptions shown = options;
    if (is("zone"))
        shown.zones = QStringList{QStringLiteral("2")};
    if (is("zone-unknown"))
        shown.zones = QStringList{QStringLiteral("7")};
    if (is("zone-missing"))
        shown.zones = QStringList{QStringLiteral("Khu A"), QStringLiteral("Khu C")};
    if (name.startsWith(QLatin1String("sign"))) {
        demo.window = signDemo(name, shown, link);
        return demo;
    }
    if (is("message"))
        link.setMessages({{demoMessages(link.hubNowMs()).messages.back()}});
    auto window = std::make_unique<LobbyWindow>(link, shown);
    if (is("flash") || is("recall"))
        run(link, command::Recall{CounterId{2}, link.branch().counterState(CounterId{2})->ticket});
    if (is("stale")) {
        link.setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        link.advance(3 * kMinuteMs);
        Q_EMIT link.statusChanged();
    }
    if (is("revoked"))
        link.setStatus(BranchLink::Status::Refused, {ErrorCode::DeviceRevoked, "", {}});
    if (!is("flash"))
        window->callPanel().stopFlash();
    demo.window = std::move(window);
    return demo;
}

} // namespace tiepdon
