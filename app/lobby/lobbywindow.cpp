// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/lobbywindow.h"

#include "app/lobby/lobbytext.h"
#include "ui/session/timetext.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>

namespace tiepdon {

LobbyWindow::LobbyWindow(BranchLink &link, const LobbyOptions &options, QWidget *parent)
    : QWidget(parent), m_link(link), m_options(options), m_calls(link),
      m_branchName(new FitText(this, FitText::Ink::Plain, QFont::DemiBold)),
      m_branchNameOther(new FitText(this, FitText::Ink::Muted)),
      m_clock(new FitText(this, FitText::Ink::Plain, QFont::DemiBold)),
      m_date(new FitText(this, FitText::Ink::Muted)),
      m_stale(new FitText(this, FitText::Ink::OnWarn, QFont::DemiBold)),
      m_call(new CallPanel(options.languages, options.isStill, this)),
      m_callBoard(new CallBoard(m_calls, link, options.languages, this)),
      m_waitBoard(new WaitBoard(link, options.languages, this)),
      m_notice(new FitText(this, FitText::Ink::Plain, QFont::Bold)),
      m_noticeOther(new FitText(this, FitText::Ink::Plain, QFont::DemiBold)),
      m_hint(new FitText(this, FitText::Ink::Muted)), m_hintOther(new FitText(this, FitText::Ink::Muted)),
      m_running(new RunningLine(options.message, options.isStill, this))
{
    setObjectName(QStringLiteral("lobbyWindow"));
    setWindowTitle(QStringLiteral("Tiếp Đón"));
    setCursor(Qt::BlankCursor);
    m_branchName->setObjectName(QStringLiteral("branchName"));
    m_branchNameOther->setObjectName(QStringLiteral("branchNameOther"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_date->setObjectName(QStringLiteral("date"));
    m_stale->setObjectName(QStringLiteral("staleBand"));
    m_notice->setObjectName(QStringLiteral("notice"));
    m_noticeOther->setObjectName(QStringLiteral("noticeOther"));
    m_clock->setAlignment(Qt::AlignRight);
    m_date->setAlignment(Qt::AlignRight);
    for (FitText *centred : {m_stale, m_notice, m_noticeOther, m_hint, m_hintOther})
        centred->setAlignment(Qt::AlignHCenter);
    m_running->setVisible(!options.message.isEmpty());

    connect(&link, &BranchLink::statusChanged, this, &LobbyWindow::refresh);
    connect(&link, &BranchLink::stateReplaced, this, &LobbyWindow::refresh);
    connect(&link, &BranchLink::publicEvent, this, &LobbyWindow::onEvent);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &LobbyWindow::refresh);
    m_tick.start();
    refresh();
}

void LobbyWindow::onEvent(const PublicEvent &event)
{
    refresh();
    if (std::holds_alternative<publicevent::CallShown>(event))
        m_call->flash();
}

bool LobbyWindow::isWithdrawn() const
{
    const ErrorCode code = m_link.problem().code;
    return m_link.status() == BranchLink::Status::Refused
        && (code == ErrorCode::DeviceRevoked || code == ErrorCode::DeviceUnknown);
}

void LobbyWindow::refresh()
{
    const PublicState &shown = m_link.shown();
    const bool isCalling = hasState() && shown.isOpen;
    const ScreenLanguages &languages = m_options.languages;
    m_branchName->setText(languages.first(shown.branch));
    m_branchNameOther->setText(languages.second(shown.branch));
    m_clock->setText(hasState() ? clockText(m_link.hubNowMs(), shown.utcOffsetMin) : QString());
    m_date->setText(hasState() ? QDateTime::fromMSecsSinceEpoch(m_link.hubNowMs(), Qt::OffsetFromUTC,
                                                                static_cast<int>(shown.utcOffsetMin * 60))
                                     .toString(QStringLiteral("dd/MM/yyyy"))
                               : QString());

    m_call->setStale(isStale());
    m_call->setCall(shown.calls.empty() ? std::nullopt : std::optional(shown.calls.front()));
    m_callBoard->setStale(isStale());
    m_waitBoard->setStale(isStale());
    const LocalText notice = lobbytext::both(isWithdrawn()    ? lobbytext::kRevoked
                                                 : hasState() ? lobbytext::kClosed
                                                              : lobbytext::kConnecting);
    const LocalText hint = lobbytext::both(isWithdrawn()    ? lobbytext::kRevokedHint
                                               : hasState() ? lobbytext::kClosedHint
                                                            : lobbytext::kConnectingHint);
    m_notice->setText(languages.first(notice));
    m_noticeOther->setText(languages.second(notice));
    m_hint->setText(languages.first(hint));
    m_hintOther->setText(languages.second(hint));
    m_stale->setText(languages.oneLine(
        lobbytext::filled(lobbytext::both(lobbytext::kStale), clockText(m_link.asOfMs(), shown.utcOffsetMin))));

    for (QWidget *part :
         {static_cast<QWidget *>(m_call), static_cast<QWidget *>(m_callBoard), static_cast<QWidget *>(m_waitBoard)})
        part->setVisible(isCalling);
    for (QWidget *part : {m_notice, m_noticeOther, m_hint, m_hintOther})
        part->setVisible(!isCalling);
    const bool isBandNew = m_stale->isVisibleTo(this) != isStale();
    m_stale->setVisible(isStale());
    if (isBandNew)
        layOut();
}

void LobbyWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void LobbyWindow::layOut()
{
    const bool isPortrait = height() > width();
    // what text sizes are a share of: the height of a wide screen, less on a tall one
    const int base
        = isPortrait ? std::min(width(), height() * 9 / 16) * 19 / 20 : std::min(height(), width() * 9 / 16);
    const int margin = base * 3 / 100;
    QRect area = rect().adjusted(margin, margin, -margin, -margin);

    const int header = base * 8 / 100;
    const int right = base * 34 / 100;
    m_branchName->setGeometry(area.left(), area.top(), area.width() - right, header * 58 / 100);
    m_branchNameOther->setGeometry(area.left(), area.top() + header * 58 / 100, area.width() - right,
                                   header * 42 / 100);
    m_clock->setGeometry(area.right() + 1 - right, area.top(), right, header * 62 / 100);
    m_date->setGeometry(area.right() + 1 - right, area.top() + header * 64 / 100, right, header * 36 / 100);
    m_branchName->setPixelSize(base * 40 / 1000);
    m_branchNameOther->setPixelSize(base * 25 / 1000);
    m_clock->setPixelSize(base * 58 / 1000);
    m_date->setPixelSize(base * 25 / 1000);
    area.setTop(area.top() + header + margin * 2 / 3);

    if (m_running->isVisibleTo(this)) {
        const int line = base * 65 / 1000;
        m_running->setGeometry(0, height() - line, width(), line);
        m_running->setTextSize(base * 32 / 1000);
        area.setBottom(height() - line - margin * 2 / 3);
    }
    if (m_stale->isVisibleTo(this)) {
        const int band = base * 75 / 1000;
        m_stale->setGeometry(0, area.top(), width(), band);
        m_stale->setPixelSize(base * 36 / 1000);
        area.setTop(area.top() + band + margin * 2 / 3);
    }
    layOutCalls(area, base, isPortrait);

    const int big = base * 90 / 1000;
    int y = area.center().y() - big * 2;
    m_notice->setGeometry(area.left(), y, area.width(), big * 13 / 10);
    m_notice->setPixelSize(big);
    y += big * 14 / 10;
    m_noticeOther->setGeometry(area.left(), y, area.width(), big);
    m_noticeOther->setPixelSize(big * 6 / 10);
    y += big * 14 / 10;
    m_hint->setGeometry(area.left(), y, area.width(), big * 6 / 10);
    m_hint->setPixelSize(big * 42 / 100);
    y += big * 6 / 10;
    m_hintOther->setGeometry(area.left(), y, area.width(), big * 6 / 10);
    m_hintOther->setPixelSize(big * 36 / 100);
}

void LobbyWindow::layOutCalls(QRect area, int base, bool isPortrait)
{
    m_call->setScreen(height(), isPortrait);
    const int gap = base * 3 / 100;
    const int panel = isPortrait ? m_call->heightFor(area.width()) : height() * 35 / 100;
    m_call->setGeometry(area.left(), area.top(), area.width(), panel);
    area.setTop(area.top() + panel + gap);
    const int text = base * 34 / 1000;
    m_callBoard->setTextSize(text);
    m_waitBoard->setTextSize(text);
    if (isPortrait) {
        const int calls = area.height() * 52 / 100;
        m_callBoard->setGeometry(area.left(), area.top(), area.width(), calls);
        m_waitBoard->setGeometry(area.left(), area.top() + calls + gap, area.width(), area.height() - calls - gap);
        return;
    }
    const int half = (area.width() - 2 * gap) / 2;
    m_callBoard->setGeometry(area.left(), area.top(), half, area.height());
    m_waitBoard->setGeometry(area.right() + 1 - half, area.top(), half, area.height());
}

void LobbyWindow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), theme().ground); }

} // namespace tiepdon
