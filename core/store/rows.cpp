// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows.h"

#include "core/store/connection.h"

namespace tiepdon {
namespace {

QVariant wholeValueOrNull(const std::optional<std::int64_t> &value)
{
    return value ? wholeValue(*value) : QVariant(QMetaType::fromType<qlonglong>());
}

template <class Named>
QVariant nameOf(Named value)
{
    return textValue(names(value).at(static_cast<std::size_t>(value)));
}

QStringList list(std::initializer_list<const char *> names)
{
    QStringList result;
    for (const char *name : names)
        result.push_back(QString::fromLatin1(name));
    return result;
}

} // namespace

QString DerivedTable::upsert() const
{
    QStringList assignments;
    for (const QString &column : changing)
        assignments.push_back(column + QStringLiteral(" = excluded.") + column);
    const QString otherwise = assignments.isEmpty()
        ? QStringLiteral("NOTHING")
        : QStringLiteral("UPDATE SET ") + assignments.join(QStringLiteral(", "));
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (:%3) ON CONFLICT (%4) DO %5")
        .arg(name, columns().join(QStringLiteral(", ")), columns().join(QStringLiteral(", :")),
             key.join(QStringLiteral(", ")), otherwise);
}

const DerivedTable &ticketTable()
{
    static const DerivedTable kTable{
        QStringLiteral("ticket"), list({"branch", "ticket_id"}),
        list({"business_day", "series", "serial", "number", "issued_ms"}),
        list({"state", "ended_ms", "place_ms", "place_sub", "step_no", "raised_from_ms", "raised_from_sub",
              "segment_id", "priority_reason_id", "booked_ms", "language", "for_counter_id", "for_staff_id",
              "held_until_ms", "parked_until_ms", "carried_from", "customer_id"})};
    return kTable;
}

const DerivedTable &visitTable()
{
    static const DerivedTable kTable{QStringLiteral("visit"), list({"branch", "visit_id"}), list({"arrived_ms"}),
                                     list({"ended_ms"})};
    return kTable;
}

const DerivedTable &stepTable()
{
    static const DerivedTable kTable{
        QStringLiteral("visit_step"), list({"branch", "visit_id", "step_no"}), list({"service_id"}),
        list({"waiting_from_ms", "called_ms", "started_ms", "finished_ms", "counter_id", "staff_id", "recalls",
              "misses", "outcome", "claimed_started_ms", "claimed_finished_ms", "waited_before_ms",
              "served_before_ms", "wrap_up_ms", "result_id"})};
    return kTable;
}

const DerivedTable &intervalTable()
{
    static const DerivedTable kTable{QStringLiteral("visit_interval"),
                                     list({"branch", "visit_id", "ended_seq"}),
                                     list({"step_no", "state", "from_ms", "to_ms", "counter_id", "staff_id"}),
                                     {}};
    return kTable;
}

const DerivedTable &dayTable()
{
    static const DerivedTable kTable{
        QStringLiteral("business_day"), list({"branch", "opened_seq"}), list({"business_day"}), {}};
    return kTable;
}

QVariantList ticketRow(std::int64_t branch, const std::string &businessDay, const Ticket &ticket)
{
    std::optional<std::int64_t> raisedMs;
    std::optional<std::int64_t> raisedSub;
    if (ticket.raisedFrom) {
        raisedMs = ticket.raisedFrom->ms;
        raisedSub = ticket.raisedFrom->sub;
    }
    std::optional<std::int64_t> heldMs;
    if (ticket.held)
        heldMs = ticket.held->untilMs;
    return {wholeValue(branch),
            wholeValue(ticket.id.value),
            textValue(ticket.carriedFrom.empty() ? businessDay : ticket.carriedFrom),
            textValue(ticket.series),
            wholeValue(ticket.serial),
            textValue(ticket.number),
            wholeValue(ticket.issuedMs),
            nameOf(ticket.state),
            wholeValueOrNull(ticket.endedMs),
            wholeValue(ticket.place.ms),
            wholeValue(ticket.place.sub),
            wholeValue(ticket.step.no),
            wholeValueOrNull(raisedMs),
            wholeValueOrNull(raisedSub),
            wholeValue(ticket.segment.value),
            wholeValue(ticket.priorityReason.value),
            wholeValueOrNull(ticket.bookedMs),
            textValue(ticket.language),
            wholeValue(ticket.forCounter.value),
            wholeValue(ticket.forStaff.value),
            wholeValueOrNull(heldMs),
            wholeValueOrNull(ticket.parked ? ticket.parked->untilMs : std::nullopt),
            textValue(ticket.carriedFrom),
            wholeValue(ticket.customer.value)};
}

QVariantList visitRow(std::int64_t branch, const Ticket &ticket)
{
    return {wholeValue(branch), wholeValue(ticket.id.value), wholeValue(ticket.issuedMs),
            wholeValueOrNull(ticket.endedMs)};
}

QVariantList stepRow(std::int64_t branch, TicketId visit, const VisitStep &step)
{
    return {wholeValue(branch),
            wholeValue(visit.value),
            wholeValue(step.no),
            wholeValue(step.service.value),
            wholeValue(step.waitingFromMs),
            wholeValueOrNull(step.calledMs),
            wholeValueOrNull(step.startedMs),
            wholeValueOrNull(step.finishedMs),
            wholeValue(step.counter.value),
            wholeValue(step.staff.value),
            wholeValue(step.recalls),
            wholeValue(step.misses),
            nameOf(step.outcome),
            wholeValueOrNull(step.claimedStartedMs),
            wholeValueOrNull(step.claimedFinishedMs),
            wholeValue(step.waitedBeforeMs),
            wholeValue(step.servedBeforeMs),
            wholeValueOrNull(step.wrapUpMs),
            wholeValue(step.result.value)};
}

QVariantList intervalRow(std::int64_t branch, std::int64_t endedSeq, const Interval &interval)
{
    return {wholeValue(branch),
            wholeValue(interval.ticket.value),
            wholeValue(endedSeq),
            wholeValue(interval.step),
            nameOf(interval.state),
            wholeValue(interval.fromMs),
            wholeValue(interval.toMs),
            wholeValue(interval.counter.value),
            wholeValue(interval.staff.value)};
}

QVariantList dayRow(std::int64_t branch, std::int64_t openedSeq, const std::string &businessDay)
{
    return {wholeValue(branch), wholeValue(openedSeq), textValue(businessDay)};
}

} // namespace tiepdon
