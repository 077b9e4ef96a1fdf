// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/profilecard.h"
#include "core/wire/customermessage.h"

#include <QString>

// What the records of customers say, in the language windows speak now.

namespace tiepdon {

/// "Anh", as Vietnamese people say it; in every language, for there is no other word. Empty for none.
QString addressWord(AddressForm form);
/// "Anh Nam", the given name alone without a form, and the whole name where no given name is known.
QString addressed(AddressForm form, const std::string &givenName, const std::string &name);
/// As the branch speaks to the customer of a card; empty while the name is hidden.
QString addressed(const CustomerCard &card);

QString needWord(Need need);
QString channelWord(Channel channel);
QString stageWord(Stage stage);
QString signalWord(Signal signal);
QString purposeWord(ConsentPurpose purpose);
QString departmentWord(Department department);
/// What somebody lacks: "System down or slow".
QString blockerWord(BlockerKind blocker);
QString openItemWord(OpenItemKind kind);
QString openItemStateWord(OpenItemState state);
QString goalReachedWord(GoalReached reached);
QString revealReasonWord(RevealReason reason);
QString identifierWord(IdentifierKind kind);
QString profileFieldWord(ProfileField field);
QString happeningWord(HappeningKind kind);
QString foundByWord(FoundBy by);
/// How a service of an earlier visit ended, where it says no outcome of the branch's own.
QString stepOutcomeWord(StepOutcome outcome);
/// "document, phone" of what two profiles share, as LikelyDuplicate::because has it.
QString becauseWords(const std::string &because);

/// What somebody agrees to, in whole sentences that are read to them.
QString consentWording(ConsentPurpose purpose);
/// Which wording that is, for the record of a consent.
std::string consentWordingVersion(ConsentPurpose purpose);

} // namespace tiepdon
