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
    : QWidget(parent), m_link(link), m_options(options), m_zones(options.zones), m_calls(link),
      m_zoneName(new FitText(this, FitText::Ink::Brand, QFont::DemiBold)),
      m_branchName(new FitText(this, FitText::Ink::Plain, QFont::DemiBold)),
      m_branchNameOther(new FitText(this, FitText::Ink::Muted)),
      m_clock(new FitText(this, FitText::Ink::Plain, QFont::DemiBold)),
      m_date(new FitText(this, FitText::Ink::Muted)),
      m_stale(new FitText(this, FitText::Ink::OnWarn, QFont::DemiBold)),
      m_zoneBand(new FitText(this, FitText::Ink::OnWarn, QFont::DemiBold)),
      m_call(new CallPanel(options.languages, options.isStill, this)),
      m_callBoard(new CallBoard(m_calls, link, options.languages, this)),
      m_waitBoard(new WaitBoard(link, options.languages, m_zones, this)),
      m_notice(new FitText(this, FitText::Ink::Plain, QFont::Bold)),
      m_noticeOther(new FitText(this, FitText::Ink::Plain, QFont::DemiBold)),
      m_hint(new FitText(this, FitText::Ink::Muted)), m_hintOther(new FitText(this, FitText::Ink::Muted)),
      m_running(new RunningLine(options.isStill, this))
{
    setObjectName(QStringLiteral("lobbyWindow"));
    setWindowTitle(QStringLiteral("Tiếp Đón"));
    setCursor(Qt::BlankCursor);
    m_zoneName->setObjectName(QStringLiteral("zoneName"));
    m_zoneBand->setObjectName(QStringLiteral("zoneBand"));
    m_branchName->setObjectName(QStringLiteral("branchName"));
    m_branchNameOther->setObjectName(QStringLiteral("branchNameOther"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_date->setObjectName(QStringLiteral("date"));
    m_stale->setObjectName(QStringLiteral("staleBand"));
    m_notice->setObjectName(QStringLiteral("notice"));
    m_noticeOther->setObjectName(QStringLiteral("noticeOther"));
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hintOther->setObjectName(QStringLiteral("hintOther"));
    m_clock->setAlignment(Qt::AlignRight);
    m_date->setAlignment(Qt::AlignRight);
    for (FitText *centred : {m_stale, m_zoneBand, m_notice, m_noticeOther, m_hint, m_hintOther})
        centred->setAlignment(Qt::AlignHCenter);

    connect(&link, &BranchLink::statusChanged, this, &LobbyWindow::refresh);
    connect(&link, &BranchLink::stateReplaced, this, &LobbyWindow::refresh);
    connect(&link, &BranchLink::publicEvent, this, &LobbyWindow::onEvent);
    connect(&link, &BranchLink::messagesChanged, this, &LobbyWindow::refresh);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &LobbyWindow::refresh);
    m_tick.start();
    refresh();
}

void LobbyWindow::onEvent(const PublicEvent &event)
{
    refresh();
    if (const auto *shown = std::get_if<publicevent::CallShown>(&event); shown && m_zones.shows(shown->call.zone))
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
    m_zones.look(shown.zones);
    m_calls.setZones(m_zones.ids());
    refreshHeader();
    refreshNotice();
    m_call->setStale(isStale());
    m_call->setCall(m_calls.calls().empty() ? std::nullopt : std::optional(m_calls.calls().front()));
    m_callBoard->setStale(isStale());
    m_waitBoard->setStale(isStale());

    const bool isCalling = hasState() && shown.isOpen && !isLost();
    for (QWidget *part :
         {static_cast<QWidget *>(m_call), static_cast<QWidget *>(m_callBoard), static_cast<QWidget *>(m_waitBoard)})
        part->setVisible(isCalling);
    for (QWidget *part : {m_notice, m_noticeOther, m_hint, m_hintOther})
        part->setVisible(!isCalling);
    refreshBands();
}

void LobbyWindow::setBand(FitText &band, const LocalText &text)
{
    const ScreenLanguages &languages = m_options.languages;
    band.setText(languages.oneLine(text));
    const QString other = languages.second(text);
    band.setLines(isPortrait() && !other.isEmpty() ? QStringList{languages.first(text), other} : QStringList{});
}

void LobbyWindow::refreshBands()
{
    setBand(*m_stale,
            lobbytext::filled(lobbytext::both(lobbytext::kStale),
                              clockText(m_link.asOfMs(), m_link.shown().utcOffsetMin)));
    setBand(*m_zoneBand,
            lobbytext::filled(lobbytext::both(lobbytext::kNoZone), m_zones.missing().join(QStringLiteral(", "))));
    const bool isZoneMissing = hasState() && !isLost() && !m_zones.missing().isEmpty();
    m_running->setTexts(runningTexts());
    // a message can wait while there is something to be said about the data
    const bool hasMessage = !m_running->text().isEmpty() && !isStale();
    const std::pair<QWidget *, bool> shown[]
        = {{m_stale, isStale()}, {m_zoneBand, isZoneMissing}, {m_running, hasMessage}};
    bool isNew = false;
    for (const auto &[part, isShown] : shown) {
        isNew = isNew || part->isVisibleTo(this) != isShown;
        part->setVisible(isShown);
    }
    if (isNew)
        layOut();
}

bool LobbyWindow::isHere(ZoneId zone) const
{
    return !zone.isSet() || m_zones.isWholeBranch() || m_zones.shows(zone);
}

QStringList LobbyWindow::runningTexts() const
{
    QStringList texts;
    // what the branch has to say now goes first; old is never shown as now
    if (hasState() && !isStale()) {
        for (const BranchMessage &message : m_link.messages().messages) {
            if (message.to != MessageTo::Lobby || message.untilMs <= m_link.hubNowMs() || !isHere(message.zone))
                continue;
            const QString first = m_options.languages.first(message.text);
            const QString second = m_options.languages.second(message.text);
            texts << first;
            if (second != first)
                texts << second;
        }
    }
    texts << m_options.message;
    // why the order is not that of the numbers is of interest while numbers are called
    if (m_options.saysWhy && hasState() && m_link.shown().isOpen && !isLost()) {
        const LocalText why = lobbytext::both(lobbytext::kWhyOthers);
        texts << m_options.languages.first(why) << m_options.languages.second(why);
    }
    texts.removeAll(QString());
    return texts;
}

void LobbyWindow::refreshHeader()
{
    const PublicState &shown = m_link.shown();
    const ScreenLanguages &languages = m_options.languages;
    QStringList zones;
    for (const Zone &zone : m_zones.found())
        zones << languages.oneLine(zone.name);
    const QString zoneName = hasState() ? zones.join(QStringLiteral("  ·  ")) : QString();
    const bool isZoneNew = zoneName.isEmpty() != m_zoneName->text().isEmpty();
    m_zoneName->setText(zoneName);
    // with a zone above it the branch has one line
    m_branchName->setText(zoneName.isEmpty() ? languages.first(shown.branch) : languages.oneLine(shown.branch));
    m_branchNameOther->setText(zoneName.isEmpty() ? languages.second(shown.branch) : QString());
    m_clock->setText(hasState() ? clockText(m_link.hubNowMs(), shown.utcOffsetMin) : QString());
    m_date->setText(hasState() ? QDateTime::fromMSecsSinceEpoch(m_link.hubNowMs(), Qt::OffsetFromUTC,
                                                                static_cast<int>(shown.utcOffsetMin * 60))
                                     .toString(QStringLiteral("dd/MM/yyyy"))
                               : QString());
    if (isZoneNew)
        layOut();
}

void LobbyWindow::refreshNotice()
{
    const std::vector<Zone> &defined = m_link.shown().zones;
    const ScreenLanguages &languages = m_options.languages;
    LocalText notice = lobbytext::both(hasState() ? lobbytext::kClosed : lobbytext::kConnecting);
    LocalText hint = lobbytext::both(hasState() ? lobbytext::kClosedHint : lobbytext::kConnectingHint);
    if (isWithdrawn()) {
        notice = lobbytext::both(lobbytext::kRevoked);
        hint = lobbytext::both(lobbytext::kRevokedHint);
    } else if (isLost()) {
        notice
            = lobbytext::filled(lobbytext::both(lobbytext::kNoZone), m_zones.missing().join(QStringLiteral(", ")));
        hint = lobbytext::both(defined.empty() ? lobbytext::kNoZonesYet : lobbytext::kZonesAre);
        QStringList vi;
        QStringList en;
        for (const Zone &zone : defined) {
            vi << QStringLiteral("%1 %2").arg(zone.id.value).arg(fromUtf8(zone.name.vi));
            en << QStringLiteral("%1 %2").arg(zone.id.value).arg(fromUtf8(zone.name.english()));
        }
        hint.vi = fromUtf8(hint.vi).replace(QLatin1String("%1"), vi.join(QStringLiteral(" · "))).toStdString();
        hint.en = fromUtf8(hint.en).replace(QLatin1String("%1"), en.join(QStringLiteral(" · "))).toStdString();
    }
    m_notice->setText(languages.first(notice));
    m_noticeOther->setText(languages.second(notice));
    m_hint->setText(languages.first(hint));
    m_hintOther->setText(languages.second(hint));
}

void LobbyWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshBands();
    layOut();
}

