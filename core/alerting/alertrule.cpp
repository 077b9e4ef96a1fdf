// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerting/alertrule.h"

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/queue/outlook.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// RFC 5321, 4.5.3.1.
constexpr std::size_t kMailLocalMax = 64;
constexpr std::size_t kMailAddressMax = 254;
constexpr std::size_t kMailLabelMax = 63;
/// What a teller lacks can stay open for weeks; longer ago nobody waits for it any more.
constexpr TimeMs kBlockerMsMax = 60 * kDayMs;
constexpr std::int64_t kEveryDay = 127;

Error invalid(const char *field, const char *why)
{
    return Error{ErrorCode::InvalidParams, why, {{"field", field}}};
}

template <class T>
void order(std::vector<T> &list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Nothing when all is well, else the name of the field.
const char *faultOf(AlertTelling &telling)
{
    order(telling.channels);
    order(telling.mailTo);
    if (telling.mailTo.size() > kAlertMailToMax
        || !std::all_of(telling.mailTo.begin(), telling.mailTo.end(), isMailAddress))
        return "mailTo";
    const bool isMail
        = std::find(telling.channels.begin(), telling.channels.end(), AlertChannel::Mail) != telling.channels.end();
    return isMail && telling.mailTo.empty() ? "mailTo" : nullptr;
}

bool isWindow(const OpeningWindow &window)
{
    constexpr std::int64_t kDayMin = 24 * 60;
    return window.weekdays > 0 && window.weekdays <= kEveryDay && window.fromMin >= 0
        && window.fromMin < window.toMin && window.toMin <= kDayMin;
}

Result<void> checkScope(AlertRule &rule)
{
    const AlertScopeUse use = scopeUseOf(rule.kind);
    AlertScope &scope = rule.scope;
    if (!use.services)
        scope.services.clear();
    if (!use.segments)
        scope.segments.clear();
    if (!use.counters)
        scope.counters.clear();
    order(scope.services);
    order(scope.segments);
    order(scope.counters);
    if (scope.services.size() > limits::kDefinitionsMax || scope.segments.size() > limits::kDefinitionsMax
        || scope.counters.size() > limits::kDefinitionsMax)
        return invalid("scope", "the scope names more than a branch has");
    return {};
}

AlertRule usual(std::int64_t id, AlertKind kind, AlertSeverity severity, LocalText name, std::int64_t threshold,
                std::int64_t clearAt, TimeMs holdMs)
{
    AlertRule rule;
    rule.id = {id};
    rule.revision = 1;
    rule.name = std::move(name);
    rule.kind = kind;
    rule.severity = severity;
    rule.threshold = threshold;
    rule.clearAt = clearAt;
    rule.holdMs = holdMs;
    if (severity != AlertSeverity::Notice)
        rule.telling.channels = {AlertChannel::Sound, AlertChannel::Desktop};
    return rule;
}

} // namespace

AlertThresholds thresholdsOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::WaitOver:
        return {AlertUnit::Permille, 100, 20'000, 1000};
    case AlertKind::WaitWillBeOver:
        return {AlertUnit::Permille, 1, 1000, 600};
    case AlertKind::QueueLong:
        return {AlertUnit::People, 1, 10'000, 15};
    case AlertKind::ServiceLong:
        return {AlertUnit::Permille, 100, 100'000, 3000};
    case AlertKind::CounterIdle:
        return {AlertUnit::Ms, kSecondMs, kDayMs, 3 * kMinuteMs};
    case AlertKind::BreakLong:
        return {AlertUnit::Ms, kMinuteMs, kDayMs, 45 * kMinuteMs};
    case AlertKind::NoShowsInRow:
        return {AlertUnit::Calls, 1, 1000, 4};
    case AlertKind::TicketForgotten:
        return {AlertUnit::Ms, kMinuteMs, kDayMs, kHourMs};
    case AlertKind::DeviceLost:
    case AlertKind::PrinterOut:
        return {AlertUnit::Ms, kSecondMs, kDayMs, kMinuteMs};
    case AlertKind::BlockerOld:
        return {AlertUnit::Ms, kMinuteMs, kBlockerMsMax, kDayMs};
    }
    return {};
}

AlertScopeUse scopeUseOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::WaitOver:
    case AlertKind::QueueLong:
        return {true, true, false};
    case AlertKind::WaitWillBeOver:
        return {true, false, false};
    case AlertKind::ServiceLong:
    case AlertKind::CounterIdle:
        return {true, false, true};
    case AlertKind::BreakLong:
    case AlertKind::NoShowsInRow:
        return {false, false, true};
    case AlertKind::TicketForgotten:
        return {true, true, true};
    case AlertKind::DeviceLost:
    case AlertKind::BlockerOld:
    case AlertKind::PrinterOut:
        break;
    }
    return {};
}

bool isMailAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > kMailLocalMax || text.size() > kMailAddressMax)
        return false;
    const auto isLetterOrDigit
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    char before = '.';
    for (const char c : text.substr(0, at)) {
        // RFC 5322, 3.2.3: dots between atoms
        const bool isAtom
            = isLetterOrDigit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
        if (!isAtom && (c != '.' || before == '.'))
            return false;
        before = c;
    }
    if (before == '.')
        return false;
    std::size_t labels = 0;
    for (std::string_view rest = text.substr(at + 1); ++labels;) {
        const std::size_t dot = rest.find('.');
        const std::string_view label = rest.substr(0, dot);
        if (label.empty() || label.size() > kMailLabelMax || label.front() == '-' || label.back() == '-'
            || !std::all_of(label.begin(), label.end(), [&](char c) { return isLetterOrDigit(c) || c == '-'; }))
            return false;
        if (dot == std::string_view::npos)
            break;
        rest = rest.substr(dot + 1);
    }
    return true;
}

