// SPDX-License-Identifier: GPL-3.0-or-later
// Segments, consents, completeness, likely duplicates and signals.
#include "core/customer/completeness.h"
#include "core/customer/consents.h"
#include "core/customer/duplicates.h"
#include "core/customer/segmentrule.h"
#include "core/customer/signals.h"
#include "tests/base/show.h"
#include "tests/customer/people.h"

#include <QTest>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

Segment segment(std::int64_t id, std::int64_t rank, std::vector<SegmentCondition> when)
{
    Segment made;
    made.id = SegmentId{id};
    made.rank = rank;
    made.when = std::move(when);
    return made;
}

Consent consent(std::int64_t id, ConsentPurpose purpose, TimeMs givenMs, std::optional<TimeMs> withdrawnMs = {})
{
    Consent made;
    made.id = ConsentId{id};
    made.purpose = purpose;
    made.wording = "v" + std::to_string(id);
    made.givenMs = givenMs;
    made.withdrawnMs = withdrawnMs;
    return made;
}

std::string said(const std::vector<Signal> &signals)
{
    std::string text;
    for (const Signal signal : signals)
        text += (text.empty() ? "" : " ") + std::string(names(signal).at(static_cast<std::size_t>(signal)));
    return text;
}

std::string said(const std::optional<LikelyDuplicate> &found)
{
    return found ? found->because + (found->isStrong ? " strong" : "") : std::string();
}

/// Somebody who came every ten days for a year, and of late not at all.
CustomerRecord regular(std::int64_t lastDaysAgo)
{
    CustomerRecord record;
    std::int64_t ticket = 1;
    for (std::int64_t daysAgo = lastDaysAgo; daysAgo < 350; daysAgo += 10)
        record.visits.push_back(visit(ticket++, daysAgo));
    record.visitsEver = static_cast<std::int64_t>(record.visits.size());
    return record;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditionsOfSegments();
    void theHighestSegmentIsTaken();
    void agesAreByDay();
    void consentsAreInForceFromGivenToWithdrawn();
    void oneWithdrawalEndsEarlierConsents();
    void anotherWordingAsksAgain();
    void completenessSaysWhatIsMissing();
    void likelyDuplicatesOfTwo_data();
    void likelyDuplicatesOfTwo();
    void likelyDuplicatesAreOrdered();
    void signalsOfOpenItemsAndScores();
    void signalsOfVisits();
    void whoComesLess();
};

void TestRules::conditionsOfSegments()
{
    Customer an = person(1, "An");
    std::vector<ProductHeld> products;
    std::int64_t visits = 0;
    const auto isMet = [&](const SegmentCondition &condition) {
        return meets(segment(1, 1, {condition}), {an, products, visits}, kToday);
    };
    QVERIFY(!meets(segment(1, 1, {}), {an, products, visits}, kToday)); // only by hand

    QVERIFY(!isMet({ProfileFact::Tier, "Bạch kim"}));
    QVERIFY(!isMet({ProfileFact::Tier, ""}));
    an.tier = "BACH KIM";
    QVERIFY(isMet({ProfileFact::Tier, "Bạch kim"}));
    QVERIFY(!isMet({ProfileFact::Tier, "Vàng"}));

    ProductHeld savings;
    savings.product = "Tiết kiệm";
    products = {savings};
    QVERIFY(isMet({ProfileFact::Product, "tiet kiem"}));
    products.front().untilDay = kToday; // held no longer from that day
    QVERIFY(!isMet({ProfileFact::Product, "Tiết kiệm"}));
    products.front().untilDay = "2026-05-05";
    QVERIFY(isMet({ProfileFact::Product, "Tiết kiệm"}));
    products.front().sinceDay = "2026-05-05";
    QVERIFY(!isMet({ProfileFact::Product, "Tiết kiệm"}));
    products.front().sinceDay = kToday;
    QVERIFY(isMet({ProfileFact::Product, "Tiết kiệm"}));

    QVERIFY(!isMet({ProfileFact::Need, "wheelchair"}));
    an.needs = {Need::Hearing, Need::Wheelchair};
    QVERIFY(isMet({ProfileFact::Need, "wheelchair"}));
    QVERIFY(!isMet({ProfileFact::Need, "sight"}));

    visits = 11;
    QVERIFY(!isMet({ProfileFact::VisitsAtLeast, "", 12}));
    visits = 12;
    QVERIFY(isMet({ProfileFact::VisitsAtLeast, "", 12}));

    QVERIFY(!isMet({ProfileFact::LookedAfter}));
    an.lookedAfterByName = "Hội sở";
    QVERIFY(isMet({ProfileFact::LookedAfter}));
    an.lookedAfterByName.clear();
    an.lookedAfterBy = StaffId{4};
    QVERIFY(isMet({ProfileFact::LookedAfter}));

    // all of them
    const Segment both = segment(1, 1, {{ProfileFact::Tier, "Bạch kim"}, {ProfileFact::VisitsAtLeast, "", 12}});
    QVERIFY(meets(both, {an, products, visits}, kToday));
    visits = 3;
    QVERIFY(!meets(both, {an, products, visits}, kToday));
}

