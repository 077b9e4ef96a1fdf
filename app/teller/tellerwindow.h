// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"
#include "ui/session/language.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace tiepdon {

class BarMode;
class ChoosePage;
class EmptyState;
class InlineQuestion;
class WindowHeader;
class WorkPage;

/// Where whoever signs in should be signed on by itself. A `counter` number of 0: nowhere.
struct StartAs {
    std::int64_t counter = 0; ///< as on its sign
    ProfileId profile; ///< 0: the counter's own
};

/// The teller's full window, for whoever is signed in. The link must outlive it.
class TellerWindow : public QWidget
{
    Q_OBJECT

public:
    TellerWindow(BranchLink &link, Language &language, StartAs startAs = {}, QWidget *parent = nullptr);

    [[nodiscard]] TellerDesk &desk() { return m_desk; }
    [[nodiscard]] WorkPage &workPage() { return *m_work; }
    [[nodiscard]] ChoosePage &choosePage() { return *m_choose; }
    [[nodiscard]] BarMode &barMode() { return *m_barMode; }
    /// Does what a key does at the counter, also while the window is not shown. False when it does nothing there,
    /// or nobody is at work.
    bool press(QKeyCombination key);
    /// Signs out, after a question in place when a counter is open.
    void askToSignOut();
    /// Signs off the counter, after a question in place when somebody is parked here.
    void askToSignOff();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void tick();
    void retranslate();
    void onFailed(const Error &error);
    void startIfAsked();
    /// Who is at the counter, or comes next, for the bar.
    void tellBar();
    void ask(const QString &text, const QStringList &answers, std::vector<std::function<void()>> deeds);
    /// "A007, A012 are parked here…", and who waits for this counter alone; empty where nobody does.
    [[nodiscard]] QString leftWarning() const;

    BranchLink &m_link;
    StartAs m_startAs;
    TellerDesk m_desk;
    QTimer m_tick;
    WindowHeader *m_header;
    QPushButton *m_toBar;
    QPushButton *m_signOff;
    QWidget *m_questionBar; ///< room for the question, hidden without one
    InlineQuestion *m_question;
    /// What an answer does, by its number.
    std::vector<std::function<void()>> m_answers;
    QStackedWidget *m_pages;
    ChoosePage *m_choose;
    WorkPage *m_work;
    EmptyState *m_noRight;
    BarMode *m_barMode;
};

} // namespace tiepdon
