// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/importvalues.h"

#include "core/base/text.h"
#include "core/customer/calendar.h"
#include "core/customer/personname.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace tiepdon {
namespace {

constexpr std::int64_t kAmountMax = 9'000'000'000'000'000; ///< what JSON of every peer keeps whole
constexpr int kElderYears = 60; ///< from then on Ông and Bà

template <class Value>
using Words = std::map<std::string_view, Value>;

/// By the folded text.
template <class Value>
std::optional<Value> valueOf(const Words<Value> &words, std::string_view text)
{
    const std::string word = folded(text);
    const auto it = words.find(word);
    return it == words.end() ? std::nullopt : std::optional(it->second);
}

/// A value by its name on the wire, whatever its capitals.
template <class Value>
std::optional<Value> named(std::string_view text)
{
    const auto all = names(Value{});
    const auto it
        = std::find_if(all.begin(), all.end(), [&](std::string_view name) { return folded(name) == folded(text); });
    return it == all.end() ? std::nullopt : std::optional(static_cast<Value>(it - all.begin()));
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<std::int64_t> whole(std::string_view digits)
{
    std::int64_t number = 0;
    const auto [stop, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return areDigits(digits) && problem == std::errc() ? std::optional(number) : std::nullopt;
}

std::optional<Need> needFrom(std::string_view text)
{
    static const Words<Need> kWords
        = {{"khiem thinh", Need::Hearing}, {"nghe kem", Need::Hearing},        {"lang tai", Need::Hearing},
           {"khiem thi", Need::Sight},     {"mat kem", Need::Sight},           {"xe lan", Need::Wheelchair},
           {"di lai kho", Need::Walking},  {"di lai kho khan", Need::Walking}, {"phien dich", Need::Interpreter},
           {"doc giup", Need::Reading},    {"dien giup", Need::Reading},       {"tre nho", Need::Child},
           {"con nho", Need::Child},       {"mang thai", Need::Pregnant},      {"thai san", Need::Pregnant},
           {"rieng tu", Need::Privacy},    {"kien nhan", Need::Patience},      {"can thoi gian", Need::Patience}};
    if (const auto need = valueOf(kWords, text))
        return need;
    return named<Need>(text);
}

/// Digits before and behind what parts a whole number from its fraction, without what parts thousands.
struct Decimal {
    std::string whole;
    std::string fraction;
};

std::optional<Decimal> decimalFrom(std::string_view text)
{
    const std::size_t last = text.find_last_of(".,");
    if (last == std::string_view::npos)
        return areDigits(text) ? std::optional(Decimal{std::string(text), {}}) : std::nullopt;
    const char sign = text[last];
    const std::string_view behind = text.substr(last + 1);
    const bool isTwice = text.find(sign) != last;
    const bool isMixed = text.find(sign == '.' ? ',' : '.') != std::string_view::npos;
    // one sign with three digits behind it parts thousands; with one or two it parts a fraction
    const bool isFraction = !isTwice && (behind.size() == 1 || behind.size() == 2 || (isMixed && behind.empty()));
    Decimal decimal;
    if (isFraction) {
        if (!behind.empty() && !areDigits(behind))
            return std::nullopt;
        decimal.fraction = behind;
        text = text.substr(0, last);
    } else if (isMixed && !isTwice) {
        return std::nullopt; // "1,234.567": thousands or a fraction, nobody knows
    }
    // what remains is parted in threes, by one sign alone
    const char thousands = isFraction ? (sign == '.' ? ',' : '.') : sign;
    std::size_t from = 0;
    for (bool isFirst = true; from <= text.size(); isFirst = false) {
        const std::size_t end = std::min(text.find(thousands, from), text.size());
        const std::string_view group = text.substr(from, end - from);
        const bool isWhole = isFirst && end == text.size();
        if (!areDigits(group) || (!isWhole && (isFirst ? group.size() > 3 : group.size() != 3)))
            return std::nullopt;
        decimal.whole += group;
        from = end + 1;
    }
    return decimal;
}

} // namespace

std::optional<AddressForm> formFrom(std::string_view text)
{
    static const Words<AddressForm> kWords
        = {{"mr", AddressForm::Ong}, {"mrs", AddressForm::Ba}, {"ms", AddressForm::Ba}, {"miss", AddressForm::Co}};
    if (const auto form = valueOf(kWords, text))
        return form;
    return named<AddressForm>(text);
}

std::optional<Sex> sexFrom(std::string_view text)
{
    static const Words<Sex> kWords
        = {{"nam", Sex::Male}, {"m", Sex::Male},        {"male", Sex::Male},    {"nu", Sex::Female},
           {"f", Sex::Female}, {"female", Sex::Female}, {"khac", Sex::Unknown}, {"other", Sex::Unknown}};
    return valueOf(kWords, text);
}

AddressForm usualForm(Sex sex, std::string_view birthDate, std::string_view today)
{
    if (sex == Sex::Unknown)
        return AddressForm::None;
    const bool isElder = isDay(birthDate) && yearsBetween(birthDate, today) >= kElderYears;
    if (sex == Sex::Male)
        return isElder ? AddressForm::Ong : AddressForm::Anh;
    return isElder ? AddressForm::Ba : AddressForm::Chi;
}

std::optional<Channel> channelFrom(std::string_view text)
{
    static const Words<Channel> kWords
        = {{"quay", Channel::Branch},      {"tai quay", Channel::Branch},     {"chi nhanh", Channel::Branch},
           {"dien thoai", Channel::Phone}, {"goi dien", Channel::Phone},      {"tong dai", Channel::Phone},
           {"call", Channel::Phone},       {"tin nhan", Channel::Sms},        {"thu dien tu", Channel::Email},
           {"e mail", Channel::Email},     {"zalo", Channel::Chat},           {"messenger", Channel::Chat},
           {"thu", Channel::Letter},       {"buu dien", Channel::Letter},     {"mail", Channel::Email},
           {"website", Channel::Web},      {"trang web", Channel::Web},       {"ung dung", Channel::Web},
           {"app", Channel::Web},          {"internet banking", Channel::Web}};
    if (const auto channel = valueOf(kWords, text))
        return channel;
    return named<Channel>(text);
}

std::optional<bool> inwardFrom(std::string_view text)
{
    static const Words<bool> kWords = {{"in", true},        {"inward", true}, {"inbound", true}, {"den", true},
                                       {"goi den", true},   {"vao", true},    {"out", false},    {"outward", false},
                                       {"outbound", false}, {"di", false},    {"goi di", false}, {"ra", false}};
    return valueOf(kWords, text);
}

std::optional<std::string> languageFrom(std::string_view text)
{
    static const Words<std::string> kWords = {
        {"viet", "vi"},     {"tieng viet", "vi"},  {"vietnamese", "vi"},  {"anh", "en"},       {"tieng anh", "en"},
        {"english", "en"},  {"trung", "zh"},       {"tieng trung", "zh"}, {"tieng hoa", "zh"}, {"chinese", "zh"},
        {"han", "ko"},      {"tieng han", "ko"},   {"korean", "ko"},      {"nhat", "ja"},      {"tieng nhat", "ja"},
        {"japanese", "ja"}, {"tieng khmer", "km"}, {"tieng phap", "fr"},  {"french", "fr"}};
    if (const auto language = valueOf(kWords, text))
        return language;
    const std::string code = folded(text);
    const bool isCode
        = code.size() == 2 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return isCode ? std::optional(code) : std::nullopt;
}

std::vector<std::string> partsOf(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(";|\n", from), text.size());
        if (const auto part = trimmed(text.substr(from, end - from)); !part.empty())
            parts.emplace_back(part);
        from = end + 1;
    }
    return parts;
}

