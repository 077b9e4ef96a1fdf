// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/customerlookup.h"
#include "core/store/sealing.h"
#include "core/store/verify.h"
#include "samplecustomers.h"
#include "storedbranch.h"
#include "storefiles.h"

#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace tiepdon;

namespace {

constexpr TimeMs kNow = StoredBranch::kStart + kHourMs;

Result<std::vector<CustomerRecord>> recordsOf(Store &store, std::vector<CustomerId> ids, TimeMs now = kNow)
{
    return answerOf<std::vector<CustomerRecord>>(
        [&](auto done) { store.customers().read(std::move(ids), now, std::move(done)); });
}

CustomerRecord recordOf(Store &store, CustomerId id, TimeMs now = kNow)
{
    const auto found = recordsOf(store, {id}, now);
    if (!found || found->size() != 1)
        qFatal("a customer cannot be read: %s", found ? "missing" : found.error().message.c_str());
    return found->front();
}

Result<VisitRecords> visitOf(Store &store, TicketId ticket)
{
    return answerOf<VisitRecords>([&](auto done) { store.customers().visitRecords(ticket, std::move(done)); });
}

Result<std::optional<NoteDraft>> draftOf(Store &store, const NoteDraft &draft)
{
    return answerOf<std::optional<NoteDraft>>(
        [&](auto done) { store.customers().draft(draft.staff, draft.customer, draft.ticket, std::move(done)); });
}

Timeline timelineOf(Store &store, CustomerId customer, std::optional<TimeMs> beforeMs, std::int64_t limit)
{
    const auto found = answerOf<Timeline>(
        [&](auto done) { store.customers().timeline(customer, beforeMs, limit, std::move(done)); });
    if (!found)
        qFatal("%s", found.error().message.c_str());
    return *found;
}

std::string firstProblem(const QString &path)
{
    const auto report = verifyDatabase(path);
    return !report ? report.error().message : report->problems.empty() ? std::string() : report->problems.front();
}

} // namespace

