// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"
#include "ui/session/csvtext.h"
#include "ui/session/savedfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace tiepdon;

/// Tables for spreadsheets, and files that are there whole or not at all.
class TestCsvText : public QObject
{
    Q_OBJECT

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

private Q_SLOTS:
    void noTextBecomesAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGuarded");
        const auto row = [](const char *name, const QString &text, bool isGuarded) {
            QTest::newRow(name) << text << isGuarded;
        };
        row("equals sign", QStringLiteral("=1+1"), true);
        row("plus sign", QStringLiteral("+84 90 123"), true);
        row("minus sign", QStringLiteral("-2"), true);
        row("at sign", QStringLiteral("@SUM(A1)"), true);
        row("tab", QStringLiteral("\t=1"), true);
        row("carriage return", QStringLiteral("\r=1"), true);
        row("line feed", QStringLiteral("\n=1"), true);
        row("full-width equals sign", QStringLiteral(u"\uFF1D1+1"), true);
        row("full-width plus sign", QStringLiteral(u"\uFF0B1"), true);
        row("full-width minus sign", QStringLiteral(u"\uFF0D1"), true);
        row("full-width at sign", QStringLiteral(u"\uFF20SUM"), true);
        row("behind a blank", QStringLiteral(" =1+1"), true);
        row("behind a no-break space", QStringLiteral(u"\u00A0=1+1"), true);
        row("behind a zero-width space", QStringLiteral(u"\u200B=1+1"), true);
        row("behind a byte order mark", QStringLiteral(u"\uFEFF=1+1"), true);
        row("a name", QStringLiteral("Cho vay"), false);
        row("a sign in the middle", QStringLiteral("08:00-08:30 = x"), false);
        row("nothing", QString(), false);
        row("a name in Vietnamese", QStringLiteral("Đổi tiền"), false);
    }
    void noTextBecomesAFormula()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGuarded);
        QCOMPARE(CsvText::guarded(text), isGuarded ? QLatin1Char('\'') + text : text);
        CsvText csv({});
        csv.addText(text);
        csv.endRow();
        QCOMPARE(csv.bytes().mid(3, 2), isGuarded ? QByteArray("\"'") : csv.bytes().mid(3, 2));
    }

    void aTableReadsBackAsItWas_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QChar>("separator");
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("decimal comma, Vietnamese")
            << QLocale(QLocale::Vietnamese, QLocale::Vietnam) << QChar(u';') << QByteArray("1234,50");
        QTest::newRow("decimal comma, German") << QLocale(QLocale::German) << QChar(u';') << QByteArray("1234,50");
        QTest::newRow("decimal point, English")
            << QLocale(QLocale::English, QLocale::UnitedStates) << QChar(u',') << QByteArray("1234.50");
    }
    void aTableReadsBackAsItWas()
    {
        QFETCH(QLocale, locale);
        QFETCH(QChar, separator);
        QFETCH(QByteArray, number);
        const CsvStyle style = csvStyleOf(locale);
        QCOMPARE(style.separator, separator);
        CsvText csv(style);
        csv.addText(QStringLiteral("Vay; nhà, \"xe\""));
        csv.addNumber(1234.5, 2);
        csv.addNumber(std::int64_t{-7});
        csv.addEmpty();
        csv.addNumber(std::numeric_limits<double>::quiet_NaN(), 1);
        csv.addText(QStringLiteral("cuối"));
        csv.endRow();
        const QByteArray bytes = csv.bytes();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        QVERIFY(bytes.endsWith("\r\n"));
        const std::string text = bytes.toStdString();
        CsvLines lines(text);
        std::string_view line;
        QVERIFY(lines.next(line));
        const auto fields = csvFields(line, separator.toLatin1());
        QVERIFY(fields);
        QCOMPARE(fields->size(), 6U);
        QCOMPARE(QString::fromStdString(fields->at(0)), QStringLiteral("Vay; nhà, \"xe\""));
        QCOMPARE(QByteArray::fromStdString(fields->at(1)), number);
        bool isNumber = false;
        QCOMPARE(locale.toDouble(QString::fromStdString(fields->at(1)), &isNumber), 1234.5);
        QVERIFY(isNumber);
        QCOMPARE(fields->at(2), std::string("-7"));
        QCOMPARE(fields->at(3), std::string());
        QCOMPARE(fields->at(4), std::string());
        QCOMPARE(QString::fromStdString(fields->at(5)), QStringLiteral("cuối"));
    }

    void aFileIsWrittenWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("số liệu.csv"));
        QVERIFY(writeWhole(path, "eins"));
        QVERIFY(writeWhole(path, "zwei"));
        QCOMPARE(contentOf(path), QByteArray("zwei"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aFileThatCannotBeWrittenLeavesTheOneBefore_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no folder") << QStringLiteral("nowhere/a.csv");
        QTest::newRow("a folder of that name") << QStringLiteral("folder");
        QTest::newRow("no room") << QStringLiteral("full.csv");
    }
    void aFileThatCannotBeWrittenLeavesTheOneBefore()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder")));
        const QString path = folder.filePath(name);
        const bool isRoom = name == QStringLiteral("full.csv");
        if (isRoom)
            QVERIFY(writeWhole(path, "before"));
        // a file may have 1,000 bytes, as if the disk had no more
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit little{1000, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &little);
        const auto written = writeWhole(path, QByteArray(100'000, 'x'));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!written);
        QVERIFY(written.error().code == ErrorCode::FileNotWritable);
        QCOMPARE(written.error().detail.at("path"), path.toStdString());
        if (isRoom)
            QCOMPARE(contentOf(path), QByteArray("before"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), isRoom ? 1 : 0);
    }

    void aFileNameIsMadeOfWords()
    {
        QCOMPARE(fileNamePart(QStringLiteral(" Chi nhánh / Bến: Thành.. ")), QStringLiteral("Chi-nhánh-Bến-Thành"));
        QCOMPARE(fileNamePart(QStringLiteral("../../etc")), QStringLiteral("etc"));
        QCOMPARE(fileNamePart(QStringLiteral("///")), QString());
    }
};

QTEST_GUILESS_MAIN(TestCsvText)
#include "tst_csvtext.moc"
