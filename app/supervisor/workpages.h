// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/railbutton.h"
#include "app/supervisor/supervisordesk.h"

#include <QStackedWidget>

#include <functional>
#include <string_view>
#include <vector>

namespace tiepdon {

class DayPage;

/// A page of the rail, and what it needs.
struct WorkPage {
    RailButton::Sign sign = RailButton::Sign::Floor; ///< also what it goes by
    QString buttonName;
    std::string_view right; ///< row of the table of permissions; who has none does not see it
    bool needsDay = false; ///< while no day is open the page of the day stands in its place
    std::function<QString()> word;
    std::function<QWidget &()> page; ///< makes it when it is first asked for, as a child of the pages
    std::function<void()> enter; ///< when it comes into view; may be empty
    std::function<void()> tick; ///< each second while it is in view; may be empty
};

/// The pages of the supervisor's window, one in view, and the buttons that lead to them. A page is made when it is
/// first shown: a window with all of them takes several times as long to open. The desk must outlive it.
class WorkPages : public QStackedWidget
{
    Q_OBJECT

public:
    explicit WorkPages(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Adds a page behind those there are; its key is Ctrl and its number, in the whole of `window`.
    void add(WorkPage page, QWidget &window);
    /// For the rail, in order.
    [[nodiscard]] std::vector<RailButton *> buttons() const;
    [[nodiscard]] RailButton &button(RailButton::Sign sign) const;
    /// Whether who is signed in may see any page.
    [[nodiscard]] bool maySeeAny() const;
    /// Shows a page; who may not see it gets the first they may.
    void go(RailButton::Sign sign);
    /// The page chosen, once more: as when it comes into view.
    void goBack();
    /// The page in view is the one chosen, or the day's in its place, or another where that may not be seen now.
    void place();
    void tick();
    void retranslate();

private:
    struct Listed {
        WorkPage page;
        RailButton *button = nullptr;
        QString key;
    };
    [[nodiscard]] bool maySee(const Listed &listed) const;
    /// Brings the chosen page, or the day's, into view; false where it was.
    bool bringIn();
    void enter();

    SupervisorDesk &m_desk;
    DayPage *m_dayPage;
    std::vector<Listed> m_listed; ///< in the rail's order
    int m_chosen = -1; ///< of them
};

} // namespace tiepdon
