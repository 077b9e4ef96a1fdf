// SPDX-License-Identifier: GPL-3.0-or-later
// How files of other systems are read: letters, separators, columns, values, rows.
#include "app/ctl/csvsource.h"
#include "app/ctl/importcolumns.h"
#include "app/ctl/importplan.h"
#include "app/ctl/importvalues.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/wire/codec.h"
#include "tests/base/show.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace tiepdon;

namespace {

const ImportPlace kPlace{"2026-05-04", 7 * 60};

/// "Nguyễn Thị Ánh Đào" and so on as windows-1258 has it: vowels, then marks.
const std::string kVietnamese1258
    = "H\xF2 v\xE0 t\xEAn;SDT\nNguy\xEA\xDEn Th\x69\xF2 \xC1nh \xD0\x61\xCCo;0912345678\n"
      "Tr\xE2\xCCn V\xE3n H\xF5\xCC\x6E;0912345679\n";

std::string utf16(std::string_view ascii, bool isLittle)
{
    std::string bytes;
    for (const char c : ascii)
        bytes += isLittle ? std::string{c, '\0'} : std::string{'\0', c};
    return bytes;
}

ImportPlan planOf(ImportKind kind, const std::vector<std::string> &header)
{
    const auto plan = importPlanFor(kind, header, {});
    return plan ? *plan : ImportPlan{};
}

SourceRow rowOf(const std::vector<std::string> &fields) { return {2, fields, false}; }

std::string problemOf(const Error &error) { return error.detail.at("column") + ": " + error.detail.at("reason"); }

} // namespace

class TestImportPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersAreKnown_data();
    void lettersAreKnown();
    void filesAreDecoded();
    void badBytesAreSaidWithTheirLine();
    void separatorsAreKnown_data();
    void separatorsAreKnown();
    void rowsOfAFile();
    void columnsAreKnownByTheirUsualNames();
    void mappingsSayWhatColumnsAre();
    void theSampleMappingIsOne();
    void mistakesOfMappingsAreSaid_data();
    void mistakesOfMappingsAreSaid();
    void columnsThatMustBeThere();
    void moneyIsRead_data();
    void moneyIsRead();
    void momentsAreRead_data();
    void momentsAreRead();
    void wordsAreRead();
    void aCustomersRow();
    void whatSpreadsheetsLose();
    void rowsThatCannotBeTaken_data();
    void rowsThatCannotBeTaken();
    void whatHappenedIsRead();
    void aRowWithoutAReferenceIsKnownAgain();
    void batchesFitIntoAFrame();
    void problemsAreWrittenDown();
    void anyBytesAreReadOrRefused();
};

void TestImportPlan::lettersAreKnown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("isSure");
    const auto row = [](const char *name, const std::string &bytes, const char *encoding, bool isSure) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(encoding) << isSure;
    };
    row("plain", "name,phone\nAn,1\n", "utf-8", true);
    row("empty", "", "utf-8", true);
    row("UTF-8", "tên\nĐào\n", "utf-8", true);
    row("UTF-8 with its mark", "\xEF\xBB\xBFtên\n", "utf-8-bom", true);
    row("UTF-16 with its mark", "\xFF\xFE" + utf16("ten\n", true), "utf-16le", true);
    row("the other UTF-16 with its mark", "\xFE\xFF" + utf16("ten\n", false), "utf-16be", true);
    row("UTF-16 without a mark", utf16("name,phone\nAn,1\n", true), "utf-16le", false);
    row("the other UTF-16 without a mark", utf16("name,phone\nAn,1\n", false), "utf-16be", false);
    row("the Vietnamese code page", kVietnamese1258, "windows-1258", false);
    row("the Western code page", "nom,t\xE9l\nLef\xE8vre,1\nM\xFCller,2\nGar\xE7on,3\n", "windows-1252", false);
    row("Icelandic in the Western one", "nafn\n\xDE\xF3r\xF0ur \xDE\xF3r\xF0\x61rson\n", "windows-1252", false);
}

void TestImportPlan::lettersAreKnown()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, encoding);
    QFETCH(const bool, isSure);
    const EncodingGuess guess = guessEncoding(bytes.toStdString());
    QCOMPARE(std::string(names(guess.encoding).at(static_cast<std::size_t>(guess.encoding))),
             encoding.toStdString());
    QCOMPARE(guess.isSure, isSure);
    QVERIFY(encodingFrom(encoding.toUpper().toStdString()) == guess.encoding);
}

