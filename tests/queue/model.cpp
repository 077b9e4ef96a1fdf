// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/model.h"

#include "tests/queue/modelstep.h"

namespace tiepdon::testing {

std::optional<ErrorCode> Model::run(const Command &command, TimeMs now)
{
    All next = m_all;
    const auto refusal = std::visit(ModelStep(next, now), command);
    if (refusal)
        return refusal;
    // the day's opening is always written; everything else only when it changes something
    if (!(next.image == m_all.image) || std::holds_alternative<command::OpenDay>(command))
        next.image.changedMs = now;
    m_all = std::move(next);
    return {};
}

bool Model::passTime(TimeMs now)
{
    if (!ModelStep(m_all, now).passTime())
        return false;
    m_all.image.changedMs = now;
    return true;
}

std::int64_t Model::overtaken(TicketId ticket) const
{
    const auto it = m_all.overtaken.find(ticket);
    return it == m_all.overtaken.end() ? 0 : it->second;
}

} // namespace tiepdon::testing
