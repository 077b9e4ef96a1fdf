// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/player.h"

#include "app/ctl/context.h"
#include "core/base/random.h"
#include "core/customer/invented.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

/// The doors open this long before the first arrival.
constexpr TimeMs kBeforeFirstMs = 10 * kMinuteMs;
/// A clock set while messages are under way must not go back; real ms of them.
constexpr double kUnderWayMs = 100;
/// From a teller's finish to the next call: the screen, a stamp, a glance.
constexpr TimeMs kPauseMs = 8 * kSecondMs;
/// How long a teller waits for somebody to come before calling again or giving up.
constexpr TimeMs kNoAnswerMs = 40 * kSecondMs;
/// A hub takes 100 messages a second of one client; the kiosk stays well below.
constexpr double kIssuesPerSecond = 80;
constexpr double kIssuesAtOnce = 100;
/// Arrivals issued later than this are no longer the day that was planned: the rate goes down.
constexpr TimeMs kBehindMsMax = 3 * kMinuteMs;
/// Keeps the draws of one day apart from those of the next: more people than come in a day.
constexpr std::uint64_t kSeedStride = 1'000'003;
constexpr int kBehindLooks = 2;
constexpr int kTickMs = 5;
constexpr int kLookMs = 250;
constexpr int kRetryMs = 1000;
constexpr int kCloseMsMax = 30'000;

double minutes(TimeMs ms) { return static_cast<double>(ms) / static_cast<double>(kMinuteMs); }

} // namespace

// ---- the day ----

void Player::tick()
{
    if (m_stage != Stage::Playing)
        return;
    if (m_kiosk.status() == BranchLink::Status::Live) {
        m_allowance = std::min(kIssuesAtOnce, m_allowance + kIssuesPerSecond * kTickMs / 1000.0);
        const TimeMs time = now();
        while (m_nextArrival < m_plan.arrivals.size() && m_midnightMs + m_plan.arrivals[m_nextArrival].atMs <= time)
            m_toIssue.push_back(m_nextArrival++);
        issueDue();
        while (m_stage == Stage::Playing && m_timeline.step(time)) { }
    }
    finishIfOver();
}

void Player::issueDue()
{
    const double messages = m_options.knownPercent > 0 ? 2 : 1; // who it is, and the ticket
    while (!m_toIssue.empty() && m_allowance >= messages) {
        m_allowance -= messages;
        const std::size_t arrival = m_toIssue.front();
        m_toIssue.pop_front();
        issue(arrival);
    }
    // whoever stands longest without a ticket, asked for or not
    std::size_t oldest = m_plan.arrivals.size();
    if (!m_toIssue.empty())
        oldest = m_toIssue.front();
    if (!m_issuing.empty())
        oldest = std::min(oldest, *m_issuing.begin());
    if (oldest < m_plan.arrivals.size())
        m_behindMs = std::max(m_behindMs, now() - m_midnightMs - m_plan.arrivals[oldest].atMs);
}

std::string Player::customerNumberOf(std::size_t arrival) const
{
    Random random(m_plan.seed * kSeedStride + arrival);
    if (random.unit() * 100 >= static_cast<double>(m_options.knownPercent))
        return {};
    return inventedCustomerNumber(
        1 + static_cast<std::int64_t>(random.unit() * static_cast<double>(kInventedCustomers)));
}

void Player::issue(std::size_t arrival)
{
    m_issuing.insert(arrival);
    const std::string number = customerNumberOf(arrival);
    if (number.empty()) {
        take(arrival, {});
        return;
    }
    m_kiosk.ask(FindCustomers{number, 1}, this, [this, arrival](const Result<CustomersFound> &found) {
        if (!found)
            ++m_report.errors[std::string(name(found.error().code))];
        const bool isKnown = found && !found->hits.empty();
        take(arrival, isKnown ? found->hits.front().customer : CustomerId());
    });
}

