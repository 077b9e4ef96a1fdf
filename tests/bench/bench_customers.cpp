// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to know people: rows taken in, and how long a search and a card take among ten thousand, a hundred
// thousand and (but with --quick) a million profiles, which take two minutes and two gigabytes of disk. Through the
// store's real writer and reader, no hub. Prints "name value unit" lines.
#include "core/base/random.h"
#include "core/customer/invented.h"
#include "core/customer/personname.h"
#include "tests/bench/lines.h"
#include "tests/store/samplecustomers.h"
#include "tests/store/storedbranch.h"
#include "tests/store/storefiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace tiepdon;
using namespace tiepdon::bench;

namespace {

constexpr std::int64_t kRowsInOperation = 200; ///< as an import sends them
constexpr std::int64_t kOperationsAtOnce = 20;
constexpr std::int64_t kRecentTickets = 600;
constexpr int kQuestions = 400; ///< of each kind
const InventedTime kTime{7, "2026-03-02", StoredBranch::kStart};

CustomerId idOf(std::int64_t n) { return {StoredBranch::kBranch * kCustomersOfBranch + n}; }

/// The n-th person with what an import says of them.
std::vector<CustomerChange> changesOf(std::int64_t n)
{
    InventedCustomer person = inventedCustomer(n, kTime);
    person.customer.id = idOf(n);
    person.customer.revision = 1;
    std::int64_t last = 0;
    for (Identifier &identifier : person.customer.identifiers)
        identifier.id = {++last};
    std::vector<CustomerChange> changes;
    for (ProductHeld &product : person.products) {
        product.customer = idOf(n);
        changes.emplace_back(product);
    }
    for (StageChange &stage : person.stages) {
        stage.customer = idOf(n);
        changes.emplace_back(stage);
    }
    changes.insert(changes.begin(), person.customer);
    return changes;
}

double seconds(const QElapsedTimer &timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e9; }

/// The same rows into tables without a store's care: nothing sealed, nothing found by anything but its key.
class BareTables
{
public:
    explicit BareTables(const QString &directory)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bare"));
        database.setDatabaseName(directory + QStringLiteral("/bare.sqlite"));
        if (!database.open())
            giveUp("no bare database");
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, birth_date TEXT, address TEXT, tier TEXT)");
        run("CREATE TABLE identifier (customer_id INTEGER, id INTEGER, kind INTEGER, value TEXT, "
            "PRIMARY KEY (customer_id, id)) WITHOUT ROWID");
        run("CREATE TABLE product (customer_id INTEGER, product TEXT, reference TEXT, since TEXT, "
            "PRIMARY KEY (customer_id, product, reference)) WITHOUT ROWID");
        run("CREATE TABLE stage (customer_id INTEGER, product TEXT, at_ms INTEGER, stage INTEGER, "
            "PRIMARY KEY (customer_id, product, at_ms)) WITHOUT ROWID");
        m_customer = prepared("INSERT INTO customer VALUES (?, ?, ?, ?, ?)");
        m_identifier = prepared("INSERT INTO identifier VALUES (?, ?, ?, ?)");
        m_product = prepared("INSERT INTO product VALUES (?, ?, ?, ?)");
        m_stage = prepared("INSERT INTO stage VALUES (?, ?, ?, ?)");
    }

    void write(const std::vector<Commit> &commits)
    {
        run("BEGIN IMMEDIATE");
        for (const Commit &commit : commits) {
            for (const CustomerChange &change : commit.customers)
                write(change);
        }
        run("COMMIT");
    }

private:
    static QSqlDatabase database() { return QSqlDatabase::database(QStringLiteral("bare"), false); }
    static void run(const char *sql)
    {
        if (!QSqlQuery(database()).exec(QLatin1String(sql)))
            giveUp(sql);
    }
    static QSqlQuery prepared(const char *sql)
    {
        QSqlQuery query(database());
        if (!query.prepare(QLatin1String(sql)))
            giveUp(sql);
        return query;
    }
    static void insert(QSqlQuery &query, const QVariantList &values)
    {
        for (qsizetype i = 0; i < values.size(); ++i)
            query.bindValue(static_cast<int>(i), values.at(i));
        if (!query.exec())
            giveUp("a bare row is not taken");
    }
    void write(const CustomerChange &change)
    {
        const auto text = [](const std::string &s) { return QVariant(QString::fromStdString(s)); };
        const auto whole = [](std::int64_t n) { return QVariant::fromValue<qlonglong>(n); };
        if (const auto *c = std::get_if<Customer>(&change)) {
            insert(m_customer,
                   {whole(c->id.value), text(c->name), text(c->birthDate), text(c->address), text(c->tier)});
            for (const Identifier &i : c->identifiers)
                insert(m_identifier,
                       {whole(c->id.value), whole(i.id.value), static_cast<int>(i.kind), text(i.value)});
        }
        if (const auto *p = std::get_if<ProductHeld>(&change))
            insert(m_product, {whole(p->customer.value), text(p->product), text(p->reference), text(p->sinceDay)});
        if (const auto *s = std::get_if<StageChange>(&change))
            insert(m_stage,
                   {whole(s->customer.value), text(s->product), whole(s->atMs), static_cast<int>(s->stage)});
    }

    QSqlQuery m_customer;
    QSqlQuery m_identifier;
    QSqlQuery m_product;
    QSqlQuery m_stage;
};

