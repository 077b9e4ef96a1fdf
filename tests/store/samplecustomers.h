// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"
#include "core/store/customerreader.h"
#include "core/store/store.h"

#include <QEventLoop>

#include <functional>
#include <optional>

namespace tiepdon {

/// Records that differ in every field from those of another number, from 1; that of `n` is of the n-th customer.
Customer sampleCustomer(std::int64_t n);
StageChange sampleStage(std::int64_t n);
ProductHeld sampleProduct(std::int64_t n);
Consent sampleConsent(std::int64_t n);
Happening sampleHappening(std::int64_t n);
CustomerNote sampleNote(std::int64_t n);
NoteDraft sampleDraft(std::int64_t n);
OpenItem sampleItem(std::int64_t n);
VisitGoal sampleGoal(std::int64_t n);
/// One of each kind.
std::vector<CustomerChange> oneOfEach(std::int64_t n);

/// Somebody of this name, and perhaps with these numbers.
Customer customerNamed(std::int64_t n, std::string name, std::vector<Identifier> identifiers = {});
CustomerId sampleCustomerId(std::int64_t n);

/// An operation that changes records about customers alone.
Commit customerCommit(std::vector<CustomerChange> customers);

/// What a question to the store's customers is answered, waited for.
template <class Answer>
Result<Answer> answerOf(const std::function<void(CustomerReader::Done<Answer>)> &ask)
{
    std::optional<Result<Answer>> answer;
    QEventLoop loop;
    ask([&](const Result<Answer> &found) {
        answer = found;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

} // namespace tiepdon
