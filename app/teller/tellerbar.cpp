// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/tellerbar.h"

#include "app/teller/choicepanel.h"
#include "app/teller/workpage.h"
#include "app/teller/x11window.h"
#include "ui/models/queuesmodel.h"
#include "ui/customer/customerword.h"
#include "ui/session/breakword.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/text.h"
#include "ui/widgets/timerring.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>

#include <utility>

namespace tiepdon {
namespace {

constexpr int kGap = 6;
/// A question of a choice is readable from here; with less room the window is opened for it.
constexpr int kQuestionWidth = 200;
/// Something noted gives the line back after this.
constexpr int kNoteMs = 12000;
/// The least a name and a service are given.
constexpr int kWordsWidth = 220;
/// Where a line is narrower, the chord's name is left out.
constexpr int kChordWidth = 1200;
constexpr int kSpacing = 12;

QString keyFigure(int option) { return QString::number((option + 1) % 10); }

} // namespace

TellerBar::TellerBar(TellerDesk &desk, const WorkPage &work, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_work(work), m_state(new StateChip(this)),
      m_number(new FigureLabel(this, sizes::kTitle, QFont::Bold)), m_name(new ElidedLabel(this)),
      m_needs(new ElidedLabel(this)), m_service(new ElidedLabel(this)),
      m_clock(new FigureLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_pace(new StateChip(this)),
      m_said(new ElidedLabel(this)), m_row(new QHBoxLayout(this)), m_buttonRow(new QHBoxLayout),
      m_chord(new ElidedLabel(this)), m_full(new KeyButton(QStringLiteral("F12"), false, this))
{
    setObjectName(QStringLiteral("tellerBar"));
    setWindowFlags(Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::WindowDoesNotAcceptFocus);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_X11NetWmWindowTypeDock); // window managers neither focus, cover, nor list it
    setAttribute(Qt::WA_AlwaysShowToolTips); // it is never the active window
    setAttribute(Qt::WA_QuitOnClose);
    setProperty("panel", QStringLiteral("bar"));
    setFixedHeight(kHeight);

    m_state->setObjectName(QStringLiteral("barState"));
    m_number->setObjectName(QStringLiteral("barNumber"));
    m_name->setObjectName(QStringLiteral("barName"));
    m_name->setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
    m_needs->setObjectName(QStringLiteral("barNeeds"));
    m_needs->setFont(textFont(sizes::kText, QFont::DemiBold));
    m_needs->setProperty("ink", QStringLiteral("warn"));
    m_service->setObjectName(QStringLiteral("barService"));
    m_service->setFont(textFont(sizes::kText));
    m_clock->setObjectName(QStringLiteral("barClock"));
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_pace->setObjectName(QStringLiteral("barPace"));
    m_pace->setFont(textFont(sizes::kText, QFont::Medium));
    m_said->setObjectName(QStringLiteral("barSaid"));
    m_said->setFont(textFont(sizes::kText, QFont::Medium));
    m_chord->setObjectName(QStringLiteral("barChord"));
    m_chord->setFont(textFont(sizes::kTextSmall));
    m_chord->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_full->setObjectName(QStringLiteral("fullWindowButton"));
    m_full->setCompact();
    m_full->setFocusPolicy(Qt::NoFocus);
    for (ElidedLabel *whole : {m_name, m_needs})
        whole->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);

    m_row->setContentsMargins(kSpacing, 0, 4, 0);
    m_row->setSpacing(kSpacing);
    m_row->addWidget(m_state);
    m_row->addWidget(m_number);
    m_row->addWidget(m_name);
    m_row->addWidget(m_needs);
    m_row->addWidget(m_service, 1);
    m_row->addWidget(m_said, 1);
    m_row->addWidget(m_clock);
    m_row->addWidget(m_pace);
    m_buttonRow->setSpacing(kGap);
    m_row->addLayout(m_buttonRow);
    m_row->addWidget(m_chord);
    m_row->addWidget(m_full);

    connect(m_full, &QPushButton::clicked, this, [this] { Q_EMIT keyAsked(Qt::Key_F12); });
    connect(&desk, &TellerDesk::changed, this, &TellerBar::refresh);
    retranslate();
}

void TellerBar::setCustomer(const QString &name, const QStringList &needs)
{
    m_customerOf = shownTicket();
    m_customerName = name;
    m_customerNeeds = needs;
    refresh();
}

void TellerBar::setChord(const QString &text, Tone tone)
{
    m_chord->setText(text);
    m_chordTone = tone;
    m_chord->setVisible(!text.isEmpty() && width() >= kChordWidth);
    setStyleProperty(*m_chord, "ink", tone == Tone::Warn ? QStringLiteral("warn") : QStringLiteral("muted"));
    refresh();
}

void TellerBar::setLent(bool isLent)
{
    m_isLent = isLent;
    refresh();
}

void TellerBar::setRefused(const QString &text)
{
    m_refused = text;
    refresh();
}

void TellerBar::present(QScreen *screen)
{
    if (screen && screen != m_screen) {
        if (m_screen)
            m_screen->disconnect(this);
        m_screen = screen;
        connect(screen, &QScreen::availableGeometryChanged, this, &TellerBar::place);
        connect(screen, &QObject::destroyed, this, [this] { m_screen = nullptr; });
    }
    place();
    refresh();
    show();
    raise();
}

void TellerBar::place()
{
    if (!m_screen)
        return;
    const QRect room = m_screen->availableGeometry();
    const QRect now = geometry();
    // what it keeps free for itself is not another program's
    if (isVisible() && room.top() == now.bottom() + 1 && room.left() == now.left() && room.width() == now.width())
        return;
    setGeometry(room.x(), room.y(), room.width(), kHeight);
    makePanel(*this);
    refresh();
}

TicketId TellerBar::shownTicket() const
{
    if (const Ticket *mine = m_desk.ticket())
        return mine->id;
    const auto next = m_desk.next();
    return next ? next->ticket : TicketId{};
}

QString TellerBar::noteToSay()
{
    const QString note = m_work.note();
    if (note != m_note) {
        m_note = note;
        m_noteSince.restart();
    }
    return note.isEmpty() || m_noteSince.hasExpired(kNoteMs) ? QString() : note;
}

void TellerBar::refresh()
{
    const QString opens = tr("F12 opens the window.");
    const QString note = noteToSay();
    const auto access = m_desk.link().access();
    const std::vector<Offer> close{{Qt::Key_Escape, QStringLiteral("Esc"), tr("Close")}};
    if (m_isLent)
        showSaid(tr("Key?"), Tone::Info, tr("Press the key you mean. Esc gives the keyboard back."), {});
    else if (access == BranchLink::Access::Locked)
        showSaid(tr("Locked"), Tone::Neutral, opens, {});
    else if (access != BranchLink::Access::SignedIn)
        showSaid(tr("Not signed in"), Tone::Neutral, opens, {});
    else if (!m_desk.isAtWork())
        showSaid(tr("At no counter"), Tone::Neutral, m_desk.isLive() ? opens : tr("The hub cannot be reached."),
                 {});
    else if (const QString error = m_work.errorText(); !error.isEmpty())
        showSaid(tr("Not done"), Tone::Bad, error + QLatin1Char(' ') + opens, close);
    else if (m_work.asked())
        showChoice();
    else if (m_work.isSearching())
        showSaid(tr("Choose"), Tone::Info, tr("There is more to choose than this line can hold.") + u' ' + opens,
                 {{Qt::Key_Escape, QStringLiteral("Esc"), tr("Cancel")}});
    else if (!m_refused.isEmpty())
        showSaid(tr("Not done"), Tone::Warn, m_refused, fitting(offers()));
    else if (const QString goal = m_work.goalQuestion(); !goal.isEmpty())
        showSaid(tr("Goal?"), Tone::Info, goal, goalOffers());
    else if (const BranchMessage *message = m_desk.message())
        showSaid(tr("Message"), Tone::Info, fromUtf8(message->text.vi), messageOffers());
    else if (!note.isEmpty())
        showSaid(tr("Note"), Tone::Info, note, close);
    else if (const QString reason = m_work.reasonLine(); !reason.isEmpty())
        showSaid(tr("Why?"), Tone::Info, reason, close);
    else
        showCounter();
    // what task lists and tests read: no name is in it
    QStringList title{tr("Tiếp Đón teller bar"), m_state->text()};
    if (!m_number->isHidden())
        title << m_number->text();
    if (m_chordTone == Tone::Warn)
        title << m_chord->text();
    setWindowTitle(title.join(QStringLiteral(" · ")));
    setAccessibleName(text());
}

QString TellerBar::text() const
{
    QStringList parts;
    const auto add = [&parts](const QWidget *widget, const QString &words) {
        if (!widget->isHidden() && !words.isEmpty())
            parts << words;
    };
    add(m_state, m_state->text());
    add(m_number, m_number->text());
    add(m_name, m_name->text());
    add(m_needs, m_needs->text());
    add(m_service, m_service->text());
    add(m_said, m_said->text());
    add(m_clock, m_clock->text());
    add(m_pace, m_pace->text());
    return parts.join(QStringLiteral(" · "));
}

void TellerBar::showSaid(const QString &word, Tone tone, const QString &sentence, const std::vector<Offer> &offers)
{
    m_state->setState(word, tone);
    m_said->setText(sentence);
    m_said->show();
    for (QWidget *ofTicket :
         {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_needs),
          static_cast<QWidget *>(m_service), static_cast<QWidget *>(m_clock), static_cast<QWidget *>(m_pace)})
        ofTicket->hide();
    offer(offers);
}

