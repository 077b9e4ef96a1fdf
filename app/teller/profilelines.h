// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/profilecard.h"
#include "core/queue/state.h"
#include "core/wire/customermessage.h"
#include "ui/theme/theme.h"

#include <QString>

#include <optional>
#include <vector>

// A card as lines of words, block by block, in the language windows speak now.

namespace tiepdon {

/// One line of a block: what, and beneath it when and who. A tone has its shape before the words.
struct ProfileLine {
    QString text;
    QString detail = {};
    std::optional<Tone> tone = {};
    bool isMuted = false; ///< over, or withdrawn
};

/// Where and when a card is read.
struct ProfilePlace {
    const BranchState &branch;
    TimeMs nowMs = 0;

    [[nodiscard]] std::int64_t offsetMin() const { return branch.settings().utcOffsetMin; }
    /// "—" for nobody and for who is not of this branch.
    [[nodiscard]] QString nameOf(StaffId staff) const;
};

/// Open ones first, the late ones before the others, each with its owner; then at most three that are ended.
std::vector<ProfileLine> openItemLines(const CustomerCard &card, const ProfilePlace &place);
/// Services of visits, purchases and transactions, newest first.
std::vector<ProfileLine> historyLines(const CustomerCard &card, const ProfilePlace &place);
/// Notes, conversations, scores and what was declined, newest first.
std::vector<ProfileLine> conversationLines(const CustomerCard &card, const ProfilePlace &place);
/// Notes of a visit nobody said a name to.
std::vector<ProfileLine> noteLines(const std::vector<CustomerNote> &notes, const ProfilePlace &place);
/// Who looks after them, and who served them before.
std::vector<ProfileLine> careLines(const CustomerCard &card, const ProfilePlace &place);
/// Where they stand with each product, and what they hold.
std::vector<ProfileLine> journeyLines(const CustomerCard &card, const ProfilePlace &place);
std::vector<ProfileLine> preferenceLines(const CustomerCard &card);
std::vector<ProfileLine> consentLines(const CustomerCard &card, const ProfilePlace &place);
std::vector<ProfileLine> signalLines(const CustomerCard &card);
std::vector<ProfileLine> duplicateLines(const CustomerCard &card);
/// "Profile 71 % complete. Missing: address, phone"; empty when nothing is missing.
QString completenessText(const CustomerCard &card);

} // namespace tiepdon