/// What is written about customers is read again as it was; what is sealed is not in the file.
class TestCustomers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->path();
        QVERIFY(Store::create(m_path, StoredBranch::kBranch));
        open();
    }
    void cleanup() { m_store.reset(); }

    void everyRecordIsReadAsItWasWritten()
    {
        std::vector<CustomerChange> changes;
        for (std::int64_t n = 1; n <= 30; ++n) {
            for (CustomerChange &change : oneOfEach(n))
                changes.push_back(std::move(change));
        }
        QVERIFY(writeAll(*m_store, {customerCommit(changes)}));
        for (const bool isReopened : {false, true}) {
            if (isReopened)
                open();
            for (std::int64_t n = 1; n <= 30; ++n) {
                const CustomerRecord record = recordOf(*m_store, sampleCustomerId(n));
                QVERIFY2(record.customer == sampleCustomer(n), std::to_string(n).c_str());
                QVERIFY(record.stages == std::vector{sampleStage(n)});
                QVERIFY(record.products == std::vector{sampleProduct(n)});
                QVERIFY(record.consents == std::vector{sampleConsent(n)});
                QVERIFY(record.happenings == std::vector{sampleHappening(n)});
                QVERIFY(record.notes == std::vector{sampleNote(n)});
                QVERIFY(record.openItems == std::vector{sampleItem(n)});
                QVERIFY(record.visits.empty());
                const auto draft = draftOf(*m_store, sampleDraft(n));
                QVERIFY(draft && *draft == sampleDraft(n));
                const auto visit = visitOf(*m_store, {n});
                QVERIFY(visit && visit->goal == sampleGoal(n));
            }
        }
        QCOMPARE(firstProblem(m_path), std::string());
        QCOMPARE(verifyDatabase(m_path)->customers, 30);
        const auto recovered = m_store->recover();
        QVERIFY(recovered);
        const LastCustomerIds &last = recovered->lastCustomerIds;
        QCOMPARE(last.customer, sampleCustomerId(30));
        QCOMPARE(last.consent, ConsentId{30});
        QCOMPARE(last.happening, HappeningId{30});
        QCOMPARE(last.note, CustomerNoteId{30});
        QCOMPARE(last.item, OpenItemId{30});
    }

    void aRecordWrittenAgainIsTheLastOne()
    {
        Customer changed = sampleCustomer(1);
        changed.revision = 2;
        changed.name = "Ngô Đình Quý";
        changed.identifiers = {{IdentifierId{2}, IdentifierKind::CitizenCard, "001234567890"},
                               {IdentifierId{6}, IdentifierKind::Phone, "+84909999999"}};
        changed.birthDate = "1971";
        OpenItem ended = sampleItem(1);
        ended.state = OpenItemState::Broken;
        ended.endedMs = kNow;
        QVERIFY(writeAll(*m_store, {customerCommit(oneOfEach(1)), customerCommit({changed, ended})}));
        const CustomerRecord record = recordOf(*m_store, changed.id);
        QVERIFY(record.customer == changed);
        QVERIFY(record.openItems == std::vector{ended});
        // found by what is there now alone
        const auto by = answerOf<std::vector<std::vector<CustomerId>>>([&](auto done) {
            m_store->customers().byIdentifiers({changed.identifiers[0], changed.identifiers[1],
                                                sampleCustomer(1).identifiers[0], sampleCustomer(1).identifiers[1]},
                                               std::move(done));
        });
        QVERIFY(by);
        QVERIFY(*by == (std::vector<std::vector<CustomerId>>{{changed.id}, {changed.id}, {}, {}}));
        QCOMPARE(firstProblem(m_path), std::string());
    }

    void nothingSealedIsInTheFile()
    {
        Customer customer = sampleCustomer(2);
        customer.identifiers.push_back({IdentifierId{9}, IdentifierKind::Passport, "C1234567"});
        customer.identifiers.push_back({IdentifierId{10}, IdentifierKind::OldIdentityCard, "987654321"});
        QVERIFY(writeAll(*m_store, {customerCommit({customer})}));
        m_store.reset();
        QFile file(m_path + QStringLiteral("/branch.sqlite"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.contains("Trần Thị Bích Thủy 2"), "what is not sealed is found so");
        for (const Identifier &identifier : customer.identifiers)
            QCOMPARE(bytes.contains(identifier.value.c_str()), identifier.kind == IdentifierKind::CustomerNumber);
        QVERIFY(!bytes.contains(customer.identifiers[0].value.substr(3).c_str()));
        QVERIFY(!bytes.contains(customer.birthDate.c_str()));
    }

    void rowsThatAreSwappedDoNotOpen_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("two people's phones") << QStringLiteral(
            "UPDATE customer_identifier SET value = (SELECT value FROM customer_identifier o WHERE "
            "o.customer_id = 7000000002 AND o.kind = 'phone') WHERE customer_id = 7000000004 "
            "AND kind = 'phone'");
        QTest::newRow("a document in the place of a phone") << QStringLiteral(
            "UPDATE customer_identifier SET value = (SELECT value FROM customer_identifier o WHERE "
            "o.customer_id = 7000000004 AND o.kind = 'citizenCard') "
            "WHERE customer_id = 7000000004 AND kind = 'phone'");
        QTest::newRow("two people's birthdays")
            << QStringLiteral("UPDATE customer SET birth_date_sealed = (SELECT birth_date_sealed FROM customer o "
                              "WHERE o.customer_id = 7000000002) WHERE customer_id = 7000000004");
        QTest::newRow("a phone given to somebody else")
            << QStringLiteral("UPDATE customer_identifier SET customer_id = 7000000004, identifier_id = 90 "
                              "WHERE customer_id = 7000000002 AND kind = 'phone'");
        QTest::newRow("a phone taken for a customer number's lookup")
            << QStringLiteral("UPDATE customer_identifier SET kind = 'passport' WHERE customer_id = 7000000004 "
                              "AND kind = 'phone'");
    }
    void rowsThatAreSwappedDoNotOpen()
    {
        QFETCH(QString, statement);
        QVERIFY(writeAll(*m_store, {customerCommit({sampleCustomer(2), sampleCustomer(4)})}));
        QVERIFY(recordsOf(*m_store, {sampleCustomerId(4)}));
        rawSql(m_path, {statement});
        const auto found = recordsOf(*m_store, {sampleCustomerId(4)});
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::DatabaseDamaged);
        QVERIFY(firstProblem(m_path).find("of customer 7000000004 does not open") != std::string::npos);
        QVERIFY2(recordsOf(*m_store, {sampleCustomerId(2)}), "others are read as before");
    }

    void aKeyThatIsGoneIsSaidAndNothingIsServed_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << 0 << int(ErrorCode::FileNotReadable);
        QTest::newRow("cut off") << 1 << int(ErrorCode::BadFile);
        QTest::newRow("another branch's") << 2 << int(ErrorCode::BadFile);
    }
    void aKeyThatIsGoneIsSaidAndNothingIsServed()
    {
        QFETCH(int, what);
        QFETCH(int, code);
        QVERIFY(writeAll(*m_store, {customerCommit({sampleCustomer(1)})}));
        m_store.reset();
        const QString key = Sealing::fileIn(m_path);
        const QString kept = m_path + QStringLiteral("/kept");
        QVERIFY(QFile::rename(key, kept));
        QTemporaryDir other;
        QVERIFY(Sealing::makeFile(other.path()));
        if (what == 1)
            QVERIFY(QFile::copy(kept, key) && QFile::resize(key, 50));
        if (what == 2)
            QVERIFY(QFile::copy(Sealing::fileIn(other.path()), key));
        for (int i = 0; i < 2; ++i) { // what a start refuses it does not mend behind one's back
            const auto store = Store::open(m_path);
            QVERIFY(!store);
            QCOMPARE(int(store.error().code), code);
            QCOMPARE(store.error().detail.at("file"), key.toStdString());
            QVERIFY(firstProblem(m_path).find("customer.key") != std::string::npos);
        }
        QCOMPARE(QFile::exists(key), what != 0);
        QFile::remove(key);
        QVERIFY(QFile::rename(kept, key));
        open();
        QVERIFY(recordOf(*m_store, sampleCustomerId(1)).customer == sampleCustomer(1));
    }

    void aDatabaseWithNothingSealedTakesTheKeyThatIsThere()
    {
        m_store.reset();
        QVERIFY(QFile::remove(Sealing::fileIn(m_path)));
        open();
        QVERIFY(Sealing::hasFile(m_path));
        QVERIFY(writeAll(*m_store, {customerCommit({sampleCustomer(1)})}));
        open();
        QVERIFY(recordOf(*m_store, sampleCustomerId(1)).customer == sampleCustomer(1));
    }

    void aDraftOutlivesAKilledHub()
    {
        NoteDraft draft = sampleDraft(3);
        QVERIFY(writeAll(*m_store, {customerCommit({sampleCustomer(3), draft})}));
        draft.text = "đang viết dở, chưa xong";
        draft.atMs += 900;
        QVERIFY(writeAll(*m_store, {customerCommit({draft})}));
        QTemporaryDir killed;
        copyAsKilled(killed);
        {
            const auto store = Store::open(killed.path());
            QVERIFY2(store, store ? "" : store.error().message.c_str());
            QVERIFY(*draftOf(**store, draft) == draft);
            const auto all = answerOf<std::vector<NoteDraft>>(
                [&](auto done) { (*store)->customers().draftsOf(draft.staff, std::move(done)); });
            QVERIFY(*all == std::vector{draft});
        }
        // another's draft about the same customer, and one's own about another visit, are others
        NoteDraft others = draft;
        others.staff = {8};
        others.text = "khác";
        NoteDraft later = draft;
        later.ticket = {99};
        later.text = "mai";
        later.atMs += 1;
        QVERIFY(writeAll(*m_store, {customerCommit({others, later})}));
        NoteDraft dropped = draft;
        dropped.text.clear();
        QVERIFY(writeAll(*m_store, {customerCommit({dropped})}));
        QVERIFY(!draftOf(*m_store, draft)->has_value());
        QVERIFY(*draftOf(*m_store, others) == others);
        const auto mine = answerOf<std::vector<NoteDraft>>(
            [&](auto done) { m_store->customers().draftsOf(draft.staff, std::move(done)); });
        QVERIFY(*mine == std::vector{later});
    }

    void whatHasNoCustomerYetIsOfItsVisit()
    {
        CustomerNote note = sampleNote(1);
        note.customer = {};
        note.ticket = {5};
        CustomerNote removed = note;
        removed.id = {2};
        removed.removedMs = kNow;
        Happening declined = sampleHappening(1);
        declined.customer = {};
        declined.ticket = {5};
        OpenItem promise = sampleItem(1);
        promise.customer = {};
        promise.ticket = {5};
        OpenItem elsewhere = sampleItem(2);
        elsewhere.customer = {};
        elsewhere.ticket = {};
        QVERIFY(writeAll(*m_store, {customerCommit({note, removed, declined, promise, elsewhere})}));
        const auto visit = visitOf(*m_store, {5});
        QVERIFY(visit);
        QVERIFY(!visit->goal);
        QVERIFY(visit->notes == std::vector{note});
        QVERIFY(visit->happenings == std::vector{declined});
        QVERIFY(visit->items == std::vector{promise});
        QVERIFY2(visitOf(*m_store, {})->items.empty(), "no ticket is no visit");
        note.customer = sampleCustomerId(1);
        QVERIFY(writeAll(*m_store, {customerCommit({sampleCustomer(1), note})}));
        QVERIFY(visitOf(*m_store, {5})->notes.empty());
        QVERIFY(recordOf(*m_store, sampleCustomerId(1)).notes == std::vector{note});
    }

    void visitsOfACustomerAreReadFromTheirTickets()
    {
        StoredBranch branch;
        std::vector<Commit> commits = branch.setUp();
        commits.push_back(customerCommit({sampleCustomer(1), sampleCustomer(2)}));
        for (int i = 0; i < 3; ++i) {
            command::IssueTicket issue{ServiceId{1}};
            issue.customer = sampleCustomerId(1);
            commits.push_back(branch.run(issue));
            commits.push_back(branch.run(command::CallNext{CounterId{1}}));
            const TicketId ticket = branch.state.counterState(CounterId{1})->ticket;
            branch.now += kMinuteMs;
            commits.push_back(branch.run(command::StartService{CounterId{1}, ticket}));
            branch.now += 2 * kMinuteMs;
            commits.push_back(branch.run(command::FinishService{CounterId{1}, ticket}));
            VisitGoal goal = sampleGoal(ticket.value);
            goal.customer = sampleCustomerId(1);
            goal.reached = GoalReached::Partly;
            if (i == 1)
                commits.back().customers = {goal};
        }
        commits.push_back(branch.run(command::IssueTicket{ServiceId{2}})); // of nobody known
        commits.push_back(branch.run(command::LinkCustomer{TicketId{4}, sampleCustomerId(2)}));
        QVERIFY(writeAll(*m_store, std::move(commits)));

        const CustomerRecord record = recordOf(*m_store, sampleCustomerId(1), branch.now);
        QCOMPARE(record.visits.size(), std::size_t(3));
        QCOMPARE(record.visits[0].ticket, TicketId{3});
        QCOMPARE(record.visits[2].ticket, TicketId{1});
        QCOMPARE(record.visits[0].number, std::string("A003"));
        QCOMPARE(record.visits[0].businessDay, std::string("2026-03-02"));
        QCOMPARE(record.visits[0].service, ServiceId{1});
        QCOMPARE(record.visits[0].outcome, StepOutcome::Served);
        QCOMPARE(record.visits[0].waitMs, 1000);
        QCOMPARE(record.visits[0].serviceMs, 2 * kMinuteMs + 1000);
        QCOMPARE(record.visits[0].counter, CounterId{1});
        QCOMPARE(record.visits[0].staff, StaffId{1});
        QCOMPARE(record.visits[0].reached, GoalReached::NotSaid);
        QCOMPARE(record.visits[1].reached, GoalReached::Partly);
        QCOMPARE(record.visitsInYear, 3);
        QCOMPARE(record.visitsEver, 3);
        const CustomerRecord later = recordOf(*m_store, sampleCustomerId(1), branch.now + 365 * kDayMs);
        QCOMPARE(later.visitsInYear, 0);
        QCOMPARE(later.visitsEver, 3);
        const CustomerRecord linked = recordOf(*m_store, sampleCustomerId(2), branch.now);
        QCOMPARE(linked.visits.size(), std::size_t(1));
        QCOMPARE(linked.visits[0].outcome, StepOutcome::Open);
        QCOMPARE(firstProblem(m_path), std::string());
        rawSql(m_path, {QStringLiteral("UPDATE ticket SET customer_id = 7000000002 WHERE ticket_id = 1")});
        QVERIFY(firstProblem(m_path).find("its row in ticket has customer_id") != std::string::npos);
    }

    void aTimelineComesInPagesThatMissNothing()
    {
        std::vector<CustomerChange> changes{sampleCustomer(1)};
        std::vector<std::int64_t> expected;
        for (std::int64_t n = 1; n <= 57; ++n) {
            Happening happening = sampleHappening(n);
            happening.customer = sampleCustomerId(1);
            happening.atMs = StoredBranch::kStart + n / 5 * 1000; // some happen at once
            changes.push_back(happening);
            expected.push_back(n);
            if (n % 4 == 0) {
                CustomerNote note = sampleNote(n);
                note.customer = sampleCustomerId(1);
                note.atMs = StoredBranch::kStart + n * 150;
                changes.push_back(note);
                expected.push_back(1000 + n);
            }
        }
        QVERIFY(writeAll(*m_store, {customerCommit(changes)}));
        std::sort(expected.begin(), expected.end());
        for (const std::int64_t limit : {1, 3, 10, 57, 200}) {
            std::vector<std::int64_t> seen;
            std::optional<TimeMs> before;
            for (int pages = 0; pages < 200; ++pages) {
                const Timeline page = timelineOf(*m_store, sampleCustomerId(1), before, limit);
                TimeMs oldest = before.value_or(kNow);
                for (const Happening &happening : page.happenings) {
                    QVERIFY(!before || happening.atMs < *before);
                    seen.push_back(happening.id.value);
                    oldest = std::min(oldest, happening.atMs);
                }
                for (const CustomerNote &note : page.notes) {
                    seen.push_back(1000 + note.id.value);
                    oldest = std::min(oldest, note.atMs);
                }
                QVERIFY(std::is_sorted(page.happenings.rbegin(), page.happenings.rend(),
                                       [](const auto &a, const auto &b) { return a.atMs < b.atMs; }));
                if (!page.isMore)
                    break;
                before = oldest;
            }
            std::sort(seen.begin(), seen.end());
            QVERIFY2(seen == expected, std::to_string(limit).c_str());
        }
    }

    void openItemsComeByTheTimeTheyAreDue()
    {
        std::vector<CustomerChange> changes{sampleCustomer(1), sampleCustomer(3), sampleCustomer(5)};
        for (const std::int64_t n : {5, 1, 3, 2, 4, 7}) {
            OpenItem item = sampleItem(n);
            if (n > 5)
                item.customer = {};
            changes.push_back(item);
        }
        QVERIFY(writeAll(*m_store, {customerCommit(changes)}));
        const auto asked = [&](OpenItemsQuery query, TimeMs now = StoredBranch::kStart + 4000) {
            const auto found = answerOf<OpenItemsAnswer>(
                [&](auto done) { m_store->customers().openItems(query, now, std::move(done)); });
            if (!found)
                qFatal("%s", found.error().message.c_str());
            return *found;
        };
        const auto ids = [](const OpenItemsAnswer &answer) {
            std::vector<std::int64_t> all;
            for (const OpenItemRow &row : answer.items)
                all.push_back(row.item.id.value);
            return all;
        };
        const OpenItemsAnswer all = asked({});
        QCOMPARE(ids(all), (std::vector<std::int64_t>{1, 3, 5, 7}));
        QCOMPARE(all.open, 4);
        QCOMPARE(all.late, 2);
        QVERIFY(!all.isMore);
        QCOMPARE(all.items[0].name, sampleCustomer(1).name);
        QCOMPARE(all.items[0].form, sampleCustomer(1).form);
        QCOMPARE(all.items[3].name, std::string());
        OpenItemsQuery query;
        query.withEnded = true;
        QCOMPARE(ids(asked(query)), (std::vector<std::int64_t>{1, 3, 5, 7, 4, 2}));
        QCOMPARE(ids(asked(query, StoredBranch::kStart + 40 * kDayMs)), (std::vector<std::int64_t>{1, 3, 5, 7}));
        query.limit = 5;
        QCOMPARE(ids(asked(query)), (std::vector<std::int64_t>{1, 3, 5, 7, 4}));
        QVERIFY(asked(query).isMore);
        query = {};
        query.owner = StaffId{3};
        QCOMPARE(ids(asked(query)), std::vector<std::int64_t>{3});
        query = {};
        query.kind = sampleItem(5).kind;
        QCOMPARE(ids(asked(query)), (std::vector<std::int64_t>{1, 5}));
        query = {};
        query.dueBeforeMs = StoredBranch::kStart + 3000;
        QCOMPARE(ids(asked(query)), std::vector<std::int64_t>{1});
        QCOMPARE(asked(query).open, 4);
    }

    void happeningsAreFoundByTheirBooks()
    {
        Happening other = sampleHappening(2);
        other.id = {9};
        other.customer = sampleCustomerId(1);
        Happening without = sampleHappening(3);
        without.reference.clear();
        QVERIFY(writeAll(*m_store, {customerCommit({sampleHappening(1), sampleHappening(2), without, other})}));
        const auto found = answerOf<std::vector<std::optional<Happening>>>([&](auto done) {
            m_store->customers().byReferences({{sampleCustomerId(2), other.kind, other.reference},
                                               {sampleCustomerId(1), other.kind, other.reference},
                                               {sampleCustomerId(1), sampleHappening(3).kind, other.reference},
                                               {sampleCustomerId(3), without.kind, ""},
                                               {sampleCustomerId(1), sampleHappening(1).kind, "book-1"}},
                                              std::move(done));
        });
        QVERIFY(found);
        QVERIFY(*found
                == (std::vector<std::optional<Happening>>{sampleHappening(2), other, std::nullopt, std::nullopt,
                                                          sampleHappening(1)}));
    }

    void customersComeById()
    {
        std::vector<CustomerChange> changes;
        for (std::int64_t n = 1; n <= 25; ++n) {
            changes.push_back(sampleCustomer(n));
            changes.push_back(sampleProduct(n));
        }
        QVERIFY(writeAll(*m_store, {customerCommit(changes)}));
        std::int64_t seen = 0;
        CustomerId after;
        for (;;) {
            const auto page = answerOf<std::vector<CustomerFacts>>(
                [&](auto done) { m_store->customers().customersAfter(after, 10, kNow, std::move(done)); });
            QVERIFY(page);
            for (const CustomerFacts &facts : *page) {
                ++seen;
                QVERIFY(facts.customer == sampleCustomer(seen));
                QVERIFY(facts.products == std::vector{sampleProduct(seen)});
                after = facts.customer.id;
            }
            if (page->size() < 10)
                break;
        }
        QCOMPARE(seen, 25);
        const auto counts = answerOf<std::vector<SegmentCount>>(
            [&](auto done) { m_store->customers().segmentCounts(std::move(done)); });
        QVERIFY(*counts == (std::vector<SegmentCount>{{{0}, 6}, {{1}, 7}, {{2}, 6}, {{3}, 6}}));
    }

    void onlyWhoIsThereIsRead()
    {
        QVERIFY(writeAll(*m_store, {customerCommit({sampleCustomer(1), sampleCustomer(2)})}));
        const auto found
            = recordsOf(*m_store, {sampleCustomerId(2), sampleCustomerId(9), CustomerId{}, sampleCustomerId(1)});
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(2));
        QCOMPARE(found->at(0).customer.id, sampleCustomerId(2));
        QCOMPARE(found->at(1).customer.id, sampleCustomerId(1));
    }

    void theHashOfATextSaysNothingWithoutTheKey()
    {
        const std::string hash = m_store->keyedHash("+84901234567");
        QCOMPARE(hash.size(), std::size_t(32));
        QCOMPARE(m_store->keyedHash("+84901234567"), hash);
        QVERIFY(m_store->keyedHash("+84901234568") != hash);
        QVERIFY(Sealing::open(m_path)->lookup("phone", "+84901234567") != hash);
        open();
        QCOMPARE(m_store->keyedHash("+84901234567"), hash);
    }

    void anAlterationIsFound_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const char *statement, const char *sentence) {
            QTest::newRow(name) << QString::fromLatin1(statement) << QString::fromLatin1(sentence);
        };
        row("a name changed", "UPDATE customer SET name = 'Ai' WHERE customer_id = 7000000001",
            "customer 7000000001 is searched by other words than their name's");
        row("words removed", "DELETE FROM customer_search WHERE rowid = 7000000001",
            "customer 7000000001 is not in customer_search");
        row("words added", "INSERT INTO customer_search (rowid, words) VALUES (7000000009, 'ai')",
            "customer_search has words of customer 7000000009, who is not there");
        row("a lookup changed", "UPDATE customer_identifier SET lookup = 'x' WHERE kind = 'card'",
            "an identifier of customer 7000000001 is found by something else than it says");
        row("a customer number changed",
            "UPDATE customer_identifier SET value = 'KH9' WHERE kind = 'customerNumber'",
            "an identifier of customer 7000000001 is found by something else than it says");
        row("an end of a phone changed", "UPDATE customer_identifier SET end_lookup = NULL WHERE kind = 'phone'",
            "an identifier of customer 7000000001 is found by something else than it says");
        row("a kind that is none", "UPDATE customer SET form = 'sir' WHERE customer_id = 7000000001",
            "what is kept of customer 7000000001 cannot be read");
        row("a customer removed", "DELETE FROM customer WHERE customer_id = 7000000001",
            "rows of customer_note are of customers that are not there");
        row("nobody's promise", "UPDATE open_item SET owner_id = 0", "1 rows of open_item have no owner");
        row("an open item with an end", "UPDATE open_item SET ended_ms = 5",
            "1 rows of open_item are neither open nor ended");
    }
    void anAlterationIsFound()
    {
        QFETCH(QString, statement);
        QFETCH(QString, sentence);
        auto changes = oneOfEach(1);
        changes.push_back(sampleCustomer(2));
        QVERIFY(writeAll(*m_store, {customerCommit(changes)}));
        m_store.reset();
        QCOMPARE(firstProblem(m_path), std::string());
        rawSql(m_path, {statement});
        const auto report = verifyDatabase(m_path);
        QVERIFY(report);
        bool isSaid = false;
        for (const std::string &problem : report->problems)
            isSaid = isSaid || problem.find(sentence.toStdString()) != std::string::npos;
        QVERIFY2(isSaid, report->problems.empty() ? "nothing said" : report->problems.front().c_str());
    }

    void noQuestionReadsWhatItDoesNotNeed()
    {
        // A question that reads everybody is as quick as one that does not while there are ten people.
        QVERIFY(writeAll(*m_store, {customerCommit(oneOfEach(1))}));
        const auto connection = Connection::open(m_path, Connection::Mode::Read);
        QVERIFY(connection);
        QStringList statements;
        {
            CustomerLookup lookup(**connection, StoredBranch::kBranch, *Sealing::open(m_path));
            const auto always = [] { return false; };
            QVERIFY(lookup.find({{"tran", "thi"}, sampleCustomer(1).identifiers, "000001", 20}, always));
            QVERIFY(lookup.read({sampleCustomerId(1)}, kNow));
            QVERIFY(lookup.timeline(sampleCustomerId(1), kNow, 1));
            OpenItemsQuery query;
            query.withEnded = true;
            QVERIFY(lookup.openItems(query, kNow));
            QVERIFY(lookup.byReferences({{sampleCustomerId(1), HappeningKind::Score, "book-1"}}));
            QVERIFY(lookup.customersAfter({}, 10, kNow));
            QVERIFY(lookup.visitRecords({1}));
            QVERIFY(lookup.lastIds());
            statements = lookup.statements();
        }
        statements.push_back(Dialect::recentWords());
        QVERIFY(statements.size() > 25);
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plan"));
        const auto close = qScopeGuard([&] {
            database = {};
            QSqlDatabase::removeDatabase(QStringLiteral("plan"));
        });
        database.setDatabaseName(m_path + QStringLiteral("/branch.sqlite"));
        QVERIFY(database.open());
        for (const QString &statement : std::as_const(statements)) {
            QSqlQuery plan(database);
            QVERIFY(plan.prepare(QStringLiteral("EXPLAIN QUERY PLAN ") + statement));
            static const QRegularExpression kName(QStringLiteral(":[a-z_]+"));
            for (auto it = kName.globalMatch(statement); it.hasNext();)
                plan.bindValue(it.next().captured(), 1);
            QVERIFY(plan.exec());
            QStringList steps;
            while (plan.next())
                steps.push_back(plan.value(3).toString());
            QVERIFY(!steps.isEmpty());
            // in order of its key, from where it goes on
            const bool isWalk = statement.contains(u"customer_id > :after");
            for (const QString &step : steps) {
                const bool isByBranchAlone = step.endsWith(u"(branch=?)") && !step.contains(u"open_item_by_due")
                    && !step.contains(u"ticket_of_customers");
                // reads one row
                const bool isLast = statement.startsWith(u"SELECT MAX(");
                // of the index of words: by a row's id, or by what matches
                const bool isIndexOfWords
                    = step.contains(u"VIRTUAL TABLE INDEX") && (step.endsWith(u'=') || step.contains(u":M"));
                QVERIFY2(isIndexOfWords || isWalk || isLast || (!step.startsWith(u"SCAN") && !isByBranchAlone),
                         qPrintable(statement + u'\n' + steps.join(u'\n')));
            }
        }
    }

    void aStoreThatEndsWithQuestionsOpenEnds()
    {
        QVERIFY(writeAll(*m_store, {customerCommit({sampleCustomer(1)})}));
        for (int i = 0; i < 50; ++i)
            m_store->customers().read({sampleCustomerId(1)}, kNow,
                                      [](const auto &) { qFatal("nobody is there to hear it"); });
        m_store.reset();
        QCoreApplication::processEvents();
    }

private:
    void open()
    {
        m_store.reset();
        auto store = Store::open(m_path);
        QVERIFY2(store, store ? "" : store.error().message.c_str());
        m_store = std::move(*store);
    }
    /// The files of a hub that is running, as they stay behind when it is killed.
    void copyAsKilled(const QTemporaryDir &to) const
    {
        for (const char *name : {"branch.sqlite", "branch.sqlite-wal", "branch.sqlite-shm", "customer.key"})
            QVERIFY2(QFile::copy(m_directory->filePath(QLatin1String(name)), to.filePath(QLatin1String(name))),
                     name);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestCustomers)
#include "tst_customers.moc"
