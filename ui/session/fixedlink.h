// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "core/wire/floormessage.h"

#include <QPointer>

#include <map>
#include <optional>
#include <vector>

namespace tiepdon {

/// Somebody who can sign in on a FixedLink.
struct FixedAccount {
    StaffId staff;
    QString account; ///< lower case
    QString name;
    QString password;
    std::vector<Role> roles{Role::Teller};
    bool mustChangePassword = false;
    bool isDisabled = false;
};

/// A branch without a hub: its state is made by commands the engine really decides, its clock stands still
/// until moved, its people sign in with the passwords they were given. For demo states and window tests. Both
/// mirrors are kept. Replies come on the next turn of the event loop, as from a hub. Lives on the main thread.
class FixedLink : public BranchLink
{
    Q_OBJECT

public:
    explicit FixedLink(TimeMs nowMs, QObject *parent = nullptr);

    [[nodiscard]] Status status() const override;
    [[nodiscard]] Error problem() const override { return m_problem; }
    [[nodiscard]] const BranchState &branch() const override;
    [[nodiscard]] const PublicState &shown() const override { return m_shown; }
    [[nodiscard]] TimeMs hubNowMs() const override { return m_nowMs; }
    [[nodiscard]] double rate() const override { return 1.0; }
    [[nodiscard]] TimeMs asOfMs() const override { return isListening() ? m_asOfMs : 0; }
    [[nodiscard]] const Quotes &quotes() const override { return m_quotes; }
    [[nodiscard]] const AlertsNote &alerts() const override { return m_alerts; }
    [[nodiscard]] const MessagesNote &messages() const override { return m_messages; }
    void send(const Command &command, QObject *context, Done done) override;
    void change(const CustomerCommand &command, QObject *context, ChangeDone done) override;
    /// Who answers questions and changes about customers, as the hub would: the result of a method with its params.
    using Customers = std::function<Result<Json>(const std::string &method, const Json &params)>;
    void setCustomers(Customers customers) { m_customers = std::move(customers); }
    /// Who else answers questions and changes, as a desk of the hub would; asked in order, after the customers',
    /// until one knows the method (UnknownMethod: it does not).
    void addAnswers(Customers answers) { m_answers.push_back(std::move(answers)); }
    [[nodiscard]] std::optional<HubPlace> hubPlace() const override { return m_place; }
    void setHubPlace(HubPlace place) { m_place = std::move(place); }
    /// What the hub fills in of a command that was sent before it is decided: whose a ticket is, and what the
    /// profile says of them.
    using FillIn = std::function<Result<Command>(const Command &)>;
    void setFillIn(FillIn fillIn) { m_fillIn = std::move(fillIn); }
    [[nodiscard]] int kept() const override { return static_cast<int>(m_kept.size()); }

    [[nodiscard]] Access access() const override { return m_access; }
    [[nodiscard]] const SessionInfo &session() const override { return m_session; }
    void signIn(const QString &account, const QString &password, QObject *context, SessionDone done) override;
    void unlock(const QString &password, QObject *context, SessionDone done) override;
    void changePassword(const QString &password, const QString &newPassword, QObject *context,
                        SessionDone done) override;
    void lock() override;
    void signOut() override;
    void noteActivity() override { ++m_activity; }

    /// Decides and applies at once, as if another client had asked.
    Result<CommandReply> run(const Command &command);
    /// What the hub expects from now on, as it would publish it.
    void setQuotes(Quotes quotes)
    {
        m_quotes = std::move(quotes);
        Q_EMIT quotesChanged();
    }
    void setAlerts(AlertsNote alerts)
    {
        m_alerts = std::move(alerts);
        Q_EMIT alertsChanged();
    }
    void setMessages(MessagesNote messages)
    {
        m_messages = std::move(messages);
        Q_EMIT messagesChanged();
    }
    /// Moves the clock; what happens by itself meanwhile happens at its time.
    void advance(TimeMs byMs);
    /// Live, or out of reach for a reason from now on. What was kept is done when it is live again.
    void setStatus(Status status, Error problem = {});
    /// The hub starts anew: both mirrors come from what its journal keeps, as a whole. Live afterwards.
    void restartHub();
    /// From now on commands and what is asked about sessions are neither done nor answered, until released.
    void hold() { m_isHeld = true; }
    /// Does and answers what was held.
    void release();
    /// The next command sent is answered with this error and changes nothing.
    void refuseNext(Error error) { m_refusal = std::move(error); }
    /// The next question or change about customers likewise.
    void refuseNextAsked(Error error) { m_askedRefusal = std::move(error); }