void TestImportPlan::filesAreDecoded()
{
    const auto text = [](const std::string &bytes, Encoding encoding) {
        const auto result = decoded(bytes, encoding);
        return result ? *cleanText(*result, 1000) : result.error().message;
    };
    QCOMPARE(text(kVietnamese1258, Encoding::Windows1258),
             std::string("Họ và tên;SDT Nguyễn Thị Ánh Đào;0912345678 Trần Văn Hờn;0912345679")
                 .replace(0, 4, "Ḥ")); // an H with a dot below, as the bytes have it
    QCOMPARE(text("\xFD\xF5\xE3\xF0\xDD\xD5\xC3\xD0\xFE\x80", Encoding::Windows1258), std::string("ươăđƯƠĂĐ₫€"));
    QCOMPARE(text("Lef\xE8vre \x80", Encoding::Windows1252), std::string("Lefèvre €"));
    QCOMPARE(text("\xEF\xBB\xBFĐào", Encoding::Utf8Bom), std::string("Đào"));
    QCOMPARE(text("\xFF\xFE" + utf16("An", true), Encoding::Utf16Le), std::string("An"));
    QCOMPARE(text("\xFE\xFF" + utf16("An", false), Encoding::Utf16Le), std::string("An")); // the mark knows better
    QCOMPARE(text(std::string("\x10\x01\xE0\x00\x6F\x00", 6), Encoding::Utf16Le), std::string("Đào"));
    QCOMPARE(text(std::string("\x3D\xD8\x00\xDE", 4), Encoding::Utf16Le), std::string("\U0001F600"));
}

void TestImportPlan::badBytesAreSaidWithTheirLine()
{
    const auto line = [](const std::string &bytes, Encoding encoding) {
        const auto text = decoded(bytes, encoding);
        return text ? std::string("read") : text.error().detail.at("line");
    };
    QCOMPARE(line("a\nb\nc\xff\n", Encoding::Utf8), std::string("3"));
    QCOMPARE(line("a\nb\x81", Encoding::Windows1252), std::string("2"));
    QCOMPARE(line("a\xD2\n\x8A", Encoding::Windows1258), std::string("2"));
    QCOMPARE(line(utf16("a\n", true) + "b", Encoding::Utf16Le), std::string("2"));
    QCOMPARE(line(std::string("\x00\xD8\x41\x00", 4), Encoding::Utf16Le), std::string("1"));
}

void TestImportPlan::separatorsAreKnown_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::addColumn<bool>("isSure");
    const auto row = [](const char *name, const char *text, char separator, bool isSure) {
        QTest::newRow(name) << QByteArray(text) << separator << isSure;
    };
    row("commas", "a,b,c\n1,2,3\n", ',', true);
    row("semicolons", "a;b;c\n1;2;3\n", ';', false);
    row("tabs", "a\tb\tc\n1\t2\t3\n", '\t', false);
    row("bars", "a|b|c\n1|2|3\n", '|', false);
    row("semicolons with commas in a field", "a;b\nLê Lợi, Bến Nghé, TP. HCM;2\nx;3\ny, z;4\n", ';', false);
    row("semicolons with a comma in a column's name", "a;b, c\n1;2\n3;4\n5;6\n", ';', false);
    row("commas with a quoted field of semicolons", "a,b,c\n\"x;y;z;u\",2,3\n\"p;q;r;s\",5,6\n", ',', true);
    row("one column", "a\n1\n2\n", ',', true);
    row("nothing", "", ',', true);
}

void TestImportPlan::separatorsAreKnown()
{
    QFETCH(const QByteArray, text);
    QFETCH(const char, separator);
    QFETCH(const bool, isSure);
    const SeparatorGuess guess = guessSeparator(text.toStdString());
    QCOMPARE(guess.separator, separator);
    QCOMPARE(guess.isSure, isSure);
    QVERIFY(separatorFrom(separatorName(separator)) == separator);
}

