// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/pastwords.h"

#include "app/supervisor/words.h"
#include "ui/session/language.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace tiepdon {
namespace {

struct PastWords {
    Q_DECLARE_TR_FUNCTIONS(PastWords)
};

QDate dateOf(const std::string &day) { return QDate::fromString(fromUtf8(day), Qt::ISODate); }

/// What happened, without who did it. %1: the ticket's number, %2: the counter, %3: the service.
QString happened(const std::string &kind)
{
    static const std::array<std::pair<const char *, const char *>, 44> kWords{{
        {"BranchRuled", QT_TRANSLATE_NOOP("PastWords", "The branch's own settings were changed")},
        {"ServiceDefined", QT_TRANSLATE_NOOP("PastWords", "A service was changed: %3")},
        {"ProfileDefined", QT_TRANSLATE_NOOP("PastWords", "A work profile was changed")},
        {"CounterDefined", QT_TRANSLATE_NOOP("PastWords", "%2 was changed")},
        {"StaffDefined", QT_TRANSLATE_NOOP("PastWords", "The staff list was changed")},
        {"GroupDefined", QT_TRANSLATE_NOOP("PastWords", "A group of services was changed")},
        {"ZoneDefined", QT_TRANSLATE_NOOP("PastWords", "A zone was changed")},
        {"SegmentDefined", QT_TRANSLATE_NOOP("PastWords", "A segment was changed")},
        {"PriorityReasonDefined", QT_TRANSLATE_NOOP("PastWords", "A priority reason was changed")},
        {"OutcomeDefined", QT_TRANSLATE_NOOP("PastWords", "An outcome was changed")},
        {"PartRemoved", QT_TRANSLATE_NOOP("PastWords", "A part of the branch was removed")},
        {"DayOpened", QT_TRANSLATE_NOOP("PastWords", "The day was opened")},
        {"DayClosed", QT_TRANSLATE_NOOP("PastWords", "The day was closed")},
        {"CounterOpened", QT_TRANSLATE_NOOP("PastWords", "%2 opened")},
        {"CounterClosed", QT_TRANSLATE_NOOP("PastWords", "%2 closed")},
        {"ProfileAssigned", QT_TRANSLATE_NOOP("PastWords", "%2 was given another work profile")},
        {"CounterPaused", QT_TRANSLATE_NOOP("PastWords", "%2 went on a break")},
        {"CounterResumed", QT_TRANSLATE_NOOP("PastWords", "%2 came back from a break")},
        {"NextStored", QT_TRANSLATE_NOOP("PastWords", "%2 asked for the next who comes")},
        {"NextForgotten", QT_TRANSLATE_NOOP("PastWords", "%2 asks for the next who comes no longer")},
        {"TicketIssued", QT_TRANSLATE_NOOP("PastWords", "%1 taken for %3")},
        {"TicketCarried", QT_TRANSLATE_NOOP("PastWords", "%1 waits on from the day before")},
        {"TicketCalled", QT_TRANSLATE_NOOP("PastWords", "%1 called to %2")},
        {"TicketRecalled", QT_TRANSLATE_NOOP("PastWords", "%1 called again to %2")},
        {"ServiceStarted", QT_TRANSLATE_NOOP("PastWords", "%1 came to %2")},
        {"ServiceFinished", QT_TRANSLATE_NOOP("PastWords", "%1 finished at %2")},
        {"StepFinished", QT_TRANSLATE_NOOP("PastWords", "%1 finished at %2 and waits for %3")},
        {"WrapUpStarted", QT_TRANSLATE_NOOP("PastWords", "%1 left, %2 works on")},
        {"TicketMissed", QT_TRANSLATE_NOOP("PastWords", "%1 did not come to %2 and waits again")},
        {"TicketNoShow", QT_TRANSLATE_NOOP("PastWords", "%1 did not come to %2 and is a no-show")},
        {"TicketRequeued", QT_TRANSLATE_NOOP("PastWords", "%1 put back into the queue by %2")},
        {"TicketTransferred", QT_TRANSLATE_NOOP("PastWords", "%1 transferred to %3")},
        {"TicketParked", QT_TRANSLATE_NOOP("PastWords", "%1 put aside by %2")},
        {"TicketResumed", QT_TRANSLATE_NOOP("PastWords", "%1 taken up again by %2")},
        {"TicketDue", QT_TRANSLATE_NOOP("PastWords", "%1 is back in the queue by itself")},
        {"StepsPlanned", QT_TRANSLATE_NOOP("PastWords", "Further services were planned for %1")},
        {"OutcomeMarked", QT_TRANSLATE_NOOP("PastWords", "How %1 came out was marked")},
        {"TicketSegmented", QT_TRANSLATE_NOOP("PastWords", "%1 was given another segment")},
        {"CustomerLinked", QT_TRANSLATE_NOOP("PastWords", "%1 was linked to a customer")},
        {"TicketRaised", QT_TRANSLATE_NOOP("PastWords", "%1 put first")},
        {"TicketLowered", QT_TRANSLATE_NOOP("PastWords", "%1 put back to its own place")},
        {"TicketCancelled", QT_TRANSLATE_NOOP("PastWords", "%1 cancelled")},
        {"TicketRestored", QT_TRANSLATE_NOOP("PastWords", "%1 brought back")},
        {"TicketEnded", QT_TRANSLATE_NOOP("PastWords", "%1 was still open when the day closed")},
    }};
    for (const auto &[name, words] : kWords) {
        if (kind == name)
            return PastWords::tr(words);
    }
    return fromUtf8(kind); // of a later hub
}

} // namespace

