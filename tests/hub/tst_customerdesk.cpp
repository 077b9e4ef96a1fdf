// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/customerhub.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace tiepdon;
using namespace tiepdon::test;

/// Profiles over the wire: who sees what, what is written, what is on disk of it.
class TestCustomerDesk : public QObject
{
    Q_OBJECT

private:
    const Invented m_thao;

private Q_SLOTS:
    void isFoundByNameNumberAndTicket();
    void aRoleSeesItsFields();
    void aTellerOpensTheirOwnAlone();
    void aCardIsAuditedOnceForAVisit();
    void namesAreHiddenUntilTheCall();
    void aFieldIsRevealedWithAReason();
    void twoChangesNeverCross();
    void theSameOperationHasOneAnswer();
    void somebodyThereAlreadyIsSaid();
    void twoPeopleMayHaveOnePhone();
    void aVisitBecomesTheCustomers();
    void aLinkCorrectedAtOnceTakesAllAlong();
    void whomOneServedOneMayLookAtAfterwards();
    void nobodyGivesThemselvesAGrade();
    void aNumberRemovedIsNoOther();
    void longNotesDoNotCutTheLine();
    void aGoalIsSetAndReached();
    void notesAreTheirAuthors();
    void promisesHaveOneOwner();
    void consentsAreGivenAndWithdrawn();
    void whatCannotBeReadIsRefused();
    void nothingPersonalIsWhereItDoesNotBelong();
};

void TestCustomerDesk::isFoundByNameNumberAndTicket()
{
    CustomerHub all;
    QVERIFY(all.isReady);
    const std::int64_t customer = all.add(m_thao.customer());
    QVERIFY(customer > 1'000'000'000);
    const std::int64_t ticket = all.ticket({{"customer", customer}});
    QVERIFY(ticket > 0);
    const auto hitsOf = [&](const std::string &text) {
        return CustomerHub::result(all.ask(kTeller, "findCustomers", {{"text", text}, {"limit", 20}}))["hits"];
    };
    for (const std::string text : {"bich thao", "thao nguyen", "Nguyễn Thị Bích Thảo", "0912 345 678",
                                   "+84912345678", "345678", "079095001234", "KH00042"}) {
        Json hits = hitsOf(text);
        QVERIFY2(hits.size() == 1, text.c_str());
        QCOMPARE(hits[0].value("customer", std::int64_t{0}), customer);
        QCOMPARE(hits[0].value("ticket", std::int64_t{0}), ticket);
        QCOMPARE(hits[0].value("name", std::string()), m_thao.name);
        QVERIFY(hits[0].value("phone", std::string()).find("345") == std::string::npos);
        QCOMPARE(hits[0].value("document", std::string()), "0790••••1234");
        QCOMPARE(hits[0].value("birthYear", std::string()), "1950");
    }
    Json byTicket = hitsOf("A1");
    QVERIFY(!byTicket.empty());
    QCOMPARE(byTicket[0].value("foundBy", std::string()), "ticket");
    QCOMPARE(byTicket[0].value("customer", std::int64_t{0}), customer);
    QVERIFY(hitsOf("thao tran").empty());
    QVERIFY(hitsOf("").empty());

    Json searches = all.audit("profileSearched");
    QCOMPARE(searches.size(), std::size_t{10});
    QCOMPARE(searches[0].value("detail", std::string()), "kind=name hits=0");
    QCOMPARE(codeOf(all.ask(kTeller, "findCustomers", {{"text", "x"}, {"limit", 51}})), "InvalidParams");

    // a card's code is a search and what a new profile needs
    Json scanned = CustomerHub::result(all.ask(
        kTeller, "findCustomers",
        {{"text", "079095001234||Nguyễn Thị Bích Thảo|17051950|Nữ|12 Hàng Bài, Hà Nội|01012021"}, {"limit", 5}}));
    QCOMPARE(scanned["hits"].size(), std::size_t{1});
    QCOMPARE(scanned["scanned"].value("name", std::string()), m_thao.name);
    QCOMPARE(scanned["scanned"].value("sex", std::string()), "f");
}

void TestCustomerDesk::aRoleSeesItsFields()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    QCOMPARE(codeOf(all.change(kBoss, "saveNote",
                               {{"customer", customer}, {"department", "counter"}, {"text", "thích nói chậm"}})),
             "");
    QCOMPARE(codeOf(all.change(kBoss, "saveNote",
                               {{"customer", customer},
                                {"department", "management"},
                                {"isForSupervisors", true},
                                {"text", "riêng cho trưởng ca"}})),
             "");
    const auto cardOf = [&](StaffId staff) {
        all.ask(staff, "findCustomers", {{"text", m_thao.name}, {"limit", 5}});
        return CustomerHub::result(all.ask(staff, "customerCard", {{"customer", customer}}))["card"];
    };
    const auto valueOf = [](const Json &card, const std::string &kind) {
        for (const Json &each : card["customer"]["identifiers"]) {
            if (each["kind"] == kind)
                return each.value("value", std::string());
        }
        return std::string("none");
    };
    Json teller = cardOf(kTeller);
    QCOMPARE(teller["customer"].value("name", std::string()), m_thao.name);
    QCOMPARE(valueOf(teller, "phone"), "+84 ••• ••• 678");
    QCOMPARE(valueOf(teller, "citizenCard"), "0790••••1234");
    QCOMPARE(valueOf(teller, "customerNumber"), m_thao.number);
    QCOMPARE(teller["customer"].value("birthDate", std::string()), "1950");
    QCOMPARE(teller["notes"].size(), std::size_t{1});

    Json greeter = cardOf(kGreeter);
    QCOMPARE(greeter["customer"].value("name", std::string()), m_thao.name);
    QCOMPARE(greeter["customer"]["needs"].size(), std::size_t{1});
    QCOMPARE(valueOf(greeter, "citizenCard"), "none");
    QCOMPARE(valueOf(greeter, "customerNumber"), "none");
    QCOMPARE(greeter["customer"].value("birthDate", std::string()), "");
    QVERIFY(greeter["notes"].empty());

    Json boss = cardOf(kBoss);
    QCOMPARE(boss["notes"].size(), std::size_t{2});
    QCOMPARE(valueOf(boss, "phone"), "+84 ••• ••• 678");

    // what a role does not see it does not change either
    QCOMPARE(codeOf(all.change(kGreeter, "changeCustomer",
                               {{"customer", customer}, {"revision", 1}, {"address", "12 Hàng Bài"}})),
             "NotAllowed");
    QCOMPARE(codeOf(all.ask(kAuditor, "customerCard", {{"customer", customer}})), "NotAllowed");
}

