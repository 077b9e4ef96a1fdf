// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertrulewords.h"

#include "app/supervisor/alertwords.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

namespace tiepdon {
namespace {

struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

constexpr std::int64_t kDayMin = 24 * 60;
constexpr std::size_t kNamedMax = 4; ///< of a list in a sentence

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

QString percent(std::int64_t permille)
{
    const bool isWhole = permille % 10 == 0;
    return QLocale().toString(static_cast<double>(permille) / 10, 'f', isWhole ? 0 : 1) + QStringLiteral(" %");
}

QString listed(QStringList names)
{
    const auto more = names.size() - static_cast<qsizetype>(kNamedMax);
    if (more > 0) {
        names = names.mid(0, static_cast<qsizetype>(kNamedMax));
        names << RuleWords::tr("and %1 more").arg(number(more));
    }
    return names.join(QStringLiteral(", "));
}

QString services(const BranchState &branch, const AlertScope &scope)
{
    if (scope.services.empty())
        return RuleWords::tr("any service");
    QStringList names;
    for (const ServiceId id : scope.services)
        names << serviceName(branch, id);
    return listed(names);
}

/// The services, and which people alone.
QString queues(const BranchState &branch, const AlertScope &scope)
{
    if (scope.segments.empty())
        return services(branch, scope);
    QStringList names;
    for (const SegmentId id : scope.segments)
        names << (id.isSet() ? segmentName(branch, id) : RuleWords::tr("ordinary people"));
    return RuleWords::tr("%1 (only %2)").arg(services(branch, scope), listed(names));
}

QString counters(const BranchState &branch, const AlertScope &scope)
{
    if (scope.counters.empty())
        return RuleWords::tr("any counter");
    QStringList names;
    for (const CounterId id : scope.counters)
        names << counterName(branch, id);
    return listed(names);
}

QString timeOfDay(std::int64_t minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / 60 % 24, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString weekdaysText(std::int64_t weekdays)
{
    QStringList parts;
    const auto day = [](int at) { return QLocale().standaloneDayName(at + 1, QLocale::ShortFormat); };
    for (int first = 0; first < 7; ++first) {
        if ((weekdays >> first & 1) == 0)
            continue;
        int last = first;
        while (last < 6 && (weekdays >> (last + 1) & 1) != 0)
            ++last;
        parts << (last - first < 2 ? day(first) : day(first) + QStringLiteral("–") + day(last));
        if (last - first == 1)
            parts << day(last);
        first = last;
    }
    return parts.join(QStringLiteral(", "));
}

std::int64_t nextDay(std::int64_t weekdays) { return (weekdays << 1 & 127) | (weekdays >> 6 & 1); }

QString toldBy(const AlertTelling &telling)
{
    QStringList ways;
    for (const AlertChannel channel : telling.channels) {
        if (channel != AlertChannel::Mail) {
            ways << channelWord(channel);
            continue;
        }
        QStringList addresses;
        for (const std::string &address : telling.mailTo)
            addresses << fromUtf8(address);
        ways << RuleWords::tr("mail to %1").arg(listed(addresses));
    }
    return ways.join(QStringLiteral(", "));
}

/// What was done, of the commands a supervisor has; another one by its name.
QString actionWord(const std::string &method)
{
    if (method == "assignProfile")
        return RuleWords::tr("another work profile");
    if (method == "moveCounters")
        return RuleWords::tr("counters or people moved");
    if (method == "signOn")
        return RuleWords::tr("a counter opened");
    if (method == "signOff")
        return RuleWords::tr("a counter closed");
    if (method == "takeBreak" || method == "endBreak")
        return RuleWords::tr("a break begun or ended");
    if (method == "raiseTicket")
        return RuleWords::tr("a ticket put first");
    if (method == "transfer")
        return RuleWords::tr("a ticket sent elsewhere");
    if (method == "cancelTicket")
        return RuleWords::tr("a ticket cancelled");
    if (method == "sendMessage")
        return RuleWords::tr("a message");
    if (method == "lookedAt")
        return RuleWords::tr("looked after it");
    return fromUtf8(method);
}

QString dateText(const std::string &day)
{
    const QDate date = QDate::fromString(fromUtf8(day), Qt::ISODate);
    return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : fromUtf8(day);
}

QString dayResult(const DryRunDay &day, const std::string &today)
{
    const QDate now = QDate::fromString(fromUtf8(today), Qt::ISODate);
    const bool isYesterday
        = now.isValid() && now.addDays(-1) == QDate::fromString(fromUtf8(day.businessDay), Qt::ISODate);
    const QString when
        = isYesterday ? RuleWords::tr("Yesterday") : RuleWords::tr("On %1").arg(dateText(day.businessDay));
    if (day.raised == 0 && day.missed == 0)
        return RuleWords::tr("%1 it would not have alerted.").arg(when);
    if (day.raised == 0)
        return RuleWords::tr("%1 it would not have alerted, and missed %2.").arg(when, number(day.missed));
    const QString alerts = day.raised == 1
        ? RuleWords::tr("%1 it would have alerted once").arg(when)
        : RuleWords::tr("%1 it would have alerted %2 times").arg(when, number(day.raised));
    const QString right = day.rightly == 0 ? RuleWords::tr("never rightly")
        : day.rightly == 1                 ? RuleWords::tr("once rightly")
        : day.rightly == 2                 ? RuleWords::tr("twice rightly")
                                           : RuleWords::tr("%1 times rightly").arg(number(day.rightly));
    QString text = alerts + QStringLiteral(", ") + right;
    if (day.missed > 0)
        text += QStringLiteral(", ") + RuleWords::tr("and missed %1").arg(number(day.missed));
    return text + QLatin1Char('.');
}

} // namespace

QString kindWord(AlertKind kind)
{
    switch (kind) {
    case AlertKind::WaitOver:
        return RuleWords::tr("Waits longer than promised");
    case AlertKind::WaitWillBeOver:
        return RuleWords::tr("A promise will be broken soon");
    case AlertKind::QueueLong:
        return RuleWords::tr("Many people wait");
    case AlertKind::ServiceLong:
        return RuleWords::tr("A service takes far too long");
    case AlertKind::CounterIdle:
        return RuleWords::tr("A counter is free while people wait");
    case AlertKind::BreakLong:
        return RuleWords::tr("A long break");
    case AlertKind::NoShowsInRow:
        return RuleWords::tr("Calls nobody comes to");
    case AlertKind::TicketForgotten:
        return RuleWords::tr("A ticket forgotten open");
    case AlertKind::DeviceLost:
        return RuleWords::tr("A device out of reach");
    case AlertKind::BlockerOld:
        return RuleWords::tr("What a teller lacks");
    case AlertKind::PrinterOut:
        return RuleWords::tr("A kiosk cannot print");
    }
    return {};
}

QString channelWord(AlertChannel channel)
{
    switch (channel) {
    case AlertChannel::Sound:
        return RuleWords::tr("sound");
    case AlertChannel::Desktop:
        return RuleWords::tr("system notification");
    case AlertChannel::Mail:
        return RuleWords::tr("mail");
    case AlertChannel::Webhook:
        return RuleWords::tr("another system");
    }
    return {};
}

QString spanText(TimeMs duration)
{
    const TimeMs seconds = std::max<TimeMs>(0, duration) / kSecondMs;
    const TimeMs minutes = seconds / 60;
    if (minutes == 0 || seconds % 60 != 0) {
        return minutes == 0 ? RuleWords::tr("%1 s").arg(number(seconds))
                            : RuleWords::tr("%1 min %2 s").arg(number(minutes), number(seconds % 60));
    }
    const TimeMs hours = minutes / 60;
    if (hours == 0)
        return RuleWords::tr("%1 min").arg(number(minutes));
    if (hours % 24 == 0 && minutes % 60 == 0)
        return hours == 24 ? RuleWords::tr("1 day") : RuleWords::tr("%1 days").arg(number(hours / 24));
    return minutes % 60 == 0 ? RuleWords::tr("%1 h").arg(number(hours))
                             : RuleWords::tr("%1 h %2 min").arg(number(hours), number(minutes % 60));
}

QString thresholdText(AlertKind kind, std::int64_t threshold)
{
    switch (thresholdsOf(kind).unit) {
    case AlertUnit::Permille:
        return percent(threshold);
    case AlertUnit::People:
        return threshold == 1 ? RuleWords::tr("1 person") : RuleWords::tr("%1 people").arg(number(threshold));
    case AlertUnit::Calls:
        return threshold == 1 ? RuleWords::tr("1 call") : RuleWords::tr("%1 calls").arg(number(threshold));
    case AlertUnit::Ms:
        break;
    }
    return spanText(threshold);
}

QString ruleSentence(const BranchState &branch, const AlertRule &rule)
{
    const QString threshold = thresholdText(rule.kind, rule.threshold);
    switch (rule.kind) {
    case AlertKind::WaitOver:
        return RuleWords::tr("Somebody has waited %1 of the time promised, or longer, for %2.")
            .arg(threshold, queues(branch, rule.scope));
    case AlertKind::WaitWillBeOver:
        return RuleWords::tr("With a probability of %1 or more, a promise will be broken within %2 for %3.")
            .arg(threshold, spanText(rule.aheadMs), services(branch, rule.scope));
    case AlertKind::QueueLong:
        return RuleWords::tr("%1 or more wait for %2.").arg(threshold, queues(branch, rule.scope));
    case AlertKind::ServiceLong:
        return RuleWords::tr("At %1 somebody has been served for %2 of the usual time, or longer, for %3.")
            .arg(counters(branch, rule.scope), threshold, services(branch, rule.scope));
    case AlertKind::CounterIdle:
        return RuleWords::tr("At %1 nobody has been called for %2 though people wait there for %3.")
            .arg(counters(branch, rule.scope), threshold, services(branch, rule.scope));
    case AlertKind::BreakLong:
        return RuleWords::tr("A break at %1 has lasted %2 or longer.").arg(counters(branch, rule.scope), threshold);
    case AlertKind::NoShowsInRow:
        return RuleWords::tr("At %1 nobody came to %2 in a row.").arg(counters(branch, rule.scope), threshold);
    case AlertKind::TicketForgotten:
        return RuleWords::tr("A ticket for %1 has stood open at %2 or aside for %3 or longer.")
            .arg(queues(branch, rule.scope), counters(branch, rule.scope), threshold);
    case AlertKind::DeviceLost:
        return RuleWords::tr("A kiosk, display or sensor has been out of reach for %1 or longer.").arg(threshold);
    case AlertKind::BlockerOld:
        return RuleWords::tr("What a teller said they lack has been open for %1 or longer.").arg(threshold);
    case AlertKind::PrinterOut:
        return RuleWords::tr("A kiosk has not been able to print for %1 or longer.").arg(threshold);
    }
    return {};
}

QStringList ruleSentences(const BranchState &branch, const AlertRule &rule)
{
    QStringList all{ruleSentence(branch, rule)};
    if (rule.holdMs > 0)
        all << RuleWords::tr("It alerts once that has been so for %1.").arg(spanText(rule.holdMs));
    if (rule.clearAt > 0 && rule.clearAt < rule.threshold)
        all << RuleWords::tr("It ends below %1.").arg(thresholdText(rule.kind, rule.clearAt));
    const QString told = toldBy(rule.telling);
    all << (told.isEmpty() ? RuleWords::tr("It stands in the list of alerts, and nobody is told besides.")
                           : RuleWords::tr("Supervisors are told: %1.").arg(told));
    if (rule.repeatMs > 0 && !told.isEmpty())
        all << RuleWords::tr("Again every %1 until somebody takes it up.").arg(spanText(rule.repeatMs));
    if (rule.escalateMs > 0) {
        const QString further = toldBy(rule.escalation);
        all << (further.isEmpty()
                    ? RuleWords::tr("When nobody has taken it up after %1, it is marked as passed on.")
                          .arg(spanText(rule.escalateMs))
                    : RuleWords::tr("When nobody has taken it up after %1, also: %2.")
                          .arg(spanText(rule.escalateMs), further));
    }
    if (!rule.quiet.empty())
        all << RuleWords::tr("Nobody is told %1; what was due is told at the end of that.")
                   .arg(quietText(rule.quiet));
    if (!rule.isOn)
        all << RuleWords::tr("It is switched off.");
    return all;
}

std::vector<QuietSpan> quietSpans(const std::vector<OpeningWindow> &windows)
{
    std::vector<QuietSpan> spans;
    std::vector<bool> isTaken(windows.size(), false);
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const OpeningWindow &window = windows[i];
        if (window.toMin != kDayMin || window.fromMin == 0)
            continue;
        for (std::size_t j = 0; j < windows.size(); ++j) {
            const OpeningWindow &rest = windows[j];
            if (j == i || isTaken[j] || rest.fromMin != 0 || rest.toMin > window.fromMin
                || rest.weekdays != nextDay(window.weekdays))
                continue;
            spans.push_back({window.weekdays, window.fromMin, rest.toMin});
            isTaken[i] = isTaken[j] = true;
            break;
        }
    }
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (!isTaken[i])
            spans.push_back({windows[i].weekdays, windows[i].fromMin, windows[i].toMin});
    }
    return spans;
}

