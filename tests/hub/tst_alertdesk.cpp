// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/alerthub.h"

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

constexpr const char *kReceiverSecret = "0123456789abcdef0123456789abcdef";

} // namespace

class TstAlertDesk : public QObject
{
    Q_OBJECT

private:
    OutsideServer m_mail{QStringLiteral(TIEPDON_TESTS_HUB "/mailserver.py")};
    OutsideServer m_receiver{QStringLiteral(TIEPDON_TESTS_HUB "/webhookreceiver.py")};

    static Json mailTo(const OutsideServer &server)
    {
        return {{"isOn", true},        {"host", "127.0.0.1"},       {"port", server.port},
                {"security", "plain"}, {"from", "hub@branch.test"}, {"to", {"ca-truc@bank.test"}}};
    }
    /// A certificate for this machine, and whoever vouches for it.
    static const QString &certificates()
    {
        static QTemporaryDir made;
        static const QString directory = createAuthority(made.path(), {}) ? made.path() : QString();
        return directory;
    }
    static QStringList receiverArguments()
    {
        return {QStringLiteral("--certificate"), certificates() + QStringLiteral("/hub.pem"),
                QStringLiteral("--key"),         certificates() + QStringLiteral("/hub.key"),
                QStringLiteral("--secret"),      QString::fromLatin1(kReceiverSecret)};
    }
    static Json webhookTo(const OutsideServer &receiver)
    {
        QFile authority(certificates() + QStringLiteral("/authority.pem"));
        return {{"isOn", true},
                {"url", "https://127.0.0.1:" + std::to_string(receiver.port) + "/in?key=4711"},
                {"authority", authority.open(QIODevice::ReadOnly) ? authority.readAll().toStdString() : ""}};
    }
    static std::string setRule(CustomerHub &hub, const Json &rule, const Json &decision = kDecision)
    {
        return codeOf(hub.change(kBoss, "setAlertRule", {{"rule", rule}, {"decision", decision}}));
    }
    static Json history(CustomerHub &hub, StaffId staff = kBoss)
    {
        return CustomerHub::result(hub.ask(
            staff, "alertHistory", {{"fromMs", 0}, {"toMs", kMorningMs + kDayMs}, {"limit", 100}}))["alerts"];
    }
    /// What the database and its log hold, as bytes.
    static QByteArray bytesOnDisk(const QString &directory)
    {
        QByteArray all;
        for (const char *name : {"/branch.sqlite", "/branch.sqlite-wal"}) {
            QFile file(directory + QLatin1String(name));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    /// Alerts are posted to the receiver from now on. The error's code, or nothing.
    auto postsTo(CustomerHub &hub)
    {
        return codeOf(
            hub.change(kBoss, "setAlertChannels",
                       {{"revision", 0}, {"webhook", webhookTo(m_receiver)}, {"webhookSecret", kReceiverSecret}}));
    }

private Q_SLOTS:
    void cleanup()
    {
        m_mail.stop();
        m_receiver.stop();
        m_mail.said.clear();
        m_receiver.said.clear();
    }

    void aNewBranchHasUsualRulesOnce()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        AlertListener listener(hub);
        TRY_VERIFY(!listener.note().is_null() && !listener.note().value("rules", Json::array()).empty());
        const Json rules = listener.note()["rules"];
        hub.restart();
        AlertListener again(hub);
        TRY_VERIFY(!again.note().is_null());
        QCOMPARE(again.note()["rules"], rules);
    }

    void anAlertIsRaisedSeenAndOver()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        AlertListener listener(hub);
        const Json ruleId = addedRule(hub, queueRule({{"channels", {"sound"}}}));
        const std::int64_t first = hub.ticket();
        hub.ticket();
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        Json alert = listener.open(ruleId)[0];
        QCOMPARE(alert["state"], Json("raised"));
        QCOMPARE(joined(stepsOf(alert)), std::string("raised told"));
        QCOMPARE(alert["businessDay"], Json(kDay));
        const Json id = alert["id"];
        QCOMPARE(codeOf(hub.change(kBoss, "acknowledgeAlert", {{"alert", id}})), "");
        QCOMPARE(codeOf(hub.change(kBoss, "actOnAlert", {{"alert", id}, {"action", "assignProfile"}})), "");
        QCOMPARE(codeOf(hub.change(kBoss, "actOnAlert", {{"alert", id}, {"action", "Nguyễn Văn A"}})),
                 "InvalidParams");
        TRY_COMPARE(listener.open(ruleId)[0]["state"], Json("actedOn"));
        QCOMPARE(codeOf(hub.change(kBoss, "cancelTicket", {{"ticket", first}, {"reason", "other"}})), "");
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{0});
        const Json past = history(hub);
        QCOMPARE(past.size(), std::size_t{1});
        alert = past[0];
        QCOMPARE(joined(stepsOf(alert)), std::string("raised told acknowledged actedOn resolved"));
        QCOMPARE(alert["steps"][2]["by"], Json(kBoss.value));
        QCOMPARE(alert["steps"][3]["text"], Json("assignProfile"));
        QVERIFY(!alert["steps"][4].contains("by"));
        QCOMPARE(codeOf(hub.change(kBoss, "acknowledgeAlert", {{"alert", id}})), "WrongState");
        QCOMPARE(codeOf(hub.change(kBoss, "acknowledgeAlert", {{"alert", 4711}})), "UnknownAlert");
        QCOMPARE(hub.audit("alertAcknowledged").size(), std::size_t{3});
        QCOMPARE(hub.audit("alertAcknowledged")[2]["subject"], Json("alert " + id.dump()));
        // who may not, may not; and tellers are told nothing
        QCOMPARE(codeOf(hub.change(kTeller, "acknowledgeAlert", {{"alert", id}})), "NotAllowed");
        QCOMPARE(codeOf(hub.ask(kTeller, "alertHistory", {{"fromMs", 0}, {"toMs", 1}, {"limit", 1}})),
                 "NotAllowed");
    }

    void whatIsOpenGoesOnAfterARestart()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const Json ruleId = addedRule(hub, queueRule());
        hub.ticket();
        hub.ticket();
        Json id;
        {
            AlertListener listener(hub);
            TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
            id = listener.open(ruleId)[0]["id"];
            QCOMPARE(codeOf(hub.change(kBoss, "acknowledgeAlert", {{"alert", id}})), "");
        }
        hub.restart();
        AlertListener listener(hub);
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        QCOMPARE(listener.open(ruleId)[0]["id"], id);
        QCOMPARE(listener.open(ruleId)[0]["state"], Json("acknowledged"));
        QCOMPARE(history(hub).size(), std::size_t{1});
        hub.ticket(); // and the next alert is another
        hub.ticket({{"service", 2}});
        hub.ticket({{"service", 2}});
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{2});
        QVERIFY(listener.open(ruleId)[0]["id"] > id);
    }

    void rulesSayWhatTheyMeanForCustomers()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        Json unanswered = kDecision;
        unanswered["feels"] = " ";
        QCOMPARE(setRule(hub, queueRule(), unanswered), "DecisionNeeded");
        QCOMPARE(setRule(hub, queueRule(), Json::object()), "DecisionNeeded");
        const Json made = CustomerHub::result(
            hub.change(kBoss, "setAlertRule", {{"rule", queueRule()}, {"decision", kDecision}}));
        Json rule = queueRule();
        rule["id"] = made["rule"];
        QCOMPARE(setRule(hub, rule), "SettingChanged"); // revision 0 was before it
        rule["revision"] = made["revision"];
        rule["threshold"] = 3;
        QCOMPARE(setRule(hub, rule), "");
        QCOMPARE(setRule(hub, rule), "SettingChanged");
        const auto remove = [&](const Json &revision, const Json &decision) {
            return codeOf(hub.change(kBoss, "removeAlertRule",
                                     {{"rule", rule["id"]}, {"revision", revision}, {"decision", decision}}));
        };
        QCOMPARE(remove(1, kDecision), "SettingChanged");
        QCOMPARE(remove(2, Json::object()), "DecisionNeeded");
        QCOMPARE(remove(2, kDecision), "");
        QCOMPARE(remove(2, kDecision), "UnknownAlertRule");
        AlertListener listener(hub);
        TRY_VERIFY(!listener.note().is_null());
        for (const Json &each : listener.note().value("rules", Json::array()))
            QVERIFY(each["id"] != rule["id"]);
        // what was said stands in the notebook alone
        const Json entries = hub.audit("alertRuleChanged");
        QCOMPARE(entries.size(), std::size_t{3});
        QVERIFY(entries.dump().find("yên tâm") == std::string::npos);
    }

    void mailGoesOutWhileTheHubWorksOn()
    {
        QVERIFY(m_mail.start({QStringLiteral("--security"), QStringLiteral("plain")}));
        QVERIFY(m_mail.tell("hold"));
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        QCOMPARE(codeOf(hub.change(kBoss, "setAlertChannels", {{"revision", 0}, {"mail", mailTo(m_mail)}})), "");
        const Json ruleId = addedRule(hub, queueRule({{"channels", {"mail"}}, {"mailTo", {"an@bank.test"}}}));
        AlertListener listener(hub);
        hub.ticket();
        hub.ticket();
        TRY_COMPARE(m_mail.count("data"), 1); // the server has it and says nothing
        // the branch goes on meanwhile
        for (int i = 0; i < 20; ++i)
            QVERIFY(hub.ticket() > 0);
        QVERIFY(hub.call(kTeller, 1) > 0);
        Json channels = CustomerHub::result(hub.ask(kBoss, "alertChannels"));
        QCOMPARE(channels["mailState"]["waiting"], Json(1));
        QCOMPARE(m_mail.count("mail"), 0);
        QVERIFY(m_mail.tell("release"));
        TRY_COMPARE(m_mail.count("mail"), 1);
        const Json mail = m_mail.all("mail")[0];
        QCOMPARE(mail["to"], Json({"an@bank.test"}));
        QCOMPARE(mail["subject"].get<std::string>(),
                 std::string("[Chi nhánh Thử] Cảnh báo: Nhiều khách đang chờ – Tiền gửi"));
        QVERIFY(mail["text"].get<std::string>().find("Quy tắc: Hàng dài") != std::string::npos);
        TRY_COMPARE(joined(stepsOf(listener.open(ruleId)[0])), std::string("raised told"));
        QCOMPARE(listener.open(ruleId)[0]["steps"][1]["channel"], Json("mail"));
        channels = CustomerHub::result(hub.ask(kBoss, "alertChannels"));
        QCOMPARE(channels["mailState"]["waiting"], Json(0));
        QVERIFY(channels["mailState"]["sentMs"] > 0);
    }

    void whatWaitsIsSentAfterARestart()
    {
        QVERIFY(m_mail.start({QStringLiteral("--security"), QStringLiteral("plain")}));
        m_mail.stop(); // its port stays its own
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        QCOMPARE(codeOf(hub.change(kBoss, "setAlertChannels", {{"revision", 0}, {"mail", mailTo(m_mail)}})), "");
        QCOMPARE(setRule(hub, queueRule({{"channels", {"mail"}}, {"mailTo", {"an@bank.test"}}})), "");
        const std::int64_t first = hub.ticket();
        hub.ticket();
        const auto state = [&] { return CustomerHub::result(hub.ask(kBoss, "alertChannels"))["mailState"]; };
        TRY_COMPARE(state()["problem"], Json("unreachable"));
        hub.restart();
        QCOMPARE(state()["waiting"], Json(1));
        QVERIFY(m_mail.start({QStringLiteral("--security"), QStringLiteral("plain")}));
        TRY_COMPARE(m_mail.count("mail"), 1);
        TRY_COMPARE(joined(stepsOf(history(hub)[0])), std::string("raised told"));
        hub.restart(); // and not again
        QCOMPARE(state()["waiting"], Json(0));
        QCOMPARE(m_mail.count("mail"), 1);
        QCOMPARE(codeOf(hub.change(kBoss, "cancelTicket", {{"ticket", first}, {"reason", "other"}})), "");
        TRY_COMPARE(joined(stepsOf(history(hub)[0])), std::string("raised told resolved"));
    }

    void whatIsOverIsNotSentAnyMore()
    {
        QVERIFY(m_mail.start({QStringLiteral("--security"), QStringLiteral("plain")}));
        m_mail.stop();
        QVERIFY(m_receiver.start(receiverArguments()));
        m_receiver.stop();
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        QCOMPARE(codeOf(hub.change(kBoss, "setAlertChannels",
                                   {{"revision", 0},
                                    {"mail", mailTo(m_mail)},
                                    {"webhook", webhookTo(m_receiver)},
                                    {"webhookSecret", kReceiverSecret}})),
                 "");
        QCOMPARE(setRule(hub, queueRule({{"channels", {"mail", "webhook"}}, {"mailTo", {"an@bank.test"}}})), "");
        const std::int64_t first = hub.ticket();
        hub.ticket();
        const auto channels = [&] { return CustomerHub::result(hub.ask(kBoss, "alertChannels")); };
        TRY_COMPARE(channels()["mailState"]["problem"], Json("unreachable"));
        TRY_COMPARE(channels()["webhookState"]["problem"], Json("unreachable"));
        // its cause ends before anybody was told: nobody is alarmed, and there is no end without a beginning
        QCOMPARE(codeOf(hub.change(kBoss, "cancelTicket", {{"ticket", first}, {"reason", "other"}})), "");
        TRY_COMPARE(joined(stepsOf(history(hub)[0])), std::string("raised resolved notTold notTold"));
        for (const std::size_t step : {2U, 3U})
            QCOMPARE(history(hub)[0]["steps"][step]["text"], Json("over"));
        QCOMPARE(channels()["mailState"]["waiting"], Json(0));
        QCOMPARE(channels()["webhookState"]["waiting"], Json(0));
        hub.restart();
        QCOMPARE(channels()["mailState"]["waiting"], Json(0));
        QCOMPARE(joined(stepsOf(history(hub)[0])), std::string("raised resolved notTold notTold"));
    }

    void anEndFollowsABeginningThatMayHaveArrived()
    {
        QVERIFY(m_receiver.start(receiverArguments()));
        QVERIFY(m_receiver.tell("status 503"));
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        QCOMPARE(postsTo(hub), "");
        QCOMPARE(setRule(hub, queueRule({{"channels", {"webhook"}}})), "");
        const std::int64_t first = hub.ticket();
        hub.ticket();
        TRY_VERIFY(m_receiver.count("post") > 0);
        QCOMPARE(codeOf(hub.change(kBoss, "cancelTicket", {{"ticket", first}, {"reason", "other"}})), "");
        TRY_COMPARE(m_receiver.all("post").back()["body"]["why"], Json("resolved"));
        QVERIFY(m_receiver.tell("status 204"));
        TRY_COMPARE(joined(stepsOf(history(hub)[0])), std::string("raised resolved notTold told"));
        const std::int64_t posts = m_receiver.count("post");
        hub.restart();
        QCOMPARE(CustomerHub::result(hub.ask(kBoss, "alertChannels"))["webhookState"]["waiting"], Json(0));
        QCOMPARE(m_receiver.count("post"), posts);
    }

    void anotherSystemHearsTheBeginningAndTheEnd()
    {
        QVERIFY(m_receiver.start(receiverArguments()));
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        QCOMPARE(postsTo(hub), "");
        QCOMPARE(setRule(hub, queueRule({{"channels", {"webhook"}}})), "");
        const std::int64_t first = hub.ticket();
        hub.ticket();
        TRY_COMPARE(m_receiver.count("post"), 1);
        TRY_COMPARE(joined(stepsOf(history(hub)[0])), std::string("raised told"));
        QCOMPARE(codeOf(hub.change(kBoss, "cancelTicket", {{"ticket", first}, {"reason", "other"}})), "");
        TRY_COMPARE(m_receiver.count("post"), 2);
        const auto posts = m_receiver.all("post");
        QVERIFY(posts[0]["fits"].get<bool>() && posts[1]["fits"].get<bool>());
        QVERIFY(posts[0]["id"] != posts[1]["id"]);
        QCOMPARE(posts[0]["body"]["why"], Json("raised"));
        QCOMPARE(posts[0]["body"]["alert"]["kind"], Json("queueLong"));
        QVERIFY(!posts[0]["body"]["alert"].contains("steps"));
        QCOMPARE(posts[1]["body"]["why"], Json("resolved"));
        QCOMPARE(posts[1]["body"]["alert"]["id"], posts[0]["body"]["alert"]["id"]);
        TRY_COMPARE(joined(stepsOf(history(hub)[0])), std::string("raised told resolved told"));
    }

    void whatCannotGoOutIsSaid()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        QCOMPARE(setRule(hub, queueRule({{"channels", {"mail"}}, {"mailTo", {"an@bank.test"}}})), "");
        hub.ticket();
        hub.ticket();
        TRY_COMPARE(history(hub).size(), std::size_t{1});
        TRY_COMPARE(joined(stepsOf(history(hub)[0])), std::string("raised notTold"));
        QCOMPARE(history(hub)[0]["steps"][1]["text"], Json("off"));
    }

    void secretsGoInAndNeverOut()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const std::string password = "mật-khẩu-thư-5731";
        const std::string secret = "khóa-ký-webhook-2096";
        Json mail = mailTo(m_mail);
        mail["security"] = "tls";
        mail["user"] = "hub";
        const auto set
            = [&](Json params) { return codeOf(hub.change(kBoss, "setAlertChannels", std::move(params))); };
        QCOMPARE(set({{"revision", 0}, {"mail", mail}}), "InvalidParams"); // who signs in needs a password
        QCOMPARE(set({{"revision", 0}, {"mail", mail}, {"mailPassword", password}}), "");
        QCOMPARE(set({{"revision", 0}, {"mail", mail}}), "SettingChanged");
        const Json webhook{{"isOn", true}, {"url", "https://ops.bank.test/in?key=4711"}};
        QCOMPARE(set({{"revision", 1}, {"webhook", webhook}}), "InvalidParams");
        QCOMPARE(set({{"revision", 1}, {"webhook", webhook}, {"webhookSecret", secret}}), "");
        const Json answer = hub.ask(kBoss, "alertChannels");
        const Json channels = CustomerHub::result(answer);
        QCOMPARE(channels["revision"], Json(2));
        QVERIFY(channels["hasMailPassword"].get<bool>() && channels["hasWebhookSecret"].get<bool>());
        QVERIFY(answer.dump().find(password) == std::string::npos);
        QVERIFY(answer.dump().find(secret) == std::string::npos);
        QCOMPARE(channels["webhook"]["url"], Json("https://ops.bank.test/in?key=4711"));
        // who does not set them sees where to, and not the rest, which may be a key
        QCOMPARE(CustomerHub::result(hub.ask(kAuditor, "alertChannels"))["webhook"]["url"],
                 Json("https://ops.bank.test/…"));
        // a password is not sent to a server it was not given for
        Json elsewhere = mail;
        elsewhere["host"] = "mail.elsewhere.test";
        QCOMPARE(set({{"revision", 2}, {"mail", elsewhere}}), "InvalidParams");
        mail["from"] = "other@branch.test";
        QCOMPARE(set({{"revision", 2}, {"mail", mail}}), "");
        // what would be sent in the open, or to no real place
        for (const auto &[field, value] :
             std::vector<std::pair<std::string, Json>>{{"security", "plain"},
                                                       {"host", "mail.test\r\nRCPT TO:<a@b.test>"},
                                                       {"host", ""},
                                                       {"from", "hub"},
                                                       {"to", {"a@b.test>\r\nX: y"}},
                                                       {"authority", "no certificate"},
                                                       {"port", 70000}}) {
            Json bad = mail;
            bad[field] = value;
            QVERIFY2(set({{"revision", 3}, {"mail", bad}, {"mailPassword", password}}) == "InvalidParams",
                     field.c_str());
        }
        for (const char *url : {"http://ops.bank.test/in", "https://", "https://u:p@ops.bank.test/",
                                "file:///etc/passwd", "https://ops.bank.test/\r\nX: y"})
            QVERIFY2(set({{"revision", 3}, {"webhook", {{"isOn", true}, {"url", url}}}}) == "InvalidParams", url);
        QCOMPARE(codeOf(hub.change(kTeller, "setAlertChannels", {{"revision", 3}})), "NotAllowed");
        QCOMPARE(codeOf(hub.ask(kTeller, "alertChannels")), "NotAllowed");
        QCOMPARE(codeOf(hub.ask(kAuditor, "testAlertChannel", {{"channel", "mail"}})), "NotAllowed");
        hub.stop();
        const QByteArray disk = bytesOnDisk(hub.hub.directory());
        QVERIFY(disk.contains("other@branch.test"));
        QVERIFY(!disk.contains(QByteArray::fromStdString(password)));
        QVERIFY(!disk.contains(QByteArray::fromStdString(secret)));
    }

    void aChannelIsTested()
    {
        QVERIFY(m_mail.start({QStringLiteral("--security"), QStringLiteral("plain")}));
        QVERIFY(m_mail.tell("refuse gone@bank.test"));
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const auto test
            = [&](const Json &params) { return CustomerHub::result(hub.ask(kBoss, "testAlertChannel", params)); };
        QCOMPARE(test({{"channel", "mail"}}), Json({{"isSent", false}, {"problem", "off"}}));
        QCOMPARE(codeOf(hub.change(kBoss, "setAlertChannels", {{"revision", 0}, {"mail", mailTo(m_mail)}})), "");
        QCOMPARE(test({{"channel", "mail"}}), Json({{"isSent", true}, {"problem", "none"}}));
        QCOMPARE(m_mail.all("mail")[0]["to"], Json({"ca-truc@bank.test"}));
        const Json refused = test({{"channel", "mail"}, {"mailTo", {"gone@bank.test"}}});
        QCOMPARE(refused["problem"], Json("recipientRefused"));
        QVERIFY(refused["answer"].get<std::string>().starts_with("550"));
        QCOMPARE(codeOf(hub.ask(kBoss, "testAlertChannel", {{"channel", "sound"}})), "InvalidParams");
        QCOMPARE(codeOf(hub.ask(kBoss, "testAlertChannel", {{"channel", "mail"}, {"mailTo", {"nobody"}}})),
                 "InvalidParams");
        TRY_COMPARE(hub.audit("alertChannelTested").size(), std::size_t{3});
    }

    void aDeviceThatIsGoneIsMissed()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const Json ruleId = addedRule(hub, ruleFor("deviceLost"));
        AlertListener listener(hub);
        auto kiosk = std::make_unique<RawClient>(hub.hub.address(kKiosk));
        kiosk->sayHello(Stream::Public, "kiosk-client-1");
        QVERIFY(answered(*kiosk));
        kiosk.reset();
        hub.hub.clock.advance(2 * kMinuteMs); // counted from when the hub sees it, which may be now
        const auto lost = [&] {
            hub.hub.clock.advance(kMinuteMs);
            return listener.open(ruleId).size() == 1;
        };
        TRY_VERIFY(lost());
        QCOMPARE(listener.open(ruleId)[0]["subject"]["device"], Json(kKiosk.value));
        hub.restart(); // still missed
        AlertListener again(hub);
        TRY_COMPARE(again.open(ruleId).size(), std::size_t{1});
        RawClient back(hub.hub.address(kKiosk));
        back.sayHello(Stream::Public, "kiosk-client-2");
        QVERIFY(answered(back));
        TRY_COMPARE(again.open(ruleId).size(), std::size_t{0});
    }

    void aKioskSaysThatItCannotPrint()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const Json ruleId = addedRule(hub, ruleFor("printerOut"));
        AlertListener listener(hub);
        RawClient kiosk(hub.hub.address(kKiosk));
        kiosk.sayHello(Stream::Public, "kiosk-client-1");
        QVERIFY(answered(kiosk));
        QCOMPARE(codeAfter(kiosk, "reportDevice", {{"printer", "out"}}), "");
        hub.hub.clock.advance(2 * kMinuteMs);
        QCOMPARE(codeAfter(kiosk, "reportDevice", {{"printer", "out"}}), ""); // since the first time
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        QCOMPARE(listener.open(ruleId)[0]["subject"]["device"], Json(kKiosk.value));
        QCOMPARE(codeAfter(kiosk, "reportDevice", {{"printer", "ready"}}), "");
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{0});
        QCOMPARE(codeAfter(kiosk, "reportDevice", {{"printer", "on fire"}}), "InvalidParams");
        QCOMPARE(codeOf(hub.ask(kBoss, "reportDevice", {{"printer", "out"}})), "NotAllowed");
    }

    void whatATellerLacksGrowsOld()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const Json ruleId = addedRule(hub, ruleFor("blockerOld"));
        AlertListener listener(hub);
        const Json made = CustomerHub::result(hub.change(
            kTeller, "addOpenItem",
            {{"kind", "blocker"}, {"department", "counter"}, {"blocker", "system"}, {"text", "máy quét hỏng"}}));
        QVERIFY(!made.empty());
        hub.hub.clock.advance(2 * kMinuteMs);
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        QVERIFY(listener.open(ruleId)[0].dump().find("quét") == std::string::npos);
    }

    void nobodyAnswersAndItIsToldFurther()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        Json rule = queueRule({{"channels", {"sound"}}});
        rule["escalateMs"] = 5 * kMinuteMs;
        rule["escalation"] = {{"channels", {"sound", "desktop"}}};
        const Json ruleId = addedRule(hub, rule);
        AlertListener listener(hub);
        hub.ticket();
        hub.ticket();
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        QVERIFY(!listener.open(ruleId)[0].value("isEscalated", false));
        hub.hub.clock.advance(6 * kMinuteMs);
        TRY_VERIFY(listener.open(ruleId)[0].value("isEscalated", false));
        QCOMPARE(joined(stepsOf(listener.open(ruleId)[0])), std::string("raised told escalated told told"));
    }

    void toldAgainAndFurtherAtOnceBothStand()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        Json rule = queueRule({{"channels", {"sound"}}});
        rule["repeatMs"] = rule["escalateMs"] = 5 * kMinuteMs;
        const Json ruleId = addedRule(hub, rule);
        AlertListener listener(hub);
        hub.ticket();
        hub.ticket();
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        hub.hub.clock.advance(6 * kMinuteMs);
        const std::string steps = "raised told repeated escalated told";
        TRY_COMPARE(joined(stepsOf(listener.open(ruleId)[0])), steps);
        hub.restart(); // and on the disk
        AlertListener again(hub);
        TRY_COMPARE(again.open(ruleId).size(), std::size_t{1});
        QCOMPARE(joined(stepsOf(again.open(ruleId)[0])), steps);
    }

    void allEndWithTheDay()
    {
        CustomerHub hub(smallBranch(), quick);
        QVERIFY(hub.isReady);
        const Json ruleId = addedRule(hub, queueRule());
        AlertListener listener(hub);
        hub.ticket();
        hub.ticket();
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{1});
        QCOMPARE(codeOf(hub.change(kBoss, "closeDay", {{"force", true}})), "");
        TRY_COMPARE(listener.open(ruleId).size(), std::size_t{0});
        QCOMPARE(history(hub)[0]["steps"][1]["text"], Json("dayClosed"));
    }
};

QTEST_GUILESS_MAIN(TstAlertDesk)
#include "tst_alertdesk.moc"