void Player::take(std::size_t arrival, CustomerId customer)
{
    command::IssueTicket issue{m_plan.arrivals[arrival].service};
    issue.customer = customer;
    m_kiosk.send(issue, this, [this, arrival](const Result<CommandReply> &reply) {
        m_issuing.erase(arrival);
        if (m_stage != Stage::Playing)
            return;
        if (!reply) {
            ++m_report.errors[std::string(name(reply.error().code))];
            if (reply.error().code == ErrorCode::Offline)
                m_toIssue.push_front(arrival); // never sent: the person still stands there
            return;
        }
        const TimeMs late = now() - m_midnightMs - m_plan.arrivals[arrival].atMs;
        m_behindMs = std::max(m_behindMs, late);
        m_report.latestMin = std::max(m_report.latestMin, minutes(late));
        m_arrivalOf[reply->ticket.value_or(TicketId())] = arrival;
        auto waiting = std::exchange(m_waitingForPlan, {});
        for (Waiting &each : waiting)
            withPlan(each.ticket, std::move(each.next));
    });
}

const PlannedArrival *Player::planOf(TicketId ticket)
{
    const auto it = m_arrivalOf.find(ticket);
    if (it != m_arrivalOf.end())
        return &m_plan.arrivals[it->second];
    if (!m_issuing.empty())
        return nullptr;
    // somebody else took this ticket: served in the usual time
    ++m_report.foreignTickets;
    const Ticket *known = m_kiosk.branch().ticket(ticket);
    const Service *service = known ? m_kiosk.branch().service(known->step.service) : nullptr;
    m_stranger = {};
    m_stranger.walkMs = 20 * kSecondMs;
    m_stranger.serviceMs = service ? service->expectedMs : 5 * kMinuteMs;
    return &m_stranger;
}

void Player::withPlan(TicketId ticket, std::function<void(const PlannedArrival &)> next)
{
    if (const PlannedArrival *plan = planOf(ticket))
        next(*plan);
    else
        m_waitingForPlan.push_back({ticket, std::move(next)}); // its issue is not answered yet
}

void Player::ask(Teller &teller, const Command &command, TicketId ticket, Then next)
{
    teller.link->send(command, this,
                      [this, &teller, ticket, next = std::move(next)](const Result<CommandReply> &reply) {
                          if (m_stage != Stage::Playing)
                              return;
                          if (reply)
                              next();
                          else
                              onRefused(teller, ticket, reply.error().code);
                      });
}

void Player::onRefused(Teller &teller, TicketId ticket, ErrorCode code)
{
    QTimer::singleShot(kRetryMs, this, [this, &teller, ticket, code] { recover(teller, ticket, code); });
}

const std::vector<ServiceId> &Player::servicesOf(const Teller &teller) const
{
    static const std::vector<ServiceId> kNone;
    const CounterState *counter = m_kiosk.branch().counterState(teller.counter);
    const WorkProfile *profile
        = counter && counter->isOpen() && !counter->onBreak ? m_kiosk.branch().profile(counter->profile) : nullptr;
    return profile ? profile->services : kNone;
}

void Player::wakeFree()
{
    if (m_stage != Stage::Playing)
        return;
    for (const auto &teller : m_tellers) {
        if (teller->state != TellerState::Free)
            continue;
        const auto &services = servicesOf(*teller);
        std::size_t waiting = 0;
        for (const ServiceId service : services)
            waiting += m_kiosk.branch().waiting(service).size();
        // those whom another free teller is calling just now are not there for this one
        for (const auto &other : m_tellers) {
            const auto &others = servicesOf(*other);
            const bool overlaps = other->state == TellerState::Calling
                && std::any_of(others.begin(), others.end(), [&](ServiceId service) {
                                      return std::find(services.begin(), services.end(), service) != services.end();
                                  });
            waiting -= overlaps && waiting > 0 ? 1 : 0;
        }
        if (waiting > 0)
            callNext(*teller);
    }
}

void Player::callNext(Teller &teller)
{
    teller.state = TellerState::Calling;
    teller.link->send(command::CallNext{teller.counter}, this, [this, &teller](const Result<CommandReply> &reply) {
        if (m_stage != Stage::Playing)
            return;
        if (reply) {
            onCalled(teller, reply->ticket.value_or(TicketId()));
        } else if (reply.error().code == ErrorCode::NobodyWaiting) {
            teller.state = TellerState::Free; // another was quicker, as happens between real counters
        } else {
            onRefused(teller, {}, reply.error().code);
        }
    });
}