void TestImportPlan::rowsOfAFile()
{
    const auto source
        = sourceFrom("\n  \na;b\r\n1;\"x \"\"y\"\"\"\r\n;;\n2;\"two\nlines\"\n3;\"no end\n4;z\n", ';');
    QVERIFY(source.isOk());
    QVERIFY((source->header == std::vector<std::string>{"a", "b"}));
    QCOMPARE(source->rows.size(), std::size_t(4));
    QCOMPARE(source->rows[0].line, std::size_t(4));
    QCOMPARE(source->rows[0].fields[1], std::string("x \"y\""));
    QCOMPARE(source->rows[1].line, std::size_t(6));
    QCOMPARE(source->rows[1].fields[1], std::string("two\nlines"));
    QCOMPARE(source->rows[2].line, std::size_t(8));
    QVERIFY(source->rows[2].isBroken); // and keeps no other from being read
    QCOMPARE(source->rows[3].fields[1], std::string("z"));
    QCOMPARE(sourceFrom("", ',').error().code, ErrorCode::BadFile);
    QCOMPARE(sourceFrom("\"a,b\n", ',').error().code, ErrorCode::BadFile);
}

void TestImportPlan::columnsAreKnownByTheirUsualNames()
{
    using enum ImportField;
    const std::vector<std::pair<const char *, ImportField>> customers = {{"Mã KH", Number},
                                                                         {"HỌ VÀ TÊN", Name},
                                                                         {"Ngày sinh", BirthDate},
                                                                         {"SĐT", Phone},
                                                                         {"Số CCCD", CitizenCard},
                                                                         {"CMND/CCCD", Document},
                                                                         {"Địa chỉ", Address},
                                                                         {"Hạng", Tier},
                                                                         {"Giới tính", Gender},
                                                                         {"full_name", Name},
                                                                         {"Date of Birth", BirthDate},
                                                                         {"customerNumber", Number},
                                                                         {"Sản phẩm", Products},
                                                                         {"lookedAfterBy", LookedAfterBy}};
    for (const auto &[column, field] : customers)
        QVERIFY2(usualField(ImportKind::Customers, column)
                     == (std::string_view(column) == "customerNumber" ? std::nullopt : std::optional(field)),
                 column);
    QVERIFY(usualField(ImportKind::Purchases, "Sản phẩm") == Product);
    QVERIFY(usualField(ImportKind::Transactions, "Số tiền") == Amount);
    QVERIFY(usualField(ImportKind::Transactions, "Diễn giải") == Text);
    QVERIFY(usualField(ImportKind::Conversations, "Kênh") == Via);
    QVERIFY(!usualField(ImportKind::Conversations, "Số tiền"));
    QVERIFY(!usualField(ImportKind::Customers, "Ghi chú")); // a note is no wish
    QVERIFY(!usualField(ImportKind::Customers, "Lương"));
}

void TestImportPlan::mappingsSayWhatColumnsAre()
{
    const auto mapping = importMappingFrom("encoding = \"windows-1258\"\nseparator = \"semicolon\"\n[columns]\n"
                                           "\"Khách\" = \"name\"\n\"Ma so\" = \"number\"\n\"Ngày sinh\" = \"\"\n");
    QVERIFY(mapping.isOk());
    QVERIFY(mapping->encoding == Encoding::Windows1258);
    QVERIFY(mapping->separator == ';');
    const auto plan
        = importPlanFor(ImportKind::Customers, {"MÃ SỐ", "Khách", "Ngày sinh", "SĐT", "Lương"}, *mapping);
    QVERIFY(plan.isOk());
    using enum ImportField;
    using Fields = std::vector<std::optional<ImportField>>;
    QVERIFY((plan->fields == Fields{Number, Name, std::nullopt, Phone, std::nullopt}));
    QCOMPARE(plan->columnOf("number"), std::string("MÃ SỐ"));
    QCOMPARE(plan->columnOf("tier"), std::string("tier"));
    QVERIFY(plan->has(Phone) && !plan->has(BirthDate));
}

void TestImportPlan::theSampleMappingIsOne()
{
    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/resources/import/customers.toml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto mapping = importMappingFrom(file.readAll().toStdString());
    QVERIFY(mapping.isOk());
    const auto plan = importPlanFor(
        ImportKind::Customers,
        {"Mã số", "Khách hàng", "ĐT nhà", "ĐT riêng", "Giấy tờ tùy thân", "Nhóm", "Thu nhập", "Ngày sinh"},
        *mapping);
    QVERIFY(plan.isOk());
    QVERIFY(!plan->fields[6] && plan->fields[7] == ImportField::BirthDate);
}

