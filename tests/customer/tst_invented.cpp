// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/customer/calendar.h"
#include "core/customer/cardscan.h"
#include "core/customer/document.h"
#include "core/customer/duplicates.h"
#include "core/customer/invented.h"
#include "core/customer/personname.h"
#include "tests/base/show.h"

#include <QTest>

#include <map>
#include <set>

using namespace tiepdon;

namespace {

constexpr std::int64_t kMany = 20'000;
const InventedTime kTime{7, "2026-05-04", dayStart("2026-05-04", 7 * 60)};

bool isIn(double share, double low, double high) { return share >= low && share <= high; }

} // namespace

class TestInvented : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedInventsTheSamePeople();
    void everythingIsInTheFormItIsKeptIn();
    void peopleCanBeToldApart();
    void nothingHappenedAfterToday();
    void peopleAreAboutAsPeopleAre();
    void cardsCanBeScanned();
};

void TestInvented::theSameSeedInventsTheSamePeople()
{
    const auto text = [](const InventedCustomer &invented) {
        std::string all = invented.customer.name + invented.customer.birthDate + invented.customer.address;
        for (const Identifier &identifier : invented.customer.identifiers)
            all += identifier.value;
        for (const Happening &happening : invented.happenings)
            all += happening.text + std::to_string(happening.atMs);
        for (const OpenItem &item : invented.openItems)
            all += item.text + std::to_string(item.dueMs);
        return all;
    };
    // the n-th person is who they are, whoever was asked for before
    const std::string seventh = text(inventedCustomer(7, kTime));
    QCOMPARE(text(inventedCustomer(7, kTime)), seventh);
    QVERIFY(text(inventedCustomer(8, kTime)) != seventh);
    QVERIFY(text(inventedCustomer(7, {8, kTime.today, kTime.todayStartMs})) != seventh);
    // on another day they are the same people
    const Customer later = inventedCustomer(7, {7, "2027-02-01", dayStart("2027-02-01", 420)}).customer;
    const Customer now = inventedCustomer(7, kTime).customer;
    QCOMPARE(later.birthDate, now.birthDate);
    QVERIFY(later == now);
    QCOMPARE(inventedCustomerNumber(1), std::string("KH000001"));
    QCOMPARE(inventedCustomerNumber(2'345'678), std::string("KH2345678"));
    // what people read in the sample stays from version to version
    QCOMPARE(inventedCustomer(1, kTime).customer.identifiers.back().value, std::string("KH000001"));
}

void TestInvented::everythingIsInTheFormItIsKeptIn()
{
    for (std::int64_t n = 1; n <= kMany; ++n) {
        const InventedCustomer invented = inventedCustomer(n, kTime);
        const Customer &customer = invented.customer;
        const auto name = personNameFrom(customer.name);
        QVERIFY(name.isOk());
        QCOMPARE(*name, customer.name);
        QVERIFY(isDay(customer.birthDate));
        for (const Identifier &identifier : customer.identifiers) {
            const auto value = identifierFrom(identifier.kind, identifier.value);
            QVERIFY2(value.isOk(), identifier.value.c_str());
            QCOMPARE(*value, identifier.value);
        }
        for (const std::string &text : {customer.address, customer.tier, customer.preferences.wishes}) {
            const auto clean = cleanText(text, 200);
            QVERIFY(clean.isOk());
            QCOMPARE(*clean, text);
        }
    }
}

void TestInvented::peopleCanBeToldApart()
{
    std::map<IdentifierKind, std::map<std::string, int>> seen;
    std::set<std::string> references;
    int strong = 0;
    Customer before;
    for (std::int64_t n = 1; n <= kMany; ++n) {
        InventedCustomer invented = inventedCustomer(n, kTime);
        invented.customer.id = CustomerId{n};
        for (const Identifier &identifier : invented.customer.identifiers)
            ++seen[identifier.kind][identifier.value];
        for (const Happening &happening : invented.happenings)
            QVERIFY(references.insert(happening.reference).second);
        const auto duplicate = likelyDuplicate(invented.customer, before);
        strong += duplicate && duplicate->isStrong ? 1 : 0;
        before = invented.customer;
    }
    for (const IdentifierKind kind : {IdentifierKind::CitizenCard, IdentifierKind::OldIdentityCard,
                                      IdentifierKind::Passport, IdentifierKind::CustomerNumber}) {
        QVERIFY(!seen[kind].empty());
        for (const auto &[value, count] : seen[kind])
            QCOMPARE(count, 1);
    }
    int shared = 0;
    for (const auto &[value, count] : seen[IdentifierKind::Phone]) {
        QVERIFY(count <= 3); // a family
        shared += count - 1;
    }
    QVERIFY(isIn(static_cast<double>(shared) / kMany, 0.02, 0.04));
    // far apart too
    for (std::int64_t n = 1; n <= 300; ++n) {
        std::set<std::string> values;
        std::size_t count = 0;
        for (const std::int64_t apart : {0, 1'000'000, 2'000'000, 2'500'000, 4'000'000, 5'000'000, 8'000'000}) {
            for (const Identifier &identifier : inventedCustomer(n + apart, kTime).customer.identifiers) {
                values.insert(identifier.value);
                ++count;
            }
        }
        QCOMPARE(values.size(), count);
    }
    QVERIFY(strong <= 2); // one phone in a family of one name
}

