// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other systems, and invented people, brought into a branch by the real programs.
#include "tests/system/programs.h"

#include <QJsonArray>

namespace {

const QString kSample = QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml");

const QByteArray kCustomers = "Mã KH,Họ và tên,Ngày sinh,SĐT,Số CCCD,Hạng\n"
                              "KH100,Nguyễn Thị Ánh Đào,17/5/1990,0912345678,079090001234,Vàng\n"
                              "KH101,Trần Văn Bình,1/1/1950,0912345678,079050001235,\n"
                              "KH102,,1/1/1950,,,\n"
                              "KH103,Lê Chi,31/2/1990,,,\n"
                              "KH104,王小明,,+6561234567,,Bạch kim\n";

struct Figures {
    int code = -1;
    int added = -1;
    int changed = -1;
    int same = -1;
    int refused = -1;

    friend bool operator==(const Figures &, const Figures &) = default;
};

Figures figures(const Ran &ran)
{
    const QJsonObject json = ran.json();
    const auto number = [&](const char *key) { return json.value(QLatin1String(key)).toInt(-1); };
    return {ran.code, number("added"), number("changed"), number("same"), number("refused")};
}

/// "5 Ngày sinh" of the n-th row that was refused.
QString problem(const Ran &ran, qsizetype n)
{
    const QJsonObject row = ran.json().value(QStringLiteral("problems")).toArray().at(n).toObject();
    return QString::number(row.value(QStringLiteral("line")).toInt()) + u' '
        + row.value(QStringLiteral("column")).toString();
}

QByteArray begun(Branch &branch)
{
    if (const QByteArray wrong = branch.begin(); !wrong.isEmpty())
        return wrong;
    const Ran defined = branch.ask({QStringLiteral("branch"), QStringLiteral("import"), kSample});
    return defined.code == 0 ? QByteArray() : defined.out + defined.err;
}

Ran import(const Branch &branch, const char *kind, const QString &file, const char *more = "")
{
    return branch.ask(QStringList{QStringLiteral("import"), QString::fromLatin1(kind), file} + words(more));
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreTakenOnceAndMistakesAreSaid();
    void aDryRunChangesNothing();
    void whatIsGuessedIsConfirmed();
    void whatHappenedFindsItsCustomer();
    void manyRowsGoInManyMessages();
    void onlyWhoMayBringsRowsIn();
    void filesThatCannotBeReadAreRefused();
    void anAdministratorAloneLeavesNotesOut();
    void aSampleIsInventedOnce();
};

void TestImport::rowsAreTakenOnceAndMistakesAreSaid()
{
    Branch branch;
    QCOMPARE(begun(branch), QByteArray());
    const QString file = branch.write(QStringLiteral("customers.csv"), kCustomers);
    const QString errors = branch.file(QStringLiteral("errors.csv"));
    const Ran first = branch.ask(
        {QStringLiteral("import"), QStringLiteral("customers"), file, QStringLiteral("--errors"), errors});
    QCOMPARE(figures(first), (Figures{1, 3, 0, 0, 2}));
    QCOMPARE(problem(first, 0), QStringLiteral("4 Họ và tên"));
    QCOMPARE(problem(first, 1), QStringLiteral("5 Ngày sinh"));
    QFile written(errors);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("4,\"Họ và tên\",\"is missing\""));
    QVERIFY(!text.contains("Đào")); // nobody's data, only where it is

    QCOMPARE(figures(import(branch, "customers", file)), (Figures{1, 0, 0, 3, 2}));
    QByteArray other = kCustomers;
    other.replace("Vàng", "Bạc").replace("KH102,,", "KH102,Lê Ba,").replace("31/2/1990", "28/2/1990");
    QCOMPARE(figures(import(branch, "customers", branch.write(QStringLiteral("other.csv"), other))),
             (Figures{0, 2, 1, 2, 0}));
    // a document of somebody else
    const QString taken = branch.write(QStringLiteral("taken.csv"),
                                       "Mã KH,Tên,CCCD\nKH200,Giả,079090001234\nKH101,Bình,079090001234\n");
    const Ran refused = import(branch, "customers", taken);
    QCOMPARE(refused.json().value(QStringLiteral("refused")).toInt(), 1);
    QCOMPARE(branch.stopHub(), 0);
    QCOMPARE(branch.ctl(words("verify")).code, 0);
}

