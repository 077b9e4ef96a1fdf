// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/wire/codec.h"
#include "core/wire/frame.h"
#include "core/wire/message.h"
#include "tests/base/show.h"
#include "tests/wire/filled.h"

#include <QTest>

#include <random>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// Without the fields that say no more than if they were left out.
Json saying(const Json &json)
{
    if (json.is_array()) {
        Json list = Json::array();
        for (const Json &item : json)
            list.push_back(saying(item));
        return list;
    }
    if (!json.is_object())
        return json;
    Json object = Json::object();
    for (auto item = json.begin(); item != json.end(); ++item) {
        const Json part = saying(item.value());
        const bool saysNothing
            = part == Json(0) || part == Json("") || part == Json(false) || (part.is_structured() && part.empty());
        if (!saysNothing)
            object[item.key()] = part;
    }
    return object;
}

} // namespace

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestComesBack();
    void aReplyComesBack();
    void aRefusalComesBack();
    void everyErrorCodeCrossesTheWire();
    void badMessagesAreRefused_data();
    void badMessagesAreRefused();
    void anIdIsFoundInABadRequest();
    void nestingIsBounded();
    void bracesInTextAreNoNesting();
    void aRefusalWithoutId();
    void anErrorOfALaterHubIsInternal();
    void operationIds_data();
    void operationIds();
    void damagedMessagesNeverCrash();
};

void TestMessage::aRequestComesBack()
{
    const auto call = messageFrom(toBytes(Request{7, "callNext", Json{{"counter", 3}}}));
    QVERIFY(call.isOk());
    const auto &request = std::get<Request>(*call);
    QCOMPARE(request.id.value(), std::int64_t(7));
    QCOMPARE(request.method, std::string("callNext"));
    QVERIFY((request.params == Json{{"counter", 3}}));
    const auto note = messageFrom(toBytes(Request{std::nullopt, "event", Json::object()}));
    QVERIFY(note.isOk());
    QVERIFY(!std::get<Request>(*note).id.has_value());
    const auto bare = messageFrom(R"({"jsonrpc":"2.0","id":1,"method":"resync"})");
    QVERIFY(bare.isOk());
    QVERIFY(std::get<Request>(*bare).params == Json::object());
}

void TestMessage::aReplyComesBack()
{
    const auto message = messageFrom(toBytes(Reply{9, Json{{"seq", 4}}}));
    QVERIFY(message.isOk());
    const auto &reply = std::get<Reply>(*message);
    QCOMPARE(reply.id, std::int64_t(9));
    QVERIFY((*reply.result == Json{{"seq", 4}}));
    const auto nothing = messageFrom(toBytes(Reply{10, Json()}));
    QVERIFY(nothing.isOk());
    QVERIFY(std::get<Reply>(*nothing).result->is_null());
}

void TestMessage::aRefusalComesBack()
{
    const Error error{
        ErrorCode::CounterOccupied, "somebody is there", {{"name", "Nguyễn Thị Lan"}, {"staff", "1"}}};
    const auto message = messageFrom(toBytes(Reply{3, error}));
    QVERIFY(message.isOk());
    const auto &reply = std::get<Reply>(*message);
    QCOMPARE(reply.id, std::int64_t(3));
    QVERIFY(!reply.result);
    QVERIFY(reply.result.error() == error);
}

void TestMessage::everyErrorCodeCrossesTheWire()
{
    for (std::size_t i = 0; i <= static_cast<std::size_t>(ErrorCode::Internal); ++i) {
        const Error error{static_cast<ErrorCode>(i), "m", {}};
        const auto message = messageFrom(toBytes(Reply{1, error}));
        QVERIFY(message.isOk());
        QVERIFY(std::get<Reply>(*message).result.error() == error);
    }
    const auto number = [](ErrorCode code) {
        return parseJson(toBytes(Reply{1, Error{code, "", {}}})).value()["error"]["code"].get<int>();
    };
    QCOMPARE(number(ErrorCode::ParseError), -32700);
    QCOMPARE(number(ErrorCode::InvalidRequest), -32600);
    QCOMPARE(number(ErrorCode::UnknownMethod), -32601);
    QCOMPARE(number(ErrorCode::InvalidParams), -32602);
    QCOMPARE(number(ErrorCode::NobodyWaiting), -32000);
}

