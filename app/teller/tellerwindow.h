// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"
#include "ui/session/language.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tiepdon {

class ChoosePage;
class FigureLabel;
class WorkPage;

/// Who should sign on by itself when the window opens. A `counter` number of 0: nobody.
struct StartAs {
    std::int64_t counter = 0; ///< as on its sign
    QString staff; ///< a name or an id
    ProfileId profile; ///< 0: the counter's own
};

/// The teller's full window. The link must outlive it.
class TellerWindow : public QWidget
{
    Q_OBJECT

public:
    TellerWindow(BranchLink &link, Language &language, StartAs startAs = {}, QWidget *parent = nullptr);

    [[nodiscard]] TellerDesk &desk() { return m_desk; }
    [[nodiscard]] WorkPage &workPage() { return *m_work; }
    [[nodiscard]] ChoosePage &choosePage() { return *m_choose; }

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    void refresh();
    void tick();
    void retranslate();
    void onFailed(const Error &error);
    void startIfAsked();

    BranchLink &m_link;
    Language &m_language;
    StartAs m_startAs;
    TellerDesk m_desk;
    QTimer m_tick;
    QLabel *m_branchName;
    QLabel *m_where;
    FigureLabel *m_clock;
    QPushButton *m_languageButton;
    QPushButton *m_signOff;
    QStackedWidget *m_pages;
    ChoosePage *m_choose;
    WorkPage *m_work;
};

} // namespace tiepdon