    /// From now on somebody has to sign in, and nothing is shown before.
    void setAccounts(std::vector<FixedAccount> accounts);
    /// Signs somebody in at once, as a remembered session does.
    void enter(const QString &account);
    /// Locks or ends the session from the hub's side. `reason` as in SessionNote.
    void lockFromHub(const std::string &reason);
    void endFromHub(const std::string &reason);

    /// Every command sent so far.
    [[nodiscard]] const std::vector<Command> &sent() const { return m_sent; }
    /// Every move of counters sent so far.
    [[nodiscard]] const std::vector<MoveCounters> &moved() const { return m_moved; }
    /// Under whose name others change counters, as `run` does.
    void setOthersName(std::string name) { m_othersName = std::move(name); }
    /// How often something was done by the person in front.
    [[nodiscard]] int activity() const { return m_activity; }

protected:
    void askJson(const std::string &method, const Json &params, QObject *context, JsonDone done) override;
    void changeJson(const std::string &method, const Json &params, QObject *context, JsonDone done) override;

private:
    Result<Json> answered(const std::string &method, const Json &params);
    Result<Json> moveCounters(const Json &params);
    void putAll(const std::vector<Event> &events, CommandReply &reply);
    struct Held {
        Command command;
        QPointer<QObject> context;
        Done done;
    };

    [[nodiscard]] bool isListening() const { return m_access == Access::NotNeeded || m_isListening; }
    /// Makes an event part of both mirrors and says so.
    Touched put(const Event &event);
    void letTimePass();
    void answer(const Held &held);
    [[nodiscard]] Result<CommandReply> runFilledIn(const Command &command);
    void sendKept();
    /// Runs `what` on the next turn of the event loop, or when released.
    void later(std::function<void()> what);
    [[nodiscard]] Result<SessionInfo> checked(const QString &account, const QString &password);
    void begin(const FixedAccount &account);
    void setAccess(Access access, Error problem = {});
    [[nodiscard]] FixedAccount *accountOf(const QString &account);

    BranchState m_branch;
    PublicState m_shown;
    Quotes m_quotes;
    AlertsNote m_alerts;
    MessagesNote m_messages;
    std::vector<Customers> m_answers;
    Status m_status = Status::Live;
    Error m_problem;
    TimeMs m_nowMs;
    TimeMs m_asOfMs;
    std::int64_t m_seq = 0;
    bool m_isHeld = false;
    std::optional<Error> m_refusal;
    std::optional<Error> m_askedRefusal;
    std::vector<std::function<void()>> m_held;
    std::vector<Held> m_kept;
    std::vector<Command> m_sent;
    std::vector<MoveCounters> m_moved;
    std::string m_othersName;
    std::map<CounterId, CounterChange> m_lastChanges;
    bool m_isOwn = false; ///< what happens now was asked for by who is in front
    Customers m_customers;
    FillIn m_fillIn;
    std::optional<HubPlace> m_place;

    Access m_access = Access::NotNeeded;
    bool m_isListening = false; ///< the staff stream is on
    SessionInfo m_session;
    std::vector<FixedAccount> m_accounts;
    /// Wrong passwords since the last right one, and until when another is not looked at.
    struct Guesses {
        int wrong = 0;
        TimeMs untilMs = 0;
    };
    std::map<QString, Guesses> m_guesses;
    int m_activity = 0;
};

} // namespace tiepdon