void TestCustomerDesk::aTellerOpensTheirOwnAlone()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    const std::int64_t mine = all.ticket();
    const std::int64_t theirs = all.ticket();
    const std::int64_t later = all.ticket();
    // the next at both counters: whoever calls first
    QCOMPARE(codeOf(all.card(kTeller, mine)), "");
    QCOMPARE(codeOf(all.card(kOtherTeller, mine)), "");
    QCOMPARE(codeOf(all.card(kTeller, theirs)), "NotAllowed");
    QCOMPARE(all.call(kTeller, 1), mine);
    QCOMPARE(all.call(kOtherTeller, 2), theirs);
    QCOMPARE(codeOf(all.card(kTeller, mine)), "");
    QCOMPARE(codeOf(all.card(kOtherTeller, mine)), "NotAllowed");
    QCOMPARE(codeOf(all.card(kTeller, theirs)), "NotAllowed");
    QCOMPARE(codeOf(all.card(kTeller, later)), ""); // next again
    QCOMPARE(codeOf(all.card(kGreeter, theirs)), "");
    QCOMPARE(codeOf(all.card(kTeller, 999)), "UnknownTicket");

    // somebody by id alone only when a search named them
    const auto byId = [&](std::string_view method, Json params) {
        params["customer"] = customer;
        return codeOf(all.ask(kTeller, method, params));
    };
    Json reveal{{"field", "phone"}, {"reason", "call"}};
    QCOMPARE(byId("customerCard", Json::object()), "NotAllowed");
    QCOMPARE(byId("customerTimeline", {{"limit", 10}}), "NotAllowed");
    QCOMPARE(byId("revealField", reveal), "NotAllowed");
    QCOMPARE(all.link(kTeller, mine, customer), "NotAllowed");
    QCOMPARE(codeOf(all.ask(kTeller, "findCustomers", {{"text", "thao"}, {"limit", 5}})), "");
    QCOMPARE(byId("customerCard", Json::object()), "");
    QCOMPARE(byId("customerTimeline", {{"limit", 10}}), "");
    QCOMPARE(byId("revealField", reveal), "");
    QCOMPARE(all.link(kTeller, theirs, customer), "NotAllowed");
    QCOMPARE(all.link(kTeller, mine, customer), "");
    // the other one found nobody
    QCOMPARE(codeOf(all.ask(kOtherTeller, "customerCard", {{"customer", customer}})), "NotAllowed");
    QVERIFY(all.audit("refused").size() >= 8);
}

void TestCustomerDesk::aCardIsAuditedOnceForAVisit()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    const std::int64_t ticket = all.ticket({{"customer", customer}});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(codeOf(all.card(kTeller, ticket)), "");
    QCOMPARE(all.audit("profileRead").size(), std::size_t{1});
    QCOMPARE(codeOf(all.card(kOtherTeller, ticket)), "");
    Json both = all.audit("profileRead");
    QCOMPARE(both.size(), std::size_t{2});
    QCOMPARE(both[0].value("subject", std::string()), "customer " + std::to_string(customer));
    QCOMPARE(both[0].value("actor", std::int64_t{0}), kOtherTeller.value);
    QCOMPARE(both[0].value("detail", std::string()), "ticket=" + std::to_string(ticket));
    // one that was looked for is read each time
    all.ask(kTeller, "findCustomers", {{"text", "thao"}, {"limit", 5}});
    for (int i = 0; i < 2; ++i)
        QCOMPARE(codeOf(all.ask(kTeller, "customerCard", {{"customer", customer}})), "");
    QCOMPARE(all.audit("profileRead").size(), std::size_t{4});
    // of a ticket of nobody known nothing of a profile is read
    const std::int64_t nobodys = all.ticket();
    QCOMPARE(codeOf(all.card(kGreeter, nobodys)), "");
    QCOMPARE(all.audit("profileRead").size(), std::size_t{4});
}