void TestInvented::nothingHappenedAfterToday()
{
    const TimeMs now = kTime.todayStartMs;
    int late = 0;
    int due = 0;
    for (std::int64_t n = 1; n <= kMany; ++n) {
        const InventedCustomer invented = inventedCustomer(n, kTime);
        for (const Happening &happening : invented.happenings)
            QVERIFY(happening.atMs < now && happening.score >= 0 && happening.score <= 5);
        for (std::size_t i = 0; i < invented.stages.size(); ++i) {
            QVERIFY(invented.stages[i].atMs < now);
            QVERIFY(i == 0 || invented.stages[i - 1].atMs <= invented.stages[i].atMs);
        }
        for (const ProductHeld &held : invented.products) {
            QVERIFY(isDay(held.sinceDay) && held.sinceDay < kTime.today
                    && held.sinceDay > invented.customer.birthDate);
            QVERIFY(held.untilDay.empty() || (held.untilDay > held.sinceDay && held.untilDay < kTime.today));
        }
        for (const Consent &consent : invented.consents)
            QVERIFY(consent.givenMs < now && (!consent.withdrawnMs || *consent.withdrawnMs > consent.givenMs));
        for (const CustomerNote &note : invented.notes)
            QVERIFY(note.atMs < now && !note.text.empty());
        for (const OpenItem &item : invented.openItems) {
            QVERIFY(item.madeMs < now && !item.text.empty());
            (item.isLate(now) ? late : due) += 1;
        }
    }
    QVERIFY(late > 0 && due > late);
}

void TestInvented::peopleAreAboutAsPeopleAre()
{
    std::map<std::string, int> families;
    int women = 0;
    int gold = 0;
    int platinum = 0;
    int over75 = 0;
    int foreign = 0;
    int promised = 0;
    int profile = 0;
    std::set<std::string> all;
    for (std::int64_t n = 1; n <= kMany; ++n) {
        const InventedCustomer invented = inventedCustomer(n, kTime);
        const Customer &customer = invented.customer;
        ++families[customer.name.substr(0, customer.name.find(' '))];
        all.insert(customer.name);
        women += invented.sex == Sex::Female ? 1 : 0;
        gold += customer.tier == "Vàng" ? 1 : 0;
        platinum += customer.tier == "Bạch kim" ? 1 : 0;
        over75 += yearsBetween(customer.birthDate, kTime.today) >= 75 ? 1 : 0;
        foreign += customer.language.empty() ? 0 : 1;
        promised += invented.openItems.empty() ? 0 : 1;
        for (const Consent &consent : invented.consents)
            profile += consent.purpose == ConsentPurpose::Profile ? 1 : 0;
        QVERIFY(yearsBetween(customer.birthDate, kTime.today) >= 18);
        const bool isWoman = customer.form == AddressForm::Chi || customer.form == AddressForm::Ba;
        QVERIFY(customer.form == AddressForm::None || isWoman == (invented.sex == Sex::Female));
    }
    const auto share = [](int count) { return static_cast<double>(count) / kMany; };
    QVERIFY(isIn(share(families["Nguyễn"]), 0.25, 0.38)); // by far the most common
    QVERIFY(isIn(share(families["Trần"]), 0.08, 0.13));
    QVERIFY(isIn(share(women), 0.5, 0.54));
    QVERIFY(isIn(share(gold), 0.1, 0.14));
    QVERIFY(isIn(share(platinum), 0.02, 0.04));
    QVERIFY(isIn(share(over75), 0.01, 0.08));
    QVERIFY(isIn(share(foreign), 0.01, 0.03));
    QVERIFY(isIn(share(promised), 0.03, 0.09));
    QVERIFY(isIn(share(profile), 0.77, 0.83));
    QVERIFY(all.size() > kMany / 4); // and many names for so many people
}

void TestInvented::cardsCanBeScanned()
{
    int cards = 0;
    for (std::int64_t n = 1; n <= kMany; ++n) {
        const InventedCustomer invented = inventedCustomer(n, kTime);
        const std::string text = inventedCardText(invented);
        if (text.empty())
            continue;
        ++cards;
        const auto scan = cardScanFrom(text, kTime.today);
        QVERIFY2(scan.isOk(), text.c_str());
        QVERIFY2(scan->unread.empty(), text.c_str());
        QCOMPARE(scan->name, invented.customer.name);
        QCOMPARE(scan->birthDate, invented.customer.birthDate);
        QCOMPARE(scan->address, invented.customer.address);
        QVERIFY(scan->sex == invented.sex);
        QVERIFY(scan->number.starts_with("099"));
    }
    QVERIFY(isIn(static_cast<double>(cards) / kMany, 0.88, 0.96));
}

QTEST_APPLESS_MAIN(TestInvented)
#include "tst_invented.moc"