/// What this process holds of the machine's memory, in MiB.
double residentMib()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    return -1;
}

void printOf(const std::string &name, std::int64_t people, double value, const char *unit)
{
    print(("customers." + name + "." + std::to_string(people / 1000) + "k").c_str(), value, unit);
}

/// Takes them in, in operations of as many rows as an import sends; those that wait are written together.
void fill(Store &store, const QString &directory, std::int64_t people)
{
    double ours = 0;
    double bare = 0;
    {
        BareTables tables(directory);
        for (std::int64_t n = 1; n <= people;) {
            std::vector<Commit> commits;
            while (n <= people && static_cast<std::int64_t>(commits.size()) < kOperationsAtOnce) {
                Commit commit;
                commit.operation = {{"bench", n}, "hash", R"({"result":{}})", StoredBranch::kStart};
                AuditEntry audit;
                audit.action = "customersImported";
                audit.subject = "customers " + std::to_string(n);
                audit.outcome = "done";
                commit.audit = {audit};
                for (std::int64_t row = 0; row < kRowsInOperation && n <= people; ++row, ++n) {
                    for (CustomerChange &change : changesOf(n))
                        commit.customers.push_back(std::move(change));
                }
                commits.push_back(std::move(commit));
            }
            QElapsedTimer timer;
            timer.start();
            tables.write(commits);
            bare += seconds(timer);
            timer.restart();
            if (const auto written = writeAll(store, std::move(commits)); !written)
                giveUp(written.error().message.c_str());
            ours += seconds(timer);
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("bare"));
    QFile::remove(directory + QStringLiteral("/bare.sqlite"));
    printOf("import_rows_per_s", people, static_cast<double>(people) / ours, "1/s");
    printOf("bare_insert_rows_per_s", people, static_cast<double>(people) / bare, "1/s");
}

/// A day's people, some of whom come again.
void visit(Store &store, std::int64_t people, Random &random)
{
    StoredBranch branch;
    std::vector<Commit> commits = branch.setUp();
    for (std::int64_t i = 0; i < kRecentTickets; ++i) {
        command::IssueTicket issue{ServiceId{1 + i % 2}};
        issue.customer = idOf(1 + static_cast<std::int64_t>(random.unit() * static_cast<double>(people)));
        commits.push_back(branch.run(issue));
    }
    if (const auto written = writeAll(store, std::move(commits)); !written)
        giveUp(written.error().message.c_str());
}

struct Question {
    const char *name;
    std::function<CustomerSearch(const Customer &)> asked;
    bool findsThem; ///< among so many, who was thought of must be
};

std::vector<Question> questions()
{
    const auto byWords = [](const Customer &customer, std::size_t letters, std::size_t words) {
        std::vector<std::string> all = foldedWords(customer.name);
        all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(std::min(words, all.size())));
        for (std::string &word : all)
            word = QString::fromStdString(word).left(static_cast<qsizetype>(letters)).toStdString();
        return CustomerSearch{all, {}, {}, 20};
    };
    const auto byIdentifier = [](const Customer &customer, IdentifierKind kind) {
        CustomerSearch search;
        for (const Identifier &identifier : customer.identifiers) {
            if (identifier.kind == kind && search.identifiers.empty())
                search.identifiers.push_back(identifier);
        }
        return search;
    };
    return {
        {"one_letter", [=](const Customer &c) { return byWords(c, 1, 1); }, false},
        {"two_letters", [=](const Customer &c) { return byWords(c, 2, 1); }, false},
        {"three_letters", [=](const Customer &c) { return byWords(c, 3, 1); }, false},
        {"given_name", [=](const Customer &c) { return byWords(c, 100, 1); }, false},
        {"letter_of_each_word", [=](const Customer &c) { return byWords(c, 1, 9); }, false},
        {"two_letters_of_each_word", [=](const Customer &c) { return byWords(c, 2, 9); }, false},
        {"full_name", [=](const Customer &c) { return byWords(c, 100, 9); }, false},
        {"full_name_backwards",
         [=](const Customer &c) {
             CustomerSearch search = byWords(c, 100, 9);
             std::reverse(search.words.begin(), search.words.end());
             return search;
         },
         false},
        {"full_name_but_a_letter",
         [=](const Customer &c) {
             CustomerSearch search = byWords(c, 100, 9);
             std::string &last = search.words.back();
             last = QString::fromStdString(last).chopped(1).toStdString();
             if (last.empty())
                 search.words.pop_back();
             return search;
         },
         false},
        {"phone", [=](const Customer &c) { return byIdentifier(c, IdentifierKind::Phone); }, true},
        {"document", [=](const Customer &c) { return byIdentifier(c, IdentifierKind::CitizenCard); }, true},
        {"customer_number", [=](const Customer &c) { return byIdentifier(c, IdentifierKind::CustomerNumber); },
         true},
        {"phone_end",
         [=](const Customer &c) {
             CustomerSearch search = byIdentifier(c, IdentifierKind::Phone);
             if (!search.identifiers.empty())
                 search.phoneEnd
                     = search.identifiers.front().value.substr(search.identifiers.front().value.size() - 6);
             search.identifiers.clear();
             return search;
         },
         true},
    };
}

