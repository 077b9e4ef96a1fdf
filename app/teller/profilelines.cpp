// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/profilelines.h"

#include "core/customer/consents.h"
#include "ui/customer/customertime.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/session/languageword.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

struct ProfileLines {
    Q_DECLARE_TR_FUNCTIONS(ProfileLines)
};

constexpr std::size_t kEndedMax = 3;

QString joined(const QStringList &parts)
{
    QStringList said;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            said << part;
    }
    return said.join(QStringLiteral(" · "));
}

/// Lines with their times, to be put in order.
using Timed = std::vector<std::pair<TimeMs, ProfileLine>>;

std::vector<ProfileLine> newestFirst(Timed lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<ProfileLine> all;
    for (auto &[time, line] : lines)
        all.push_back(std::move(line));
    return all;
}

ProfileLine lineOf(const EarlierStep &step, const ProfilePlace &place)
{
    const Service *service = place.branch.service(step.service);
    const auto outcome = place.branch.outcomes().find(step.result);
    const QString how = outcome != place.branch.outcomes().end() ? inLanguage(outcome->second.name)
                                                                 : stepOutcomeWord(step.outcome);
    ProfileLine line;
    line.text = QStringLiteral("%1: %2").arg(service ? inLanguage(service->name) : QStringLiteral("?"), how);
    line.detail = joined({agoText(step.arrivedMs, place.nowMs, place.offsetMin()),
                          ProfileLines::tr("waited %1 min").arg(minutesText(step.waitMs)),
                          step.staff.isSet() ? place.nameOf(step.staff) : QString(),
                          step.reached == GoalReached::NotSaid
                              ? QString()
                              : ProfileLines::tr("goal reached: %1").arg(goalReachedWord(step.reached).toLower())});
    if (step.outcome == StepOutcome::NoShow || step.outcome == StepOutcome::Abandoned
        || step.reached == GoalReached::No)
        line.tone = Tone::Warn;
    return line;
}

ProfileLine lineOf(const CustomerNote &note, const ProfilePlace &place)
{
    ProfileLine line{fromUtf8(note.text)};
    line.detail = joined({agoText(note.atMs, place.nowMs, place.offsetMin()), departmentWord(note.department),
                          place.nameOf(note.staff),
                          note.isForSupervisors ? ProfileLines::tr("for supervisors") : QString()});
    return line;
}

ProfileLine lineOf(const Happening &one, const ProfilePlace &place)
{
    ProfileLine line;
    const QString words = fromUtf8(one.text.empty() ? one.product : one.text);
    line.text
        = words.isEmpty() ? happeningWord(one.kind) : QStringLiteral("%1: %2").arg(happeningWord(one.kind), words);
    QStringList detail{agoText(one.atMs, place.nowMs, place.offsetMin())};
    if (one.amount != 0)
        detail << moneyText(one.amount, one.currency);
    switch (one.kind) {
    case HappeningKind::Score:
        line.text = ProfileLines::tr("Score: %1 of 5").arg(one.score);
        if (!words.isEmpty())
            line.text += QStringLiteral(" · ") + words;
        if (one.score <= 2)
            line.tone = Tone::Warn;
        break;
    case HappeningKind::Declined:
        detail << ProfileLines::tr("why: %1").arg(fromUtf8(one.reason));
        if (!one.alternative.empty())
            detail << ProfileLines::tr("offered instead: %1").arg(fromUtf8(one.alternative));
        line.tone = Tone::Warn;
        break;
    case HappeningKind::Conversation:
        detail << channelWord(one.channel)
               << (one.isInward ? ProfileLines::tr("they came to us") : ProfileLines::tr("we came to them"));
        break;
    case HappeningKind::Purchase:
    case HappeningKind::Transaction:
        break;
    }
    if (one.staff.isSet())
        detail << place.nameOf(one.staff);
    line.detail = joined(detail);
    return line;
}

