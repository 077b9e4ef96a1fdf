// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/callreason.h"
#include "ui/session/demobranch.h"
#include "ui/session/language.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace tiepdon;

namespace {

constexpr std::size_t kRules = names(CallRule{}).size();

/// A012 of segment 1 waited 12:30 of 10 minutes, A014 5 of 15.
CallReason reasonOf(CallRule rule, CallingRuleKind kind)
{
    CallReason reason;
    reason.rule = rule;
    reason.kind = kind;
    reason.service = ServiceId{1};
    reason.waitedMs = 12 * kMinuteMs + 30 * kSecondMs;
    reason.serviceLevelMs = 10 * kMinuteMs;
    reason.waiting = 7;
    reason.services = 2;
    reason.runnerUp = "A014";
    reason.runnerUpService = ServiceId{2};
    reason.runnerUpWaitedMs = 5 * kMinuteMs;
    reason.runnerUpServiceLevelMs = 15 * kMinuteMs;
    reason.segment = SegmentId{1};
    reason.indexNano = 3'000'000;
    reason.runnerUpIndexNano = 2'000'000;
    reason.weightPermille = 2500;
    reason.runnerUpWeightPermille = 1000;
    reason.meanServiceMs = 5 * kMinuteMs;
    reason.runnerUpMeanServiceMs = 6 * kMinuteMs;
    reason.overtaken = 20;
    return reason;
}

} // namespace

