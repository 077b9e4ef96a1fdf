// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/demostates.h"

#include "ui/entry/enroldemo.h"
#include "ui/session/demobranch.h"
#include "ui/session/democustomers.h"

#include <QCoreApplication>

namespace tiepdon {
namespace {

constexpr std::int64_t kMondayToFriday = 0b0011111;
constexpr std::int64_t kTuesday = 0b0000010;

/// Paper that comes out, does not, or takes its time.
class DemoPrinter : public TicketPrinter
{
public:
    DemoPrinter(std::optional<PrintState> comesOut, QObject *parent) : TicketPrinter(parent), m_comesOut(comesOut)
    {
    }

    void print(const PrintJob &, QObject *context, Done done) override
    {
        if (m_comesOut)
            QMetaObject::invokeMethod(
                context,
                [done = std::move(done), state = *m_comesOut] {
                    done({state, QString()});
                },
                Qt::QueuedConnection);
    }
    [[nodiscard]] bool isPaperWanted() const override { return m_comesOut != PrintState::NotWanted; }

private:
    std::optional<PrintState> m_comesOut;
};

void run(FixedLink &link, const Command &command)
{
    if (const auto reply = link.run(command); !reply)
        qFatal("the demo state refused: %s", reply.error().message.c_str());
}

/// A hospital's worth of services, some with long names.
BranchSetup manyServices()
{
    BranchSetup setup = kioskDemoSetup();
    const std::pair<const char *, const char *> names[] = {
        {"Khám tổng quát", "General check-up"},
        {"Khám và tư vấn dinh dưỡng cho trẻ em dưới sáu tuổi", "Nutrition advice for children under six"},
        {"Nội tim mạch", "Cardiology"},
        {"Tai – Mũi – Họng", "Ear, nose and throat"},
        {"Xét nghiệm máu", "Blood tests"},
        {"Chẩn đoán hình ảnh (X-quang, siêu âm, cộng hưởng từ)", "Imaging (X-ray, ultrasound, MRI)"},
        {"Thanh toán viện phí và bảo hiểm y tế", "Hospital fees and health insurance"},
        {"Nhận thuốc", "Pharmacy"},
    };
    std::int64_t id = 11;
    for (const auto &[vi, en] : names)
        setup.services.push_back({ServiceId{id++}, {vi, en}, "H", 5 * kMinuteMs, 10 * kMinuteMs, {}, {}, {}});
    return setup;
}

const QStringList &plainStates()
{
    static const QStringList kStates{
        QStringLiteral("start"),           QStringLiteral("printer-fails"), QStringLiteral("services"),
        QStringLiteral("group"),           QStringLiteral("many"),          QStringLiteral("closed-service"),
        QStringLiteral("reasons"),         QStringLiteral("reason-chosen"), QStringLiteral("full"),
        QStringLiteral("full-service"),    QStringLiteral("idle"),          QStringLiteral("confirming"),
        QStringLiteral("confirming-away"), QStringLiteral("unclear"),       QStringLiteral("ticket"),
        QStringLiteral("ticket-printing"), QStringLiteral("ticket-fails"),  QStringLiteral("ticket-no-paper"),
        QStringLiteral("number"),          QStringLiteral("number-typed"),  QStringLiteral("thanked"),
        QStringLiteral("greeted"),         QStringLiteral("unread"),        QStringLiteral("problem"),
        QStringLiteral("closed"),          QStringLiteral("reconnecting"),  QStringLiteral("connecting"),
        QStringLiteral("revoked")};
    return kStates;
}

/// A few turns, so that answers arrive.
void turn()
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
}

/// States of who says who they are.
void showIdentity(const QString &name, KioskWindow &window, LanguageKind spoken)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    if (is("number") || is("number-typed")) {
        window.askIdentity();
        if (is("number-typed"))
            window.findChild<IdentityPage *>()->type(QStringLiteral("0912345"));
    }
    if (is("thanked") || is("greeted") || is("unread")) {
        window.begin(spoken);
        window.identify(is("unread")        ? QStringLiteral("|||no card|")
                            : is("greeted") ? QStringLiteral("001090000147")
                                            : QStringLiteral("0987654321"));
        turn();
    }
}

} // namespace

