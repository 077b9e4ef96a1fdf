// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/asking.h"
#include "core/alerting/alertrule.h"
#include "core/wire/alertmessage.h"
#include "core/wire/noticemessage.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::int64_t kAlertsUsual = 100;
constexpr std::int64_t kAlertsMax = 500; ///< the hub's own bound

void end(const Context &context, const Error &error) { QCoreApplication::exit(context.failed(error)); }

template <class Enum>
std::optional<Enum> named(const QString &text)
{
    const auto known = names(Enum());
    const auto it = std::find(known.begin(), known.end(), text.toStdString());
    if (it == known.end())
        return std::nullopt;
    return static_cast<Enum>(it - known.begin());
}

// ---- alerts ----

QString aboutText(const AlertSubject &subject)
{
    QStringList parts;
    const auto add = [&parts](const char *what, std::int64_t id) {
        if (id != 0)
            parts += QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(id);
    };
    add("service", subject.service.value);
    add("segment", subject.segment.value);
    add("counter", subject.counter.value);
    add("ticket", subject.ticket.value);
    add("device", subject.device.value);
    add("item", subject.item.value);
    return parts.join(QStringLiteral(", "));
}

/// How far it was from what should be, in the unit of its kind: "15 people", "131 %", "4.5 min".
QString worstText(const Alert &alert)
{
    switch (thresholdsOf(alert.kind).unit) {
    case AlertUnit::Permille:
        return QStringLiteral("%1 %").arg(qRound64(static_cast<double>(alert.worst) / 10));
    case AlertUnit::People:
        return QStringLiteral("%1 people").arg(alert.worst);
    case AlertUnit::Calls:
        return QStringLiteral("%1 calls").arg(alert.worst);
    case AlertUnit::Ms:
        break;
    }
    return QStringLiteral("%1 min").arg(static_cast<double>(alert.worst) / kMinuteMs, 0, 'f', 1);
}

/// What happened with it, in order: "raised, told by mail, acknowledged by 3, resolved".
QString stepsText(const Alert &alert)
{
    QStringList parts;
    for (const AlertStep &step : alert.steps) {
        QString part = toQt(nameOf(step.kind));
        if (step.kind == AlertStepKind::Told || step.kind == AlertStepKind::NotTold)
            part += QStringLiteral(" by ") + toQt(nameOf(step.channel));
        if (step.by.isSet())
            part += QStringLiteral(" by %1").arg(step.by.value);
        if (!step.text.empty())
            part += QStringLiteral(" (%1)").arg(toQt(step.text));
        parts += part;
    }
    return parts.join(QStringLiteral(", "));
}

int sayAlerts(const Context &context, const std::vector<Alert> &alerts, bool isMore, const QString &none)
{
    std::vector<QStringList> rows;
    for (const Alert &alert : alerts)
        rows.push_back({QString::number(alert.id.value), momentText(alert.raisedMs),
                        alert.isOpen() ? QStringLiteral("open") : momentText(alert.endedMs),
                        toQt(nameOf(alert.severity)), toQt(nameOf(alert.kind)), aboutText(alert.subject),
                        worstText(alert), toQt(nameOf(alert.state)), stepsText(alert)});
    const QStringList headings{QStringLiteral("no"),    QStringLiteral("raised"), QStringLiteral("ended"),
                               QStringLiteral("how"),   QStringLiteral("what"),   QStringLiteral("about"),
                               QStringLiteral("worst"), QStringLiteral("state"),  QStringLiteral("history")};
    QString text = rows.empty() ? none : tableText(headings, rows);
    if (isMore)
        text += QStringLiteral("\nThere are more: ask for a shorter time, or with --limit.");
    return context.done(Json{{"alerts", toJson(alerts)}, {"isMore", isMore}}, text);
}

using Wanted = std::function<bool(const Alert &)>;
using Say = std::function<int(const AlertHistory &)>;

