// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/entryframe.h"

#include "ui/entry/lockpage.h"
#include "ui/entry/passwordpage.h"
#include "ui/entry/signinpage.h"

#include <QApplication>
#include <QEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

/// Against an idle lock of minutes, input reported once in this time is enough.
constexpr int kQuietMs = 1000;

bool isInput(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::MouseMove
        || type == QEvent::Wheel || type == QEvent::TouchBegin;
}

} // namespace

EntryFrame::EntryFrame(BranchLink &link, Language &language, QWidget *content, QWidget *parent)
    : QWidget(parent), m_link(link), m_content(content), m_stack(new QStackedWidget(this)),
      m_screen(new EntryScreen(&link, language, this)), m_signIn(new SignInPage(link)), m_lock(new LockPage(link)),
      m_password(new PasswordPage(link))
{
    setObjectName(QStringLiteral("entryFrame"));
    setMinimumSize(content->minimumSize());
    setWindowTitle(content->windowTitle());
    connect(content, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
    for (EntryPage *page : {static_cast<EntryPage *>(m_signIn), static_cast<EntryPage *>(m_lock),
                            static_cast<EntryPage *>(m_password)})
        m_screen->add(page);
    m_stack->addWidget(content);
    m_stack->addWidget(m_screen);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    auto *lockKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    connect(lockKey, &QShortcut::activated, this, [this] {
        if (isSignedIn())
            m_link.lock();
    });
    connect(m_password, &PasswordPage::closed, this, [this] {
        m_isChangingPassword = false;
        refresh();
    });
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMs);
    connect(&link, &BranchLink::accessChanged, this, &EntryFrame::refresh);
    qApp->installEventFilter(this);
    refresh();
    if (!m_shown)
        focusShown(); // not what stands first in the order of Tab
}

EntryFrame *EntryFrame::around(const QWidget &widget)
{
    for (QWidget *each = widget.parentWidget(); each; each = each->parentWidget()) {
        if (auto *frame = qobject_cast<EntryFrame *>(each))
            return frame;
    }
    return nullptr;
}

void EntryFrame::changePassword()
{
    if (!isSignedIn() || m_isChangingPassword)
        return;
    m_isChangingPassword = true;
    m_password->setAtWill();
    refresh();
}

EntryPage *EntryFrame::pageFor(BranchLink::Access access) const
{
    switch (access) {
    case BranchLink::Access::NotNeeded:
        return nullptr;
    case BranchLink::Access::SignedIn:
        return m_isChangingPassword ? m_password : nullptr;
    case BranchLink::Access::SignedOut:
        return m_signIn;
    case BranchLink::Access::PasswordChange:
        return m_password;
    case BranchLink::Access::Locked:
        return m_lock;
    }
    return m_signIn;
}

void EntryFrame::refresh()
{
    if (!isSignedIn())
        m_isChangingPassword = false; // who comes back begins with their work
    EntryPage *page = pageFor(m_link.access());
    const Error problem = m_link.problem();
    if (page == m_signIn && (problem.code == ErrorCode::SessionEnded || problem.code == ErrorCode::AccountDisabled))
        m_signIn->showError(problem);
    if (page == m_shown && m_stack->currentWidget() == (page ? static_cast<QWidget *>(m_screen) : m_content))
        return;
    if (!m_shown && page)
        m_focusBefore = m_content->focusWidget();
    if (m_shown == m_signIn && page == m_password)
        m_password->setCurrent(m_signIn->takePassword());
    if (m_shown)
        m_shown->reset();
    m_shown = page;
    if (page) {
        m_stack->setCurrentWidget(m_screen);
        m_screen->show(page);
        return;
    }
    m_stack->setCurrentWidget(m_content);
    focusShown();
}

void EntryFrame::focusShown()
{
    if (m_shown) {
        m_shown->begin();
        return;
    }
    QWidget *first = m_focusBefore && m_content->isAncestorOf(m_focusBefore) ? m_focusBefore.data() : m_content;
    first->setFocus(Qt::OtherFocusReason);
}

void EntryFrame::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    focusShown();
}

bool EntryFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(event->type()) && event->spontaneous() && isSignedIn() && !m_quiet.isActive()) {
        m_quiet.start();
        m_link.noteActivity();
    }
    if (event->type() == QEvent::Close && watched == window() && isSignedIn())
        m_link.lock();
    return QWidget::eventFilter(watched, event);
}

} // namespace tiepdon