BranchSetup kioskDemoSetup()
{
    BranchSetup setup = demoSetup();
    setup.settings.followUrl = "https://tiepdon.example/t/{ticket}";
    setup.zones = {{ZoneId{1}, {"Khu A, tầng trệt", "Area A, ground floor"}},
                   {ZoneId{2}, {"Khu B, tầng 2", "Area B, 2nd floor"}}};
    setup.groups = {{GroupId{1}, {"Tiền mặt và chuyển tiền", "Cash and transfers"}, {}}};
    for (Counter &counter : setup.counters)
        counter.zone = ZoneId{counter.id.value <= 3 ? 1 : 2};
    setup.services.push_back(
        {ServiceId{6}, {"Kiều hối, ngoại tệ", "Foreign exchange"}, "E", 6 * kMinuteMs, 10 * kMinuteMs, {}, {}, {}});
    for (Service &service : setup.services) {
        switch (service.id.value) {
        case 1:
        case 2:
            service.group = GroupId{1};
            service.bring = {"Căn cước công dân", "Your ID card"};
            break;
        case 3:
            service.bring = {"Căn cước công dân, số điện thoại đang dùng", "Your ID card and your phone"};
            break;
        case 4:
            service.hours = {{kMondayToFriday, 13 * 60, 16 * 60 + 30}};
            break;
        case 5:
            service.hours = {{kTuesday, 8 * 60, 11 * 60 + 30}};
            break;
        default:
            break;
        }
    }
    return setup;
}

QStringList kioskDemoStates()
{
    QStringList states = enrolDemoStates() + plainStates();
    for (const QString &state : plainStates())
        states << state + QStringLiteral("+big") << state + QStringLiteral("+contrast");
    return states;
}

Demo kioskDemo(const QString &wholeName, const KioskSettings &wanted, Language &language)
{
    if (!kioskDemoStates().contains(wholeName))
        return {};
    if (enrolDemoStates().contains(wholeName))
        return enrolDemo(wholeName, language);
    const QString name = wholeName.section(u'+', 0, 0);
    const QString mode = wholeName.section(u'+', 1);
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    Demo demo{std::make_unique<FixedLink>(demoMorningMs()), nullptr};
    FixedLink &link = *demo.link;
    if (is("connecting")) {
        link.setStatus(BranchLink::Status::Connecting);
    } else {
        playDemoMorning(link);
        run(link, command::DefineBranch{is("many") ? manyServices() : kioskDemoSetup()});
        new DemoCustomers(link); // the link has it
    }
    if (is("full") || is("full-service")) {
        BranchSetup setup = kioskDemoSetup();
        setup.services[2].dayLimit = 5; // as many as came
        run(link, command::DefineBranch{setup});
    }
    if (is("closed")) {
        BranchSetup setup = kioskDemoSetup();
        for (Service &service : setup.services)
            service.hours = {{kMondayToFriday, 8 * 60, 16 * 60 + 30}};
        run(link, command::DefineBranch{setup});
        run(link, command::CloseDay{true});
        link.advance(6 * kHourMs + 20 * kMinuteMs);
    }

    KioskSettings settings = wanted;
    settings.confirmingMs = 0;
    if (is("unclear"))
        settings.unclearMs = 0;
    auto *printer
        = new DemoPrinter(is("ticket-printing")                           ? std::nullopt
                              : is("ticket-fails") || is("printer-fails") ? std::optional(PrintState::OutOfPaper)
                              : is("ticket-no-paper")                     ? std::optional(PrintState::NotWanted)
                                                                          : std::optional(PrintState::Printed),
                          demo.link.get());
    auto window = std::make_unique<KioskWindow>(link, language, *printer, settings);
    const auto press = [&](int button) {
        window->findChild<TouchButton *>(QStringLiteral("choiceButton%1").arg(button))->click();
    };
    const LanguageKind spoken = Language::current();
    if (is("services") || is("many") || is("idle") || is("full")) {
        window->begin(spoken);
    } else if (is("full-service")) {
        window->begin(spoken);
        press(2);
    } else if (is("reasons") || is("reason-chosen")) {
        window->begin(spoken);
        window->askReason();
        if (is("reason-chosen"))
            window->findChild<TouchButton *>(QStringLiteral("reasonButton1"))->click();
    } else if (is("closed-service")) {
        window->begin(spoken);
        press(3);
    } else if (is("group")) {
        window->begin(spoken);
        window->open(GroupId{1});
    } else if (is("confirming") || is("confirming-away") || is("unclear") || is("problem") || is("printer-fails")
               || name.startsWith(QLatin1String("ticket"))) {
        window->begin(spoken);
        window->open(GroupId{1});
        if (is("problem"))
            link.refuseNext({ErrorCode::SeriesFull, "", {}});
        if (is("confirming") || is("confirming-away") || is("unclear"))
            link.hold();
        press(1);
        turn();
        if (is("printer-fails"))
            window->letPass(10 * settings.ticketWithoutPaperMs);
    }
    showIdentity(name, *window, spoken);
    if (is("confirming-away") || is("unclear") || is("reconnecting"))
        link.setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
    if (is("revoked"))
        link.setStatus(BranchLink::Status::Refused, {ErrorCode::DeviceRevoked, "", {}});
    window->setBigText(mode == QLatin1String("big"));
    window->setHighContrast(mode == QLatin1String("contrast"));
    if (is("idle"))
        window->letPass(settings.idleMs - settings.warnMs + 2500);
    demo.window = std::move(window);
    return demo;
}

} // namespace tiepdon