void TestCustomerDesk::namesAreHiddenUntilTheCall()
{
    BranchSetup setup = smallBranch();
    setup.settings.hidesNamesBeforeCall = true;
    CustomerHub all(setup);
    QVERIFY(all.isReady);
    const std::int64_t customer = all.add(m_thao.customer());
    const std::int64_t ticket = all.ticket({{"customer", customer}});
    Json before = CustomerHub::result(all.card(kTeller, ticket))["card"];
    QVERIFY(before.value("isNameHidden", false));
    QCOMPARE(before["customer"].value("name", std::string()), "");
    QVERIFY(before["customer"]["identifiers"].empty());
    QCOMPARE(before["customer"].value("birthDate", std::string()), "");
    QCOMPARE(before["customer"]["needs"].size(), std::size_t{1});
    // nor by the id the stream says, nor by the number on paper
    QCOMPARE(codeOf(all.ask(kTeller, "customerCard", {{"customer", customer}})), "NotAllowed");
    QCOMPARE(
        codeOf(all.ask(kTeller, "revealField", {{"customer", customer}, {"field", "phone"}, {"reason", "call"}})),
        "NotAllowed");
    Json hit
        = CustomerHub::result(all.ask(kTeller, "findCustomers", {{"text", "A00001"}, {"limit", 5}}))["hits"][0];
    QCOMPARE(hit.value("name", std::string()), "");
    QCOMPARE(hit.value("customer", std::int64_t{0}), 0);
    QCOMPARE(codeOf(all.ask(kTeller, "customerCard", {{"customer", customer}})), "NotAllowed");
    // nor by who came in, nor by what is promised them
    QCOMPARE(codeOf(all.ask({}, "reportArrival",
                            {{"kind", "phone"}, {"value", m_thao.phone}, {"source", "cardReader"}}, kSensor)),
             "");
    Json arrival = CustomerHub::result(all.ask(kTeller, "arrivals"))["arrivals"][0];
    QCOMPARE(arrival.value("name", std::string()), "");
    QCOMPARE(codeOf(all.change(kBoss, "addOpenItem",
                               {{"kind", "callBack"},
                                {"customer", customer},
                                {"department", "care"},
                                {"text", "gọi lại"},
                                {"dueMs", kMorningMs + kDayMs}})),
             "");
    Json item
        = CustomerHub::result(all.ask(kTeller, "openItems", {{"withEnded", false}, {"limit", 5}}))["items"][0];
    QCOMPARE(item.value("name", std::string()), "");
    QCOMPARE(item["item"].value("customer", std::int64_t{0}), 0);
    QCOMPARE(codeOf(all.ask(kTeller, "customerCard", {{"customer", customer}})), "NotAllowed");
    // and a search for a name says no number
    Json named
        = CustomerHub::result(all.ask(kOtherTeller, "findCustomers", {{"text", "thao"}, {"limit", 5}}))["hits"];
    QCOMPARE(named[0].value("ticket", std::int64_t{0}), 0);
    // who runs the floor sees them
    QCOMPARE(CustomerHub::result(all.card(kGreeter, ticket))["card"]["customer"]["name"].get<std::string>(),
             m_thao.name);
    QCOMPARE(all.call(kTeller, 1), ticket);
    Json after = CustomerHub::result(all.card(kTeller, ticket))["card"];
    QVERIFY(!after.value("isNameHidden", false));
    QCOMPARE(after["customer"].value("name", std::string()), m_thao.name);
}

void TestCustomerDesk::aFieldIsRevealedWithAReason()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    const auto reveal = [&](StaffId staff, const std::string &field) {
        return all.ask(staff, "revealField",
                       {{"customer", customer}, {"field", field}, {"reason", "confirmIdentity"}});
    };
    Json phone = CustomerHub::result(reveal(kBoss, "phone"));
    QCOMPARE(phone["identifiers"].size(), std::size_t{1});
    QCOMPARE(phone["identifiers"][0].value("value", std::string()), "+84912345678");
    QCOMPARE(phone.value("birthDate", std::string()), "");
    Json document = CustomerHub::result(reveal(kOffice, "document"));
    QCOMPARE(document["identifiers"].size(), std::size_t{1});
    QCOMPARE(document["identifiers"][0].value("value", std::string()), m_thao.document);
    QCOMPARE(CustomerHub::result(reveal(kBoss, "birthDate"))["birthDate"].get<std::string>(), m_thao.birthDate);
    QCOMPARE(codeOf(reveal(kBoss, "name")), "InvalidParams");
    QCOMPARE(codeOf(reveal(kGreeter, "phone")), "NotAllowed");
    Json entries = all.audit("fieldRevealed");
    QCOMPARE(entries.size(), std::size_t{3});
    QCOMPARE(entries[2].value("detail", std::string()), "field=phone reason=confirmIdentity");
    QCOMPARE(entries[2].value("actor", std::int64_t{0}), kBoss.value);
}

void TestCustomerDesk::twoChangesNeverCross()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    // both from revision 1, sent before either is answered
    RawClient &one = all.of(kOffice);
    RawClient &other = all.of(kGreeter);
    one.send("changeCustomer",
             with({{"customer", customer}, {"revision", 1}, {"address", "1 Tràng Tiền"}}, "crossing-1:1"));
    other.send("changeCustomer",
               with({{"customer", customer}, {"revision", 1}, {"language", "en"}}, "crossing-2:1"));
    QVERIFY(answered(one));
    QVERIFY(answered(other));
    const std::string first = codeOf(*one.answer());
    const std::string second = codeOf(*other.answer());
    QVERIFY2((first.empty() && second == "CustomerChanged") || (second.empty() && first == "CustomerChanged"),
             (first + " and " + second).c_str());
    Json refused = first.empty() ? *other.answer() : *one.answer();
    QCOMPARE(refused["error"]["data"]["detail"].value("revision", std::string()), "2");
    // many at once about one customer, each on top of the one before
    for (int i = 0; i < 20; ++i) {
        one.send("addIdentifier",
                 with({{"customer", customer}, {"kind", "phone"}, {"value", "09123000" + std::to_string(10 + i)}},
                      "crossing-1:" + std::to_string(2 + i)));
    }
    QVERIFY(answered(one));
    QVERIFY(QTest::qWaitFor([&] { return one.received.size() >= 22; }, 10000));
    Json phones = CustomerHub::result(
        all.ask(kBoss, "revealField", {{"customer", customer}, {"field", "phone"}, {"reason", "other"}}));
    QCOMPARE(phones["identifiers"].size(), std::size_t{18}); // twenty of all kinds are the most
}