void TellerBar::showChoice()
{
    const ChoiceWords &words = m_work.asked()->words();
    const std::vector<Offer> options = choiceOffers();
    int room = width() - kQuestionWidth - m_state->sizeHint().width() - m_full->sizeHint().width() - 5 * kSpacing;
    if (!m_chord->isHidden())
        room -= m_chord->sizeHint().width() + kSpacing;
    if (words.options.size() <= 10 && widthOf(options) <= room) {
        showSaid(tr("Choose"), Tone::Info, words.title, options);
        return;
    }
    showSaid(tr("Choose"), Tone::Info, words.title + QLatin1Char(' ') + tr("F12 opens the window."),
             {{Qt::Key_Escape, QStringLiteral("Esc"), tr("Cancel")}});
}

std::vector<TellerBar::Offer> TellerBar::choiceOffers() const
{
    const ChoiceWords &words = m_work.asked()->words();
    const bool isReady = !m_desk.isConfirming();
    std::vector<Offer> all;
    for (int i = 0; i < words.options.size(); ++i)
        all.push_back(
            {static_cast<Qt::Key>(Qt::Key_0 + (i + 1) % 10), keyFigure(i), words.options[i], false, isReady});
    if (!words.skip.isEmpty())
        all.push_back({Qt::Key_Return, QStringLiteral("Enter"), words.skip, false, isReady});
    all.push_back({Qt::Key_Escape, QStringLiteral("Esc"), tr("Cancel")});
    return all;
}

