// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "app/ctl/importplan.h"
#include "core/customer/invented.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <memory>

namespace tiepdon {
namespace {

/// So many are told with notes, consents and promises too; each is a change of its own, and the hub hears a hundred
/// messages in a second.
constexpr std::int64_t kToldWhole = 200;
constexpr std::int64_t kAtOnce = 100;
constexpr std::int64_t kCountMax = 1'000'000;
constexpr int kBetweenMs = 12;

/// Gives the branch its invented customers, then says of the first ones what an import cannot.
class Sampling
{
public:
    Sampling(const Context &context, std::int64_t count, std::uint64_t seed)
        : m_context(context), m_count(count), m_time{seed, {}, 0}
    {
    }

    void start(HubClient &hub)
    {
        m_hub = &hub;
        const int offset = static_cast<int>(hub.branch().settings().utcOffsetMin);
        m_nowMs = hub.hubNowMs();
        m_time.today = localDay(m_nowMs, offset);
        m_time.todayStartMs = dayStart(m_time.today, offset);
        sendNext();
    }

private:
    void end(const Error &error) { QCoreApplication::exit(m_context.failed(error)); }

    /// Who may bring rows in need not be one who writes about customers: that part is then left out, and said.
    void leaveOut(const Error &error)
    {
        if (error.code != ErrorCode::NotAllowed)
            return end(error);
        m_mayTell = false;
        QCoreApplication::exit(finish());
    }

    void inventMore()
    {
        ImportBatches customers(false);
        ImportBatches happenings(false);
        for (std::int64_t made = 0; made < kAtOnce && m_next <= m_count; ++made, ++m_next) {
            InventedCustomer invented = inventedCustomer(m_next, m_time);
            const Identifier of{{}, IdentifierKind::CustomerNumber, inventedCustomerNumber(m_next)};
            for (Happening &happening : invented.happenings)
                happenings.add(HappeningRow{of, std::move(happening)}, 0);
            customers.add(
                CustomerRow{std::move(invented.customer), std::move(invented.products), std::move(invented.stages)},
                0);
        }
        for (ImportBatch &batch : customers.take())
            m_batches.push_back(std::move(batch));
        for (ImportBatch &batch : happenings.take())
            m_batches.push_back(std::move(batch));
    }

    void sendNext()
    {
        if (m_batches.empty())
            inventMore();
        if (m_batches.empty()) {
            tellNext(1);
            return;
        }
        const ImportBatch batch = std::move(m_batches.front());
        m_batches.pop_front();
        const bool isOfCustomers = !batch.rows.customers.empty();
        m_hub->noteActivity();
        m_hub->change(batch.rows, m_hub, [this, isOfCustomers](const Result<CustomerReply> &reply) {
            if (!reply)
                return end(reply.error());
            if (!reply->errors.empty())
                return end({ErrorCode::Internal,
                            "an invented row was refused: " + reply->errors.front().field + " "
                                + reply->errors.front().code,
                            {}});
            (isOfCustomers ? m_added : m_addedHappenings) += reply->added;
            m_others += reply->changed + reply->same;
            const bool isDone = m_batches.empty() && m_next > m_count;
            if (m_batches.empty() && (isDone || m_next % (10 * kAtOnce) == 1))
                m_context.progress(QStringLiteral("%1 of %2 invented customers").arg(m_next - 1).arg(m_count));
            sendNext();
        });
    }

    /// Notes, consents and promises of the n-th, where they were not there before.
    void tellNext(std::int64_t n)
    {
        if (n > std::min(m_count, kToldWhole) || m_added != m_count) {
            QCoreApplication::exit(finish());
            return;
        }
        m_hub->noteActivity();
        m_hub->ask<FindCustomers>({inventedCustomerNumber(n), 1}, m_hub,
                                  [this, n](const Result<CustomersFound> &found) {
                                      if (!found)
                                          return leaveOut(found.error());
                                      if (!found->hits.empty())
                                          gather(found->hits.front().customer, inventedCustomer(n, m_time));
                                      tellAll(n);
                                  });
    }

    void gather(CustomerId customer, const InventedCustomer &invented)
    {
        using namespace customercommand;
        for (const Consent &consent : invented.consents) {
            if (!consent.withdrawnMs)
                m_told.emplace_back(
                    GiveConsent{customer, consent.purpose, consent.source, consent.wording, consent.channel});
        }
        for (const CustomerNote &note : invented.notes)
            m_told.emplace_back(SaveNote{{}, customer, {}, note.department, false, note.text});
        for (const OpenItem &item : invented.openItems)
            m_told.emplace_back(AddOpenItem{item.kind,
                                            customer,
                                            {},
                                            item.department,
                                            BlockerKind::None,
                                            item.text,
                                            {},
                                            std::max(item.dueMs, m_nowMs + kHourMs)});
    }

