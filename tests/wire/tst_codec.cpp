// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/advicemessage.h"
#include "core/wire/codec.h"
#include "core/wire/message.h"
#include "tests/base/show.h"
#include "tests/wire/filled.h"

#include <QTest>

#include <limits>
#include <set>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// Calls `each(path, parent, key)` for every field of every object in `json`.
template <class Each>
void forEachField(Json &json, const std::string &path, Each each)
{
    if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i)
            forEachField(json[i], path + "[" + std::to_string(i) + "]", each);
    } else if (json.is_object()) {
        std::vector<std::string> keys;
        for (const auto &[key, value] : json.items())
            keys.push_back(key);
        for (const std::string &key : keys) {
            const std::string child = path.empty() ? key : path + "." + key;
            each(child, json, key);
            forEachField(json[key], child, each);
        }
    }
}

Json again(const Json &json) { return parseJson(toBytes(json)).value(); }

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandComesBack();
    void everyEventComesBack();
    void everyPublicEventComesBack();
    void everyNoteComesBack();
    void aMissingFieldIsNamed();
    void aFieldOfAnotherTypeIsNamed();
    void aFieldNotKnownIsRefusedFromAClient();
    void aFieldNotKnownIsIgnoredFromTheHub();
    void aNameNotKnownIsRefused();
    void parametersMustBeAnObject();
    void aListsMistakeNamesItsPlace();
    void wholeNumbersOnly_data();
    void wholeNumbersOnly();
    void namesAreTakenExactly();
    void anEmptyOptionalIsLeftOut();
    void equalStatesHaveEqualDigests();
    void theDigestIsFnv1a();
};

void TestCodec::everyCommandComesBack()
{
    std::set<std::string> seen;
    for (const auto &commands : {everyFilled<Command>(), everyEmpty<Command>()}) {
        for (const Command &command : commands) {
            const auto back = commandFrom(methodOf(command), again(paramsOf(command)));
            QVERIFY2(back.isOk(), std::string(methodOf(command)).c_str());
            QCOMPARE(back->index(), command.index());
            QCOMPARE(toBytes(paramsOf(*back)), toBytes(paramsOf(command)));
            QVERIFY(isCommand(methodOf(command)));
            seen.insert(std::string(methodOf(command)));
        }
    }
    QCOMPARE(seen.size(), std::variant_size_v<Command>);
    QVERIFY(!isCommand("hello"));
    QVERIFY(!isCommand(""));
}

void TestCodec::everyEventComesBack()
{
    std::set<std::string> seen;
    for (const auto &events : {everyFilled<Event>(), everyEmpty<Event>()}) {
        for (const Event &event : events) {
            const auto back = eventFrom(name(event), again(bodyOf(event)));
            QVERIFY2(back.isOk(), std::string(name(event)).c_str());
            QCOMPARE(back->index(), event.index());
            QCOMPARE(toBytes(bodyOf(*back)), toBytes(bodyOf(event)));
            seen.insert(std::string(name(event)));
        }
    }
    QCOMPARE(seen.size(), std::variant_size_v<Event>);
}

void TestCodec::everyPublicEventComesBack()
{
    std::set<std::string> seen;
    for (const auto &events : {everyFilled<PublicEvent>(), everyEmpty<PublicEvent>()}) {
        for (const PublicEvent &event : events) {
            const auto back = publicEventFrom(name(event), again(bodyOf(event)));
            QVERIFY2(back.isOk(), std::string(name(event)).c_str());
            QCOMPARE(back->index(), event.index());
            QCOMPARE(toBytes(bodyOf(*back)), toBytes(bodyOf(event)));
            seen.insert(std::string(name(event)));
        }
    }
    QCOMPARE(seen.size(), std::variant_size_v<PublicEvent>);
}