void TestImportPlan::mistakesOfMappingsAreSaid_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const char *toml, const char *field) {
        QTest::newRow(name) << QByteArray(toml) << QByteArray(field);
    };
    row("no TOML", "[columns", "");
    row("an encoding nobody knows", "encoding = \"vni\"", "encoding");
    row("a separator nobody knows", "separator = \"x\"", "separator");
    row("a number for a field", "[columns]\nname = 1", "name");
    row("another key", "columns_ = 1", "columns_");
    row("a field nobody knows", "[columns]\n\"Tên\" = \"nickname\"", "Tên");
    row("a field of other files", "[columns]\n\"Tên\" = \"amount\"", "Tên");
    row("a column that is not there", "[columns]\n\"Biệt danh\" = \"name\"", "biet danh");
}

void TestImportPlan::mistakesOfMappingsAreSaid()
{
    QFETCH(const QByteArray, toml);
    QFETCH(const QByteArray, field);
    const auto mapping = importMappingFrom(toml.toStdString());
    const auto plan = mapping ? importPlanFor(ImportKind::Customers, {"Mã KH", "Tên"}, *mapping)
                              : Result<ImportPlan>(mapping.error());
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::BadFile);
    QVERIFY(plan.error().detail.contains("line"));
    if (!field.isEmpty())
        QCOMPARE(plan.error().detail.at("field"), field.toStdString());
}

void TestImportPlan::columnsThatMustBeThere()
{
    const auto missing = [](ImportKind kind, const std::vector<std::string> &header) {
        const auto plan = importPlanFor(kind, header, {});
        return plan ? std::string() : plan.error().detail.at("field");
    };
    QCOMPARE(missing(ImportKind::Customers, {"Tên", "SĐT"}), std::string("number"));
    QCOMPARE(missing(ImportKind::Customers, {"Mã KH"}), std::string("name"));
    QCOMPARE(missing(ImportKind::Customers, {"CCCD", "Tên"}), std::string());
    QCOMPARE(missing(ImportKind::Purchases, {"Tên", "Ngày", "Sản phẩm"}), std::string("number"));
    QCOMPARE(missing(ImportKind::Purchases, {"Mã KH", "Sản phẩm"}), std::string("date"));
    QCOMPARE(missing(ImportKind::Purchases, {"SĐT", "Ngày", "Số tiền"}), std::string("text"));
    QCOMPARE(missing(ImportKind::Transactions, {"SĐT", "Ngày", "Nội dung"}), std::string());
}

void TestImportPlan::moneyIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<QByteArray>("amount");
    const auto row = [](const char *text, const char *currency, const char *amount) {
        QTest::addRow("%s of %s", text, currency) << QByteArray(text) << QByteArray(currency) << QByteArray(amount);
    };
    row("1500000", "VND", "1500000");
    row("1.500.000", "VND", "1500000");
    row("1,500,000", "VND", "1500000");
    row("1 500 000", "VND", "1500000");
    row("1.500.000 đ", "VND", "1500000");
    row("1.500.000₫", "VND", "1500000");
    row("VND 1,500,000", "VND", "1500000");
    row("1.500.000,00", "VND", "1500000");
    row("1500000.00", "VND", "1500000");
    row("-200.000", "VND", "-200000");
    row("(200.000)", "VND", "-200000");
    row("500", "VND", "500");
    row("0", "VND", "0");
    row("1.500.000,50", "VND", "");
    row("12,50", "USD", "1250");
    row("12.5", "USD", "1250");
    row("12", "USD", "1200");
    row("1,234.56", "USD", "123456");
    row("1.234,56", "USD", "123456");
    row("1,234.567", "USD", "");
    row("1.50.000", "VND", "");
    row("1234.567", "VND", "");
    row("1e6", "VND", "");
    row("một triệu", "VND", "");
    row("9000000000000001", "VND", "");
    row("99999999999999999999", "VND", "");
    row("-", "VND", "");
    row("", "VND", "");
}

void TestImportPlan::moneyIsRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, currency);
    QFETCH(const QByteArray, amount);
    const auto read = amountFrom(text.toStdString(), currency.toStdString());
    QCOMPARE(read ? QByteArray::number(qlonglong(*read)) : QByteArray(), amount);
}