std::vector<TellerBar::Offer> TellerBar::goalOffers() const
{
    std::vector<Offer> all;
    int figure = 1;
    for (const GoalReached reached : {GoalReached::Yes, GoalReached::Partly, GoalReached::No}) {
        all.push_back(
            {static_cast<Qt::Key>(Qt::Key_0 + figure), QString::number(figure), goalReachedWord(reached)});
        ++figure;
    }
    // never in the way of the next one
    const std::vector<Offer> others = offers();
    if (!others.empty())
        all.insert(all.begin(), others.front());
    return all;
}

std::vector<TellerBar::Offer> TellerBar::messageOffers() const
{
    std::vector<Offer> all{{Qt::CTRL | Qt::Key_M, QStringLiteral("Ctrl+M"), tr("Read"), false, m_desk.isLive()}};
    // never in the way of what comes next
    const std::vector<Offer> others = offers();
    if (!others.empty())
        all.insert(all.begin(), others.front());
    return all;
}

void TellerBar::showCounter()
{
    m_said->hide();
    if (const Ticket *ticket = m_desk.ticket()) {
        showTicket(*ticket);
    } else if (const Break *pause = m_desk.onBreak()) {
        m_state->setState(tr("Break"), Tone::Neutral);
        m_number->hide();
        m_name->hide();
        m_needs->hide();
        m_service->setText(breakWord(pause->reason));
        m_service->show();
        m_clock->setText(elapsedText(m_desk.link().hubNowMs() - pause->sinceMs));
        m_clock->show();
        m_pace->hide();
    } else {
        showNext();
    }
    const bool isKnown = m_customerOf.isSet() && m_customerOf == shownTicket() && !m_desk.onBreak();
    const QString needs = isKnown ? m_customerNeeds.join(QStringLiteral(" · ")) : QString();
    m_name->setText(isKnown ? m_customerName : QString());
    m_name->setVisible(!m_name->text().isEmpty());
    m_needs->setText(needs);
    m_needs->setVisible(!needs.isEmpty());
    offer(fitting(offers()));
}

