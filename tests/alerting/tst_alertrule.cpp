// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerting/alertrule.h"
#include "tests/base/show.h"

#include <QTest>

#include <functional>

using namespace tiepdon;

Q_DECLARE_METATYPE(tiepdon::AlertRule)
Q_DECLARE_METATYPE(std::string)

namespace {

AlertRule rule(AlertKind kind)
{
    AlertRule rule;
    rule.name = {"Quy tắc", "Rule"};
    rule.kind = kind;
    rule.threshold = thresholdsOf(kind).usual;
    rule.aheadMs = kind == AlertKind::WaitWillBeOver ? 15 * kMinuteMs : 0;
    return rule;
}

std::string fieldOf(const AlertRule &wrong)
{
    const auto result = checked(wrong);
    if (result)
        return "taken";
    if (result.error().code != ErrorCode::InvalidParams)
        return std::string(name(result.error().code));
    return result.error().detail.at("field");
}

} // namespace

class TestAlertRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNoRuleCanHaveIsRefused_data();
    void whatNoRuleCanHaveIsRefused();
    void everyKindHasARange();
    void whatAKindHasNoUseForIsLeftOut();
    void textsAndListsAreCleaned();
    void mailAddresses_data();
    void mailAddresses();
    void theUsualRulesAreSound();
};

void TestAlertRule::whatNoRuleCanHaveIsRefused_data()
{
    QTest::addColumn<AlertRule>("wrong");
    QTest::addColumn<std::string>("field");
    const auto row = [](const char *name, AlertKind kind, const std::function<void(AlertRule &)> &spoil,
                        const std::string &field) {
        AlertRule wrong = rule(kind);
        spoil(wrong);
        QTest::newRow(name) << wrong << field;
    };
    using R = AlertRule &;
    constexpr AlertKind kWait = AlertKind::WaitOver;
    constexpr AlertKind kSoon = AlertKind::WaitWillBeOver;
    row(
        "as it should be", kWait, [](R) {}, "taken");
    row(
        "no name", kWait, [](R r) { r.name.vi = " \t"; }, "name");
    row(
        "a name too long", kWait, [](R r) { r.name.en = std::string(500, 'x'); }, "TooLarge");
    row(
        "a name that is no text", kWait, [](R r) { r.name.vi = "\xff"; }, "nothing");
    row(
        "a number below nothing", kWait, [](R r) { r.id = {-1}; }, "id");
    row(
        "a threshold of nothing", kWait, [](R r) { r.threshold = 0; }, "threshold");
    row(
        "a probability over one", kSoon, [](R r) { r.threshold = 1001; }, "threshold");
    row(
        "a probability of one", kSoon, [](R r) { r.threshold = 1000; }, "taken");
    row(
        "an end beyond the threshold", kWait, [](R r) { r.clearAt = r.threshold + 1; }, "clearAt");
    row(
        "an end below nothing", kWait, [](R r) { r.clearAt = -1; }, "clearAt");
    row(
        "no time ahead", kSoon, [](R r) { r.aheadMs = 0; }, "aheadMs");
    row(
        "an hour ahead", kSoon, [](R r) { r.aheadMs = kHourMs; }, "aheadMs");
    row(
        "half an hour ahead", kSoon, [](R r) { r.aheadMs = 30 * kMinuteMs; }, "taken");
    row(
        "a hold below nothing", kWait, [](R r) { r.holdMs = -1; }, "holdMs");
    row(
        "a repeat over a day", kWait, [](R r) { r.repeatMs = kDayMs + 1; }, "repeatMs");
    row(
        "an escalation below nothing", kWait, [](R r) { r.escalateMs = -kMinuteMs; }, "escalateMs");
    row(
        "mail to nobody", kWait, [](R r) { r.telling.channels = {AlertChannel::Mail}; }, "telling");
    row(
        "mail to what is no address", kWait, [](R r) { r.telling.mailTo = {"nobody"}; }, "telling");
    row(
        "mail to too many", kWait,
        [](R r) {
            for (int i = 0; i < 21; ++i)
                r.telling.mailTo.push_back("a" + std::to_string(i) + "@example.com");
        },
        "telling");
    row(
        "escalated to nobody by mail", kWait, [](R r) { r.escalation.channels = {AlertChannel::Mail}; },
        "escalation");
    row(
        "quiet on no day", kWait,
        [](R r) {
            r.quiet = {{0, 0, 60}};
        },
        "quiet");
    row(
        "quiet backwards", kWait,
        [](R r) {
            r.quiet = {{127, 60, 60}};
        },
        "quiet");
    row(
        "quiet beyond the day", kWait,
        [](R r) {
            r.quiet = {{127, 60, 1441}};
        },
        "quiet");
    row(
        "too many quiet hours", kWait,
        [](R r) {
            r.quiet.assign(15, {127, 60, 120});
        },
        "quiet");
    row(
        "a scope of more than there is", kWait,
        [](R r) {
            for (std::int64_t i = 1; i <= 2001; ++i)
                r.scope.services.push_back({i});
        },
        "scope");
}