void TestCustomerDesk::theSameOperationHasOneAnswer()
{
    CustomerHub all;
    Json params{{"customer", m_thao.customer()}, {"isSure", false}};
    Json first = all.change(kBoss, "addCustomer", params);
    const std::string operation = all.lastOperation;
    Json again = all.ask(kBoss, "addCustomer", with(params, operation));
    QCOMPARE(CustomerHub::result(again).dump(), CustomerHub::result(first).dump());
    Json other = params;
    other["customer"]["name"] = "Một Người Khác";
    QCOMPARE(codeOf(all.ask(kBoss, "addCustomer", with(other, operation))), "OperationReused");
    all.restart();
    Json later = all.ask(kBoss, "addCustomer", with(params, operation));
    QCOMPARE(CustomerHub::result(later).dump(), CustomerHub::result(first).dump());
    // and ids go on from where they were
    QCOMPARE(all.add({{"name", "Một Người Khác"}}),
             CustomerHub::result(first).value("customer", std::int64_t{0}) + 1);
}

void TestCustomerDesk::somebodyThereAlreadyIsSaid()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    const auto tryToAdd = [&](const Json &wanted, bool isSure = false) {
        return all.change(kTeller, "addCustomer", {{"customer", wanted}, {"isSure", isSure}});
    };
    const auto numbered = [](const std::string &kind, const std::string &value) {
        return Json{{"name", "Trần Văn An"}, {"identifiers", {{{"kind", kind}, {"value", value}}}}};
    };
    Json same = tryToAdd(numbered("citizenCard", m_thao.document));
    QCOMPARE(codeOf(same), "CustomerExists");
    QCOMPARE(same["error"]["data"]["detail"].value("customers", std::string()), std::to_string(customer));
    // whom one was told of one may look at
    QCOMPARE(codeOf(all.ask(kTeller, "customerCard", {{"customer", customer}})), "");
    QCOMPARE(codeOf(tryToAdd(numbered("customerNumber", m_thao.number), true)), "CustomerExists");
    QCOMPARE(codeOf(tryToAdd(numbered("citizenCard", m_thao.document), true)), "");
    Json namesake = numbered("phone", m_thao.phone);
    namesake["name"] = "nguyen thi bich thao";
    QCOMPARE(codeOf(tryToAdd(namesake)), "CustomerExists");
    // of two at once with one document one is told of the other
    RawClient &one = all.of(kOffice);
    RawClient &other = all.of(kOtherTeller);
    for (RawClient *client : {&one, &other})
        client->send("addCustomer",
                     with({{"customer", numbered("citizenCard", "001095009999")}, {"isSure", false}},
                          client == &one ? "at-once-1:1" : "at-once-2:1"));
    QVERIFY(answered(one));
    QVERIFY(answered(other));
    QCOMPARE(codeOf(*one.answer()) + codeOf(*other.answer()), "CustomerExists");
    const std::int64_t third = all.add({{"name", "Lê Thị Ba"}});
    QCOMPARE(codeOf(all.change(kTeller, "addIdentifier",
                               {{"customer", third}, {"kind", "citizenCard"}, {"value", "001095009999"}})),
             "CustomerExists");
}

void TestCustomerDesk::twoPeopleMayHaveOnePhone()
{
    CustomerHub all;
    const std::int64_t thao = all.add(m_thao.customer());
    Json husband{{"name", "Phạm Văn Hùng"}, {"identifiers", {{{"kind", "phone"}, {"value", m_thao.phone}}}}};
    Json added = all.change(kTeller, "addCustomer", {{"customer", husband}});
    QCOMPARE(codeOf(added), "");
    Json hits
        = CustomerHub::result(all.ask(kTeller, "findCustomers", {{"text", m_thao.phone}, {"limit", 5}}))["hits"];
    QCOMPARE(hits.size(), std::size_t{2});
    // a kiosk then knows of neither
    Json identified = CustomerHub::result(all.ask({}, "identify", {{"text", m_thao.phone}}, kKiosk));
    Json issued = all.change({}, "issueTicket", {{"service", 1}, {"identity", identified["identity"]}}, kKiosk);
    QCOMPARE(codeOf(issued), "");
    const std::int64_t ticket = CustomerHub::result(issued)["ticket"];
    QCOMPARE(all.hub.hub().host().state().ticket(TicketId{ticket})->customer, CustomerId{});
    QVERIFY(thao > 0);
}