void TestImport::aDryRunChangesNothing()
{
    Branch branch;
    QCOMPARE(begun(branch), QByteArray());
    const QString file = branch.write(QStringLiteral("customers.csv"), kCustomers);
    for (int time = 0; time < 2; ++time)
        QCOMPARE(figures(import(branch, "customers", file, "--dry-run")), (Figures{1, 3, 0, 0, 2}));
    QCOMPARE(figures(import(branch, "customers", file)), (Figures{1, 3, 0, 0, 2}));
    const Ran said
        = branch.ctl({QStringLiteral("import"), QStringLiteral("customers"), file, QStringLiteral("--dry-run")});
    QVERIFY(said.out.contains("Nothing was changed"));
    QVERIFY(said.out.contains("line 5, Ngày sinh:"));
    QVERIFY(said.err.contains("Họ và tên → name\n"));
    QVERIFY(!said.err.contains("Đào")); // nobody asked, so nobody's data in a log
}

void TestImport::whatIsGuessedIsConfirmed()
{
    Branch branch;
    QCOMPARE(begun(branch), QByteArray());
    // "Mã KH;Họ và tên" as windows-1258 has it: vowels, then marks
    const QString file = branch.write(QStringLiteral("old.csv"),
                                      "Ma\xDE KH;Ho\xF2 va\xCC t\xEAn\nKH300;Nguy\xEA\xDEn \xC1nh \xD0\x61\xCCo\n");
    const Ran asked = import(branch, "customers", file);
    QCOMPARE(asked.code, 2);
    QVERIFY(asked.out.contains("windows-1258") && asked.out.contains("semicolon"));
    QCOMPARE(figures(import(branch, "customers", file, "--yes")), (Figures{0, 1, 0, 0, 0}));
    QCOMPARE(figures(import(branch, "customers", file, "--encoding cp1258 --separator ;")),
             (Figures{0, 0, 0, 1, 0}));
    // the same person in UTF-8 is the same
    const QString now = branch.write(QStringLiteral("new.csv"), "Mã KH,Họ và tên\nKH300,Nguyễn Ánh Đào\n");
    QCOMPARE(figures(import(branch, "customers", now)), (Figures{0, 0, 0, 1, 0}));
    // and what is said wrongly is seen in the names
    QCOMPARE(figures(import(branch, "customers", file, "--encoding windows-1252 --separator ;")).code, 1);
    const QString map
        = branch.write(QStringLiteral("map.toml"), "encoding = \"windows-1258\"\nseparator = \"semicolon\"\n");
    QCOMPARE(figures(import(branch, "customers", file, ("--map " + map.toUtf8()).constData())),
             (Figures{0, 0, 0, 1, 0}));
    QCOMPARE(import(branch, "customers", file, "--encoding vni").code, 2);
    QCOMPARE(import(branch, "customers", file, "--separator x").code, 2);
}

void TestImport::whatHappenedFindsItsCustomer()
{
    Branch branch;
    QCOMPARE(begun(branch), QByteArray());
    QCOMPARE(import(branch, "customers", branch.write(QStringLiteral("customers.csv"), kCustomers)).code, 1);
    const QString transactions = branch.write(QStringLiteral("transactions.csv"),
                                              "Mã GD,Mã KH,Ngày,Diễn giải,Số tiền\n"
                                              "GD1,KH100,1/4/2026 09:30,Nộp tiền,1.500.000\n"
                                              "GD2,KH999,1/4/2026,Nộp tiền,1\n"
                                              "GD3,KH100,1/4/2226,Nộp tiền,1\n"
                                              "GD4,KH101,2/4/2026,Rút tiền,-200.000\n");
    const Ran first = import(branch, "transactions", transactions);
    QCOMPARE(figures(first), (Figures{1, 2, 0, 0, 2}));
    QCOMPARE(problem(first, 0), QStringLiteral("3 Mã KH"));
    QCOMPARE(problem(first, 1), QStringLiteral("4 Ngày"));
    QCOMPARE(figures(import(branch, "transactions", transactions)), (Figures{1, 0, 0, 2, 2}));
    const QString purchases = branch.write(QStringLiteral("purchases.csv"),
                                           "CCCD,Ngày mua,Sản phẩm\n79090001234,2026-03-01,Tiết kiệm\n");
    QCOMPARE(figures(import(branch, "purchases", purchases)), (Figures{0, 1, 0, 0, 0}));
    QCOMPARE(figures(import(branch, "purchases", purchases)), (Figures{0, 0, 0, 1, 0}));
    const QString talks = branch.write(QStringLiteral("talks.csv"),
                                       "phone,date,text,channel,direction\n+6561234567,2026-03-01,Hi,chat,in\n"
                                       "0912345678,2026-03-01,Hi,chat,in\n");
    const Ran talked = import(branch, "conversations", talks);
    QCOMPARE(figures(talked), (Figures{1, 1, 0, 0, 1})); // whose of a family is not known
    QCOMPARE(problem(talked, 0), QStringLiteral("3 phone"));
}

