// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/customer/cardscan.h"
#include "tests/base/show.h"

#include <QTest>

#include <random>

using namespace tiepdon;

namespace {

const std::string kToday = "2026-05-04";
const std::string kCard
    = "079090001234|023456789|Nguyễn Thị Ánh Đào|17051990|Nữ|12 Lê Lợi, Phường Bến Nghé, TP. Hồ Chí Minh|02012022";

CardScan whole()
{
    CardScan scan;
    scan.number = "079090001234";
    scan.oldNumber = "023456789";
    scan.name = "Nguyễn Thị Ánh Đào";
    scan.birthDate = "1990-05-17";
    scan.sex = Sex::Female;
    scan.address = "12 Lê Lợi, Phường Bến Nghé, TP. Hồ Chí Minh";
    scan.issueDate = "2022-01-02";
    return scan;
}

std::string said(const CardScan &scan)
{
    std::string text = scan.number + "|" + scan.oldNumber + "|" + scan.name + "|" + scan.birthDate + "|"
        + std::string(names(scan.sex).at(static_cast<std::size_t>(scan.sex))) + "|" + scan.address + "|"
        + scan.issueDate + " unread:";
    for (const ScanField field : scan.unread)
        text += " " + std::string(names(field).at(static_cast<std::size_t>(field)));
    return text;
}

} // namespace

class TestCardScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scansAreReadByShape_data();
    void scansAreReadByShape();
    void whatIsNoScanIsRefused_data();
    void whatIsNoScanIsRefused();
    void anyFieldMayBeMissing();
    void anyFieldMayBeGarbled();
    void damagedScansSayNothingThatIsNotThere();
};