void TestCustomerDesk::aVisitBecomesTheCustomers()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    const std::int64_t ticket = all.ticket();
    QCOMPARE(all.call(kTeller, 1), ticket);
    QCOMPARE(codeOf(all.change(kTeller, "setGoal", {{"ticket", ticket}, {"text", "mở sổ cho cháu"}})), "");
    QCOMPARE(codeOf(all.change(kTeller, "saveNote",
                               {{"ticket", ticket}, {"department", "counter"}, {"text", "nghe kém"}})),
             "");
    QCOMPARE(codeOf(all.change(kTeller, "declineRequest",
                               {{"ticket", ticket}, {"text", "vay nhanh"}, {"reason", "thiếu giấy tờ"}})),
             "");
    QCOMPARE(codeOf(all.change(kTeller, "addOpenItem",
                               {{"kind", "promise"},
                                {"ticket", ticket},
                                {"department", "counter"},
                                {"text", "gọi lại"},
                                {"dueMs", kMorningMs + kDayMs}})),
             "");
    Json nobody = CustomerHub::result(all.card(kTeller, ticket));
    QVERIFY(nobody["card"].is_null() || !nobody.contains("card"));
    QCOMPARE(nobody["visitNotes"].size(), std::size_t{1});
    QCOMPARE(nobody["goal"].value("text", std::string()), "mở sổ cho cháu");

    all.ask(kTeller, "findCustomers", {{"text", "thao"}, {"limit", 5}});
    QCOMPARE(all.link(kTeller, ticket, customer), "");
    Json theirs = CustomerHub::result(all.card(kTeller, ticket));
    QCOMPARE(theirs["card"]["customer"].value("id", std::int64_t{0}), customer);
    QCOMPARE(theirs["card"]["notes"].size(), std::size_t{1});
    QCOMPARE(theirs["card"]["happenings"].size(), std::size_t{1});
    QCOMPARE(theirs["card"]["openItems"].size(), std::size_t{1});
    QCOMPARE(theirs["goal"].value("customer", std::int64_t{0}), customer);

    // it was another one after all: what was written in this visit goes along
    Json added = all.change(kTeller, "addCustomer", {{"customer", {{"name", "Đỗ Thị Tư"}}}, {"ticket", ticket}});
    QCOMPARE(codeOf(added), "");
    Json others = CustomerHub::result(all.card(kTeller, ticket))["card"];
    QCOMPARE(others["customer"].value("name", std::string()), "Đỗ Thị Tư");
    QCOMPARE(others["notes"].size(), std::size_t{1});
    QCOMPARE(others["openItems"].size(), std::size_t{1});
    Json first = CustomerHub::result(all.ask(kTeller, "customerCard", {{"customer", customer}}))["card"];
    QVERIFY(first["notes"].empty());
    QVERIFY(first["openItems"].empty());
    // and taken back it is nobody's
    QCOMPARE(all.link(kTeller, ticket, 0), "");
    QCOMPARE(CustomerHub::result(all.card(kTeller, ticket))["visitNotes"].size(), std::size_t{1});
    QCOMPARE(all.link(kBoss, ticket, customer + 77), "UnknownCustomer");
}

void TestCustomerDesk::aLinkCorrectedAtOnceTakesAllAlong()
{
    CustomerHub all;
    const std::int64_t one = all.add(m_thao.customer());
    const std::int64_t other = all.add({{"name", "Đỗ Thị Tư"}});
    const std::int64_t ticket = all.ticket();
    QCOMPARE(all.link(kGreeter, ticket, one), "");
    QCOMPARE(codeOf(all.change(kTeller, "saveNote",
                               {{"ticket", ticket}, {"department", "counter"}, {"text", "nghe kém"}})),
             "");
    // both before either is answered; the second is about whom the first has just made it
    RawClient &greeter = all.of(kGreeter);
    greeter.send("linkCustomer", with({{"ticket", ticket}}, "at-once-9:1"));
    greeter.send("linkCustomer", with({{"ticket", ticket}, {"customer", one}}, "at-once-9:2"));
    greeter.send("linkCustomer", with({{"ticket", ticket}, {"customer", other}}, "at-once-9:3"));
    QVERIFY(answered(greeter));
    QCOMPARE(codeOf(*greeter.answer()), "");
    const auto notesOf = [&](std::int64_t customer) {
        return CustomerHub::result(all.ask(kBoss, "customerCard", {{"customer", customer}}))["card"]["notes"]
            .size();
    };
    QCOMPARE(notesOf(one), std::size_t{0});
    QCOMPARE(notesOf(other), std::size_t{1});
}

void TestCustomerDesk::whomOneServedOneMayLookAtAfterwards()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    const std::int64_t ticket = all.ticket({{"customer", customer}});
    QCOMPARE(codeOf(all.card(kTeller, ticket)), ""); // next here
    QCOMPARE(codeOf(all.ask(kTeller, "customerCard", {{"customer", customer}})), "NotAllowed");
    QCOMPARE(all.call(kTeller, 1), ticket);
    QCOMPARE(codeOf(all.card(kTeller, ticket)), "");
    QCOMPARE(codeOf(all.change(kTeller, "startService", {{"counter", 1}, {"ticket", ticket}})), "");
    QCOMPARE(codeOf(all.change(kTeller, "finishService", {{"counter", 1}, {"ticket", ticket}})), "");
    QCOMPARE(codeOf(all.ask(kTeller, "customerCard", {{"customer", customer}})), "");
    QCOMPARE(codeOf(all.ask(kOtherTeller, "customerCard", {{"customer", customer}})), "NotAllowed");
}

void TestCustomerDesk::nobodyGivesThemselvesAGrade()
{
    CustomerHub all;
    Json graded{{"name", "Đỗ Thị Tư"}, {"tier", "Gold"}};
    Json added = all.change(kGreeter, "addCustomer", {{"customer", graded}});
    QCOMPARE(codeOf(added), "");
    Json card = CustomerHub::result(
        all.ask(kBoss, "customerCard", {{"customer", CustomerHub::result(added)["customer"]}}))["card"];
    QCOMPARE(card["customer"].value("tier", std::string()), "");
    for (const Json &unseen :
         {Json{{"birthDate", "1950-05-17"}}, Json{{"address", "Hà Nội"}}, Json{{"lookedAfterByName", "Ai đó"}},
          Json{{"identifiers", {{{"kind", "citizenCard"}, {"value", m_thao.document}}}}}}) {
        Json customer{{"name", "Đỗ Thị Năm"}};
        customer.update(unseen);
        QCOMPARE(codeOf(all.change(kGreeter, "addCustomer", {{"customer", customer}})), "NotAllowed");
        QCOMPARE(codeOf(all.change(kTeller, "addCustomer", {{"customer", customer}})), "");
    }
}

