// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/customer/askedtext.h"
#include "core/customer/personname.h"
#include "core/store/dialect.h"
#include "core/store/verify.h"
#include "samplecustomers.h"
#include "storedbranch.h"
#include "storefiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tiepdon;

namespace {

using Numbers = std::vector<std::int64_t>;

Result<FoundCustomers> found(Store &store, CustomerSearch search)
{
    return answerOf<FoundCustomers>(
        [&](auto done) { store.customers().find(1, std::move(search), std::move(done)); });
}

Numbers numbersOf(const Result<FoundCustomers> &answer)
{
    if (!answer)
        qFatal("%s", answer.error().message.c_str());
    Numbers numbers;
    for (const FoundCustomer &one : answer->found)
        numbers.push_back(one.customer.id.value - sampleCustomerId(0).value);
    return numbers;
}

/// Those a name is typed of, in the order they are shown.
Numbers named(Store &store, std::string_view typed, std::int64_t limit = 50)
{
    return numbersOf(found(store, {foldedWords(typed), {}, {}, limit}));
}

Numbers sorted(Numbers numbers)
{
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::string repeated(std::string_view text, int count)
{
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

Identifier phone(std::string value) { return {IdentifierId{1}, IdentifierKind::Phone, std::move(value)}; }

} // namespace

/// Somebody is found by any words of their name and by each of their numbers, and by nothing else.
class TestCustomerSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(Store::create(m_directory->path(), StoredBranch::kBranch));
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        m_store = std::move(*store);
    }
    void cleanup() { m_store.reset(); }