void TestCodec::everyNoteComesBack()
{
    const auto comesBack = []<class T>(const T &value) {
        const auto back = fromJson<T>(again(toJson(value)), UnknownFields::Refuse);
        return back.isOk() && toJson(*back) == toJson(value);
    };
    QVERIFY(comesBack(filled<Hello>()));
    QVERIFY(comesBack(filled<Welcome>()));
    QVERIFY(comesBack(filled<EventNote>()));
    QVERIFY(comesBack(filled<SnapshotNote>()));
    QVERIFY(comesBack(filled<HeartbeatNote>()));
    QVERIFY(comesBack(filled<SetClock>()));
    QVERIFY(comesBack(filled<ClientHeartbeat>()));
    QVERIFY(comesBack(filled<Enrol>()));
    QVERIFY(comesBack(filled<Enrolled>()));
    QVERIFY(comesBack(filled<SignIn>()));
    QVERIFY(comesBack(filled<SessionInfo>()));
    QVERIFY(comesBack(filled<SessionNote>()));
    QVERIFY(comesBack(filled<ChangePassword>()));
    QVERIFY(comesBack(filled<StaffRow>()));
    QVERIFY(comesBack(filled<DeviceRow>()));
    QVERIFY(comesBack(filled<AuditQuery>()));
    QVERIFY(comesBack(filled<AuditEntry>()));
    QVERIFY(comesBack(filled<AdviceAnswer>()));
    QVERIFY(comesBack(filled<WhatIf>()));
    QVERIFY(comesBack(filled<WhatIfAnswer>()));
    QVERIFY(comesBack(filled<SettleAdvice>()));
    QVERIFY(comesBack(filled<AdviceScoreQuery>()));
    QVERIFY(comesBack(filled<AdviceScore>()));
    for (const AccessCommand &command : everyFilled<AccessCommand>()) {
        const auto back = accessCommandFrom(methodOf(command), again(paramsOf(command)));
        QVERIFY(back.isOk());
        QCOMPARE(toBytes(paramsOf(*back)), toBytes(paramsOf(command)));
        QVERIFY(isAccessCommand(methodOf(command)) && !isCommand(methodOf(command)));
    }
    QVERIFY(comesBack(filled<CommandReply>()));
    QVERIFY(comesBack(filled<StateImage>()));
    QVERIFY(comesBack(filled<PublicState>()));
    QVERIFY(*fromJson<StateImage>(again(toJson(filled<StateImage>())), UnknownFields::Refuse)
            == filled<StateImage>());
}

void TestCodec::aMissingFieldIsNamed()
{
    int checkedFields = 0;
    for (const Command &command : everyFilled<Command>()) {
        Json whole = paramsOf(command);
        forEachField(whole, {}, [&](const std::string &path, Json &parent, const std::string &key) {
            const Json taken = parent[key];
            parent.erase(key);
            const auto result = commandFrom(methodOf(command), whole);
            parent[key] = taken;
            static const std::set<std::string> kOptional{"claimedMs",
                                                         "from",
                                                         "leaveUnserved",
                                                         "group",
                                                         "hours",
                                                         "bring",
                                                         "zone",
                                                         "followUrl",
                                                         "groups",
                                                         "zones",
                                                         "segments",
                                                         "priorityReasons",
                                                         "outcomes",
                                                         "promises",
                                                         "weightPermille",
                                                         "dayLimit",
                                                         "outcomeRequired",
                                                         "neededSkill",
                                                         "skills",
                                                         "languages",
                                                         "booking",
                                                         "calling",
                                                         "carriesOver",
                                                         "minCallGapMs",
                                                         "bookedMs",
                                                         "language",
                                                         "store",
                                                         "delayMs",
                                                         "toCounter",
                                                         "toStaff",
                                                         "places",
                                                         "forMs",
                                                         "backToMe",
                                                         "when",
                                                         "hidesNamesBeforeCall",
                                                         "itemOwner",
                                                         "identity",
                                                         "customer"};
            // optional in one command, what another is about
            static const std::set<std::pair<std::string, std::string>> kOptionalIn{
                {"transfer", "reason"},       {"issueTicket", "segment"}, {"issueTicket", "priorityReason"},
                {"serveWalkIn", "segment"},   {"setSegment", "segment"},  {"setSegment", "priorityReason"},
                {"finishService", "outcome"}, {"linkCustomer", "segment"}};
            const std::string method(methodOf(command));
            const bool isThePart = method.starts_with("define") && path.find('.') == std::string::npos;
            // a weight of a service multiplies those of the segments, which have one each
            const bool isSegments = key == "weightPermille"
                && (path.find("segment") != std::string::npos || path.find("promises") != std::string::npos);
            const bool isOfCondition = path.find("when[") != std::string::npos && key != "fact";
            const bool isListed = (kOptional.contains(key) && !isSegments) || kOptionalIn.contains({method, path});
            // a change names those parts it is about, and the hub wants its answers
            const bool isOfChange = method == "changeSettings" && path.find('[') == std::string::npos
                && path != "before" && path != "after" && path.find(".settings.") == std::string::npos;
            const bool mayBeLeftOut = isOfCondition || isOfChange || (!isThePart && isListed);
            if (mayBeLeftOut) {
                QVERIFY2(result.isOk(), path.c_str());
                return;
            }
            QVERIFY2(!result, path.c_str());
            QCOMPARE(result.error().code, ErrorCode::InvalidParams);
            QCOMPARE(result.error().detail.at("field"), path);
            ++checkedFields;
        });
    }
    QVERIFY(checkedFields > 80);
}