/// Asks for alerts until as many are there as wanted, or all: an answer holds what fits a message. `so` is what was
/// found so far.
void askHistory(const Context &context, HubClient &hub, const AlertHistoryQuery &query, const Wanted &isWanted,
                std::size_t most, const Say &say, const AlertHistory &so = {})
{
    hub.ask<AlertHistoryQuery>(
        query, &hub, [&context, &hub, query, isWanted, most, say, so](const Result<AlertHistory> &answer) {
            if (!answer) {
                end(context, answer.error());
                return;
            }
            AlertHistory found = so;
            bool isNew = false;
            for (const Alert &alert : answer->alerts) {
                isNew = isNew || alert.raisedMs < query.toMs - 1;
                const bool isKnown = std::any_of(found.alerts.begin(), found.alerts.end(),
                                                 [&](const Alert &each) { return each.id == alert.id; });
                if (!isKnown && isWanted(alert))
                    found.alerts.push_back(alert);
            }
            found.isMore = answer->isMore || found.alerts.size() > most;
            if (!answer->isMore || !isNew || found.alerts.size() >= most) {
                found.alerts.resize(std::min(found.alerts.size(), most));
                QCoreApplication::exit(say(found));
                return;
            }
            AlertHistoryQuery older = query; // from the last one's moment on, of which others may be left
            older.toMs = answer->alerts.back().raisedMs + 1;
            askHistory(context, hub, older, isWanted, most, say, found);
        });
}

/// Since when an alert may be open: none outlives its day.
TimeMs openSinceMs(const HubClient &hub)
{
    const QDate day = QDate::fromString(toQt(hub.branch().businessDay()), Qt::ISODate);
    const TimeMs recentMs = hub.hubNowMs() - 2 * kDayMs;
    return day.isValid()
        ? std::min(recentMs, TimeMs{QDateTime(day.addDays(-1), QTime(), Qt::UTC).toMSecsSinceEpoch()})
        : recentMs;
}

int listAlerts(const Context &context)
{
    return context.withHub([&context](HubClient &hub) {
        const AlertHistoryQuery query{std::max(openSinceMs(hub), TimeMs{0}), hub.hubNowMs() + kMinuteMs,
                                      kAlertsMax};
        askHistory(
            context, hub, query, [](const Alert &alert) { return alert.isOpen(); }, kOpenAlertsMax,
            [&context](const AlertHistory &open) {
                return sayAlerts(context, open.alerts, false, QStringLiteral("No alert is open."));
            });
    });
}

int alertHistory(const Context &context)
{
    AlertHistoryQuery query;
    query.limit = kAlertsUsual;
    query.toMs = -1; // until now
    if (context.isSet("from")) {
        const auto from = timeFrom(context.value("from"), false);
        if (!from)
            return context.wrongUse(QStringLiteral("--from takes %1.").arg(kDayFormat));
        query.fromMs = *from;
    }
    if (context.isSet("to")) {
        const auto to = timeFrom(context.value("to"), true);
        if (!to)
            return context.wrongUse(QStringLiteral("--to takes %1.").arg(kDayFormat));
        query.toMs = *to;
    }
    if (context.isSet("limit")) {
        const auto limit = positiveNumber(context.value("limit"));
        if (!limit || *limit > kAlertsMax)
            return context.wrongUse(QStringLiteral("--limit takes a whole number from 1 to %1.").arg(kAlertsMax));
        query.limit = *limit;
    }
    return context.withHub([&context, query](HubClient &hub) {
        AlertHistoryQuery whole = query;
        if (whole.toMs < 0)
            whole.toMs = hub.hubNowMs() + kMinuteMs;
        askHistory(
            context, hub, whole, [](const Alert &) { return true; }, static_cast<std::size_t>(query.limit),
            [&context](const AlertHistory &history) {
                return sayAlerts(context, history.alerts, history.isMore,
                                 QStringLiteral("No alert was raised in this time."));
            });
    });
}

// ---- channels ----

