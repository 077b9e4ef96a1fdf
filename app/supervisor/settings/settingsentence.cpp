// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingsentence.h"

#include "app/supervisor/settings/settingform.h"
#include "app/supervisor/settings/settingwords.h"
#include "ui/session/language.h"
#include "ui/session/sentence.h"

#include <QCoreApplication>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SettingSentence)
};

QString fact(const Error &error, const char *name)
{
    const auto it = error.detail.find(name);
    return it == error.detail.end() ? QString() : fromUtf8(it->second);
}

QString inUse(const Error &error, const SettingDraft &draft)
{
    const auto part = partIn(error, "kind", "id");
    const NameOf nameOf = namesIn(draft);
    const QString name = part ? nameOf(*part) : QString();
    if (const auto by = partIn(error, "by", "byId"))
        return Words::tr("%1 cannot be removed: %2 needs it. Change that first.").arg(name, nameOf(*by));
    if (fact(error, "by") == QLatin1String("settings"))
        return Words::tr("%1 cannot be removed: the branch's own settings name it. Change that first.").arg(name);
    if (fact(error, "by") == QLatin1String("account"))
        return Words::tr("%1 cannot be removed: they can still sign in. Shut their account first.").arg(name);
    if (fact(error, "by") == QLatin1String("openItems"))
        return Words::tr(
                   "%1 cannot be removed: promises, complaints or blockers are still theirs (%2). Hand them to "
                   "somebody else first.")
            .arg(name, fact(error, "items"));
    if (!fact(error, "waiting").isEmpty())
        return Words::tr(
                   "%1 cannot be removed now: open tickets need it (%2). Wait until they are done, or move them.")
            .arg(name, fact(error, "waiting"));
    return sentence(error);
}

} // namespace

std::optional<PartKey> partIn(const Error &error, const char *kind, const char *id)
{
    const auto named = error.detail.find(kind);
    const auto numbered = error.detail.find(id);
    if (named == error.detail.end())
        return std::nullopt;
    const auto known = kindNamed(named->second);
    if (!known || (numbered == error.detail.end() && *known != SettingKind::Branch))
        return std::nullopt;
    return PartKey{*known,
                   numbered == error.detail.end() ? 0 : QString::fromStdString(numbered->second).toLongLong()};
}

QString fieldSentence(const Error &error)
{
    const QString field = fact(error, "field");
    if (error.code == ErrorCode::NotAllowed)
        return Words::tr("Only an administrator may change this.");
    if (error.code == ErrorCode::TooLarge)
        return Words::tr("This is too long.");
    if (error.code == ErrorCode::DayAlreadyOpen)
        return Words::tr("This changes only while the day is closed.");
    if (field == QLatin1String("number"))
        return Words::tr("Another counter has this number, or it is not from 1 to 999.");
    if (field == QLatin1String("followUrl"))
        return Words::tr("An address begins with https:// or http://.");
    if (field == QLatin1String("parent"))
        return Words::tr("A group cannot be within itself, nor deeper than three.");
    if (field == QLatin1String("languages"))
        return Words::tr("Two small letters for each language, at most ten.");
    if (field == QLatin1String("promises"))
        return Words::tr("Each segment once, and one that is there.");
    if (field == QLatin1String("when"))
        return Words::tr("Say which, or how many, for each condition.");
    if (field.startsWith(QLatin1String("name")))
        return Words::tr("Give it a name.");
    return Words::tr("The branch does not take this value.");
}

QString settingSentence(const Error &error, const SettingProposal &proposal, const SettingDraft &draft)
{
    if (error.code == ErrorCode::SettingInUse)
        return inUse(error, draft);
    if (const auto place = proposal.placeOf(error)) {
        const QString field = fact(error, "field");
        QString label = field;
        for (const bool isRule : {false, true}) {
            for (const SettingField &each : fieldsOf(place->kind, isRule)) {
                if (!each.path.isEmpty() && (field == each.path || field.startsWith(each.path + QLatin1Char('.'))))
                    label = each.label;
            }
        }
        return QStringLiteral("%1, %2: %3").arg(namesIn(draft)(*place), label, fieldSentence(error));
    }
    return sentence(error);
}

} // namespace tiepdon