void Player::onCalled(Teller &teller, TicketId ticket)
{
    teller.state = TellerState::Busy;
    withPlan(ticket, [this, &teller, ticket](const PlannedArrival &person) {
        if (!person.comes) {
            missed(teller, ticket, m_kiosk.branch().settings().recallLimit);
            return;
        }
        m_timeline.at(now() + person.walkMs, [this, &teller, ticket, serviceMs = person.serviceMs] {
            ask(teller, command::StartService{teller.counter, ticket}, ticket,
                [this, &teller, ticket, serviceMs] { serve(teller, ticket, serviceMs); });
        });
    });
}

void Player::serve(Teller &teller, TicketId ticket, TimeMs serviceMs)
{
    m_timeline.at(now() + serviceMs, [this, &teller, ticket] {
        ask(teller, command::FinishService{teller.counter, ticket}, ticket,
            [this, &teller] { becomeFree(teller); });
    });
}

void Player::missed(Teller &teller, TicketId ticket, std::int64_t recallsLeft)
{
    m_timeline.at(now() + kNoAnswerMs, [this, &teller, ticket, recallsLeft] {
        if (recallsLeft > 0)
            ask(teller, command::Recall{teller.counter, ticket}, ticket,
                [this, &teller, ticket, recallsLeft] { missed(teller, ticket, recallsLeft - 1); });
        else
            ask(teller, command::MarkNoShow{teller.counter, ticket}, ticket,
                [this, &teller] { becomeFree(teller); });
    });
}

void Player::becomeFree(Teller &teller)
{
    m_timeline.at(now() + kPauseMs, [this, &teller] {
        teller.state = TellerState::Free;
        wakeFree();
    });
}

void Player::recover(Teller &teller, TicketId held, ErrorCode code)
{
    if (m_stage != Stage::Playing)
        return;
    if (teller.link->status() != BranchLink::Status::Live || m_kiosk.status() != BranchLink::Status::Live) {
        onRefused(teller, held, code);
        return;
    }
    const CounterState *counter = m_kiosk.branch().counterState(teller.counter);
    const Ticket *ticket = counter ? m_kiosk.branch().ticket(counter->ticket) : nullptr;
    // a supervisor at work is part of a day: what was taken out of this teller's hands is no fault
    const bool isClosed = !counter || !counter->isOpen() || counter->onBreak || code == ErrorCode::CounterOnBreak;
    const bool isTaken = held.isSet() && (!ticket || ticket->id != held);
    if (!isClosed && !isTaken)
        ++m_report.errors[std::string(name(code))];
    if (!ticket)
        becomeFree(teller);
    else if (ticket->state == TicketState::Serving)
        serve(teller, ticket->id, 0);
    else
        onCalled(teller, ticket->id);
}

void Player::onBranchEvent(const Event &event, TimeMs atMs, const Touched &touched)
{
    if (std::holds_alternative<event::TicketCalled>(event) && touched.ticket)
        m_waits[touched.ticket->id] = atMs - touched.ticket->issuedMs;
    if (m_stage == Stage::Playing)
        wakeFree();
    else if (m_stage == Stage::Ending && !m_kiosk.branch().isOpen())
        conclude();
}

/// Lowers the rate when the machine cannot follow.
void Player::keepUp()
{
    if (m_stage != Stage::Playing)
        return;
    m_behindLooks = std::exchange(m_behindMs, 0) > kBehindMsMax ? m_behindLooks + 1 : 0;
    if (m_behindLooks >= kBehindLooks && m_rate > 1 && !m_isSlowing) {
        m_behindLooks = 0;
        m_isSlowing = true;
        setClock(0, std::max(1.0, m_rate / 2), [this] {
            m_isSlowing = false;
            Q_EMIT progressed(QStringLiteral("This machine does not follow: going on at speed %1.").arg(m_rate));
        });
    }
}

// ---- the end ----

