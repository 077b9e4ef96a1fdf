// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/csvsource.h"

#include "core/base/csv.h"
#include "core/base/text.h"

#include <algorithm>
#include <map>

namespace tiepdon {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";
constexpr std::size_t kLookedAtBytes = 256 * 1024;
constexpr std::size_t kLookedAtLines = 20;
constexpr std::size_t kLinesOfFieldMax = 10; ///< an address on an envelope has six
constexpr char32_t kNothing = 0xFFFD;

/// What both code pages have from 0x80 to 0x9F; from 0xA0 they are Latin-1, but for what follows.
constexpr std::array<char32_t, 32> kUpperSigns
    = {0x20AC, kNothing, 0x201A,   0x0192, 0x201E,   0x2026,   0x2020, 0x2021,   0x02C6, 0x2030, 0x0160,
       0x2039, 0x0152,   kNothing, 0x017D, kNothing, kNothing, 0x2018, 0x2019,   0x201C, 0x201D, 0x2022,
       0x2013, 0x2014,   0x02DC,   0x2122, 0x0161,   0x203A,   0x0153, kNothing, 0x017E, 0x0178};

char32_t windows1252(unsigned char byte)
{
    if (byte < 0x80 || byte >= 0xA0)
        return byte;
    return kUpperSigns.at(byte - 0x80U);
}

/// The Vietnamese one: its five marks stand behind their vowel.
char32_t windows1258(unsigned char byte)
{
    switch (byte) {
    case 0xC3:
        return 0x0102; // Ă
    case 0xE3:
        return 0x0103;
    case 0xD0:
        return 0x0110; // Đ
    case 0xF0:
        return 0x0111;
    case 0xD5:
        return 0x01A0; // Ơ
    case 0xF5:
        return 0x01A1;
    case 0xDD:
        return 0x01AF; // Ư
    case 0xFD:
        return 0x01B0;
    case 0xCC:
        return 0x0300; // grave
    case 0xD2:
        return 0x0309; // hook above
    case 0xDE:
        return 0x0303; // tilde
    case 0xEC:
        return 0x0301; // acute
    case 0xF2:
        return 0x0323; // dot below
    case 0xFE:
        return 0x20AB; // đồng
    case 0x8A:
    case 0x8E:
    case 0x9A:
    case 0x9E:
        return kNothing;
    default:
        return windows1252(byte);
    }
}

void append(std::string &text, char32_t c)
{
    if (c < 0x80) {
        text += static_cast<char>(c);
        return;
    }
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | (c >> shift & 0x3FU)); };
    if (c < 0x800) {
        text += static_cast<char>(0xC0U | c >> 6U);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0U | c >> 12U);
        tail(6);
    } else {
        text += static_cast<char>(0xF0U | c >> 18U);
        tail(12);
        tail(6);
    }
    tail(0);
}

bool isVowel(char32_t c)
{
    constexpr std::u32string_view kVowels = U"aeiouyAEIOUYâêôÂÊÔăĂơƠưƯ";
    return kVowels.find(c) != std::u32string_view::npos;
}

/// How much the bytes look like Vietnamese in its code page: marks behind vowels speak for it, elsewhere against
/// it.
int vietnameseScore(std::string_view bytes)
{
    int score = 0;
    char32_t before = 0;
    for (const char byte : bytes) {
        const char32_t c = windows1258(static_cast<unsigned char>(byte));
        if ((c >= 0x300 && c <= 0x323))
            score += isVowel(before) ? 2 : -3;
        else if (c == 0x111 || c == 0x110 || c == 0x1B0 || c == 0x1A1)
            score += 1;
        before = c;
    }
    return score;
}

Error badBytes(std::string_view text, std::size_t at, const std::string &reason)
{
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return {ErrorCode::BadFile, reason, {{"line", std::to_string(line)}, {"reason", reason}}};
}

Result<std::string> fromCodePage(std::string_view bytes, char32_t (*page)(unsigned char), const char *name)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 4);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char32_t c = page(static_cast<unsigned char>(bytes[i]));
        if (c == kNothing)
            return badBytes(bytes, i, std::string("has a byte that ") + name + " does not have");
        append(text, c);
    }
    return text;
}

Result<std::string> fromUtf16(std::string_view bytes, bool isLittle)
{
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(isLittle ? second << 8U | first : first << 8U | second);
    };
    std::string text;
    text.reserve(bytes.size());
    if (bytes.size() % 2 != 0)
        return badBytes(bytes, bytes.size() - 1, "ends in the middle of a UTF-16 character");
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            i += 2;
            c = 0x10000 + ((c - 0xD800) << 10U) + (unit(i) - 0xDC00);
        }
        if (c >= 0xD800 && c < 0xE000)
            return badBytes(bytes, i, "has half of a UTF-16 character");
        if (i != 0 || c != 0xFEFF)
            append(text, c);
    }
    return text;
}

/// UTF-16 without a mark: of every second byte most are 0, as Latin letters have it.
std::optional<Encoding> unmarkedUtf16(std::string_view bytes)
{
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        zeros.at(i % 2) += bytes[i] == '\0' ? 1U : 0U;
    const std::size_t half = bytes.size() / 2;
    if (half < 2)
        return std::nullopt;
    if (zeros[1] * 2 > half && zeros[0] * 10 < half)
        return Encoding::Utf16Le;
    if (zeros[0] * 2 > half && zeros[1] * 10 < half)
        return Encoding::Utf16Be;
    return std::nullopt;
}