    void tellAll(std::int64_t n)
    {
        if (m_told.empty()) {
            QTimer::singleShot(kBetweenMs, m_hub, [this, n] { tellNext(n + 1); });
            return;
        }
        const CustomerCommand command = std::move(m_told.front());
        m_told.pop_front();
        m_hub->change(command, m_hub, [this, n](const Result<CustomerReply> &reply) {
            if (!reply)
                return leaveOut(reply.error());
            ++m_toldCount;
            QTimer::singleShot(kBetweenMs, m_hub, [this, n] { tellAll(n); });
        });
    }

    int finish()
    {
        QString text
            = QStringLiteral("%1 customers and %2 things that happened with them were added. All of them are "
                             "invented: nobody of them is real.")
                  .arg(m_added)
                  .arg(m_addedHappenings);
        if (m_others > 0)
            text += QStringLiteral(" %1 were there already.").arg(m_others);
        if (m_toldCount > 0)
            text += QStringLiteral(" Of the first %1, %2 notes, consents and promises too.")
                        .arg(std::min(m_count, kToldWhole))
                        .arg(m_toldCount);
        if (!m_mayTell)
            text += QStringLiteral(
                " Notes, consents and promises were left out: an administrator alone may not write "
                "them; a supervisor or back office may.");
        return m_context.done({{"customers", m_added},
                               {"happenings", m_addedHappenings},
                               {"thereBefore", m_others},
                               {"told", m_toldCount},
                               {"invented", true}},
                              text);
    }

    const Context &m_context;
    std::int64_t m_count;
    InventedTime m_time;
    HubClient *m_hub = nullptr;
    TimeMs m_nowMs = 0;
    std::int64_t m_next = 1;
    std::deque<ImportBatch> m_batches;
    std::deque<CustomerCommand> m_told;
    std::int64_t m_added = 0;
    std::int64_t m_addedHappenings = 0;
    std::int64_t m_others = 0;
    std::int64_t m_toldCount = 0;
    bool m_mayTell = true;
};

/// What a scanner would type of somebody's card.
int printCard(const Context &context, std::int64_t n, std::uint64_t seed)
{
    const std::string today = localDay(SystemClock().nowMs(), 0);
    const std::string text = inventedCardText(inventedCustomer(n, {seed, today, dayStart(today, 0)}));
    if (text.empty())
        return context.wrongUse(
            QStringLiteral("Of the invented customers %1 has no citizen card; take another number.").arg(n));
    return context.done({{"card", text}}, toQt(text));
}

int sample(const Context &context)
{
    std::int64_t count = kInventedCustomers;
    std::int64_t seed = 1;
    std::int64_t card = 0;
    for (const auto &[option, value] :
         {std::pair("count", &count), std::pair("seed", &seed), std::pair("card", &card)}) {
        if (!context.isSet(option))
            continue;
        const auto number = positiveNumber(context.value(option));
        if (!number || *number > kCountMax)
            return context.wrongUse(QStringLiteral("--%1 takes a whole number from 1 to %2.")
                                        .arg(QLatin1String(option))
                                        .arg(kCountMax));
        *value = *number;
    }
    if (card > 0)
        return printCard(context, card, static_cast<std::uint64_t>(seed));
    const auto sampling = std::make_shared<Sampling>(context, count, static_cast<std::uint64_t>(seed));
    return context.withHub([sampling](HubClient &hub) { sampling->start(hub); });
}

} // namespace

std::vector<CtlCommand> sampleCommands()
{
    return {commandSpec(
        "sample", "", "Gives the branch customers to try it with; all of them are invented.", 0, 0, sample,
        {optionSpec("count", "How many; 2000 unless said.", "N"),
         optionSpec("seed", "Other people for another number.", "N"),
         optionSpec("card", "Prints what the code of the N-th one's citizen card says; needs no hub.", "N")},
        "For a branch to try things with, never for one that serves people. Their numbers are KH000001 "
        "and so on; run again, it adds nobody twice. Who is a supervisor or of the back office too writes notes, "
        "consents and promises of the first 200 with it.")};
}

} // namespace tiepdon