void Player::finishIfOver()
{
    if (m_stage != Stage::Playing)
        return;
    const bool allIssued = m_nextArrival == m_plan.arrivals.size() && m_toIssue.empty() && m_issuing.empty();
    const bool allFree = std::all_of(m_tellers.begin(), m_tellers.end(),
                                     [](const auto &teller) { return teller->state == TellerState::Free; });
    const bool allKnown
        = m_kiosk.branch().totals().issued - m_totalsBefore.issued >= static_cast<std::int64_t>(m_arrivalOf.size());
    if (allIssued && allFree && allKnown && m_kiosk.branch().tickets().empty())
        end(true);
    else if (now() >= m_midnightMs + m_plan.latestEndMs)
        end(false);
}

void Player::end(bool isEndReached)
{
    m_stage = Stage::Ending;
    m_tick.stop();
    m_timeline.clear();
    const TimeMs time = now();
    m_report.isEndReached = isEndReached;
    m_report.overtimeMin = std::max(0.0, minutes(time - m_midnightMs - m_plan.closesMs));
    m_report.speedReached
        = static_cast<double>(time - m_playFromMs) / static_cast<double>(std::max<qint64>(1, m_real.elapsed()));
    m_report.speedAtEnd = m_rate;
    m_limit.start(kCloseMsMax);
    setClock(0, 1.0, [this] {
        if (m_options.keepOpen) {
            conclude();
            return;
        }
        m_kiosk.send(command::CloseDay{true}, this, [this](const Result<CommandReply> &reply) {
            if (!reply)
                ++m_report.errors[std::string(name(reply.error().code))];
            if (!reply || !m_kiosk.branch().isOpen())
                conclude();
        });
    });
}

void Player::conclude()
{
    if (m_stage != Stage::Ending)
        return;
    m_stage = Stage::Over;
    m_limit.stop();
    const DayTotals &totals = m_kiosk.branch().totals();
    m_report.totals = {totals.issued - m_totalsBefore.issued, totals.called - m_totalsBefore.called,
                       totals.served - m_totalsBefore.served, totals.noShows - m_totalsBefore.noShows,
                       totals.ended - m_totalsBefore.ended};
    std::vector<TimeMs> waits;
    TimeMs sum = 0;
    for (const auto &[ticket, wait] : m_waits) {
        waits.push_back(wait);
        sum += wait;
    }
    if (!waits.empty()) {
        std::sort(waits.begin(), waits.end());
        m_report.meanWaitMin = minutes(sum) / static_cast<double>(waits.size());
        const auto rank = static_cast<std::size_t>(std::ceil(0.9 * static_cast<double>(waits.size())));
        m_report.p90WaitMin = minutes(waits[rank - 1]); // nearest rank
    }
    for (const auto &teller : m_tellers)
        teller->link->stop();
    Q_EMIT finished();
}

/// Sets the hub's clock to `atLeast` or, when that is past, a moment from now.
void Player::setClock(TimeMs atLeast, double rate, Then next, int triesLeft)
{
    const double fastest = std::max({m_rate, m_kiosk.rate(), 1.0});
    const TimeMs soon = now() + static_cast<TimeMs>(fastest * kUnderWayMs) + 1;
    m_kiosk.request(SetClock::kMethod, toJson(SetClock{std::max(atLeast, soon), rate}), this,
                    [this, atLeast, rate, triesLeft, next = std::move(next)](const Result<Json> &reply) {
                        if (reply) {
                            m_rate = rate;
                            next();
                        } else if (reply.error().code == ErrorCode::InvalidParams && triesLeft > 1) {
                            setClock(atLeast, rate, next, triesLeft - 1); // it arrived too late to go forward
                        } else if (m_stage == Stage::Beginning) {
                            fail(reply.error());
                        } else {
                            ++m_report.errors[std::string(name(reply.error().code))];
                            m_isSlowing = false;
                            if (m_stage == Stage::Ending)
                                next();
                        }
                    });
}

// ---- the beginning ----

