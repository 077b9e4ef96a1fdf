// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/kioskwindow.h"
#include "tests/support/hubs.h"

#include <QLabel>
#include <QStackedWidget>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

class CountingPrinter : public TicketPrinter
{
public:
    void print(const PrintJob &job, QObject *context, Done done) override
    {
        names << job.name;
        QMetaObject::invokeMethod(
            context,
            [done = std::move(done)] {
                done({PrintState::Printed, {}});
            },
            Qt::QueuedConnection);
    }
    QStringList names;
};

} // namespace

/// The kiosk's window on a real hub that comes and goes.
class TestKioskHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHubThatGoesAtAnyMomentGivesOneTicketForOneTap()
    {
        TestHub hub;
        hub.start();
        defineAndOpen(hub);
        HubClient kiosk(hub.address(kKiosk), QStringLiteral("tiepdon-kiosk"), Stream::Public);
        kiosk.start();
        Language language(LanguageKind::Vietnamese);
        CountingPrinter printer;
        KioskSettings settings;
        settings.guardMs = 0;
        settings.confirmingMs = 0;
        KioskWindow window(kiosk, language, printer, settings);
        window.resize(1280, 720);
        window.show();
        const auto page = [&] { return window.findChild<QStackedWidget *>()->currentWidget()->objectName(); };
        const auto press = [&](const char *name) { window.findChild<TouchButton *>(QLatin1String(name))->click(); };
        QTRY_COMPARE(page(), QStringLiteral("startPage"));

        bool wasAway = false;
        // a hub that goes before the command has left, while it is being committed, after it was answered
        for (int turns = 0; turns < 8; ++turns) {
            QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("startPage"), 20000);
            press("vietnameseButton");
            press("choiceButton1");
            for (int i = 0; i < turns; ++i)
                QCoreApplication::processEvents();
            hub.stop();
            QTRY_VERIFY(kiosk.status() != BranchLink::Status::Live);
            wasAway = wasAway || page() == QLatin1String("noticePage");
            hub.start();
            QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("ticketPage"), 20000);
            QCOMPARE(window.findChild<QLabel *>(QStringLiteral("ticketNumber"))->text(),
                     QStringLiteral("A0000%1").arg(turns + 1));
            QTRY_COMPARE_WITH_TIMEOUT(kiosk.status(), BranchLink::Status::Live, 20000);
            QCOMPARE(hub.hub().host().state().totals().issued, turns + 1);
            press("doneButton");
        }
        QVERIFY(wasAway); // else nothing was tried
        QCOMPARE(printer.names.size(), 8);
        QCOMPARE(QSet<QString>(printer.names.begin(), printer.names.end()).size(), 8);
    }

    void aHubThatFallsSilentIsSaidInTime()
    {
        TestHub hub;
        hub.start();
        defineAndOpen(hub);
        HubClient kiosk(hub.address(kKiosk), QStringLiteral("tiepdon-kiosk"), Stream::Public);
        kiosk.start();
        Language language(LanguageKind::Vietnamese);
        CountingPrinter printer;
        KioskWindow window(kiosk, language, printer, {});
        window.show();
        const auto page = [&] { return window.findChild<QStackedWidget *>()->currentWidget()->objectName(); };
        QTRY_COMPARE(page(), QStringLiteral("startPage"));
        hub.stop();
        QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("noticePage"), 15000);
        QCOMPARE(window.findChild<QLabel *>(QStringLiteral("noticeTitle"))->text(),
                 QStringLiteral("Xin chờ, đang kết nối lại"));
        hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("startPage"), 20000);
    }

private:
    void defineAndOpen(TestHub &hub)
    {
        HubClient boss(hub.address(), QStringLiteral("test"), Stream::Staff, &signedInSecrets());
        boss.start();
        QTRY_COMPARE(boss.status(), BranchLink::Status::Live);
        int done = 0;
        const auto answered = [&](const Result<CommandReply> &reply) {
            QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
            ++done;
        };
        boss.send(command::DefineBranch{smallBranch()}, this, answered);
        boss.send(command::OpenDay{kDay}, this, answered);
        QTRY_COMPARE(done, 2);
    }
};

QTEST_MAIN(TestKioskHub)
#include "tst_kioskhub.moc"
