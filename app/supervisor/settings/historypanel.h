// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "app/supervisor/settings/settingwords.h"
#include "core/wire/settingmessage.h"

#include <QWidget>

#include <map>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace tiepdon {

class EmptyState;
class ErrorBanner;

/// Changes of what the branch is made of, newest first: who, when, what and why, and the way to take one back. Asks
/// the hub when it is shown. Link and draft must outlive it.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    HistoryPanel(BranchLink &link, SettingDraft &draft, QWidget *parent = nullptr);

    /// Asks the hub anew.
    void load();
    void setMayChange(bool mayChange);
    [[nodiscard]] const std::vector<SettingChange> &changes() const { return m_changes; }
    void choose(SettingChangeId change);

Q_SIGNALS:
    void revertAsked(const tiepdon::SettingChange &change);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask(SettingChangeId before);
    void askNames();
    void fill();
    void showChosen();
    [[nodiscard]] const SettingChange *chosen() const;
    [[nodiscard]] QString who(StaffId staff) const;
    [[nodiscard]] QString summary(const SettingChange &change) const;
    [[nodiscard]] static QString ruleText(const SettingChange &change);
    [[nodiscard]] NameOf namesOf(const SettingChange &change) const;
    void fillKinds();
    void retranslate();

    BranchLink &m_link;
    SettingDraft &m_draft;
    std::vector<SettingChange> m_changes;
    std::map<StaffId, std::string> m_names; ///< of people without a counter
    SettingChangeId m_next;
    int m_asking = 0;
    bool m_isKnown = false;
    bool m_mayChange = false;
    QComboBox *m_kind;
    QLabel *m_count;
    QListWidget *m_list;
    QPushButton *m_more;
    EmptyState *m_empty;
    ErrorBanner *m_error;
    QScrollArea *m_detail;
    QPushButton *m_revert;
};

} // namespace tiepdon