void TestCodec::aFieldOfAnotherTypeIsNamed()
{
    const auto isRefusedAt = [](const std::string &path, const auto &result) {
        return !result && result.error().code == ErrorCode::InvalidParams
            && result.error().detail.at("field") == path;
    };
    const std::vector<Json> others
        = {Json(nullptr), Json("text"), Json(true), Json(1), Json(1.5), Json::array(), Json::object()};
    for (const Command &command : everyFilled<Command>()) {
        Json whole = paramsOf(command);
        forEachField(whole, {}, [&](const std::string &path, Json &parent, const std::string &key) {
            const Json taken = parent[key];
            for (const Json &other : others) {
                if (other.type() == taken.type() || (other.is_number_integer() && taken.is_number_integer())
                    || (other.is_string() && taken.is_string()))
                    continue;
                parent[key] = other;
                QVERIFY2(isRefusedAt(path, commandFrom(methodOf(command), whole))
                             || (taken.is_array() && other.is_array()),
                         (std::string(methodOf(command)) + " " + path + " " + other.dump()).c_str());
            }
            parent[key] = taken;
        });
    }
    for (const Event &event : everyFilled<Event>()) {
        Json whole = bodyOf(event);
        forEachField(whole, {}, [&](const std::string &path, Json &parent, const std::string &key) {
            const Json taken = parent[key];
            parent[key] = Json(nullptr);
            QVERIFY2(isRefusedAt(path, eventFrom(name(event), whole)),
                     (std::string(name(event)) + " " + path).c_str());
            parent[key] = taken;
        });
    }
}

void TestCodec::aFieldNotKnownIsRefusedFromAClient()
{
    for (const Command &command : everyFilled<Command>()) {
        Json whole = paramsOf(command);
        whole["later"] = 1;
        const auto result = commandFrom(methodOf(command), whole);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidParams);
        QCOMPARE(result.error().detail.at("field"), std::string("later"));
    }
    Json deep = paramsOf(filled<command::DefineBranch>());
    deep["setup"]["services"][1]["name"]["fr"] = "Espèces";
    const auto result = commandFrom("defineBranch", deep);
    QVERIFY(!result);
    QCOMPARE(result.error().detail.at("field"), std::string("setup.services[1].name.fr"));
}

void TestCodec::aFieldNotKnownIsIgnoredFromTheHub()
{
    for (const Event &event : everyFilled<Event>()) {
        Json whole = bodyOf(event);
        std::vector<Json *> objects = {&whole};
        forEachField(whole, {}, [&](const std::string &, Json &parent, const std::string &key) {
            if (parent[key].is_object())
                objects.push_back(&parent[key]);
        });
        for (Json *object : objects)
            (*object)["later"] = Json{{"a", {1, 2}}};
        const auto back = eventFrom(name(event), whole);
        QVERIFY2(back.isOk(), std::string(name(event)).c_str());
        QCOMPARE(toBytes(bodyOf(*back)), toBytes(bodyOf(event)));
    }
    for (const PublicEvent &event : everyFilled<PublicEvent>()) {
        Json whole = bodyOf(event);
        whole["later"] = 1;
        QVERIFY(publicEventFrom(name(event), whole).isOk());
    }
}

void TestCodec::aNameNotKnownIsRefused()
{
    const auto command = commandFrom("juggle", Json::object());
    QVERIFY(!command);
    QCOMPARE(command.error().code, ErrorCode::UnknownMethod);
    QCOMPARE(commandFrom("", Json::object()).error().code, ErrorCode::UnknownMethod);
    QCOMPARE(commandFrom("CallNext", Json{{"counter", 1}}).error().code, ErrorCode::UnknownMethod);
    QCOMPARE(eventFrom("TicketParked", Json::object()).error().code, ErrorCode::InvalidParams);
    QCOMPARE(publicEventFrom("TicketCalled", Json::object()).error().code, ErrorCode::InvalidParams);
}

