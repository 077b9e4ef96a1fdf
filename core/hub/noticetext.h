// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/accessstate.h"
#include "core/queue/state.h"
#include "core/wire/noticemessage.h"

#include <string>
#include <string_view>
#include <vector>

// What people and other systems are told about an alert outside the branch: kinds, services, counters, numbers of
// tickets and devices; never anything of a customer or of staff.

namespace tiepdon {

/// Why somebody is told.
enum class NoticeWhy : std::uint8_t { Raised, Repeated, Escalated, Resolved, Test };

constexpr auto names(NoticeWhy)
{
    return std::array<std::string_view, 5>{"raised", "repeated", "escalated", "resolved", "test"};
}

struct NoticeText {
    std::string subject; ///< one line
    std::string text; ///< lines parted by \n
    friend bool operator==(const NoticeText &, const NoticeText &) = default;
};

/// `rule` may be null when it is gone. Times are the branch's local ones.
NoticeText noticeText(const Alert &alert, const AlertRule *rule, NoticeWhy why, const BranchState &state,
                      const AccessState &access, NoticeLanguage language);
/// Of a message that only tries the channel.
NoticeText testText(const BranchState &state, NoticeLanguage language);

/// What a webhook posts about an alert, as PROTOCOL.md says.
Json webhookBody(const Alert &alert, const AlertRule *rule, NoticeWhy why, const BranchState &state,
                 const AccessState &access, const std::string &id, std::int64_t branch, TimeMs now);
Json webhookTestBody(const BranchState &state, const std::string &id, std::int64_t branch, TimeMs now);

/// A whole mail (RFC 5322, RFC 2047, RFC 2045): UTF-8, base64, lines parted by CRLF. `id` names it for ever, so
/// that a second copy is known. `systemMs` is real time.
std::string mailMessage(const MailSettings &settings, const std::vector<std::string> &to, const NoticeText &text,
                        const std::string &id, TimeMs systemMs);

} // namespace tiepdon