void TellerBar::showTicket(const Ticket &ticket)
{
    const TimeMs now = m_desk.link().hubNowMs();
    const Service *service = m_desk.link().branch().service(ticket.step.service);
    const TimeMs expected = service ? service->expectedMs : 0;
    const TimeMs served = m_desk.startedMs().value_or(now) - ticket.step.servedBeforeMs;
    TimerFigures figures;
    switch (m_desk.inHand()) {
    case InHand::Serving:
        m_state->setState(tr("Serving"), Tone::Good);
        figures = {now - served, expected};
        break;
    case InHand::WrapUp:
        m_state->setState(tr("Wrap-up"), Tone::Info);
        figures = {now - ticket.step.wrapUpMs.value_or(now), 0};
        break;
    case InHand::Finished:
        m_state->setState(tr("Finished"), Tone::Neutral);
        figures = {ticket.step.wrapUpMs.value_or(m_desk.finishedMs().value_or(now)) - served, expected};
        break;
    case InHand::None:
    case InHand::Called:
        m_state->setState(ticket.step.recalls == 0 ? tr("Called") : tr("Called again"), Tone::Info);
        figures = {now - ticket.step.calledMs.value_or(now), 0};
        break;
    }
    if (!m_desk.isLive())
        m_state->setState(m_desk.link().kept() > 0 ? tr("Kept here") : tr("No hub"), Tone::Warn);
    m_number->setText(fromUtf8(ticket.number));
    m_number->show();
    m_service->setText(service ? inLanguage(service->name) : QString());
    m_service->show();
    const QString elapsed = elapsedText(*figures.elapsedMs);
    m_clock->setText(
        figures.expectedMs > 0 ? QStringLiteral("%1 / %2").arg(elapsed, elapsedText(figures.expectedMs)) : elapsed);
    m_clock->show();
    const Tone tone = toneOf(figures);
    // the clock beside it says by how much
    m_pace->setState(tone == Tone::Bad ? tr("over") : timerWord(figures), tone);
    m_pace->setVisible(!m_pace->text().isEmpty());
}

void TellerBar::showNext()
{
    const BranchState &branch = m_desk.link().branch();
    const TimeMs now = m_desk.link().hubNowMs();
    const auto next = m_desk.nextAt(now);
    const Ticket *waiting = next ? branch.ticket(next->ticket) : nullptr;
    m_number->setVisible(waiting != nullptr);
    m_clock->setVisible(waiting != nullptr);
    m_pace->setVisible(waiting != nullptr);
    m_service->show();
    if (!m_desk.isLive())
        m_state->setState(tr("No hub"), Tone::Warn);
    else if (m_desk.nextStoredMs())
        m_state->setState(tr("Calls the next"), Tone::Info);
    else
        m_state->setState(waiting ? tr("Free · next") : tr("Free"), Tone::Neutral);
    if (!waiting) {
        m_service->setText(tr("Nobody is waiting."));
        return;
    }
    const Service *service = branch.service(waiting->step.service);
    m_number->setText(fromUtf8(waiting->number));
    m_service->setText(service ? inLanguage(service->name) : QString());
    const TimeMs waited = now - waiting->step.waitingFromMs;
    const TimeMs promise = branch.promiseMs(*waiting);
    m_clock->setText(tr("%1/%2 min").arg(minutesText(waited), minutesText(promise)));
    const Tone tone = toneOfWait(waited, promise);
    m_pace->setState(tone == Tone::Good       ? tr("waits, in time")
                         : tone == Tone::Warn ? tr("waits, nearly late")
                                              : tr("waits too long"),
                     tone);
}

