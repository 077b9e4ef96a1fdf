// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/records.h"
#include "core/wire/json.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Messages about how alerts leave the branch (mail, webhook) and about what devices say of themselves. PROTOCOL.md
// says who may send which when, and how a webhook is signed.

namespace tiepdon {

enum class MailSecurity : std::uint8_t {
    StartTls, ///< plain at first; no mail without the change to TLS
    Tls, ///< from the first byte
    Plain, ///< for a relay inside the house; nobody signs in over it
};

constexpr auto names(MailSecurity) { return std::array<std::string_view, 3>{"startTls", "tls", "plain"}; }

enum class NoticeLanguage : std::uint8_t { Vietnamese, English };

constexpr auto names(NoticeLanguage) { return std::array<std::string_view, 2>{"vi", "en"}; }

/// How mail goes out. The password is kept apart and never told.
struct MailSettings {
    bool isOn = false;
    std::string host = {};
    std::int64_t port = 0; ///< 0: the usual one (587, 465 with Tls, 25 with Plain)
    MailSecurity security = MailSecurity::StartTls;
    std::string user = {}; ///< empty: nobody signs in
    std::string from = {}; ///< address
    std::vector<std::string> to = {}; ///< addresses, for rules that name none; at most `kMailAddressesMax`
    NoticeLanguage language = NoticeLanguage::Vietnamese;
    std::string authority = {}; ///< PEM: only these vouch for the server; empty: whom this machine trusts

    friend bool operator==(const MailSettings &, const MailSettings &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("isOn", self.isOn);
        visit("host", self.host);
        visit("port", self.port, kAddedLater);
        visit("security", self.security);
        visit("user", self.user, kAddedLater);
        visit("from", self.from);
        visit("to", self.to, kAddedLater);
        visit("language", self.language, kAddedLater);
        visit("authority", self.authority, kAddedLater);
    }
};

/// Where alerts are posted to. The secret they are signed with is kept apart and never told.
struct WebhookSettings {
    bool isOn = false;
    std::string url = {}; ///< https alone, without user and fragment
    std::string authority = {}; ///< as `MailSettings::authority`

    friend bool operator==(const WebhookSettings &, const WebhookSettings &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("isOn", self.isOn);
        visit("url", self.url);
        visit("authority", self.authority, kAddedLater);
    }
};

struct AlertChannelsReply {
    std::int64_t revision = 0;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("revision", self.revision);
    }
};

/// What is left out stays as it is; so does a secret. An empty secret takes it away. A password stays only while
/// host, port, security and user do: else it must be given again. SettingChanged when another change came first
/// (detail "revision"); InvalidParams (detail "field").
struct SetAlertChannels {
    static constexpr std::string_view kMethod = "setAlertChannels";
    using Answer = AlertChannelsReply;
    std::int64_t revision = 0; ///< of `AlertChannels` it was made from; 0: nothing was set yet
    std::optional<MailSettings> mail = {};
    std::optional<std::string> mailPassword = {};
    std::optional<WebhookSettings> webhook = {};
    std::optional<std::string> webhookSecret = {}; ///< 16–200 characters
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("revision", self.revision);
        visit("mail", self.mail);
        visit("mailPassword", self.mailPassword);
        visit("webhook", self.webhook);
        visit("webhookSecret", self.webhookSecret);
    }
};

/// Why something was not sent.
enum class NoticeProblem : std::uint8_t {
    None,
    Off, ///< the channel is off or not set
    NoRecipient, ///< nobody is named, in the rule or in the settings
    Unreachable, ///< no such host, or nothing listens there
    TimedOut,
    NoEncryption, ///< the server does not change to TLS
    CertificateRefused, ///< not vouched for, expired, or of another host
    LoginRefused,
    RecipientRefused, ///< by the mail server, every one
    Refused, ///< another answer than "taken"; `answer` has it
    Broken, ///< the connection ended, or what came is no answer
    TooOld, ///< the alert was a day old before it went through
    TooMany, ///< too many waited: the oldest were dropped
    Internal,
    Over, ///< the alert had ended before it went through
};

