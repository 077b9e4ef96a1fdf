// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "ui/entry/entryscreen.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace tiepdon {

class LockPage;
class PasswordPage;
class SignInPage;

/// Shows a program's content to whom it belongs: until somebody is signed in the sign-in page, while locked the
/// lock page, and the page to change one's password when that is asked for. The content stays alive behind them,
/// with its focus. Ctrl+L locks, closing the window too; keys and mouse are reported to the link so that an idle
/// session locks. Link and language must outlive it.
class EntryFrame : public QWidget
{
    Q_OBJECT

public:
    /// The frame takes the content.
    EntryFrame(BranchLink &link, Language &language, QWidget *content, QWidget *parent = nullptr);

    /// The frame a widget of its content stands in; null when there is none.
    static EntryFrame *around(const QWidget &widget);
    /// Lets whoever is signed in change their password, and come back to the content.
    void changePassword();

    void setPlace(const EntryPlace &place) { m_screen->setPlace(place); }
    [[nodiscard]] QWidget *content() const { return m_content; }
    [[nodiscard]] SignInPage &signInPage() const { return *m_signIn; }
    [[nodiscard]] LockPage &lockPage() const { return *m_lock; }
    [[nodiscard]] PasswordPage &passwordPage() const { return *m_password; }

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    /// Focus given to the frame goes on to the field where typing begins.
    void focusInEvent(QFocusEvent *event) override;

private:
    void refresh();
    /// Gives the focus to the page or content shown.
    void focusShown();
    [[nodiscard]] EntryPage *pageFor(BranchLink::Access access) const;
    [[nodiscard]] bool isSignedIn() const { return m_link.access() == BranchLink::Access::SignedIn; }

    BranchLink &m_link;
    QWidget *m_content;
    QStackedWidget *m_stack;
    EntryScreen *m_screen;
    SignInPage *m_signIn;
    LockPage *m_lock;
    PasswordPage *m_password;
    EntryPage *m_shown = nullptr; ///< null while the content is
    bool m_isChangingPassword = false; ///< at will
    QPointer<QWidget> m_focusBefore; ///< the content's
    QTimer m_quiet; ///< runs a moment after input, in which more of it need not be reported
};

} // namespace tiepdon
