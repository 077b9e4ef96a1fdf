// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/zonechoice.h"

#include "ui/session/language.h"

#include <algorithm>

namespace tiepdon {
namespace {

bool isNamed(const Zone &zone, const QString &text)
{
    for (const std::string &name : {zone.name.vi, zone.name.english()}) {
        if (fromUtf8(name).compare(text, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

const Zone *zoneOf(const std::vector<Zone> &defined, const QString &asked)
{
    const QString text = asked.trimmed().normalized(QString::NormalizationForm_C);
    bool isId = false;
    const qlonglong id = text.toLongLong(&isId);
    for (const Zone &zone : defined) {
        if (isId && zone.id.value == id)
            return &zone;
    }
    const auto it
        = std::find_if(defined.begin(), defined.end(), [&](const Zone &zone) { return isNamed(zone, text); });
    return it == defined.end() ? nullptr : &*it;
}

} // namespace

void ZoneChoice::look(const std::vector<Zone> &defined)
{
    m_found.clear();
    m_missing.clear();
    for (const QString &asked : m_asked) {
        const Zone *zone = zoneOf(defined, asked);
        if (!zone)
            m_missing << asked.trimmed();
        else if (!shows(zone->id))
            m_found.push_back(*zone);
    }
}

std::vector<ZoneId> ZoneChoice::ids() const
{
    std::vector<ZoneId> ids;
    for (const Zone &zone : m_found)
        ids.push_back(zone.id);
    return ids;
}

bool ZoneChoice::shows(ZoneId zone) const
{
    return isWholeBranch()
        || std::any_of(m_found.begin(), m_found.end(), [&](const Zone &each) { return each.id == zone; });
}

bool ZoneChoice::shows(const PublicQueue &queue) const
{
    return isWholeBranch()
        || std::any_of(queue.zones.begin(), queue.zones.end(), [this](ZoneId zone) { return shows(zone); });
}

} // namespace tiepdon
