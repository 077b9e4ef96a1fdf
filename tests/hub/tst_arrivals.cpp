// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/customerhub.h"

using namespace tiepdon;
using namespace tiepdon::test;

/// Who comes in: at a kiosk, and by the word of another system.
class TestArrivals : public QObject
{
    Q_OBJECT

private:
    const Invented m_thao;

    static Json identify(CustomerHub &all, const std::string &text, StaffId staff = {}, DeviceId device = kKiosk)
    {
        return all.ask(staff, "identify", {{"text", text}}, device);
    }
    static Json take(CustomerHub &all, const std::string &token, DeviceId device = kKiosk)
    {
        return all.change(device == kWorkplace ? kGreeter : StaffId{}, "issueTicket",
                          {{"service", 1}, {"identity", token}}, device);
    }
    static const Ticket *ticketOf(CustomerHub &all, const Json &issued)
    {
        const TicketId id{CustomerHub::result(issued).value("ticket", std::int64_t{0})};
        return all.hub.hub().host().state().ticket(id);
    }
    static void consent(CustomerHub &all, std::int64_t customer, const std::string &purpose)
    {
        QCOMPARE(codeOf(all.change(kGreeter, "giveConsent",
                                   {{"customer", customer},
                                    {"purpose", purpose},
                                    {"source", "tại cửa"},
                                    {"wording", "v1"},
                                    {"channel", "branch"}})),
                 "");
    }
    static std::string report(CustomerHub &all, const Json &params)
    {
        return codeOf(all.ask({}, "reportArrival", params, kSensor));
    }

private Q_SLOTS:
    void aKioskLearnsNothing()
    {
        CustomerHub all;
        const std::int64_t customer = all.add(m_thao.customer());
        const Json known = CustomerHub::result(identify(all, m_thao.phone));
        const Json unknown = CustomerHub::result(identify(all, "0987654321"));
        // the same fields, the same lengths, nothing else
        const auto shape = [](const Json &answer) {
            std::string text;
            for (const auto &[key, value] : answer.items())
                text += key + ' ' + std::to_string(value.dump().size()) + '\n';
            return text;
        };
        QCOMPARE(shape(known), shape(unknown));
        QVERIFY(known["identity"] != unknown["identity"]);
        QCOMPARE(known["identity"].get<std::string>().size(), std::size_t{32});
        QVERIFY(known.dump().find("Thảo") == std::string::npos);

        // its ticket knows whose it is, and so does the staff's stream, not the lobby's
        const Ticket *ticket = ticketOf(all, take(all, known["identity"]));
        QVERIFY(ticket);
        QCOMPARE(ticket->customer.value, customer);
        QCOMPARE(ticketOf(all, take(all, unknown["identity"]))->customer, CustomerId{});
        RawClient display(all.hub.address(kDisplay));
        display.sayHello(Stream::Public, "a-display-1");
        QVERIFY(answered(display));
        QCOMPARE(codeAfter(display, "resync"), "");
        QVERIFY(QTest::qWaitFor([&] { return display.received.size() >= 2; }, 10000));
        for (const Json &json : display.received)
            QVERIFY2(json.dump().find(std::to_string(customer)) == std::string::npos
                         && json.dump().find("customer") == std::string::npos,
                     json.dump().c_str());
    }

    void aGreetingNeedsItsConsent()
    {
        CustomerHub all;
        const std::int64_t customer = all.add(m_thao.customer());
        consent(all, customer, "profile");
        QVERIFY(!CustomerHub::result(identify(all, m_thao.document)).contains("greetingName"));
        consent(all, customer, "greeting");
        const Json greeted = CustomerHub::result(identify(all, m_thao.document));
        QCOMPARE(greeted.value("greetingName", std::string()), "Thảo");
        QCOMPARE(greeted.value("greetingForm", std::string()), "ba");
        QVERIFY(greeted.dump().find("Bích") == std::string::npos);
        const Json card = CustomerHub::result(all.ask(kBoss, "customerCard", {{"customer", customer}}))["card"];
        for (const Json &each : card["consents"])
            QCOMPARE(
                codeOf(all.change(kGreeter, "withdrawConsent", {{"customer", customer}, {"consent", each["id"]}})),
                "");
        QVERIFY(!CustomerHub::result(identify(all, m_thao.document)).contains("greetingName"));
    }