QString pastDayText(const std::string &businessDay)
{
    const QDate date = dateOf(businessDay);
    return date.isValid() ? QLocale().toString(date, QStringLiteral("ddd dd/MM/yyyy")) : fromUtf8(businessDay);
}

QString longDayText(const std::string &businessDay)
{
    const QDate date = dateOf(businessDay);
    return date.isValid() ? QLocale().toString(date, QLocale::LongFormat) : fromUtf8(businessDay);
}

QString eventText(const BranchState &branch, const PastEvent &event)
{
    QString words = happened(event.kind);
    // each place is filled at most once, and names hold whatever they hold
    const std::array<std::pair<QString, QString>, 3> places{
        {{QStringLiteral("%1"), fromUtf8(event.number)},
         {QStringLiteral("%2"), event.counter.isSet() ? counterName(branch, event.counter) : QString()},
         {QStringLiteral("%3"), event.service.isSet() ? serviceName(branch, event.service) : QString()}}};
    QString filled;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto place = std::find_if(places.begin(), places.end(),
                                        [&](const auto &each) { return words.mid(i, 2) == each.first; });
        if (place == places.end()) {
            filled += words.at(i);
            continue;
        }
        filled += place->second;
        ++i;
    }
    if (!filled.isEmpty())
        filled[0] = filled.at(0).toUpper();
    if (branch.staffMember(event.actor))
        filled += QStringLiteral(" · ") + staffName(branch, event.actor);
    return filled;
}

QString suspicionText(Suspicion suspicion)
{
    switch (suspicion) {
    case Suspicion::TooShort:
        return PastWords::tr("served in under five seconds");
    case Suspicion::ForgottenOpen:
        return PastWords::tr("forgotten open");
    case Suspicion::Duplicate:
        return PastWords::tr("second ticket of a person");
    }
    return {};
}

QString outcomeText(const DayTicketRow &row)
{
    const StoryStep *line = row.line();
    if (!line)
        return {};
    switch (line->step.outcome) {
    case StepOutcome::Open:
        return stateWord(row.state);
    case StepOutcome::Served:
        return PastWords::tr("Served");
    case StepOutcome::Transferred:
        return PastWords::tr("Transferred");
    case StepOutcome::NoShow:
        return PastWords::tr("No-show");
    case StepOutcome::Ended:
        return PastWords::tr("Open at closing");
    case StepOutcome::Cancelled:
        return PastWords::tr("Cancelled");
    case StepOutcome::Abandoned:
        return PastWords::tr("Left");
    }
    return {};
}

QString figureText(FigureKind kind)
{
    switch (kind) {
    case FigureKind::Arrived:
        return PastWords::tr("All tickets");
    case FigureKind::Called:
        return PastWords::tr("Called");
    case FigureKind::Served:
        return PastWords::tr("Served");
    case FigureKind::KeptPromise:
        return PastWords::tr("Promise kept");
    case FigureKind::BrokenPromise:
        return PastWords::tr("Promise broken");
    case FigureKind::NoShow:
        return PastWords::tr("No-shows");
    case FigureKind::Abandoned:
        return PastWords::tr("Left without service");
    case FigureKind::Cancelled:
        return PastWords::tr("Cancelled tickets");
    case FigureKind::Ended:
        return PastWords::tr("Open at closing");
    case FigureKind::Transferred:
        return PastWords::tr("Transferred");
    case FigureKind::WaitingNow:
        return PastWords::tr("Waiting now");
    case FigureKind::TooShort:
        return PastWords::tr("Suspect: under five seconds");
    case FigureKind::ForgottenOpen:
        return PastWords::tr("Suspect: forgotten open");
    case FigureKind::Duplicate:
        return PastWords::tr("Suspect: second ticket");
    }
    return {};
}

QString halfHourText(std::int64_t firstMin)
{
    const auto clock = [](std::int64_t minutes) {
        return QStringLiteral("%1:%2")
            .arg(minutes / 60 % 24, 2, 10, QLatin1Char('0'))
            .arg(minutes % 60, 2, 10, QLatin1Char('0'));
    };
    return clock(firstMin) + QStringLiteral("–") + clock(firstMin + 30);
}

} // namespace tiepdon