Tone toneOf(const OpenItem &item, TimeMs nowMs)
{
    if (item.isLate(nowMs))
        return Tone::Bad;
    return item.kind == OpenItemKind::Complaint ? Tone::Warn : Tone::Info;
}

ProfileLine lineOf(const OpenItem &item, const ProfilePlace &place)
{
    ProfileLine line;
    const QString kind = item.kind == OpenItemKind::Blocker ? blockerWord(item.blocker) : openItemWord(item.kind);
    line.text = item.text.empty() ? kind : QStringLiteral("%1: %2").arg(kind, fromUtf8(item.text));
    if (item.isOpen()) {
        line.detail = joined({dueText(item.dueMs, place.nowMs, place.offsetMin()), place.nameOf(item.owner),
                              departmentWord(item.department)});
        line.tone = toneOf(item, place.nowMs);
        return line;
    }
    line.isMuted = true;
    line.detail = joined({openItemStateWord(item.state),
                          item.endedMs ? agoText(*item.endedMs, place.nowMs, place.offsetMin()) : QString(),
                          fromUtf8(item.ending)});
    return line;
}

} // namespace

QString ProfilePlace::nameOf(StaffId staff) const
{
    const Staff *member = branch.staffMember(staff);
    return member ? fromUtf8(member->name) : QStringLiteral("—");
}

std::vector<ProfileLine> openItemLines(const CustomerCard &card, const ProfilePlace &place)
{
    std::vector<OpenItem> open;
    std::vector<OpenItem> ended;
    for (const OpenItem &item : card.openItems)
        (item.isOpen() ? open : ended).push_back(item);
    std::stable_sort(open.begin(), open.end(),
                     [](const OpenItem &a, const OpenItem &b) { return a.dueMs < b.dueMs; });
    std::vector<ProfileLine> lines;
    for (const OpenItem &item : open)
        lines.push_back(lineOf(item, place));
    for (std::size_t i = 0; i < std::min(ended.size(), kEndedMax); ++i)
        lines.push_back(lineOf(ended[i], place));
    return lines;
}

std::vector<ProfileLine> historyLines(const CustomerCard &card, const ProfilePlace &place)
{
    Timed lines;
    for (const EarlierStep &step : card.visits)
        lines.emplace_back(step.arrivedMs, lineOf(step, place));
    for (const Happening &one : card.happenings) {
        if (one.kind == HappeningKind::Purchase || one.kind == HappeningKind::Transaction)
            lines.emplace_back(one.atMs, lineOf(one, place));
    }
    return newestFirst(std::move(lines));
}

std::vector<ProfileLine> conversationLines(const CustomerCard &card, const ProfilePlace &place)
{
    Timed lines;
    for (const CustomerNote &note : card.notes)
        lines.emplace_back(note.atMs, lineOf(note, place));
    for (const Happening &one : card.happenings) {
        if (one.kind != HappeningKind::Purchase && one.kind != HappeningKind::Transaction)
            lines.emplace_back(one.atMs, lineOf(one, place));
    }
    return newestFirst(std::move(lines));
}

std::vector<ProfileLine> noteLines(const std::vector<CustomerNote> &notes, const ProfilePlace &place)
{
    std::vector<ProfileLine> lines;
    for (const CustomerNote &note : notes)
        lines.push_back(lineOf(note, place));
    return lines;
}

std::vector<ProfileLine> careLines(const CustomerCard &card, const ProfilePlace &place)
{
    std::vector<ProfileLine> lines;
    const Customer &customer = card.customer;
    const QString who = customer.lookedAfterBy.isSet() ? place.nameOf(customer.lookedAfterBy)
                                                       : fromUtf8(customer.lookedAfterByName);
    if (!who.isEmpty())
        lines.push_back({who, ProfileLines::tr("looks after them")});
    QStringList served;
    for (const StaffId staff : card.servedBy)
        served << place.nameOf(staff);
    if (!served.isEmpty())
        lines.push_back(
            {served.join(QStringLiteral(", ")), ProfileLines::tr("served them before, the latest first")});
    return lines;
}