    void aNameIsFoundAsItIsTyped_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("isFound");
        const auto row = [](const char *what, const char *name, const char *typed, bool isFound = true) {
            QTest::newRow(what) << QByteArray(name) << QByteArray(typed) << isFound;
        };
        row("whole, as it is", "Nguyễn Thị Thu Hà", "Nguyễn Thị Thu Hà");
        row("without marks", "Nguyễn Thị Thu Hà", "nguyen thi thu ha");
        row("with other marks", "Nguyễn Thị Thu Hà", "nguyên thì thú hạ");
        row("in capitals", "Nguyễn Thị Thu Hà", "NGUYỄN THỊ THU HÀ");
        row("in any order", "Nguyễn Thị Thu Hà", "hà nguyễn thu");
        row("the given name alone", "Nguyễn Thị Thu Hà", "hà");
        row("a middle name alone", "Nguyễn Thị Thu Hà", "thu");
        row("two letters of a word", "Nguyễn Thị Thu Hà", "ng");
        row("one letter", "Nguyễn Thị Thu Hà", "h");
        row("one letter of each word", "Nguyễn Thị Thu Hà", "n t t h");
        row("beginnings of each word in any order", "Nguyễn Thị Thu Hà", "ha th ngu");
        row("a beginning in front and a word behind", "Nguyễn Thị Thu Hà", "nguy ha");
        row("all but the last letter", "Nguyễn Thị Thu Nghiêng", "nghien");
        row("seven letters", "Nguyễn Thị Thu Nghiêng", "nghieng");
        row("one letter too many", "Nguyễn Thị Thu Hà", "haa", false);
        row("a word that is not there", "Nguyễn Thị Thu Hà", "nguyen thi lan", false);
        row("the end of a word", "Nguyễn Thị Thu Hà", "yen", false);
        row("the middle of a word", "Nguyễn Thị Thu Hà", "guy", false);
        row("two words run together", "Nguyễn Thị Thu Hà", "thuha", false);
        row("đ for d", "Đỗ Đình Đạt", "do dinh dat");
        row("d for đ", "Do Dinh Dat", "đỗ đình đạt");
        row("a name of one letter", "Ý", "y");
        row("a name of one letter, more typed", "Ý", "yen", false);
        row("a long word of another language", "Wolfeschlegelsteinhausen Ann", "wolfeschlegelstei");
        row("Chinese, a character", "王小明", "小");
        row("Chinese, the characters in any order", "王小明", "明王");
        row("Chinese, whole", "王小明", "王小明");
        row("Chinese, another", "王小明", "李", false);
        row("Korean and a word", "김 Anna", "anna 김");
        row("Cyrillic", "Анна Иванова", "иванова");
        row("an apostrophe", "O'Brien Đức", "o'brien");
        row("a hyphen", "Jean-Luc Nguyễn", "jean luc");
        row("quotes typed", "Nguyễn An", "\"nguyen\" an\"");
        row("an operator of the index", "Nguyễn An", "nguyen OR lan", false);
        row("NOT is a word", "Nguyễn An", "nguyen NOT lan", false);
        row("NEAR is a word", "Nguyễn An", "NEAR(nguyen an)", false);
        row("a name that is an operator", "Or And Not", "and or");
        row("a star is nothing", "Nguyễn An", "ngu* an*");
        row("a column's name is a word", "Nguyễn An", "words:nguyen", false);
        row("brackets, carets and signs", "Nguyễn An", "{nguyen} ^an + - ( )");
        row("markup typed", "Nguyễn An", "<b>nguyen</b>", false);
        row("a name with markup", "<b>Lan</b> Trần", "lan");
        row("the markup itself", "<b>Lan</b> Trần", "<b>lan</b>");
        row("SQL typed", "Nguyễn An", "an'; DROP TABLE customer; --", false);
        row("a backslash and percent", "Nguyễn An", "ng\\ %");
    }
    void aNameIsFoundAsItIsTyped()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, typed);
        QFETCH(bool, isFound);
        add({customerNamed(1, "Phạm Văn Không"), customerNamed(2, name.toStdString())});
        QCOMPARE(named(*m_store, typed.toStdString()), isFound ? Numbers{2} : Numbers{});
        QVERIFY(verifyDatabase(m_directory->path())->problems.empty());
    }

    void nothingAskedFindsNobody()
    {
        add({customerNamed(1, "Nguyễn An")});
        for (const char *typed : {"", " ", "!?", "\"\"", "*", "'", "()"})
            QCOMPARE(named(*m_store, typed), Numbers{});
        QCOMPARE(numbersOf(found(*m_store, {{"", " ", "\"", "*", "\""}, {}, {}, 10})), Numbers{});
        QCOMPARE(numbersOf(found(*m_store, {{}, {}, "12345", 10})), Numbers{});
    }

    void wordsThatWereNotFoldedDoNoHarm()
    {
        add({customerNamed(1, "Nguyễn An")});
        for (const std::string word : {"\"an\"", "an\" OR \"x", "an\" *", "an\n", "x\" NOT \"y"})
            QVERIFY2(found(*m_store, {{word}, {}, {}, 10}), word.c_str());
        QCOMPARE(numbersOf(found(*m_store, {{"\"an\""}, {}, {}, 10})), Numbers{1});
    }

    void aNameOfTwoHundredLettersIsFound()
    {
        const std::string longest = repeated("Nghiêng ", 25);
        const std::string one = repeated("a", 200);
        add({customerNamed(1, longest + "Lan"), customerNamed(2, one), customerNamed(3, "An")});
        QCOMPARE(named(*m_store, longest), Numbers{1});
        QCOMPARE(named(*m_store, "lan nghieng"), Numbers{1});
        QCOMPARE(named(*m_store, one), Numbers{2});
        QCOMPARE(named(*m_store, repeated("a", 150)), Numbers{2});
        QCOMPARE(named(*m_store, one + "a"), Numbers{});
        QCOMPARE(sorted(named(*m_store, "a")), (Numbers{2, 3}));
        // more words than are looked at: those looked at must be there
        QCOMPARE(named(*m_store, "a b c d e f g h i j k l"), Numbers{});
    }

    void everyNumberFindsWhoseItIs()
    {
        std::vector<Customer> customers;
        for (std::int64_t n = 1; n <= 20; ++n)
            customers.push_back(sampleCustomer(n));
        add(customers);
        for (std::int64_t n = 1; n <= 20; ++n) {
            for (const Identifier &identifier : sampleCustomer(n).identifiers) {
                const auto answer = found(*m_store, {{}, {identifier}, {}, 10});
                QCOMPARE(numbersOf(answer), Numbers{n});
                const FoundBy by = identifier.kind == IdentifierKind::Phone ? FoundBy::Phone
                    : identifier.kind == IdentifierKind::CitizenCard        ? FoundBy::Document
                    : identifier.kind == IdentifierKind::CustomerNumber     ? FoundBy::CustomerNumber
                                                                            : FoundBy::Card;
                QCOMPARE(answer->found.front().foundBy, by);
                QVERIFY(answer->found.front().customer == sampleCustomer(n));
                Identifier other = identifier;
                other.kind = IdentifierKind::Passport;
                QCOMPARE(numbersOf(found(*m_store, {{}, {other}, {}, 10})), Numbers{});
                other = identifier;
                other.value.pop_back();
                QCOMPARE(numbersOf(found(*m_store, {{}, {other}, {}, 10})), Numbers{});
            }
        }
    }

    void twoPeopleWithOnePhoneAreBothFound()
    {
        add({customerNamed(1, "Nguyễn Thị Mẹ", {phone("+84901234567")}),
             customerNamed(2, "Nguyễn Văn Con",
                           {phone("+84901234567"), {IdentifierId{2}, IdentifierKind::Phone, "+84907654321"}}),
             customerNamed(3, "Trần Văn Khác", {phone("+84901234568")})});
        QCOMPARE(sorted(numbersOf(found(*m_store, {{}, {phone("+84901234567")}, {}, 10}))), (Numbers{1, 2}));
        QCOMPARE(numbersOf(found(*m_store, {{}, {phone("+84907654321")}, {}, 10})), Numbers{2});
        // a name beside it: who has the phone comes first, nobody comes twice
        QCOMPARE(numbersOf(found(*m_store, {{"van"}, {phone("+84907654321")}, {}, 10})), (Numbers{2, 3}));
        const auto one = found(*m_store, {{}, {phone("+84901234567")}, {}, 1});
        QCOMPARE(one->found.size(), std::size_t(1));
        QVERIFY(one->isMore);
        // one takes the number off, the other keeps it
        Customer changed = customerNamed(1, "Nguyễn Thị Mẹ");
        changed.revision = 2;
        add({changed});
        QCOMPARE(numbersOf(found(*m_store, {{}, {phone("+84901234567")}, {}, 10})), Numbers{2});
        QVERIFY(verifyDatabase(m_directory->path())->problems.empty());
    }

    void aPhoneIsFoundByItsEnd()
    {
        add({customerNamed(1, "A", {phone("+84901234567")}), customerNamed(2, "B", {phone("+84911234567")}),
             customerNamed(3, "C", {phone("+84901999999")}),
             customerNamed(4, "D", {{IdentifierId{1}, IdentifierKind::CitizenCard, "001101234567"}})});
        QCOMPARE(sorted(numbersOf(found(*m_store, {{}, {}, "234567", 10}))), (Numbers{1, 2}));
        QCOMPARE(sorted(numbersOf(found(*m_store, {{}, {}, "1234567", 10}))), (Numbers{1, 2}));
        QCOMPARE(numbersOf(found(*m_store, {{}, {}, "01234567", 10})), Numbers{1});
        QCOMPARE(numbersOf(found(*m_store, {{}, {}, "91234567", 10})), Numbers{}); // neither ends so
        QCOMPARE(numbersOf(found(*m_store, {{}, {}, "34567", 10})), Numbers{}); // too short to tell anybody apart
    }

    void whatIsTypedInTheFieldFindsThem()
    {
        add({customerNamed(1, "Nguyễn Văn An",
                           {phone("+84901234567"),
                            {IdentifierId{2}, IdentifierKind::CitizenCard, "001090012345"},
                            {IdentifierId{3}, IdentifierKind::CustomerNumber, "KH000123"}})});
        for (const char *typed : {"an nguyen", "0901 234 567", "+84 901.234.567", "001090012345", "kh000123",
                                  "234567", "van an 0901234567"}) {
            CustomerSearch search;
            for (const Asked &asked : askedIn(typed, "2026-03-02")) {
                if (const auto *name = std::get_if<asked::Name>(&asked))
                    search.words = name->words;
                if (const auto *number = std::get_if<asked::Number>(&asked))
                    search.identifiers.push_back({{}, number->kind, number->value});
                if (const auto *end = std::get_if<asked::PhoneEnd>(&asked))
                    search.phoneEnd = end->digits;
            }
            QVERIFY2(numbersOf(found(*m_store, search)) == Numbers{1}, typed);
        }
    }

    void aNameThatChangesIsFoundByItsNewOneAlone()
    {
        add({customerNamed(1, "Nguyễn Thị Lan")});
        Customer changed = customerNamed(1, "Trần Thị Mai");
        changed.revision = 2;
        add({changed});
        QCOMPARE(named(*m_store, "lan"), Numbers{});
        QCOMPARE(named(*m_store, "nguyen"), Numbers{});
        QCOMPARE(named(*m_store, "mai"), Numbers{1});
        changed.address = "Huế"; // the name stays
        add({changed});
        QCOMPARE(named(*m_store, "thi mai"), Numbers{1});
        QVERIFY(verifyDatabase(m_directory->path())->problems.empty());
    }

    void wholeWordsComeBeforeBeginningsAndWhoWasHereBeforeOthers()
    {
        StoredBranch branch;
        std::vector<Commit> commits = branch.setUp();
        commits.push_back(customerCommit({customerNamed(1, "Nguyễn Văn Anh"), customerNamed(2, "Nguyễn Văn An"),
                                          customerNamed(3, "Nguyễn Văn Anh"), customerNamed(4, "Nguyễn Văn An"),
                                          customerNamed(5, "Trần Nguyễn Văn An")}));
        for (const std::int64_t n : {3, 2}) {
            command::IssueTicket issue{ServiceId{1}};
            issue.customer = sampleCustomerId(n);
            commits.push_back(branch.run(issue));
        }
        QVERIFY(writeAll(*m_store, std::move(commits)));
        // 2, 4, 5 have the word whole; of them 2 was here; 4 has no other word
        QCOMPARE(named(*m_store, "van an"), (Numbers{2, 4, 5, 3, 1}));
        QCOMPARE(named(*m_store, "nguyen van anh"), (Numbers{3, 1}));
        const auto answer = found(*m_store, {{"anh"}, {}, {}, 10});
        QCOMPARE(answer->found.front().lastVisitMs, branch.now - 1000);
        QCOMPARE(answer->found.back().lastVisitMs, 0);
    }

    void whoWasHereLatelyIsFoundAmongHundredsOfOneName()
    {
        StoredBranch branch;
        std::vector<Commit> commits = branch.setUp();
        std::vector<CustomerChange> changes;
        for (std::int64_t n = 1; n <= 700; ++n)
            changes.push_back(customerNamed(n, "Nguyễn Văn Anh"));
        commits.push_back(customerCommit(std::move(changes)));
        for (const std::int64_t n : {5, 9}) {
            command::IssueTicket issue{ServiceId{1}};
            issue.customer = sampleCustomerId(n);
            commits.push_back(branch.run(issue));
        }
        QVERIFY(writeAll(*m_store, std::move(commits)));
        for (const char *typed : {"anh", "nguyen van anh", "ng v a", "n"}) {
            const auto answer = found(*m_store, {foldedWords(typed), {}, {}, 20});
            const Numbers numbers = numbersOf(answer);
            QCOMPARE(numbers.size(), std::size_t(20));
            QCOMPARE(numbers[0], 9);
            QCOMPARE(numbers[1], 5);
            QVERIFY(answer->isMore);
            QVERIFY(!answer->isSuperseded);
        }
        QCOMPARE(named(*m_store, "anh", 200).size(), std::size_t(200));
        QVERIFY(!found(*m_store, {{"lan"}, {}, {}, 20})->isMore);
    }

    void aLaterSearchTakesThePlaceOfOneThatHasNotEnded()
    {
        add({customerNamed(1, "Nguyễn Văn Anh")});
        std::vector<std::pair<std::string, FoundCustomers>> answers;
        const auto ask = [&](std::uint64_t asker, const char *word) {
            m_store->customers().find(asker, {{word}, {}, {}, 20}, [&answers, word](const auto &answer) {
                if (!answer)
                    qFatal("%s", answer.error().message.c_str());
                answers.emplace_back(word, *answer);
            });
        };
        // the reader's thread is kept at something until all are asked
        for (int i = 0; i < 200; ++i)
            m_store->customers().customersAfter({}, 1000, 0, [](const auto &) {});
        for (const char *word : {"n", "ng", "ngu", "nguy"})
            ask(1, word);
        ask(2, "van");
        QTRY_COMPARE(answers.size(), std::size_t(5));
        for (const auto &[word, answer] : answers) {
            const bool isLast = word == "nguy" || word == "van";
            QVERIFY2(answer.isSuperseded != isLast, word.c_str());
            QCOMPARE(answer.found.size(), std::size_t(isLast ? 1 : 0));
            QVERIFY(answer.isMore != isLast);
        }
        QCOMPARE(answers.back().first, std::string("van"));
        ask(1, "anh"); // an asker whose searches have all ended begins anew
        QTRY_COMPARE(answers.size(), std::size_t(6));
        QVERIFY(!answers.back().second.isSuperseded);
    }

    void theIndexAnswersWhatAWalkOverAllNamesFinds()
    {
        const QStringList family{QStringLiteral("Nguyễn"), QStringLiteral("Ngô"), QStringLiteral("Trần"),
                                 QStringLiteral("Đỗ"), QStringLiteral("Đặng")};
        const QStringList middle{QStringLiteral("Thị"), QStringLiteral("Văn"), QStringLiteral("Thanh"),
                                 QStringLiteral("Thu"), QStringLiteral("Anh")};
        const QStringList given{QStringLiteral("An"),   QStringLiteral("Ánh"), QStringLiteral("Nga"),
                                QStringLiteral("Thúy"), QStringLiteral("Đạt"), QStringLiteral("Vân")};
        std::vector<Customer> customers;
        std::int64_t n = 0;
        for (const QString &f : family) {
            for (const QString &m : middle) {
                for (const QString &g : given)
                    customers.push_back(customerNamed(++n, (f + u' ' + m + u' ' + g).toStdString()));
            }
        }
        add(customers);
        const QStringList parts{QStringLiteral("n"), QStringLiteral("ng"), QStringLiteral("nga"),
                                QStringLiteral("t"), QStringLiteral("th"), QStringLiteral("thu"),
                                QStringLiteral("a"), QStringLiteral("an"), QStringLiteral("anh"),
                                QStringLiteral("d"), QStringLiteral("da"), QStringLiteral("van"),
                                QStringLiteral("q")};
        for (const QString &one : parts) {
            for (const QString &other : parts) {
                Numbers expected;
                for (const Customer &customer : customers) {
                    const auto words = foldedWords(customer.name);
                    const auto begins = [&](const QString &part) {
                        return std::any_of(words.begin(), words.end(), [&](const std::string &word) {
                            return word.starts_with(part.toStdString());
                        });
                    };
                    if (begins(one) && begins(other))
                        expected.push_back(customer.id.value - sampleCustomerId(0).value);
                }
                const QString typed = one + u' ' + other;
                QVERIFY2(sorted(named(*m_store, typed.toStdString(), 200)) == expected, qPrintable(typed));
            }
        }
    }

private:
    void add(const std::vector<Customer> &customers)
    {
        QVERIFY(writeAll(*m_store, {customerCommit({customers.begin(), customers.end()})}));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestCustomerSearch)
#include "tst_customersearch.moc"
