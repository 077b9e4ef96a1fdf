// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/engine.h"
#include "ui/models/queuesmodel.h"
#include "ui/session/callreason.h"
#include "ui/session/demobranch.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/countertile.h"
#include "ui/widgets/queuebar.h"
#include "ui/widgets/ticketnumber.h"
#include "ui/widgets/timerring.h"
#include "ui/widgets/undobar.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace tiepdon;

namespace {

QString spoken(QWidget &widget, QAccessible::Text text)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(text) : QString();
}

CounterFigures serving()
{
    CounterFigures figures;
    figures.number = 3;
    figures.state = CounterFigures::State::Serving;
    figures.who = QStringLiteral("Phạm Thu Hà");
    figures.profile = QStringLiteral("Cash");
    figures.ticket = QStringLiteral("A012");
    figures.timer = {3 * kMinuteMs, 6 * kMinuteMs, QStringLiteral("in service")};
    figures.today = QStringLiteral("12 served today");
    return figures;
}

} // namespace

/// The shared widgets: what they say, and what they do when a person uses them.
class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { m_language.set(LanguageKind::English); }

    void aTimerIsJudgedByWhatIsUsual_data()
    {
        QTest::addColumn<qlonglong>("elapsedMs");
        QTest::addColumn<qlonglong>("expectedMs");
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, TimeMs elapsed, TimeMs expected, Tone tone, const char *word) {
            QTest::newRow(name) << static_cast<qlonglong>(elapsed) << static_cast<qlonglong>(expected)
                                << static_cast<int>(tone) << QString::fromUtf8(word);
        };
        row("no time runs", -1, 240000, Tone::Neutral, "");
        row("just begun", 0, 240000, Tone::Good, "in time");
        row("a moment before three quarters", 179999, 240000, Tone::Good, "in time");
        row("three quarters", 180000, 240000, Tone::Warn, "nearly over");
        row("a moment before all of it", 239999, 240000, Tone::Warn, "nearly over");
        row("all of it", 240000, 240000, Tone::Bad, "0:00 over the usual time");
        row("more", 372000, 240000, Tone::Bad, "2:12 over the usual time");
        row("nothing is usual", 372000, 0, Tone::Info, "");
    }
    void aTimerIsJudgedByWhatIsUsual()
    {
        QFETCH(qlonglong, elapsedMs);
        QFETCH(qlonglong, expectedMs);
        QFETCH(int, tone);
        QFETCH(QString, word);
        TimerFigures figures{std::nullopt, expectedMs, QStringLiteral("in service")};
        if (elapsedMs >= 0)
            figures.elapsedMs = elapsedMs;
        QCOMPARE(static_cast<int>(toneOf(figures)), tone);
        QCOMPARE(timerWord(figures), word);
    }

    void aTimerIsHeardWhenItsStateChangesNotEverySecond()
    {
        // Qt tells listeners of a name whenever it is set
        TimerRing ring;
        const auto at = [&ring](TimeMs second) {
            ring.setFigures({second * kSecondMs, 4 * kMinuteMs, QStringLiteral("in service")});
            return spoken(ring, QAccessible::Name);
        };
        for (TimeMs second = 0; second < 180; ++second)
            QCOMPARE(at(second), QStringLiteral("in service, in time"));
        QCOMPARE(spoken(ring, QAccessible::Description), QStringLiteral("in service 2:59, usually 4:00, in time"));
        QCOMPARE(at(180), QStringLiteral("in service, nearly over"));
        for (TimeMs second = 240; second < 300; ++second)
            QCOMPARE(at(second), QStringLiteral("in service, over the usual time"));
        QCOMPARE(spoken(ring, QAccessible::Description),
                 QStringLiteral("in service 4:59, usually 4:00, 0:59 over the usual time"));
        ring.setFigures({});
        QCOMPARE(ring.text(), QStringLiteral("–"));
        QCOMPARE(spoken(ring, QAccessible::Description), QStringLiteral("no time runs"));
    }

    void aTileSaysAllItShows()
    {
        CounterTile tile;
        CounterFigures figures = serving();
        tile.setFigures(figures);
        QCOMPARE(spoken(tile, QAccessible::Name), QStringLiteral("Counter 3, Serving, A012, Phạm Thu Hà"));
        QCOMPARE(spoken(tile, QAccessible::Description),
                 QStringLiteral("Cash, in service 3:00, usually 6:00, in time, 12 served today"));
        figures.timer.elapsedMs = 4 * kMinuteMs;
        tile.setFigures(figures);
        QCOMPARE(spoken(tile, QAccessible::Name), QStringLiteral("Counter 3, Serving, A012, Phạm Thu Hà"));
        figures.timer.elapsedMs = 6 * kMinuteMs;
        tile.setFigures(figures);
        QVERIFY(spoken(tile, QAccessible::Name).endsWith(QStringLiteral("over the usual time")));
        figures = {};
        figures.number = 3;
        figures.state = CounterFigures::State::OnBreak;
        figures.stateDetail = QStringLiteral("Meal since 11:40");
        tile.setFigures(figures);
        QCOMPARE(spoken(tile, QAccessible::Name), QStringLiteral("Counter 3, On break, Meal since 11:40"));
        m_language.set(LanguageKind::Vietnamese);
        QTRY_VERIFY(!spoken(tile, QAccessible::Name).startsWith(QStringLiteral("Counter")));
    }

    void aTileIsPressedByMouseKeysAndAssistants()
    {
        CounterTile tile;
        tile.setFigures(serving());
        show(tile);
        QSignalSpy activated(&tile, &CounterTile::activated);
        QTest::mouseClick(&tile, Qt::LeftButton);
        QCOMPARE(activated.size(), 1);
        for (const auto key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter})
            QTest::keyClick(&tile, key);
        QCOMPARE(activated.size(), 4);
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&tile);
        QCOMPARE(interface->role(), QAccessible::Button);
        interface->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(activated.size(), 5);
        // whoever has the tiles says which is selected
        QVERIFY(!tile.isSelected());
        tile.setSelected(true);
        QVERIFY(spoken(tile, QAccessible::Description).startsWith(QStringLiteral("selected")));
        QTest::mouseClick(&tile, Qt::LeftButton);
        QVERIFY(tile.isSelected());
    }

    void whatDoesNotFitIsSaidInShort()
    {
        CounterTile tile;
        CounterFigures figures = serving();
        figures.today = QStringLiteral("1 put aside · 12 served today");
        tile.setFigures(figures);
        tile.resize(208, 148);
        const QImage cut = tile.grab().toImage();
        figures.todayShort = QStringLiteral("1 aside · 12 today");
        tile.setFigures(figures);
        const QImage inShort = tile.grab().toImage();
        QVERIFY(inShort != cut);
        tile.resize(420, 148); // with room it is said whole
        const QImage whole = tile.grab().toImage();
        figures.todayShort.clear();
        tile.setFigures(figures);
        QCOMPARE(tile.grab().toImage(), whole);
    }

    void aTileIsAskedForItsMenu()
    {
        CounterTile tile;
        show(tile);
        QSignalSpy asked(&tile, &CounterTile::menuRequested);
        QContextMenuEvent byMouse(QContextMenuEvent::Mouse, QPoint(4, 4), QPoint(300, 200));
        QCoreApplication::sendEvent(&tile, &byMouse);
        QCOMPARE(asked.takeFirst().first().toPoint(), QPoint(300, 200));
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(&tile, &byKey);
        QVERIFY(tile.rect().contains(tile.mapFromGlobal(asked.takeFirst().first().toPoint())));
    }

    void aProfileIsDroppedOnATile()
    {
        CounterTile tile;
        QSignalSpy dropped(&tile, &CounterTile::dropped);
        QSignalSpy over(&tile, &CounterTile::dropOver);
        QVERIFY(drag<QDragEnterEvent>(tile, "2"));
        QCOMPARE(over.takeFirst().first().value<CounterDrop>().profile, ProfileId{2});
        QVERIFY(drag<QDragMoveEvent>(tile, "2"));
        QVERIFY(dropOn(tile, "2"));
        QCOMPARE(dropped.takeFirst().first().value<CounterDrop>().profile, ProfileId{2});
        QVERIFY(!over.takeFirst().first().value<CounterDrop>().isSet());
    }

    void aPersonIsDroppedOnATile()
    {
        CounterTile tile;
        QSignalSpy dropped(&tile, &CounterTile::dropped);
        QVERIFY(drag<QDragEnterEvent>(tile, "7", staffMimeType()));
        QVERIFY(dropOn(tile, "7", staffMimeType()));
        const auto drop = dropped.takeFirst().first().value<CounterDrop>();
        QCOMPARE(drop.staff, StaffId{7});
        QVERIFY(!drop.profile.isSet());
    }

    void whatCannotBeDroppedIsSaidAndNotDropped()
    {
        CounterTile tile;
        tile.setFigures(serving());
        tile.setDropCheck([](const CounterDrop &drop) {
            return drop.profile == ProfileId{2} ? QStringLiteral("Nobody else serves Loans.") : QString();
        });
        QSignalSpy dropped(&tile, &CounterTile::dropped);
        const QString usual = spoken(tile, QAccessible::Name);
        drag<QDragEnterEvent>(tile, "2");
        const QImage refused = tile.grab().toImage();
        QCOMPARE(spoken(tile, QAccessible::Name), usual + QStringLiteral(", Nobody else serves Loans."));
        QVERIFY(!drag<QDragMoveEvent>(tile, "2"));
        QVERIFY(!dropOn(tile, "2"));
        QCOMPARE(dropped.size(), 0);
        QCOMPARE(spoken(tile, QAccessible::Name), usual);
        QVERIFY(tile.grab().toImage() != refused);
        drag<QDragEnterEvent>(tile, "2");
        QCOMPARE(tile.grab().toImage(), refused);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&tile, &leave);
        QVERIFY(tile.grab().toImage() != refused);
        QCOMPARE(spoken(tile, QAccessible::Name), usual);
        drag<QDragEnterEvent>(tile, "1");
        QVERIFY(dropOn(tile, "1"));
        QCOMPARE(dropped.size(), 1);
    }

    void somethingElseIsNotTaken_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a text") << QStringLiteral("text/plain") << QByteArray("2");
        QTest::newRow("no profile's id") << profileMimeType() << QByteArray("cash");
        QTest::newRow("no profile") << profileMimeType() << QByteArray("0");
        QTest::newRow("nothing") << profileMimeType() << QByteArray();
        QTest::newRow("nobody") << staffMimeType() << QByteArray("0");
    }
    void somethingElseIsNotTaken()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        CounterTile tile;
        QSignalSpy dropped(&tile, &CounterTile::dropped);
        QVERIFY(!drag<QDragEnterEvent>(tile, bytes, type));
        QVERIFY(!dropOn(tile, bytes, type));
        QCOMPARE(dropped.size(), 0);
    }

    void aQueueSaysWhatItsBarShows_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<qlonglong>("longestMs");
        QTest::addColumn<QString>("words");
        QTest::newRow("nobody") << 0 << 0ll << QStringLiteral("Cash: nobody waiting");
        QTest::newRow("just come") << 1 << 59999ll << QStringLiteral("Cash: 1 waiting, longest 0 of 10 min");
        QTest::newRow("before 75 %") << 4 << 449999ll << QStringLiteral("Cash: 4 waiting, longest 7 of 10 min");
        QTest::newRow("75 %") << 4 << 450000ll
                              << QStringLiteral("Cash: 4 waiting, longest 7 of 10 min · near the promise");
        QTest::newRow("100 %") << 4 << 600000ll
                               << QStringLiteral("Cash: 4 waiting, longest 10 of 10 min · over the promise");
    }
    void aQueueSaysWhatItsBarShows()
    {
        QFETCH(int, waiting);
        QFETCH(qlonglong, longestMs);
        QFETCH(QString, words);
        QueueBar bar;
        bar.setFigures({QStringLiteral("Cash"), waiting, longestMs, 10 * kMinuteMs, {}, {}});
        QCOMPARE(spoken(bar, QAccessible::Name), words);
    }

    void aPromiseIsKeptInFullOnlyWhenItWas_data()
    {
        QTest::addColumn<int>("inTime");
        QTest::addColumn<int>("served");
        QTest::addColumn<QString>("words");
        QTest::newRow("nobody served") << 0 << 0 << QStringLiteral("nobody served yet");
        QTest::newRow("all") << 48 << 48 << QStringLiteral("promise kept 100 % of 48");
        QTest::newRow("all but one of many") << 999 << 1000 << QStringLiteral("promise kept 99 % of 1,000");
        QTest::newRow("none") << 0 << 3 << QStringLiteral("promise kept 0 % of 3");
    }
    void aPromiseIsKeptInFullOnlyWhenItWas()
    {
        QFETCH(int, inTime);
        QFETCH(int, served);
        QFETCH(QString, words);
        QueueBar bar;
        bar.setFigures(
            {QStringLiteral("Cash"), 1, 0, kMinuteMs, PromiseKept{inTime, served}, QStringLiteral("in 30 min: 7")});
        QCOMPARE(spoken(bar, QAccessible::Description), words + QStringLiteral(", in 30 min: 7"));
    }

    void aQueueIsPressedByKeys()
    {
        QueueBar bar;
        show(bar);
        QSignalSpy clicked(&bar, &QueueBar::clicked);
        for (const auto key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter})
            QTest::keyClick(&bar, key);
        QCOMPARE(clicked.size(), 3);
    }

    void everyPlaceCountsTheSameMinutes()
    {
        // the queue's row, the preview and its explanation speak of one person
        FixedLink link(demoMorningMs());
        playDemoMorning(link);
        const CounterState &counter = *link.branch().counterState(CounterId{1});
        QueuesModel queues(link);
        queues.setProfile(counter.profile);
        static const QRegularExpression kMinutes(QStringLiteral("(\\d+) of (\\d+) min"));
        const auto minutesIn = [](const QString &text) { return kMinutes.match(text).captured(0); };
        for (int second = 0; second < 150; ++second) {
            const TimeMs now = link.hubNowMs();
            queues.tick(now);
            const auto next = nextFor(link.branch(), counter, now);
            QVERIFY(next);
            for (int row = 0; row < queues.rowCount(); ++row) {
                const QModelIndex index = queues.index(row);
                if (index.data(QueuesModel::ServiceRole).toLongLong() != next->reason.service.value)
                    continue;
                const QString said = minutesIn(index.data(Qt::AccessibleTextRole).toString());
                QVERIFY(!said.isEmpty());
                QCOMPARE(minutesIn(sentence(next->reason, link.branch())), said);
                QVERIFY(said.startsWith(minutesText(next->reason.waitedMs) + QLatin1Char(' ')));
            }
            link.advance(kSecondMs);
        }
    }

    void minutesAreCut()
    {
        QCOMPARE(wholeMinutes(-5), 0);
        QCOMPARE(wholeMinutes(59999), 0);
        QCOMPARE(wholeMinutes(60000), 1);
        QCOMPARE(wholeMinutes(119999), 1);
        QCOMPARE(minutesText(119999), QStringLiteral("1"));
    }

    void aTicketSaysHowItStands()
    {
        TicketNumber ticket;
        ticket.setFigures({QStringLiteral("A012"), TicketFigures::State::Called, QStringLiteral("recalls: 2")});
        QCOMPARE(spoken(ticket, QAccessible::Name), QStringLiteral("Ticket A012: Called · recalls: 2"));
        ticket.setFigures({QStringLiteral("A012"), TicketFigures::State::Serving, {}});
        QCOMPARE(spoken(ticket, QAccessible::Name), QStringLiteral("Ticket A012: Being served"));
    }

    void whatWasDoneIsUndoneByItsKeyFromAnywhere()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *button = new QPushButton(&window);
        auto *bar = new UndoBar(&window);
        column->addWidget(button);
        column->addWidget(bar);
        show(window);
        button->setFocus();
        QSignalSpy undo(bar, &UndoBar::undoAsked);
        QSignalSpy dismissed(bar, &UndoBar::dismissed);
        QTest::keyClick(button, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.size(), 0); // nothing to undo
        bar->offer({QStringLiteral("Counter 3 now serves Loans."), 60000});
        QVERIFY(bar->isVisible());
        QVERIFY(button->hasFocus());
        QCOMPARE(spoken(*bar, QAccessible::Name), QStringLiteral("Done: Counter 3 now serves Loans."));
        QTest::keyClick(button, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.size(), 1);
        QVERIFY(!bar->isVisible());
        QTest::keyClick(button, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.size(), 1);
        QCOMPARE(dismissed.size(), 0);
    }

    void aFieldKeepsItsOwnUndo()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *edit = new QLineEdit(&window);
        auto *bar = new UndoBar(&window);
        column->addWidget(edit);
        column->addWidget(bar);
        show(window);
        edit->setFocus();
        bar->offer({QStringLiteral("Done."), 60000});
        QSignalSpy undo(bar, &UndoBar::undoAsked);
        QTest::keyClicks(edit, QStringLiteral("abc"));
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(edit->text().isEmpty());
        QCOMPARE(undo.size(), 0);
    }

    void anOfferGoesAwayWhenItsTimeIsUp()
    {
        UndoBar bar;
        show(bar);
        QSignalSpy dismissed(&bar, &UndoBar::dismissed);
        bar.offer({QStringLiteral("First."), 60000});
        bar.offer({QStringLiteral("Second."), 400});
        QCOMPARE(dismissed.size(), 1); // the first
        QCOMPARE(bar.text(), QStringLiteral("Second."));
        QTRY_COMPARE(dismissed.size(), 2);
        QVERIFY(!bar.isOffering());
        QVERIFY(!bar.isVisible());
    }

    void anOfferWaitsForWhoIsAtIt()
    {
        UndoBar bar;
        show(bar);
        bar.offer({QStringLiteral("Done."), 400});
        bar.findChild<QPushButton *>(QStringLiteral("undoButton"))->setFocus();
        QSignalSpy dismissed(&bar, &UndoBar::dismissed);
        QVERIFY(!dismissed.wait(1000));
        bar.findChild<QPushButton *>(QStringLiteral("undoButton"))->clearFocus();
        QTRY_COMPARE(dismissed.size(), 1);
    }

private:
    static void show(QWidget &widget)
    {
        widget.move(400, 400); // away from where the pointer rests
        widget.show();
        widget.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&widget));
    }

    /// Whether the tile accepts what is dragged.
    template <class Event>
    static bool drag(CounterTile &tile, const QByteArray &bytes, const QString &type = profileMimeType())
    {
        QMimeData dragged;
        dragged.setData(type, bytes);
        Event event(QPoint(5, 5), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(&tile, &event);
        return event.isAccepted();
    }
    static bool dropOn(CounterTile &tile, const QByteArray &bytes, const QString &type = profileMimeType())
    {
        QMimeData dragged;
        dragged.setData(type, bytes);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(&tile, &event);
        return event.isAccepted();
    }

    Language m_language{LanguageKind::English};
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