void TestImportPlan::momentsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("minutes"); // of 2026-05-04 where the branch is; -1: none
    const auto row = [](const char *text, qint64 minutes) { QTest::newRow(text) << QByteArray(text) << minutes; };
    row("2026-05-04", 0);
    row("4/5/2026", 0);
    row("04/05/2026 14:05", 14 * 60 + 5);
    row("4/5/2026 9:05", 9 * 60 + 5);
    row("2026-05-04T14:05:30", 14 * 60 + 5);
    row("2026-05-04 14h05", 14 * 60 + 5);
    row("2026-05-04T14:05:30Z", -1); // not the local day
    row("2026-05-04 25:00", -1);
    row("2026-05-04 14:60", -1);
    row("1969-12-31", -1);
    row("31/04/2026", -1);
    row("hôm qua", -1);
    row("", -1);
}

void TestImportPlan::momentsAreRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, minutes);
    const auto moment = momentFrom(text.toStdString(), kPlace.utcOffsetMin);
    QCOMPARE(moment.has_value(), minutes >= 0);
    if (moment)
        QCOMPARE(*moment, dayStart("2026-05-04", 7 * 60) + minutes * kMinuteMs);
}

void TestImportPlan::wordsAreRead()
{
    QVERIFY(formFrom("Chị") == AddressForm::Chi);
    QVERIFY(formFrom(" ÔNG ") == AddressForm::Ong);
    QVERIFY(formFrom("Mrs.") == AddressForm::Ba);
    QVERIFY(!formFrom("sếp"));
    QVERIFY(usualForm(Sex::Female, "1990-05-17", "2026-05-04") == AddressForm::Chi);
    QVERIFY(usualForm(Sex::Female, "1966-05-04", "2026-05-04") == AddressForm::Ba);
    QVERIFY(usualForm(Sex::Male, "1966-05-05", "2026-05-04") == AddressForm::Anh);
    QVERIFY(usualForm(Sex::Male, "", "2026-05-04") == AddressForm::Anh);
    QVERIFY(usualForm(Sex::Unknown, "1966-05-04", "2026-05-04") == AddressForm::None);
    QVERIFY(channelFrom("Zalo") == Channel::Chat);
    QVERIFY(channelFrom("điện thoại") == Channel::Phone);
    QVERIFY(!channelFrom("chim bồ câu"));
    QVERIFY((needsFrom("Xe lăn, khiếm thính/xe lăn") == std::vector<Need>{Need::Wheelchair, Need::Hearing}));
    QVERIFY((needsFrom("wheelchair;PRIVACY") == std::vector<Need>{Need::Wheelchair, Need::Privacy}));
    QVERIFY(!needsFrom("xe lăn, cà phê"));
    QVERIFY(languageFrom("Tiếng Anh") == std::string("en"));
    QVERIFY(languageFrom("KM") == std::string("km"));
    QVERIFY(!languageFrom("x"));
    QVERIFY(inwardFrom("Gọi đến") == true && inwardFrom("OUT") == false && !inwardFrom("?"));
    QVERIFY(currencyFrom("") == std::string("VND") && currencyFrom("đ") == std::string("VND"));
    QVERIFY(currencyFrom("usd") == std::string("USD") && !currencyFrom("dollar"));
    QVERIFY((partsOf("a; b;;c|d\n") == std::vector<std::string>{"a", "b", "c", "d"}));
}

void TestImportPlan::aCustomersRow()
{
    const ImportPlan plan = planOf(ImportKind::Customers,
                                   {"Mã KH", "Họ tên", "Giới tính", "Ngày sinh", "Điện thoại 1", "Điện thoại 2",
                                    "CCCD", "Địa chỉ", "Hạng", "Nhu cầu", "Sản phẩm", "Lương"});
    const auto row
        = customerRowFrom(plan,
                          rowOf({"KH-001", "NGUYỄN THỊ ÁNH ĐÀO", "Nữ", "17/5/1990", "0912 345 678", "+84987654321",
                                 "079090001234", "12 Lê Lợi, Hà Nội", "Vàng", "xe lăn", "Tiết kiệm; Thẻ", "1000"}),
                          kPlace);
    QVERIFY(row.isOk());
    const Customer &customer = row->customer;
    QCOMPARE(customer.name, std::string("Nguyễn Thị Ánh Đào"));
    QVERIFY(customer.form == AddressForm::Chi);
    QCOMPARE(customer.birthDate, std::string("1990-05-17"));
    QCOMPARE(customer.identifiers.size(), std::size_t(4));
    QCOMPARE(customer.identifiers[0].value, std::string("KH001"));
    QCOMPARE(customer.identifiers[1].value, std::string("079090001234"));
    QCOMPARE(customer.identifiers[2].value, std::string("+84912345678"));
    QCOMPARE(customer.tier, std::string("Vàng"));
    QVERIFY(customer.needs == std::vector<Need>{Need::Wheelchair});
    QCOMPARE(row->products.size(), std::size_t(2));
    QCOMPARE(row->products[1].product, std::string("Thẻ"));
    // a short row has the rest empty
    const auto shorter = customerRowFrom(plan, rowOf({"KH-001", "An"}), kPlace);
    QVERIFY(shorter.isOk());
    QCOMPARE(shorter->customer.identifiers.size(), std::size_t(1));
}