Player::Player(HubClient &kiosk, const DeviceAccess &device, DayPlan plan, PlayOptions options, QObject *parent)
    : QObject(parent), m_address(device.address()), m_secrets(device.secrets()), m_plan(std::move(plan)),
      m_options(std::move(options)), m_kiosk(kiosk)
{
    m_address.folder.clear(); // a played day ends with its program: nothing is kept on disk for a later one
    m_report.source = m_plan.source;
    m_report.seed = m_plan.seed;
    m_report.speedAsked = m_options.speed;
    m_report.planned = static_cast<std::int64_t>(m_plan.arrivals.size());
    connect(&m_tick, &QTimer::timeout, this, &Player::tick);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        if (m_stage == Stage::Beginning) {
            Error problem = m_kiosk.problem();
            if (problem.message.empty())
                problem = {ErrorCode::Offline, "no answer from the hub", {}};
            fail(problem);
        } else {
            ++m_report.errors["Timeout"];
            conclude();
        }
    });
    connect(&m_kiosk, &BranchLink::branchEvent, this, &Player::onBranchEvent);
    connect(&m_kiosk, &BranchLink::stateReplaced, this, &Player::wakeFree);
}

Player::~Player() = default;

void Player::fail(const Error &error)
{
    if (m_stage != Stage::Beginning)
        return;
    m_stage = Stage::Over;
    m_limit.stop();
    Q_EMIT failed(error);
}

void Player::start()
{
    const BranchState &branch = m_kiosk.branch();
    if (branch.isOpen()) {
        fail({ErrorCode::DayAlreadyOpen, "the day is open", {{"day", branch.businessDay()}}});
        return;
    }
    const auto offset
        = static_cast<int>(m_plan.setup ? m_plan.setup->settings.utcOffsetMin : branch.settings().utcOffsetMin);
    if (m_plan.day.empty())
        m_plan.day = localDay(now(), offset);
    m_midnightMs = dayStart(m_plan.day, offset);
    m_report.day = m_plan.day;
    const TimeMs first = m_midnightMs + m_plan.arrivals.front().atMs;
    setClock(first - kBeforeFirstMs, 1.0, [this, first] {
        if (now() > first)
            fail({ErrorCode::InvalidParams,
                  "the hub's clock is past the day's first arrival",
                  {{"field", "clock"}, {"day", m_plan.day}}});
        else
            defineBranch();
    });
}

void Player::defineBranch()
{
    if (!m_plan.setup) {
        openDay();
        return;
    }
    m_kiosk.send(command::DefineBranch{*m_plan.setup}, this, [this](const Result<CommandReply> &reply) {
        if (reply)
            openDay();
        else
            fail(reply.error());
    });
}

void Player::openDay()
{
    m_kiosk.send(command::OpenDay{m_plan.day}, this, [this](const Result<CommandReply> &reply) {
        if (!reply) {
            fail(reply.error());
            return;
        }
        // the mirror may be a moment behind the reply
        if (m_kiosk.branch().isOpen()) {
            hireTellers();
            return;
        }
        auto *once = new QObject(this);
        connect(&m_kiosk, &BranchLink::branchEvent, once, [this, once] {
            if (!m_kiosk.branch().isOpen())
                return;
            once->deleteLater();
            disconnect(&m_kiosk, &BranchLink::branchEvent, once, nullptr);
            hireTellers();
        });
    });
}

void Player::hireTellers()
{
    const BranchState &branch = m_kiosk.branch();
    m_totalsBefore = branch.totals();
    std::set<std::int64_t> toLeave = m_options.leftCounters;
    std::set<ServiceId> served;
    for (const auto &[id, counter] : branch.counters()) {
        if (toLeave.erase(counter.number) > 0)
            continue;
        auto teller = std::make_unique<Teller>();
        teller->counter = id;
        const auto &services = branch.profile(counter.profile)->services;
        served.insert(services.begin(), services.end());
        m_tellers.push_back(std::move(teller));
    }
    // people take the first of the staff; the simulated ones are the last, and whoever plays the day the very last
    for (auto it = branch.staff().rbegin(); it != branch.staff().rend(); ++it)
        m_freeStaff.push_back(it->first);
    std::stable_partition(m_freeStaff.begin(), m_freeStaff.end(),
                          [this](StaffId staff) { return staff != m_kiosk.session().staff; });
    m_report.counters = static_cast<std::int64_t>(m_tellers.size());
    for (const std::int64_t number : toLeave) {
        fail({ErrorCode::InvalidParams,
              "there is no counter " + std::to_string(number),
              {{"field", "--leave-counter"}, {"counter", std::to_string(number)}}});
        return;
    }
    for (const PlannedArrival &arrival : m_plan.arrivals) {
        const std::string id = std::to_string(arrival.service.value);
        if (!branch.service(arrival.service))
            fail({ErrorCode::UnknownService, "no service has id " + id, {{"id", id}}});
        else if (!served.contains(arrival.service))
            fail({ErrorCode::InvalidParams,
                  "no counter is left for service " + id,
                  {{"field", "--leave-counter"}, {"service", id}}});
        if (m_stage != Stage::Beginning)
            return;
    }
    if (m_freeStaff.size() < m_tellers.size()) {
        fail({ErrorCode::InvalidParams, "the branch has fewer staff than counters", {{"field", "staff"}}});
        return;
    }
    connectTellers();
}