QString problemText(NoticeProblem problem)
{
    switch (problem) {
    case NoticeProblem::None:
        return QStringLiteral("none");
    case NoticeProblem::Off:
        return QStringLiteral("the channel is off");
    case NoticeProblem::NoRecipient:
        return QStringLiteral("nobody is named who should get it");
    case NoticeProblem::Unreachable:
        return QStringLiteral("there is no such host, or nothing listens there");
    case NoticeProblem::TimedOut:
        return QStringLiteral("the server did not answer in time");
    case NoticeProblem::NoEncryption:
        return QStringLiteral("the server does not offer TLS");
    case NoticeProblem::CertificateRefused:
        return QStringLiteral("the server's certificate is not trusted, has expired, or is another host's");
    case NoticeProblem::LoginRefused:
        return QStringLiteral("the server refused the user or the password");
    case NoticeProblem::RecipientRefused:
        return QStringLiteral("the server takes no mail for these addresses");
    case NoticeProblem::Refused:
        return QStringLiteral("the server refused it");
    case NoticeProblem::Broken:
        return QStringLiteral("the connection broke");
    case NoticeProblem::TooOld:
        return QStringLiteral("a day passed before it went through");
    case NoticeProblem::TooMany:
        return QStringLiteral("too many waited");
    case NoticeProblem::Internal:
        return QStringLiteral("the hub could not send it; its log says more");
    case NoticeProblem::Over:
        return QStringLiteral("the alert was over before it went through");
    }
    return {};
}

QString withAnswer(NoticeProblem problem, const std::string &answer)
{
    return problemText(problem) + (answer.empty() ? QString() : QStringLiteral(" (%1)").arg(toQt(answer)));
}

QString stateText(const ChannelState &state)
{
    QString text
        = QStringLiteral("  waiting to be sent: %1\n  last sent: %2\n")
              .arg(state.waiting)
              .arg(state.sentMs == 0 ? QStringLiteral("not since the hub started") : momentText(state.sentMs));
    if (state.failedMs != 0)
        text += QStringLiteral("  last failure: %1, %2\n")
                    .arg(momentText(state.failedMs), withAnswer(state.problem, state.answer));
    if (state.nextTryMs != 0)
        text += QStringLiteral("  next try: %1\n").arg(momentText(state.nextTryMs));
    return text;
}

QString orNone(const std::string &text) { return text.empty() ? QStringLiteral("-") : toQt(text); }

QString onText(bool isOn) { return isOn ? QStringLiteral("on") : QStringLiteral("off"); }

QString authorityText(const std::string &authority)
{
    return authority.empty() ? QStringLiteral("whom the hub's machine trusts")
                             : QStringLiteral("its own authority alone");
}

QString channelsText(const AlertChannels &channels)
{
    const MailSettings &mail = channels.mail;
    QStringList to;
    for (const std::string &address : mail.to)
        to += toQt(address);
    QString text
        = QStringLiteral("Mail: %1\n  server: %2, port %3, %4\n  user: %5, password %6\n  from: %7\n  to: %8\n"
                         "  language: %9\n")
              .arg(onText(mail.isOn), orNone(mail.host),
                   mail.port == 0 ? QStringLiteral("usual") : QString::number(mail.port),
                   toQt(nameOf(mail.security)), orNone(mail.user),
                   channels.hasMailPassword ? QStringLiteral("set") : QStringLiteral("not set"), orNone(mail.from),
                   to.isEmpty() ? QStringLiteral("-") : to.join(QStringLiteral(", ")), toQt(nameOf(mail.language)));
    text += QStringLiteral("  trusted: %1\n").arg(authorityText(mail.authority)) + stateText(channels.mailState);
    text += QStringLiteral("Webhook: %1\n  address: %2\n  secret: %3\n  trusted: %4\n")
                .arg(onText(channels.webhook.isOn), orNone(channels.webhook.url),
                     channels.hasWebhookSecret ? QStringLiteral("set") : QStringLiteral("not set"),
                     authorityText(channels.webhook.authority))
        + stateText(channels.webhookState);
    return text.trimmed();
}

void withChannels(const Context &context, HubClient &hub, const std::function<void(const AlertChannels &)> &next)
{
    hub.ask<AlertChannelsQuery>({}, &hub, [&context, next](const Result<AlertChannels> &channels) {
        if (channels)
            next(*channels);
        else
            end(context, channels.error());
    });
}

int showChannels(const Context &context)
{
    return context.withHub([&context](HubClient &hub) {
        withChannels(context, hub, [&context](const AlertChannels &channels) {
            QCoreApplication::exit(context.done(toJson(channels), channelsText(channels)));
        });
    });
}

