// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "ui/theme/theme.h"

#include <QAbstractListModel>

#include <cstdint>
#include <vector>

namespace tiepdon {

/// The tone of a wait against its promise: under 75 % good, under 100 % warn, bad from there.
Tone toneOfWait(TimeMs waitedMs, TimeMs promisedMs);
/// "longest 8 of 10 min · near the promise"; "nobody waiting". Says in words what the tone shows.
QString waitWords(std::int64_t waiting, TimeMs longestMs, TimeMs promisedMs);
/// A whole queue for those who listen: "Cash: 4 waiting, longest 8 of 10 min · near the promise".
QString waitSentence(const QString &name, std::int64_t waiting, TimeMs longestMs, TimeMs promisedMs);

/// Of those who wait for a service, who has used up the largest share of what their segment is promised there.
struct WorstWait {
    TimeMs waitedMs = 0; ///< 0 when nobody waits
    TimeMs promiseMs = 0; ///< theirs; the service's own when nobody waits
    friend bool operator==(const WorstWait &, const WorstWait &) = default;
};
/// Cost: linear in the service's segments and in those who were put first by hand.
WorstWait worstWait(const BranchState &branch, ServiceId service, TimeMs now);

/// A row per service of one work profile, in its order: how many wait, and the worst wait against its promise.
/// Owns nothing but the rows; the link must outlive it.
class QueuesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        WaitingRole = Qt::UserRole + 1, ///< qlonglong, people
        LongestMsRole, ///< qlonglong; 0 when nobody waits
        PromiseMsRole, ///< qlonglong
        ToneRole, ///< int of Tone; Neutral when nobody waits
        ServiceRole, ///< qlonglong, the service's id
    };

    explicit QueuesModel(BranchLink &link, QObject *parent = nullptr);

    /// 0 shows nothing.
    void setProfile(ProfileId profile);
    /// Brings the waits up to a time, the hub's now as a rule. What is shown beside the rows should be of the same.
    void tick(TimeMs now);
    void tick();
    /// Names again, after the language changed.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        ServiceId service;
        std::int64_t waiting = 0;
        WorstWait worst = {};
        friend bool operator==(const Row &, const Row &) = default;
    };

    [[nodiscard]] Row rowOf(ServiceId service, TimeMs now) const;
    void reload();

    BranchLink &m_link;
    ProfileId m_profile;
    std::vector<Row> m_rows;
};

} // namespace tiepdon