void TestCustomerDesk::aNumberRemovedIsNoOther()
{
    CustomerHub all;
    const std::int64_t customer = all.add({{"name", "Đỗ Thị Tư"}});
    const auto add = [&](const std::string &phone) {
        return codeOf(
            all.change(kTeller, "addIdentifier", {{"customer", customer}, {"kind", "phone"}, {"value", phone}}));
    };
    const auto numbers = [&] {
        return CustomerHub::result(
            all.ask(kBoss, "revealField",
                    {{"customer", customer}, {"field", "phone"}, {"reason", "other"}}))["identifiers"];
    };
    const auto remove = [&](const Json &id) {
        return codeOf(all.change(kTeller, "removeIdentifier", {{"customer", customer}, {"identifier", id}}));
    };
    QCOMPARE(add("0912345678"), "");
    const Json old = numbers()[0]["id"];
    QCOMPARE(remove(old), "");
    QCOMPARE(add("0987654321"), "");
    QCOMPARE(remove(old), "UnknownIdentifier"); // who still sees the old one
    QCOMPARE(numbers().size(), std::size_t{1});
}

void TestCustomerDesk::longNotesDoNotCutTheLine()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "ữ";
    for (int i = 0; i < 70; ++i) {
        all.hub.clock.advance(1000);
        QCOMPARE(codeOf(all.change(kBoss, "saveNote",
                                   {{"customer", customer}, {"department", "counter"}, {"text", text}})),
                 "");
        QCOMPARE(codeOf(all.change(kBoss, "addOpenItem",
                                   {{"kind", "promise"},
                                    {"customer", customer},
                                    {"department", "counter"},
                                    {"text", text},
                                    {"dueMs", kMorningMs + kDayMs}})),
                 "");
    }
    Json timeline = all.ask(kBoss, "customerTimeline", {{"customer", customer}, {"limit", 200}});
    Json items = all.ask(kBoss, "openItems", {{"withEnded", false}, {"limit", 200}});
    Json card = all.ask(kBoss, "customerCard", {{"customer", customer}});
    for (const Json &answer : {timeline, items, card}) {
        QCOMPARE(codeOf(answer), "");
        QVERIFY(answer.dump().size() < 300'000);
    }
    QVERIFY(timeline["result"].value("isMore", false));
    QVERIFY(timeline["result"]["notes"].size() > 20);
    QVERIFY(items["result"].value("isMore", false));
    QCOMPARE(items["result"].value("open", std::int64_t{0}), 70);
}

void TestCustomerDesk::aGoalIsSetAndReached()
{
    CustomerHub all;
    const std::int64_t mine = all.ticket();
    const std::int64_t theirs = all.ticket();
    QCOMPARE(all.call(kTeller, 1), mine);
    QCOMPARE(all.call(kOtherTeller, 2), theirs);
    const auto reach = [&](StaffId staff, std::int64_t ticket, const char *how) {
        return codeOf(all.change(staff, "setGoal", {{"ticket", ticket}, {"reached", how}}));
    };
    QCOMPARE(reach(kTeller, theirs, "yes"), "NotAllowed");
    QCOMPARE(codeOf(all.change(kTeller, "setGoal", {{"ticket", mine}, {"text", "rút tiền"}})), "");
    QCOMPARE(codeOf(all.change(kTeller, "startService", {{"counter", 1}, {"ticket", mine}})), "");
    QCOMPARE(codeOf(all.change(kTeller, "finishService", {{"counter", 1}, {"ticket", mine}})), "");
    QCOMPARE(reach(kTeller, mine, "partly"), ""); // who has just left
    QCOMPARE(reach(kOtherTeller, mine, "yes"), "NotAllowed");
    QCOMPARE(reach(kBoss, mine, "yes"), "");
    QCOMPARE(reach(kBoss, 999, "yes"), "UnknownTicket");
    // through a restart of the hub too
    all.restart();
    QCOMPARE(reach(kTeller, mine, "no"), "");
    QCOMPARE(reach(kOtherTeller, mine, "yes"), "NotAllowed");
    QCOMPARE(codeOf(all.change(kTeller, "saveNote",
                               {{"ticket", mine}, {"department", "counter"}, {"text", "viết sau"}})),
             "");
}