void TestImport::manyRowsGoInManyMessages()
{
    Branch branch;
    QCOMPARE(begun(branch), QByteArray());
    QByteArray rows = "number,name,address\n";
    for (int i = 0; i < 1500; ++i)
        rows += "KH" + QByteArray::number(1000 + i) + ",Nguyễn Văn An,\"" + QByteArray(i % 400, 'x') + "\"\n";
    const QString file = branch.write(QStringLiteral("many.csv"), rows);
    QCOMPARE(figures(import(branch, "customers", file)), (Figures{0, 1500, 0, 0, 0}));
    QCOMPARE(figures(import(branch, "customers", file)), (Figures{0, 0, 0, 1500, 0}));
}

void TestImport::onlyWhoMayBringsRowsIn()
{
    Branch branch;
    QCOMPARE(begun(branch), QByteArray());
    const Ran added = branch.ask(words("staff add hanh --staff 1 --role teller"));
    QCOMPARE(added.code, 0);
    QCOMPARE(branch.signIn(QStringLiteral("desk"), QStringLiteral("hanh"),
                           added.json().value(QStringLiteral("oneTimePassword")).toString().toUtf8()),
             QByteArray());
    const QString file = branch.write(QStringLiteral("customers.csv"), kCustomers);
    const Ran refused
        = branch.askOn(QStringLiteral("desk"), {QStringLiteral("import"), QStringLiteral("customers"), file});
    QCOMPARE(refused.code, 5);
    QCOMPARE(errorCode(refused), QStringLiteral("NotAllowed"));
    QCOMPARE(figures(import(branch, "customers", file)), (Figures{1, 3, 0, 0, 2}));
}

void TestImport::filesThatCannotBeReadAreRefused()
{
    Branch branch; // no hub is needed to say so
    QCOMPARE(errorCode(import(branch, "customers", branch.file(QStringLiteral("none.csv")))),
             QStringLiteral("FileNotReadable"));
    const auto refused = [&](const QByteArray &content, const char *more = "") {
        const Ran ran = import(branch, "customers", branch.write(QStringLiteral("x.csv"), content), more);
        return errorCode(ran) + u' ' + detail(ran, "line") + u' ' + detail(ran, "field");
    };
    QCOMPARE(refused(""), QStringLiteral("BadFile 1 "));
    QCOMPARE(refused("Tên,SĐT\nAn,1\n"), QStringLiteral("BadFile 1 number"));
    QCOMPARE(refused("Mã KH,SĐT\nAn,1\n"), QStringLiteral("BadFile 1 name"));
    QCOMPARE(refused("Mã KH,Tên\nKH1,\xFF\xFF\n", "--encoding utf-8"), QStringLiteral("BadFile 2 "));
    const QString map = branch.write(QStringLiteral("map.toml"), "[columns]\n\"Tên\" = \"nickname\"\n");
    QCOMPARE(refused("Mã KH,Tên\nKH1,An\n", ("--map " + map.toUtf8()).constData()),
             QStringLiteral("BadFile 1 Tên"));
    QCOMPARE(import(branch, "strangers", QStringLiteral("x")).code, 2);
}

void TestImport::anAdministratorAloneLeavesNotesOut()
{
    Branch branch;
    QCOMPARE(begun(branch), QByteArray());
    const Ran ran = branch.ask(words("sample --count 10"), 60'000);
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json().value(QStringLiteral("customers")).toInt(), 10);
    QCOMPARE(ran.json().value(QStringLiteral("told")).toInt(), 0);
}

void TestImport::aSampleIsInventedOnce()
{
    Branch branch;
    const Ran card = branch.ask(words("sample --card 1")); // no hub is needed
    QCOMPARE(card.code, 0);
    QCOMPARE(card.json().value(QStringLiteral("card")).toString().count(u'|'), 6);
    QCOMPARE(begun(branch), QByteArray());
    QCOMPARE(branch.giveAdmin(QStringLiteral("administrator,supervisor")), QByteArray());
    const Ran first = branch.ask(words("sample --count 60"), 60'000);
    QVERIFY2(first.code == 0, first.out + first.err);
    QCOMPARE(first.json().value(QStringLiteral("customers")).toInt(), 60);
    QVERIFY(first.json().value(QStringLiteral("happenings")).toInt() > 100);
    QVERIFY(first.json().value(QStringLiteral("told")).toInt() > 60);
    QVERIFY(first.json().value(QStringLiteral("invented")).toBool());
    const Ran again = branch.ask(words("sample --count 60"), 60'000);
    QCOMPARE(again.json().value(QStringLiteral("customers")).toInt(), 0);
    QCOMPARE(again.json().value(QStringLiteral("happenings")).toInt(), 0);
    QCOMPARE(again.json().value(QStringLiteral("told")).toInt(), 0);
    QVERIFY(branch.ctl(words("sample --count 61"), 60'000).out.contains("invented"));
    QCOMPARE(branch.ask(words("sample --count 0")).code, 2);
    QCOMPARE(branch.stopHub(), 0);
    QCOMPARE(branch.ctl(words("verify")).code, 0);
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
