// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/support/hubs.h"
#include "tests/support/ownmounts.h"

#include <QStorageInfo>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

bool mayMount = false;

} // namespace

/// The hub on a disk that fills up and empties again while people are served.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSaidAndNothingIsLost()
    {
        if (!mayMount)
            QSKIP("no file system of the test's own may be mounted here");
        TestHub hub("4m");
        hub.start();
        HubClient kiosk(hub.address(), QStringLiteral("test"), Stream::Staff, &signedInSecrets());
        kiosk.start();
        QTRY_COMPARE(kiosk.status(), BranchLink::Status::Live);
        QVERIFY(ask(kiosk, command::DefineBranch{smallBranch()}).isOk());
        QVERIFY(ask(kiosk, command::OpenDay{kDay}).isOk());

        QFile filler(hub.directory() + QStringLiteral("/filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray content(QStorageInfo(hub.directory()).bytesAvailable() - 512 * 1024, 'x');
        QCOMPARE(filler.write(content), content.size());

        int acknowledged = 0;
        std::optional<Error> refusal;
        for (int i = 0; i < 5000 && !refusal; ++i) {
            const auto reply = ask(kiosk, command::IssueTicket{ServiceId{1}});
            if (reply)
                ++acknowledged;
            else
                refusal = reply.error();
        }
        QVERIFY(refusal.has_value());
        QCOMPARE(name(refusal->code), name(ErrorCode::StorageFull));
        QVERIFY(acknowledged > 0);

        // reads go on, and they show what is on the disk
        QCOMPARE(kiosk.status(), BranchLink::Status::Live);
        QCOMPARE(kiosk.branch().totals().issued, acknowledged);
        QCOMPARE(hub.hub().host().state().totals().issued, acknowledged);
        QCOMPARE(name(ask(kiosk, command::IssueTicket{ServiceId{1}}).error().code), name(ErrorCode::StorageFull));

        QVERIFY(filler.remove());
        const int before = acknowledged;
        std::string number;
        QVERIFY(runUntil([&] {
            const auto reply = ask(kiosk, command::IssueTicket{ServiceId{1}});
            acknowledged += reply ? 1 : 0;
            number = reply ? *reply->number : std::string();
            return reply.isOk();
        }));
        QCOMPARE(acknowledged, before + 1);
        QCOMPARE(number, printedNumber("A", acknowledged, 5)); // what was refused has left no gap
        QCOMPARE(kiosk.branch().totals().issued, acknowledged);
        QVERIFY(kiosk.branch().image() == hub.hub().host().state().image());

        kiosk.stop();
        hub.stop();
        const auto report = verifyDatabase(hub.directory());
        QVERIFY(report.isOk());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(report->tickets, acknowledged);
    }
};

int main(int argc, char **argv)
{
    mayMount = takeOwnMounts();
    QCoreApplication application(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
