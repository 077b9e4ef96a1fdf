// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/profilestrip.h"

#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/widgets/countertile.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>

namespace tiepdon {
namespace {

CounterId counterIn(const QMimeData *dragged) { return CounterId{dragged->data(counterMimeType()).toLongLong()}; }

} // namespace

ProfileChip::ProfileChip(ProfileId profile, QWidget *parent) : DragChip(profileMimeType(), profile.value, parent)
{
    setObjectName(QStringLiteral("profileChip%1").arg(profile.value));
    setAcceptDrops(true);
}

void ProfileChip::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(counterMimeType()))
        return;
    setDragOver(true);
    event->acceptProposedAction();
    Q_EMIT counterOver(counterIn(event->mimeData()));
}

void ProfileChip::dragLeaveEvent(QDragLeaveEvent *)
{
    setDragOver(false);
    Q_EMIT counterOver({});
}

void ProfileChip::dropEvent(QDropEvent *event)
{
    const bool isTaken = isDragOver();
    setDragOver(false);
    Q_EMIT counterOver({});
    if (!isTaken)
        return;
    event->acceptProposedAction();
    Q_EMIT counterDropped(counterIn(event->mimeData()));
}

// ---- the row ----

ProfileStrip::ProfileStrip(BranchLink &link, QWidget *parent) : ChipRow(parent), m_link(link)
{
    setObjectName(QStringLiteral("profileStrip"));
    static_cast<QHBoxLayout *>(row().layout())->addStretch();
}

ProfileChip *ProfileStrip::chip(ProfileId profile) const
{
    const auto it = m_chips.find(profile);
    return it == m_chips.end() ? nullptr : it->second;
}

void ProfileStrip::refresh()
{
    const BranchState &branch = m_link.branch();
    auto *chips = static_cast<QHBoxLayout *>(row().layout());
    std::erase_if(m_chips, [&](const auto &entry) {
        if (branch.profile(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    for (const auto &[id, profile] : branch.profiles()) {
        ProfileChip *&chip = m_chips[id];
        if (!chip) {
            chip = new ProfileChip(id, &row());
            chips->insertWidget(chips->count() - 1, chip);
            connect(chip, &QAbstractButton::clicked, this, [this, id = id] { Q_EMIT chosen(id); });
            connect(chip, &ProfileChip::counterOver, this,
                    [this, id = id](CounterId counter) { Q_EMIT counterOver(id, counter); });
            connect(chip, &ProfileChip::counterDropped, this,
                    [this, id = id](CounterId counter) { Q_EMIT counterDropped(id, counter); });
        }
        int counters = 0;
        for (const auto &[counterId, state] : branch.counterStates())
            counters += state.isOpen() && state.profile == id ? 1 : 0;
        qlonglong waiting = 0;
        for (const ServiceId service : profile.services)
            waiting += static_cast<qlonglong>(branch.waiting(service).size());
        chip->setWords({inLanguage(profile.name), serviceNames(branch, profile.services, 5),
                        tr("%1 · %2 waiting").arg(countersWord(counters), QLocale().toString(waiting))});
    }
}

} // namespace tiepdon