/// Why a number is called, for those who call and for everybody, in both languages.
class TestCallReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
    }
    void cleanup() { m_language.set(LanguageKind::English); }

    void aReasonIsOneLine_data()
    {
        QTest::addColumn<CallRule>("rule");
        QTest::addColumn<CallingRuleKind>("kind");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("vietnamese");
        using enum CallingRuleKind;
        const auto row = [](const char *title, CallRule rule, CallingRuleKind kind, const char *english,
                            const char *vietnamese) {
            QTest::newRow(title) << rule << kind << QString::fromUtf8(english) << QString::fromUtf8(vietnamese);
        };
        row("nobody else waits", CallRule::OnlyOne, BrokenPromise, "The only person waiting: waited 12 of 10 min",
            "Khách duy nhất đang chờ: chờ 12/10 phút");
        row("one queue has people", CallRule::OnlyService, BrokenPromise,
            "First in the only queue with people: waited 12 of 10 min",
            "Đứng đầu hàng duy nhất có khách: chờ 12/10 phút");
        row("longest against its promise", CallRule::ServiceLevel, Ratio,
            "Longest against its promise: waited 12 of 10 min; A014 waited 5 of 15",
            "Chờ lâu nhất so với cam kết: chờ 12/10 phút; A014 chờ 5/15");
        row("who came first", CallRule::EarlierPlace, Arrival,
            "Came first: waited 12 of 10 min; A014 waited 5 of 15",
            "Đến trước nhất: chờ 12/10 phút; A014 chờ 5/15");
        row("same rank, earlier", CallRule::EarlierPlace, FixedPriority,
            "Same rank as A014, waiting since earlier: waited 12 of 10 min; A014 waited 5 of 15",
            "Cùng hạng với A014 nhưng chờ từ sớm hơn: chờ 12/10 phút; A014 chờ 5/15");
        row("level by the rule, earlier", CallRule::EarlierPlace, Ratio,
            "Level with A014 by the rule, waiting since earlier: waited 12 of 10 min",
            "Ngang A014 theo quy tắc nhưng chờ từ sớm hơn: chờ 12/10 phút");
        row("same in all", CallRule::LowerTicket, BrokenPromise,
            "Level with A014 in everything, first in the branch's order: waited 12 of 10 min",
            "Ngang A014 về mọi mặt, đứng trước theo thứ tự của chi nhánh: chờ 12/10 phút");
        row("put first", CallRule::Raised, BrokenPromise,
            "Put first in its queue: waited 12 of 10 min; A014 waited 5 of 15",
            "Được đưa lên đầu: chờ 12/10 phút; A014 chờ 5/15");
        row("chosen", CallRule::Chosen, BrokenPromise,
            "Chosen by hand: waited 12 of 10 min; by the rule it would have been A014, waited 5 of 15 min",
            "Gọi theo lựa chọn: chờ 12/10 phút; theo quy tắc thì đến lượt A014, chờ 5/15 phút");
        row("the dearest promise", CallRule::Price, BrokenPromise,
            "Its promise costs most to break now: waited 12 of 10 min, 1.50 times that of A014; A014 waited 5 of "
            "15",
            "Cam kết cần giữ nhất lúc này: chờ 12/10 phút, gấp 1,50 lần A014; A014 chờ 5/15");
        row("a higher rank", CallRule::Rank, FixedPriority,
            "Higher rank: Priority (2) before ordinary customers (0) of A014: waited 12 of 10 min",
            "Hạng cao hơn: Ưu tiên (2) trước khách thường (0) của A014: chờ 12/10 phút");
        row("due first", CallRule::DueFirst, EarliestDue,
            "Its promise ends first: waited 12 of 10 min, ended 2 min ago; that of A014 ends in 10 min",
            "Cam kết hết hạn sớm nhất: chờ 12/10 phút, đã quá 2 phút; của A014 còn 10 phút");
        row("the dearest wait", CallRule::WaitingCost, GeneralizedCMu,
            "Letting it wait costs most now: waited 12 of 10 min, 1.50 times that of A014; A014 waited 5 of 15",
            "Để chờ thêm thì thiệt nhất lúc này: chờ 12/10 phút, gấp 1,50 lần A014; A014 chờ 5/15");
        row("overtaken", CallRule::Overtaken, BrokenPromise,
            "Others who came later went first 20 times, as often as the branch allows: waited 12 of 10 min; A014 "
            "waited 5 of 15",
            "Đã bị người đến sau vượt 20 lần, hết mức chi nhánh cho phép: chờ 12/10 phút; A014 chờ 5/15");
        row("booked, before time", CallRule::BookedEarly, BrokenPromise,
            "Nobody is due yet; of those who wait for a booked time this one's is the nearest",
            "Chưa ai đến lượt; trong những khách chờ giờ hẹn, giờ hẹn này gần nhất");
        row("without a ticket", CallRule::WalkIn, BrokenPromise, "Came to this counter without a ticket",
            "Khách đến quầy không lấy số");
    }
    void aReasonIsOneLine()
    {
        QFETCH(CallRule, rule);
        QFETCH(CallingRuleKind, kind);
        QFETCH(QString, english);
        QFETCH(QString, vietnamese);
        const CallReason reason = reasonOf(rule, kind);
        QCOMPARE(sentence(reason, m_link->branch()), english);
        m_language.set(LanguageKind::Vietnamese);
        QCOMPARE(sentence(reason, m_link->branch()), vietnamese);
    }

    void beyondTheGuardItSaysWhichBoundItPassed()
    {
        BranchSetup rules;
        rules.settings = m_link->branch().settings();
        rules.settings.calling.guardPermille = 4500;
        rules.settings.calling.longestWaitMs = 40 * kMinuteMs;
        QVERIFY(m_link->run(command::DefineBranch{rules}).isOk());
        CallReason reason = reasonOf(CallRule::PastGuard, CallingRuleKind::BrokenPromise);
        reason.waitedMs = 46 * kMinuteMs;
        QCOMPARE(
            sentence(reason, m_link->branch()),
            QStringLiteral("Waited more than 4.5 times its promise, so it goes first: waited 46 of 10 min; A014 "
                           "waited 5 of 15"));
        reason.waitedMs = 44 * kMinuteMs;
        QCOMPARE(
            sentence(reason, m_link->branch()),
            QStringLiteral("Waited more than 40 min, so it goes first: waited 44 of 10 min; A014 waited 5 of 15"));
        m_language.set(LanguageKind::Vietnamese);
        QCOMPARE(sentence(reason, m_link->branch()),
                 QStringLiteral("Đã chờ quá 40 phút nên được gọi trước: chờ 44/10 phút; A014 chờ 5/15"));
    }

    void withNobodyBesideNobodyIsCompared()
    {
        for (const CallRule rule : {CallRule::Chosen, CallRule::Raised, CallRule::Overtaken, CallRule::Price}) {
            CallReason reason = reasonOf(rule, CallingRuleKind::BrokenPromise);
            reason.runnerUp.clear();
            reason.runnerUpIndexNano = 0;
            const QString said = sentence(reason, m_link->branch());
            QVERIFY2(!said.contains(u';') && !said.contains(QStringLiteral("times that")), qPrintable(said));
            QVERIFY(!explanation(reason, m_link->branch()).contains(QStringLiteral("Compared")));
        }
    }

    void farMoreIsNotCounted()
    {
        CallReason reason = reasonOf(CallRule::Price, CallingRuleKind::BrokenPromise);
        reason.indexNano = 4'000'000'000'000;
        QVERIFY(sentence(reason, m_link->branch()).contains(QStringLiteral("more than 100 times that of A014")));
        reason.indexNano = -1; // booked, before their time
        QVERIFY(!sentence(reason, m_link->branch()).contains(QStringLiteral("times")));
    }

    void everyRuleIsExplainedWholeInBothLanguages()
    {
        for (std::size_t rule = 0; rule < kRules; ++rule) {
            for (std::size_t kind = 0; kind < names(CallingRuleKind{}).size(); ++kind) {
                const CallReason reason = reasonOf(static_cast<CallRule>(rule), static_cast<CallingRuleKind>(kind));
                m_language.set(LanguageKind::English);
                const QString english = explanation(reason, m_link->branch());
                m_language.set(LanguageKind::Vietnamese);
                const QString vietnamese = explanation(reason, m_link->branch());
                const auto title = names(CallRule{})[rule].data();
                QVERIFY2(english.count(u'\n') >= 2 && english.count(u'\n') == vietnamese.count(u'\n'), title);
                QVERIFY2(!english.contains(u'%') && !vietnamese.contains(u'%'), title);
                const QStringList lines = english.split(u'\n');
                for (const QString &line : lines)
                    QVERIFY2(!vietnamese.contains(line), qPrintable(line));
            }
        }
        const QString whole
            = explanation(reasonOf(CallRule::Price, CallingRuleKind::BrokenPromise), m_link->branch());
        QVERIFY(whole.contains(QStringLiteral("trọng số 2,5, thường phục vụ 5 phút")));
        QVERIFY(whole.contains(QStringLiteral("7 khách chờ ở 2 dịch vụ")));
    }

    void whatCustomersReadIsAboutNobody()
    {
        static const QRegularExpression kData(QStringLiteral("[0-9%]|A014|Priority|Ưu tiên "));
        for (std::size_t rule = 0; rule < kRules; ++rule) {
            const LocalText text = reasonForCustomers(static_cast<CallRule>(rule));
            const QString vietnamese = fromUtf8(text.vi);
            const QString english = fromUtf8(text.en);
            const auto title = names(CallRule{})[rule].data();
            QVERIFY2(vietnamese.size() > 15 && english.size() > 15 && vietnamese != english, title);
            QVERIFY2(vietnamese.endsWith(u'.') && english.endsWith(u'.'), title);
            QVERIFY2(!kData.match(vietnamese).hasMatch() && !kData.match(english).hasMatch(), title);
        }
    }

private:
    Language m_language{LanguageKind::English};
    std::unique_ptr<FixedLink> m_link;
};

QTEST_MAIN(TestCallReason)
#include "tst_callreason.moc"
