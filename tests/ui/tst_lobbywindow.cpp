// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/demostates.h"
#include "app/lobby/lobbywindow.h"
#include "app/lobby/signwindow.h"
#include "app/lobby/waittext.h"
#include "ui/session/demobranch.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <QCommandLineParser>
#include <QTest>

using namespace tiepdon;

/// The display, from far away and after losing the hub.
class TestLobbyWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::DarkStrong); }

    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        open({});
    }

    void cleanup()
    {
        m_window.reset();
        m_link.reset();
    }

    void theNewestCallIsShownAndFlashes()
    {
        QCOMPARE(panel().number(), QStringLiteral("A008"));
        QVERIFY(!panel().isFlashing());
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        run(command::CallNext{CounterId{3}});
        QCOMPARE(panel().number(), QStringLiteral("A009"));
        QCOMPARE(panel().counter(), QStringLiteral("3"));
        QVERIFY(panel().isFlashing());
        QTRY_VERIFY_WITH_TIMEOUT(!panel().isFlashing(), 6000);
        run(command::Recall{CounterId{3}, m_link->branch().counterState(CounterId{3})->ticket});
        QVERIFY(panel().isFlashing());
    }

    void aMessageToTheLobbyRunsInBothLanguagesUntilItsTimeIsUp()
    {
        const auto running = [this] {
            const QWidget *line = m_window->findChild<QWidget *>(QStringLiteral("runningLine"));
            return line->isVisible() ? line->accessibleName() : QString();
        };
        BranchMessage message;
        message.id = MessageId{1};
        message.to = MessageTo::Lobby;
        message.text = {"Quầy 3 sẽ mở sau 5 phút nữa.", "Counter 3 opens in 5 minutes."};
        message.sentMs = m_link->hubNowMs();
        message.untilMs = message.sentMs + 5 * kMinuteMs;
        m_link->setMessages({{message}});
        const QString both = running();
        QVERIFY2(both.contains(QStringLiteral("Quầy 3 sẽ mở")), qPrintable(both));
        QVERIFY2(both.contains(QStringLiteral("Counter 3 opens")), qPrintable(both));
        // never in the way of the calls
        const QWidget *line = m_window->findChild<QWidget *>(QStringLiteral("runningLine"));
        const QWidget *calls = m_window->findChild<QWidget *>(QStringLiteral("callBoard"));
        QVERIFY(!line->geometry().intersects(calls->geometry()));
        QVERIFY(!line->geometry().intersects(panel().geometry()));
        // out of reach nothing old is said
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(!running().contains(QStringLiteral("Quầy 3")));
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(running().contains(QStringLiteral("Quầy 3")));
        m_link->advance(5 * kMinuteMs);
        Q_EMIT m_link->statusChanged();
        QVERIFY(!running().contains(QStringLiteral("Quầy 3")));
        // and one for another part of the hall is not said here
        message.zone = ZoneId{2};
        message.untilMs = m_link->hubNowMs() + kHourMs;
        LobbyOptions options;
        options.zones = QStringList{QStringLiteral("1")};
        open(options);
        m_link->setMessages({{message}});
        QVERIFY(!running().contains(QStringLiteral("Quầy 3")));
        message.zone = ZoneId{1};
        m_link->setMessages({{message}});
        QVERIFY(running().contains(QStringLiteral("Quầy 3")));
    }

    void whoIsNotCalledDoesNotFlash()
    {
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        const auto shown = m_link->shown().calls;
        // who comes without a ticket is at the counter already
        run(command::ServeWalkIn{CounterId{3}, ServiceId{1}, {}});
        QCOMPARE(panel().number(), QStringLiteral("A008"));
        QVERIFY(!panel().isFlashing());
        m_link->restartHub();
        QCOMPARE(m_link->shown().calls, shown);
        run(command::FinishService{CounterId{3}, inHand(3)});
        run(command::CallNext{CounterId{3}});
        const TicketId ticket = inHand(3);
        const QString number = panel().number();
        QTRY_VERIFY_WITH_TIMEOUT(!panel().isFlashing(), 6000);
        // put back, or put aside: the call is over, and nothing is called
        run(command::Requeue{CounterId{3}, ticket, 2});
        QVERIFY(!panel().isFlashing());
        QVERIFY(!m_link->shown().calls.front().isOpen);
        run(command::CallTicket{CounterId{3}, ticket});
        QVERIFY(panel().isFlashing());
        QTRY_VERIFY_WITH_TIMEOUT(!panel().isFlashing(), 6000);
        run(command::StartService{CounterId{3}, ticket, {}});
        run(command::Park{CounterId{3}, ticket, ParkReason::FillsForm, 0});
        QVERIFY(!panel().isFlashing());
        // taken up again it is called
        run(command::Resume{CounterId{3}, ticket});
        QVERIFY(panel().isFlashing());
        QCOMPARE(panel().number(), number);
    }

    void theLineBelowSaysInTurnWhatThereIsToSay()
    {
        LobbyOptions options;
        options.message = QStringLiteral("Xin chào");
        open(options);
        auto *line = m_window->findChild<RunningLine *>();
        QVERIFY(line->isVisible());
        QCOMPARE(line->text(), QStringLiteral("Xin chào"));
        line->turn();
        QVERIFY(line->text().startsWith(QStringLiteral("Vì sao số khác được gọi trước?")));
        line->turn();
        QVERIFY(line->text().startsWith(QStringLiteral("Why another number first?")));
        QVERIFY(line->accessibleName().contains(QStringLiteral("Xin chào"))); // all of it is heard
        QVERIFY(line->accessibleName().contains(QStringLiteral("Vì sao")));
        line->turn();
        QCOMPARE(line->text(), QStringLiteral("Xin chào"));
        line->turn();
        run(command::IssueTicket{ServiceId{1}}); // what happens does not begin it anew
        QVERIFY(line->text().startsWith(QStringLiteral("Vì sao")));
        // there is no order to be asked about on a day that is closed
        run(command::CloseDay{true});
        QCOMPARE(line->accessibleName(), QStringLiteral("Xin chào"));
        options.message.clear();
        options.saysWhy = false;
        open(options);
        QVERIFY(!m_window->findChild<RunningLine *>()->isVisible());
    }

    void digitsAreTallEnough_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("HD ready") << QSize(1280, 720);
        QTest::newRow("full HD") << QSize(1920, 1080);
        QTest::newRow("4K") << QSize(3840, 2160);
    }
    void digitsAreTallEnough()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        QTRY_COMPARE(m_window->size(), size);
        const int tall = inkedNumber(panel().width() / 2).height();
        QVERIFY2(tall >= size.height() * 22 / 100, qPrintable(QString::number(tall)));
        QVERIFY(panel().geometry().bottom() < size.height() * 6 / 10);
        QVERIFY2(rowsShown() >= 4, qPrintable(QString::number(rowsShown())));
    }

    void anUprightScreenShowsTheNumberInItsOwnProportions()
    {
        const QSize size(2160, 3840);
        m_window->resize(size);
        QTRY_COMPARE(m_window->size(), size);
        const QRect inked = inkedNumber(panel().width());
        QVERIFY2(inked.height() >= size.width() * 22 / 100, qPrintable(QString::number(inked.height())));
        QVERIFY(inked.width() >= size.width() * 8 / 10 && inked.right() < panel().width());
        // four figures of this font are 3.7 times as wide as they are high
        const double proportion = double(inked.width()) / inked.height();
        QVERIFY2(proportion > 3.5 && proportion < 3.9, qPrintable(QString::number(proportion)));
        QVERIFY(panel().geometry().bottom() < size.height() / 2);
        QCOMPARE(rowsShown(), 7); // of the eight calls before, those of the day
    }

    void whatIsReadFromAfarStandsOut()
    {
        for (const ThemeKind kind : {ThemeKind::DarkStrong, ThemeKind::LightStrong}) {
            const Tokens t = tokensOf(kind);
            for (const QColor &ground : {t.ground, t.surface, t.raised}) {
                for (const QColor &ink : {t.ink, t.muted, t.brand, t.warn})
                    QVERIFY2(contrast(ink, ground) >= 7, qPrintable(ink.name() + ground.name()));
            }
            QVERIFY(contrast(t.onBrand, t.brand) >= 7); // while it flashes
            QVERIFY(contrast(t.ground, t.warn) >= 7);
        }
    }

    void oneLanguageOrTheOtherFirst_data()
    {
        QTest::addColumn<QString>("languages");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *languages, const char *label, const char *name, const char *other) {
            QTest::newRow(languages) << QString::fromUtf8(languages) << QString::fromUtf8(label)
                                     << QString::fromUtf8(name) << QString::fromUtf8(other);
        };
        row("vi,en", "Mời số / Now calling", "Chi nhánh Hồ Gươm", "Ho Guom branch");
        row("en,vi", "Now calling / Mời số", "Ho Guom branch", "Chi nhánh Hồ Gươm");
        row("vi", "Mời số", "Chi nhánh Hồ Gươm", "");
        row("en", "Now calling", "Ho Guom branch", "");
    }
    void oneLanguageOrTheOtherFirst()
    {
        QFETCH(QString, languages);
        QFETCH(QString, label);
        QFETCH(QString, name);
        QFETCH(QString, other);
        LobbyOptions options;
        options.languages = ScreenLanguages::fromText(languages).value();
        open(options);
        QCOMPARE(panel().label(), label);
        QCOMPARE(said("branchName"), name);
        QCOMPARE(said("branchNameOther"), other);
        const QString board = m_window->findChild<QWidget *>(QStringLiteral("callBoard"))->accessibleName();
        QCOMPARE(board.contains(QStringLiteral("Called before")), languages.contains(QLatin1String("en")));
        QCOMPARE(board.contains(QStringLiteral("Đã gọi trước đó")), languages.contains(QLatin1String("vi")));
        run(command::CloseDay{true});
        QCOMPARE(said("notice").isEmpty(), false);
        QCOMPARE(said("noticeOther").isEmpty(), other.isEmpty());
    }

    void theCommandLineSaysWhatIsShown()
    {
        const auto read = [](const QStringList &arguments) {
            QCommandLineParser parser;
            parser.addOptions(lobbyCommandLine());
            parser.parse(QStringList{QStringLiteral("tiepdon-lobby")} + arguments);
            return lobbyOptions(parser);
        };
        const auto plain = read({});
        QVERIFY(plain.isOk());
        QVERIFY(plain->zones.isEmpty() && plain->counter == 0 && plain->languages.areTwo() && !plain->isStill);
        QCOMPARE(plain->languages.leading(), LanguageKind::Vietnamese);
        const auto zones = read({QStringLiteral("--zone"), QStringLiteral("1"), QStringLiteral("--zone=Khu B"),
                                 QStringLiteral("--languages=en,vi"), QStringLiteral("--still")});
        QCOMPARE(zones->zones, (QStringList{QStringLiteral("1"), QStringLiteral("Khu B")}));
        QCOMPARE(zones->languages.leading(), LanguageKind::English);
        QVERIFY(zones->isStill);
        QCOMPARE(read({QStringLiteral("--counter=12")})->counter, 12);
        for (const QStringList &wrong :
             {QStringList{QStringLiteral("--languages=fr")}, QStringList{QStringLiteral("--counter=0")},
              QStringList{QStringLiteral("--counter=1000")}, QStringList{QStringLiteral("--counter=ba")},
              QStringList{QStringLiteral("--counter=1"), QStringLiteral("--zone=1")}}) {
            const auto options = read(wrong);
            QVERIFY2(!options, qPrintable(wrong.join(u' ')));
            QCOMPARE(options.error().code, ErrorCode::InvalidParams);
            QVERIFY(options.error().detail.contains("option"));
        }
    }

    void aListOfLanguagesThatMakesNoSenseIsRefused()
    {
        for (const char *text : {"", "fr", "vi,", "vi,vi", "vi,en,vi", "vi;en", "VI"})
            QVERIFY2(!ScreenLanguages::fromText(QLatin1String(text)), text);
    }

    void aRecallIsSaidAndAStillScreenFramesIt()
    {
        LobbyOptions options;
        options.isStill = true;
        open(options);
        const QImage calm = panel().grab().toImage();
        run(command::Recall{CounterId{2}, m_link->branch().counterState(CounterId{2})->ticket});
        QVERIFY(panel().isFlashing());
        QCOMPARE(panel().label(), QStringLiteral("Mời lại / Called again"));
        // framed and never inverted: the ground behind the number stays the same
        const QPoint ground(panel().width() / 2, panel().height() / 2);
        const QRgb before = calm.pixel(ground);
        bool isFramed = false;
        bool isGroundSame = true;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const QImage now = panel().grab().toImage();
                isGroundSame = isGroundSame && now.pixel(ground) == before;
                isFramed = isFramed || now.pixel(panel().width() / 2, 2) == theme().brand.rgb();
                return !panel().isFlashing();
            }(),
            6000);
        QVERIFY(isFramed);
        QVERIFY(isGroundSame);
    }

    void staleIsSaidAndNeverShownAsNow()
    {
        QWidget *band = m_window->findChild<QWidget *>(QStringLiteral("staleBand"));
        QVERIFY(!band->isVisible());
        const QImage before = panel().grab().toImage();
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(band->isVisible());
        const QString said = band->property("text").toString();
        QVERIFY(said.contains(QStringLiteral("Dữ liệu lúc 10:41"))
                && said.contains(QStringLiteral("Data as of 10:41")));
        QVERIFY(panel().grab().toImage() != before);
        QCOMPARE(panel().number(), QStringLiteral("A008"));
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(!band->isVisible());
    }

    void closedAndConnectingAreSaidInBothLanguages()
    {
        run(command::CloseDay{true});
        QVERIFY(!panel().isVisible());
        QCOMPARE(said("notice"), QStringLiteral("Chi nhánh đã đóng cửa"));
        QCOMPARE(said("noticeOther"), QStringLiteral("The branch is closed"));
        FixedLink fresh(demoMorningMs());
        fresh.setStatus(BranchLink::Status::Connecting);
        const LobbyWindow waiting(fresh, {});
        QCOMPARE(waiting.findChild<QWidget *>(QStringLiteral("notice"))->property("text").toString(),
                 QStringLiteral("Đang kết nối…"));
    }

    void aZoneShowsItsOwnCountersOnly()
    {
        for (const char *zone : {"2", "Khu B", " zone b "}) {
            open(inZones({QString::fromUtf8(zone)}));
            QCOMPARE(said("zoneName"), QStringLiteral("Khu B / Zone B"));
            QCOMPARE(said("branchName"), QStringLiteral("Chi nhánh Hồ Gươm / Ho Guom branch"));
            QCOMPARE(panel().number(), QStringLiteral("B007")); // A008 went to counter 2, in the other zone
            QCOMPARE(servicesShown(), (QList<qint64>{2, 3, 4}));
        }
        run(command::Recall{CounterId{2}, m_link->branch().counterState(CounterId{2})->ticket});
        QVERIFY(!panel().isFlashing());
        QCOMPARE(panel().number(), QStringLiteral("B007"));
        run(command::Recall{CounterId{5}, m_link->branch().counterState(CounterId{5})->ticket});
        QVERIFY(panel().isFlashing());
        // several zones, and all
        open(inZones({QStringLiteral("1"), QStringLiteral("2")}));
        QCOMPARE(said("zoneName"), QStringLiteral("Khu A / Zone A  ·  Khu B / Zone B"));
        QCOMPARE(servicesShown().size(), 5);
        open({});
        QVERIFY(said("zoneName").isEmpty());
        QCOMPARE(servicesShown().size(), 5);
    }

    void aZoneThatIsNotThereIsSaidUntilItIs()
    {
        open(inZones({QStringLiteral("7")}));
        QVERIFY(!panel().isVisible());
        QCOMPARE(said("notice"), QStringLiteral("Khu “7” chưa được khai báo ở chi nhánh này"));
        QCOMPARE(said("noticeOther"), QStringLiteral("Zone “7” is not defined at this branch"));
        QCOMPARE(said("hint"), QStringLiteral("Các khu đã có: 1 Khu A · 2 Khu B"));
        QCOMPARE(said("hintOther"), QStringLiteral("Its zones: 1 Zone A · 2 Zone B"));
        run(command::DefineZone{{ZoneId{7}, {"Tầng 2", "Second floor"}}});
        QVERIFY(panel().isVisible());
        QCOMPARE(said("zoneName"), QStringLiteral("Tầng 2 / Second floor"));
        QVERIFY(panel().number().isEmpty());
        QVERIFY(servicesShown().isEmpty());
        // a counter that moves there brings its next call and its services
        Counter counter = *m_link->branch().counter(CounterId{3});
        counter.zone = ZoneId{7};
        run(command::DefineCounter{counter});
        QCOMPARE(servicesShown(), (QList<qint64>{1, 2, 5}));
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        run(command::CallNext{CounterId{3}});
        QCOMPARE(panel().number(), QStringLiteral("A009"));
        QVERIFY(panel().isFlashing());
    }

    void oneOfTwoZonesThatIsMissingIsSaidBesideTheOther()
    {
        open(inZones({QStringLiteral("Khu A"), QStringLiteral("Khu C")}));
        QVERIFY(panel().isVisible());
        QCOMPARE(panel().number(), QStringLiteral("A008"));
        auto *band = m_window->findChild<QWidget *>(QStringLiteral("zoneBand"));
        QVERIFY(band->isVisible());
        QVERIFY(said("zoneBand").contains(QStringLiteral("Khu C")));
        run(command::DefineZone{{ZoneId{3}, {"Khu C", "Zone C"}}});
        QVERIFY(!band->isVisible());
    }

    void aWaitIsAnHonestRangeOrAWord()
    {
        const TimeMs now = dayStart("2026-03-02", 7 * 60) + 12 * kHourMs;
        PublicQueue queue;
        queue.counters = 2;
        queue.waiting = 4;
        const auto said = [&](const ScreenLanguages &languages = {}) {
            return languages.oneLine(waitText(queue, {}, 7 * 60, now));
        };
        QCOMPARE(said(), QStringLiteral("— chưa đủ số liệu / — not enough known yet"));
        queue.pace = CallPace{20, 40 * kMinuteMs, now};
        const auto range = expectedWait(4, queue.pace, now);
        QVERIFY(range.has_value());
        // cut down at one end and up at the other: never narrower than what is known
        const qint64 low = range->lowMs / kMinuteMs;
        const qint64 high = (range->highMs + kMinuteMs - 1) / kMinuteMs;
        QVERIFY(low >= 1 && high > low);
        QCOMPARE(said(), QStringLiteral("khoảng %1–%2 phút / about %1–%2 min").arg(low).arg(high));
        QCOMPARE(said(ScreenLanguages::fromText(QStringLiteral("en")).value()),
                 QStringLiteral("about %1–%2 min").arg(low).arg(high));
        queue.waiting = 0;
        queue.pace = CallPace{50, 10 * kMinuteMs, {}};
        QCOMPARE(said(), QStringLiteral("dưới 1 phút / under 1 min"));
        queue.counters = 0;
        QCOMPARE(said(), QStringLiteral("chưa có quầy phục vụ / no counter open now"));
        queue.hours = {{0b11111, 8 * 60, 11 * 60 + 30}, {0b11111, 13 * 60, 16 * 60 + 30}};
        QCOMPARE(said(), QStringLiteral("mở lúc 13:00 / opens at 13:00"));
        queue.hours.pop_back();
        QCOMPARE(said(), QStringLiteral("hôm nay đã hết giờ / closed for today"));
        queue.waiting = 2; // who came in time is still served
        QCOMPARE(said(), QStringLiteral("chưa có quầy phục vụ / no counter open now"));
    }

    void whatTheHubExpectsGoesBeforeThePaceOfTheLastCalls()
    {
        const TimeMs now = dayStart("2026-03-02", 7 * 60) + 12 * kHourMs;
        PublicQueue queue;
        queue.service = ServiceId{1};
        queue.counters = 2;
        queue.waiting = 4;
        queue.pace = CallPace{20, 40 * kMinuteMs, now};
        Quotes quotes;
        quotes.atMs = now - 5 * kSecondMs;
        quotes.services = {{ServiceId{1}, {}, {4 * kMinuteMs, 9 * kMinuteMs, 14 * kMinuteMs + 1}}};
        const auto words = [&](TimeMs at) { return waitText(queue, quotes, 7 * 60, at).en; };
        QCOMPARE(words(now), std::string("about 4–15 min"));
        QVERIFY(words(now + kMinuteMs) != words(now)); // said too long ago
        QVERIFY(words(now + kMinuteMs) == waitText(queue, {}, 7 * 60, now + kMinuteMs).en);
        queue.counters = 0;
        QCOMPARE(words(now), std::string("no counter open now"));
        queue.counters = 1;
        queue.ticketsLeft = 0;
        QCOMPARE(words(now), std::string("about 4–15 min")); // who has a ticket waits on
        queue.waiting = 0;
        QCOMPARE(words(now), std::string("no numbers left today"));
    }

    void theBoardFollowsWhatTheHubExpects()
    {
        Quotes quotes;
        quotes.atMs = m_link->hubNowMs();
        quotes.services = {{ServiceId{1}, {}, {7 * kMinuteMs, 9 * kMinuteMs, 11 * kMinuteMs}}};
        m_link->setQuotes(quotes);
        QVERIFY2(spoken("waitBoard").contains(QStringLiteral("about 7–11 min")), qPrintable(spoken("waitBoard")));
    }

    void theCallsSurviveTheHubsRestart()
    {
        const auto calls = m_link->shown().calls;
        QVERIFY(calls.size() >= 8);
        const QStringList before{spoken("callBoard"), spoken("waitBoard")};
        QVERIFY(before.first().contains(QStringLiteral("B007 → 5")));
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        m_link->restartHub();
        QCOMPARE(m_link->shown().calls, calls);
        QCOMPARE(panel().number(), QStringLiteral("A008"));
        QVERIFY(!panel().isFlashing()); // nothing was called just now
        QCOMPARE((QStringList{spoken("callBoard"), spoken("waitBoard")}), before);
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        run(command::CallNext{CounterId{3}});
        QCOMPARE(panel().number(), QStringLiteral("A009"));
        QVERIFY(panel().isFlashing());
    }

    void aSignShowsWhoIsCalledToItsCounterAndNobodyElse()
    {
        LobbyOptions options;
        options.counter = 3;
        SignWindow sign(*m_link, options);
        sign.resize(1280, 720);
        sign.show();
        QVERIFY(sign.number().isEmpty() && sign.words().isEmpty());
        run(command::Recall{CounterId{2}, m_link->branch().counterState(CounterId{2})->ticket});
        QVERIFY(sign.number().isEmpty() && !sign.isFlashing());
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        run(command::CallNext{CounterId{3}});
        QCOMPARE(sign.number(), QStringLiteral("A009"));
        QCOMPARE(sign.words(), QStringLiteral("Mời vào / Please come in"));
        QVERIFY(sign.isFlashing());
        sign.stopFlash();
        QVERIFY(sign.accessibleName().contains(QStringLiteral("A009")));
        // an old call is not shown: it would bring people to the counter
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(sign.number().isEmpty());
        QVERIFY(sign.words().contains(QStringLiteral("10:41")));
        m_link->restartHub();
        QCOMPARE(sign.number(), QStringLiteral("A009"));
        QVERIFY(!sign.isFlashing());
        run(command::StartService{CounterId{3}, m_link->branch().counterState(CounterId{3})->ticket, {}});
        QVERIFY(sign.number().isEmpty() && sign.words().isEmpty());
    }

    void aWithdrawnDisplaySaysSoAndNothingElse()
    {
        m_link->setStatus(BranchLink::Status::Refused, {ErrorCode::DeviceRevoked, "", {}});
        QVERIFY(!panel().isVisible());
        QVERIFY(!m_window->findChild<QWidget *>(QStringLiteral("staleBand"))->isVisible());
        QCOMPARE(said("notice"), QStringLiteral("Màn hình này đã bị thu hồi khỏi chi nhánh"));
        QCOMPARE(said("noticeOther"), QStringLiteral("This display was withdrawn from the branch"));
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(panel().isVisible());
    }

    void everyDemoStateOpens()
    {
        for (const QString &state : lobbyDemoStates()) {
            const Demo demo = lobbyDemo(state, {QStringLiteral("Xin chào"), {}}, m_language);
            QVERIFY(demo.window);
            demo.window->resize(1280, 720);
            QVERIFY(!demo.window->grab().isNull());
        }
        QVERIFY(!lobbyDemo(QStringLiteral("no such state"), {}, m_language).window);
    }