std::vector<OpeningWindow> quietWindows(const std::vector<QuietSpan> &spans)
{
    std::vector<OpeningWindow> windows;
    for (const QuietSpan &span : spans) {
        if (span.toMin > span.fromMin) {
            windows.push_back({span.weekdays, span.fromMin, span.toMin});
            continue;
        }
        windows.push_back({span.weekdays, span.fromMin, kDayMin});
        if (span.toMin > 0)
            windows.push_back({nextDay(span.weekdays), 0, span.toMin});
    }
    return windows;
}

QString quietText(const std::vector<OpeningWindow> &quiet)
{
    QStringList parts;
    for (const QuietSpan &span : quietSpans(quiet))
        parts << weekdaysText(span.weekdays) + QLatin1Char(' ') + timeOfDay(span.fromMin) + QStringLiteral("–")
                + (span.toMin == kDayMin ? QStringLiteral("24:00") : timeOfDay(span.toMin));
    return parts.join(QStringLiteral("; "));
}

QStringList dryRunSentences(const AlertRule &rule, const DryRun &result, const std::string &today)
{
    if (result.isUnknowable)
        return {RuleWords::tr("This cannot be tried: past days do not keep how devices and printers were, nor what "
                              "tellers lacked. The rule works from the moment it is saved.")};
    if (result.days.empty())
        return {
            RuleWords::tr("There is no past day to try it on. It can be tried once a business day was closed.")};
    std::int64_t raised = 0;
    std::int64_t rightly = 0;
    std::int64_t missed = 0;
    std::vector<TimeMs> leads;
    for (const DryRunDay &day : result.days) {
        raised += day.raised;
        rightly += day.rightly;
        missed += day.missed;
        if (day.medianLeadMs > 0)
            leads.push_back(day.medianLeadMs);
    }
    const QString period = result.days.size() == 1
        ? dateText(result.days.front().businessDay)
        : RuleWords::tr("%1 to %2, %3 days")
              .arg(dateText(result.days.back().businessDay), dateText(result.days.front().businessDay),
                   number(static_cast<std::int64_t>(result.days.size())));
    QStringList all;
    if (result.neverFires)
        all << RuleWords::tr("It would never have alerted (%1). Perhaps its threshold is out of reach.")
                   .arg(period);
    else if (result.alwaysFires)
        all << RuleWords::tr("It would have alerted more than half of the time that people were there (%1). Nobody "
                             "looks at what is always there: a higher threshold helps.")
                   .arg(period);
    if (!result.neverFires)
        all << dayResult(result.days.front(), today);
    if (result.days.size() > 1 && raised > 0)
        all << RuleWords::tr("In all: %1 alerts, %2 rightly, %3 missed (%4).")
                   .arg(number(raised), number(rightly), number(missed), period);
    if (rule.kind == AlertKind::WaitWillBeOver && !leads.empty()) {
        std::nth_element(leads.begin(), leads.begin() + static_cast<std::ptrdiff_t>(leads.size() / 2), leads.end());
        all << RuleWords::tr("On a middle day, half of the right ones came %1 min or more before.")
                   .arg(minutesText(leads[leads.size() / 2]));
    }
    if (raised + missed > 0)
        all << (rule.kind == AlertKind::WaitWillBeOver
                    ? RuleWords::tr("Rightly: a promise of that service was broken within %1 after the alert.")
                          .arg(spanText(rule.aheadMs))
                    : RuleWords::tr("Rightly: it was still so %1 later, long enough to do something about it.")
                          .arg(spanText(DryRunner::kMattersMs)));
    return all;
}

