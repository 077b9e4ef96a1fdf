// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "core/wire/branchmessage.h"
#include "tests/hub/customerhub.h"

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

const std::string kText = "Quầy 3 mở sau 5 phút nữa nhé";

Json toCounter(std::int64_t counter, const std::string &text = kText, TimeMs forMs = 10 * kMinuteMs)
{
    return {{"to", "counter"}, {"counter", counter}, {"text", {{"vi", text}, {"en", ""}}}, {"forMs", forMs}};
}

Json toLobby(const std::string &vi, const std::string &en, TimeMs forMs = 10 * kMinuteMs)
{
    return {{"to", "lobby"}, {"text", {{"vi", vi}, {"en", en}}}, {"forMs", forMs}};
}

/// The messages of the last note somebody got; nothing when none came.
std::optional<Json> lastNote(const RawClient &client)
{
    const auto it = std::find_if(client.received.rbegin(), client.received.rend(), [](const Json &each) {
        return each.value("method", std::string()) == MessagesNote::kMethod;
    });
    if (it == client.received.rend())
        return {};
    return (*it)["params"].value("messages", Json::array());
}

/// The texts of it, newest first.
std::vector<std::string> shown(const RawClient &client)
{
    std::vector<std::string> texts;
    const auto note = lastNote(client);
    for (const Json &each : note.value_or(Json::array()))
        texts.push_back(each["text"]["vi"]);
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

/// Messages from who looks after the floor, on a hub.
class TestMessageDesk : public QObject
{
    Q_OBJECT

private:
    static std::int64_t send(CustomerHub &all, const Json &message)
    {
        return CustomerHub::result(all.change(kBoss, "sendMessage", message)).value("message", std::int64_t{0});
    }

private Q_SLOTS:
    void staffAndLobbyHearWhatIsForThem()
    {
        CustomerHub all;
        QVERIFY(all.isReady);
        RawClient teller(all.hub.address());
        RawClient display(all.hub.address(kDisplay));
        QVERIFY(signedIn(teller, Stream::Staff, "listening-teller", "teller-1"));
        display.sayHello(Stream::Public, "listening-display");
        QVERIFY(answered(display));
        QVERIFY(send(all, toCounter(1)) > 0);
        QTRY_COMPARE(shown(teller), Texts{kText});
        QVERIFY(send(all, toLobby("Chào quý khách", "Welcome")) > 0);
        QTRY_COMPARE(shown(teller), (Texts{"Chào quý khách", kText}));
        QTRY_COMPARE(shown(display), Texts{"Chào quý khách"});
        // who wrote it and where it was seen is nobody's in the lobby
        const Json there = lastNote(display)->front();
        QCOMPARE(there.value("by", std::int64_t{0}), std::int64_t{0});
        QVERIFY(there.value("seenAt", Json::array()).empty());
        QCOMPARE(there["text"]["en"].get<std::string>(), std::string("Welcome"));
        QCOMPARE(lastNote(teller)->front()["by"].get<std::int64_t>(), kBoss.value);
        // who comes later hears it at once
        RawClient late(all.hub.address(kDisplay));
        late.sayHello(Stream::Public, "late-display");
        QTRY_COMPARE(shown(late), Texts{"Chào quý khách"});
    }

    void onlySupervisorsSend()
    {
        CustomerHub all;
        QCOMPARE(codeOf(all.change(kTeller, "sendMessage", toCounter(2))), std::string("NotAllowed"));
        QCOMPARE(codeOf(all.change({}, "sendMessage", toLobby("a", "b"), kKiosk)), std::string("NotAllowed"));
    }

    void whatCannotBeSentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<std::string>("code");
        const auto row = [](const char *name, const Json &message, const char *code) {
            QTest::newRow(name) << QByteArray::fromStdString(message.dump()) << std::string(code);
        };
        row("without a word", toCounter(1, " \n "), "InvalidParams");
        row("longer than a line", toCounter(1, std::string(201, 'a')), "TooLarge");
        row("to a counter that is not there", toCounter(99), "UnknownCounter");
        row("for less than a minute", toCounter(1, kText, kMinuteMs - 1), "InvalidParams");
        row("for more than a day", toCounter(1, kText, 24 * kHourMs + 1), "InvalidParams");
        row("to the lobby in one language", toLobby("Chào", ""), "InvalidParams");
        Json message = toLobby("Chào", "Hello");
        message["zone"] = 77;
        row("to a zone that is not there", message, "InvalidParams");
        message = toCounter(1);
        message["to"] = "allCounters";
        row("to all and to one", message, "InvalidParams");
    }
    void whatCannotBeSentIsRefused()
    {
        QFETCH(const QByteArray, message);
        QFETCH(const std::string, code);
        CustomerHub all;
        QCOMPARE(codeOf(all.change(kBoss, "sendMessage", Json::parse(message.toStdString()))), code);
    }

    void textIsKeptWithoutWhatIsNoText()
    {
        CustomerHub all;
        RawClient teller(all.hub.address());
        QVERIFY(signedIn(teller, Stream::Staff, "listening-teller", "teller-1"));
        send(all, toCounter(1, "  a\n\tb\u202E  <b>c</b> "));
        QTRY_COMPARE(shown(teller), Texts{"a b <b>c</b>"});
    }

    void itIsSeenAtTheCounterItIsFor()
    {
        CustomerHub all;
        RawClient boss(all.hub.address());
        QVERIFY(signedIn(boss, Stream::Staff, "listening-boss"));
        const std::int64_t one = send(all, toCounter(1));
        const Json both
            = {{"to", "allCounters"}, {"text", {{"vi", "Họp lúc 5 giờ"}, {"en", ""}}}, {"forMs", kHourMs}};
        const std::int64_t allOf = send(all, both);
        const auto see = [&](StaffId who, std::int64_t message, int counter) {
            return codeOf(all.change(who, "seeMessage", {{"message", message}, {"counter", counter}}));
        };
        QCOMPARE(see(kTeller, one, 1), std::string());
        QCOMPARE(see(kTeller, one, 1), std::string()); // twice is once
        QCOMPARE(see(kOtherTeller, one, 2), std::string("UnknownMessage"));
        QCOMPARE(see(kTeller, allOf, 2), std::string("NotAllowed")); // not where they sit
        QCOMPARE(see(kOtherTeller, allOf, 2), std::string());
        QCOMPARE(see(kTeller, allOf, 1), std::string());
        QCOMPARE(see(kTeller, allOf, 99), std::string("UnknownCounter"));
        const auto seenAt = [&](std::size_t nth) {
            const auto note = lastNote(boss);
            return note && note->size() > nth ? (*note)[nth].value("seenAt", Json::array()) : Json::array();
        };
        QTRY_COMPARE(seenAt(0).dump(), std::string("[2,1]"));
        QCOMPARE(seenAt(1).dump(), std::string("[1]"));
    }

    void itEndsWhenItsTimeIsUpOrItIsTakenBack()
    {
        CustomerHub all;
        RawClient display(all.hub.address(kDisplay));
        display.sayHello(Stream::Public, "listening-display");
        QVERIFY(answered(display));
        const std::int64_t first = send(all, toLobby("Một", "One", 5 * kMinuteMs));
        send(all, toLobby("Hai", "Two", 6 * kMinuteMs));
        QTRY_COMPARE(shown(display), (Texts{"Hai", "Một"}));
        QCOMPARE(codeOf(all.change(kBoss, "withdrawMessage", {{"message", first}})), std::string());
        QTRY_COMPARE(shown(display), Texts{"Hai"});
        QCOMPARE(codeOf(all.change(kBoss, "withdrawMessage", {{"message", first}})), std::string("UnknownMessage"));
        all.hub.clock.advance(6 * kMinuteMs);
        QTRY_COMPARE(shown(display), Texts{});
        QVERIFY(lastNote(display)); // said, not only left out
    }

    void aRestartKeepsWhatStands()
    {
        CustomerHub all;
        const std::int64_t kept = send(all, toLobby("Ở lại", "Stays", kHourMs));
        const std::int64_t over = send(all, toLobby("Hết", "Over", 2 * kMinuteMs));
        const std::int64_t back = send(all, toLobby("Rút", "Taken back", kHourMs));
        QCOMPARE(codeOf(all.change(kBoss, "withdrawMessage", {{"message", back}})), std::string());
        all.hub.clock.advance(3 * kMinuteMs);
        all.restart();
        RawClient display(all.hub.address(kDisplay));
        display.sayHello(Stream::Public, "listening-display");
        QTRY_COMPARE(shown(display), Texts{"Ở lại"});
        QVERIFY(kept < over && over < back);
        QVERIFY(send(all, toLobby("Mới", "New")) > back); // ids go on
        const QString directory = all.hub.directory();
        all.stop();
        const auto report = verifyDatabase(directory);
        QVERIFY(report.isOk());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
    }

    void sentTwiceUnderOneOperationIsOneMessage()
    {
        CustomerHub all;
        RawClient boss(all.hub.address());
        QVERIFY(signedIn(boss, Stream::Staff, "listening-boss"));
        const std::int64_t first = send(all, toCounter(1));
        const Json again = all.ask(kBoss, "sendMessage", with(toCounter(1), all.lastOperation));
        QCOMPARE(CustomerHub::result(again).value("message", std::int64_t{0}), first);
        send(all, toCounter(1, "Sau"));
        QTRY_COMPARE(shown(boss), (Texts{"Sau", kText}));
    }

    void thereIsAnEndToThem()
    {
        CustomerHub all;
        for (std::size_t i = 0; i < kMessagesMax; ++i)
            QVERIFY(send(all, toCounter(1)) > 0);
        QCOMPARE(codeOf(all.change(kBoss, "sendMessage", toCounter(1))), std::string("Busy"));
        all.hub.clock.advance(10 * kMinuteMs); // their time is up, whether that is on disk yet or not
        QVERIFY(send(all, toCounter(1)) > 0);
    }

    /// What people write is in the notebook and nowhere else.
    void itsTextIsInNoJournalAndNoAudit()
    {
        CustomerHub all;
        const std::string secret = "Chị Thảo ở quầy 3 bị ốm";
        const std::int64_t id = send(all, toCounter(1, secret));
        QVERIFY(id > 0);
        const Json entries = all.audit("messageSent");
        QCOMPARE(entries.size(), std::size_t{1});
        QCOMPARE(entries[0]["subject"].get<std::string>(), "message " + std::to_string(id));
        QVERIFY(entries[0].dump().find("Thảo") == std::string::npos);
        QCOMPARE(entries[0]["actor"].get<std::int64_t>(), kBoss.value);
    }
};

QTEST_GUILESS_MAIN(TestMessageDesk)
#include "tst_messagedesk.moc"
