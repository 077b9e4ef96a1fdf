// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/card.h"
#include "tests/base/show.h"
#include "tests/customer/people.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

FieldTable all(FieldAccess access)
{
    FieldTable table{};
    table.fill(access);
    return table;
}

FieldTable allBut(ProfileField field, FieldAccess access)
{
    FieldTable table = all(FieldAccess::Shown);
    table.at(static_cast<std::size_t>(field)) = access;
    return table;
}

CardView view(const FieldTable &access)
{
    CardView made;
    made.access = access;
    made.nowMs = kNow;
    made.today = kToday;
    made.duplicates = {{CustomerId{77}, "Nguyễn Văn Anh", "phone,name", false}};
    return made;
}

Happening happening(HappeningKind kind)
{
    Happening made;
    made.kind = kind;
    made.atMs = kNow - kDayMs;
    made.amount = 5'000'000;
    made.reference = "GD20260503001";
    made.score = 1;
    return made;
}

CustomerRecord wholeRecord()
{
    CustomerRecord record;
    Customer &an = record.customer = person(5, "Nguyễn Văn An");
    with(an, IdentifierKind::Phone, "+84912345678");
    with(an, IdentifierKind::CitizenCard, "079090001234");
    with(an, IdentifierKind::CustomerNumber, "KH000123");
    with(an, IdentifierKind::Card, "4111111111111111");
    an.birthDate = "1990-05-17";
    an.address = "12 Lê Lợi, Phường Bến Nghé, TP. Hồ Chí Minh";
    an.needs = {Need::Hearing};
    an.preferences.wishes = "gọi sau giờ làm";
    an.tier = "Vàng";
    an.segment = SegmentId{3};
    for (std::int64_t i = 0; i < 12; ++i)
        record.visits.push_back(visit(20 - i, i + 1));
    record.visits.insert(record.visits.begin(), visit(30, 0, StepOutcome::Open));
    record.visits[1].reached = GoalReached::No;
    record.visitsInYear = 13;
    record.visitsEver = 40;
    record.happenings = {happening(HappeningKind::Purchase), happening(HappeningKind::Transaction),
                         happening(HappeningKind::Conversation), happening(HappeningKind::Score),
                         happening(HappeningKind::Declined)};
    CustomerNote note;
    note.text = "thích nói chuyện";
    CustomerNote forSupervisors = note;
    forSupervisors.isForSupervisors = true;
    CustomerNote removed = note;
    removed.removedMs = kNow;
    record.notes = {note, forSupervisors, removed};
    OpenItem promise;
    promise.dueMs = kNow - 1;
    OpenItem kept = promise;
    kept.state = OpenItemState::Kept;
    record.openItems = {promise, kept};
    record.stages = {{{}, "Vay mua nhà", Stage::Awareness, 1},
                     {{}, "Tiết kiệm", Stage::Retention, 2},
                     {{}, "Vay mua nhà", Stage::Decision, 3}};
    ProductHeld held{{}, "Tiết kiệm", "0101234567890", "2020-01-01", ""};
    ProductHeld ended{{}, "Thẻ", "0101234567891", "2020-01-01", "2021-01-01"};
    record.products = {held, ended};
    Consent consent;
    consent.givenMs = 1;
    record.consents = {consent};
    return record;
}

std::string values(const CustomerCard &card)
{
    std::string text;
    for (const Identifier &identifier : card.customer.identifiers)
        text += (text.empty() ? "" : "; ") + identifier.value;
    return text;
}

bool hides(const CustomerCard &card, ProfileField field)
{
    return std::find(card.hidden.begin(), card.hidden.end(), field) != card.hidden.end();
}

} // namespace

class TestCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSeesAllSeesAll();
    void whoSeesNothingSeesNothing();
    void masksAreSaid();
    void eachFieldIsLeftOutByItself();
    void namesAreHiddenUntilTheCall();
    void boundsOfLists();
};