void TestCustomerDesk::notesAreTheirAuthors()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    Json written{{"customer", customer}, {"department", "counter"}, {"text", "thích trà"}};
    const std::int64_t note = CustomerHub::result(all.change(kTeller, "saveNote", written))["note"];
    QVERIFY(note > 0);
    const auto rewrite = [&](StaffId staff, const std::string &text) {
        return codeOf(
            all.change(staff, "saveNote",
                       {{"note", note}, {"customer", customer}, {"department", "counter"}, {"text", text}}));
    };
    QCOMPARE(rewrite(kOtherTeller, "không"), "NotAllowed");
    QCOMPARE(rewrite(kTeller, "thích trà sen"), "");
    QCOMPARE(rewrite(kBoss, ""), "");
    QCOMPARE(rewrite(kTeller, "lại"), "UnknownNote");
    Json card = CustomerHub::result(all.ask(kBoss, "customerCard", {{"customer", customer}}))["card"];
    QVERIFY(card["notes"].empty());
    QCOMPARE(all.audit("noteRemoved").size(), std::size_t{1});
    QCOMPARE(all.audit("noteWritten").size(), std::size_t{2});
    // a draft is its writer's, and gone with the note
    const std::int64_t ticket = all.ticket({{"customer", customer}});
    QCOMPARE(codeOf(all.change(kTeller, "saveDraft", {{"ticket", ticket}, {"text", "đang viết dở"}})), "");
    QCOMPARE(CustomerHub::result(all.card(kTeller, ticket)).value("draft", std::string()), "đang viết dở");
    QCOMPARE(CustomerHub::result(all.card(kOtherTeller, ticket)).value("draft", std::string()), "");
    QCOMPARE(codeOf(all.change(kTeller, "saveNote",
                               {{"ticket", ticket}, {"department", "counter"}, {"text", "đã viết xong"}})),
             "");
    QCOMPARE(CustomerHub::result(all.card(kTeller, ticket)).value("draft", std::string()), "");
    QCOMPARE(CustomerHub::result(all.card(kTeller, ticket))["card"]["notes"].size(), std::size_t{1});
}

void TestCustomerDesk::promisesHaveOneOwner()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    Json promise{{"kind", "promise"},
                 {"customer", customer},
                 {"department", "counter"},
                 {"text", "gửi sao kê"},
                 {"dueMs", kMorningMs + kHourMs}};
    const std::int64_t item = CustomerHub::result(all.change(kTeller, "addOpenItem", promise))["item"];
    QVERIFY(item > 0);
    promise["owner"] = 77;
    QCOMPARE(codeOf(all.change(kTeller, "addOpenItem", promise)), "UnknownStaff");
    promise["owner"] = 0;
    promise["dueMs"] = kMorningMs - kHourMs;
    QCOMPARE(codeOf(all.change(kTeller, "addOpenItem", promise)), "InvalidParams");
    const auto changed = [&](StaffId staff, std::int64_t revision, const Json &more) {
        Json params{{"item", item}, {"revision", revision}};
        params.update(more);
        return codeOf(all.change(staff, "changeOpenItem", params));
    };
    QCOMPARE(changed(kOtherTeller, 1, {{"owner", kOtherTeller.value}}), "NotAllowed");
    QCOMPARE(changed(kTeller, 2, {{"owner", kOtherTeller.value}}), "CustomerChanged");
    QCOMPARE(changed(kTeller, 1, {{"owner", kOtherTeller.value}}), "");
    QCOMPARE(changed(kOtherTeller, 2, {{"state", "broken"}}), "ReasonNeeded");
    QCOMPARE(changed(kOtherTeller, 2, {{"state", "kept"}, {"ending", "đã gửi"}}), "");
    QCOMPARE(changed(kBoss, 9, {{"state", "open"}}), "CustomerChanged");

    // a blocker in one key: owned and dated by itself
    Json blocker{{"kind", "blocker"}, {"department", "counter"}, {"blocker", "system"}};
    const std::int64_t lacking = CustomerHub::result(all.change(kTeller, "addOpenItem", blocker))["item"];
    Json rows = CustomerHub::result(all.ask(kTeller, "openItems", {{"limit", 10}}));
    QCOMPARE(rows.value("open", std::int64_t{0}), 1);
    QCOMPARE(rows["items"].size(), std::size_t{1});
    Json row = rows["items"][0]["item"];
    QCOMPARE(row.value("id", std::int64_t{0}), lacking);
    QCOMPARE(row.value("owner", std::int64_t{0}), kBoss.value);
    QCOMPARE(row.value("dueMs", std::int64_t{0}), dayStart(kDay, 7 * 60) + kDayMs);
    Json ended = CustomerHub::result(all.ask(kTeller, "openItems", {{"limit", 10}, {"withEnded", true}}));
    QCOMPARE(ended["items"].size(), std::size_t{2});
    QCOMPARE(ended["items"][1].value("name", std::string()), m_thao.name);
}

void TestCustomerDesk::consentsAreGivenAndWithdrawn()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    Json wanted{{"customer", customer},
                {"purpose", "greeting"},
                {"source", "tại quầy 1"},
                {"wording", "v1"},
                {"channel", "branch"}};
    Json unsaid = wanted;
    unsaid["wording"] = "";
    QCOMPARE(codeOf(all.change(kTeller, "giveConsent", unsaid)), "InvalidParams");
    const std::int64_t consent = CustomerHub::result(all.change(kTeller, "giveConsent", wanted))["consent"];
    QVERIFY(consent > 0);
    QCOMPARE(codeOf(all.change(kTeller, "withdrawConsent", {{"customer", customer}, {"consent", consent + 1}})),
             "UnknownConsent");
    QCOMPARE(codeOf(all.change(kTeller, "withdrawConsent", {{"customer", customer}, {"consent", consent}})), "");
    QCOMPARE(codeOf(all.change(kTeller, "withdrawConsent", {{"customer", customer}, {"consent", consent}})), "");
    Json card = CustomerHub::result(all.ask(kBoss, "customerCard", {{"customer", customer}}))["card"];
    QCOMPARE(card["consents"].size(), std::size_t{1});
    QCOMPARE(card["consents"][0].value("withdrawnTo", std::int64_t{0}), kTeller.value);
    QCOMPARE(all.audit("consentWithdrawn").size(), std::size_t{1});
}