std::vector<TellerBar::Offer> TellerBar::offers() const
{
    std::vector<Offer> all;
    const auto add = [&all](QKeyCombination key, const char *keyText, const QString &words, bool isEnabled,
                            bool isPrimary = false) {
        all.push_back({key, QString::fromLatin1(keyText), words, isPrimary, isEnabled});
    };
    switch (m_desk.inHand()) {
    case InHand::None:
        if (m_desk.onBreak()) {
            add(Qt::Key_F10, "F10", tr("Go on working"), m_desk.canEndBreak(), true);
            break;
        }
        add(Qt::Key_F2, "F2", m_desk.nextStoredMs() ? tr("Do not call") : tr("Call next"), m_desk.canCall(), true);
        add(Qt::Key_F8, "F8", tr("Walk-in"), m_desk.canCall());
        if (!m_desk.parked().empty())
            add(Qt::Key_F6, "F6", tr("Parked"), m_desk.canCall());
        add(Qt::Key_F10, "F10", tr("Break"), m_desk.canTakeBreak());
        break;
    case InHand::Called:
        add(Qt::Key_Return, "Enter", tr("Start"), m_desk.canStart(), true);
        add(Qt::Key_F3, "F3", tr("Recall"), m_desk.canRecall());
        add(Qt::Key_F4, "F4", tr("No-show"), m_desk.canMarkNoShow());
        add(Qt::Key_F5, "F5", tr("Back to queue"), m_desk.canRequeue());
        add(Qt::Key_F7, "F7", tr("Transfer"), m_desk.canTransfer());
        break;
    case InHand::Serving:
        add(Qt::Key_F9, "F9", tr("Finish"), m_desk.canFinish(), true);
        add(Qt::Key_F6, "F6", tr("Park"), m_desk.canPark());
        add(Qt::Key_F7, "F7", tr("Transfer"), m_desk.canTransfer() || m_desk.canAddService());
        add(Qt::SHIFT | Qt::Key_F9, "Shift+F9", tr("Customer left"), m_desk.canWrapUp());
        break;
    case InHand::WrapUp:
    case InHand::Finished:
        add(Qt::Key_F9, "F9", tr("Finish"), m_desk.canFinish(), true);
        break;
    }
    return all;
}

KeyButton *TellerBar::makeButton(const Offer &offer)
{
    auto *button = new KeyButton(offer.keyText, offer.isPrimary, this);
    button->setCompact();
    button->setFocusPolicy(Qt::NoFocus);
    button->setWords(offer.words);
    return button;
}

std::vector<TellerBar::Offer> TellerBar::fitting(std::vector<Offer> offers)
{
    int room = width() - kWordsWidth - 3 * kSpacing;
    for (const QWidget *always :
         {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_clock),
          static_cast<QWidget *>(m_pace), static_cast<QWidget *>(m_chord), static_cast<QWidget *>(m_full)}) {
        if (!always->isHidden())
            room -= always->sizeHint().width() + kSpacing;
    }
    while (offers.size() > 1 && widthOf(offers) > room)
        offers.pop_back();
    return offers;
}

int TellerBar::widthOf(const std::vector<Offer> &offers)
{
    int all = 0;
    for (const Offer &each : offers) {
        const std::unique_ptr<KeyButton> button(makeButton(each));
        all += button->sizeHint().width() + kGap;
    }
    return all;
}

void TellerBar::offer(const std::vector<Offer> &offers)
{
    if (offers == m_offers)
        return;
    m_offers = offers;
    for (KeyButton *old : std::exchange(m_buttons, {})) {
        old->setObjectName({}); // it may be the one that was pressed: it goes later
        old->hide();
        m_buttonRow->removeWidget(old);
        old->deleteLater();
    }
    for (const Offer &each : m_offers) {
        KeyButton *button = makeButton(each);
        button->setObjectName(QStringLiteral("bar%1Button").arg(QString(each.keyText).remove(u'+')));
        button->setEnabled(each.isEnabled);
        connect(button, &QPushButton::clicked, this, [this, key = each.key] { Q_EMIT keyAsked(key); });
        m_buttonRow->addWidget(button);
        button->show();
        m_buttons.push_back(button);
    }
}

void TellerBar::retranslate()
{
    m_number->setMeaning(tr("Ticket"));
    m_clock->setMeaning(tr("Time"));
    m_full->setWords(tr("Window"));
    m_full->setToolTip(tr("Opens the full window"));
    refresh();
}

void TellerBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TellerBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_chord->setVisible(!m_chord->text().isEmpty() && width() >= kChordWidth);
    refresh();
}

void TellerBar::closeEvent(QCloseEvent *event)
{
    QFrame::closeEvent(event);
    Q_EMIT closing();
}

} // namespace tiepdon