void TestCardScan::scansAreReadByShape_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const std::string &text, const CardScan &expected) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray::fromStdString(said(expected));
    };
    const auto with = [](auto change) {
        CardScan scan = whole();
        change(scan);
        return scan;
    };
    const auto replaced = [](const std::string &part, const std::string &by) {
        std::string text = kCard;
        return text.replace(text.find(part), part.size(), by);
    };
    row("whole", kCard, whole());
    row("with the keyboard's Enter", kCard + "\r\n", whole());
    row("between the frames of a scanner", "\x02" + kCard + "\x03\t", whole());
    row("with blanks around the fields", replaced("|Nguyễn", " | Nguyễn"), whole());
    row("without the old number", replaced("|023456789", ""), with([](CardScan &s) { s.oldNumber.clear(); }));
    row("with an empty old number", replaced("023456789", ""), with([](CardScan &s) { s.oldNumber.clear(); }));
    row("with fields of a card to come", kCard + "|Kinh|||https://example.org", whole());
    row("cut after the name", kCard.substr(0, kCard.find("|1705")), with([](CardScan &s) {
            s.birthDate = s.address = s.issueDate = "";
            s.sex = Sex::Unknown;
        }));
    row("with capital letters", replaced("Nguyễn Thị Ánh Đào|17051990|Nữ", "NGUYỄN THỊ ÁNH ĐÀO|17051990|NỮ"),
        whole());
    row("with turned capitals", replaced("Nguyễn Thị Ánh Đào|17051990|Nữ", "nGUYỄN tHỊ áNH đÀO|17051990|nỮ"),
        whole());
    row(
        "without the shift key",
        [] {
            std::string text = kCard;
            std::replace(text.begin(), text.end(), '|', '\\');
            return text;
        }(),
        whole());
    row("of a man", replaced("|Nữ|", "|Nam|"), with([](CardScan &s) { s.sex = Sex::Male; }));
    row("decomposed", replaced("Nguyễn", "Nguye\u0302\u0303n"), whole());
    row("a name typed through Telex", replaced("Nguyễn Thị Ánh Đào", "Nguyeenx Thij Anhs Ddaof"),
        with([](CardScan &s) {
            s.name.clear();
            s.unread = {ScanField::Name};
        }));
    row("a name of another character set", replaced("Nguyễn", "Nguyá»…n"), with([](CardScan &s) {
            s.name.clear();
            s.unread = {ScanField::Name};
        }));
    row("a name with question marks", replaced("Nguyễn", "Nguy?n"), with([](CardScan &s) {
            s.name.clear();
            s.unread = {ScanField::Name};
        }));
    row("a name that is not UTF-8", replaced("Nguyễn", "Nguy\xe3n"), with([](CardScan &s) {
            s.name.clear();
            s.unread = {ScanField::Name};
        }));
    row("a name without marks", replaced("Nguyễn Thị Ánh Đào", "Nguyen Thi Anh Dao"),
        with([](CardScan &s) { s.name = "Nguyen Thi Anh Dao"; }));
    row("a name of the highlands", replaced("Nguyễn Thị Ánh Đào", "H'Hen Niê"),
        with([](CardScan &s) { s.name = "H'Hen Niê"; }));
    row("an address of another character set", replaced("TP. Hồ Chí Minh", "HÃ  Ná»™i"), with([](CardScan &s) {
            s.address.clear();
            s.unread = {ScanField::Address};
        }));
    row("a birth date no calendar has", replaced("17051990", "31021990"), with([](CardScan &s) {
            s.birthDate.clear();
            s.unread = {ScanField::BirthDate};
        }));
    row("born tomorrow", replaced("17051990", "05052026"), with([](CardScan &s) {
            s.birthDate.clear();
            s.unread = {ScanField::BirthDate};
        }));
    row("born today", replaced("17051990", "04052026"), with([](CardScan &s) {
            s.birthDate = "2026-05-04";
            s.issueDate.clear();
            s.unread = {ScanField::IssueDate}; // before birth
        }));
    row("a birth date with a letter", replaced("17051990", "1705199O"), with([](CardScan &s) {
            s.birthDate.clear();
            s.unread = {ScanField::BirthDate};
        }));
    row("a number a digit short", replaced("079090001234", "07909000123"), with([](CardScan &s) {
            s.number.clear();
            s.unread = {ScanField::Number};
        }));
    row("a number with a letter", replaced("079090001234", "O79090001234"), with([](CardScan &s) {
            s.number.clear();
            s.unread = {ScanField::Number};
        }));
    row("an old number a digit short", replaced("023456789", "02345678"), with([](CardScan &s) {
            s.oldNumber.clear();
            s.unread = {ScanField::OldNumber};
        }));
    row("issued tomorrow", replaced("02012022", "05052026"), with([](CardScan &s) {
            s.issueDate.clear();
            s.unread = {ScanField::IssueDate};
        }));
    row("a sex nobody knows", replaced("Nữ", "X?"), with([](CardScan &s) {
            s.sex = Sex::Unknown;
            s.unread = {ScanField::Sex};
        }));
    row("an address of digits alone, where an address stands",
        replaced("|12 Lê Lợi, Phường Bến Nghé, TP. Hồ Chí Minh|02012022", "|14|"), with([](CardScan &s) {
            s.address = s.issueDate = "";
            s.unread = {ScanField::Address};
        }));
    row("three things garbled", replaced("Nguyễn Thị Ánh Đào|17051990|Nữ", "Ngu??n|1705|N?"), with([](CardScan &s) {
            s.name.clear();
            s.birthDate.clear();
            s.sex = Sex::Unknown;
            s.unread = {ScanField::Name, ScanField::BirthDate, ScanField::Sex};
        }));
}

void TestCardScan::scansAreReadByShape()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    const auto scan = cardScanFrom(text.toStdString(), kToday);
    QVERIFY(scan.isOk());
    QCOMPARE(said(*scan), expected.toStdString());
}

void TestCardScan::whatIsNoScanIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a name") << QByteArray("Nguyễn Văn An");
    QTest::newRow("a number alone") << QByteArray("079090001234");
    QTest::newRow("two fields") << QByteArray("079090001234|Nguyễn Văn An");
    QTest::newRow("bars alone") << QByteArray("||||||");
    QTest::newRow("other codes with bars") << QByteArray("https://example.org|1|x");
    QTest::newRow("a name without anything else") << QByteArray("||Nguyễn Văn An||||");
    QTest::newRow("too long") << QByteArray::fromStdString(kCard + "|" + std::string(2000, 'x'));
    QTest::newRow("too many fields") << QByteArray::fromStdString(kCard + std::string(18, '|'));
}

