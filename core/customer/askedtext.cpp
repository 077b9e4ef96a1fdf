// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/askedtext.h"

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/customer/characters.h"
#include "core/customer/document.h"
#include "core/customer/personname.h"
#include "core/customer/phone.h"

#include <algorithm>
#include <charconv>

namespace tiepdon {
namespace {

constexpr std::size_t kTypedCharactersMax = 250; ///< a name of the longest kind, and a number
constexpr std::size_t kPhoneEndMin = 6;
constexpr std::size_t kPhoneEndMax = 8;
constexpr std::size_t kPhoneWithoutZero = 9; ///< as spreadsheets leave it

/// The number in what a magnetic stripe says (ISO/IEC 7813): ;4111…=2512… or %B4111…^NAME^…
std::string_view withoutFraming(std::string_view text)
{
    if (text.starts_with(';'))
        return text.substr(1, std::min(text.find('='), text.size()) - 1);
    if (text.starts_with("%B") || text.starts_with("%b"))
        return text.substr(2, std::min(text.find('^'), text.size()) - 2);
    return text;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += word;
    return text;
}

std::optional<asked::Ticket> ticketIn(std::string_view compact)
{
    asked::Ticket ticket;
    if (!compact.empty() && compact.front() >= 'a' && compact.front() <= 'z') {
        ticket.series = std::string(1, static_cast<char>(compact.front() - 'a' + 'A'));
        compact.remove_prefix(1);
    }
    // without a letter, one digit is more likely the beginning of something longer
    const std::size_t least = ticket.series.empty() ? limits::kNumberDigitsMin : 1;
    if (compact.size() < least || compact.size() > limits::kNumberDigitsMax || !characters::areDigits(compact))
        return std::nullopt;
    std::from_chars(compact.data(), compact.data() + compact.size(), ticket.number);
    if (ticket.number < 1)
        return std::nullopt;
    return ticket;
}

bool hasDigit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

/// The text without its words of letters: what remains of "an 0912 345 678".
std::string withoutWords(std::string_view text)
{
    std::string rest;
    for (const char32_t c : characters::in(text).value_or(std::vector<char32_t>())) {
        if (!characters::isLetter(c))
            characters::append(rest, c);
    }
    return rest;
}

class Asking
{
public:
    explicit Asking(std::string_view typed) : m_typed(typed), m_words(foldedWords(typed)) { }

    std::vector<Asked> all()
    {
        const std::string compact = joined(m_words);
        if (const auto ticket = ticketIn(compact))
            m_asked.emplace_back(*ticket);
        phone();
        for (const IdentifierKind kind : documentKindsOf(m_typed))
            number(kind);
        if (isPaymentCard(compact))
            number(IdentifierKind::Card);
        number(IdentifierKind::CustomerNumber);
        if (hasDigit(compact))
            number(IdentifierKind::Card);
        name();
        return std::move(m_asked);
    }

private:
    void number(IdentifierKind kind)
    {
        const auto value = identifierFrom(kind, m_typed);
        if (!value)
            return;
        const Asked found = asked::Number{kind, *value};
        if (std::find(m_asked.begin(), m_asked.end(), found) == m_asked.end())
            m_asked.push_back(found);
    }

    void phone()
    {
        const std::string rest = withoutWords(m_typed);
        const std::string digits = joined(foldedWords(rest));
        auto phone = phoneFrom(rest);
        if (!phone && digits.size() == kPhoneWithoutZero)
            phone = phoneFrom("0" + digits);
        if (phone)
            m_asked.emplace_back(asked::Number{IdentifierKind::Phone, *phone});
        else if (digits.size() >= kPhoneEndMin && digits.size() <= kPhoneEndMax && characters::areDigits(digits))
            m_asked.emplace_back(asked::PhoneEnd{digits});
    }

    void name()
    {
        asked::Name name;
        const bool isMixed = hasDigit(joined(m_words));
        for (const std::string &word : m_words) {
            // beside digits a single letter is a series or the beginning of a passport
            const bool isLetters = !hasDigit(word) && !(isMixed && word.size() == 1);
            if (isLetters && name.words.size() < kAskedWordsMax)
                name.words.push_back(word);
        }
        if (!name.words.empty())
            m_asked.emplace_back(name);
    }

    std::string_view m_typed;
    std::vector<std::string> m_words;
    std::vector<Asked> m_asked;
};

} // namespace

std::vector<Asked> askedIn(std::string_view text, const std::string &today)
{
    if (looksLikeCardScan(text)) {
        if (const auto card = cardScanFrom(text, today))
            return {asked::Scan{*card}};
    }
    const auto clean = cleanText(text.substr(0, kScanBytesMax), kTypedCharactersMax);
    if (!clean)
        return {};
    const auto narrow = characters::narrowed(*clean);
    return Asking(withoutFraming(*narrow)).all();
}

} // namespace tiepdon
