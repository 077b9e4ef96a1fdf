// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/noticedesk.h"

#include "core/alerting/alertrule.h"
#include "core/base/text.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/answerbounds.h"
#include "core/hub/log.h"
#include "core/hub/notebookread.h"
#include "core/wire/codec.h"

#include <QPointer>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

namespace tiepdon {
namespace {

constexpr std::int64_t kChannelsEntry = 1; // the one of its kind
constexpr std::string_view kMailUse = "alertMail";
constexpr std::string_view kWebhookUse = "alertWebhook";

Error invalid(const char *field, const char *message)
{
    return {ErrorCode::InvalidParams, std::string(field) + " " + message, {{"field", field}}};
}

/// Random, so that a database restored from a backup gives no name twice.
std::string randomName()
{
    std::array<unsigned char, 16> bytes{};
    std::array<char, 2 * bytes.size() + 1> digits{};
    randombytes_buf(bytes.data(), bytes.size());
    sodium_bin2hex(digits.data(), digits.size(), bytes.data(), bytes.size());
    return digits.data();
}

/// Scheme and host of an address: "https://host:port/…", or all of it where that is all.
std::string hostOf(const std::string &url)
{
    const std::size_t scheme = url.find("://");
    const std::size_t end = scheme == std::string::npos ? scheme : url.find_first_of("/?", scheme + 3);
    return end == std::string::npos || end + 1 == url.size() ? url : url.substr(0, end) + "/…";
}

/// A password or key as it was given: nothing is trimmed or folded. No line ends, which protocols go by.
bool isSecret(const std::string &text)
{
    return text.size() <= kChannelSecretCharactersMax && isUtf8(text)
        && std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != 0x7f; });
}

} // namespace

NoticeDesk::NoticeDesk(BranchHost &host, Store &store, const Notebook &notebook, NoticeLimits limits,
                       QObject *parent)
    : Desk(parent), m_host(host), m_store(store), m_last{notebook.lastId(NotebookKind::Notices)}, m_queue(limits)
{
    std::vector<Notice> waiting;
    std::set<AlertId> open;
    for (const NotebookEntry &entry : notebook.standing) {
        if (entry.kind == NotebookKind::Channels) {
            if (auto kept = readEntry<Kept>(entry))
                m_kept = m_durable = std::move(*kept);
        } else if (entry.kind == NotebookKind::Notices) {
            if (auto notice = readEntry<Notice>(entry))
                waiting.push_back(std::move(*notice));
        } else if (entry.kind == NotebookKind::Alerts) {
            open.insert(AlertId{entry.id});
        }
    }
    const auto isOver = [&open](const Notice &notice) {
        return notice.why != NoticeWhy::Resolved && !open.contains(notice.alert);
    };
    std::vector<Notice> over;
    std::copy_if(waiting.begin(), waiting.end(), std::back_inserter(over), isOver);
    std::erase_if(waiting, isOver);
    connect(&m_queue, &NoticeQueue::sent, this, [this](const Notice &notice) {
        keep(notice, m_host.nowMs());
        onSettled(notice, AlertStepKind::Told, {});
    });
    connect(&m_queue, &NoticeQueue::failed, this, [this](const Notice &notice) {
        keep(notice, 0);
        logLine(LogLevel::Warning, "a notice was not taken",
                {{"notice", notice.id.value},
                 {"channel", std::string(nameOf(notice.channel))},
                 {"problem", std::string(nameOf(m_queue.state(notice.channel).problem))},
                 {"tries", notice.tries}});
    });
    const auto giveUp = [this](const Notice &notice, NoticeProblem problem) {
        keep(notice, m_host.nowMs());
        onSettled(notice, AlertStepKind::NotTold, nameOf(problem));
    };
    connect(&m_queue, &NoticeQueue::givenUp, this, giveUp);
    m_queue.setChannels(channelsOf(m_durable));
    QMetaObject::invokeMethod( // when whoever wants to hear what becomes of it listens
        this,
        [this, giveUp, waiting = std::move(waiting), over = std::move(over)] {
            for (const Notice &notice : over)
                giveUp(notice, NoticeProblem::Over);
            send(waiting);
        },
        Qt::QueuedConnection);
}

NoticeChannels NoticeDesk::channelsOf(const Kept &kept) const
{
    const auto opened = [&](std::string_view use, const std::string &sealed) {
        if (sealed.empty())
            return std::string();
        auto secret = m_store.opened(use, sealed);
        if (!secret)
            logLine(LogLevel::Error, "a channel's secret does not open", {{"use", std::string(use)}});
        return secret ? *secret : std::string();
    };
    return {kept.mail, opened(kMailUse, kept.mailPassword), kept.webhook, opened(kWebhookUse, kept.webhookSecret)};
}

bool NoticeDesk::isQuestion(std::string_view method) const
{
    return method == AlertChannelsQuery::kMethod || method == TestAlertChannel::kMethod;
}

bool NoticeDesk::isChange(std::string_view method) const { return method == SetAlertChannels::kMethod; }

