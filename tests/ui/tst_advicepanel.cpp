// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/advicepanel.h"
#include "app/supervisor/advicestates.h"
#include "app/supervisor/advicewords.h"
#include "app/supervisor/whatifpanel.h"
#include "tests/ui/floorbench.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QListWidget>
#include <QRegularExpression>

using namespace tiepdon;

/// Advice on the floor page, and moves that are tried first, with the forecast behind them that a hub has.
class TestAdvicePanel : public QObject, private FloorBench
{
    Q_OBJECT

private:
    std::vector<SettleAdvice> m_settled;

    AdvicePanel &panel() { return *m_frame->findChild<AdvicePanel *>(); }
    WhatIfPanel &whatIf() { return *m_frame->findChild<WhatIfPanel *>(); }
    Advice first()
    {
        const auto &answer = panel().answer();
        return answer && !answer->advice.empty() ? answer->advice.front() : Advice{};
    }
    /// Which piece of advice is to open counter 3; all are shown then.
    std::size_t opening()
    {
        const auto &all = panel().answer()->advice;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].move.kind == FloorMoveKind::Open && all[i].move.counter == CounterId{3}
                && all[i].id.isSet()) {
                button("adviceMoreButton")->setChecked(true);
                return i;
            }
        }
        qFatal("nobody advises to open counter 3");
        return 0;
    }
    static QByteArray numbered(const char *name, std::size_t i)
    {
        return name + QByteArray::number(static_cast<qulonglong>(i + 1));
    }
    void choose(const char *box, std::int64_t data)
    {
        auto *choice = find<QComboBox>(box);
        const int row = choice->findData(QVariant::fromValue(static_cast<qlonglong>(data)));
        QVERIFY2(row >= 0, box);
        choice->setCurrentIndex(row);
    }
    void chooseKind(FloorMoveKind kind)
    {
        find<QComboBox>("whatIfKindChoice")->setCurrentIndex(static_cast<int>(kind));
    }
    void crowd(ServiceId service, int people)
    {
        for (int i = 0; i < people; ++i)
            run(command::IssueTicket{service});
        panel().ask();
        QTRY_COMPARE(panel().state(), AdvicePanel::State::Known);
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init()
    {
        m_settled.clear();
        begin([this](FixedLink &link) {
            link.addAnswers([this](const std::string &method, const Json &params) -> Result<Json> {
                if (method == SettleAdvice::kMethod)
                    m_settled.push_back(*fromJson<SettleAdvice>(params, UnknownFields::Refuse));
                return Error{ErrorCode::UnknownMethod, "only looks on", {}};
            });
            answerForAdvice(link);
        });
        crowd({1}, 25); // nobody doubts what is needed
    }
    void cleanup() { end(); }

    void aMoveIsSaidInPlainWords()
    {
        const std::size_t at = opening();
        QVERIFY(text(numbered("adviceMoveText", at)).startsWith(QStringLiteral("Open counter 3 for ")));
        const QString effect = text(numbered("adviceEffectText", at));
        QVERIFY2(effect.contains(QStringLiteral("P80 wait for ")), qPrintable(effect));
        QVERIFY2(effect.contains(QStringLiteral("costs 30 min of a counter")), qPrintable(effect));
        QVERIFY2(effect.contains(QRegularExpression(QStringLiteral("better in \\d+ of 64 runs"))),
                 qPrintable(effect));
        QVERIFY(text("adviceStateText").contains(QStringLiteral("n = ")));
        QVERIFY(text("adviceScoreText").startsWith(QStringLiteral("Last 7 days: 12 of ")));
    }

    void followingIsOneActionAndCanBeUndone()
    {
        const std::size_t at = opening();
        const Advice advice = panel().answer()->advice[at];
        const CounterStanding before = this->at(3);
        button(numbered("followAdviceButton", at))->click();
        QTRY_COMPARE(this->at(3).staff, advice.move.staff);
        QCOMPARE(this->at(3).profile, advice.move.profile);
        QTRY_COMPARE(m_settled.size(), 1U);
        QCOMPARE(m_settled.front().advice, advice.id);
        QVERIFY(m_settled.front().isFollowed);
        undo();
        QTRY_VERIFY(this->at(3) == before);
    }

    void whatIsDismissedDoesNotComeBack()
    {
        const Advice advice = first();
        button("dismissAdviceButton1")->click();
        QTRY_COMPARE(m_settled.size(), 1U);
        QVERIFY(!m_settled.front().isFollowed);
        panel().ask();
        QTRY_COMPARE(panel().state(), AdvicePanel::State::Known);
        for (const Advice &each : panel().answer()->advice)
            QVERIFY(!(each.move == advice.move));
        QVERIFY(at(3) == CounterStanding{});
    }

    void othersAreShownWhenAskedFor()
    {
        const std::size_t count = panel().answer()->advice.size();
        QVERIFY(count > 1);
        QVERIFY(!isShown("adviceMoveText2"));
        button("adviceMoreButton")->click();
        QVERIFY(isShown("adviceMoveText2"));
        button("adviceMoreButton")->click();
        QVERIFY(!isShown("adviceMoveText2"));
    }

    void whatCannotBeDoneAnyMoreSaysWhy()
    {
        const std::size_t at = opening();
        const Advice advice = panel().answer()->advice[at];
        m_link->hold();
        button(numbered("followAdviceButton", at))->click();
        run(command::SignOn{{3}, advice.move.staff, advice.move.profile});
        m_link->release();
        QTRY_VERIFY(!errorText().isEmpty());
        QVERIFY(m_settled.empty());
    }

    void aWellMannedFloorSaysSo()
    {
        std::vector<TicketId> waiting;
        for (const auto &[id, ticket] : m_link->branch().tickets()) {
            if (ticket.state == TicketState::Waiting)
                waiting.push_back(id);
        }
        for (const TicketId id : waiting)
            run(command::CancelTicket{id, HandReason::Left});
        panel().ask();
        QTRY_COMPARE(panel().state(), AdvicePanel::State::Known);
        if (panel().answer()->state == AdviceState::WellManned)
            QVERIFY(text("adviceStateText").startsWith(QStringLiteral("The floor is well manned")));
        else
            QCOMPARE(first().move.kind, FloorMoveKind::Close);
    }

    void withoutTheHubThereIsNone()
    {
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QTRY_COMPARE(text("adviceStateText"), QStringLiteral("No advice while the hub cannot be reached."));
        QVERIFY(!isShown("followAdviceButton1"));
        m_link->setStatus(BranchLink::Status::Live);
        QTRY_VERIFY(isShown("followAdviceButton1"));
    }

    void aMoveOfOnesOwnIsTriedAndMade()
    {
        QTest::keyClick(m_window, Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(isShown("whatIfPanel"));
        chooseKind(FloorMoveKind::Open);
        choose("whatIfCounterChoice", 3);
        choose("whatIfWhoChoice", 7);
        choose("whatIfProfileChoice", 1);
        QTRY_VERIFY(text("whatIfEffectList").contains(QStringLiteral(" → ")));
        QTRY_VERIFY(text("whatIfEffectText").contains(QStringLiteral("n = 64 futures")));
        QVERIFY(at(3) == CounterStanding{}); // nothing is done yet
        QTest::keyClick(find<QComboBox>("whatIfKindChoice"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(at(3).staff, StaffId{7});
        QTRY_VERIFY(!isShown("whatIfPanel"));
        undo();
        QTRY_VERIFY(at(3) == CounterStanding{});
    }

    void severalMovesAreMadeTogether()
    {
        m_window->askWhatIf();
        chooseKind(FloorMoveKind::Open);
        choose("whatIfWhoChoice", 7);
        button("keepMoveButton")->click();
        QCOMPARE(find<QListWidget>("whatIfMovesList")->count(), 1);
        chooseKind(FloorMoveKind::Switch);
        choose("whatIfCounterChoice", 2); // counter 1 goes on with its work
        const ProfileId other{find<QComboBox>("whatIfProfileChoice")->currentData().toLongLong()};
        QVERIFY(other != at(2).profile);
        QCOMPARE(whatIf().moves().size(), 2U);
        QTRY_VERIFY(text("whatIfEffectText").contains(QStringLiteral("n = 64 futures")));
        QVERIFY(!isShown("whatIfWarning"));
        button("applyMovesButton")->click();
        QTRY_COMPARE(at(3).staff, StaffId{7});
        QCOMPARE(at(2).profile, other);
        undo();
        QTRY_VERIFY(at(3) == CounterStanding{});
        QVERIFY(at(2).profile != other);
    }

    void whatWouldLeaveAServiceAloneIsSaid()
    {
        m_window->askWhatIf();
        chooseKind(FloorMoveKind::Close);
        for (int i = 0;; ++i) {
            auto *counters = find<QComboBox>("whatIfCounterChoice");
            if (counters->count() <= 1)
                break;
            counters->setCurrentIndex(0);
            button("keepMoveButton")->click();
            QVERIFY(i < 10);
        }
        QTRY_VERIFY(isShown("whatIfWarning"));
        QVERIFY(text("whatIfWarning").startsWith(QStringLiteral("No open counter would serve ")));
    }

    void aMoveIsTakenOffAgain()
    {
        m_window->askWhatIf();
        chooseKind(FloorMoveKind::Close);
        button("keepMoveButton")->click();
        auto *list = find<QListWidget>("whatIfMovesList");
        QCOMPARE(list->count(), 1);
        list->setFocus();
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->count(), 0);
        QTest::keyClick(find<QComboBox>("whatIfKindChoice"), Qt::Key_Escape);
        QTRY_VERIFY(!isShown("whatIfPanel"));
    }

    void itSpeaksVietnameseToo()
    {
        m_language.set(LanguageKind::Vietnamese);
        QTRY_VERIFY(!panel().accessibleName().isEmpty());
        QVERIFY(isShown("adviceMoveText1"));
    }
};

QTEST_MAIN(TestAdvicePanel)
#include "tst_advicepanel.moc"