void TestRules::theHighestSegmentIsTaken()
{
    Customer an = person(1, "An");
    an.tier = "Vàng";
    an.birthDate = "1940-01-01";
    const std::vector<ProductHeld> none;
    const Segment gold = segment(3, 5, {{ProfileFact::Tier, "Vàng"}});
    const Segment goldToo = segment(2, 5, {{ProfileFact::Tier, "Vàng"}});
    const Segment old = segment(4, 9, {{ProfileFact::AgeAtLeast, "", 75}});
    const Segment byHand = segment(5, 99, {});
    QCOMPARE(segmentOf({gold, old, byHand}, {an, none}, kToday).value, 4);
    QCOMPARE(segmentOf({old, gold}, {an, none}, kToday).value, 4);
    QCOMPARE(segmentOf({gold, goldToo}, {an, none}, kToday).value, 2);
    QCOMPARE(segmentOf({goldToo, gold}, {an, none}, kToday).value, 2);
    QCOMPARE(segmentOf({byHand}, {an, none}, kToday).value, 0);
    QCOMPARE(segmentOf({}, {an, none}, kToday).value, 0);
}

void TestRules::agesAreByDay()
{
    const std::vector<ProductHeld> none;
    const auto is = [&](const std::string &born, ProfileFact fact, std::int64_t years) {
        Customer an = person(1, "An");
        an.birthDate = born;
        return meets(segment(1, 1, {{fact, "", years}}), {an, none}, kToday);
    };
    QVERIFY(is("1951-05-04", ProfileFact::AgeAtLeast, 75));
    QVERIFY(!is("1951-05-05", ProfileFact::AgeAtLeast, 75));
    QVERIFY(is("2020-05-05", ProfileFact::AgeUnder, 6));
    QVERIFY(!is("2020-05-04", ProfileFact::AgeUnder, 6));
    // of a year alone what is sure
    QVERIFY(is("1950", ProfileFact::AgeAtLeast, 75));
    QVERIFY(!is("1951", ProfileFact::AgeAtLeast, 75));
    QVERIFY(is("2021", ProfileFact::AgeUnder, 6));
    QVERIFY(!is("2020", ProfileFact::AgeUnder, 6));
    QVERIFY(!is("", ProfileFact::AgeAtLeast, 1));
    QVERIFY(!is("", ProfileFact::AgeUnder, 6));
    QVERIFY(!is("31/12/1950", ProfileFact::AgeAtLeast, 1));
}

