// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QJsonArray>

/// Another system that reports who came in, with the real programs.
class TestSensor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsFromAShell()
    {
        Branch branch;
        const QByteArray problem = branch.begin();
        QVERIFY2(problem.isEmpty(), problem.constData());
        const Ran made
            = branch.ask({QStringLiteral("device"), QStringLiteral("enrol"), QStringLiteral("--name"),
                          QStringLiteral("Cửa trước"), QStringLiteral("--kind"), QStringLiteral("sensor")});
        QVERIFY2(made.code == 0, made.out.constData());
        const QByteArray code = made.json().value(QStringLiteral("code")).toString().toUtf8();
        const QString door = QStringLiteral("door");
        const QStringList report{QStringLiteral("arrival"), QStringLiteral("report")};
        // nothing of another machine's hub is known there yet
        const auto onDoor = [&](const QStringList &words, const QByteArray &input) {
            return run(QStringLiteral(TIEPDON_CTL),
                       QStringList{QStringLiteral("--json"), QStringLiteral("--data"),
                                   branch.file(QStringLiteral("none")), QStringLiteral("--device"),
                                   branch.file(door)}
                           + words,
                       30'000, input);
        };
        const Ran enrolled = onDoor({QStringLiteral("enrol")}, code);
        QVERIFY2(enrolled.code == 0, enrolled.out.constData());
        const Ran reported = onDoor(report, "citizenCard 079095001234\nphone 0912345678 camera\n\n");
        QVERIFY2(reported.code == 0, reported.out.constData());
        QCOMPARE(reported.json().value(QStringLiteral("reported")).toInt(), 2);
        const Ran mixed = onDoor(report, "nonsense\nphone 12\ncard 12345678 booking A001");
        QCOMPARE(mixed.code, 1);
        QCOMPARE(mixed.json().value(QStringLiteral("reported")).toInt(), 1);
        QCOMPARE(mixed.json().value(QStringLiteral("refused")).toInt(), 2);
        // a person's program is no sensor
        QCOMPARE(branch.ask(report, 30'000, "phone 0912345678\n").code, 5);
        const Ran audit
            = branch.ask({QStringLiteral("audit"), QStringLiteral("--action"), QStringLiteral("arrivalReported")});
        QVERIFY2(audit.code == 0, audit.out.constData());
        QCOMPARE(audit.json().value(QStringLiteral("entries")).toArray().size(), 3);
        QVERIFY(!audit.out.contains("912345678") && !audit.out.contains("079095001234"));
    }
};

QTEST_GUILESS_MAIN(TestSensor)
#include "tst_sensor.moc"