std::optional<std::vector<Need>> needsFrom(std::string_view text)
{
    std::string list(text);
    std::replace_if(
        list.begin(), list.end(), [](char c) { return c == ',' || c == '/'; }, ';');
    std::vector<Need> needs;
    for (const std::string &part : partsOf(list)) {
        const auto need = needFrom(part);
        if (!need)
            return std::nullopt;
        if (std::find(needs.begin(), needs.end(), *need) == needs.end())
            needs.push_back(*need);
    }
    return needs;
}

std::optional<std::string> currencyFrom(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text == "₫" || folded(text) == "d" || folded(text) == "vnd" || folded(text) == "dong")
        return "VND";
    std::string code;
    for (const char c : text)
        code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const bool isCode
        = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return isCode ? std::optional(code) : std::nullopt;
}

std::optional<std::int64_t> amountFrom(std::string_view text, std::string_view currency)
{
    std::string bare;
    for (std::size_t i = 0; i < text.size();) {
        bool isSign = false;
        for (const std::string_view sign : {"VNĐ", "VND", "vnđ", "vnd", "₫", "đ", "\u00a0", " ", "'"}) {
            if (text.substr(i).starts_with(sign)) {
                i += sign.size();
                isSign = true;
                break;
            }
        }
        if (!isSign)
            bare += text[i++];
    }
    std::string_view number = bare;
    const bool isNegative = number.starts_with('-') || (number.starts_with('(') && number.ends_with(')'));
    if (number.starts_with('-') || number.starts_with('+'))
        number.remove_prefix(1);
    if (number.starts_with('(') && number.ends_with(')') && number.size() > 2)
        number = number.substr(1, number.size() - 2); // as bookkeepers write what goes out
    const auto decimal = decimalFrom(number);
    const bool hasCents = currency != "VND" && currency != "JPY" && currency != "KRW";
    if (!decimal)
        return std::nullopt;
    std::string fraction = decimal->fraction;
    if (!hasCents && fraction.find_first_not_of('0') != std::string::npos)
        return std::nullopt;
    fraction.resize(hasCents ? 2 : 0, '0');
    const auto amount = whole(decimal->whole + fraction);
    if (!amount || *amount > kAmountMax)
        return std::nullopt;
    return isNegative ? -*amount : *amount;
}

