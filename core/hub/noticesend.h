// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/noticemessage.h"

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

// One attempt to send something out. Blocks: for a worker thread.

namespace tiepdon {

/// Bounds of one attempt.
struct SendLimits {
    int connectMsMax = 10'000; ///< name, connection and TLS
    int wholeMsMax = 30'000;
    std::size_t answerBytesMax = 64 * 1024; ///< of what a webhook's receiver answers; nothing of it is kept
};

struct SendOutcome {
    NoticeProblem problem = NoticeProblem::None;
    std::string answer = {}; ///< what the server said, cleaned, at most 200 characters

    [[nodiscard]] bool isSent() const { return problem == NoticeProblem::None; }
};

struct MailJob {
    MailSettings settings;
    std::string password;
    std::vector<std::string> to; ///< addresses
    std::string message; ///< whole, lines parted by CRLF
};

struct WebhookJob {
    WebhookSettings settings;
    std::string secret;
    std::string id; ///< the same for every attempt
    std::string body; ///< JSON
};

/// Must be called once before the first attempt, on the main thread.
void prepareSending();

/// By SMTP. Certificates are checked always, TLS 1.2 at least. Sent when the server takes it for one address or
/// more. Ends early when `isStopping` becomes true.
SendOutcome sendMail(const MailJob &job, const SendLimits &limits, const std::atomic_bool &isStopping);

/// By HTTPS POST, redirects not followed. Sent when the answer is 200–299. `nowSeconds` is real time, since 1970.
SendOutcome sendWebhook(const WebhookJob &job, std::int64_t nowSeconds, const SendLimits &limits,
                        const std::atomic_bool &isStopping);

/// "v1=" and HMAC-SHA256 in 64 hexadecimal digits over the decimal seconds, a dot, and the body (PROTOCOL.md).
std::string webhookSignature(std::string_view secret, std::int64_t seconds, std::string_view body);

} // namespace tiepdon