    void aTokenIsGoodForOneTicketOfOneDevice()
    {
        CustomerHub all;
        const std::int64_t customer = all.add(m_thao.customer());
        const auto tokenOf = [&] { return CustomerHub::result(identify(all, m_thao.phone)).value("identity", ""); };
        const std::string token = tokenOf();
        QCOMPARE(codeOf(take(all, token, kWorkplace)), "IdentityExpired"); // of another device
        const Json first = take(all, token);
        const std::string operation = all.lastOperation;
        QCOMPARE(ticketOf(all, first)->customer.value, customer);
        QCOMPARE(codeOf(take(all, token)), "IdentityExpired");
        // a retry is no second use
        QCOMPARE(
            all.ask({}, "issueTicket", with({{"service", 1}, {"identity", token}}, operation), kKiosk)["result"]
                .dump(),
            first["result"].dump());
        // a refused ticket takes nothing away
        const std::string second = tokenOf();
        QCOMPARE(codeOf(all.change({}, "issueTicket", {{"service", 77}, {"identity", second}}, kKiosk)),
                 "UnknownService");
        all.hub.clock.advance(5 * kMinuteMs - 1);
        QCOMPARE(codeOf(take(all, second)), "");
        const std::string third = tokenOf();
        all.hub.clock.advance(5 * kMinuteMs);
        QCOMPARE(codeOf(take(all, third)), "IdentityExpired");
        QCOMPARE(codeOf(take(all, "0123")), "IdentityExpired");
        // nobody is somebody by their own word
        QCOMPARE(codeOf(all.change({}, "issueTicket", {{"service", 1}, {"customer", customer}}, kKiosk)),
                 "NotAllowed");
        QCOMPARE(codeOf(all.change(kGreeter, "issueTicket", {{"service", 1}, {"customer", customer + 9}})),
                 "UnknownCustomer");
    }

    void numbersCannotBeTriedOut()
    {
        CustomerHub all;
        int answeredCount = 0;
        std::string code;
        while (answeredCount < 100 && code.empty()) {
            code = codeOf(identify(all, "09123" + std::to_string(10000 + answeredCount)));
            answeredCount += code.empty() ? 1 : 0;
        }
        QCOMPARE(code, "Busy");
        QCOMPARE(answeredCount, 30);
        all.hub.clock.advance(kMinuteMs / 30);
        QCOMPARE(codeOf(identify(all, "0912310000")), "");
        QCOMPARE(codeOf(identify(all, "0912310000")), "Busy");
        QCOMPARE(codeOf(identify(all, "0912310000", kGreeter, kWorkplace)), ""); // another device
    }

    void theProfileSaysSegmentAndLanguage()
    {
        BranchSetup setup = smallBranch();
        setup.segments = {{SegmentId{1}, {"Cao tuổi", "Elderly"}, 2, 2000, 5 * kMinuteMs}};
        setup.segments.front().when = {{ProfileFact::AgeAtLeast, {}, 75}};
        CustomerHub all(setup);
        QVERIFY(all.isReady);
        Json old = m_thao.customer();
        old["language"] = "en";
        all.add(old);
        const Ticket *ticket
            = ticketOf(all, take(all, CustomerHub::result(identify(all, m_thao.phone)).value("identity", "")));
        QVERIFY(ticket);
        QCOMPARE(ticket->segment, SegmentId{1});
        QCOMPARE(ticket->language, "en");
        // the branch's own language is none to ask for
        Json vietnamese{{"name", "Lê Thị Chín"}, {"language", "vi"}};
        const std::int64_t ninth = all.ticket({{"customer", all.add(vietnamese)}});
        QCOMPARE(all.hub.hub().host().state().ticket(TicketId{ninth})->language, "");
        // so it does when somebody says later whose a ticket is
        const std::int64_t later = all.ticket();
        const std::int64_t other = all.add({{"name", "Đỗ Văn Tám"}, {"birthDate", "1940-01-01"}});
        QCOMPARE(all.link(kGreeter, later, other), "");
        QCOMPARE(all.hub.hub().host().state().ticket(TicketId{later})->segment, SegmentId{1});
        QCOMPARE(all.link(kGreeter, later, 0), "");
        QCOMPARE(all.hub.hub().host().state().ticket(TicketId{later})->segment, SegmentId{});
    }