void NoticeDesk::ask(const Asker &asker, std::string_view method, const Json &params, Answer answer)
{
    if (method == AlertChannelsQuery::kMethod) {
        const auto query = fromJson<AlertChannelsQuery>(params, UnknownFields::Refuse);
        answer(query ? Result<Json>(toJson(this->answer(asker))) : query.error());
        return;
    }
    const auto wanted = fromJson<TestAlertChannel>(params, UnknownFields::Refuse);
    if (wanted)
        test(asker, *wanted, std::move(answer));
    else
        answer(wanted.error());
}

AlertChannels NoticeDesk::answer(const Asker &asker) const
{
    AlertChannels channels;
    channels.revision = m_durable.revision;
    channels.mail = m_durable.mail;
    channels.hasMailPassword = !m_durable.mailPassword.empty();
    channels.mailState = m_queue.state(AlertChannel::Mail);
    channels.webhook = m_durable.webhook;
    // who may set it sees all of it; for many receivers who knows the rest of an address may post to it
    if (std::find(asker.roles.begin(), asker.roles.end(), Role::Administrator) == asker.roles.end())
        channels.webhook.url = hostOf(channels.webhook.url);
    channels.hasWebhookSecret = !m_durable.webhookSecret.empty();
    channels.webhookState = m_queue.state(AlertChannel::Webhook);
    return channels;
}

// ---- settings ----

Result<NoticeDesk::Kept> NoticeDesk::changed(const SetAlertChannels &wanted, TimeMs now) const
{
    if (wanted.revision != m_kept.revision)
        return Error{ErrorCode::SettingChanged,
                     "the channels were changed meanwhile",
                     {{"revision", std::to_string(m_kept.revision)}}};
    Kept next = m_kept;
    ++next.revision;
    next.setMs = now;
    if (wanted.mail) {
        auto mail = checked(*wanted.mail);
        if (!mail)
            return mail.error();
        next.mail = std::move(*mail);
    }
    if (wanted.webhook) {
        auto webhook = checked(*wanted.webhook);
        if (!webhook)
            return webhook.error();
        next.webhook = std::move(*webhook);
    }
    if (wanted.mailPassword) {
        if (!isSecret(*wanted.mailPassword))
            return invalid("mailPassword", "is too long or has control characters");
        next.mailPassword = wanted.mailPassword->empty() ? "" : m_store.sealed(kMailUse, *wanted.mailPassword);
    } else if (!next.mailPassword.empty()
               && (next.mail.host != m_kept.mail.host || next.mail.port != m_kept.mail.port
                   || next.mail.security != m_kept.mail.security || next.mail.user != m_kept.mail.user
                   || next.mail.authority != m_kept.mail.authority)) {
        // else whoever may set the channels could have the password sent to a server of their own
        return invalid("mailPassword", "must be given again where the server or the account is another");
    }
    if (wanted.webhookSecret) {
        if (!isSecret(*wanted.webhookSecret)
            || (!wanted.webhookSecret->empty() && wanted.webhookSecret->size() < kWebhookSecretCharactersMin))
            return invalid("webhookSecret", "has 16 to 200 characters");
        next.webhookSecret
            = wanted.webhookSecret->empty() ? "" : m_store.sealed(kWebhookUse, *wanted.webhookSecret);
    }
    if (next.mail.isOn && !next.mail.user.empty() && next.mailPassword.empty())
        return invalid("mailPassword", "is needed for who signs in");
    if (next.webhook.isOn && next.webhookSecret.empty())
        return invalid("webhookSecret", "is needed: nothing is posted that is not signed");
    return next;
}

Decision NoticeDesk::decide(const SetAlertChannels &wanted, TimeMs now)
{
    Decision decision;
    auto next = changed(wanted, now);
    if (!next) {
        decision.audit.push_back(
            auditEntry("alertChannelsSet", "alertChannels", std::string(name(next.error().code))));
        decision.refused = std::move(next).error();
        return decision;
    }
    m_kept = std::move(*next);
    decision.notebook.push_back({NotebookKind::Channels, kChannelsEntry, m_kept.setMs, 0, toBytes(toJson(m_kept))});
    decision.audit.push_back(auditEntry("alertChannelsSet", "alertChannels", "done",
                                        std::string("mail=") + (m_kept.mail.isOn ? "on" : "off")
                                            + " webhook=" + (m_kept.webhook.isOn ? "on" : "off")
                                            + " revision=" + std::to_string(m_kept.revision)));
    decision.extra = toJson(AlertChannelsReply{m_kept.revision});
    return decision;
}

void NoticeDesk::change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                        Answer answer)
{
    const auto wanted = fromJson<SetAlertChannels>(params, UnknownFields::Refuse);
    if (!wanted) {
        answer(wanted.error());
        return;
    }
    const QPointer<NoticeDesk> self(this);
    const auto made = std::make_shared<std::optional<Kept>>();
    // the hash of an operation is kept for a month: keyed, it says nothing of a secret
    m_host.execute(
        id, m_store.keyedHash(std::string(method) + toBytes(params)), asker.doer,
        [this, made, wanted = *wanted](TimeMs now) {
            Decision decision = decide(wanted, now);
            if (!decision.refused)
                *made = m_kept;
            return decision;
        },
        [this, self, made, answer = std::move(answer)](const Result<Json> &done) {
            if (self && made->has_value()) {
                if (done) {
                    m_durable = **made;
                    m_queue.setChannels(channelsOf(m_durable));
                } else {
                    m_kept = m_durable; // nothing that is not on disk counts, nor what was decided behind it
                }
            }
            answer(done);
        });
}

