// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/engine.h"
#include "core/wire/codec.h"
#include "tests/fuzz/anyvalue.h"
#include "tests/fuzz/entries.h"
#include "tests/queue/commands.h"
#include "tests/queue/sample.h"

#include <algorithm>
#include <random>

namespace tiepdon::testing {
namespace {

/// More than a walk's bytes are worth: bounds the time of one run.
constexpr int kStepsMax = 400;
/// More than everybody who can be parked, delayed or called at one moment.
constexpr int kByItselfMax = 10'000;

std::string text(const Result<std::vector<Event>> &decided)
{
    if (!decided)
        return std::string(name(decided.error().code)) + " " + toBytes(Json(decided.error().detail));
    std::string all;
    for (const Event &event : *decided)
        all += std::string(name(event)) + toBytes(bodyOf(event)) + "\n";
    return all;
}

class Walk
{
public:
    explicit Walk(std::string_view bytes)
        : m_choices(bytes), m_commands(m_choices, {false, m_choices.below(2) == 0})
    {
    }

    std::string run()
    {
        for (int step = 0; step < kStepsMax && !m_choices.isOver(); ++step) {
            moveClock();
            if (std::string wrong = passTime(); !wrong.empty())
                return "step " + std::to_string(step) + ", at " + std::to_string(m_now) + ": " + wrong;
            const Command command = m_choices.below(8) == 0 ? anyOf<Command>(m_choices) : m_commands.next(m_state);
            if (std::string wrong = take(command); !wrong.empty())
                return "step " + std::to_string(step) + ", " + std::string(methodOf(command)) + " "
                    + toBytes(paramsOf(command)) + " at " + std::to_string(m_now) + ": " + wrong;
        }
        return {};
    }

private:
    /// The host holds the time while its clock is behind.
    void moveClock()
    {
        m_clock += m_commands.pause();
        if (m_choices.below(32) == 0)
            m_clock += (m_choices.below(4 * 1440) - 2 * 1440) * kMinuteMs;
        m_now = std::max(m_now, m_clock);
    }

    std::string take(const Command &command)
    {
        const auto decided = decide(m_state, command, m_now);
        if (text(decide(m_anew, command, m_now)) != text(decided))
            return "a branch begun anew from the image decides otherwise";
        return decided ? happens(*decided) : std::string();
    }

    std::string passTime()
    {
        for (int step = 0; step < kByItselfMax; ++step) {
            const std::vector<Event> events = tiepdon::passTime(m_state, m_now);
            if (text(tiepdon::passTime(m_anew, m_now)) != text(events))
                return "for a branch begun anew from the image time passes otherwise";
            if (events.empty())
                return {};
            if (std::string wrong = happens(events); !wrong.empty())
                return "by itself: " + wrong;
        }
        return "by itself something happens without end";
    }

    std::string happens(const std::vector<Event> &events)
    {
        for (const Event &event : events) {
            const auto parsed = parseJson(toBytes(bodyOf(event)));
            const auto heard = parsed ? eventFrom(name(event), *parsed) : Result<Event>(parsed.error());
            if (!heard)
                return "an event cannot be read: " + toBytes(bodyOf(event));
            apply(m_state, event, m_now);
            apply(m_mirror, *heard, m_now);
        }
        if (const auto wrong = violations(m_state); !wrong.empty())
            return wrong.front();
        const StateImage image = m_state.image();
        m_anew = BranchState(image);
        if (!(m_anew.image() == image))
            return "the state is another after its image";
        if (digestOf(m_mirror) != digestOf(m_state))
            return "the mirror has another digest";
        return {};
    }

    Choices m_choices;
    Commands m_commands;
    BranchState m_state;
    BranchState m_mirror; ///< hears of events alone, as text
    BranchState m_anew; ///< begun from the last image
    TimeMs m_clock = kMorning;
    TimeMs m_now = kMorning;
};

} // namespace

std::string wrongWithSequence(std::string_view bytes) { return Walk(bytes).run(); }

std::vector<std::string> sampleWalks()
{
    constexpr int kWalks = 64;
    constexpr std::size_t kBytes = 1'500;
    std::mt19937_64 random(1);
    std::vector<std::string> walks(kWalks, std::string(kBytes, '\0'));
    for (std::string &walk : walks) {
        for (char &byte : walk)
            byte = static_cast<char>(random() & 0xFFU);
    }
    return walks;
}

} // namespace tiepdon::testing
