// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios played and searched from the command line; no hub, no data directory.
#include "tests/system/programs.h"

#include <QJsonArray>

namespace {

const QString kBank = QStringLiteral(TIEPDON_SOURCE_DIR "/resources/scenarios/bank-branch.json");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSimulate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreShownSideBySide()
    {
        const Branch branch;
        const QString csv = branch.file(QStringLiteral("days.csv"));
        const QString report = branch.file(QStringLiteral("days.json"));
        const QStringList asked{QStringLiteral("simulate"), kBank,
                                QStringLiteral("--days"),   QStringLiteral("3"),
                                QStringLiteral("--rules"),  QStringLiteral("arrival,ratio"),
                                QStringLiteral("--seed"),   QStringLiteral("8")};
        const Ran shown
            = branch.ctl(asked + QStringList{QStringLiteral("--csv"), csv, QStringLiteral("--report"), report});
        QCOMPARE(shown.code, 0);
        QVERIFY(shown.out.contains("3 days, seed 8"));
        QVERIFY(shown.out.contains("arrival") && shown.out.contains("ratio") && !shown.out.contains("earliestDue"));
        QCOMPARE(contentOf(csv).count('\n'), 1 + 2 * 3);
        const Ran asJson = branch.ask(asked + QStringList{QStringLiteral("--threads"), QStringLiteral("1")});
        QCOMPARE(asJson.code, 0);
        QCOMPARE(asJson.json().value(QStringLiteral("rules")).toArray().size(), 2);
        QCOMPARE(QJsonDocument::fromJson(contentOf(report)).object(), asJson.json());
    }

    void whatIsWrongIsNamed()
    {
        const Branch branch;
        const QString path = branch.file(QStringLiteral("bad.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contentOf(kBank).replace("\"patienceMin\": 55", "\"patienceMin\": \"long\""));
        file.close();
        const Ran bad = branch.ask({QStringLiteral("simulate"), path});
        QCOMPARE(bad.code, 1);
        const QJsonObject detail
            = bad.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("detail")).toObject();
        QCOMPARE(detail.value(QStringLiteral("file")).toString(), path);
        QCOMPARE(detail.value(QStringLiteral("field")).toString(), QStringLiteral("patienceMin"));
        QVERIFY(detail.value(QStringLiteral("line")).toString().toInt() > 1);
        QCOMPARE(branch.ctl({QStringLiteral("simulate"), branch.file(QStringLiteral("none.json"))}).code, 1);
        for (const char *option : {"--days", "--threads", "--seed", "--rules"})
            QCOMPARE(
                branch.ctl({QStringLiteral("simulate"), kBank, QString::fromLatin1(option), QStringLiteral("mood")})
                    .code,
                2);
    }

    void aSearchShowsBothAndChangesNothing()
    {
        const Branch branch;
        const QString out = branch.file(QStringLiteral("calling.toml"));
        const Ran found
            = branch.ask({QStringLiteral("tune"), kBank, QStringLiteral("--days"), QStringLiteral("2"),
                          QStringLiteral("--evaluations"), QStringLiteral("3"), QStringLiteral("--out"), out});
        QCOMPARE(found.code, 0);
        const QJsonArray rules = found.json().value(QStringLiteral("rules")).toArray();
        QCOMPARE(rules.size(), 2);
        QCOMPARE(rules.at(1).toObject().value(QStringLiteral("name")).toString(), QStringLiteral("tuned"));
        QCOMPARE(QString::fromUtf8(contentOf(out)), found.json().value(QStringLiteral("branchLines")).toString());
        QVERIFY(contentOf(out).startsWith("[calling]\n"));
    }
};

QTEST_GUILESS_MAIN(TestSimulate)
#include "tst_simulate.moc"