void NoticeDesk::test(const Asker &asker, const TestAlertChannel &wanted, Answer answer)
{
    if (wanted.channel != AlertChannel::Mail && wanted.channel != AlertChannel::Webhook) {
        answer(invalid("channel", "does not leave the branch"));
        return;
    }
    if (wanted.mailTo.size() > kMailAddressesMax
        || !std::all_of(wanted.mailTo.begin(), wanted.mailTo.end(), isMailAddress)) {
        answer(invalid("mailTo", "holds what is no mail address"));
        return;
    }
    Notice notice = madeNotice(wanted.channel, NoticeWhy::Test);
    if (wanted.channel == AlertChannel::Mail) {
        const NoticeText text = testText(m_host.state(), m_durable.mail.language);
        notice.to = wanted.mailTo;
        notice.subject = text.subject;
        notice.text = text.text;
    } else {
        notice.text = toBytes(webhookTestBody(m_host.state(), notice.name, m_store.branch(), m_host.nowMs()));
    }
    const std::string channel(nameOf(wanted.channel));
    const QPointer<NoticeDesk> self(this);
    const auto taken = m_queue.test(
        std::move(notice), [this, self, answer, channel, doer = asker.doer](const SendOutcome &outcome) {
            if (self) {
                Decision decision;
                decision.audit.push_back(
                    auditEntry("alertChannelTested", channel,
                               outcome.isSent() ? "done" : std::string(nameOf(outcome.problem))));
                m_host.record(std::move(decision), doer, {});
            }
            answer(toJson(ChannelTest{outcome.isSent(), outcome.problem, outcome.answer}));
        });
    if (!taken)
        answer(taken.error());
}

// ---- what is sent ----

Notice NoticeDesk::madeNotice(AlertChannel channel, NoticeWhy why)
{
    Notice notice;
    notice.name = randomName();
    notice.channel = channel;
    notice.why = why;
    notice.madeMs = m_queue.nowMs();
    return notice;
}

NotebookEntry NoticeDesk::entryOf(const Notice &notice, TimeMs endedMs) const
{
    return {NotebookKind::Notices, notice.id.value, notice.madeMs, endedMs, toBytes(toJson(notice))};
}

void NoticeDesk::keep(const Notice &notice, TimeMs endedMs)
{
    m_unsaved.erase(notice.id.value);
    write({entryOf(notice, endedMs)});
}

void NoticeDesk::write(std::vector<NotebookEntry> entries)
{
    Decision decision;
    decision.notebook = entries;
    m_host.record(
        std::move(decision), {},
        [this, self = QPointer<NoticeDesk>(this), entries = std::move(entries)](const Result<void> &done) {
            if (!self || done)
                return;
            for (const NotebookEntry &entry : entries)
                m_unsaved.insert_or_assign(entry.id, entry);
        });
}

void NoticeDesk::saveAll()
{
    if (m_unsaved.empty())
        return;
    std::vector<NotebookEntry> entries;
    for (auto &[id, entry] : std::exchange(m_unsaved, {}))
        entries.push_back(std::move(entry));
    write(std::move(entries));
}

std::vector<Notice> NoticeDesk::make(const Alert &alert, const AlertRule *rule, NoticeWhy why,
                                     const AlertTelling &telling, Decision &decision)
{
    std::vector<Notice> made;
    for (const AlertChannel channel : telling.channels) {
        if (channel != AlertChannel::Mail && channel != AlertChannel::Webhook)
            continue;
        Notice notice = madeNotice(channel, why);
        notice.id = m_last = NoticeId{m_last.value + 1};
        notice.alert = alert.id;
        if (channel == AlertChannel::Mail) {
            const NoticeText text
                = noticeText(alert, rule, why, m_host.state(), m_host.access(), m_durable.mail.language);
            notice.to = telling.mailTo;
            notice.subject = text.subject;
            notice.text = text.text;
        } else {
            notice.text = toBytes(webhookBody(alert, rule, why, m_host.state(), m_host.access(), notice.name,
                                              m_store.branch(), m_host.nowMs()));
        }
        decision.notebook.push_back(entryOf(notice, 0));
        made.push_back(std::move(notice));
    }
    return made;
}

void NoticeDesk::send(std::vector<Notice> notices)
{
    for (Notice &notice : notices)
        m_queue.add(std::move(notice));
}

void NoticeDesk::onSettled(const Notice &notice, AlertStepKind kind, std::string_view word)
{
    Q_EMIT settled(notice.alert, {kind, m_host.nowMs(), {}, notice.channel, std::string(word)});
}

} // namespace tiepdon
