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

    void anErrorSaysItsTimesByTheBranchsClock()
    {
        Language language(LanguageKind::English);
        const TimeMs now = dayStart("2026-03-02", 7 * 60) + 9 * kHourMs;
        const auto said = [now](ErrorCode code, const char *fact, TimeMs at) {
            return sentence(timed({code, "", {{fact, std::to_string(at)}}}, now, 7 * 60));
        };
        QVERIFY(
            said(ErrorCode::ServiceClosed, "opensMs", now + kHourMs).contains(QStringLiteral("opens at 10:00")));
        QVERIFY(said(ErrorCode::BookingTooEarly, "fromMs", now + 90 * kMinuteMs)
                    .contains(QStringLiteral("from 10:30 on")));
        QVERIFY(said(ErrorCode::BookingTooLate, "untilMs", now - 5 * kMinuteMs)
                    .contains(QStringLiteral("until 08:55")));
        // seconds are counted up: at 0 it can be done
        QVERIFY(said(ErrorCode::CalledTooSoon, "untilMs", now + 11001).contains(QStringLiteral("12 s")));
        QVERIFY(said(ErrorCode::CalledTooSoon, "untilMs", now - 1).contains(QStringLiteral("0 s")));
        // what is no time stays unsaid
        QVERIFY(!sentence(timed({ErrorCode::ServiceClosed, "", {{"opensMs", "soon"}}}, now, 0)).contains(u':'));
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