void TestCard::whoSeesAllSeesAll()
{
    const CustomerCard card = cardFor(wholeRecord(), view(all(FieldAccess::Shown)));
    QCOMPARE(card.customer.name, std::string("Nguyễn Văn An"));
    QCOMPARE(card.givenName, std::string("An"));
    QCOMPARE(values(card), std::string("+84912345678; 079090001234; KH000123; 4111111111111111"));
    QCOMPARE(card.customer.birthDate, std::string("1990-05-17"));
    QVERIFY(card.hidden.empty() && card.masked.empty() && !card.isNameHidden);
    QCOMPARE(card.visits.size(), std::size_t(10));
    QCOMPARE(card.visits.front().ticket.value, 20); // the open one is no history
    QCOMPARE(card.visitsEver, 40);
    QCOMPARE(card.happenings.size(), std::size_t(5));
    QCOMPARE(card.happenings.front().amount, 5'000'000);
    QCOMPARE(card.happenings.front().reference, std::string("GD20•••••3001")); // for everybody
    QCOMPARE(card.notes.size(), std::size_t(2));
    QCOMPARE(card.openItems.size(), std::size_t(1));
    QCOMPARE(card.stages.size(), std::size_t(2));
    QVERIFY(card.stages.front().stage == Stage::Decision);
    QCOMPARE(card.products.size(), std::size_t(1));
    QCOMPARE(card.products.front().reference, std::string("0101•••••7890"));
    QCOMPARE(card.consents.size(), std::size_t(1));
    QCOMPARE(card.duplicates.front().name, std::string("Nguyễn Văn Anh"));
    QCOMPARE(card.completePercent, 85);
    QVERIFY(card.missing == std::vector<ProfileField>{ProfileField::Preferences});
    QVERIFY((card.signals == std::vector<Signal>{Signal::LowScore, Signal::LatePromise, Signal::GoalNotReached}));
}

void TestCard::whoSeesNothingSeesNothing()
{
    const CustomerCard card = cardFor(wholeRecord(), view({}));
    CustomerCard expected;
    expected.customer.id = CustomerId{5};
    expected.completePercent = 85;
    for (std::size_t i = 0; i < names(ProfileField{}).size(); ++i)
        expected.hidden.push_back(static_cast<ProfileField>(i));
    expected.duplicates = {{CustomerId{77}, "", "phone,name", false}};
    QVERIFY(card == expected);
}

void TestCard::masksAreSaid()
{
    const CustomerCard card = cardFor(wholeRecord(), view(all(FieldAccess::Masked)));
    QCOMPARE(card.customer.name, std::string("An"));
    QCOMPARE(values(card), std::string("+84 ••• ••• 678; 0790••••1234; KH000123; •••• 1111"));
    QCOMPARE(card.customer.birthDate, std::string("1990"));
    QCOMPARE(card.customer.address, std::string("TP. Hồ Chí Minh"));
    QCOMPARE(card.happenings.front().amount, 0);
    QCOMPARE(card.duplicates.front().name, std::string("Anh"));
    using enum ProfileField;
    QVERIFY((card.masked
             == std::vector<ProfileField>{Name, Phone, Document, CustomerNumber, BirthDate, Address, Purchases,
                                          Transactions, Conversations, Scores}));
    QVERIFY(card.hidden.empty());
    // what is not there is not masked
    CustomerRecord bare;
    bare.customer.birthDate = "1990";
    QVERIFY(cardFor(bare, view(all(FieldAccess::Masked))).masked.empty());
    bare.customer.address = "Hà Nội"; // of one part nothing is said
    QVERIFY(cardFor(bare, view(all(FieldAccess::Masked))).customer.address.empty());
}