/// Sends the change that `fill` makes of what is set now.
int changeChannels(const Context &context, const QString &done,
                   const std::function<void(const AlertChannels &now, SetAlertChannels &wanted)> &fill)
{
    return context.withHub([&context, done, fill](HubClient &hub) {
        withChannels(context, hub, [&context, &hub, done, fill](const AlertChannels &now) {
            SetAlertChannels wanted;
            wanted.revision = now.revision;
            fill(now, wanted);
            hub.carryOut<SetAlertChannels>(wanted, &hub, [&context, done](const Result<AlertChannelsReply> &reply) {
                if (reply)
                    QCoreApplication::exit(context.done(toJson(*reply), done));
                else
                    end(context, reply.error());
            });
        });
    });
}

/// The certificates a file holds; nothing without the option, empty text for "system".
Result<std::optional<std::string>> authorityFrom(const Context &context)
{
    if (!context.isSet("ca-file"))
        return std::optional<std::string>();
    if (context.value("ca-file") == QStringLiteral("system"))
        return std::optional(std::string());
    auto content = contentOf(context.value("ca-file"), static_cast<qint64>(kChannelAuthorityBytesMax));
    if (!content)
        return content.error();
    return std::optional(*content);
}

std::optional<std::string> utf8(const std::optional<QString> &text)
{
    return text ? std::optional(text->toStdString()) : std::nullopt;
}

int setMail(const Context &context)
{
    const auto password = context.secretFrom("mail-password-file");
    const auto authority = authorityFrom(context);
    if (!password || !authority)
        return context.failed(!password ? password.error() : authority.error());
    std::optional<MailSecurity> security;
    if (context.isSet("security") && !(security = named<MailSecurity>(context.value("security"))))
        return context.wrongUse(QStringLiteral("--security is startTls, tls or plain."));
    std::optional<NoticeLanguage> language;
    if (context.isSet("language") && !(language = named<NoticeLanguage>(context.value("language"))))
        return context.wrongUse(QStringLiteral("--language is vi or en."));
    std::optional<std::int64_t> port;
    if (context.isSet("port") && !(port = positiveNumber(context.value("port"))))
        return context.wrongUse(QStringLiteral("--port takes a port's number."));
    if (context.isSet("on") && context.isSet("off"))
        return context.wrongUse(QStringLiteral("--on or --off, not both."));
    return changeChannels(context, QStringLiteral("Mail is set. Try it: tiepdon-ctl alert-channels test mail"),
                          [&context, password, authority, security, language, port](const AlertChannels &now,
                                                                                    SetAlertChannels &wanted) {
                              MailSettings mail = now.mail;
                              mail.isOn = !context.isSet("off")
                                  && (context.isSet("on") || mail.isOn || now.mail.host.empty());
                              const auto take = [&context](const char *option, std::string &text) {
                                  if (context.isSet(option))
                                      text = context.value(option).toStdString();
                              };
                              take("host", mail.host);
                              take("user", mail.user);
                              take("from", mail.from);
                              if (context.isSet("to")) {
                                  mail.to.clear();
                                  for (const QString &address : context.values("to"))
                                      mail.to.push_back(address.toStdString());
                              }
                              mail.port = port.value_or(mail.port);
                              mail.security = security.value_or(mail.security);
                              mail.language = language.value_or(mail.language);
                              mail.authority = (*authority).value_or(mail.authority);
                              wanted.mail = mail;
                              wanted.mailPassword = utf8(*password);
                              if (mail.user.empty() && now.hasMailPassword)
                                  wanted.mailPassword = std::string();
                          });
}

int setWebhook(const Context &context)
{
    const auto secret = context.secretFrom("secret-file");
    const auto authority = authorityFrom(context);
    if (!secret || !authority)
        return context.failed(!secret ? secret.error() : authority.error());
    if (context.isSet("on") && context.isSet("off"))
        return context.wrongUse(QStringLiteral("--on or --off, not both."));
    return changeChannels(context,
                          QStringLiteral("The webhook is set. Try it: tiepdon-ctl alert-channels test webhook"),
                          [&context, secret, authority](const AlertChannels &now, SetAlertChannels &wanted) {
                              WebhookSettings webhook = now.webhook;
                              webhook.isOn = !context.isSet("off")
                                  && (context.isSet("on") || webhook.isOn || now.webhook.url.empty());
                              if (context.isSet("url"))
                                  webhook.url = context.value("url").toStdString();
                              webhook.authority = (*authority).value_or(webhook.authority);
                              wanted.webhook = webhook;
                              wanted.webhookSecret = utf8(*secret);
                          });
}

