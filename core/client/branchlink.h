// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/queue/engine.h"
#include "core/queue/publicview.h"
#include "core/queue/quotes.h"
#include "core/wire/accessmessage.h"
#include "core/wire/alertmessage.h"
#include "core/wire/branchmessage.h"
#include "core/wire/codec.h"
#include "core/wire/customermessage.h"
#include "core/wire/message.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>

namespace tiepdon {

/// Where other devices find the hub, and by what they know it.
struct HubPlace {
    QStringList names; ///< of its certificate; those that only its own machine reaches among them
    quint16 port = 0;
    QByteArray authoritySha256; ///< of the authority's certificate, 32 bytes
};

/// What a window sees of its branch: a mirrored state, whether it is live, and a way to ask for changes.
/// HubClient is the real one. Lives on the main thread.
class BranchLink : public QObject
{
    Q_OBJECT

public:
    enum class Status {
        Connecting, ///< never had a state
        SignedOut, ///< the hub answers, and shows nothing until somebody signs in
        Live, ///< the state is the hub's, at most a heartbeat old
        Stale, ///< the state is as of `asOfMs`; reconnecting
        Refused, ///< the hub will not have us (version, trust); see `problem`; tried again slowly
    };
    Q_ENUM(Status)

    /// Whether a person is wanted, and there. Kept while the hub is out of reach.
    enum class Access {
        NotNeeded, ///< a display or kiosk
        SignedOut,
        PasswordChange, ///< signed in with a one-time password
        Locked, ///< signed in; the password is wanted again
        SignedIn,
    };
    Q_ENUM(Access)

    using Done = std::function<void(const Result<CommandReply> &)>;
    using SessionDone = std::function<void(const Result<SessionInfo> &)>;

    using QObject::QObject;

    [[nodiscard]] virtual Status status() const = 0;
    /// Why it is not live, as far as known.
    [[nodiscard]] virtual Error problem() const = 0;
    /// The staff stream's mirror; empty unless that stream was asked for.
    [[nodiscard]] virtual const BranchState &branch() const = 0;
    /// The public stream's mirror; empty unless that stream was asked for.
    [[nodiscard]] virtual const PublicState &shown() const = 0;
    /// Now, by the hub's clock.
    [[nodiscard]] virtual TimeMs hubNowMs() const = 0;
    /// Hub seconds in a real one.
    [[nodiscard]] virtual double rate() const = 0;
    /// The hub's time at which the mirror was last known to be the hub's state.
    [[nodiscard]] virtual TimeMs asOfMs() const = 0;
    /// How long people will wait, as the hub last said; its age is `hubNowMs() - quotes().atMs`. The hub says it
    /// again every few seconds while anybody waits. Empty before it said anything, and once the mirror is dropped;
    /// on the public stream without tickets.
    [[nodiscard]] virtual const Quotes &quotes() const
    {
        static const Quotes kNone;
        return kNone;
    }

    /// Alerts that are open and their rules, as the hub last said; empty where nobody signed in may see them, and
    /// once the mirror is dropped.
    [[nodiscard]] virtual const AlertsNote &alerts() const
    {
        static const AlertsNote kNone;
        return kNone;
    }
    /// Messages that stand, as the hub last said; on the public stream those to the lobby.
    [[nodiscard]] virtual const MessagesNote &messages() const
    {
        static const MessagesNote kNone;
        return kNone;
    }

    [[nodiscard]] virtual Access access() const = 0;
    /// Who is signed in; staff 0 when nobody is.
    [[nodiscard]] virtual const SessionInfo &session() const = 0;
    /// What these are refused with stands with their messages in core/wire/accessmessage.h; Offline at once while
    /// the hub is out of reach. `done` as with `send`.
    virtual void signIn(const QString &account, const QString &password, QObject *context, SessionDone done) = 0;
    virtual void unlock(const QString &password, QObject *context, SessionDone done) = 0;
    virtual void changePassword(const QString &password, const QString &newPassword, QObject *context,
                                SessionDone done)
        = 0;
    /// Locks at once on this side, also while the hub is out of reach; it is told as soon as it can be.
    virtual void lock() = 0;
    /// Ends the session at once on this side; it is told as soon as it can be.
    virtual void signOut() = 0;
    /// A person uses the program: keys, pointer. Windows say it at each; the hub hears it with the next heartbeat
    /// and does not lock.
    virtual void noteActivity() { }

