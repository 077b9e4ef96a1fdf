// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/segmentsettling.h"

#include "core/hub/customerdecisions.h"

#include <QPointer>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::int64_t kBatch = 200;
/// Between two batches, so that others are served: a million customers take two minutes.
constexpr int kPauseMs = 20;
constexpr int kRetryMs = 1000; ///< when a batch could not be read or written

} // namespace

SegmentSettling::SegmentSettling(BranchHost &host, CustomerReader &reader, ChangeQueue &queue, QObject *parent)
    : QObject(parent), m_host(host), m_reader(reader), m_queue(queue)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SegmentSettling::step);
}

void SegmentSettling::begin()
{
    set(true);
    m_after = {};
    m_isAgain = m_isUnderWay;
    if (!m_isUnderWay)
        m_timer.start(0);
}

void SegmentSettling::set(bool isSettling)
{
    if (m_isSettling == isSettling)
        return;
    m_isSettling = isSettling;
    Q_EMIT settlingChanged(isSettling);
}

bool SegmentSettling::hasRules() const
{
    const auto &segments = m_host.decidedState().segments();
    return std::any_of(segments.begin(), segments.end(),
                       [](const auto &each) { return !each.second.when.empty(); });
}

void SegmentSettling::step()
{
    m_isUnderWay = true;
    const QPointer<SegmentSettling> self(this);
    const bool isTaken
        = m_queue.add({{ChangeKey::Kind::Everything, 0}}, [this, self](const ChangeQueue::Release &release) {
              if (self)
                  look(release);
              else
                  release();
          });
    if (!isTaken) {
        m_isUnderWay = false;
        m_timer.start(kRetryMs);
    }
}

void SegmentSettling::look(const ChangeQueue::Release &release)
{
    const QPointer<SegmentSettling> self(this);
    const auto failed = [this, self, release] {
        release();
        if (!self)
            return;
        m_isUnderWay = false;
        m_timer.start(kRetryMs);
    };
    const auto readBatch = [this, self, release, failed] {
        m_reader.customersAfter(m_after, kBatch, m_host.nowMs(),
                                [this, self, release, failed](const Result<std::vector<CustomerFacts>> &batch) {
                                    if (self && batch)
                                        take(*batch, release);
                                    else
                                        failed();
                                });
    };
    if (m_after.isSet() || hasRules()) {
        readBatch();
        return;
    }
    // without rules nobody is of a segment; mostly there is nobody to look at
    m_reader.segmentCounts(
        [this, self, release, failed, readBatch](const Result<std::vector<SegmentCount>> &counts) {
            if (!self || !counts) {
                failed();
                return;
            }
            const bool isAnybody = std::any_of(counts->begin(), counts->end(), [](const SegmentCount &each) {
                return each.segment.isSet() && each.customers > 0;
            });
            if (isAnybody) {
                readBatch();
                return;
            }
            release();
            next({}, true);
        });
}

void SegmentSettling::take(const std::vector<CustomerFacts> &batch, const ChangeQueue::Release &release)
{
    const BranchState &state = m_host.decidedState();
    const std::string today = localDay(m_host.nowMs(), static_cast<int>(state.settings().utcOffsetMin));
    Decision decision;
    for (const CustomerFacts &each : batch) {
        Customer customer = each.customer;
        customer.segment = segmentByRules(state, customer, each.products, each.visitsInYear, today);
        if (customer.segment != each.customer.segment) // nobody changed the profile: its revision stays
            decision.customers.emplace_back(std::move(customer));
    }
    const bool isLast = static_cast<std::int64_t>(batch.size()) < kBatch;
    const CustomerId after = batch.empty() ? m_after : batch.back().customer.id;
    if (decision.customers.empty()) {
        release();
        next(after, isLast);
        return;
    }
    m_host.record(std::move(decision), {},
                  [this, self = QPointer<SegmentSettling>(this), release, after, isLast](const Result<void> &done) {
                      release();
                      if (!self)
                          return;
                      if (done) {
                          next(after, isLast);
                      } else {
                          m_isUnderWay = false;
                          m_timer.start(kRetryMs);
                      }
                  });
}

void SegmentSettling::next(CustomerId after, bool isLast)
{
    m_isUnderWay = false;
    if (std::exchange(m_isAgain, false)) {
        m_after = {};
        m_timer.start(0);
        return;
    }
    m_after = after;
    if (isLast)
        set(false);
    else
        m_timer.start(kPauseMs);
}

} // namespace tiepdon