void measure(Store &store, std::int64_t people, Random &random)
{
    const auto anybody = [&] {
        return std::get<Customer>(
            changesOf(1 + static_cast<std::int64_t>(random.unit() * static_cast<double>(people))).front());
    };
    std::uint64_t asker = 0;
    for (const Question &question : questions()) {
        std::vector<double> ms;
        while (static_cast<int>(ms.size()) < kQuestions) {
            const Customer customer = anybody();
            const CustomerSearch search = question.asked(customer);
            if (search.words.empty() && search.identifiers.empty() && search.phoneEnd.empty())
                continue; // nothing to ask by: not everybody has a citizen card
            QElapsedTimer timer;
            timer.start();
            const auto found = answerOf<FoundCustomers>(
                [&](auto done) { store.customers().find(++asker, search, std::move(done)); });
            ms.push_back(seconds(timer) * 1000);
            if (!found)
                giveUp(found.error().message.c_str());
            const bool isThere = std::any_of(found->found.begin(), found->found.end(),
                                             [&](const FoundCustomer &f) { return f.customer.id == customer.id; });
            if (found->found.empty() || (question.findsThem && !isThere && !found->isMore))
                giveUp(question.name);
        }
        printOf(std::string("search_ms.p50.") + question.name, people, quantile(ms, 0.5), "ms");
        printOf(std::string("search_ms.p99.") + question.name, people, quantile(ms, 0.99), "ms");
    }
    std::vector<double> ms;
    for (int i = 0; i < kQuestions; ++i) {
        const CustomerId id = anybody().id;
        QElapsedTimer timer;
        timer.start();
        const auto read = answerOf<std::vector<CustomerRecord>>(
            [&](auto done) { store.customers().read({id}, StoredBranch::kStart, std::move(done)); });
        ms.push_back(seconds(timer) * 1000);
        if (!read || read->size() != 1)
            giveUp("a customer cannot be read");
    }
    printOf("card_ms.p50", people, quantile(ms, 0.5), "ms");
    printOf("card_ms.p99", people, quantile(ms, 0.99), "ms");
}

void measureAmong(std::int64_t people)
{
    QTemporaryDir folder;
    if (!Store::create(folder.path(), StoredBranch::kBranch))
        giveUp("no database");
    auto store = Store::open(folder.path());
    if (!store)
        giveUp("the database does not open");
    Random random(11);
    fill(**store, folder.path(), people);
    visit(**store, people, random);
    measure(**store, people, random);
    printOf("database_mib", people,
            static_cast<double>(QFileInfo(folder.path() + QStringLiteral("/branch.sqlite")).size()) / 1024 / 1024,
            "MiB");
    printOf("resident_mib", people, residentMib(), "MiB");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    measureAmong(10'000);
    measureAmong(100'000);
    if (!QCoreApplication::arguments().contains(QStringLiteral("--quick")))
        measureAmong(1'000'000);
    return 0;
}