void TestImportPlan::whatSpreadsheetsLose()
{
    const ImportPlan plan = planOf(ImportKind::Customers, {"Họ tên", "SĐT", "Số CCCD", "CMND", "Số giấy tờ"});
    const auto values = [&](const std::vector<std::string> &fields) {
        const auto row = customerRowFrom(plan, rowOf(fields), kPlace);
        std::string text;
        if (!row)
            return problemOf(row.error());
        for (const Identifier &identifier : row->customer.identifiers)
            text += (text.empty() ? "" : " ") + identifier.value;
        return text;
    };
    QCOMPARE(values({"An", "912345678", "79090001234", "23456789", ""}),
             std::string("079090001234 023456789 +84912345678"));
    QCOMPARE(values({"An", "'0912345678", "'079090001234", "", ""}), std::string("079090001234 +84912345678"));
    QCOMPARE(values({"An", "", "1090001234", "", ""}), std::string("001090001234")); // of Hà Nội
    QCOMPARE(values({"An", "", "", "", "79090001234"}), std::string("079090001234"));
    QCOMPARE(values({"An", "", "", "", "B1234567"}), std::string("B1234567"));
    QCOMPARE(values({"An", "", "", "", "23456789"}), std::string("023456789"));
    QCOMPARE(values({"An", "", "7.909E+10", "", ""}), std::string("Số CCCD: is no citizen card (twelve digits)"));
}

void TestImportPlan::rowsThatCannotBeTaken_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("column");
    const auto row = [](const char *name, const char *fields, const char *column) {
        QTest::newRow(name) << QByteArray(fields) << QByteArray(column);
    };
    // number, name, birth date, phone, needs, language
    row("without a name", "KH1||||", "Tên");
    row("with a name of signs", "KH1|---|||", "Tên");
    row("without a number", "|An|||", "Mã KH");
    row("with a phone alone", "|An||0912345678|", "Mã KH");
    row("with a number that is none", "?|An|||", "Mã KH");
    row("born tomorrow", "KH1|An|5/5/2026||", "Ngày sinh");
    row("born on no day", "KH1|An|31/4/1990||", "Ngày sinh");
    row("with half a phone", "KH1|An||09123|", "SĐT");
    row("with a need nobody knows", "KH1|An|||cà phê", "Nhu cầu");
}

void TestImportPlan::rowsThatCannotBeTaken()
{
    QFETCH(const QByteArray, row);
    QFETCH(const QByteArray, column);
    const ImportPlan plan = planOf(ImportKind::Customers, {"Mã KH", "Tên", "Ngày sinh", "SĐT", "Nhu cầu"});
    std::vector<std::string> fields;
    for (const QByteArray &field : row.split('|'))
        fields.push_back(field.toStdString());
    const auto result = customerRowFrom(plan, rowOf(fields), kPlace);
    QVERIFY(!result);
    QCOMPARE(result.error().detail.at("column"), column.toStdString());
    QVERIFY(!result.error().detail.at("reason").empty());
    SourceRow broken = rowOf({});
    broken.isBroken = true;
    QCOMPARE(problemOf(customerRowFrom(plan, broken, kPlace).error()), std::string(": a quote has no end"));
}

