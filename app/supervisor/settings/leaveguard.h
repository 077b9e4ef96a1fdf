// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace tiepdon {

class InlineQuestion;

/// Asks in place before somebody leaves what they have not saved: closes the window the page stands in, or signs
/// out. Once they agree, what they wanted is done.
class LeaveGuard : public QObject
{
    Q_OBJECT

public:
    /// `inside` is within the window; `hasUnsaved` says whether there is anything to lose. All outlive it.
    LeaveGuard(QWidget &inside, InlineQuestion &question, std::function<bool()> hasUnsaved);

    /// Does `leave` at once where nothing is lost by it, else asks first.
    void ask(std::function<void()> leave);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_inside;
    InlineQuestion &m_question;
    std::function<bool()> m_hasUnsaved;
    std::function<void()> m_leave;
    bool m_isAgreed = false;
};

} // namespace tiepdon