    void aSensorSaysWhoIsHere()
    {
        CustomerHub all;
        const std::int64_t customer = all.add(m_thao.customer());
        const auto arrivals = [&] { return CustomerHub::result(all.ask(kGreeter, "arrivals"))["arrivals"]; };
        const Json byCard{{"kind", "citizenCard"}, {"value", m_thao.document}, {"source", "cardReader"}};
        const Json nobody{{"kind", "citizenCard"}, {"value", "001095000001"}, {"source", "cardReader"}};
        QCOMPARE(report(all, nobody), "");
        QVERIFY(arrivals().empty());
        QCOMPARE(report(all, byCard), "");
        QCOMPARE(report(all, byCard), "");
        QCOMPARE(arrivals().size(), std::size_t{1});
        const Json here = arrivals()[0];
        QCOMPARE(here["customer"].get<std::int64_t>(), customer);
        QCOMPARE(here["name"].get<std::string>(), m_thao.name);
        QVERIFY(!here.contains("ticket"));
        const std::int64_t ticket = all.ticket({{"customer", customer}});
        QCOMPARE(arrivals()[0]["ticket"].get<std::int64_t>(), ticket);
        all.hub.clock.advance(30 * kMinuteMs);
        QVERIFY(arrivals().empty());
        QCOMPARE(report(all, {{"kind", "phone"}, {"value", "12"}, {"source", "other"}}), "InvalidParams");
        QCOMPARE(codeOf(all.ask(kBoss, "reportArrival", byCard)), "NotAllowed");
        QCOMPARE(codeOf(all.ask({}, "findCustomers", {{"text", "thao"}, {"limit", 5}}, kSensor)), "NotAllowed");
        QCOMPARE(all.audit("arrivalReported").size(), std::size_t{3});
    }

    void aCameraCountsWithConsentAlone()
    {
        CustomerHub all;
        const std::int64_t customer = all.add(m_thao.customer());
        const Json seen{{"kind", "customerNumber"}, {"value", m_thao.number}, {"source", "camera"}};
        const auto arrivals = [&] { return CustomerHub::result(all.ask(kGreeter, "arrivals"))["arrivals"].size(); };
        QCOMPARE(report(all, seen), "");
        QCOMPARE(arrivals(), std::size_t{0});
        QCOMPARE(all.audit("arrivalReported")[0].value("subject", std::string()), "");
        consent(all, customer, "recognition");
        QCOMPARE(report(all, seen), "");
        QCOMPARE(arrivals(), std::size_t{1});
    }

    void aReportMayNameATicket()
    {
        CustomerHub all;
        const std::int64_t customer = all.add(m_thao.customer());
        const std::int64_t ticket = all.ticket();
        const Json at{{"kind", "phone"}, {"value", m_thao.phone}, {"source", "booking"}, {"number", "A00001"}};
        QCOMPARE(report(all, at), "");
        QCOMPARE(all.hub.hub().host().state().ticket(TicketId{ticket})->customer.value, customer);
        // whose it is stays as it was said
        const std::int64_t other = all.add({{"name", "Đỗ Văn Tám"}});
        QCOMPARE(all.link(kGreeter, ticket, other), "");
        QCOMPARE(report(all, at), "");
        QCOMPARE(all.hub.hub().host().state().ticket(TicketId{ticket})->customer.value, other);
    }
};

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
