// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/customerhub.h"

using namespace tiepdon;
using namespace tiepdon::test;

/// Rows of files, and everybody's segment by the branch's rules.
class TestCustomerImport : public QObject
{
    Q_OBJECT

private:
    static Json row(const std::string &name, const std::string &number, const Json &more = Json::object())
    {
        Json customer{{"name", name}, {"identifiers", {{{"kind", "customerNumber"}, {"value", number}}}}};
        customer.update(more);
        return {{"customer", customer}};
    }
    static Json bought(const std::string &number, const std::string &reference, std::int64_t amount)
    {
        return {{"of", {{"kind", "customerNumber"}, {"value", number}}},
                {"happening",
                 {{"kind", "purchase"},
                  {"atMs", kMorningMs - kDayMs},
                  {"text", "mua thẻ"},
                  {"amount", amount},
                  {"currency", "VND"},
                  {"isInward", true},
                  {"reference", reference}}}};
    }
    static Json bring(CustomerHub &all, const Json &customers, const Json &happenings, bool isDryRun = false)
    {
        return CustomerHub::result(all.change(
            kOffice, "importRows", {{"customers", customers}, {"happenings", happenings}, {"isDryRun", isDryRun}}));
    }
    static std::string counts(const Json &reply)
    {
        return std::to_string(reply.value("added", 0)) + '+' + std::to_string(reply.value("changed", 0)) + '='
            + std::to_string(reply.value("same", 0)) + '!'
            + std::to_string(reply.value("errors", Json::array()).size());
    }
    static std::size_t found(CustomerHub &all, const std::string &text)
    {
        return CustomerHub::result(all.ask(kOffice, "findCustomers", {{"text", text}, {"limit", 50}}))["hits"]
            .size();
    }
    static std::map<std::int64_t, std::int64_t> segments(CustomerHub &all)
    {
        std::map<std::int64_t, std::int64_t> counted;
        const Json answer = CustomerHub::result(all.ask(kOffice, "segmentCounts"));
        for (const Json &each : answer["segments"])
            counted[each.value("segment", std::int64_t{0})] = each.value("customers", std::int64_t{0});
        return counted;
    }
    static bool settles(CustomerHub &all)
    {
        return QTest::qWaitFor(
            [&] { return !CustomerHub::result(all.ask(kOffice, "segmentCounts")).value("isSettling", true); },
            20000);
    }

private Q_SLOTS:
    void theSameRowsTwiceChangeNothing()
    {
        CustomerHub all;
        const Json customers = {row("Trần Văn Một", "KH001"), row("Trần Văn Hai", "KH002")};
        const Json happenings = {bought("KH001", "HD-1", 50000), bought("KH002", "HD-2", 70000)};
        QCOMPARE(counts(bring(all, customers, happenings, true)), "4+0=0!0");
        QCOMPARE(found(all, "tran van"), std::size_t{0}); // that was a dry run
        QCOMPARE(counts(bring(all, customers, happenings)), "4+0=0!0");
        QCOMPARE(counts(bring(all, customers, happenings)), "0+0=4!0");
        QCOMPARE(found(all, "tran van"), std::size_t{2});
        // what a row says anew is changed, what it leaves empty stays
        const Json moved = Json::array({row("Trần Văn Một", "KH001", {{"address", "1 Tràng Tiền"}})});
        QCOMPARE(counts(bring(all, moved, Json::array({bought("KH001", "HD-1", 60000)}))), "0+2=0!0");
        QCOMPARE(counts(bring(all, Json::array({row("Trần Văn Một", "KH001")}), Json::array())), "0+0=1!0");
        QCOMPARE(all.audit("imported").size(), std::size_t{5});
        QCOMPARE(codeOf(all.change(kTeller, "importRows",
                                   {{"customers", customers}, {"happenings", Json::array()}, {"isDryRun", true}})),
                 "NotAllowed");
    }

