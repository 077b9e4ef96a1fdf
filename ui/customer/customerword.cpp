// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/customerword.h"

#include "core/access/role.h"
#include "ui/session/language.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace tiepdon {
namespace {

constexpr const char *kContext = "CustomerWord";

/// The word of a value in a list that has one for each.
template <class Enum, std::size_t n>
QString wordOf(Enum value, const std::array<const char *, n> &words)
{
    static_assert(n == names(Enum{}).size());
    const char *word = words.at(static_cast<std::size_t>(value));
    return *word == '\0' ? QString() : QCoreApplication::translate(kContext, word);
}

} // namespace

QString addressWord(AddressForm form)
{
    static const std::array<QString, names(AddressForm{}).size()> kForms{QString(),
                                                                         QStringLiteral("Anh"),
                                                                         QStringLiteral("Chị"),
                                                                         QStringLiteral("Ông"),
                                                                         QStringLiteral("Bà"),
                                                                         QStringLiteral("Cô"),
                                                                         QStringLiteral("Chú"),
                                                                         QStringLiteral("Bác"),
                                                                         QStringLiteral("Em")};
    return kForms.at(static_cast<std::size_t>(form));
}

QString addressed(AddressForm form, const std::string &givenName, const std::string &name)
{
    const QString called = fromUtf8(givenName.empty() ? name : givenName);
    const QString word = addressWord(form);
    return word.isEmpty() || called.isEmpty() ? called : QStringLiteral("%1 %2").arg(word, called);
}

QString addressed(const CustomerCard &card)
{
    return card.isNameHidden ? QString() : addressed(card.customer.form, card.givenName, card.customer.name);
}

QString needWord(Need need)
{
    return wordOf(
        need,
        std::array{
            QT_TRANSLATE_NOOP("CustomerWord", "Hard of hearing"), QT_TRANSLATE_NOOP("CustomerWord", "Low vision"),
            QT_TRANSLATE_NOOP("CustomerWord", "Wheelchair"),
            QT_TRANSLATE_NOOP("CustomerWord", "Walks with difficulty"),
            QT_TRANSLATE_NOOP("CustomerWord", "Interpreter"), QT_TRANSLATE_NOOP("CustomerWord", "Help with forms"),
            QT_TRANSLATE_NOOP("CustomerWord", "With a small child"), QT_TRANSLATE_NOOP("CustomerWord", "Pregnant"),
            QT_TRANSLATE_NOOP("CustomerWord", "Nothing said aloud"),
            QT_TRANSLATE_NOOP("CustomerWord", "Takes more time")});
}

QString channelWord(Channel channel)
{
    return wordOf(
        channel,
        std::array{QT_TRANSLATE_NOOP("CustomerWord", "At the branch"), QT_TRANSLATE_NOOP("CustomerWord", "Phone"),
                   QT_TRANSLATE_NOOP("CustomerWord", "Text message"), QT_TRANSLATE_NOOP("CustomerWord", "E-mail"),
                   QT_TRANSLATE_NOOP("CustomerWord", "Chat"), QT_TRANSLATE_NOOP("CustomerWord", "Letter"),
                   QT_TRANSLATE_NOOP("CustomerWord", "Web")});
}

QString stageWord(Stage stage)
{
    return wordOf(stage,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "Has heard of it"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Is considering it"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Is deciding"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Uses it"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Recommends it")});
}

QString signalWord(Signal signal)
{
    return wordOf(signal,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "First visit"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Comes less often lately"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Missed a turn lately"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Was not satisfied last time"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Open complaint"),
                             QT_TRANSLATE_NOOP("CustomerWord", "A promise is late"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Did not reach their goal last time")});
}

QString purposeWord(ConsentPurpose purpose)
{
    return wordOf(purpose,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "Be known again"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Greeting at the kiosk"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Recognised by a camera"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Contact after a visit"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Offers")});
}

QString departmentWord(Department department)
{
    return wordOf(department,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "Counter"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Sales"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Customer care"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Operations"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Management")});
}

