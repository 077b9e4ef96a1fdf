// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sealing.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace tiepdon;

namespace {

constexpr Sealing::Place kPhone{7, 7'000'000'001, "phone"};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read a file");
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a file");
}

Sealing sealingIn(const QString &directory)
{
    if (const auto made = Sealing::makeFile(directory); !made)
        qFatal("%s", made.error().message.c_str());
    auto sealing = Sealing::open(directory);
    if (!sealing)
        qFatal("%s", sealing.error().message.c_str());
    return *sealing;
}

} // namespace

/// What is sealed opens at its own place with its own key, and nowhere else.
class TestSealing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->path();
    }

    void theKeyFileIsItsOwnersAlone()
    {
        QVERIFY(!Sealing::hasFile(m_path));
        QVERIFY(Sealing::makeFile(m_path));
        QVERIFY(Sealing::hasFile(m_path));
        const auto others = QFile::permissions(Sealing::fileIn(m_path))
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
               | QFile::ExeOther | QFile::ExeOwner);
        QCOMPARE(int(others), 0);
        const QByteArray line = contentOf(Sealing::fileIn(m_path));
        QCOMPARE(line.size(), 105);
        QVERIFY(line.startsWith("tiepdon-customer-key-1 ") && line.endsWith('\n'));
    }

    void aKeyThatIsThereStays()
    {
        QVERIFY(Sealing::makeFile(m_path));
        const QByteArray first = contentOf(Sealing::fileIn(m_path));
        QVERIFY(Sealing::makeFile(m_path));
        QCOMPARE(contentOf(Sealing::fileIn(m_path)), first);
        write(Sealing::fileIn(m_path), "damaged");
        QVERIFY(Sealing::makeFile(m_path));
        QCOMPARE(contentOf(Sealing::fileIn(m_path)), QByteArray("damaged"));
    }

    void eachBranchHasAKeyOfItsOwn()
    {
        QTemporaryDir other;
        QVERIFY(Sealing::makeFile(m_path) && Sealing::makeFile(other.path()));
        QVERIFY(contentOf(Sealing::fileIn(m_path)) != contentOf(Sealing::fileIn(other.path())));
    }

    void aMakingCutOffIsDoneAnew()
    {
        write(Sealing::fileIn(m_path) + QStringLiteral(".new"), "tiepdon-customer-key-1 00");
        QVERIFY(!Sealing::hasFile(m_path));
        QVERIFY(Sealing::makeFile(m_path));
        QVERIFY(Sealing::open(m_path));
        QVERIFY(!QFile::exists(Sealing::fileIn(m_path) + QStringLiteral(".new")));
    }

    void whatIsSealedOpensAgain_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("a phone number") << QByteArray("+84901234567");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an address") << QByteArray("12 Nguyễn Huệ, Bến Nghé");
        QTest::newRow("any bytes") << QByteArray("\0\xff|\n", 4);
        QTest::newRow("ten thousand bytes") << QByteArray(10'000, 'x');
    }
    void whatIsSealedOpensAgain()
    {
        QFETCH(QByteArray, plain);
        const Sealing sealing = sealingIn(m_path);
        const std::string sealed = sealing.seal(kPhone, plain.toStdString());
        const auto opened = sealing.unseal(kPhone, sealed);
        QVERIFY(opened);
        QCOMPARE(*opened, plain.toStdString());
        const auto again = Sealing::open(m_path)->unseal(kPhone, sealed);
        QVERIFY(again);
        QCOMPARE(*again, plain.toStdString());
        QVERIFY(plain.size() < 3 || sealed.find(plain.toStdString()) == std::string::npos);
        QVERIFY(sealing.seal(kPhone, plain.toStdString()) != sealed);
    }

    void aValueMovedToAnotherPlaceDoesNotOpen_data()
    {
        QTest::addColumn<qlonglong>("branch");
        QTest::addColumn<qlonglong>("customer");
        QTest::addColumn<QString>("kind");
        QTest::newRow("another customer") << 7LL << 7'000'000'002LL << QStringLiteral("phone");
        QTest::newRow("another branch") << 8LL << 7'000'000'001LL << QStringLiteral("phone");
        QTest::newRow("another kind") << 7LL << 7'000'000'001LL << QStringLiteral("passport");
        QTest::newRow("no kind") << 7LL << 7'000'000'001LL << QString();
    }
    void aValueMovedToAnotherPlaceDoesNotOpen()
    {
        QFETCH(qlonglong, branch);
        QFETCH(qlonglong, customer);
        QFETCH(QString, kind);
        const Sealing sealing = sealingIn(m_path);
        const std::string name = kind.toStdString();
        const auto opened = sealing.unseal({branch, customer, name}, sealing.seal(kPhone, "+84901234567"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::DatabaseDamaged);
        QVERIFY(opened.error().message.find("+849") == std::string::npos);
    }

    void aValueChangedAnywhereDoesNotOpen()
    {
        const Sealing sealing = sealingIn(m_path);
        const std::string sealed = sealing.seal(kPhone, "+84901234567");
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            std::string changed = sealed;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!sealing.unseal(kPhone, changed), std::to_string(i).c_str());
            QVERIFY2(!sealing.unseal(kPhone, std::string_view(sealed).substr(0, i)), std::to_string(i).c_str());
        }
        for (const char *text : {"", "A", "not base64 at all!", "\xff\xff"})
            QVERIFY(!sealing.unseal(kPhone, text));
        QVERIFY(!sealing.unseal(kPhone, sealed + "A"));
    }

    void anotherKeyOpensNothingAndFindsNothing()
    {
        QTemporaryDir other;
        const Sealing mine = sealingIn(m_path);
        const Sealing others = sealingIn(other.path());
        QVERIFY(!others.unseal(kPhone, mine.seal(kPhone, "+84901234567")));
        QVERIFY(mine.lookup("phone", "+84901234567") != others.lookup("phone", "+84901234567"));
        QVERIFY(mine.fits(7, mine.checkOf(7)));
        QVERIFY(!mine.fits(7, others.checkOf(7)));
        QVERIFY(!mine.fits(8, mine.checkOf(7)));
        QVERIFY(!mine.fits(7, ""));
    }

    void whatIsLookedUpByIsTheSameEachTimeAndOfTheKindAndText()
    {
        const Sealing sealing = sealingIn(m_path);
        const std::string phone = sealing.lookup("phone", "+84901234567");
        QCOMPARE(phone.size(), std::size_t(32));
        QCOMPARE(Sealing::open(m_path)->lookup("phone", "+84901234567"), phone);
        const std::set<std::string> all{phone, sealing.lookup("phone", "+84901234568"),
                                        sealing.lookup("passport", "+84901234567"),
                                        sealing.lookup("phon", "e+84901234567"), sealing.lookup("phone", "")};
        QCOMPARE(all.size(), std::size_t(5));
    }

    void aKeyFileThatIsNoneIsRefused_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << 0 << int(ErrorCode::FileNotReadable);
        QTest::newRow("cut off after ten bytes") << 1 << int(ErrorCode::BadFile);
        QTest::newRow("without its last byte") << 2 << int(ErrorCode::BadFile);
        QTest::newRow("empty") << 3 << int(ErrorCode::BadFile);
        QTest::newRow("a digit of the key changed") << 4 << int(ErrorCode::BadFile);
        QTest::newRow("a digit of what tells a slip changed") << 5 << int(ErrorCode::BadFile);
        QTest::newRow("of another format") << 6 << int(ErrorCode::BadFile);
        QTest::newRow("longer") << 7 << int(ErrorCode::BadFile);
        QTest::newRow("a folder") << 8 << int(ErrorCode::FileNotReadable);
    }
    void aKeyFileThatIsNoneIsRefused()
    {
        QFETCH(int, what);
        QFETCH(int, code);
        QVERIFY(Sealing::makeFile(m_path));
        const QString file = Sealing::fileIn(m_path);
        QByteArray line = contentOf(file);
        const auto changed = [&line](qsizetype at) { line[at] = line[at] == '0' ? '1' : '0'; };
        QFile::remove(file);
        switch (what) {
        case 1:
            line.truncate(10);
            break;
        case 2:
            line.chop(1);
            break;
        case 3:
            line.clear();
            break;
        case 4:
            changed(40);
            break;
        case 5:
            changed(100);
            break;
        case 6:
            line.replace("key-1", "key-2");
            break;
        case 7:
            line += line;
            break;
        default:
            break;
        }
        if (what == 8)
            QVERIFY(QDir().mkdir(file));
        else if (what != 0)
            write(file, line);
        const auto opened = Sealing::open(m_path);
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().code), code);
        QCOMPARE(opened.error().detail.at("file"), file.toStdString());
        for (qsizetype at = 23; at + 16 <= std::min<qsizetype>(line.size(), 87); ++at)
            QVERIFY(opened.error().message.find(line.mid(at, 16).toStdString()) == std::string::npos);
    }

    void aKeyThatCannotBeWrittenIsSaid()
    {
        const auto made = Sealing::makeFile(m_path + QStringLiteral("/nowhere"));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::FileNotWritable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSealing)
#include "tst_sealing.moc"