    void aBadRowKeepsNoOtherOut()
    {
        CustomerHub all;
        const Json document{{"identifiers",
                             {{{"kind", "customerNumber"}, {"value", "KH003"}},
                              {{"kind", "citizenCard"}, {"value", "079095001234"}}}}};
        const Json customers = {row("", "KH001"),
                                row("Trần Văn Hai", "KH002"),
                                row("Trần Văn Ba", "KH003", document),
                                {{"customer", {{"name", "Không Số"}}}},
                                row("Trần Văn Tư", "KH004", {{"lookedAfterBy", 77}}),
                                row("Trần Văn Năm", "KH005",
                                    {{"identifiers",
                                      {{{"kind", "customerNumber"}, {"value", "KH002"}},
                                       {{"kind", "citizenCard"}, {"value", "079095001234"}}}}})};
        const Json happenings = {bought("KH002", "", 1), bought("KH009", "HD-9", 1), bought("KH002", "HD-2", 1)};
        const Json reply = bring(all, customers, happenings);
        QCOMPARE(counts(reply), "3+0=0!6");
        std::string errors;
        for (const Json &error : reply["errors"])
            errors += std::to_string(error["row"].get<int>()) + ' ' + error.value("field", std::string()) + ' '
                + error["code"].get<std::string>() + '\n';
        QCOMPARE(errors,
                 "0 name InvalidParams\n3 identifiers InvalidParams\n4 lookedAfterBy UnknownStaff\n"
                 "5 identifiers CustomerExists\n0 reference InvalidParams\n1 of UnknownCustomer\n");
        Json many = Json::array();
        for (int i = 0; i < 201; ++i)
            many.push_back(row("A", "KH" + std::to_string(1000 + i)));
        QCOMPARE(codeOf(all.change(kOffice, "importRows",
                                   {{"customers", many}, {"happenings", Json::array()}, {"isDryRun", true}})),
                 "TooLarge");
    }

    void everybodySettlesWhenARuleChanges()
    {
        CustomerHub all;
        QVERIFY(all.isReady);
        Json rows = Json::array();
        for (int i = 0; i < 150; ++i)
            rows.push_back(row("Khách Thứ " + std::to_string(i), "KH" + std::to_string(1000 + i),
                               {{"birthDate", i % 3 == 0 ? "1940-05-05" : "1990-05-05"}}));
        QCOMPARE(counts(bring(all, rows, Json::array())), "150+0=0!0");
        for (Json &each : rows)
            each["customer"]["identifiers"][0]["value"]
                = each["customer"]["identifiers"][0]["value"].get<std::string>() + "B";
        QCOMPARE(counts(bring(all, rows, Json::array())), "150+0=0!0"); // more than one batch
        QCOMPARE(segments(all), (std::map<std::int64_t, std::int64_t>{{0, 300}}));
        Segment elderly{SegmentId{1}, {"Cao tuổi", "Elderly"}, 2, 2000, 5 * kMinuteMs};
        elderly.when = {{ProfileFact::AgeAtLeast, {}, 75}};
        QCOMPARE(codeOf(all.change(kBoss, "defineSegment", {{"segment", toJson(elderly)}})), "");
        QVERIFY(settles(all));
        QCOMPARE(segments(all), (std::map<std::int64_t, std::int64_t>{{0, 200}, {1, 100}}));
        elderly.when.front().number = 90;
        QCOMPARE(codeOf(all.change(kBoss, "defineSegment", {{"segment", toJson(elderly)}})), "");
        QVERIFY(settles(all));
        QCOMPARE(segments(all), (std::map<std::int64_t, std::int64_t>{{0, 300}}));
        // nobody changed a profile by it: one opened before may be saved
        QCOMPARE(codeOf(all.change(kOffice, "changeCustomer",
                                   {{"customer", 1'000'000'001}, {"revision", 1}, {"language", "en"}})),
                 "");
    }
};

QTEST_GUILESS_MAIN(TestCustomerImport)
#include "tst_customerimport.moc"