    /// Sends a command; `done` is called once, on this thread, unless `context` is gone by then. Offline at
    /// once while not live, but for what is about the ticket in hand (startService, wrapUp, markOutcome,
    /// finishService): that is kept on disk, also over a restart of the program, and sent when the hub is back and
    /// the same person signed in; `done` comes then. FileNotWritable when the disk does not take it: nothing was
    /// sent. A command in flight when the connection breaks is sent again under the same operation id, so it has
    /// one effect; one that only makes sense now (a call) is given up after 15 s with Timeout: the state then shows
    /// whether it happened. So is a ticket after 2 min; whether it was issued is not known then. SignInNeeded,
    /// SessionLocked, PasswordChangeNeeded at once when `access` says so.
    virtual void send(const Command &command, QObject *context, Done done) = 0;
    /// Asks something (`Q` of core/wire, where the messages' headers say what each is refused with).
    /// Not repeated: Offline at once while not live, and when the connection breaks. `done` as with `send`.
    template <class Q>
    void ask(const Q &question, QObject *context, std::function<void(const Result<typename Q::Answer> &)> done)
    {
        askJson(std::string(Q::kMethod), toJson(question), context,
                [done = std::move(done)](const Result<Json> &json) {
                    done(json ? fromJson<typename Q::Answer>(*json, UnknownFields::Ignore)
                              : Result<typename Q::Answer>(json.error()));
                });
    }
    using ChangeDone = std::function<void(const Result<CustomerReply> &)>;
    /// Sends a change about customers, as `send` sends a command: once, whatever the connection does. Offline at
    /// once while not live.
    virtual void change(const CustomerCommand &command, QObject *context, ChangeDone done) = 0;
    /// Sends a change that a part of the hub carries out (`C` of core/wire): once, whatever the connection does.
    /// Offline at once while not live. `done` as with `send`.
    template <class C>
    void carryOut(const C &change, QObject *context, std::function<void(const Result<typename C::Answer> &)> done)
    {
        changeJson(std::string(C::kMethod), toJson(change), context,
                   [done = std::move(done)](const Result<Json> &json) {
                       done(json ? fromJson<typename C::Answer>(*json, UnknownFields::Ignore)
                                 : Result<typename C::Answer>(json.error()));
                   });
    }
    /// Changes something about devices and people who sign in; the answer as core/wire/accessmessage.h says.
    void administer(const AccessCommand &command, QObject *context, std::function<void(const Result<Json> &)> done)
    {
        changeJson(std::string(methodOf(command)), paramsOf(command), context, std::move(done));
    }
    /// Nothing while that is not known.
    [[nodiscard]] virtual std::optional<HubPlace> hubPlace() const { return std::nullopt; }
    /// Commands made while the hub was out of reach and not answered yet.
    [[nodiscard]] virtual int kept() const = 0;

protected:
    using JsonDone = std::function<void(const Result<Json> &)>;
    virtual void askJson(const std::string &method, const Json &params, QObject *context, JsonDone done) = 0;
    virtual void changeJson(const std::string &method, const Json &params, QObject *context, JsonDone done) = 0;

Q_SIGNALS:
    void statusChanged();
    /// Another person, another `access`, or other roles. `problem` is why, when the hub ended or locked it.
    void accessChanged();
    void keptChanged();
    /// A command kept by an earlier run of the program was refused when it was sent at last.
    void keptRefused(const tiepdon::Command &command, const tiepdon::Error &error);
    /// The mirror was replaced as a whole.
    void stateReplaced();
    /// The staff mirror changed by one event.
    void branchEvent(const tiepdon::Event &event, qint64 atMs, const tiepdon::Touched &touched);
    /// The public mirror changed by one event.
    void publicEvent(const tiepdon::PublicEvent &event);
    /// `quotes` is another.
    void quotesChanged();
    /// `alerts` is another.
    void alertsChanged();
    /// `messages` is another.
    void messagesChanged();
};

} // namespace tiepdon
