// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/demostates.h"
#include "app/kiosk/kioskwindow.h"
#include "ui/session/demobranch.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QtTest>

using namespace tiepdon;

namespace {

/// Paper that comes out as the test says, when it says.
class TestPrinter : public TicketPrinter
{
public:
    void print(const PrintJob &job, QObject *context, Done done) override
    {
        jobs.push_back(job);
        m_waiting.push_back({context, std::move(done)});
        if (isAtOnce)
            QMetaObject::invokeMethod(
                this, [this] { finish(); }, Qt::QueuedConnection);
    }
    [[nodiscard]] bool isPaperWanted() const override { return state != PrintState::NotWanted; }

    /// The oldest job comes out, or does not.
    void finish()
    {
        const auto [context, done] = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        if (context)
            done({state, QStringLiteral("as the test wants it")});
    }

    PrintState state = PrintState::Printed;
    bool isAtOnce = true;
    std::vector<PrintJob> jobs;

private:
    std::vector<std::pair<QPointer<QObject>, Done>> m_waiting;
};

const QRegularExpression kNotPrinted(QStringLiteral("^tickets are not printed"));

} // namespace

/// A person in front of a kiosk.
class TestKioskWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(kNotPrinted); }

    void init()
    {
        QTest::failOnWarning(kNotPrinted);
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        run(command::DefineBranch{kioskDemoSetup()});
        m_printer = std::make_unique<TestPrinter>();
        m_settings = {};
        m_settings.guardMs = 0;
        m_settings.confirmingMs = 0;
        m_language.set(LanguageKind::Vietnamese);
        open();
    }

    void cleanup()
    {
        m_window.reset();
        m_printer.reset();
        m_link.reset();
    }

    // ---- a ticket ----

    void threeTapsToATicket()
    {
        QCOMPARE(page(), QStringLiteral("startPage"));
        tap("vietnameseButton");
        QCOMPARE(label("choiceTitle"), QStringLiteral("Quý khách cần dịch vụ gì?"));
        tapTitle("Tiền mặt và chuyển tiền");
        QCOMPARE(label("choiceTitle"), QStringLiteral("Tiền mặt và chuyển tiền"));
        tapTitle("Gửi, rút tiền");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(label("ticketNumber"), QStringLiteral("A013"));
        const QString ticket = widget("ticketPaper")->accessibleName();
        for (const char *part : {"A013", "Gửi, rút tiền", "Deposits and withdrawals", "Trước quý khách: 4 người",
                                 "Khu A, tầng trệt", "Căn cước công dân", "10:41"})
            QVERIFY2(ticket.contains(QString::fromUtf8(part)), qPrintable(ticket));
        QCOMPARE(m_printer->jobs.size(), std::size_t(1));
        QVERIFY(m_printer->jobs[0].pdf.startsWith("%PDF"));
        QVERIFY(m_printer->jobs[0].name.startsWith(QStringLiteral("2026-03-02-A013-")));
        QTRY_COMPARE(label("printStatus"), QStringLiteral("Đã in phiếu. Mời quý khách lấy phiếu."));
        QCOMPARE(issues(), 1);
        tap("doneButton");
        QCOMPARE(page(), QStringLiteral("startPage"));
    }

    void englishIsSpokenUntilThePersonHasGone()
    {
        tap("englishButton");
        QCOMPARE(label("choiceTitle"), QStringLiteral("What can we do for you?"));
        tapTitle("Accounts and cards");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QVERIFY(widget("ticketPaper")->accessibleName().contains(QStringLiteral("Mở tài khoản, thẻ")));
        tap("languageButton");
        QTRY_COMPARE(label("ticketService"), QStringLiteral("Mở tài khoản, thẻ"));
        tap("languageButton");
        QTRY_COMPARE(label("ticketService"), QStringLiteral("Accounts and cards"));
        tap("doneButton");
        QVERIFY(Language::current() == LanguageKind::Vietnamese);
    }

    void theLastToComeKnowsHowManyAreBefore()
    {
        tap("vietnameseButton");
        const std::int64_t waiting = queueOf(m_link->shown(), ServiceId{3})->waiting;
        QVERIFY(button("Mở tài khoản, thẻ")->lines().first().startsWith(QStringLiteral("%1 người").arg(waiting)));
        tapTitle("Mở tài khoản, thẻ");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QVERIFY(widget("ticketPaper")
                    ->accessibleName()
                    .contains(QStringLiteral("Trước quý khách: %1 người").arg(waiting)));
    }

    void waitsAreRangesOrNothing()
    {
        tap("vietnameseButton");
        m_window->open(GroupId{1});
        const QRegularExpression range(QStringLiteral("^4 người đang chờ  ·  khoảng \\d+–\\d+ phút$"));
        QVERIFY2(range.match(button("Gửi, rút tiền")->lines().join(u'|')).hasMatch(),
                 qPrintable(button("Gửi, rút tiền")->lines().join(u'|')));
        // a day that has just begun tells nothing about how long it takes
        run(command::CloseDay{true});
        run(command::OpenDay{"2026-03-03"});
        run(command::SignOn{CounterId{1}, StaffId{1}, {}});
        run(command::IssueTicket{ServiceId{1}});
        QCOMPARE(button("Gửi, rút tiền")->lines(), QStringList{QStringLiteral("1 người đang chờ")});
        tapTitle("Gửi, rút tiền");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QVERIFY(!widget("ticketPaper")->accessibleName().contains(QStringLiteral("Dự kiến")));
    }

    void whatTheHubExpectsGoesBeforeThePaceOfTheLastCalls()
    {
        Quotes quotes;
        quotes.atMs = m_link->hubNowMs();
        quotes.services = {{ServiceId{1}, {}, {6 * kMinuteMs + 1, 9 * kMinuteMs, 13 * kMinuteMs - 1}},
                           {ServiceId{1}, SegmentId{1}, {kMinuteMs, 2 * kMinuteMs, 4 * kMinuteMs}}};
        tap("vietnameseButton");
        m_window->open(GroupId{1});
        m_link->setQuotes(quotes);
        QCOMPARE(button("Gửi, rút tiền")->lines(),
                 QStringList{QStringLiteral("4 người đang chờ  ·  khoảng 6–13 phút")});
        // what was said long ago is not said any more
        m_link->advance(kQuoteFreshMs + 1);
        m_link->setQuotes(quotes);
        QVERIFY(!button("Gửi, rút tiền")->lines().first().contains(QStringLiteral("6–13")));
        quotes.atMs = m_link->hubNowMs();
        m_link->setQuotes(quotes);
        tap("choicePriorityButton");
        tapTitle("Từ 75 tuổi");
        QCOMPARE(button("Gửi, rút tiền")->lines(),
                 QStringList{QStringLiteral("4 người đang chờ  ·  khoảng 1–4 phút")});
    }

    void theTicketSaysWhatTheReplySays()
    {
        const PublicState &branch = m_link->shown();
        CommandReply reply;
        reply.ticket = TicketId{7};
        reply.number = "A013";
        reply.ahead = 2;
        reply.wait = WaitQuote{3 * kMinuteMs, 5 * kMinuteMs, 8 * kMinuteMs};
        using Range = std::optional<std::pair<std::int64_t, std::int64_t>>;
        const TicketFacts fresh = factsOf(branch, {}, ServiceId{1}, SegmentId{1}, reply, demoNowMs(), true);
        QVERIFY(!fresh.ahead); // of those before them some are called later
        QVERIFY(fresh.waitMin == Range({3, 8}));
        const TicketFacts told = factsOf(branch, {}, ServiceId{1}, {}, reply, demoNowMs(), true);
        QCOMPARE(told.ahead, std::optional<std::int64_t>(2));
        const TicketFacts late = factsOf(branch, {}, ServiceId{1}, SegmentId{1}, reply, demoNowMs(), false);
        QVERIFY(!late.ahead && !late.waitMin);
        // a hub that does not say: the queue tells ordinary people, and nobody else
        reply.ahead.reset();
        reply.wait.reset();
        const TicketFacts ordinary = factsOf(branch, {}, ServiceId{1}, {}, reply, demoNowMs(), true);
        QVERIFY(ordinary.ahead && ordinary.waitMin);
        const TicketFacts first = factsOf(branch, {}, ServiceId{1}, SegmentId{1}, reply, demoNowMs(), true);
        QVERIFY(!first.ahead && !first.waitMin);
    }

    // ---- priority ----

    void whoHasPrioritySaysWhyAndOrdinaryPeopleAreNotAsked()
    {
        tap("vietnameseButton");
        QVERIFY(touchButton("choicePriorityButton")->isVisible());
        tap("choicePriorityButton");
        QCOMPARE(page(), QStringLiteral("reasonPage"));
        QCOMPARE(label("reasonTitle"), QStringLiteral("Quý khách thuộc diện nào?"));
        QVERIFY(touchButton("backButton")->isVisible());
        tap("backButton");
        QCOMPARE(page(), QStringLiteral("choicePage"));
        tap("choicePriorityButton");
        tapTitle("Phụ nữ mang thai");
        QCOMPARE(page(), QStringLiteral("choicePage"));
        QCOMPARE(touchButton("choicePriorityButton")->text(), QStringLiteral("Ưu tiên: Phụ nữ mang thai"));
        QVERIFY(touchButton("choicePriorityButton")->isOn());
        tapTitle("Mở tài khoản, thẻ");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        const auto sent = std::get<command::IssueTicket>(m_link->sent().back());
        QCOMPARE(sent.priorityReason, PriorityReasonId{2});
        QCOMPARE(sent.segment, SegmentId{});
        QCOMPARE(sent.language, std::string());
        QVERIFY(widget("ticketPaper")->accessibleName().contains(QStringLiteral("Ưu tiên")));
        const Ticket *ticket = m_link->branch().ticket(m_link->branch().lastTicket());
        QCOMPARE(ticket->segment, SegmentId{1});
        // the next person is ordinary
        tap("doneButton");
        takeTicket();
        QCOMPARE(std::get<command::IssueTicket>(m_link->sent().back()).priorityReason, PriorityReasonId{});
        QVERIFY(!widget("ticketPaper")->accessibleName().contains(QStringLiteral("Ưu tiên:")));
    }

    void whoGoesAwayFromTheQuestionLeavesNothingBehind()
    {
        tap("vietnameseButton");
        tap("choicePriorityButton");
        tapTitle("Khuyết tật");
        tap("choicePriorityButton");
        tapTitle("Không thuộc diện nào");
        QVERIFY(!touchButton("choicePriorityButton")->isOn());
        tap("choicePriorityButton");
        tapTitle("Khuyết tật");
        tap("choicePriorityButton");
        m_window->letPass(m_settings.idleMs - m_settings.warnMs + 1000);
        QVERIFY(widget("idleBar")->isVisible());
        m_window->letPass(m_settings.warnMs);
        QCOMPARE(page(), QStringLiteral("startPage"));
        takeTicket();
        QCOMPARE(std::get<command::IssueTicket>(m_link->sent().back()).priorityReason, PriorityReasonId{});
    }

    void aBranchWithoutReasonsAsksNobody()
    {
        tap("vietnameseButton");
        tap("choicePriorityButton");
        tapTitle("Khuyết tật");
        tap("choicePriorityButton");
        BranchSetup setup = kioskDemoSetup();
        for (PriorityReason &each : setup.priorityReasons)
            each.atKiosk = false; // while somebody is asked
        run(command::DefineBranch{setup});
        QCOMPARE(page(), QStringLiteral("choicePage"));
        QVERIFY(!touchButton("choicePriorityButton")->isVisible());
        tapTitle("Mở tài khoản, thẻ");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(std::get<command::IssueTicket>(m_link->sent().back()).priorityReason, PriorityReasonId{});
    }

    void englishIsAskedForAtTheCounterToo()
    {
        tap("englishButton");
        tapTitle("Accounts and cards");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(std::get<command::IssueTicket>(m_link->sent().back()).language, std::string("en"));
    }

    // ---- what cannot be had ----

    void aServiceWithoutNumbersLeftSaysSo()
    {
        BranchSetup setup = kioskDemoSetup();
        const std::int64_t came = m_link->branch().serviceDay(ServiceId{3}).issued;
        setup.services[2].dayLimit = came + 1;
        run(command::DefineBranch{setup});
        tap("vietnameseButton");
        QVERIFY(button("Mở tài khoản, thẻ")->lines().first().contains(QStringLiteral("đang chờ")));
        run(command::IssueTicket{ServiceId{3}}); // elsewhere, the last one
        QCOMPARE(button("Mở tài khoản, thẻ")->lines(), QStringList{QStringLiteral("Hết số hôm nay")});
        tapTitle("Mở tài khoản, thẻ");
        QCOMPARE(label("noticeTitle"), QStringLiteral("Mở tài khoản, thẻ: hết số hôm nay"));
        QCOMPARE(issues(), 0);
        tap("noticeButton");
        // whoever was a moment too late hears it from the hub
        m_link->refuseNext({ErrorCode::ServiceFull, "", {}});
        tapTitle("Kiều hối, ngoại tệ");
        QTRY_COMPARE(label("noticeTitle"), QStringLiteral("Kiều hối, ngoại tệ: hết số hôm nay"));
    }

    void aClosedServiceSaysWhenItOpensAndGivesNoTicket()
    {
        tap("vietnameseButton");
        QCOMPARE(button("Tư vấn vay vốn")->lines(), QStringList{QStringLiteral("Mở lại lúc 13:00")});
        QCOMPARE(button("Khách hàng ưu tiên")->lines(), QStringList{QStringLiteral("Mở lại ngày mai, 08:00")});
        tapTitle("Tư vấn vay vốn");
        QCOMPARE(label("noticeTitle"), QStringLiteral("Tư vấn vay vốn: Mở lại lúc 13:00"));
        QVERIFY(label("noticeHint").contains(QStringLiteral("13:00–16:30")));
        QCOMPARE(issues(), 0);
        tap("noticeButton");
        QCOMPARE(page(), QStringLiteral("choicePage"));
        // by the hub's clock it opens while somebody looks
        m_link->advance(2 * kHourMs + 19 * kMinuteMs);
        QTRY_VERIFY_WITH_TIMEOUT(!button("Tư vấn vay vốn")->lines().first().contains(QStringLiteral("Mở lại")),
                                 3000);
    }

    void whenItOpensIsSaidByDay_data()
    {
        QTest::addColumn<qint64>("afterMs");
        QTest::addColumn<QString>("vi");
        QTest::addColumn<QString>("en");
        const qint64 day = kDayMs;
        QTest::newRow("today") << qint64(2 * kHourMs) << QStringLiteral("Mở lại lúc 12:41")
                               << QStringLiteral("Opens at 12:41");
        QTest::newRow("tomorrow") << day << QStringLiteral("Mở lại ngày mai, 10:41")
                                  << QStringLiteral("Opens tomorrow, 10:41");
        QTest::newRow("in three days") << 3 * day << QStringLiteral("Mở lại thứ Năm, 10:41")
                                       << QStringLiteral("Opens Thursday, 10:41");
        QTest::newRow("in a week") << 7 * day << QStringLiteral("Mở lại thứ Hai 09/03, 10:41")
                                   << QStringLiteral("Opens Monday 09/03, 10:41");
    }
    void whenItOpensIsSaidByDay()
    {
        QFETCH(qint64, afterMs);
        QFETCH(QString, vi);
        QFETCH(QString, en);
        QCOMPARE(opensText(demoNowMs() + afterMs, demoNowMs(), 420), vi);
        m_language.set(LanguageKind::English);
        QCOMPARE(opensText(demoNowMs() + afterMs, demoNowMs(), 420), en);
        QCOMPARE(opensText({}, demoNowMs(), 420), QStringLiteral("No tickets at the moment"));
    }

    void hoursAreReadable()
    {
        QCOMPARE(hoursText({{0b0011111, 480, 690}, {0b0011111, 780, 990}, {0b0100000, 480, 690}}),
                 (QStringList{QStringLiteral("Thứ Hai – Thứ Sáu: 08:00–11:30, 13:00–16:30"),
                              QStringLiteral("Thứ Bảy: 08:00–11:30")}));
    }

    void aServiceNobodyServesWarnsAndStillGives()
    {
        tap("vietnameseButton");
        QVERIFY(button("Kiều hối, ngoại tệ")->lines().last().contains(QStringLiteral("vẫn lấy số được")));
        tapTitle("Kiều hối, ngoại tệ");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(label("ticketNumber"), QStringLiteral("E001"));
        QVERIFY(!widget("ticketPaper")->accessibleName().contains(QStringLiteral("Dự kiến")));
    }

    void aClosedDayIsSaidInBothLanguages()
    {
        run(command::CloseDay{true});
        QCOMPARE(page(), QStringLiteral("noticePage"));
        QCOMPARE(label("noticeTitle"), QStringLiteral("Chi nhánh hiện chưa mở cửa"));
        QCOMPARE(label("noticeTitleOther"), QStringLiteral("The branch is not open now"));
        QVERIFY(!label("noticeHint").contains(u':')); // some services have no hours: nobody knows when
        BranchSetup setup = kioskDemoSetup();
        for (Service &service : setup.services) {
            if (service.hours.empty())
                service.hours = {{0b0011110, 8 * 60, 11 * 60}};
        }
        run(command::DefineBranch{setup});
        QCOMPARE(label("noticeHint"), QStringLiteral("Mở lại lúc 13:00"));
        QCOMPARE(label("noticeHintOther"), QStringLiteral("Opens at 13:00"));
        run(command::OpenDay{"2026-03-03"});
        QCOMPARE(page(), QStringLiteral("startPage"));
    }

    void aDayThatClosesMeanwhileIsSaid()
    {
        tap("vietnameseButton");
        m_link->refuseNext({ErrorCode::DayNotOpen, "", {}});
        tapTitle("Mở tài khoản, thẻ");
        QTRY_COMPARE(page(), QStringLiteral("startPage"));
        tap("vietnameseButton");
        m_link->refuseNext({ErrorCode::ServiceClosed, "", {}});
        tapTitle("Mở tài khoản, thẻ");
        QTRY_VERIFY(widget("noticeButton")->isVisible());
        tap("noticeButton");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^no ticket was given: SeriesFull")));
        m_link->refuseNext({ErrorCode::SeriesFull, "", {}});
        tapTitle("Mở tài khoản, thẻ");
        QTRY_COMPARE(label("noticeTitle"), QStringLiteral("Chưa lấy được số"));
        QVERIFY(label("noticeHint").size() > 20);
        QVERIFY(m_printer->jobs.empty());
    }

    // ---- one operation ----

    void aDoubleTapGivesOneTicket()
    {
        tap("vietnameseButton");
        m_link->hold();
        TouchButton *service = button("Mở tài khoản, thẻ");
        QTest::mouseClick(service, Qt::LeftButton);
        QTest::mouseDClick(service, Qt::LeftButton);
        service->click();
        QCOMPARE(issues(), 1);
        QCOMPARE(page(), QStringLiteral("noticePage"));
        QCOMPARE(label("noticeTitle"), QStringLiteral("Đang lấy số…"));
        QTest::keyClick(m_window.get(), Qt::Key_Escape); // nobody walks away from a ticket that may be theirs
        QCOMPARE(page(), QStringLiteral("noticePage"));
        m_link->release();
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(issues(), 1);
        QCOMPARE(m_printer->jobs.size(), std::size_t(1));
    }

    void aSecondTapForThePageBeforeIsNotOneForTheNext()
    {
        m_settings.guardMs = 2000;
        open();
        QTest::qWait(2100);
        tap("vietnameseButton");
        QCOMPARE(page(), QStringLiteral("choicePage"));
        tapTitle("Mở tài khoản, thẻ"); // at once
        QCOMPARE(issues(), 0);
        QCOMPARE(page(), QStringLiteral("choicePage"));
        QTest::qWait(2100);
        tapTitle("Mở tài khoản, thẻ");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
    }

    void aFastAnswerNeedsNoPageInBetween()
    {
        m_settings.confirmingMs = 1500;
        open();
        tap("vietnameseButton");
        m_link->hold();
        tapTitle("Mở tài khoản, thẻ");
        QCOMPARE(page(), QStringLiteral("choicePage"));
        QTRY_COMPARE(page(), QStringLiteral("noticePage"));
        m_link->release();
        QCOMPARE(page(), QStringLiteral("ticketPage"));
    }

    void aTicketAskedForIsNotLostWithTheConnection()
    {
        m_settings.unclearMs = 2000;
        open();
        tap("vietnameseButton");
        m_link->hold();
        tapTitle("Mở tài khoản, thẻ");
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QCOMPARE(label("noticeTitle"), QStringLiteral("Đang lấy số… đang kết nối lại"));
        QTRY_COMPARE(label("noticeTitle"), QStringLiteral("Chưa rõ đã lấy được số hay chưa"));
        m_window->letPass(10 * m_settings.idleMs); // it stays as long as it is not known
        QCOMPARE(label("noticeTitle"), QStringLiteral("Chưa rõ đã lấy được số hay chưa"));
        QCOMPARE(issues(), 1);
        m_link->setStatus(BranchLink::Status::Live);
        m_link->release();
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(issues(), 1);
        QCOMPARE(m_printer->jobs.size(), std::size_t(1));
    }

    void aLateTicketDoesNotClaimWhoIsBefore()
    {
        tap("vietnameseButton");
        m_link->hold();
        tapTitle("Mở tài khoản, thẻ");
        QTest::qWait(5200);
        m_link->release();
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        QVERIFY(!widget("ticketPaper")->accessibleName().contains(QStringLiteral("Trước quý khách")));
    }

    void whatNeverGotThroughIsSaid_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("title");
        QTest::newRow("given up") << static_cast<int>(ErrorCode::Timeout)
                                  << QStringLiteral("Chưa rõ đã lấy được số hay chưa");
        QTest::newRow("never sent") << static_cast<int>(ErrorCode::Offline) << QStringLiteral("Chưa lấy được số");
    }
    void whatNeverGotThroughIsSaid()
    {
        QFETCH(int, code);
        QFETCH(QString, title);
        tap("vietnameseButton");
        m_link->refuseNext({static_cast<ErrorCode>(code), "", {}});
        tapTitle("Mở tài khoản, thẻ");
        QTRY_COMPARE(label("noticeTitle"), title);
        QVERIFY(m_printer->jobs.empty());
        m_window->letPass(m_settings.problemMs);
        QCOMPARE(page(), QStringLiteral("startPage"));
    }

    // ---- the hub goes and comes ----

    void awayIsSaidOverEverythingThatNeedsTheHub()
    {
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QCOMPARE(label("noticeTitle"), QStringLiteral("Xin chờ, đang kết nối lại"));
        QCOMPARE(label("noticeTitleOther"), QStringLiteral("Please wait, reconnecting"));
        m_link->setStatus(BranchLink::Status::Live);
        QCOMPARE(page(), QStringLiteral("startPage"));
        tap("englishButton");
        m_window->open(GroupId{1});
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QCOMPARE(page(), QStringLiteral("noticePage"));
        QTest::keyClick(m_window.get(), Qt::Key_1); // no ticket without the hub
        QCOMPARE(issues(), 0);
        m_link->setStatus(BranchLink::Status::Live);
        QCOMPARE(label("choiceTitle"), QStringLiteral("Cash and transfers"));
    }

    void aTicketOnTheScreenStaysReadable()
    {
        takeTicket();
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(label("ticketNumber"), QStringLiteral("C006"));
        QTRY_VERIFY(label("printStatus").contains(QStringLiteral("Đã in")));
        m_window->letPass(m_settings.ticketMs);
        QCOMPARE(label("noticeTitle"), QStringLiteral("Xin chờ, đang kết nối lại"));
    }

    void aWithdrawnKioskSaysSo()
    {
        m_link->setStatus(BranchLink::Status::Refused, {ErrorCode::DeviceRevoked, "", {}});
        QCOMPARE(label("noticeTitle"), QStringLiteral("Máy lấy số này đã bị thu hồi khỏi chi nhánh"));
        QCOMPARE(label("clock"), QString());
        m_link->setStatus(BranchLink::Status::Live);
        QCOMPARE(page(), QStringLiteral("startPage"));
    }

    // ---- paper ----

    void aPrinterThatFailsLeavesAValidTicket()
    {
        m_printer->state = PrintState::OutOfPaper;
        QTest::ignoreMessage(QtWarningMsg, kNotPrinted); // once, for two tickets
        takeTicket();
        QTRY_VERIFY(label("printStatus").contains(QStringLiteral("xin ghi nhớ hoặc chụp lại số này")));
        QCOMPARE(label("ticketNumber"), QStringLiteral("C006"));
        m_window->letPass(m_settings.ticketMs + 1000); // longer than one on paper
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        m_window->letPass(m_settings.ticketWithoutPaperMs);
        QCOMPARE(page(), QStringLiteral("startPage"));
        QVERIFY(label("staffWord").contains(QStringLiteral("hết giấy")));
        QVERIFY(widget("staffWord")->isVisible());
        takeTicket();
        QTRY_VERIFY(label("printStatus").contains(QStringLiteral("chụp lại")));
        tap("doneButton");
        QVERIFY(widget("staffWord")->isVisible());
        m_printer->state = PrintState::Printed;
        takeTicket();
        QTRY_VERIFY(label("printStatus").contains(QStringLiteral("Đã in phiếu")));
        tap("doneButton");
        QVERIFY(!widget("staffWord")->isVisible());
        QCOMPARE(m_printer->jobs.size(), std::size_t(3)); // no ticket is printed twice
    }

    void everyFailureHasItsWord()
    {
        QSet<QString> words;
        for (int i = 0; i <= static_cast<int>(PrintState::FileFailed); ++i) {
            m_printer->state = static_cast<PrintState>(i);
            const bool isFailure = i > static_cast<int>(PrintState::NotWanted);
            if (isFailure)
                QTest::ignoreMessage(QtWarningMsg, kNotPrinted);
            takeTicket();
            QTRY_VERIFY(!label("printStatus").contains(QStringLiteral("Đang in")));
            tap("doneButton");
            QCOMPARE(widget("staffWord")->isVisible(), isFailure);
            if (isFailure)
                words << label("staffWord");
        }
        QCOMPARE(words.size(), 8);
    }

    void theTicketWaitsForThePrinter()
    {
        m_printer->isAtOnce = false;
        takeTicket();
        QCOMPARE(label("printStatus"), QStringLiteral("Đang in phiếu…"));
        m_window->letPass(m_settings.ticketMs + 1000);
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        m_printer->finish();
        QVERIFY(label("printStatus").contains(QStringLiteral("Đã in phiếu"))); // there is time to read it
        m_window->letPass(m_settings.ticketMs - 1000);
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        m_window->letPass(1000);
        QCOMPARE(page(), QStringLiteral("startPage"));
    }

    void aPrinterThatNeverAnswersKeepsNobodyWaiting()
    {
        m_printer->isAtOnce = false;
        takeTicket();
        m_window->letPass(m_settings.printingMs - 1000);
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(label("ticketTimeLeft"), QString()); // it would jump when the paper is there
        m_window->letPass(1000);
        QCOMPARE(page(), QStringLiteral("startPage"));
        takeTicket();
        m_printer->finish(); // of the first: too late to be said
        QCOMPARE(label("printStatus"), QStringLiteral("Đang in phiếu…"));
        QCOMPARE(m_printer->jobs.size(), std::size_t(2));
    }

    void anEarlierTicketsPaperSaysNothingAboutThisOne()
    {
        m_printer->isAtOnce = false;
        takeTicket();
        tap("doneButton");
        takeTicket();
        m_printer->finish();
        QCOMPARE(label("printStatus"), QStringLiteral("Đang in phiếu…"));
        m_printer->finish();
        QVERIFY(label("printStatus").contains(QStringLiteral("Đã in phiếu")));
    }

    void withoutAPrinterTheNumberIsToBeRemembered()
    {
        m_printer->state = PrintState::NotWanted;
        takeTicket();
        QCOMPARE(label("printStatus"), QStringLiteral("Xin ghi nhớ hoặc chụp lại số này"));
        m_window->letPass(m_settings.ticketMs + 1000);
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        tap("moreTimeButton");
        m_window->letPass(m_settings.ticketWithoutPaperMs - 1000);
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        m_window->letPass(1000);
        QCOMPARE(page(), QStringLiteral("startPage"));
        QVERIFY(!widget("staffWord")->isVisible());
    }

    // ---- time ----

    void nobodyThereAnyMore()
    {
        tap("englishButton");
        tap("bigTextButton");
        tap("contrastButton");
        m_window->letPass(m_settings.idleMs - m_settings.warnMs - 1000);
        QVERIFY(!widget("idleBar")->isVisible());
        m_window->letPass(2000);
        QVERIFY(widget("idleBar")->isVisible());
        QVERIFY2(label("idleText").startsWith(QStringLiteral("Back to the start in ")),
                 qPrintable(label("idleText")));
        tap("stayButton");
        QVERIFY(!widget("idleBar")->isVisible());
        QCOMPARE(page(), QStringLiteral("choicePage"));
        m_window->letPass(m_settings.idleMs);
        QCOMPARE(page(), QStringLiteral("startPage"));
        QVERIFY(Language::current() == LanguageKind::Vietnamese);
        QVERIFY(!touchButton("bigTextButton")->isOn() && !touchButton("contrastButton")->isOn());
        QCOMPARE(theme().ground, tokensOf(ThemeKind::LightStrong).ground);
    }

    void timePassesByItself()
    {
        m_settings.idleMs = 3000;
        m_settings.warnMs = 2500;
        m_settings.ticketMs = 2500;
        open();
        tap("vietnameseButton");
        QTRY_VERIFY(widget("idleBar")->isVisible());
        QTRY_COMPARE(page(), QStringLiteral("startPage"));
        takeTicket();
        QTRY_COMPARE(page(), QStringLiteral("startPage"));
        tap("contrastButton"); // a mode alone is put back too
        QCOMPARE(theme().ground, QColor(Qt::black));
        QTRY_COMPARE(theme().ground, tokensOf(ThemeKind::LightStrong).ground);
    }

    void everyTouchAndKeyCounts()
    {
        tap("vietnameseButton");
        m_window->letPass(m_settings.idleMs - 1000);
        QVERIFY(widget("idleBar")->isVisible());
        QTest::mouseClick(widget("choiceTitle"), Qt::LeftButton);
        QVERIFY(!widget("idleBar")->isVisible());
        m_window->letPass(m_settings.idleMs - 1000);
        QTest::keyClick(m_window.get(), Qt::Key_Tab);
        QVERIFY(!widget("idleBar")->isVisible());
    }

    // ---- for those who see or move otherwise ----

    void largerTextAndMoreContrast()
    {
        tap("vietnameseButton");
        const int before = widget("choiceTitle")->font().pixelSize();
        tap("bigTextButton");
        QVERIFY(widget("choiceTitle")->font().pixelSize() >= before * 13 / 10);
        tap("contrastButton");
        QCOMPARE(theme().ground, tokensOf(ThemeKind::HighContrast).ground);
        QVERIFY(widget("choiceTitle")->font().pixelSize() >= before * 13 / 10); // kept by a new style
        // as painted: the brightest and the darkest of the page
        const QImage picture = m_window->grab().toImage().convertToFormat(QImage::Format_RGB32);
        QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::black));
        tap("contrastButton");
        tap("bigTextButton");
        QCOMPARE(widget("choiceTitle")->font().pixelSize(), before);
        QCOMPARE(theme().ground, tokensOf(ThemeKind::LightStrong).ground);
    }

    void everythingFitsEverywhere_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1280, 720), QSize(1366, 768),
                                 QSize(3840, 2160), QSize(2160, 3840)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void everythingFitsEverywhere()
    {
        QFETCH(QSize, size);
        for (const LanguageKind language : {LanguageKind::Vietnamese, LanguageKind::English}) {
            const QStringList states = kioskDemoStates();
            for (const QString &state : states) {
                if (state.startsWith(QLatin1String("enrol")))
                    continue;
                m_language.set(language);
                if (state.contains(QLatin1String("-fails")))
                    QTest::ignoreMessage(QtWarningMsg, kNotPrinted);
                if (state.startsWith(QLatin1String("problem")))
                    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^no ticket was given")));
                const Demo demo = kioskDemo(state, m_settings, m_language);
                QVERIFY(demo.window);
                demo.window->resize(size);
                demo.window->show();
                QString problem = misfit(*demo.window);
                if (!problem.isEmpty())
                    demo.window->grab().save(QDir::temp().filePath(QStringLiteral("kiosk-misfit.png")));
                QVERIFY2(problem.isEmpty(),
                         qPrintable(QStringLiteral("%1, %2: %3")
                                        .arg(state,
                                             language == LanguageKind::English ? QStringLiteral("en")
                                                                               : QStringLiteral("vi"),
                                             problem)));
            }
        }
    }

    void whatDoesNotFitIsOnFurtherPages()
    {
        BranchSetup setup = kioskDemoSetup();
        for (std::int64_t i = 0; i < 20; ++i)
            setup.services.push_back({ServiceId{100 + i},
                                      {"Dịch vụ " + std::to_string(i), ""},
                                      "H",
                                      5 * kMinuteMs,
                                      10 * kMinuteMs,
                                      {},
                                      {},
                                      {}});
        run(command::DefineBranch{setup});
        tap("vietnameseButton");
        QSet<QString> seen;
        for (int screen = 0; screen < 20; ++screen) {
            for (int i = 1; i <= ChoicePage::kShownMax; ++i) {
                TouchButton *each = touchButton(qPrintable(QStringLiteral("choiceButton%1").arg(i)));
                if (each->isVisible())
                    seen << each->accessibleName();
            }
            if (!touchButton("choiceNextButton")->isEnabled())
                break;
            tap("choiceNextButton");
        }
        QCOMPARE(seen.size(), 25); // a group, four others, twenty
        QVERIFY(label("choiceWhere").startsWith(QStringLiteral("Trang ")));
        tapTitle("Dịch vụ 19");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(label("ticketService"), QStringLiteral("Dịch vụ 19"));
    }

    void keysAreEnough()
    {
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        QVERIFY(!TouchButton::areKeysUsed());
        QTest::keyClick(m_window.get(), Qt::Key_1);
        QTRY_VERIFY(TouchButton::areKeysUsed());
        QTRY_COMPARE(page(), QStringLiteral("choicePage"));
        QCOMPARE(focused(), QStringLiteral("choiceButton1"));
        const QImage unfocused = touchButton("choiceButton2")->grab().toImage();
        press(Qt::Key_Right);
        QCOMPARE(focused(), QStringLiteral("choiceButton2"));
        QVERIFY(touchButton("choiceButton2")->grab().toImage() != unfocused); // seen
        press(Qt::Key_Down);
        QCOMPARE(focused(), QStringLiteral("choiceButton4"));
        press(Qt::Key_Left);
        QCOMPARE(focused(), QStringLiteral("choiceButton3"));
        press(Qt::Key_Up);
        QCOMPARE(focused(), QStringLiteral("choiceButton1"));
        press(Qt::Key_Return);
        QCOMPARE(label("choiceTitle"), QStringLiteral("Tiền mặt và chuyển tiền"));
        press(Qt::Key_Escape);
        QCOMPARE(label("choiceTitle"), QStringLiteral("Quý khách cần dịch vụ gì?"));
        press(Qt::Key_2);
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(focused(), QStringLiteral("doneButton"));
        press(Qt::Key_Return);
        QCOMPARE(page(), QStringLiteral("startPage"));
    }

    void tabReachesEveryButton()
    {
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        press(Qt::Key_1);
        QTRY_COMPARE(page(), QStringLiteral("choicePage"));
        QSet<QString> reached;
        for (int i = 0; i < 30; ++i) {
            reached << focused();
            press(Qt::Key_Tab);
        }
        for (const char *name :
             {"choiceButton1", "choiceButton5", "backButton", "bigTextButton", "contrastButton", "languageButton"})
            QVERIFY2(reached.contains(QLatin1String(name)), name);
    }

    void aScreenReaderTakesATicket()
    {
        const auto pressNamed = [this](const char *name) {
            const auto buttons = m_window->findChildren<TouchButton *>();
            for (TouchButton *each : buttons) {
                QAccessibleInterface *one = QAccessible::queryAccessibleInterface(each);
                if (!each->isVisible() || !one || one->role() != QAccessible::Button
                    || one->text(QAccessible::Name) != QString::fromUtf8(name))
                    continue;
                one->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
                return true;
            }
            return false;
        };
        QVERIFY(pressNamed("English"));
        QTRY_COMPARE(page(), QStringLiteral("choicePage"));
        QVERIFY(pressNamed("Accounts and cards"));
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
        QVERIFY2(m_window->findChild<QStackedWidget *>()->currentWidget()->accessibleName().startsWith(
                     QStringLiteral("Your number is C006")),
                 "what is announced");
        QAccessibleInterface *number = QAccessible::queryAccessibleInterface(widget("ticketNumber"));
        QCOMPARE(number->text(QAccessible::Name), QStringLiteral("Your number is C006"));
        QVERIFY(QAccessible::queryAccessibleInterface(widget("ticketPaper"))
                    ->text(QAccessible::Name)
                    .contains(QStringLiteral("People ahead of you")));
        QVERIFY(pressNamed("Done"));
        QTRY_COMPARE(page(), QStringLiteral("startPage"));
    }

    void theTreeLosesNothing()
    {
        PublicState branch = m_link->shown();
        // a group inside a group, an empty one, one whose parent is gone
        branch.groups.push_back({GroupId{2}, {"Trong", ""}, GroupId{1}});
        branch.groups.push_back({GroupId{3}, {"Rỗng", ""}, {}});
        branch.groups.push_back({GroupId{4}, {"Mồ côi", ""}, GroupId{99}});
        branch.queues[0].group = GroupId{2};
        branch.queues[2].group = GroupId{4};
        branch.queues[3].group = GroupId{77};
        const auto names = [&](GroupId group) {
            QStringList all;
            for (const ServiceChoice &each : choicesIn(branch, {}, group, {}, demoNowMs()))
                all << fromUtf8(each.name.vi);
            return all.join(u'|');
        };
        QCOMPARE(
            names({}),
            QStringLiteral("Tiền mặt và chuyển tiền|Mồ côi|Tư vấn vay vốn|Khách hàng ưu tiên|Kiều hối, ngoại tệ"));
        QCOMPARE(names(GroupId{1}), QStringLiteral("Trong|Chuyển tiền"));
        QCOMPARE(names(GroupId{2}), QStringLiteral("Gửi, rút tiền"));
        QCOMPARE(names(GroupId{4}), QStringLiteral("Mở tài khoản, thẻ"));
        QCOMPARE(parentOf(branch, GroupId{2}), GroupId{1});
        QCOMPARE(parentOf(branch, GroupId{4}), GroupId{});
    }

    void noSuchDemoState() { QVERIFY(!kioskDemo(QStringLiteral("no such state"), m_settings, m_language).window); }

