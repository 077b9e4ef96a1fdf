// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lobby/boards.h"
#include "app/lobby/callpanel.h"
#include "app/lobby/fittext.h"
#include "app/lobby/lobbyoptions.h"
#include "core/client/branchlink.h"

#include <QTimer>
#include <QWidget>

namespace tiepdon {

/// The display of a branch's hall. Asks nothing, opens nothing, and shows by itself what the link brings.
/// The link must outlive it.
class LobbyWindow : public QWidget
{
    Q_OBJECT

public:
    LobbyWindow(BranchLink &link, const LobbyOptions &options, QWidget *parent = nullptr);

    [[nodiscard]] CallPanel &callPanel() { return *m_call; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void onEvent(const PublicEvent &event);
    void refresh();
    void refreshHeader();
    void refreshBands();
    /// On two lines where the screen is narrow.
    void setBand(FitText &band, const LocalText &text);
    [[nodiscard]] bool isPortrait() const { return height() > width(); }
    void refreshNotice();
    /// Nothing of what was asked for can be shown: its zones are not defined.
    [[nodiscard]] bool isLost() const { return hasState() && !m_zones.isWholeBranch() && m_zones.found().empty(); }
    [[nodiscard]] QStringList runningTexts() const;
    /// Whether a message for a zone (0: everywhere) is for this display.
    [[nodiscard]] bool isHere(ZoneId zone) const;
    void layOut();
    void layOutHeader(QRect area, int base);
    void layOutCalls(QRect area, int base, bool isPortrait);
    [[nodiscard]] bool hasState() const { return m_link.asOfMs() > 0 && !isWithdrawn(); }
    /// The hub knows this device no more: what it showed last is nobody's business now.
    [[nodiscard]] bool isWithdrawn() const;
    [[nodiscard]] bool isStale() const { return hasState() && m_link.status() != BranchLink::Status::Live; }

    BranchLink &m_link;
    LobbyOptions m_options;
    ZoneChoice m_zones;
    CallsModel m_calls;
    QTimer m_tick;
    FitText *m_zoneName;
    FitText *m_branchName;
    FitText *m_branchNameOther;
    FitText *m_clock;
    FitText *m_date;
    FitText *m_stale;
    FitText *m_zoneBand;
    CallPanel *m_call;
    CallBoard *m_callBoard;
    WaitBoard *m_waitBoard;
    FitText *m_notice;
    FitText *m_noticeOther;
    FitText *m_hint;
    FitText *m_hintOther;
    RunningLine *m_running;
};

} // namespace tiepdon
