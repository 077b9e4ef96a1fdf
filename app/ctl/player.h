// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/dayplan.h"
#include "app/ctl/timeline.h"
#include "core/client/deviceaccess.h"
#include "core/client/hubclient.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace tiepdon {

struct PlayOptions {
    double speed = 60; ///< branch seconds in a real one, 1–3600
    bool keepOpen = false; ///< leave the day open and the counters signed on
    std::set<std::int64_t> leftCounters; ///< counter numbers that are for a person
    std::int64_t knownPercent = 0; ///< of the people are customers the branch knows: those of the sample
};

/// What a played day came to. Waits are minutes, issue to last call.
struct PlayReport {
    std::string source;
    std::string day;
    std::uint64_t seed = 0;
    double speedAsked = 0;
    double speedReached = 0; ///< branch time over real time, first arrival to the end
    double speedAtEnd = 0; ///< lower than asked when the machine fell behind
    double latestMin = 0; ///< branch minutes the latest arrival was issued after its time
    std::int64_t planned = 0;
    DayTotals totals;
    double meanWaitMin = 0;
    double p90WaitMin = 0;
    bool isEndReached = false; ///< everybody was seen to before the latest end
    double overtimeMin = 0; ///< from the last possible arrival to the end
    std::int64_t counters = 0; ///< simulated
    std::int64_t foreignTickets = 0; ///< served here but taken by others
    std::map<std::string, std::int64_t> errors; ///< by code; empty in a healthy run
};

/// Plays a planned day on a running hub: an issuing kiosk and a teller at each counter, each with a connection
/// of its own, as people would work; all in the session that `kiosk` has, which signs the staff on. Lives on the
/// main thread from `start` to `finished` or `failed`.
class Player : public QObject
{
    Q_OBJECT

public:
    /// `kiosk` is live, and outlives it, as `device` does.
    Player(HubClient &kiosk, const DeviceAccess &device, DayPlan plan, PlayOptions options,
           QObject *parent = nullptr);
    ~Player() override;

    void start();
    [[nodiscard]] const PlayReport &report() const { return m_report; }

Q_SIGNALS:
    void progressed(const QString &line);
    /// The day is over; the report is whole. The hub's clock runs at the real rate again.
    void finished();
    /// It could not begin. DayAlreadyOpen, ClockIsReal, UnknownService, whatever the hub refused; or
    /// InvalidParams with "clock" and "first" when the hub's clock is past the first arrival, or with "counter"
    /// when a counter to be left is not there, or with "service" when no counter is left for it.
    void failed(const tiepdon::Error &error);

private:
    enum class TellerState { Away, Free, Calling, Busy };
    struct Teller {
        CounterId counter;
        std::unique_ptr<HubClient> link;
        TellerState state = TellerState::Away;
        bool isSigningOn = false;
    };
    using Then = std::function<void()>;

    // beginning, in this order
    void defineBranch();
    void openDay();
    void hireTellers();
    void connectTellers();
    void signOn(Teller &teller, std::size_t candidate);
    void startPlaying();
    void fail(const Error &error);

    // the day
    void issueDue();
    /// Finds out whose the ticket will be, where the branch knows them, and takes it.
    void issue(std::size_t arrival);
    void take(std::size_t arrival, CustomerId customer);
    /// The customer number of who comes; empty: nobody the branch knows.
    [[nodiscard]] std::string customerNumberOf(std::size_t arrival) const;
    /// What a teller's counter serves now; nothing where a supervisor closed it or it is on a break.
    [[nodiscard]] const std::vector<ServiceId> &servicesOf(const Teller &teller) const;
    void wakeFree();
    void callNext(Teller &teller);
    void onCalled(Teller &teller, TicketId ticket);
    void serve(Teller &teller, TicketId ticket, TimeMs serviceMs);
    void missed(Teller &teller, TicketId ticket, std::int64_t recallsLeft);
    void becomeFree(Teller &teller);
    /// Sends a command about the ticket this teller has.
    void ask(Teller &teller, const Command &command, TicketId ticket, Then next);
    /// Something was refused while the teller had this ticket, or none: looks a moment later how the counter
    /// stands.
    void onRefused(Teller &teller, TicketId ticket, ErrorCode code);
    void recover(Teller &teller, TicketId held, ErrorCode code);
    const PlannedArrival *planOf(TicketId ticket);
    void withPlan(TicketId ticket, std::function<void(const PlannedArrival &)> next);
    void tick();
    void keepUp();

    // the end
    void finishIfOver();
    void end(bool isEndReached);
    void conclude();

    void setClock(TimeMs atLeast, double rate, Then next, int triesLeft = 5);
    [[nodiscard]] TimeMs now() const { return m_kiosk.hubNowMs(); }
    void onBranchEvent(const Event &event, TimeMs atMs, const Touched &touched);

    HubAddress m_address;
    SecretStore &m_secrets; ///< with the session
    DayPlan m_plan;
    PlayOptions m_options;
    PlayReport m_report;
    HubClient &m_kiosk; ///< issues, and mirrors the branch for all tellers
    std::vector<std::unique_ptr<Teller>> m_tellers;
    std::deque<StaffId> m_freeStaff;

    enum class Stage { Beginning, Playing, Ending, Over };
    Stage m_stage = Stage::Beginning;
    TimeMs m_midnightMs = 0; ///< of the played day, UTC
    double m_rate = 1.0;
    Timeline m_timeline;
    QTimer m_tick;
    QTimer m_limit; ///< for the beginning and the end, which wait for the hub only
    QElapsedTimer m_real;
    TimeMs m_playFromMs = 0;
    DayTotals m_totalsBefore;

    std::size_t m_nextArrival = 0;
    std::deque<std::size_t> m_toIssue; ///< due, waiting for the rate limit
    std::set<std::size_t> m_issuing; ///< sent, not answered
    double m_allowance = 0; ///< messages the kiosk may send now
    std::unordered_map<TicketId, std::size_t> m_arrivalOf;
    PlannedArrival m_stranger;
    struct Waiting {
        TicketId ticket;
        std::function<void(const PlannedArrival &)> next;
    };
    std::vector<Waiting> m_waitingForPlan;
    std::unordered_map<TicketId, TimeMs> m_waits; ///< issue to last call
    TimeMs m_behindMs = 0; ///< worst since the last look
    int m_behindLooks = 0;
    bool m_isSlowing = false; ///< the hub was asked for a lower rate
};

} // namespace tiepdon