constexpr auto names(NoticeProblem)
{
    return std::array<std::string_view, 15>{"none",
                                            "off",
                                            "noRecipient",
                                            "unreachable",
                                            "timedOut",
                                            "noEncryption",
                                            "certificateRefused",
                                            "loginRefused",
                                            "recipientRefused",
                                            "refused",
                                            "broken",
                                            "tooOld",
                                            "tooMany",
                                            "internal",
                                            "over"};
}

/// How a channel did since the hub began; real time.
struct ChannelState {
    std::int64_t waiting = 0; ///< to be sent
    TimeMs sentMs = 0; ///< last time something went through; 0: not yet
    TimeMs failedMs = 0; ///< last time something did not; 0: not yet
    NoticeProblem problem = NoticeProblem::None; ///< then
    std::string answer = {}; ///< what the server said to it, at most 200 characters; may be empty
    TimeMs nextTryMs = 0; ///< while it does not work and something waits
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("waiting", self.waiting);
        visit("sentMs", self.sentMs);
        visit("failedMs", self.failedMs);
        visit("problem", self.problem);
        visit("answer", self.answer, kAddedLater);
        visit("nextTryMs", self.nextTryMs, kAddedLater);
    }
};

struct AlertChannels {
    std::int64_t revision = 0; ///< 0: nothing was set yet
    MailSettings mail;
    bool hasMailPassword = false;
    ChannelState mailState;
    WebhookSettings webhook;
    bool hasWebhookSecret = false;
    ChannelState webhookState;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("revision", self.revision);
        visit("mail", self.mail);
        visit("hasMailPassword", self.hasMailPassword);
        visit("mailState", self.mailState);
        visit("webhook", self.webhook);
        visit("hasWebhookSecret", self.hasWebhookSecret);
        visit("webhookState", self.webhookState);
    }
};

struct AlertChannelsQuery {
    static constexpr std::string_view kMethod = "alertChannels";
    using Answer = AlertChannels;
    template <class Self, class Visit>
    static void fields(Self &, Visit &&)
    {
    }
};

struct ChannelTest {
    bool isSent = false;
    NoticeProblem problem = NoticeProblem::None;
    std::string answer = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("isSent", self.isSent);
        visit("problem", self.problem);
        visit("answer", self.answer, kAddedLater);
    }
};

/// Sends a message that says it is only a test, now and once, and answers how that went: within half a minute. Busy
/// while another test of the channel is under way. InvalidParams for a channel that does not leave the branch, and
/// for an address that is none.
struct TestAlertChannel {
    static constexpr std::string_view kMethod = "testAlertChannel";
    using Answer = ChannelTest;
    AlertChannel channel = AlertChannel::Mail;
    std::vector<std::string> mailTo = {}; ///< empty: as the settings say
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("channel", self.channel);
        visit("mailTo", self.mailTo, kAddedLater);
    }
};

/// How a device's printer is.
enum class PrinterCondition : std::uint8_t {
    None, ///< it has none, or is to print nothing
    Ready,
    Out, ///< no paper comes: nothing left, stopped, not there
};

constexpr auto names(PrinterCondition) { return std::array<std::string_view, 3>{"none", "ready", "out"}; }

struct ReportDeviceReply {
    bool isTaken = true;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("isTaken", self.isTaken);
    }
};

/// A device about itself: at its start, whenever something changes, and again each time it comes back. Kept in
/// memory until it is reported anew or the hub ends.
struct ReportDevice {
    static constexpr std::string_view kMethod = "reportDevice";
    using Answer = ReportDeviceReply;
    PrinterCondition printer = PrinterCondition::None;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("printer", self.printer);
    }
};

constexpr std::size_t kMailAddressesMax = 20;
constexpr std::size_t kChannelAuthorityBytesMax = 16 * 1024; ///< a few certificates; two of them fit a message
constexpr std::size_t kWebhookUrlCharactersMax = 1000;
constexpr std::size_t kChannelSecretCharactersMax = 200;
constexpr std::size_t kWebhookSecretCharactersMin = 16;

/// The settings with their texts cleaned. InvalidParams or TooLarge, detail "field": "mail.host" …
Result<MailSettings> checked(MailSettings mail);
Result<WebhookSettings> checked(WebhookSettings webhook);

} // namespace tiepdon