void Player::connectTellers()
{
    for (const auto &owned : m_tellers) {
        Teller &teller = *owned;
        teller.link
            = std::make_unique<HubClient>(m_address, QStringLiteral("tiepdon-ctl"), Stream::None, &m_secrets);
        connect(teller.link.get(), &BranchLink::statusChanged, this, [this, &teller] {
            if (m_stage != Stage::Beginning || teller.isSigningOn)
                return;
            if (teller.link->status() == BranchLink::Status::Refused)
                fail(teller.link->problem());
            if (teller.link->status() == BranchLink::Status::Live) {
                teller.isSigningOn = true;
                signOn(teller, m_freeStaff.size());
            }
        });
    }
    // a few at a time: a hub bounds the sockets that have not said hello
    for (std::size_t i = 0; i < m_tellers.size(); ++i)
        QTimer::singleShot(static_cast<int>(i) * 20, m_tellers[i]->link.get(), &HubClient::start);
    m_limit.start(kCloseMsMax);
}

void Player::signOn(Teller &teller, std::size_t triesLeft)
{
    if (m_stage != Stage::Beginning)
        return;
    const StaffId staff = m_freeStaff.front();
    m_freeStaff.pop_front();
    teller.link->send(command::SignOn{teller.counter, staff, {}}, this,
                      [this, &teller, staff, triesLeft](const Result<CommandReply> &reply) {
                          if (!reply && reply.error().code == ErrorCode::StaffElsewhere && triesLeft > 1
                              && !m_freeStaff.empty()) {
                              signOn(teller, triesLeft - 1); // a person works under this name
                              return;
                          }
                          if (!reply) {
                              fail(reply.error());
                              return;
                          }
                          teller.state = TellerState::Free;
                          const bool all = std::all_of(m_tellers.begin(), m_tellers.end(), [](const auto &each) {
                              return each->state == TellerState::Free;
                          });
                          if (all)
                              startPlaying();
                      });
}

void Player::startPlaying()
{
    m_limit.stop();
    setClock(0, m_options.speed, [this] {
        m_stage = Stage::Playing;
        m_playFromMs = now();
        m_real.start();
        m_allowance = kIssuesAtOnce;
        m_tick.start(kTickMs);
        auto *look = new QTimer(this);
        connect(look, &QTimer::timeout, this, &Player::keepUp);
        look->start(kLookMs);
        auto *say = new QTimer(this);
        connect(say, &QTimer::timeout, this, [this] {
            if (m_stage != Stage::Playing)
                return;
            const TimeMs ofDay = now() - m_midnightMs;
            Q_EMIT progressed(QStringLiteral("%1:%2  issued %3 of %4, waiting %5")
                                  .arg(ofDay / kHourMs, 2, 10, QLatin1Char('0'))
                                  .arg(ofDay % kHourMs / kMinuteMs, 2, 10, QLatin1Char('0'))
                                  .arg(m_arrivalOf.size())
                                  .arg(m_plan.arrivals.size())
                                  .arg(m_kiosk.branch().tickets().size()));
        });
        say->start(5000);
        Q_EMIT progressed(QStringLiteral("Playing %1 with %2 tellers at speed %3.")
                              .arg(toQt(m_plan.day))
                              .arg(m_tellers.size())
                              .arg(m_rate));
    });
}

} // namespace tiepdon