void TestMessage::badMessagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *bytes, const char *code) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(code);
    };
    row("nothing", "", "ParseError");
    row("blanks", "  ", "ParseError");
    row("half an object", R"({"jsonrpc":"2.0")", "ParseError");
    row("two objects", R"({"jsonrpc":"2.0","method":"a"}{})", "ParseError");
    row("a comment", R"({"jsonrpc":"2.0","method":"a"}//x)", "ParseError");
    row("a trailing comma", R"({"jsonrpc":"2.0","method":"a",})", "ParseError");
    row("not UTF-8", "{\"jsonrpc\":\"2.0\",\"method\":\"\xff\"}", "ParseError");
    row("a lone surrogate", R"({"jsonrpc":"2.0","method":"\ud800"})", "ParseError");
    row("a number no machine holds", R"({"jsonrpc":"2.0","method":"a","id":1e999})", "ParseError");
    row("only a closing brace", "}", "ParseError");
    row("a number", "7", "InvalidRequest");
    row("nothing at all, said so", "null", "InvalidRequest");
    row("a batch", R"([{"jsonrpc":"2.0","id":1,"method":"a"}])", "InvalidRequest");
    row("an empty batch", "[]", "InvalidRequest");
    row("no version", R"({"id":1,"method":"a"})", "InvalidRequest");
    row("another version", R"({"jsonrpc":"1.0","id":1,"method":"a"})", "InvalidRequest");
    row("the version as a number", R"({"jsonrpc":2.0,"id":1,"method":"a"})", "InvalidRequest");
    row("an id with a fraction", R"({"jsonrpc":"2.0","id":1.5,"method":"a"})", "InvalidRequest");
    row("a whole float as id", R"({"jsonrpc":"2.0","id":1.0,"method":"a"})", "InvalidRequest");
    row("text as id", R"({"jsonrpc":"2.0","id":"1","method":"a"})", "InvalidRequest");
    row("null as a request's id", R"({"jsonrpc":"2.0","id":null,"method":"a"})", "InvalidRequest");
    row("null as a reply's id", R"({"jsonrpc":"2.0","id":null,"result":1})", "InvalidRequest");
    row("an id past 63 bits", R"({"jsonrpc":"2.0","id":18446744073709551615,"method":"a"})", "InvalidRequest");
    row("an id one past 63 bits", R"({"jsonrpc":"2.0","id":9223372036854775808,"result":1})", "InvalidRequest");
    row("an id past any machine's", R"({"jsonrpc":"2.0","id":99999999999999999999,"method":"a"})",
        "InvalidRequest");
    row("a method that is no text", R"({"jsonrpc":"2.0","id":1,"method":1})", "InvalidRequest");
    row("a list of parameters", R"({"jsonrpc":"2.0","id":1,"method":"a","params":[1]})", "InvalidRequest");
    row("null as parameters", R"({"jsonrpc":"2.0","id":1,"method":"a","params":null})", "InvalidRequest");
    row("neither request nor reply", R"({"jsonrpc":"2.0","id":1})", "InvalidRequest");
    row("a reply to nothing", R"({"jsonrpc":"2.0","result":1})", "InvalidRequest");
}

void TestMessage::badMessagesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    const auto message = messageFrom(bytes.toStdString());
    QVERIFY(!message);
    QCOMPARE(std::string(name(message.error().code)), code.toStdString());
}

