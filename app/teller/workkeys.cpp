// SPDX-License-Identifier: GPL-3.0-or-later
// What a view beside the page asks of it: keys that were typed elsewhere, and what it says.
#include "app/teller/customerpanels.h"
#include "app/teller/deskchoices.h"
#include "app/teller/goalstrip.h"
#include "app/teller/workpage.h"
#include "ui/session/callreason.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/notebar.h"

#include <QLabel>

#include <algorithm>

namespace tiepdon {

bool WorkPage::press(QKeyCombination key)
{
    const bool isPlain = key.keyboardModifiers() == Qt::NoModifier;
    const bool isEnter = isPlain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
    const bool isFigure = isPlain && key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9;
    if (ChoicePanel *choice = openChoice()) {
        if (isFigure)
            return choice->choose((key.key() - Qt::Key_0 + 9) % 10); // 1 is the first, 0 the tenth
        if (isEnter)
            return choice->skip();
    }
    if (isFigure && !isChoosing() && m_goal->choose(key.key() - Qt::Key_0))
        return true;
    const bool isSaying = isChoosing() || m_isReasonAsked || !errorText().isEmpty() || !note().isEmpty();
    if (isPlain && key.key() == Qt::Key_Escape && isSaying) {
        closePanels(nullptr);
        m_note->clear();
        clearError();
        return true;
    }
    if (isChoosing() && isEnter)
        return false; // where it would go is to be seen
    if (isEnter) { // not on what has the focus in a window that is not seen
        if (m_desk.onBreak())
            m_desk.endBreak();
        else
            m_desk.start();
        return true;
    }
    const auto it
        = std::find_if(m_keys.begin(), m_keys.end(), [key](const auto &each) { return each.first == key; });
    if (it == m_keys.end())
        return false;
    it->second();
    return true;
}

ChoicePanel *WorkPage::openChoice() const
{
    ChoicePanel *choice = m_choices->openPanel();
    return choice ? choice : m_customers->openChoice();
}

const ChoicePanel *WorkPage::asked() const { return openChoice(); }

bool WorkPage::isSearching() const
{
    return std::any_of(m_panels.begin(), m_panels.end(), [](const DeskPanel *panel) { return panel->isOpen(); })
        || (m_customers->isOpen() && !m_customers->openChoice());
}

QString WorkPage::errorText() const { return m_error->text(); }

QString WorkPage::goalQuestion() const { return isChoosing() ? QString() : m_goal->question(); }

QString WorkPage::note() const { return m_note->text(); }

QString WorkPage::reasonLine() const
{
    if (!m_isReasonAsked)
        return {};
    const BranchState &branch = m_desk.link().branch();
    if (m_desk.ticket())
        return m_desk.reason() ? sentence(*m_desk.reason(), branch) : m_reason->text();
    const auto next = m_desk.next();
    return next ? sentence(next->reason, branch) : m_reason->text();
}

} // namespace tiepdon