void TestCodec::parametersMustBeAnObject()
{
    for (const Json &params : {Json(), Json::array(), Json(1), Json("x"), Json::array({1})})
        QCOMPARE(commandFrom("callNext", params).error().code, ErrorCode::InvalidParams);
}

void TestCodec::aListsMistakeNamesItsPlace()
{
    Json params = paramsOf(filled<command::DefineProfile>());
    params["profile"]["services"] = {1, 2, "three"};
    QCOMPARE(commandFrom("defineProfile", params).error().detail.at("field"), std::string("profile.services[2]"));
    params["profile"]["services"] = {false};
    QCOMPARE(commandFrom("defineProfile", params).error().detail.at("field"), std::string("profile.services[0]"));
}

void TestCodec::wholeNumbersOnly_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("the largest") << QByteArray("9223372036854775807") << true;
    QTest::newRow("the smallest") << QByteArray("-9223372036854775808") << true;
    QTest::newRow("nought") << QByteArray("0") << true;
    QTest::newRow("one past the largest") << QByteArray("9223372036854775808") << false;
    QTest::newRow("the largest without sign") << QByteArray("18446744073709551615") << false;
    QTest::newRow("past any machine's") << QByteArray("99999999999999999999999") << false;
    QTest::newRow("one before the smallest") << QByteArray("-9223372036854775809") << false;
    QTest::newRow("a fraction") << QByteArray("1.5") << false;
    QTest::newRow("a whole float") << QByteArray("1.0") << false;
    QTest::newRow("an exponent") << QByteArray("1e3") << false;
    QTest::newRow("text") << QByteArray("\"1\"") << false;
}

void TestCodec::wholeNumbersOnly()
{
    QFETCH(const QByteArray, number);
    QFETCH(const bool, isTaken);
    const auto json = parseJson("{\"counter\":" + number.toStdString() + "}");
    QVERIFY(json.isOk());
    const auto command = commandFrom("callNext", *json);
    QCOMPARE(command.isOk(), isTaken);
    if (isTaken)
        QCOMPARE(QByteArray::number(qint64(std::get<command::CallNext>(*command).counter.value)), number);
    else
        QCOMPARE(command.error().detail.at("field"), std::string("counter"));
}

void TestCodec::namesAreTakenExactly()
{
    Json params = paramsOf(filled<command::Transfer>());
    for (const char *place : {"first", "last", "byTimeWaited"}) {
        params["place"] = place;
        QVERIFY(commandFrom("transfer", params).isOk());
    }
    for (const Json &place : {Json("First"), Json(""), Json(0), Json(), Json("first ")}) {
        params["place"] = place;
        QCOMPARE(commandFrom("transfer", params).error().detail.at("field"), std::string("place"));
    }
}

void TestCodec::anEmptyOptionalIsLeftOut()
{
    const VisitStep step;
    const Json json = toJson(step);
    QVERIFY(!json.contains("calledMs"));
    VisitStep old = filled<VisitStep>();
    QVERIFY(fromJson<VisitStep>(json, UnknownFields::Refuse).isOk());
    QVERIFY(detail::read(json, old, UnknownFields::Refuse, {}).isOk());
    QVERIFY(!old.calledMs.has_value()); // what was there before is gone
}

void TestCodec::equalStatesHaveEqualDigests()
{
    StateImage image = filled<StateImage>();
    const std::string before = digestOf(BranchState(image));
    QCOMPARE(before.size(), std::size_t(16));
    QCOMPARE(digestOf(BranchState(*fromJson<StateImage>(again(toJson(image)), UnknownFields::Refuse))), before);
    image.tickets[0].place.sub += 1;
    QVERIFY(digestOf(BranchState(image)) != before);
    PublicState shown = filled<PublicState>();
    const std::string shownBefore = digestOf(shown);
    shown.calls[1].isOpen = false;
    QVERIFY(digestOf(shown) != shownBefore);
}

void TestCodec::theDigestIsFnv1a()
{
    // test vectors of the FNV draft (draft-eastlake-fnv)
    QCOMPARE(digestOf(std::string_view("")), std::string("cbf29ce484222325"));
    QCOMPARE(digestOf(std::string_view("a")), std::string("af63dc4c8601ec8c"));
    QCOMPARE(digestOf(std::string_view("foobar")), std::string("85944171f73967e8"));
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
