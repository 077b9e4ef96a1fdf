// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/enrolmentcode.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <vector>

// As bytes: one with the version (upper half) and the kind of host (lower half), the port (big-endian), the host
// (four bytes of an IPv4 address, or a length byte and the name), the secret, the fingerprint. As text: their
// base32, and six check characters behind them.

namespace tiepdon {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: no I, L, O, U
constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kIpv4Host = 0;
constexpr std::uint8_t kNamedHost = 1;
constexpr std::size_t kHostMax = 253;
constexpr std::size_t kCheckCharacters = 6;
constexpr std::size_t kGroup = 4;
/// The longest code has about 600 characters; blanks and line ends may double that.
constexpr std::size_t kTextMax = 2000;

using Symbols = std::vector<std::uint8_t>; // each under 32

/// The checksum of Bech32m (BIP 350): finds any four wrong characters among 89, any change within a few neighbours
/// in texts of any length we have, and all but one in 2^30 of what else can happen.
std::uint32_t remainderOf(const Symbols &symbols)
{
    constexpr std::array<std::uint32_t, 5> kGenerator
        = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    std::uint32_t rest = 1;
    for (const std::uint8_t symbol : symbols) {
        const std::uint32_t top = rest >> 25;
        rest = ((rest & 0x1ffffff) << 5) ^ symbol;
        for (std::size_t i = 0; i < kGenerator.size(); ++i) {
            if ((top >> i) & 1)
                rest ^= kGenerator.at(i);
        }
    }
    return rest;
}

constexpr std::uint32_t kSoundRemainder = 0x2bc830a3;

Symbols symbolsOf(const std::uint8_t *bytes, std::size_t size)
{
    Symbols symbols;
    std::uint32_t pending = 0;
    int bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
        pending = ((pending << 8) | bytes[i]) & 0xfff; // at most four are left of the byte before
        for (bits += 8; bits >= 5; bits -= 5)
            symbols.push_back((pending >> (bits - 5)) & 0x1f);
    }
    if (bits > 0)
        symbols.push_back((pending << (5 - bits)) & 0x1f);
    return symbols;
}

/// The bytes; nothing when the symbols are not what `symbolsOf` makes of any.
std::optional<std::string> bytesOf(const Symbols &symbols)
{
    std::string bytes;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const std::uint8_t symbol : symbols) {
        pending = ((pending << 5) | symbol) & 0xfff;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((pending >> bits) & 0xff);
        }
    }
    if (bits >= 5 || (pending & ((1U << bits) - 1)) != 0)
        return std::nullopt;
    return bytes;
}

std::string textOf(const Symbols &symbols)
{
    std::string text;
    for (const std::uint8_t symbol : symbols)
        text += kAlphabet[symbol];
    return text;
}

/// The symbol of what somebody typed; nothing when it is none.
std::optional<std::uint8_t> symbolOf(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    const std::size_t at = kAlphabet.find(c);
    if (at == std::string_view::npos)
        return std::nullopt;
    return static_cast<std::uint8_t>(at);
}

bool isSeparator(char c) { return c == '-' || c == ' ' || (c >= '\t' && c <= '\r'); }

/// The four bytes of "192.168.1.10"; nothing when it is not written exactly so.
std::optional<std::string> ipv4Of(std::string_view host)
{
    std::string bytes;
    std::string again;
    for (const char *at = host.data(), *end = at + host.size(); at <= end && bytes.size() < 4;) {
        std::uint8_t part = 0;
        const auto [next, fault] = std::from_chars(at, end, part);
        if (fault != std::errc())
            return std::nullopt;
        bytes += static_cast<char>(part);
        again += (again.empty() ? "" : ".") + std::to_string(part);
        at = next + 1;
    }
    if (again != host) // also when something is missing, left over, or has zeros in front
        return std::nullopt;
    return bytes.size() == 4 ? std::optional(bytes) : std::nullopt;
}

std::string ipv4Text(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes)
        text += (text.empty() ? "" : ".") + std::to_string(static_cast<unsigned char>(byte));
    return text;
}

/// Whether it can be a DNS name or an address; that it is one, the network says.
bool isHost(std::string_view host)
{
    return !host.empty() && host.size() <= kHostMax && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
            || c == ':' || c == '_' || c == '%';
    });
}