std::vector<ProfileLine> journeyLines(const CustomerCard &card, const ProfilePlace &place)
{
    std::vector<ProfileLine> lines;
    for (const StageChange &stage : card.stages)
        lines.push_back({QStringLiteral("%1: %2").arg(fromUtf8(stage.product), stageWord(stage.stage)),
                         ProfileLines::tr("since %1").arg(shortDay(stage.atMs, place.offsetMin()))});
    for (const ProductHeld &product : card.products)
        lines.push_back(
            {ProfileLines::tr("Has: %1").arg(fromUtf8(product.product)),
             joined({fromUtf8(product.reference),
                     product.sinceDay.empty() ? QString()
                                              : ProfileLines::tr("since %1").arg(shortDay(product.sinceDay))})});
    return lines;
}

std::vector<ProfileLine> preferenceLines(const CustomerCard &card)
{
    std::vector<ProfileLine> lines;
    const Preferences &wanted = card.customer.preferences;
    if (!card.customer.language.empty() && card.customer.language != "vi") // as everybody here
        lines.push_back({ProfileLines::tr("Speaks %1").arg(languageWord(card.customer.language))});
    if (wanted.channel)
        lines.push_back({ProfileLines::tr("To be reached by: %1").arg(channelWord(*wanted.channel).toLower())});
    if (wanted.quietFromMin != wanted.quietToMin)
        lines.push_back(
            {ProfileLines::tr("Not between %1 and %2")
                 .arg(clockText(wanted.quietFromMin * kMinuteMs, 0), clockText(wanted.quietToMin * kMinuteMs, 0))});
    if (!wanted.wishes.empty())
        lines.push_back({QStringLiteral("“%1”").arg(fromUtf8(wanted.wishes))});
    return lines;
}

std::vector<ProfileLine> consentLines(const CustomerCard &card, const ProfilePlace &place)
{
    std::vector<ProfileLine> lines;
    for (const Consent &consent : card.consents) {
        ProfileLine line{purposeWord(consent.purpose)};
        if (consent.withdrawnMs) {
            line.isMuted = true;
            line.detail
                = ProfileLines::tr("withdrawn on %1").arg(shortDay(*consent.withdrawnMs, place.offsetMin()));
        } else {
            line.tone = Tone::Good;
            line.detail
                = joined({ProfileLines::tr("agreed on %1").arg(shortDay(consent.givenMs, place.offsetMin())),
                          fromUtf8(consent.source)});
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<ProfileLine> signalLines(const CustomerCard &card)
{
    std::vector<ProfileLine> lines;
    for (const Signal signal : card.signals) {
        const Tone tone = signal == Signal::FirstVisit                         ? Tone::Info
            : signal == Signal::LatePromise || signal == Signal::OpenComplaint ? Tone::Bad
                                                                               : Tone::Warn;
        lines.push_back({signalWord(signal), {}, tone});
    }
    return lines;
}

std::vector<ProfileLine> duplicateLines(const CustomerCard &card)
{
    std::vector<ProfileLine> lines;
    for (const LikelyDuplicate &other : card.duplicates)
        lines.push_back({other.isStrong ? ProfileLines::tr("Surely the same person: %1").arg(fromUtf8(other.name))
                                        : ProfileLines::tr("Perhaps the same person: %1").arg(fromUtf8(other.name)),
                         ProfileLines::tr("same %1").arg(becauseWords(other.because)), Tone::Warn});
    return lines;
}

QString completenessText(const CustomerCard &card)
{
    if (card.missing.empty())
        return {};
    QStringList missing;
    for (const ProfileField field : card.missing)
        missing << profileFieldWord(field).toLower();
    return ProfileLines::tr("Profile %1 % complete. Missing: %2")
        .arg(QLocale().toString(static_cast<qlonglong>(card.completePercent)), missing.join(QStringLiteral(", ")));
}

} // namespace tiepdon