void TestMessage::anIdIsFoundInABadRequest()
{
    QCOMPARE(idIn(R"({"id":5,"method":3})").value(), std::int64_t(5));
    QCOMPARE(idIn(R"({"id":-5})").value(), std::int64_t(-5));
    for (const char *none :
         {"", "[]", "{}", R"({"id":"5"})", R"({"id":null})", R"({"id":1.0})", R"({"id":18446744073709551615})"})
        QVERIFY2(!idIn(none).has_value(), none);
}

void TestMessage::nestingIsBounded()
{
    const auto nested = [](std::size_t levels, char open, char close) {
        std::string bytes;
        for (std::size_t i = 0; i < levels; ++i)
            bytes += open == '{' ? std::string(i + 1 < levels ? "{\"a\":" : "{") : std::string(1, open);
        return bytes + std::string(levels, close);
    };
    QCOMPARE(limits::kJsonDepthMax, std::size_t(16));
    QVERIFY(parseJson(nested(16, '[', ']')).isOk());
    QVERIFY(parseJson(nested(16, '{', '}')).isOk());
    QCOMPARE(parseJson(nested(17, '[', ']')).error().code, ErrorCode::TooLarge);
    QCOMPARE(parseJson(nested(17, '{', '}')).error().code, ErrorCode::TooLarge);
    QCOMPARE(messageFrom(nested(17, '{', '}')).error().code, ErrorCode::TooLarge);
    QCOMPARE(parseJson(std::string(1'000'000, '[')).error().code, ErrorCode::TooLarge);
    QVERIFY(!idIn(nested(17, '{', '}')).has_value());
    QVERIFY(parseJson("[" + nested(10, '[', ']') + "," + nested(15, '[', ']') + "]").isOk());
}

void TestMessage::bracesInTextAreNoNesting()
{
    const std::string braces(100, '[');
    QVERIFY(parseJson("[\"" + braces + "\"]").isOk());
    QVERIFY(parseJson("[\"\\\"" + braces + "\"]").isOk());
    QCOMPARE(parseJson("[\"\\\\\"," + braces).error().code, ErrorCode::TooLarge);
}

void TestMessage::aRefusalWithoutId()
{
    const auto message = messageFrom(refusalWithoutId({ErrorCode::ParseError, "not JSON", {}}));
    QVERIFY(message.isOk());
    const auto &reply = std::get<Reply>(*message);
    QCOMPARE(reply.id, std::int64_t(0));
    QCOMPARE(reply.result.error().code, ErrorCode::ParseError);
}

void TestMessage::anErrorOfALaterHubIsInternal()
{
    for (const char *error : {R"({"code":-32000,"message":"m","data":{"code":"NotYetInvented"}})",
                              R"({"code":-32000,"message":"m"})", R"({"code":-32000,"message":"m","data":null})",
                              R"({"code":-32000,"message":"m","data":{"code":7,"detail":[1]}})"}) {
        const auto message = messageFrom(std::string(R"({"jsonrpc":"2.0","id":1,"error":)") + error + "}");
        QVERIFY2(message.isOk(), error);
        QVERIFY((std::get<Reply>(*message).result.error() == Error{ErrorCode::Internal, "m", {}}));
    }
    const auto odd = messageFrom(R"({"jsonrpc":"2.0","id":1,"error":"no"})");
    QVERIFY(odd.isOk());
    QCOMPARE(std::get<Reply>(*odd).result.error().code, ErrorCode::Internal);
}

void TestMessage::operationIds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char *text, bool isTaken) {
        QTest::newRow(qPrintable(u"\"%1\" is %2"_qs.arg(QLatin1String(text), isTaken ? u"taken" : u"refused")))
            << QByteArray(text) << isTaken;
    };
    row("run-0001:1", true);
    row("abcdefgh:9223372036854775807", true);
    row("AZaz09--AZaz09--AZaz09--AZaz09--AZaz09--:42", true);
    row("", false);
    row("run-0001", false);
    row("run-0001:", false);
    row(":1", false);
    row("short-1:1", false);
    row("AZaz09--AZaz09--AZaz09--AZaz09--AZaz09--x:1", false);
    row("run 0001:1", false);
    row("run_0001:1", false);
    row("r\xc3\xban-0001:1", false);
    row("run-0001:0", false);
    row("run-0001:-1", false);
    row("run-0001:+1", false);
    row("run-0001: 1", false);
    row("run-0001:1 ", false);
    row("run-0001:1:2", false);
    row("run-0001:01", false);
    row("run-0001:0x1", false);
    row("run-0001:1.0", false);
    row("run-0001:9223372036854775808", false);
}

