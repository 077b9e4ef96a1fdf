// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/tellerwindow.h"

#include "app/teller/barmode.h"
#include "app/teller/choosepage.h"
#include "app/teller/tellerbar.h"
#include "app/teller/workpage.h"
#include "ui/customer/customerword.h"
#include "ui/entry/windowheader.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinequestion.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace tiepdon {

TellerWindow::TellerWindow(BranchLink &link, Language &language, StartAs startAs, QWidget *parent)
    : QWidget(parent), m_link(link), m_startAs(std::move(startAs)), m_desk(link),
      m_header(new WindowHeader(link, language, this)), m_toBar(new QPushButton(this)),
      m_signOff(new QPushButton(this)), m_questionBar(new QWidget(this)),
      m_question(new InlineQuestion(m_questionBar)), m_pages(new QStackedWidget(this)),
      m_choose(new ChoosePage(m_desk, this)), m_work(new WorkPage(m_desk, this)), m_noRight(new EmptyState(this)),
      m_barMode(new BarMode(*this))
{
    setObjectName(QStringLiteral("tellerWindow"));
    setMinimumSize(1200, 680); // of a screen of 1280 by 720, a desktop's own bars keep something
    m_pages->addWidget(m_choose);
    m_pages->addWidget(m_work);
    m_pages->addWidget(m_noRight);
    m_noRight->setObjectName(QStringLiteral("noRightState"));
    m_question->setObjectName(QStringLiteral("signOutQuestion"));
    auto *questionRow = new QHBoxLayout(m_questionBar);
    questionRow->setContentsMargins(16, 12, 16, 0);
    questionRow->addWidget(m_question);
    m_questionBar->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_toBar->setObjectName(QStringLiteral("barButton"));
    m_header->addQuiet(m_toBar);
    m_signOff->setObjectName(QStringLiteral("signOffButton"));
    m_header->addLast(m_signOff);
    column->addWidget(m_header);
    column->addWidget(m_questionBar);
    column->addWidget(m_pages, 1);

    connect(&m_desk, &TellerDesk::changed, this, &TellerWindow::refresh);
    connect(&m_desk, &TellerDesk::asked, this, [this] {
        m_choose->clearError();
        m_work->clearError();
    });
    connect(&m_desk, &TellerDesk::failed, this, &TellerWindow::onFailed);
    connect(&link, &BranchLink::stateReplaced, this, &TellerWindow::startIfAsked);
    connect(&link, &BranchLink::statusChanged, this, &TellerWindow::startIfAsked);
    connect(&link, &BranchLink::branchEvent, this, &TellerWindow::startIfAsked);
    connect(m_header, &WindowHeader::signOutAsked, this, &TellerWindow::askToSignOut);
    connect(&m_work->customer(), &TellerCustomer::changed, this, &TellerWindow::tellBar);
    connect(m_question, &InlineQuestion::answered, this, [this](int answer) {
        m_questionBar->hide();
        m_answers[static_cast<std::size_t>(answer)]();
    });
    connect(m_question, &InlineQuestion::cancelled, m_questionBar, &QWidget::hide);
    connect(&link, &BranchLink::accessChanged, this, [this] {
        m_question->close();
        m_questionBar->hide();
        m_choose->clearError();
        m_work->clearError();
        startIfAsked();
    });
    connect(m_signOff, &QPushButton::clicked, this, [this] { askToSignOff(); });
    connect(m_toBar, &QPushButton::clicked, m_barMode, &BarMode::toggle);
    connect(m_barMode, &BarMode::chordChanged, this, &TellerWindow::retranslate);
    auto *barKey = new QShortcut(Qt::Key_F12, this);
    barKey->setAutoRepeat(false);
    connect(barKey, &QShortcut::activated, m_barMode, &BarMode::toggle);
    auto *signOffKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q), this);
    connect(signOffKey, &QShortcut::activated, this, [this] {
        if (m_signOff->isVisible() && m_signOff->isEnabled())
            askToSignOff();
    });

    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &TellerWindow::tick);
    m_tick.start();
    retranslate();
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    startIfAsked();
}

void TellerWindow::tellBar()
{
    const TellerCustomer &customer = m_work->customer();
    const KnownPerson *person = customer.inHand() ? customer.inHand() : customer.next();
    const CustomerCard *card = person ? person->card() : nullptr;
    QStringList needs;
    if (card) {
        for (const Need need : card->customer.needs)
            needs << needWord(need).toLower();
    }
    m_barMode->bar().setCustomer(card ? addressed(*card) : QString(), needs);
}

void TellerWindow::startIfAsked()
{
    if (m_startAs.counter == 0 || m_link.status() != BranchLink::Status::Live || !m_link.branch().isDefined()
        || m_link.access() != BranchLink::Access::SignedIn)
        return;
    if (m_desk.isAtWork()) { // goes on where they are
        m_startAs = {};
        return;
    }
    const BranchState &branch = m_link.branch();
    const StartAs as = m_startAs;
    CounterId counter;
    for (const auto &[id, each] : branch.counters()) {
        if (each.number == as.counter)
            counter = id;
    }
    m_choose->choose(counter, as.profile);
    // a day that opens later is waited for; everything else is tried once and said
    if (!branch.isOpen() || !m_desk.mayWork())
        return;
    m_startAs = {};
    if (!counter.isSet())
        onFailed({ErrorCode::UnknownCounter, "no counter has this number", {}});
    else
        m_desk.signOn(counter, as.profile);
}