void TestCardScan::whatIsNoScanIsRefused()
{
    QFETCH(const QByteArray, text);
    const auto scan = cardScanFrom(text.toStdString(), kToday);
    QVERIFY(!scan);
    QCOMPARE(scan.error().code, ErrorCode::InvalidParams);
    QCOMPARE(scan.error().detail.at("field"), std::string("scan"));
}

namespace {

std::vector<std::string> parts()
{
    return {"079090001234", "023456789", "Nguyễn Thị Ánh Đào",
            "17051990",     "Nữ",        "12 Lê Lợi, Phường Bến Nghé, TP. Hồ Chí Minh",
            "02012022"};
}

std::string joined(const std::vector<std::string> &fields)
{
    std::string text;
    for (std::size_t i = 0; i < fields.size(); ++i)
        text += (i > 0 ? "|" : "") + fields[i];
    return text;
}

void clear(CardScan &scan, std::size_t field)
{
    const std::array<std::string *, 7> texts
        = {&scan.number, &scan.oldNumber, &scan.name, &scan.birthDate, nullptr, &scan.address, &scan.issueDate};
    if (texts.at(field))
        texts.at(field)->clear();
    else
        scan.sex = Sex::Unknown;
}

} // namespace

void TestCardScan::anyFieldMayBeMissing()
{
    for (std::size_t missing = 0; missing < 7; ++missing) {
        CardScan expected = whole();
        clear(expected, missing);
        auto fields = parts();
        fields[missing].clear();
        QCOMPARE(said(*cardScanFrom(joined(fields), kToday)), said(expected));
        // left out with its bar; of a date alone nobody can say whose it was but by its place
        fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(missing));
        QCOMPARE(said(*cardScanFrom(joined(fields), kToday)), said(expected));
    }
}

void TestCardScan::anyFieldMayBeGarbled()
{
    for (std::size_t garbled = 0; garbled < 7; ++garbled) {
        for (const char *garbage : {"?", "\xff\xfe", "###", "1?2"}) {
            CardScan expected = whole();
            clear(expected, garbled);
            expected.unread = {static_cast<ScanField>(garbled)};
            auto fields = parts();
            fields[garbled] = garbage;
            QCOMPARE(said(*cardScanFrom(joined(fields), kToday)), said(expected));
        }
    }
}

void TestCardScan::damagedScansSayNothingThatIsNotThere()
{
    std::mt19937_64 random(3);
    int read = 0;
    for (int run = 0; run < 50000; ++run) {
        std::string text = kCard;
        for (std::uint64_t left = 1 + random() % 4; left > 0; --left) {
            const std::size_t at = random() % text.size();
            if (random() % 2 == 0)
                text.erase(at, 1 + random() % 12);
            else
                text.insert(at, text.substr(random() % text.size(), random() % 12));
        }
        const auto scan = cardScanFrom(text, kToday);
        if (!scan)
            continue;
        ++read;
        // whatever was kept is of its field's form, and stood in the text
        QVERIFY2(text.find(scan->number) != std::string::npos, text.c_str());
        QVERIFY(scan->number.empty() || scan->number.size() == 12);
        QVERIFY(scan->oldNumber.empty() || scan->oldNumber.size() == 9);
        QVERIFY(scan->birthDate.empty() || scan->birthDate.size() == 10);
        QVERIFY(scan->birthDate <= kToday && scan->issueDate <= kToday);
        QVERIFY(isUtf8(scan->name) && isUtf8(scan->address));
        QVERIFY(std::is_sorted(scan->unread.begin(), scan->unread.end()));
    }
    QVERIFY(read > 10000);
}

QTEST_APPLESS_MAIN(TestCardScan)
#include "tst_cardscan.moc"