int testChannel(const Context &context)
{
    const auto channel = named<AlertChannel>(context.arguments().constFirst());
    if (!channel || (*channel != AlertChannel::Mail && *channel != AlertChannel::Webhook))
        return context.wrongUse(QStringLiteral("A channel that can be tried is mail or webhook."));
    TestAlertChannel test;
    test.channel = *channel;
    for (const QString &address : context.values("to"))
        test.mailTo.push_back(address.toStdString());
    return context.withHub([&context, test](HubClient &hub) {
        hub.ask<TestAlertChannel>(test, &hub, [&context](const Result<ChannelTest> &outcome) {
            if (!outcome)
                return end(context, outcome.error());
            const QString text = outcome->isSent
                ? QStringLiteral("The message was taken.")
                : QStringLiteral("It was not sent: %1.").arg(withAnswer(outcome->problem, outcome->answer));
            QCoreApplication::exit(context.done(toJson(*outcome), text, outcome->isSent ? kDone : kRefused));
        });
    });
}

} // namespace

std::vector<CtlCommand> alertCommands()
{
    const QCommandLineOption on = optionSpec("on", "Switches it on (the first time it is on by itself).");
    const QCommandLineOption off = optionSpec("off", "Switches it off; what waits is given up.");
    const QCommandLineOption ca = optionSpec(
        "ca-file", "Certificates (PEM) that alone vouch for the server; 'system': whom the hub's machine trusts.",
        "FILE");
    return {
        commandSpec("alerts list", "", "The alerts that are open, newest first, and what happened with them.", 0, 0,
                    listAlerts),
        commandSpec("alerts history", "", "Earlier alerts, newest first, and what was done about them.", 0, 0,
                    alertHistory,
                    {optionSpec("from", "Raised from this day or time on.", "TIME"),
                     optionSpec("to", "Raised up to this day or time.", "TIME"),
                     optionSpec("limit", "How many at most (100).", "N")}),
        commandSpec("alert-channels show", "", "How alerts go out by mail and webhook, and how that goes.", 0, 0,
                    showChannels),
        commandSpec(
            "alert-channels set-mail", "", "Sets how alerts go out as mail; what is not named stays.", 0, 0,
            setMail,
            {optionSpec("host", "The mail server.", "HOST"),
             optionSpec("port", "Its port; else 587, 465 with tls, 25 with plain.", "N"),
             optionSpec("security", "startTls (the default), tls, or plain for a relay in the house.", "HOW"),
             optionSpec("user", "Who signs in there; empty: nobody.", "NAME"),
             optionSpec("mail-password-file", "Their password: the first line of a file, - for stdin.", "FILE"),
             optionSpec("from", "The address mail comes from.", "ADDRESS"),
             optionSpec("to", "Who gets it where a rule names nobody; several times for several.", "ADDRESS"),
             optionSpec("language", "vi or en.", "LANGUAGE"), ca, on, off},
            "The password is kept sealed and never shown. Where the server or the user becomes another, it "
            "must be\ngiven again. Certificates are always checked."),
        commandSpec("alert-channels set-webhook", "", "Sets where alerts are posted to; what is not named stays.",
                    0, 0, setWebhook,
                    {optionSpec("url", "An https:// address.", "URL"),
                     optionSpec("secret-file",
                                "What messages are signed with, 16 characters or more: the first line of a file, - "
                                "for stdin.",
                                "FILE"),
                     ca, on, off},
                    "core/wire/PROTOCOL.md says what is posted and how a receiver checks the signature."),
        commandSpec("alert-channels test", "mail|webhook", "Sends a message that only tries the channel.", 1, 1,
                    testChannel, {optionSpec("to", "To this address, for mail.", "ADDRESS")}),
    };
}

} // namespace tiepdon