/// How many fields of the first lines a separator gives, if each line has as many as the first; else 0.
std::size_t fieldsBy(char separator, std::string_view text)
{
    CsvLines lines(text);
    std::string_view line;
    std::size_t first = 0;
    std::size_t alike = 0;
    std::size_t seen = 0;
    for (; seen < kLookedAtLines && lines.next(line); ++seen) {
        const auto fields = csvFields(line, separator);
        const std::size_t count = fields ? fields->size() : 0;
        if (seen == 0)
            first = count;
        alike += count == first ? 1U : 0U;
    }
    return first > 1 && alike * 10 >= seen * 7 ? first : 0; // rows may be short, or a field have the sign in it
}

} // namespace

EncodingGuess guessEncoding(std::string_view bytes)
{
    if (bytes.starts_with(kUtf8Mark))
        return {Encoding::Utf8Bom, true};
    if (bytes.starts_with(kUtf16LeMark))
        return {Encoding::Utf16Le, true};
    if (bytes.starts_with(kUtf16BeMark))
        return {Encoding::Utf16Be, true};
    if (const auto utf16 = unmarkedUtf16(bytes.substr(0, kLookedAtBytes)))
        return {*utf16, false};
    if (isUtf8(bytes))
        return {Encoding::Utf8, true};
    return {vietnameseScore(bytes.substr(0, kLookedAtBytes)) > 0 ? Encoding::Windows1258 : Encoding::Windows1252,
            false};
}

std::optional<Encoding> encodingFrom(std::string_view name)
{
    std::string wanted;
    for (const char c : name)
        wanted += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' ? '-' : c;
    static const std::map<std::string, Encoding, std::less<>> kOthers
        = {{"utf8", Encoding::Utf8},          {"utf-16", Encoding::Utf16Le},     {"utf16", Encoding::Utf16Le},
           {"cp1258", Encoding::Windows1258}, {"cp1252", Encoding::Windows1252}, {"latin1", Encoding::Windows1252}};
    if (const auto it = kOthers.find(wanted); it != kOthers.end())
        return it->second;
    constexpr auto kNames = names(Encoding{});
    const auto it = std::find(kNames.begin(), kNames.end(), wanted);
    if (it == kNames.end())
        return std::nullopt;
    return static_cast<Encoding>(it - kNames.begin());
}

Result<std::string> decoded(std::string bytes, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf8Bom: {
        if (bytes.starts_with(kUtf8Mark))
            bytes.erase(0, kUtf8Mark.size());
        if (isUtf8(bytes))
            return bytes;
        std::size_t at = 0; // of the first line that is none
        for (std::size_t end = 0; end < bytes.size(); at = end + 1) {
            end = std::min(bytes.find('\n', at), bytes.size());
            if (!isUtf8(std::string_view(bytes).substr(at, end - at)))
                break;
        }
        return badBytes(bytes, std::min(at, bytes.size()), "is not UTF-8");
    }
    case Encoding::Utf16Le:
        if (bytes.starts_with(kUtf16BeMark)) // "utf-16" as people say it: the mark knows better
            return fromUtf16(bytes, false);
        return fromUtf16(bytes, true);
    case Encoding::Utf16Be:
        return fromUtf16(bytes, false);
    case Encoding::Windows1258:
        return fromCodePage(bytes, windows1258, "windows-1258");
    case Encoding::Windows1252:
        return fromCodePage(bytes, windows1252, "windows-1252");
    }
    return bytes;
}

SeparatorGuess guessSeparator(std::string_view text)
{
    char best = ',';
    std::size_t most = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        const std::size_t fields = fieldsBy(separator, text);
        if (fields > most) {
            most = fields;
            best = separator;
        }
    }
    return {best, best == ','};
}

std::optional<char> separatorFrom(std::string_view name)
{
    static const std::map<std::string_view, char> kNames
        = {{",", ','},    {"comma", ','}, {";", ';'}, {"semicolon", ';'}, {"\t", '\t'},
           {"tab", '\t'}, {"\\t", '\t'},  {"|", '|'}, {"pipe", '|'}};
    const auto it = kNames.find(name);
    return it == kNames.end() ? std::nullopt : std::optional(it->second);
}

std::string_view separatorName(char separator)
{
    switch (separator) {
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    case '|':
        return "pipe";
    default:
        return "comma";
    }
}

Result<Source> sourceFrom(std::string_view text, char separator)
{
    Source source;
    CsvLines lines(text);
    std::string_view line;
    while (lines.next(line)) {
        SourceRow row{lines.number(), {}};
        auto fields = csvFields(line, separator);
        CsvLines ahead = lines;
        for (std::size_t more = 1; !fields && more < kLinesOfFieldMax; ++more) {
            std::string_view next;
            if (!ahead.next(next))
                break;
            // both stand in one text, one behind the other
            const std::string_view joined(line.data(),
                                          static_cast<std::size_t>(next.data() + next.size() - line.data()));
            fields = csvFields(joined, separator);
            if (fields)
                lines = ahead;
        }
        row.isBroken = !fields;
        row.fields = std::move(fields).value_or(std::vector<std::string>());
        const bool isEmpty
            = !row.isBroken && std::all_of(row.fields.begin(), row.fields.end(), [](const std::string &field) {
                  return field.find_first_not_of(" \t") == std::string::npos;
              });
        if (isEmpty)
            continue;
        if (source.header.empty() && !row.isBroken)
            source.header = std::move(row.fields);
        else if (!source.header.empty())
            source.rows.push_back(std::move(row));
        else
            break;
    }
    if (source.header.empty())
        return Error{ErrorCode::BadFile,
                     "the first line must name the columns",
                     {{"line", "1"}, {"reason", "the first line must name the columns"}}};
    return source;
}

} // namespace tiepdon