void TestImportPlan::whatHappenedIsRead()
{
    const ImportPlan plan = planOf(ImportKind::Transactions,
                                   {"Mã KH", "Ngày", "Giờ", "Diễn giải", "Số tiền", "Loại tiền", "Mã GD", "Kênh"});
    const auto row = happeningRowFrom(
        plan, rowOf({"KH001", "04/05/2026", "09:30", "Nộp tiền", "1.500.000", "", "GD1", "Internet Banking"}),
        kPlace);
    QVERIFY(row.isOk());
    QVERIFY(row->of.kind == IdentifierKind::CustomerNumber);
    QCOMPARE(row->of.value, std::string("KH001"));
    const Happening &happening = row->happening;
    QVERIFY(happening.kind == HappeningKind::Transaction);
    QCOMPARE(happening.atMs, dayStart("2026-05-04", 420) + 570 * kMinuteMs);
    QCOMPARE(happening.amount, 1'500'000);
    QCOMPARE(happening.currency, std::string("VND"));
    QCOMPARE(happening.reference, std::string("GD1"));
    QVERIFY(happening.channel == Channel::Web);

    const auto problem = [&](const std::vector<std::string> &fields) {
        const auto result = happeningRowFrom(plan, rowOf(fields), kPlace);
        return result ? std::string() : result.error().detail.at("column");
    };
    QCOMPARE(problem({"", "04/05/2026", "", "x", "", "", ""}), std::string("Mã KH"));
    QCOMPARE(problem({"KH001", "", "", "x", "", "", ""}), std::string("Ngày"));
    QCOMPARE(problem({"KH001", "04/05/2026", "9 giờ", "x", "", "", ""}), std::string("Ngày"));
    QCOMPARE(problem({"KH001", "04/05/2026", "", "", "", "", ""}), std::string("Diễn giải"));
    QCOMPARE(problem({"KH001", "04/05/2026", "", "x", "nhiều", "", ""}), std::string("Số tiền"));
    QCOMPARE(problem({"KH001", "04/05/2026", "", "x", "1", "tiền", ""}), std::string("Loại tiền"));

    const ImportPlan talks = planOf(ImportKind::Conversations, {"SĐT", "Ngày", "Nội dung", "Kênh", "Chiều"});
    const auto talk
        = happeningRowFrom(talks, rowOf({"0912345678", "2026-05-01", "Hỏi lãi suất", "Điện thoại", "đi"}), kPlace);
    QVERIFY(talk.isOk());
    QVERIFY(talk->of.kind == IdentifierKind::Phone);
    QVERIFY(talk->happening.kind == HappeningKind::Conversation && !talk->happening.isInward);
    const ImportPlan bought = planOf(ImportKind::Purchases, {"Mã KH", "Ngày", "Sản phẩm"});
    const auto purchase = happeningRowFrom(bought, rowOf({"KH001", "2026-05-01", "Tiết kiệm"}), kPlace);
    QVERIFY(purchase.isOk());
    QCOMPARE(purchase->happening.text, std::string("Tiết kiệm"));
    QCOMPARE(purchase->happening.product, std::string("Tiết kiệm"));
}

void TestImportPlan::aRowWithoutAReferenceIsKnownAgain()
{
    const ImportPlan plan = planOf(ImportKind::Purchases, {"Mã KH", "Ngày", "Sản phẩm", "Số tiền"});
    const auto reference = [&](const std::vector<std::string> &fields) {
        return happeningRowFrom(plan, rowOf(fields), kPlace)->happening.reference;
    };
    const std::string first = reference({"KH001", "2026-05-01", "Tiết kiệm", "100"});
    QCOMPARE(reference({"KH-001", "1/5/2026", "Tiết kiệm", "100 đ"}), first);
    QCOMPARE(reference({"KH002", "2026-05-01", "Tiết kiệm", "100"}), first); // it says nothing of whose it is
    QVERIFY(reference({"KH001", "2026-05-02", "Tiết kiệm", "100"}) != first);
    QVERIFY(reference({"KH001", "2026-05-01", "Tiết kiệm", "200"}) != first);
    QVERIFY(reference({"KH001", "2026-05-01", "Thẻ", "100"}) != first);
    QCOMPARE(first.size(), std::size_t(20));
}

