// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/deskpanel.h"

class QLabel;
class QListView;

namespace tiepdon {

class KeyButton;
class ParkedModel;

/// Everybody who is parked, those parked here first, and taking one of them up. Hidden until opened.
class ParkedPanel : public DeskPanel
{
    Q_OBJECT

public:
    explicit ParkedPanel(TellerDesk &desk, QWidget *parent = nullptr);

    void open();
    /// Brings the times left up to the hub's clock; nothing while hidden.
    void tick();

protected:
    void onEnter() override;
    void follow() override;
    void retranslate() override;

private:
    void refresh();
    void resumeChosen();
    [[nodiscard]] TicketId chosen() const;
    [[nodiscard]] QString hint() const;

    ParkedModel *m_parked;
    QLabel *m_title;
    QLabel *m_hint;
    QListView *m_list;
    KeyButton *m_resume;
    KeyButton *m_cancel;
    TicketId m_inHand; ///< when it was opened
};

} // namespace tiepdon