void TestCustomerDesk::whatCannotBeReadIsRefused()
{
    CustomerHub all;
    const auto adding = [&](const Json &customer) {
        return codeOf(all.change(kTeller, "addCustomer", {{"customer", customer}}));
    };
    QCOMPARE(adding({{"name", ""}}), "InvalidParams");
    QCOMPARE(adding({{"name", std::string(201, 'a')}}), "TooLarge");
    QCOMPARE(adding({{"name", "A"}}), "");
    QCOMPARE(adding({{"name", std::string(200, 'b')}}), "");
    QCOMPARE(adding({{"name", "李小龍"}}), "");
    QCOMPARE(adding({{"name", "Lý \x01\x02<b>Tiểu\u202e Long</b>"}}), "");
    QCOMPARE(adding({{"name", "An"}, {"birthDate", "2030-01-01"}}), "InvalidParams");
    QCOMPARE(adding({{"name", "An"}, {"birthDate", "1990-02-31"}}), "InvalidParams");
    QCOMPARE(adding({{"name", "An"}, {"identifiers", {{{"kind", "phone"}, {"value", "12"}}}}}), "InvalidParams");
    QCOMPARE(adding({{"name", "An"}, {"lookedAfterBy", 77}}), "UnknownStaff");
    QCOMPARE(adding({{"name", "An"}, {"language", "tiếng Anh"}}), "InvalidParams");
    Json hits
        = CustomerHub::result(all.ask(kTeller, "findCustomers", {{"text", "tieu long"}, {"limit", 5}}))["hits"];
    QCOMPARE(hits.size(), std::size_t{1});
    const std::string kept = hits[0]["name"];
    QVERIFY(kept.find('\x01') == std::string::npos && kept.find("\u202e") == std::string::npos);
    QCOMPARE(codeOf(all.ask(kTeller, "findCustomers", {{"text", "|||x|||"}, {"limit", 5}})), "");
    QCOMPARE(codeOf(all.ask({}, "identify", {{"text", "|||x|||"}}, kKiosk)), "InvalidParams");
    QCOMPARE(codeOf(all.ask({}, "identify", {{"text", "thảo"}}, kKiosk)), "InvalidParams");
    QCOMPARE(codeOf(all.ask(kTeller, "customerCard")), "InvalidParams");
    QCOMPARE(codeOf(all.change(kTeller, "declineRequest", {{"ticket", 1}, {"text", "vay"}, {"reason", " "}})),
             "ReasonNeeded");
    QCOMPARE(codeOf(all.change(kTeller, "saveDraft", {{"ticket", 99}, {"text", "x"}})), "UnknownTicket");
}

void TestCustomerDesk::nothingPersonalIsWhereItDoesNotBelong()
{
    CustomerHub all;
    const std::int64_t customer = all.add(m_thao.customer());
    const std::int64_t ticket = all.ticket({{"customer", customer}});
    QCOMPARE(all.call(kTeller, 1), ticket);
    all.ask(kTeller, "findCustomers", {{"text", m_thao.name}, {"limit", 5}});
    all.ask(kTeller, "findCustomers", {{"text", m_thao.phone}, {"limit", 5}});
    QCOMPARE(codeOf(all.card(kTeller, ticket)), "");
    all.change(kTeller, "saveNote", {{"ticket", ticket}, {"department", "counter"}, {"text", "chuyện rất riêng"}});
    all.change(kTeller, "saveDraft", {{"ticket", ticket}, {"text", "chuyện rất riêng"}});
    all.change(kTeller, "addIdentifier", {{"customer", customer}, {"kind", "phone"}, {"value", "0987654321"}});
    all.change(kTeller, "addCustomer", {{"customer", m_thao.customer()}});
    const std::string address = "12 phố Hàng Bài";
    all.change(kOffice, "changeCustomer", {{"customer", customer}, {"revision", 2}, {"address", address}});
    const QString directory = all.hub.directory();
    all.stop();

    // numbers and birth date are nowhere in the file
    QByteArray bytes;
    for (const char *name : {"/branch.sqlite", "/branch.sqlite-wal"}) {
        QFile file(directory + QLatin1String(name));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    QVERIFY(bytes.size() > 10000);
    QVERIFY(bytes.contains("chuy\xe1\xbb\x87n r\xe1\xba\xa5t ri\xc3\xaang")); // this scan finds what is there
    for (const std::string &secret :
         {m_thao.phone.substr(1), std::string("987654321"), m_thao.document, m_thao.birthDate})
        QVERIFY2(!bytes.contains(QByteArray::fromStdString(secret)), secret.c_str());

    // names and words in no table but those of customers
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("scan"));
        database.setDatabaseName(directory + QStringLiteral("/branch.sqlite"));
        QVERIFY2(database.open(), qPrintable(database.lastError().text()));
        int rows = 0;
        for (const QString &table :
             {QStringLiteral("journal"), QStringLiteral("audit"), QStringLiteral("operation"),
              QStringLiteral("ticket"), QStringLiteral("visit"), QStringLiteral("visit_step"),
              QStringLiteral("session"), QStringLiteral("business_day")}) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(QStringLiteral("SELECT * FROM ") + table), qPrintable(table));
            while (query.next()) {
                ++rows;
                for (int i = 0; query.value(i).isValid(); ++i) {
                    const QString text = query.value(i).toString();
                    for (const std::string &personal : {m_thao.name, std::string("Thảo"), m_thao.number,
                                                        std::string("rất riêng"), address, m_thao.phone})
                        QVERIFY2(!text.contains(QString::fromStdString(personal)),
                                 qPrintable(table + QStringLiteral(": ") + text));
                }
            }
        }
        QVERIFY(rows > 20);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("scan"));
}

QTEST_GUILESS_MAIN(TestCustomerDesk)
#include "tst_customerdesk.moc"