void TellerWindow::askToSignOut()
{
    const Counter *counter = m_desk.isAtWork() ? m_link.branch().counter(m_desk.counterId()) : nullptr;
    if (!counter) {
        m_link.signOut();
        return;
    }
    const auto signOut = [this] { m_link.signOut(); };
    const Ticket *ticket = m_desk.ticket();
    const QString left = leftWarning();
    const QString number = QString::number(counter->number);
    if (ticket)
        ask(tr("%1 is still at counter %2. Sign out all the same? It waits there until you come back or "
               "somebody takes over.")
                    .arg(fromUtf8(ticket->number), number)
                + left,
            {tr("Sign out, leave it open")}, {signOut});
    else if (m_desk.canAct())
        ask(tr("Sign off counter %1 as well?").arg(number) + left,
            {tr("Sign off and sign out"), tr("Sign out only")},
            {[this, signOut] { m_desk.signOff(signOut); }, signOut});
    else
        ask(tr("Counter %1 stays open under your name. Sign out all the same?").arg(number) + left,
            {tr("Sign out only")}, {signOut});
}

void TellerWindow::askToSignOff()
{
    const QString left = leftWarning();
    if (left.isEmpty())
        m_desk.signOff();
    else
        ask(tr("Sign off all the same?") + left, {tr("Sign off counter")}, {[this] { m_desk.signOff(); }});
}

void TellerWindow::ask(const QString &text, const QStringList &answers, std::vector<std::function<void()>> deeds)
{
    m_work->closeChoices();
    m_answers = std::move(deeds);
    m_questionBar->show();
    m_question->ask(text, answers);
}

QString TellerWindow::leftWarning() const
{
    const auto named = [](const QStringList &numbers) {
        constexpr int kNamed = 3;
        const QString first = numbers.mid(0, kNamed).join(QStringLiteral(", "));
        return numbers.size() > kNamed ? first + QStringLiteral(" …") : first;
    };
    const auto count
        = [](const QStringList &numbers) { return QLocale().toString(static_cast<qlonglong>(numbers.size())); };
    QStringList parked;
    for (const Ticket *ticket : m_desk.parked()) {
        if (m_desk.isMine(*ticket->parked))
            parked << fromUtf8(ticket->number);
    }
    QStringList kept;
    for (const Ticket *ticket : m_desk.keptForMe())
        kept << fromUtf8(ticket->number);
    QString warning;
    if (!parked.isEmpty())
        warning += QLatin1Char(' ')
            + tr("Still parked here: %1 (%2). A colleague can take them up, too.")
                  .arg(count(parked), named(parked));
    if (!kept.isEmpty())
        warning += QLatin1Char(' ')
            + tr("Waiting for you alone: %1 (%2). Nobody else calls them until somebody transfers them.")
                  .arg(count(kept), named(kept));
    return warning;
}

bool TellerWindow::press(QKeyCombination key)
{
    return m_link.access() == BranchLink::Access::SignedIn && m_desk.isAtWork() && m_work->press(key);
}

void TellerWindow::onFailed(const Error &error)
{
    if (m_desk.isAtWork())
        m_work->showError(error);
    else
        m_choose->showError(error);
}

void TellerWindow::refresh()
{
    const BranchState &branch = m_link.branch();
    const bool isAtWork = m_desk.isAtWork();
    const bool isSignedIn = m_link.session().staff.isSet();
    QWidget *page = isAtWork              ? static_cast<QWidget *>(m_work)
        : !isSignedIn || m_desk.mayWork() ? static_cast<QWidget *>(m_choose)
                                          : m_noRight;
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
        if (isVisible())
            page->setFocus(Qt::OtherFocusReason);
        setFocusProxy(page);
    }
    const QString name = fromUtf8(m_link.session().name);
    const Counter *counter = isAtWork ? branch.counter(m_desk.counterId()) : nullptr;
    m_header->setPlace(counter ? tr("Counter %1 · %2").arg(QString::number(counter->number), name) : name);
    m_signOff->setVisible(isAtWork);
    m_signOff->setEnabled(m_desk.canAct());
    m_header->tick();
}

void TellerWindow::tick()
{
    refresh();
    if (m_desk.isAtWork())
        m_work->tick();
    m_barMode->tick();
}

void TellerWindow::retranslate()
{
    setWindowTitle(tr("Tiếp Đón teller"));
    m_noRight->setTexts(tr("No counter work for this account"),
                        tr("Your role does not include calling people to a counter. Sign out so that a teller can "
                           "sign in, or ask the administrator to give you the role."));
    m_toBar->setText(tr("Bar"));
    m_toBar->setAccessibleName(tr("Shrink to a bar at the top of the screen, key F12"));
    const QString problem = m_barMode->chordProblem();
    m_toBar->setToolTip(tr("F12 shrinks this window to a bar at the top of the screen")
                        + (problem.isEmpty() ? QString() : QStringLiteral(". ") + problem));
    m_signOff->setText(tr("Sign off counter"));
    m_signOff->setAccessibleName(tr("Sign off counter"));
    m_signOff->setToolTip(tr("Ctrl+Shift+Q"));
    refresh();
}

void TellerWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