void TestMessage::operationIds()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isTaken);
    const auto id = operationFrom(text.toStdString());
    QCOMPARE(id.isOk(), isTaken);
    if (isTaken) {
        QCOMPARE(toText(*id), text.toStdString());
    } else {
        QCOMPARE(id.error().code, ErrorCode::InvalidParams);
        QCOMPARE(id.error().detail.at("field"), std::string("op"));
    }
}

void TestMessage::damagedMessagesNeverCrash()
{
    std::vector<std::string> good;
    for (const Command &command : everyFilled<Command>())
        good.push_back(toBytes(Request{1, std::string(methodOf(command)), paramsOf(command)}));
    for (const Event &event : everyFilled<Event>())
        good.push_back(toBytes(Request{std::nullopt, std::string(name(event)), bodyOf(event)}));
    for (const PublicEvent &event : everyFilled<PublicEvent>())
        good.push_back(toBytes(Request{std::nullopt, std::string(name(event)), bodyOf(event)}));
    good.push_back(toBytes(Request{1, "hello", toJson(filled<Hello>())}));
    good.push_back(toBytes(Reply{1, toJson(filled<Welcome>())}));
    good.push_back(toBytes(Reply{1, Error{ErrorCode::CounterOccupied, "m", {{"name", "Lan"}}}}));

    std::mt19937_64 random(11);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const std::string spice = "{}[]\",:\\0-eE.nul\xff\x80";
    int taken = 0;
    int refused = 0;
    for (int run = 0; run < 100'000; ++run) {
        std::string bytes = good[below(good.size())];
        for (std::size_t damage = 1 + below(3); damage > 0 && !bytes.empty(); --damage) {
            const std::size_t at = below(bytes.size());
            switch (below(5)) {
            case 0:
                bytes.resize(at);
                break;
            case 1:
                bytes.erase(at, 1 + below(8));
                break;
            case 2:
                bytes.insert(at, 1 + below(20), spice[below(spice.size())]);
                break;
            default:
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            }
        }
        (void)idIn(bytes);
        const auto message = messageFrom(bytes);
        if (!message) {
            ++refused;
            QVERIFY(!message.error().message.empty());
            continue;
        }
        ++taken;
        if (const auto *request = std::get_if<Request>(&*message)) {
            QVERIFY(messageFrom(toBytes(*request)).isOk());
            if (const auto command = commandFrom(request->method, request->params)) {
                QCOMPARE(toBytes(saying(paramsOf(*command))), toBytes(saying(request->params)));
                BranchState state;
                (void)decide(state, *command, 0);
            }
            if (const auto event = eventFrom(request->method, request->params)) {
                BranchState state;
                (void)publicEvents(state, *event, apply(state, *event, 0));
                (void)violations(state);
                (void)digestOf(state);
            }
            if (const auto event = publicEventFrom(request->method, request->params)) {
                PublicState state;
                apply(state, *event);
                (void)digestOf(state);
            }
            (void)fromJson<Hello>(request->params, UnknownFields::Refuse);
        } else {
            QVERIFY(messageFrom(toBytes(std::get<Reply>(*message))).isOk());
        }
        FrameReader reader(limits::kFrameBytesFromClient);
        reader.append(bytes); // as if it were a stream
        while (true) {
            const auto next = reader.next();
            if (!next || !next->has_value())
                break;
        }
    }
    QVERIFY(taken > 5'000);
    QVERIFY(refused > 5'000);
}

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