private:
    void open()
    {
        m_window = std::make_unique<KioskWindow>(*m_link, m_language, *m_printer, m_settings);
        m_window->resize(1280, 720);
        m_window->show();
    }
    template <class Widget = QWidget>
    Widget *find(const char *name)
    {
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QWidget *widget(const char *name) { return find(name); }
    TouchButton *touchButton(const char *name) { return find<TouchButton>(name); }
    QString label(const char *name) { return find<QLabel>(name)->text(); }
    QString page() { return m_window->findChild<QStackedWidget *>()->currentWidget()->objectName(); }
    QString focused()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }
    void press(Qt::Key key)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key);
    }
    void tap(const char *name)
    {
        QVERIFY2(touchButton(name)->isVisible(), name);
        QTest::mouseClick(touchButton(name), Qt::LeftButton);
    }
    /// The visible choice with this title.
    TouchButton *button(const char *title)
    {
        const auto buttons = m_window->findChildren<TouchButton *>();
        for (TouchButton *each : buttons) {
            if (each->isVisible() && each->accessibleName() == QString::fromUtf8(title))
                return each;
        }
        qFatal("no %s", title);
    }
    void tapTitle(const char *title) { QTest::mouseClick(button(title), Qt::LeftButton); }
    /// At the start.
    void takeTicket()
    {
        tap("vietnameseButton");
        tapTitle("Mở tài khoản, thẻ");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
    }
    int issues()
    {
        return static_cast<int>(
            std::count_if(m_link->sent().begin(), m_link->sent().end(),
                          [](const Command &each) { return std::holds_alternative<command::IssueTicket>(each); }));
    }
    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }

    /// What is too small, outside, on something else, or cut; empty when all is well.
    static QString misfit(QWidget &window)
    {
        const auto inWindow
            = [&](const QWidget *each) { return QRect(each->mapTo(&window, QPoint()), each->size()); };
        QList<TouchButton *> seen;
        const auto buttons = window.findChildren<TouchButton *>();
        const bool hasIdleBar = window.findChild<QWidget *>(QStringLiteral("idleBar"))->isVisible();
        for (TouchButton *each : buttons) {
            if (!each->isVisible())
                continue;
            const QRect box = inWindow(each);
            if (box.width() < Look::kTouchMin || box.height() < Look::kTouchMin)
                return each->objectName() + QStringLiteral(" is too small to touch");
            const bool isChoice = each->objectName().startsWith(QLatin1String("choiceButton"))
                || each->objectName().startsWith(QLatin1String("reasonButton"));
            if (isChoice && box.height() < Look::kServiceMin)
                return each->objectName() + QStringLiteral(" is not high enough");
            if (!window.rect().contains(box))
                return each->objectName() + QStringLiteral(" is outside");
            for (const TouchButton *other : std::as_const(seen)) {
                const bool isBar = hasIdleBar
                    && (each->objectName() == QLatin1String("stayButton")
                        || other->objectName() == QLatin1String("stayButton"));
                if (!isBar && inWindow(other).intersects(box))
                    return each->objectName() + QStringLiteral(" lies on ") + other->objectName();
            }
            seen << each;
        }
        const auto labels = window.findChildren<QLabel *>();
        for (const QLabel *each : labels) {
            if (!each->isVisible() || each->text().isEmpty())
                continue;
            const int needed
                = each->wordWrap() ? each->heightForWidth(each->width()) : each->fontMetrics().height() * 8 / 10;
            if (needed > each->height() + 1)
                return each->objectName() + QStringLiteral(" is cut: ") + QString::number(needed)
                    + QStringLiteral(" of ") + QString::number(each->height());
            if (!each->wordWrap() && each->sizeHint().width() > each->width())
                return each->objectName() + QStringLiteral(" is too long");
            if (!window.rect().contains(inWindow(each)))
                return each->objectName() + QStringLiteral(" is outside");
            for (const TouchButton *other : std::as_const(seen)) {
                if (!hasIdleBar && inWindow(other).intersects(inWindow(each)))
                    return each->objectName() + QStringLiteral(" lies under ") + other->objectName();
            }
            for (const QLabel *other : labels) {
                if (other != each && other->isVisible() && !other->text().isEmpty() && !hasIdleBar
                    && inWindow(other).intersects(inWindow(each)))
                    return each->objectName() + QStringLiteral(" lies on ") + other->objectName();
            }
        }
        return {};
    }

    Language m_language{LanguageKind::Vietnamese};
    KioskSettings m_settings;
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<TestPrinter> m_printer;
    std::unique_ptr<KioskWindow> m_window;
};

QTEST_MAIN(TestKioskWindow)
#include "tst_kioskwindow.moc"
