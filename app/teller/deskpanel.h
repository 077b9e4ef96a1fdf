// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QFrame>

namespace tiepdon {

/// Something to choose in place above the buttons. Hidden until opened; Escape closes it, and while the keyboard is
/// in it Enter is its own.
class DeskPanel : public QFrame
{
    Q_OBJECT

public:
    [[nodiscard]] bool isOpen() const { return isVisibleTo(parentWidget()); }
    void close();

Q_SIGNALS:
    void closed();

protected:
    /// `name` begins the object's name: "park" makes it "parkPanel".
    DeskPanel(TellerDesk &desk, const QString &name, QWidget *parent);

    [[nodiscard]] TellerDesk &desk() const { return m_desk; }
    /// Shows it, with the keyboard at `first`.
    void reveal(QWidget &first);
    /// Presses the button with the focus unless told otherwise.
    virtual void onEnter();
    /// The desk has changed while it was open.
    virtual void follow() { }
    virtual void retranslate() { }
    void changeEvent(QEvent *event) override;

private:
    TellerDesk &m_desk;
};

} // namespace tiepdon