void TestRules::consentsAreInForceFromGivenToWithdrawn()
{
    const std::vector<Consent> consents = {consent(1, ConsentPurpose::Greeting, 100, 200)};
    const auto isInForce
        = [&](ConsentPurpose purpose, TimeMs at) { return consentInForce(consents, purpose, at) != nullptr; };
    QVERIFY(!isInForce(ConsentPurpose::Greeting, 99));
    QVERIFY(isInForce(ConsentPurpose::Greeting, 100));
    QVERIFY(isInForce(ConsentPurpose::Greeting, 199));
    QVERIFY(!isInForce(ConsentPurpose::Greeting, 200));
    QVERIFY(!isInForce(ConsentPurpose::Offers, 150));
    QVERIFY(!consentInForce({}, ConsentPurpose::Profile, 150));
}

void TestRules::oneWithdrawalEndsEarlierConsents()
{
    using enum ConsentPurpose;
    // given twice, and the first of them withdrawn
    const std::vector<Consent> twice = {consent(1, Offers, 100, 300), consent(2, Offers, 200)};
    QCOMPARE(consentInForce(twice, Offers, 250)->id.value, 2);
    QVERIFY(!consentInForce(twice, Offers, 300));
    // given again afterwards
    const std::vector<Consent> again = {consent(3, Offers, 400), consent(1, Offers, 100, 300)};
    QVERIFY(!consentInForce(again, Offers, 399));
    QCOMPARE(consentInForce(again, Offers, 400)->id.value, 3);
    // of another purpose
    const std::vector<Consent> other = {consent(1, Offers, 100, 300), consent(2, Contact, 100)};
    QCOMPARE(consentInForce(other, Contact, 500)->id.value, 2);
}

void TestRules::anotherWordingAsksAgain()
{
    const std::vector<Consent> consents
        = {consent(1, ConsentPurpose::Profile, 100), consent(2, ConsentPurpose::Profile, 200)};
    QVERIFY(agreedTo(consents, ConsentPurpose::Profile, "v1", 150));
    QVERIFY(!agreedTo(consents, ConsentPurpose::Profile, "v2", 150));
    QVERIFY(agreedTo(consents, ConsentPurpose::Profile, "v2", 250));
    QVERIFY(!agreedTo(consents, ConsentPurpose::Profile, "v1", 250));
    QVERIFY(!agreedTo(consents, ConsentPurpose::Offers, "v1", 150));
}

void TestRules::completenessSaysWhatIsMissing()
{
    using enum ProfileField;
    using Fields = std::vector<ProfileField>;
    Customer an = person(1, "");
    Completeness complete = completenessOf(an, {}, kNow);
    QCOMPARE(complete.percent, 0);
    QVERIFY((complete.missing == Fields{Name, Phone, Document, BirthDate, Address, Preferences, Consents}));

    an.name = "An";
    an.birthDate = "1990"; // a year is no birth date
    with(an, IdentifierKind::Phone, "+84912345678");
    with(an, IdentifierKind::Card, "4111111111111111"); // proves nobody's name
    complete = completenessOf(an, {}, kNow);
    QCOMPARE(complete.percent, 28);
    QVERIFY((complete.missing == Fields{Document, BirthDate, Address, Preferences, Consents}));

    an.birthDate = "1990-05-17";
    an.address = "Hà Nội";
    an.preferences.channel = Channel::Phone;
    with(an, IdentifierKind::Passport, "B1234567");
    const std::vector<Consent> withdrawn = {consent(1, ConsentPurpose::Profile, 100, 200)};
    complete = completenessOf(an, withdrawn, kNow);
    QCOMPARE(complete.percent, 85);
    QVERIFY((complete.missing == Fields{Consents}));
    QCOMPARE(completenessOf(an, {consent(1, ConsentPurpose::Profile, 100)}, kNow).percent, 100);
}

