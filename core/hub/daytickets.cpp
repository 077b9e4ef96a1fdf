// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/daytickets.h"

namespace tiepdon {

DayTickets::DayTickets(const BranchState &state)
{
    for (const auto &[id, ticket] : state.tickets())
        keep(ticket);
    for (const auto &[id, counter] : state.counterStates()) {
        if (counter.ticket.isSet())
            m_entries[counter.ticket].staff = counter.staff;
    }
}

void DayTickets::keep(const Ticket &ticket) { m_entries[ticket.id].customer = ticket.customer; }

void DayTickets::addEarlier(const std::vector<TicketOfDay> &tickets)
{
    for (const TicketOfDay &each : tickets) {
        const auto [it, isNew] = m_entries.try_emplace(each.ticket, Entry{each.staff, each.customer});
        if (!isNew && !it->second.staff.isSet())
            it->second.staff = each.staff;
    }
}

void DayTickets::follow(const std::vector<PublishedEvent> &events)
{
    for (const PublishedEvent &published : events) {
        if (std::holds_alternative<event::DayOpened>(published.entry.event)) {
            m_entries.clear();
            for (const Ticket &ticket : std::get<event::DayOpened>(published.entry.event).state.tickets)
                keep(ticket);
        }
        if (!published.touched.ticket)
            continue;
        keep(*published.touched.ticket);
        if (published.touched.ended && published.touched.ended->staff.isSet())
            m_entries[published.touched.ticket->id].staff = published.touched.ended->staff;
    }
}

std::optional<DayTickets::Entry> DayTickets::find(const BranchState &decided, TicketId ticket) const
{
    const auto it = m_entries.find(ticket);
    std::optional<Entry> entry;
    if (it != m_entries.end())
        entry = it->second;
    if (const Ticket *open = decided.ticket(ticket)) {
        entry = entry.value_or(Entry{});
        entry->customer = open->customer;
    }
    return entry;
}

} // namespace tiepdon
