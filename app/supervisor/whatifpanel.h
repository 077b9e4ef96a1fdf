// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/effectpreview.h"

#include <QFrame>

#include <vector>

class QComboBox;
class QLabel;
class QListWidget;

namespace tiepdon {

class CoverList;
class ErrorBanner;
class KeyButton;

/// Where moves are tried before they are made: chosen one by one, with what they would change of each service, and
/// then made together or not at all. Ctrl+Enter makes them, Ctrl+Plus keeps one and chooses another, Delete takes
/// one off, Escape leaves. The desk must outlive it.
class WhatIfPanel : public QFrame
{
    Q_OBJECT

public:
    explicit WhatIfPanel(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Begins with nothing chosen but what is proposed.
    void begin();
    /// What is chosen: kept moves, and the one in the form where it is whole.
    [[nodiscard]] std::vector<FloorMove> moves() const;
    void keep();
    void takeOff();
    void apply();
    /// Asks again when what is shown has grown old.
    void tick();
    /// What is chosen is asked about at once.
    void hurry() { m_preview.hurry(); }

Q_SIGNALS:
    void closed();
    /// The hub refused the moves, but others are chosen by now, or none.
    void refusedLate(const tiepdon::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeForm();
    void addKeys();
    [[nodiscard]] FloorMoveKind kind() const;
    [[nodiscard]] std::optional<FloorMove> chosen() const;
    [[nodiscard]] bool isKept(CounterId counter) const;
    /// `isByOthers`: the floor has changed; what was chosen and is not there any more leaves nothing chosen.
    void fillCounters(bool isByOthers = false);
    void fillRest(bool isByOthers = false);
    void onMoved(CounterId counter);
    void leave();
    void ask();
    void refresh();
    void refreshEffect();
    void retranslate();

    SupervisorDesk &m_desk;
    EffectPreview m_preview;
    std::vector<FloorMove> m_kept;
    QLabel *m_title;
    QLabel *m_whatTitle;
    QComboBox *m_what;
    QLabel *m_counterTitle;
    QComboBox *m_counter;
    QLabel *m_whoTitle;
    QComboBox *m_who; ///< staff, the counter to go to, or why on a break
    QLabel *m_profileTitle;
    QComboBox *m_profile;
    KeyButton *m_keep;
    QLabel *m_listTitle;
    QListWidget *m_list;
    QLabel *m_effectTitle;
    CoverList *m_effect;
    QLabel *m_whole;
    QLabel *m_warning;
    ErrorBanner *m_error;
    KeyButton *m_apply;
    KeyButton *m_close;
    bool m_isOpen = false; ///< between `begin` and being put away
    bool m_isSent = false;
    int m_number = 0; ///< of what is tried: an answer about another is late
    CounterId m_changed; ///< somebody else has changed it since it was chosen
};

} // namespace tiepdon