void TestRules::likelyDuplicatesOfTwo_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QByteArray>("expected");
    // name, phone, citizen card, birth date
    const auto row = [](const char *name, const char *one, const char *other, const char *expected) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other) << QByteArray(expected);
    };
    row("nothing agrees", "Nguyễn Văn An|1|1|1990-05-17", "Lê Thị Bình|2|2|1991-01-01", "");
    row("nothing is known", "|||", "|||", "");
    row("one document", "Nguyễn Văn An||1|", "Lê Thị Bình||1|", "document strong");
    row("one document, whatever else differs", "Nguyễn Văn An|1|1|1990-05-17", "Lê Thị Bình|2|1|1991-01-01",
        "document strong");
    row("one phone alone", "Nguyễn Văn An|1||", "Lê Thị Bình|1||", "");
    row("one phone, a couple with one word in common", "Nguyễn Văn An|1||", "Nguyễn Thị Bình|1||", "");
    row("one phone, father and son", "Nguyễn Văn An|1||1960-05-17", "Nguyễn Văn Anh|1||1990-05-17", "");
    row("one phone, two children", "Nguyễn Thị Lan||", "Nguyễn Thị Lan Anh||", "");
    row("one phone and name", "Nguyễn Văn An|1||", "NGUYEN VAN AN|1||", "phone,name strong");
    row("one phone and a name much alike", "Nguyễn Văn Hoàng|1||", "Nguyễn Văn Hoàn|1||", "phone,name");
    row("one phone, name and birth date", "Lê An|1||1990-05-17", "Lê An|1||1990-05-17",
        "phone,name,birthDate strong");
    row("one phone and name, another birth date", "Lê An|1||1990-05-17", "Lê An|1||1990-05-07", "phone,name");
    row("one phone and name, another card", "Lê An|1|1|", "Lê An|1|2|", "phone,name");
    row("one phone and name, another card and birth date", "Lê An|1|1|1990-05-17", "Lê An|1|2|1960-05-17", "");
    row("one name and birth date", "Lê An|1||1990-05-17", "Le An|2||1990-05-17", "name,birthDate");
    row("one name and birth date, other cards", "Lê An||1|1990-05-17", "Lê An||2|1990-05-17", "");
    row("one name and year", "Lê An|||1990", "Lê An|||1990", "");
    row("one name alone", "Lê An|||", "Lê An|||", "");
    row("one word of a name and a phone", "An|1||", "Lê An|1||", "");
}

void TestRules::likelyDuplicatesOfTwo()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, other);
    QFETCH(const QByteArray, expected);
    const auto made = [](std::int64_t id, const QByteArray &text) {
        const QByteArrayList parts = text.split('|');
        Customer customer = person(id, parts.at(0).toStdString());
        if (!parts.value(1).isEmpty())
            with(customer, IdentifierKind::Phone, parts.at(1).toStdString());
        if (!parts.value(2).isEmpty())
            with(customer, IdentifierKind::CitizenCard, parts.at(2).toStdString());
        customer.birthDate = parts.value(3).toStdString();
        return customer;
    };
    QCOMPARE(said(likelyDuplicate(made(1, one), made(2, other))), expected.toStdString());
    QCOMPARE(said(likelyDuplicate(made(2, other), made(1, one))), expected.toStdString());
}

void TestRules::likelyDuplicatesAreOrdered()
{
    Customer an = person(5, "Lê An");
    with(an, IdentifierKind::Phone, "1");
    an.birthDate = "1990-05-17";
    std::vector<Customer> candidates = {an};
    for (std::int64_t id = 20; id > 10; --id) {
        Customer other = person(id, "Lê An");
        other.birthDate = "1990-05-17";
        if (id % 4 == 0)
            with(other, IdentifierKind::Phone, "1");
        candidates.push_back(other);
        candidates.push_back(other); // found by name and by phone
    }
    std::string text;
    for (const LikelyDuplicate &found : likelyDuplicates(an, candidates))
        text += std::to_string(found.customer.value) + (found.isStrong ? "! " : " ");
    QCOMPARE(text, std::string("12! 16! 20! 11 13 "));
}