void TestCard::eachFieldIsLeftOutByItself()
{
    const CustomerRecord record = wholeRecord();
    const CustomerCard whole = cardFor(record, view(all(FieldAccess::Shown)));
    const auto without
        = [&](ProfileField field) { return cardFor(record, view(allBut(field, FieldAccess::None))); };
    // what a card without one field must be, made from the whole one
    const std::vector<std::pair<ProfileField, std::function<void(CustomerCard &)>>> cuts = {
        {ProfileField::Name,
         [](CustomerCard &c) { c.customer.name = c.givenName = c.duplicates.front().name = ""; }},
        {ProfileField::Phone,
         [](CustomerCard &c) { c.customer.identifiers.erase(c.customer.identifiers.begin()); }},
        {ProfileField::Document,
         [](CustomerCard &c) {
             auto &list = c.customer.identifiers;
             list = {list[0], list[2]};
         }},
        {ProfileField::CustomerNumber,
         [](CustomerCard &c) { c.customer.identifiers.erase(c.customer.identifiers.begin() + 2); }},
        {ProfileField::BirthDate, [](CustomerCard &c) { c.customer.birthDate.clear(); }},
        {ProfileField::Address, [](CustomerCard &c) { c.customer.address.clear(); }},
        {ProfileField::Needs, [](CustomerCard &c) { c.customer.needs.clear(); }},
        {ProfileField::Preferences,
         [](CustomerCard &c) {
             c.customer.preferences = {};
             c.missing.clear();
         }},
        {ProfileField::Tier,
         [](CustomerCard &c) {
             c.customer.tier.clear();
             c.customer.segment = {};
         }},
        {ProfileField::Visits,
         [](CustomerCard &c) {
             c.visits.clear();
             c.servedBy.clear();
             c.visitsInYear = c.visitsEver = 0;
             c.signals.pop_back();
         }},
        {ProfileField::Purchases,
         [](CustomerCard &c) {
             c.happenings.erase(c.happenings.begin());
             c.products.clear();
             c.stages.clear();
         }},
        {ProfileField::Transactions, [](CustomerCard &c) { c.happenings.erase(c.happenings.begin() + 1); }},
        {ProfileField::Conversations,
         [](CustomerCard &c) {
             auto &list = c.happenings;
             list = {list[0], list[1], list[3]};
         }},
        {ProfileField::Notes, [](CustomerCard &c) { c.notes.erase(c.notes.begin()); }},
        {ProfileField::SupervisorNotes, [](CustomerCard &c) { c.notes.pop_back(); }},
        {ProfileField::OpenItems,
         [](CustomerCard &c) {
             c.openItems.clear();
             c.signals.erase(c.signals.begin() + 1);
         }},
        {ProfileField::Scores,
         [](CustomerCard &c) {
             c.happenings.erase(c.happenings.begin() + 3);
             c.signals.erase(c.signals.begin());
         }},
        {ProfileField::Consents, [](CustomerCard &c) { c.consents.clear(); }},
    };
    QCOMPARE(cuts.size(), names(ProfileField{}).size());
    for (const auto &[field, cut] : cuts) {
        CustomerCard expected = whole;
        cut(expected);
        expected.hidden = {field};
        QVERIFY2(without(field) == expected, std::string(names(field).at(static_cast<std::size_t>(field))).c_str());
    }
}

void TestCard::namesAreHiddenUntilTheCall()
{
    CardView hiding = view(all(FieldAccess::Shown));
    hiding.hidesName = true;
    const CustomerCard card = cardFor(wholeRecord(), hiding);
    CustomerCard expected = cardFor(wholeRecord(), view(all(FieldAccess::Shown)));
    expected.isNameHidden = true;
    expected.customer.name = expected.givenName = expected.customer.birthDate = expected.customer.address = "";
    expected.customer.identifiers.clear();
    expected.duplicates.clear();
    QVERIFY(card == expected); // needs and history stay
    QVERIFY(!hides(card, ProfileField::Name)); // it comes with the call
}

void TestCard::boundsOfLists()
{
    CustomerRecord record = wholeRecord();
    record.happenings.assign(60, happening(HappeningKind::Conversation));
    const CustomerCard card = cardFor(record, view(all(FieldAccess::Shown)));
    QCOMPARE(card.happenings.size(), std::size_t(20));
    QCOMPARE(card.servedBy.size(), std::size_t(5));
    QCOMPARE(card.servedBy.front().value, record.visits[1].staff.value);
    for (std::size_t i = 0; i < 5; ++i)
        QCOMPARE(std::count(card.servedBy.begin(), card.servedBy.end(), card.servedBy[i]), 1);
}

QTEST_APPLESS_MAIN(TestCard)
#include "tst_card.moc"