/// Takes bytes off the front.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_left(bytes) { }

    std::string_view take(std::size_t size)
    {
        if (size > m_left.size()) {
            m_isShort = true;
            m_left = {};
            return {};
        }
        const std::string_view part = m_left.substr(0, size);
        m_left.remove_prefix(size);
        return part;
    }
    std::uint8_t byte()
    {
        const std::string_view part = take(1);
        return part.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(part.front());
    }
    /// Whether exactly all was taken.
    [[nodiscard]] bool isDone() const { return !m_isShort && m_left.empty(); }

private:
    std::string_view m_left;
    bool m_isShort = false;
};

Error damaged() { return {ErrorCode::CodeDamaged, "something is missing from the code or mistyped", {}}; }

Result<EnrolmentCode> codeOf(std::string_view bytes)
{
    Reader reader(bytes);
    const std::uint8_t kind = reader.byte();
    if ((kind >> 4) != kVersion || (kind & 0xf) > kNamedHost)
        return Error{ErrorCode::VersionMismatch, "a code of version " + std::to_string(kind >> 4), {}};
    EnrolmentCode code;
    code.port = reader.byte();
    code.port = static_cast<std::uint16_t>((code.port << 8) | reader.byte());
    if ((kind & 0xf) == kIpv4Host)
        code.host = ipv4Text(reader.take(4));
    else
        code.host = reader.take(reader.byte());
    std::ranges::copy(reader.take(code.secret.size()), code.secret.begin());
    std::ranges::copy(reader.take(code.fingerprint.size()), code.fingerprint.begin());
    if (!reader.isDone() || !isHost(code.host) || code.port == 0)
        return damaged();
    return code;
}

} // namespace

std::string toText(const EnrolmentCode &code)
{
    if (!isHost(code.host) || code.port == 0)
        return {};
    const auto ipv4 = ipv4Of(code.host);
    std::vector<std::uint8_t> bytes;
    bytes.push_back(static_cast<std::uint8_t>((kVersion << 4) | (ipv4 ? kIpv4Host : kNamedHost)));
    bytes.push_back(static_cast<std::uint8_t>(code.port >> 8));
    bytes.push_back(static_cast<std::uint8_t>(code.port & 0xff));
    if (!ipv4)
        bytes.push_back(static_cast<std::uint8_t>(code.host.size()));
    for (const char byte : ipv4 ? *ipv4 : code.host)
        bytes.push_back(static_cast<std::uint8_t>(byte));
    bytes.insert(bytes.end(), code.secret.begin(), code.secret.end());
    bytes.insert(bytes.end(), code.fingerprint.begin(), code.fingerprint.end());

    Symbols symbols = symbolsOf(bytes.data(), bytes.size());
    Symbols forCheck = symbols;
    forCheck.resize(symbols.size() + kCheckCharacters, 0);
    const std::uint32_t check = remainderOf(forCheck) ^ kSoundRemainder;
    for (std::size_t i = 0; i < kCheckCharacters; ++i)
        symbols.push_back((check >> (5 * (kCheckCharacters - 1 - i))) & 0x1f);

    std::string text = textOf(symbols);
    for (std::size_t at = (text.size() - 1) / kGroup * kGroup; at > 0; at -= kGroup)
        text.insert(at, 1, '-');
    return text;
}

Result<EnrolmentCode> enrolmentCodeFrom(std::string_view text)
{
    if (text.size() > kTextMax)
        return damaged();
    Symbols symbols;
    for (const char c : text) {
        if (isSeparator(c))
            continue;
        const auto symbol = symbolOf(c);
        if (!symbol)
            return damaged();
        symbols.push_back(*symbol);
    }
    if (symbols.size() <= kCheckCharacters || remainderOf(symbols) != kSoundRemainder)
        return damaged();
    symbols.resize(symbols.size() - kCheckCharacters);
    const auto bytes = bytesOf(symbols);
    if (!bytes)
        return damaged();
    return codeOf(*bytes);
}

std::string base32(const std::uint8_t *bytes, std::size_t size) { return textOf(symbolsOf(bytes, size)); }

std::string bytesOfBase32(std::string_view text)
{
    Symbols symbols;
    for (const char c : text) {
        const auto symbol = symbolOf(c);
        if (!symbol)
            return {};
        symbols.push_back(*symbol);
    }
    return bytesOf(symbols).value_or(std::string());
}

} // namespace tiepdon