QString blockerWord(BlockerKind blocker)
{
    return wordOf(blocker,
                  std::array{"", QT_TRANSLATE_NOOP("CustomerWord", "System down or slow"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Information"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Authority to decide"),
                             QT_TRANSLATE_NOOP("CustomerWord", "A document or form"),
                             QT_TRANSLATE_NOOP("CustomerWord", "A colleague"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Equipment"),
                             QT_TRANSLATE_NOOP("CustomerWord", "A rule stands in the way"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Time")});
}

QString openItemWord(OpenItemKind kind)
{
    return wordOf(kind,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "Promise"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Complaint"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Call back"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Something missing")});
}

QString openItemStateWord(OpenItemState state)
{
    return wordOf(state,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "Open"), QT_TRANSLATE_NOOP("CustomerWord", "Kept"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Not kept"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Withdrawn")});
}

QString goalReachedWord(GoalReached reached)
{
    return wordOf(reached,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "Not said"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Yes"), QT_TRANSLATE_NOOP("CustomerWord", "Partly"),
                             QT_TRANSLATE_NOOP("CustomerWord", "No")});
}

QString revealReasonWord(RevealReason reason)
{
    return wordOf(reason,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "Confirm who it is"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Call them"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Correct the record"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Fill in a form"),
                             QT_TRANSLATE_NOOP("CustomerWord", "Another reason")});
}

QString identifierWord(IdentifierKind kind)
{
    return wordOf(
        kind,
        std::array{
            QT_TRANSLATE_NOOP("CustomerWord", "Phone"), QT_TRANSLATE_NOOP("CustomerWord", "Citizen card"),
            QT_TRANSLATE_NOOP("CustomerWord", "Older identity card"), QT_TRANSLATE_NOOP("CustomerWord", "Passport"),
            QT_TRANSLATE_NOOP("CustomerWord", "Customer number"), QT_TRANSLATE_NOOP("CustomerWord", "Card")});
}

QString profileFieldWord(ProfileField field)
{
    return wordOf(
        field,
        std::array{
            QT_TRANSLATE_NOOP("CustomerWord", "Name"), QT_TRANSLATE_NOOP("CustomerWord", "Phone"),
            QT_TRANSLATE_NOOP("CustomerWord", "Document"), QT_TRANSLATE_NOOP("CustomerWord", "Customer number"),
            QT_TRANSLATE_NOOP("CustomerWord", "Date of birth"), QT_TRANSLATE_NOOP("CustomerWord", "Address"),
            QT_TRANSLATE_NOOP("CustomerWord", "Needs"), QT_TRANSLATE_NOOP("CustomerWord", "Preferences"),
            QT_TRANSLATE_NOOP("CustomerWord", "Segment"), QT_TRANSLATE_NOOP("CustomerWord", "Visits"),
            QT_TRANSLATE_NOOP("CustomerWord", "Purchases"), QT_TRANSLATE_NOOP("CustomerWord", "Transactions"),
            QT_TRANSLATE_NOOP("CustomerWord", "Conversations"), QT_TRANSLATE_NOOP("CustomerWord", "Notes"),
            QT_TRANSLATE_NOOP("CustomerWord", "Notes for supervisors"),
            QT_TRANSLATE_NOOP("CustomerWord", "Promises and complaints"),
            QT_TRANSLATE_NOOP("CustomerWord", "Scores"), QT_TRANSLATE_NOOP("CustomerWord", "Consents")});
}

QString happeningWord(HappeningKind kind)
{
    return wordOf(
        kind,
        std::array{QT_TRANSLATE_NOOP("CustomerWord", "Purchase"), QT_TRANSLATE_NOOP("CustomerWord", "Transaction"),
                   QT_TRANSLATE_NOOP("CustomerWord", "Conversation"), QT_TRANSLATE_NOOP("CustomerWord", "Score"),
                   QT_TRANSLATE_NOOP("CustomerWord", "Request declined")});
}

QString foundByWord(FoundBy by)
{
    return wordOf(
        by,
        std::array{QT_TRANSLATE_NOOP("CustomerWord", "by name"), QT_TRANSLATE_NOOP("CustomerWord", "by phone"),
                   QT_TRANSLATE_NOOP("CustomerWord", "by document"),
                   QT_TRANSLATE_NOOP("CustomerWord", "by customer number"),
                   QT_TRANSLATE_NOOP("CustomerWord", "by card"), QT_TRANSLATE_NOOP("CustomerWord", "by ticket")});
}

QString stepOutcomeWord(StepOutcome outcome)
{
    return wordOf(outcome,
                  std::array{QT_TRANSLATE_NOOP("CustomerWord", "goes on now"),
                             QT_TRANSLATE_NOOP("CustomerWord", "served"),
                             QT_TRANSLATE_NOOP("CustomerWord", "sent on to another service"),
                             QT_TRANSLATE_NOOP("CustomerWord", "did not come when called"),
                             QT_TRANSLATE_NOOP("CustomerWord", "ended with the day"),
                             QT_TRANSLATE_NOOP("CustomerWord", "cancelled"),
                             QT_TRANSLATE_NOOP("CustomerWord", "left without being served")});
}

QString becauseWords(const std::string &because)
{
    constexpr std::pair<const char *, ProfileField> kFacts[] = {{"document", ProfileField::Document},
                                                                {"phone", ProfileField::Phone},
                                                                {"name", ProfileField::Name},
                                                                {"birthDate", ProfileField::BirthDate},
                                                                {"customerNumber", ProfileField::CustomerNumber}};
    QStringList words;
    const QStringList said = fromUtf8(because).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const auto &[fact, field] : kFacts) {
        if (said.contains(QLatin1String(fact)))
            words << profileFieldWord(field).toLower();
    }
    return words.join(QStringLiteral(", "));
}

QString consentWording(ConsentPurpose purpose)
{
    return wordOf(
        purpose,
        std::array{
            QT_TRANSLATE_NOOP("CustomerWord",
                              "The branch may keep who I am, my visits and notes about them, to serve me better."),
            QT_TRANSLATE_NOOP("CustomerWord", "The kiosk may greet me by my given name."),
            QT_TRANSLATE_NOOP("CustomerWord", "A camera at the door may recognise me. This is sensitive data."),
            QT_TRANSLATE_NOOP("CustomerWord", "The branch may write to me or call me about my visits."),
            QT_TRANSLATE_NOOP("CustomerWord", "The branch may send me offers.")});
}

std::string consentWordingVersion(ConsentPurpose purpose)
{
    return std::string(nameOf(purpose)) + "-2026-01"
        + (Language::current() == LanguageKind::Vietnamese ? "-vi" : "-en");
}

} // namespace tiepdon