void LobbyWindow::layOut()
{
    const bool isPortrait = this->isPortrait();
    // what text sizes are a share of: the height of a wide screen, less on a tall one
    const int base
        = isPortrait ? std::min(width(), height() * 9 / 16) * 19 / 20 : std::min(height(), width() * 9 / 16);
    const int margin = base * 3 / 100;
    QRect area = rect().adjusted(margin, margin, -margin, -margin);

    const int header = base * 8 / 100;
    layOutHeader(QRect(area.left(), area.top(), area.width(), header), base);
    area.setTop(area.top() + header + margin * 2 / 3);

    if (m_running->isVisibleTo(this)) {
        const int line = base * 65 / 1000;
        m_running->setGeometry(0, height() - line, width(), line);
        m_running->setTextSize(base * 32 / 1000);
        area.setBottom(height() - line - margin * 2 / 3);
    }
    for (FitText *band : {m_stale, m_zoneBand}) {
        if (!band->isVisibleTo(this))
            continue;
        const int height = base * (isPortrait ? 115 : 75) / 1000;
        band->setGeometry(0, area.top(), width(), height);
        band->setPixelSize(base * 36 / 1000);
        area.setTop(area.top() + height + margin * 2 / 3);
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

void LobbyWindow::layOutHeader(QRect area, int base)
{
    const int right = base * 34 / 100;
    const int header = area.height();
    const QRect upper(area.left(), area.top(), area.width() - right, header * 58 / 100);
    const QRect lower(area.left(), area.top() + header * 58 / 100, area.width() - right, header * 42 / 100);
    const bool hasZone = !m_zoneName->text().isEmpty();
    m_zoneName->setGeometry(upper);
    m_zoneName->setPixelSize(base * 40 / 1000);
    m_branchName->setGeometry(hasZone ? lower : upper);
    m_branchName->setPixelSize(base * (hasZone ? 25 : 40) / 1000);
    m_branchNameOther->setGeometry(lower);
    m_branchNameOther->setPixelSize(base * 25 / 1000);
    m_clock->setGeometry(area.right() + 1 - right, area.top(), right, header * 62 / 100);
    m_date->setGeometry(area.right() + 1 - right, area.top() + header * 64 / 100, right, header * 36 / 100);
    m_clock->setPixelSize(base * 58 / 1000);
    m_date->setPixelSize(base * 25 / 1000);
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