void TestImportPlan::batchesFitIntoAFrame()
{
    ImportBatches batches(true);
    for (std::size_t line = 2; line < 602; ++line) {
        CustomerRow row;
        row.customer.name = std::string(line % 3 == 0 ? 700 : 20, 'x');
        batches.add(row, line);
    }
    std::size_t next = 2;
    const auto all = batches.take();
    QVERIFY(all.size() > 3); // not by their number alone
    for (const ImportBatch &batch : all) {
        QVERIFY(batch.rows.isDryRun);
        QCOMPARE(batch.rows.customers.size(), batch.size());
        QVERIFY(batch.size() >= 1 && batch.size() <= 200);
        QVERIFY(toBytes(toJson(batch.rows)).size() < limits::kFrameBytesFromClient - 8 * 1024);
        for (const std::size_t line : batch.lines)
            QCOMPARE(line, next++);
    }
    QCOMPARE(next, std::size_t(602));
    QVERIFY(batches.take().empty());
    // small rows by their number
    for (std::size_t line = 1; line <= 450; ++line)
        batches.add(CustomerRow(), line);
    const auto small = batches.take();
    QCOMPARE(small.size(), std::size_t(3));
    QCOMPARE(small.front().size(), std::size_t(200));
    // rows of the largest kind go alone
    CustomerRow large;
    large.customer.address = std::string(40'000, 'x');
    batches.add(large, 1);
    batches.add(large, 2);
    QCOMPARE(batches.take().size(), std::size_t(2));
}

void TestImportPlan::problemsAreWrittenDown()
{
    const std::string text = problemsCsv({{3, "Họ \"và\" tên", "is missing"}, {5, "", "a quote has no end"}});
    QCOMPARE(text,
             std::string("\xEF\xBB\xBFline,column,reason\r\n3,\"Họ \"\"và\"\" tên\",\"is missing\"\r\n"
                         "5,\"\",\"a quote has no end\"\r\n"));
    for (const char *heading : {"=HYPERLINK(1)", "+1", "-1", "@x", "\tx", "\rx"})
        QVERIFY(problemsCsv({{1, heading, "x"}}).find(",\"'" + std::string(heading)) != std::string::npos);
    const auto again = sourceFrom(text, ',');
    QVERIFY(again.isOk());
    QCOMPARE(again->rows[0].fields[1], std::string("Họ \"và\" tên"));
    QCOMPARE(rowReason("UnknownCustomer", "of"), std::string("is nobody's whom the branch knows"));
    QCOMPARE(rowReason("InvalidParams", "atMs"), std::string("is not yet"));
    QVERIFY(rowReason("SomethingNew", "x").find("SomethingNew") != std::string::npos);
}

void TestImportPlan::anyBytesAreReadOrRefused()
{
    const std::vector<std::string> samples
        = {"Ma\xDE KH;T\xEAn\nK01;L\xEA B\xECnh\nK02;Tr\xE2\xCCn V\xE3n A\xECnh\n",
           "Mã KH,Tên,SĐT\nKH1,An,0912345678\nKH2,\"Lê\nBình\",0912345679\n",
           "\xFF\xFE" + utf16("Number;Name;DOB\nK01;An;1/2/1990\n", true),
           "CIF|Họ tên|CCCD|Ngày sinh|Giới tính|Nhu cầu\nK01|AN|79090001234|17051990|Nữ|xe lăn\n"};
    std::mt19937_64 random(17);
    int taken = 0;
    int refused = 0;
    for (int run = 0; run < 20'000; ++run) {
        std::string bytes = samples[random() % samples.size()];
        for (std::uint64_t left = random() % 4; left > 0; --left) {
            const std::size_t at = random() % bytes.size();
            if (random() % 3 == 0)
                bytes.erase(at, 1 + random() % 5);
            else
                bytes.insert(at, 1, static_cast<char>(random() & 0xFFU));
        }
        const auto text = decoded(bytes, guessEncoding(bytes).encoding);
        if (!text)
            continue;
        QVERIFY(isUtf8(*text));
        const auto source = sourceFrom(*text, guessSeparator(*text).separator);
        const auto plan = source ? importPlanFor(ImportKind::Customers, source->header, {})
                                 : Result<ImportPlan>(source.error());
        if (!plan)
            continue;
        for (const SourceRow &row : source->rows) {
            const auto result = customerRowFrom(*plan, row, kPlace);
            (result ? taken : refused) += 1;
            if (result) {
                QVERIFY(!result->customer.name.empty() && !result->customer.identifiers.empty());
                QVERIFY(parseJson(toBytes(toJson(*result))).isOk());
            } else {
                QVERIFY(!result.error().detail.at("reason").empty());
            }
        }
    }
    QVERIFY(taken > 5'000 && refused > 1'000);
}

QTEST_APPLESS_MAIN(TestImportPlan)
#include "tst_importplan.moc"
