// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/noticemessage.h"

#include "core/alerting/alertrule.h"
#include "core/base/text.h"

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::size_t kHostCharactersMax = 253; // RFC 1035, 2.3.4

Error invalid(const char *field, const char *message)
{
    return {ErrorCode::InvalidParams, std::string(field) + " " + message, {{"field", field}}};
}

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// A name or an IPv4 address, or an IPv6 address without brackets.
bool isHost(std::string_view text)
{
    if (text.empty() || text.size() > kHostCharactersMax || text.front() == '-' || text.front() == '.')
        return false;
    const bool is6 = text.find(':') != std::string_view::npos;
    return std::all_of(text.begin(), text.end(), [is6](char c) {
        return is6
            ? (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.'
            : isLetterOrDigit(c) || c == '-' || c == '.';
    });
}

/// Kept as it was given: PEM has lines, which `cleanText` folds. Its bytes are only ever read as PEM.
Result<void> checkAuthority(const std::string &pem, const char *field)
{
    if (pem.size() > kChannelAuthorityBytesMax)
        return Error{ErrorCode::TooLarge, std::string(field) + " is too long", {{"field", field}}};
    const bool isAscii = std::all_of(pem.begin(), pem.end(), [](char c) {
        return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t';
    });
    if (!isAscii || (!pem.empty() && pem.find("-----BEGIN CERTIFICATE-----") == std::string::npos))
        return invalid(field, "is no certificate in PEM");
    if (pem.find("PRIVATE KEY-----") != std::string::npos)
        return invalid(field, "holds a private key, which nobody wants here");
    return {};
}

Result<std::string> cleaned(const std::string &text, std::size_t charactersMax, const char *field)
{
    auto clean = cleanText(text, charactersMax);
    if (clean)
        return clean;
    Error error = clean.error();
    error.detail["field"] = field;
    return error;
}

} // namespace

Result<MailSettings> checked(MailSettings mail)
{
    auto host = cleaned(mail.host, kHostCharactersMax, "mail.host");
    auto user = cleaned(mail.user, kChannelSecretCharactersMax, "mail.user");
    auto from = cleaned(mail.from, kHostCharactersMax, "mail.from");
    if (!host || !user || !from)
        return !host ? host.error() : !user ? user.error() : from.error();
    mail.host = *host;
    mail.user = *user;
    mail.from = *from;
    if ((mail.isOn || !mail.host.empty()) && !isHost(mail.host))
        return invalid("mail.host", "is no host");
    if (mail.port < 0 || mail.port > 65535)
        return invalid("mail.port", "is no port");
    if ((mail.isOn || !mail.from.empty()) && !isMailAddress(mail.from))
        return invalid("mail.from", "is no mail address");
    if (mail.to.size() > kMailAddressesMax)
        return Error{ErrorCode::TooLarge, "too many addresses", {{"field", "mail.to"}}};
    if (!std::all_of(mail.to.begin(), mail.to.end(), isMailAddress))
        return invalid("mail.to", "holds what is no mail address");
    if (mail.security == MailSecurity::Plain && !mail.user.empty())
        return invalid("mail.security", "must be TLS where somebody signs in: a password is not sent in the open");
    if (auto fine = checkAuthority(mail.authority, "mail.authority"); !fine)
        return fine.error();
    return mail;
}

Result<WebhookSettings> checked(WebhookSettings webhook)
{
    auto url = cleaned(webhook.url, kWebhookUrlCharactersMax, "webhook.url");
    if (!url)
        return url.error();
    webhook.url = *url;
    static constexpr std::string_view kScheme = "https://";
    const bool isPrintable
        = std::all_of(webhook.url.begin(), webhook.url.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (webhook.isOn || !webhook.url.empty()) {
        if (!webhook.url.starts_with(kScheme) || webhook.url.size() == kScheme.size() || !isPrintable
            || webhook.url.find('#') != std::string::npos)
            return invalid("webhook.url", "must be an https:// address");
        const std::string_view rest = std::string_view(webhook.url).substr(kScheme.size());
        const std::string_view place = rest.substr(0, std::min({rest.find('/'), rest.find('?'), rest.size()}));
        if (place.empty() || place.find('@') != std::string_view::npos
            || place.find('\\') != std::string_view::npos)
            return invalid("webhook.url", "names no host, or holds a user");
    }
    if (auto fine = checkAuthority(webhook.authority, "webhook.authority"); !fine)
        return fine.error();
    return webhook;
}

} // namespace tiepdon