Result<AlertRule> checked(AlertRule rule)
{
    auto vi = cleanText(rule.name.vi, limits::kNameCharactersMax);
    auto en = cleanText(rule.name.en, limits::kNameCharactersMax);
    if (!vi || !en)
        return vi ? en.error() : vi.error();
    rule.name = {*vi, *en};
    if (rule.name.vi.empty())
        return invalid("name", "a rule needs a name");
    if (rule.id.value < 0 || rule.revision < 0)
        return invalid("id", "no number of a rule");
    const AlertThresholds thresholds = thresholdsOf(rule.kind);
    if (rule.threshold < thresholds.least || rule.threshold > thresholds.most)
        return invalid("threshold", "the threshold is out of its kind's range");
    if (rule.clearAt < 0 || rule.clearAt > rule.threshold)
        return invalid("clearAt", "the end is beyond the threshold");
    if (rule.kind != AlertKind::WaitWillBeOver)
        rule.aheadMs = 0;
    else if (rule.aheadMs < kMinuteMs || rule.aheadMs > Outlook::kAheadMsMax)
        return invalid("aheadMs", "nobody can say what will be so far ahead");
    for (const auto &[field, timeMs] :
         {std::pair{"holdMs", rule.holdMs}, {"repeatMs", rule.repeatMs}, {"escalateMs", rule.escalateMs}}) {
        if (timeMs < 0 || timeMs > kAlertTimeMsMax)
            return invalid(field, "not from nothing to a day");
    }
    if (const auto scope = checkScope(rule); !scope)
        return scope.error();
    if (faultOf(rule.telling))
        return invalid("telling", "mail needs addresses that are some");
    if (faultOf(rule.escalation))
        return invalid("escalation", "mail needs addresses that are some");
    if (rule.quiet.size() > limits::kOpeningWindowsMax
        || !std::all_of(rule.quiet.begin(), rule.quiet.end(), isWindow))
        return invalid("quiet", "quiet hours begin and end on a day");
    return rule;
}

std::vector<AlertRule> usualAlertRules()
{
    using Kind = AlertKind;
    using Severity = AlertSeverity;
    std::vector<AlertRule> rules = {
        usual(1, Kind::WaitWillBeOver, Severity::Warning,
              {"Sắp có khách chờ quá thời gian đã hứa", "A promised wait will soon be over"}, 600, 350,
              30 * kSecondMs),
        usual(2, Kind::WaitOver, Severity::Warning,
              {"Có khách chờ quá thời gian đã hứa", "Somebody waits longer than promised"}, 1000, 0, 0),
        usual(3, Kind::WaitOver, Severity::Critical,
              {"Có khách chờ gấp đôi thời gian đã hứa", "Somebody waits twice as long as promised"}, 2000, 0, 0),
        usual(4, Kind::QueueLong, Severity::Notice, {"Hàng chờ dài", "Many people wait"}, 15, 10, 2 * kMinuteMs),
        usual(5, Kind::ServiceLong, Severity::Notice,
              {"Giao dịch kéo dài bất thường", "A service takes far longer than usual"}, 3000, 0, 0),
        usual(6, Kind::CounterIdle, Severity::Warning,
              {"Quầy trống trong khi khách chờ", "A counter is free while people wait"}, 3 * kMinuteMs, 0, 0),
        usual(7, Kind::BreakLong, Severity::Notice, {"Nghỉ lâu", "A break lasts long"}, 45 * kMinuteMs, 0, 0),
        usual(8, Kind::NoShowsInRow, Severity::Notice,
              {"Nhiều lượt gọi liên tiếp không có khách đến", "Several calls in a row nobody came to"}, 4, 0, 0),
        usual(9, Kind::TicketForgotten, Severity::Notice,
              {"Phiếu bị bỏ quên chưa kết thúc", "A ticket was forgotten open"}, kHourMs, 0, 0),
        usual(10, Kind::DeviceLost, Severity::Warning, {"Mất liên lạc với thiết bị", "A device is out of reach"},
              kMinuteMs, 0, 0),
        usual(11, Kind::PrinterOut, Severity::Critical,
              {"Kiosk không in được phiếu", "A kiosk cannot print tickets"}, kMinuteMs, 0, 0),
        usual(12, Kind::BlockerOld, Severity::Notice,
              {"Vướng mắc của giao dịch viên chưa được xử lý", "What a teller lacks is still open"}, kDayMs, 0, 0),
    };
    rules[0].aheadMs = 15 * kMinuteMs;
    rules[2].repeatMs = 10 * kMinuteMs;
    rules[2].escalateMs = 15 * kMinuteMs;
    rules[2].escalation.channels = {AlertChannel::Sound, AlertChannel::Desktop};
    rules[10].repeatMs = 10 * kMinuteMs;
    return rules;
}

} // namespace tiepdon
