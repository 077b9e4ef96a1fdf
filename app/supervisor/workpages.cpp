// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/workpages.h"

#include "app/supervisor/daypage.h"
#include "core/access/permission.h"

#include <QKeySequence>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace tiepdon {

WorkPages::WorkPages(SupervisorDesk &desk, QWidget *parent)
    : QStackedWidget(parent), m_desk(desk), m_dayPage(new DayPage(desk, this))
{
    addWidget(m_dayPage);
}

void WorkPages::add(WorkPage page, QWidget &window)
{
    const QKeySequence key(Qt::CTRL | Qt::Key(Qt::Key_1 + static_cast<int>(m_listed.size())));
    auto *button = new RailButton(page.sign, &window);
    button->setObjectName(page.buttonName);
    const auto show = [this, sign = page.sign] { go(sign); };
    connect(button, &QAbstractButton::clicked, this, show);
    auto *shortcut = new QShortcut(key, &window);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, show);
    m_listed.push_back({std::move(page), button, key.toString(QKeySequence::NativeText)});
}

std::vector<RailButton *> WorkPages::buttons() const
{
    std::vector<RailButton *> all;
    for (const Listed &each : m_listed)
        all.push_back(each.button);
    return all;
}

RailButton &WorkPages::button(RailButton::Sign sign) const
{
    const auto it = std::find_if(m_listed.begin(), m_listed.end(),
                                 [sign](const Listed &each) { return each.page.sign == sign; });
    Q_ASSERT(it != m_listed.end());
    return *it->button;
}

bool WorkPages::maySee(const Listed &listed) const
{
    const SessionInfo &session = m_desk.link().session();
    return !session.staff.isSet() || reachOf(listed.page.right, session.roles) == Reach::Any;
}

bool WorkPages::maySeeAny() const
{
    return std::any_of(m_listed.begin(), m_listed.end(), [&](const Listed &each) { return maySee(each); });
}

void WorkPages::go(RailButton::Sign sign)
{
    auto wanted = std::find_if(m_listed.begin(), m_listed.end(),
                               [&](const Listed &each) { return each.page.sign == sign && maySee(each); });
    if (wanted == m_listed.end())
        wanted = std::find_if(m_listed.begin(), m_listed.end(), [&](const Listed &each) { return maySee(each); });
    if (wanted == m_listed.end())
        return;
    m_chosen = static_cast<int>(wanted - m_listed.begin());
    if (!bringIn() && currentWidget() != m_dayPage)
        enter();
    if (isVisible())
        currentWidget()->setFocus(Qt::OtherFocusReason);
}

void WorkPages::goBack()
{
    if (m_chosen >= 0)
        go(m_listed[static_cast<std::size_t>(m_chosen)].page.sign);
}

void WorkPages::place()
{
    if (m_chosen >= 0 && maySeeAny() && !maySee(m_listed[static_cast<std::size_t>(m_chosen)]))
        goBack();
    else if (bringIn() && isVisible())
        currentWidget()->setFocus(Qt::OtherFocusReason);
}

bool WorkPages::bringIn()
{
    for (const Listed &each : m_listed) {
        each.button->setVisible(maySee(each));
        each.button->setChecked(m_chosen >= 0 && &each == &m_listed[static_cast<std::size_t>(m_chosen)]);
    }
    if (m_chosen < 0)
        return false;
    const WorkPage &chosen = m_listed[static_cast<std::size_t>(m_chosen)].page;
    const bool isDays = chosen.needsDay && !m_desk.branch().isOpen() && m_desk.mayWork();
    QWidget *shown = isDays ? static_cast<QWidget *>(m_dayPage) : &chosen.page();
    if (currentWidget() == shown)
        return false;
    setCurrentWidget(shown);
    enter();
    return true;
}

void WorkPages::enter()
{
    if (currentWidget() == m_dayPage) {
        m_dayPage->tick();
        m_dayPage->countSegments();
    } else if (const auto &entered = m_listed[static_cast<std::size_t>(m_chosen)].page.enter) {
        entered();
    }
}

void WorkPages::tick()
{
    // the page that is hidden catches up when it is shown
    if (currentWidget() == m_dayPage) {
        m_dayPage->tick();
        m_dayPage->countSegments();
    } else if (m_chosen >= 0) {
        if (const auto &ticked = m_listed[static_cast<std::size_t>(m_chosen)].page.tick)
            ticked();
    }
}

void WorkPages::retranslate()
{
    for (const Listed &each : m_listed)
        each.button->setWords(each.page.word(), each.key);
}

} // namespace tiepdon
