// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/programs.h"

#include <QImage>

/// The kiosk's command line.
class TestKioskProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMakesNoSenseIsRefusedWithItsName_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("a roll nobody has") << QStringLiteral("--paper 70") << QByteArray("--paper");
        QTest::newRow("no number of seconds") << QStringLiteral("--idle soon") << QByteArray("--idle");
        QTest::newRow("no time at all") << QStringLiteral("--idle 0") << QByteArray("--idle");
        QTest::newRow("a folder below a file")
            << QStringLiteral("--ticket-pdf /dev/null/tickets") << QByteArray("/dev/null/tickets");
    }
    void whatMakesNoSenseIsRefusedWithItsName()
    {
        QFETCH(QString, options);
        QFETCH(QByteArray, named);
        const Ran ran = run(QStringLiteral(TIEPDON_KIOSK), options.split(u' '));
        QVERIFY2(ran.code == 1 || ran.code == 2, qPrintable(QString::number(ran.code)));
        QVERIFY2(ran.err.contains(named), ran.err.constData());
    }

    void aStateIsRenderedIntoAPicture()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("ticket.png"));
        const Ran ran = run(QStringLiteral(TIEPDON_KIOSK),
                            {QStringLiteral("--demo-state"), QStringLiteral("ticket+contrast"),
                             QStringLiteral("--size"), QStringLiteral("1080x1920"), QStringLiteral("--paper"),
                             QStringLiteral("58"), QStringLiteral("--screenshot"), file});
        QVERIFY2(ran.code == 0, ran.err.constData());
        const QImage picture(file);
        QCOMPARE(picture.size(), QSize(1080, 1920));
        QCOMPARE(picture.pixelColor(2, 2), QColor(Qt::black));
    }
};

QTEST_MAIN(TestKioskProgram)
#include "tst_kioskprogram.moc"
