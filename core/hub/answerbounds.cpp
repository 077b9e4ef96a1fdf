// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/answerbounds.h"

#include "core/base/clock.h"
#include "core/wire/json.h"

#include <algorithm>

namespace tiepdon {
namespace {

std::size_t bytesOf(const auto &value) { return toBytes(toJson(value)).size(); }

TimeMs timeOf(const EarlierStep &step) { return step.arrivedMs; }
TimeMs timeOf(const Happening &happening) { return happening.atMs; }
TimeMs timeOf(const CustomerNote &note) { return note.atMs; }

/// Takes the older half of a list away; the oldest time that it still reaches.
TimeMs halve(auto &list)
{
    list.resize((list.size() + 1) / 2);
    return timeOf(list.back());
}

void forgetBefore(auto &list, TimeMs timeMs)
{
    std::erase_if(list, [&](const auto &each) { return timeOf(each) < timeMs; });
}

} // namespace

void bound(TimelineAnswer &answer)
{
    while (bytesOf(answer) > kAnswerBytesMax && answer.happenings.size() + answer.notes.size() > 2) {
        const TimeMs reached
            = bytesOf(answer.notes) > bytesOf(answer.happenings) ? halve(answer.notes) : halve(answer.happenings);
        forgetBefore(answer.visits, reached);
        forgetBefore(answer.happenings, reached);
        forgetBefore(answer.notes, reached);
        answer.isMore = true;
    }
}

void bound(OpenItemsAnswer &answer)
{
    while (answer.items.size() > 1 && bytesOf(answer) > kAnswerBytesMax) {
        answer.items.resize((answer.items.size() + 1) / 2);
        answer.isMore = true;
    }
}

void bound(CustomerCard &card)
{
    while (bytesOf(card) > kAnswerBytesMax) {
        const std::size_t before = card.notes.size() + card.openItems.size();
        if (bytesOf(card.notes) > bytesOf(card.openItems))
            card.notes.resize((card.notes.size() + 1) / 2);
        else
            card.openItems.resize((card.openItems.size() + 1) / 2);
        if (card.notes.size() + card.openItems.size() == before)
            return;
    }
}

} // namespace tiepdon