void TestRules::signalsOfOpenItemsAndScores()
{
    CustomerRecord record = regular(5);
    QCOMPARE(said(signalsOf(record, kNow)), std::string());

    Happening score;
    score.kind = HappeningKind::Score;
    score.score = 2;
    score.atMs = kNow - 20 * kDayMs;
    record.happenings = {score};
    QCOMPARE(said(signalsOf(record, kNow)), std::string("lowScore"));
    score.score = 4;
    score.atMs = kNow - kDayMs;
    record.happenings.insert(record.happenings.begin(), score);
    QCOMPARE(said(signalsOf(record, kNow)), std::string());

    OpenItem item;
    item.kind = OpenItemKind::Promise;
    item.dueMs = kNow + 1;
    record.openItems = {item};
    QCOMPARE(said(signalsOf(record, kNow)), std::string());
    QCOMPARE(said(signalsOf(record, kNow + 2)), std::string("latePromise"));
    record.openItems.front().state = OpenItemState::Kept;
    QCOMPARE(said(signalsOf(record, kNow + 2)), std::string());
    item.kind = OpenItemKind::Complaint;
    record.openItems = {item};
    QCOMPARE(said(signalsOf(record, kNow + 2)), std::string("openComplaint"));
    item.kind = OpenItemKind::Blocker;
    record.openItems = {item};
    QCOMPARE(said(signalsOf(record, kNow + 2)), std::string());
}

void TestRules::signalsOfVisits()
{
    CustomerRecord record;
    QCOMPARE(said(signalsOf(record, kNow)), std::string("firstVisit"));
    record.visits = {visit(9, 0, StepOutcome::Open)}; // the one just made
    record.visitsEver = 1;
    QCOMPARE(said(signalsOf(record, kNow)), std::string("firstVisit"));
    record.visits.push_back(visit(8, 3, StepOutcome::NoShow));
    record.visitsEver = 2;
    QCOMPARE(said(signalsOf(record, kNow)), std::string("firstVisit missedTurns"));
    record.visitsEver = 60; // more than the record holds
    QCOMPARE(said(signalsOf(record, kNow)), std::string("missedTurns"));
    record.visits.insert(record.visits.begin() + 1, {visit(12, 0), visit(11, 1), visit(10, 2)});
    QCOMPARE(said(signalsOf(record, kNow)), std::string()); // the fourth last
    record.visits[1].reached = GoalReached::No;
    QCOMPARE(said(signalsOf(record, kNow)), std::string("goalNotReached"));
    record.visits[1].reached = GoalReached::Partly;
    record.visits[2].reached = GoalReached::No; // not the last
    QCOMPARE(said(signalsOf(record, kNow)), std::string());
    // a visit of two steps that missed one of them
    EarlierStep second = record.visits[1];
    second.outcome = StepOutcome::NoShow;
    record.visits.insert(record.visits.begin() + 1, second);
    QCOMPARE(said(signalsOf(record, kNow)), std::string("missedTurns"));
}

void TestRules::whoComesLess()
{
    QCOMPARE(said(signalsOf(regular(5), kNow)), std::string());
    QCOMPARE(said(signalsOf(regular(91), kNow)), std::string("comesLess"));
    QCOMPARE(said(signalsOf(regular(40), kNow)), std::string()); // five of the nine that were to be
    CustomerRecord record = regular(91);
    record.visits.insert(record.visits.begin(), visit(99, 0, StepOutcome::Open)); // is here now
    QCOMPARE(said(signalsOf(record, kNow)), std::string("comesLess"));
    // comes every two months: nothing can be said of none in three
    CustomerRecord seldom;
    for (std::int64_t i = 0; i < 5; ++i)
        seldom.visits.push_back(visit(i + 1, 95 + i * 60));
    seldom.visitsEver = 5;
    QCOMPARE(said(signalsOf(seldom, kNow)), std::string());
    // came often for a month, four months ago
    CustomerRecord recent;
    for (std::int64_t i = 0; i < 20; ++i)
        recent.visits.push_back(visit(i + 1, 120 + i));
    recent.visitsEver = 20;
    QCOMPARE(said(signalsOf(recent, kNow)), std::string()); // known for less than half a year
}

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