void TestAlertRule::whatNoRuleCanHaveIsRefused()
{
    QFETCH(const AlertRule, wrong);
    QFETCH(const std::string, field);
    if (field == "nothing")
        QVERIFY(!checked(wrong));
    else
        QCOMPARE(fieldOf(wrong), field);
}

void TestAlertRule::everyKindHasARange()
{
    for (std::size_t i = 0; i < names(AlertKind()).size(); ++i) {
        const auto kind = static_cast<AlertKind>(i);
        const AlertThresholds thresholds = thresholdsOf(kind);
        QVERIFY(thresholds.least > 0 && thresholds.least <= thresholds.usual);
        QVERIFY(thresholds.usual <= thresholds.most);
        for (const auto &[threshold, field] : {std::pair{thresholds.least, "taken"},
                                               {thresholds.most, "taken"},
                                               {thresholds.least - 1, "threshold"},
                                               {thresholds.most + 1, "threshold"}}) {
            AlertRule one = rule(kind);
            one.threshold = threshold;
            QCOMPARE(fieldOf(one), std::string(field));
        }
    }
}

void TestAlertRule::whatAKindHasNoUseForIsLeftOut()
{
    AlertRule one = rule(AlertKind::BreakLong);
    one.scope = {{{1}}, {{2}}, {{3}}};
    one.aheadMs = kMinuteMs;
    const auto kept = checked(one);
    QVERIFY(kept.isOk());
    QVERIFY((kept->scope == AlertScope{{}, {}, {{3}}}));
    QCOMPARE(kept->aheadMs, TimeMs(0));
    one.kind = AlertKind::TicketForgotten;
    QVERIFY((checked(one)->scope == one.scope));
}

void TestAlertRule::textsAndListsAreCleaned()
{
    AlertRule one = rule(AlertKind::WaitOver);
    one.name = {"  Hàng\n chờ ", "\u202eQueue"};
    one.scope.services = {{3}, {1}, {3}};
    one.telling = {{AlertChannel::Mail, AlertChannel::Sound, AlertChannel::Mail}, {"b@x.vn", "a@x.vn", "b@x.vn"}};
    const auto kept = checked(one);
    QVERIFY(kept.isOk());
    QCOMPARE(kept->name.vi, std::string("Hàng chờ"));
    QCOMPARE(kept->name.en, std::string("Queue"));
    QVERIFY((kept->scope.services == std::vector<ServiceId>{{1}, {3}}));
    QVERIFY((kept->telling == AlertTelling{{AlertChannel::Sound, AlertChannel::Mail}, {"a@x.vn", "b@x.vn"}}));
}

void TestAlertRule::mailAddresses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("isOne");
    const auto row
        = [](const char *name, const std::string &text, bool isOne) { QTest::newRow(name) << text << isOne; };
    row("plain", "truong.phong+ca@chinhanh.bank.vn", true);
    row("at a host without dots", "root@localhost", true);
    row("nothing", "", false);
    row("no sign", "chinhanh.vn", false);
    row("nobody", "@chinhanh.vn", false);
    row("nowhere", "lan@", false);
    row("two signs", "lan@a@b.vn", false);
    row("a blank", "lan nguyen@b.vn", false);
    row("a line of its own", "lan@b.vn\r\nBcc: x@y.vn", false);
    row("a name before it", "Lan <lan@b.vn>", false);
    row("two addresses", "a@b.vn,c@d.vn", false);
    row("a dot first", ".lan@b.vn", false);
    row("a dot last", "lan.@b.vn", false);
    row("two dots", "la..n@b.vn", false);
    row("a label too long", "a@" + std::string(64, 'x') + ".vn", false);
    row("an empty label", "a@b..vn", false);
    row("a dash first", "a@-b.vn", false);
    row("a name too long", std::string(65, 'a') + "@b.vn", false);
    row("not in ASCII", "lần@b.vn", false);
}

void TestAlertRule::mailAddresses()
{
    QFETCH(const std::string, text);
    QFETCH(const bool, isOne);
    QCOMPARE(isMailAddress(text), isOne);
}

void TestAlertRule::theUsualRulesAreSound()
{
    const auto rules = usualAlertRules();
    QVERIFY(rules.size() >= 11);
    std::vector<bool> isThere(names(AlertKind()).size(), false);
    std::int64_t id = 0;
    for (const AlertRule &one : rules) {
        QCOMPARE(one.id.value, ++id);
        QVERIFY(!one.name.en.empty());
        QVERIFY(one.isOn);
        const auto kept = checked(one);
        QVERIFY(kept.isOk());
        QVERIFY(*kept == one);
        isThere[static_cast<std::size_t>(one.kind)] = true;
    }
    QVERIFY(std::all_of(isThere.begin(), isThere.end(), [](bool is) { return is; }));
}

QTEST_APPLESS_MAIN(TestAlertRule)
#include "tst_alertrule.moc"