namespace {

QString plainStep(const BranchState &branch, const SessionInfo &session, const AlertStep &step)
{
    const auto who = [&] {
        if (step.by == session.staff)
            return RuleWords::tr("you");
        return branch.staffMember(step.by) ? staffName(branch, step.by) : RuleWords::tr("another supervisor");
    };
    switch (step.kind) {
    case AlertStepKind::Raised:
        return RuleWords::tr("Raised");
    case AlertStepKind::Told:
        return RuleWords::tr("Told by: %1").arg(channelWord(step.channel));
    case AlertStepKind::NotTold:
        return step.text == "quiet" ? RuleWords::tr("Not told by: %1 (quiet hours)").arg(channelWord(step.channel))
            : step.text == "over"
            ? RuleWords::tr("Not told by: %1 (it was over by then)").arg(channelWord(step.channel))
            : RuleWords::tr("Could not be told by: %1").arg(channelWord(step.channel));
    case AlertStepKind::Repeated:
        return RuleWords::tr("Told again");
    case AlertStepKind::Acknowledged:
        return RuleWords::tr("Taken up by %1").arg(who());
    case AlertStepKind::ActedOn:
        return RuleWords::tr("%1 did something about it (%2)").arg(who(), actionWord(step.text));
    case AlertStepKind::Escalated:
        return RuleWords::tr("Passed on: nobody had taken it up");
    case AlertStepKind::Resolved:
        break;
    }
    return step.text == "ruleOff"   ? RuleWords::tr("Over: the rule was changed or switched off")
        : step.text == "dayClosed"  ? RuleWords::tr("Over: the day was closed")
        : step.text == "crowdedOut" ? RuleWords::tr("Put away for graver ones")
                                    : RuleWords::tr("Over: its cause ended");
}

} // namespace

QString stepText(const BranchState &branch, const SessionInfo &session, const AlertStep &step)
{
    QString text = plainStep(branch, session, step);
    if (!text.isEmpty())
        text.replace(0, 1, text.at(0).toUpper()); // may begin with who it was
    return text;
}

QString alertStateWord(const Alert &alert)
{
    switch (alert.state) {
    case AlertState::Raised:
        return alert.isEscalated ? RuleWords::tr("Passed on") : RuleWords::tr("Open");
    case AlertState::Acknowledged:
        return RuleWords::tr("Taken up");
    case AlertState::ActedOn:
        return RuleWords::tr("Acted on");
    case AlertState::Resolved:
        break;
    }
    return RuleWords::tr("Over");
}

} // namespace tiepdon
