// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/language.h"
#include "ui/session/sentence.h"
#include "ui/session/timetext.h"

#include <QSet>
#include <QTest>

using namespace tiepdon;

/// Sentences and times in both languages.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasItsSentenceInBothLanguages()
    {
        Language language(LanguageKind::English);
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const Error error{static_cast<ErrorCode>(i), "", {}};
            language.set(LanguageKind::English);
            const QString english = sentence(error);
            language.set(LanguageKind::Vietnamese);
            const QString vietnamese = sentence(error);
            const std::string_view name = tiepdon::name(error.code);
            QVERIFY2(english.size() > 20 && english.contains(u'.'), name.data());
            QVERIFY2(vietnamese.size() > 20, name.data());
            QVERIFY2(vietnamese != english, name.data());
            QVERIFY2(!english.contains(u'%') && !vietnamese.contains(u'%'), name.data());
        }
    }

    void anErrorSaysItsFacts()
    {
        Language language(LanguageKind::Vietnamese);
        const Error occupied{ErrorCode::CounterOccupied, "", {{"name", "Trần Văn Minh"}}};
        QVERIFY(sentence(occupied).startsWith(QStringLiteral("Trần Văn Minh")));
        language.set(LanguageKind::English);
        QCOMPARE(sentence(Error{ErrorCode::CounterBusy, "", {{"number", "A012"}}}),
                 QStringLiteral("A012 is still at this counter. Finish, transfer or mark as no-show first."));
    }

    void aReasonIsOneLine_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("english");
        const auto row = [](const char *title, CallRule rule, const char *english) {
            QTest::newRow(title) << static_cast<int>(rule) << QString::fromUtf8(english);
        };
        row("nobody else waits", CallRule::OnlyOne, "The only person waiting: waited 12 of 10 min");
        row("one queue has people", CallRule::OnlyService,
            "First in the only queue with people: waited 12 of 10 min");
        row("longest against its promise", CallRule::ServiceLevel,
            "Longest against its promise: waited 12 of 10 min; A014 waited 5 of 15");
        row("same share, earlier", CallRule::EarlierPlace,
            "As long against its promise as A014, but waiting since earlier: waited 12 of 10 min");
        row("same in all", CallRule::LowerTicket,
            "Level with A014 in everything, ticket taken first: waited 12 of 10 min");
    }
    void aReasonIsOneLine()
    {
        QFETCH(int, rule);
        QFETCH(QString, english);
        CallReason reason;
        reason.rule = static_cast<CallRule>(rule);
        reason.waitedMs = 12 * kMinuteMs + 30 * kSecondMs;
        reason.serviceLevelMs = 10 * kMinuteMs;
        reason.runnerUp = "A014";
        reason.runnerUpWaitedMs = 5 * kMinuteMs;
        reason.runnerUpServiceLevelMs = 15 * kMinuteMs;
        Language language(LanguageKind::English);
        QCOMPARE(sentence(reason), english);
        language.set(LanguageKind::Vietnamese);
        QVERIFY(sentence(reason) != english);
        QVERIFY(sentence(reason).contains(QStringLiteral("12/10 phút")));
    }

    void timesAreOfTheBranch()
    {
        const TimeMs noon = dayStart("2026-03-02", 7 * 60) + 12 * kHourMs + 5 * kMinuteMs + 7 * kSecondMs;
        QCOMPARE(clockText(noon, 7 * 60), QStringLiteral("12:05"));
        QCOMPARE(clockText(noon, 0), QStringLiteral("05:05"));
        QCOMPARE(clockTextWithSeconds(noon, 7 * 60), QStringLiteral("12:05:07"));
        QCOMPARE(elapsedText(187 * kSecondMs), QStringLiteral("3:07"));
        QCOMPARE(elapsedText(3729 * kSecondMs), QStringLiteral("1:02:09"));
        QCOMPARE(elapsedText(-5), QStringLiteral("0:00"));
    }

    void bothLanguagesAtOnceDoNotDependOnTheOneSpoken()
    {
        Language language(LanguageKind::English);
        const LocalText counter = inBoth("Lobby", "Counter");
        QCOMPARE(fromUtf8(counter.vi), QStringLiteral("Quầy"));
        QCOMPARE(fromUtf8(counter.en), QStringLiteral("Counter"));
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
