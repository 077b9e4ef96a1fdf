// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/publicview.h"

#include <QStringList>

#include <vector>

namespace tiepdon {

/// Which zones a display shows: those it was asked for, as far as the branch has them by now.
class ZoneChoice
{
public:
    /// Ids or names in either language; none for the whole branch.
    explicit ZoneChoice(QStringList asked = {}) : m_asked(std::move(asked)) { }

    /// Looks for them among what is defined now.
    void look(const std::vector<Zone> &defined);

    [[nodiscard]] bool isWholeBranch() const { return m_asked.isEmpty(); }
    [[nodiscard]] const std::vector<Zone> &found() const { return m_found; }
    /// What was asked for and is not defined, as it was written.
    [[nodiscard]] const QStringList &missing() const { return m_missing; }
    [[nodiscard]] std::vector<ZoneId> ids() const;
    [[nodiscard]] bool shows(ZoneId zone) const;
    /// Whether one of its counters is there.
    [[nodiscard]] bool shows(const PublicQueue &queue) const;

private:
    QStringList m_asked;
    std::vector<Zone> m_found;
    QStringList m_missing;
};

} // namespace tiepdon