private:
    void open(const LobbyOptions &options)
    {
        m_window = std::make_unique<LobbyWindow>(*m_link, options);
        m_window->resize(1280, 720);
        m_window->show();
    }
    /// Where the number is as painted: the first run of rows that hold the call's colour, up to a column.
    QRect inkedNumber(int right)
    {
        const QImage picture = panel().grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRgb brand = theme().brand.rgb();
        QRect inked;
        for (int y = 0; y < picture.height(); ++y) {
            bool isInked = false;
            for (int x = 0; x < std::min(right, picture.width()); ++x) {
                if (picture.pixel(x, y) != brand)
                    continue;
                isInked = true;
                inked |= QRect(x, y, 1, 1);
            }
            if (!isInked && !inked.isNull())
                break;
        }
        return inked;
    }
    [[nodiscard]] TicketId inHand(std::int64_t counter) const
    {
        return m_link->branch().counterState(CounterId{counter})->ticket;
    }
    QString spoken(const char *name)
    {
        return m_window->findChild<QWidget *>(QLatin1String(name))->accessibleName();
    }
    static LobbyOptions inZones(const QStringList &zones)
    {
        LobbyOptions options;
        options.zones = zones;
        return options;
    }
    QList<qint64> servicesShown()
    {
        QList<qint64> services;
        for (const PublicQueue &queue : m_window->findChild<WaitBoard *>(QStringLiteral("waitBoard"))->queues())
            services << queue.service.value;
        return services;
    }
    int rowsShown() { return m_window->findChild<CallBoard *>(QStringLiteral("callBoard"))->rowsShown(); }
    CallPanel &panel() { return m_window->callPanel(); }
    QString said(const char *name)
    {
        return m_window->findChild<QWidget *>(QLatin1String(name))->property("text").toString();
    }
    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }

    Language m_language{LanguageKind::Vietnamese};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<LobbyWindow> m_window;
};

QTEST_MAIN(TestLobbyWindow)
#include "tst_lobbywindow.moc"