std::optional<std::int64_t> minuteFrom(std::string_view text)
{
    text = trimmed(text);
    if (text.ends_with('Z'))
        return std::nullopt; // not the local day
    const std::size_t colon = text.find_first_of(":h");
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto hour = whole(text.substr(0, colon));
    const std::string_view rest = text.substr(colon + 1);
    const auto minute = whole(rest.substr(0, std::min(rest.find(':'), rest.size())));
    if (!hour || !minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<TimeMs> momentFrom(std::string_view text, std::int64_t utcOffsetMin)
{
    text = trimmed(text);
    std::string_view time;
    // the time follows a day of eight to ten characters
    if (const std::size_t part = text.find_first_of("T ", 8); part != std::string_view::npos) {
        time = trimmed(text.substr(part + 1));
        text = text.substr(0, part);
    }
    const auto day = dayTyped(text);
    const TimeMs start = day ? dayStart(*day, static_cast<int>(utcOffsetMin)) : -1;
    if (start < 0)
        return std::nullopt;
    if (time.empty())
        return start;
    const auto minute = minuteFrom(time);
    return minute ? std::optional(start + *minute * kMinuteMs) : std::nullopt;
}

std::string withZeros(std::string_view text, std::size_t digits, std::size_t missingMax)
{
    text = trimmed(text);
    if (text.starts_with('\''))
        text.remove_prefix(1);
    if (areDigits(text) && text.size() < digits && text.size() + missingMax >= digits)
        return std::string(digits - text.size(), '0') + std::string(text);
    return std::string(text);
}

} // namespace tiepdon
