// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"
#include "ui/session/language.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tiepdon {

class FigureLabel;

/// The top line of a window of somebody signed in: which branch, where and who, whether it is live, the branch's
/// time, and on the right language, password, lock and sign-out. It follows the link by itself but for the time,
/// which `tick` brings up. Link and language must outlive it.
class WindowHeader : public QFrame
{
    Q_OBJECT

public:
    WindowHeader(BranchLink &link, Language &language, QWidget *parent = nullptr);

    /// Where and who: "Counter 3 · Phạm Thu Hà". Where room is short it ends in an ellipsis.
    void setPlace(const QString &place);
    /// What is said beside the badge, in small letters; may be empty.
    void setNote(const QString &note);
    /// A quiet button of the window's own before the others. It keeps its name and words.
    void addQuiet(QPushButton *button);
    /// A button of the window's own at the right end.
    void addLast(QPushButton *button);
    /// Brings the time up to the hub's clock.
    void tick();

Q_SIGNALS:
    /// The window asks first where something is open.
    void signOutAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    BranchLink &m_link;
    QLabel *m_branch;
    QLabel *m_place;
    QLabel *m_note;
    FigureLabel *m_clock;
    QHBoxLayout *m_row;
    QHBoxLayout *m_quiet;
    QPushButton *m_language;
    QPushButton *m_password;
    QPushButton *m_lock;
    QPushButton *m_signOut;
};

} // namespace tiepdon
