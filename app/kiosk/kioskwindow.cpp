// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/kioskwindow.h"

#include "ui/session/timetext.h"
#include "ui/widgets/text.h"

#include <QAccessible>
#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedWidget>

#include <limits>

namespace tiepdon {
namespace {

/// An answer later than this finds a queue that others have joined meanwhile.
constexpr qint64 kFreshMs = 5000;
constexpr int kCountdownMs = 100;

LocalText both(const char *source) { return inBoth("Kiosk", source); }

constexpr const char *kConnecting = QT_TRANSLATE_NOOP("Kiosk", "Please wait, reconnecting");
constexpr const char *kConnectingHint
    = QT_TRANSLATE_NOOP("Kiosk", "Numbers can be taken again as soon as the connection is back");
constexpr const char *kWithdrawn = QT_TRANSLATE_NOOP("Kiosk", "This kiosk was withdrawn from the branch");
constexpr const char *kWithdrawnHint
    = QT_TRANSLATE_NOOP("Kiosk", "To use it again, the administrator presses Enter and gives it a new code");
constexpr const char *kDayClosed = QT_TRANSLATE_NOOP("Kiosk", "The branch is not open now");
constexpr const char *kDayClosedHint = QT_TRANSLATE_NOOP("Kiosk", "Numbers can be taken here when it opens");

bool isIn(const QWidget *outer, QObject *watched)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    return widget && (widget == outer || outer->isAncestorOf(widget));
}

} // namespace

KioskWindow::KioskWindow(BranchLink &link, Language &language, TicketPrinter &printer,
                         const KioskSettings &settings, QWidget *parent)
    : QWidget(parent), m_link(link), m_language(language), m_printer(printer),
      m_reports(link, printer, settings.lookMs), m_settings(settings), m_firstLanguage(Language::current()),
      m_branch(plainLabel(this, sizes::kTitle, QFont::DemiBold)), m_branchOther(mutedLabel(this)),
      m_clock(plainLabel(this, sizes::kTitle, QFont::DemiBold)), m_pages(new QStackedWidget(this)),
      m_scan(settings.scanGapMs), m_start(new StartPage), m_choices(new ChoicePage(QStringLiteral("choice"))),
      m_reasons(new ChoicePage(QStringLiteral("reason"))), m_identityPage(new IdentityPage),
      m_notice(new NoticePage), m_ticketPage(new TicketPage),
      m_back(new TouchButton(QStringLiteral("backButton"), TouchButton::Kind::Plain, this)),
      m_bigText(new TouchButton(QStringLiteral("bigTextButton"), TouchButton::Kind::Quiet, this)),
      m_contrast(new TouchButton(QStringLiteral("contrastButton"), TouchButton::Kind::Quiet, this)),
      m_languageButton(new TouchButton(QStringLiteral("languageButton"), TouchButton::Kind::Quiet, this)),
      m_idleBar(new QFrame(this)), m_idleText(plainLabel(m_idleBar, sizes::kTitle, QFont::DemiBold)),
      m_stay(new TouchButton(QStringLiteral("stayButton"), TouchButton::Kind::Primary, m_idleBar))
{
    setObjectName(QStringLiteral("kioskWindow"));
    setWindowTitle(QStringLiteral("Tiếp Đón"));
    if (settings.hidesCursor)
        setCursor(Qt::BlankCursor);
    applyTheme(settings.theme);
    TouchButton::setKeysUsed(false);
    m_branch->setObjectName(QStringLiteral("branchName"));
    m_branchOther->setObjectName(QStringLiteral("branchNameOther"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_clock->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_idleBar->setObjectName(QStringLiteral("idleBar"));
    m_idleBar->setProperty("panel", QStringLiteral("warn"));
    m_idleBar->hide();
    m_idleText->setObjectName(QStringLiteral("idleText"));
    m_idleText->setWordWrap(true);
    for (QWidget *page : {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_choices),
                          static_cast<QWidget *>(m_reasons), static_cast<QWidget *>(m_identityPage),
                          static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_ticketPage)})
        m_pages->addWidget(page);
    const std::vector<QWidget *> order{m_pages, m_stay, m_back, m_languageButton, m_bigText, m_contrast};
    for (std::size_t i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);

    connect(m_start, &StartPage::chosen, this, &KioskWindow::begin);
    connect(m_choices, &ChoicePage::chosen, this, &KioskWindow::choose);
    connect(m_choices, &ChoicePage::asidePressed, this, &KioskWindow::askReason);
    connect(m_reasons, &ChoicePage::chosen, this, &KioskWindow::chooseReason);
    connect(m_start, &StartPage::identityAsked, this, &KioskWindow::askIdentity);
    connect(m_choices, &ChoicePage::identityPressed, this, [this] {
        if (m_identity.empty())
            askIdentity();
        else
            goOnWithout();
    });
    connect(m_identityPage, &IdentityPage::entered, this, &KioskWindow::identify);
    connect(m_identityPage, &IdentityPage::withoutAsked, this, &KioskWindow::goOnWithout);
    connect(&m_scan, &ScanInput::scanned, this, &KioskWindow::identify);
    connect(&m_scan, &ScanInput::typed, this, [this](const QString &characters) {
        useKeys();
        onTyped(characters);
    });
    connect(m_notice, &NoticePage::pressed, this, [this] {
        if (m_step == Step::Identifying || m_step == Step::NotIdentified)
            goOnWithout();
        else
            back();
    });
    connect(m_ticketPage, &TicketPage::done, this, &KioskWindow::reset);
    connect(m_ticketPage, &TicketPage::moreTimeAsked, this, &KioskWindow::touched);
    connect(m_back, &QPushButton::clicked, this, &KioskWindow::back);
    connect(m_bigText, &QPushButton::clicked, this, [this] { setBigText(!m_isBig); });
    connect(m_contrast, &QPushButton::clicked, this, [this] { setHighContrast(!m_isHighContrast); });
    connect(m_languageButton, &QPushButton::clicked, this, [this] {
        touched();
        m_language.toggle();
    });
    connect(m_stay, &QPushButton::clicked, this, &KioskWindow::touched);
    connect(&link, &BranchLink::statusChanged, this, &KioskWindow::refresh);
    connect(&m_reports, &PrinterReports::looked, this, &KioskWindow::notePrinter);
    connect(&link, &BranchLink::stateReplaced, this, &KioskWindow::refresh);
    connect(&link, &BranchLink::publicEvent, this, &KioskWindow::refresh);
    connect(&link, &BranchLink::quotesChanged, this, &KioskWindow::refresh);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &KioskWindow::refresh);
    m_tick.start();
    m_countdown.setInterval(kCountdownMs);
    connect(&m_countdown, &QTimer::timeout, this, &KioskWindow::countDown);
    qApp->installEventFilter(this);
    m_since.start();
    m_sincePage.start();
    retranslate();
}

KioskWindow::~KioskWindow()
{
    m_link.disconnect(this); // what is asked during the end finds no pages
}

// ---- steps ----

void KioskWindow::enter(Step step)
{
    m_step = step;
    m_sincePage.restart();
    touched();
    refresh();
}

void KioskWindow::begin(LanguageKind language)
{
    if (Language::current() != language)
        m_language.set(language);
    m_group = {};
    enter(Step::Choose);
}

void KioskWindow::open(GroupId group)
{
    m_group = group;
    enter(Step::Choose);
}

void KioskWindow::askReason()
{
    if (m_step == Step::Choose && isLive() && !m_link.shown().priorityReasons.empty())
        enter(Step::Reason);
}

void KioskWindow::chooseReason(const ServiceChoice &choice)
{
    if (m_step != Step::Reason)
        return;
    m_reason = choice.reason;
    enter(Step::Choose);
}

void KioskWindow::reset()
{
    m_group = {};
    m_service = {};
    m_reason = {};
    forgetPerson();
    m_ticket = {};
    TouchButton::setKeysUsed(false);
    setBigText(false);
    setHighContrast(false);
    if (Language::current() != m_firstLanguage)
        m_language.set(m_firstLanguage);
    enter(Step::Start);
}

void KioskWindow::back()
{
    switch (m_step) {
    case Step::Closed:
    case Step::Reason:
        enter(Step::Choose);
        break;
    case Step::Identity:
        if (m_isAtStart)
            reset();
        else
            enter(Step::Choose);
        break;
    case Step::NotIdentified:
        m_identityPage->clear();
        enter(Step::Identity);
        break;
    case Step::Identifying:
        goOnWithout();
        break;
    case Step::Choose:
        if (m_group.isSet())
            open(parentOf(m_link.shown(), m_group));
        else
            reset();
        break;
    case Step::Ticket:
    case Step::Problem:
        reset();
        break;
    case Step::Start:
    case Step::Confirming: // nobody walks away from a ticket that may be theirs
        break;
    }
}

void KioskWindow::choose(const ServiceChoice &choice)
{
    if (m_step != Step::Choose || !isLive())
        return;
    switch (choice.kind) {
    case ServiceChoice::Kind::Group:
        open(choice.group);
        break;
    case ServiceChoice::Kind::Closed:
    case ServiceChoice::Kind::Full:
        m_service = choice.service;
        m_isFull = choice.kind == ServiceChoice::Kind::Full;
        enter(Step::Closed);
        break;
    case ServiceChoice::Kind::Reason:
        break;
    case ServiceChoice::Kind::Open:
    case ServiceChoice::Kind::Unserved:
        issue(choice.service);
        break;
    }
}

void KioskWindow::issue(ServiceId service)
{
    m_service = service;
    m_sinceAsked.start();
    enter(Step::Confirming);
    QTimer::singleShot(m_settings.confirmingMs, this, &KioskWindow::refresh);
    QTimer::singleShot(m_settings.unclearMs, this, &KioskWindow::refresh);
    command::IssueTicket wanted{service};
    wanted.priorityReason = m_reason;
    if (Language::current() == LanguageKind::English)
        wanted.language = "en";
    wanted.identity = m_identity;
    m_link.send(wanted, this, [this, service](const Result<CommandReply> &reply) { onIssued(service, reply); });
}

SegmentId KioskWindow::segmentNow() const
{
    const PriorityReason *reason = reasonOf(m_link.shown(), m_reason);
    return reason ? reason->segment : SegmentId{};
}

void KioskWindow::onIssued(ServiceId service, const Result<CommandReply> &reply)
{
    if (!reply) {
        onNotIssued(service, reply.error());
        return;
    }
    if (!reply->ticket || !reply->number) {
        onNotIssued(service, {ErrorCode::Internal, "a ticket without a number", {}});
        return;
    }
    TicketFacts facts = factsOf(m_link.shown(), m_link.quotes(), service, segmentNow(), *reply, m_link.hubNowMs(),
                                m_sinceAsked.elapsed() <= kFreshMs && isLive());
    facts.isPriority = m_reason.isSet();
    m_ticket = facts.ticket;
    m_ticketPage->setTicket(facts, m_settings.paper);
    m_ticketPage->setPrinting(m_printer.isPaperWanted() ? TicketPage::Printing::UnderWay
                                                        : TicketPage::Printing::NotWanted);
    enter(Step::Ticket);
    print(facts);
}

void KioskWindow::onNotIssued(ServiceId service, const Error &error)
{
    if (error.code == ErrorCode::IdentityExpired && !m_identity.empty()) { // a ticket of nobody is better than none
        forgetPerson();
        issue(service);
        return;
    }
    if (error.code == ErrorCode::DayNotOpen) { // the start says it
        reset();
        return;
    }
    if (error.code == ErrorCode::ServiceClosed || error.code == ErrorCode::ServiceFull) {
        m_service = service;
        m_isFull = error.code == ErrorCode::ServiceFull;
        enter(Step::Closed);
        return;
    }
    if (error.code == ErrorCode::Timeout) {
        m_problemTitle = tr("It is not known whether a number was taken");
        m_problemHint = tr("The connection was away for too long. Please ask our staff.");
    } else if (error.code == ErrorCode::Offline) {
        m_problemTitle = tr("No number was taken");
        m_problemHint = tr("The connection was lost before. Please try again in a moment.");
    } else {
        m_problemTitle = tr("No number was taken");
        m_problemHint = error.code == ErrorCode::SeriesFull
            ? tr("All numbers of this service are in use at the moment. Please ask our staff.")
            : tr("The system cannot give a number just now. Please ask our staff.");
        qWarning("no ticket was given: %s (%s)", std::string(name(error.code)).c_str(), error.message.c_str());
    }
    enter(Step::Problem);
}

// ---- paper ----

void KioskWindow::print(const TicketFacts &facts)
{
    const TicketLayout layout(facts, m_settings.paper);
    const PrintJob job{QStringLiteral("%1-%2-%3")
                           .arg(fromUtf8(m_link.shown().businessDay), fromUtf8(facts.number))
                           .arg(facts.ticket.value),
                       layout.toPdf(), layout.sizeMm()};
    m_printer.print(job, this,
                    [this, ticket = facts.ticket](const PrintOutcome &outcome) { onPrinted(ticket, outcome); });
}

void KioskWindow::notePrinter(const PrintOutcome &outcome)
{
    const bool isGood = outcome.isPrinted() || outcome.state == PrintState::NotWanted;
    const auto problem = isGood ? std::nullopt : std::optional(outcome.state);
    if (problem != m_printerProblem) {
        if (problem)
            qWarning("tickets are not printed: %s: %s",
                     names(PrintState()).at(static_cast<std::size_t>(*problem)).data(), qPrintable(outcome.detail));
        else
            qInfo("tickets are printed again");
        m_printerProblem = problem;
        refresh();
    }
}

void KioskWindow::onPrinted(TicketId ticket, const PrintOutcome &outcome)
{
    notePrinter(outcome);
    m_reports.note(outcome);
    if (m_step == Step::Ticket && m_ticket == ticket) {
        m_ticketPage->setPrinting(m_printerProblem          ? TicketPage::Printing::Failed
                                      : outcome.isPrinted() ? TicketPage::Printing::Done
                                                            : TicketPage::Printing::NotWanted);
        touched(); // the time to take it, or to remember the number, begins when it is said
    }
    refresh();
}

QString KioskWindow::staffWord() const
{
    if (!m_printerProblem)
        return {};
    switch (*m_printerProblem) {
    case PrintState::Printed:
    case PrintState::NotWanted:
        break;
    case PrintState::NoPrintSystem:
        return tr("For staff: the print system does not answer; tickets are shown on the screen only");
    case PrintState::NoDefaultPrinter:
        return tr("For staff: no printer is set up; tickets are shown on the screen only");
    case PrintState::NoSuchPrinter:
        return tr("For staff: the printer is not there; tickets are shown on the screen only");
    case PrintState::PrinterStopped:
        return tr("For staff: the printer is stopped; tickets are shown on the screen only");
    case PrintState::OutOfPaper:
        return tr("For staff: the printer is out of paper; tickets are shown on the screen only");
    case PrintState::QueueFull:
        return tr("For staff: the printer takes no more jobs; tickets are shown on the screen only");
    case PrintState::JobFailed:
    case PrintState::TimedOut:
        return tr("For staff: the last ticket was not printed; please look at the printer");
    case PrintState::FileFailed:
        return tr("For staff: tickets cannot be written into their folder");
    }
    return {};
}

// ---- what is shown ----

bool KioskWindow::isWithdrawn() const
{
    const ErrorCode code = m_link.problem().code;
    return m_link.status() == BranchLink::Status::Refused
        && (code == ErrorCode::DeviceRevoked || code == ErrorCode::DeviceUnknown);
}

KioskPage &KioskWindow::noticePage()
{
    m_notice->setButton({});
    if (isWithdrawn()) {
        m_notice->setNotice(Tone::Bad, both(kWithdrawn), both(kWithdrawnHint));
    } else if (!hasState() || !isLive()) {
        m_notice->setNotice(Tone::Warn, both(kConnecting), both(kConnectingHint));
    } else {
        const auto opensMs = opensNext(m_link.shown(), m_link.hubNowMs());
        m_notice->setNotice(Tone::Info, both(kDayClosed),
                            opensMs ? opensInBoth(opensMs, m_link.hubNowMs(), m_link.shown().utcOffsetMin)
                                    : both(kDayClosedHint));
    }
    return *m_notice;
}

KioskPage &KioskWindow::confirmingPage()
{
    m_notice->setButton({});
    if (m_sinceAsked.elapsed() >= m_settings.unclearMs)
        m_notice->setNotice(Tone::Warn, tr("It is not clear yet whether your number was taken"),
                            tr("If you can, please wait here: it appears by itself when the connection is back. "
                               "Otherwise please ask our staff."));
    else if (!isLive())
        m_notice->setNotice(Tone::Warn, tr("Getting your number… reconnecting"),
                            tr("Please wait here: your request is not lost."));
    else
        m_notice->setNotice(Tone::Info, tr("Getting your number…"), QString());
    return *m_notice;
}

KioskPage &KioskWindow::closedServicePage()
{
    const PublicState &branch = m_link.shown();
    const PublicQueue *queue = queueOf(branch, m_service);
    if (!queue) {
        m_notice->setNotice(Tone::Info, tr("This service is not there any more"), QString());
    } else {
        const Opening opening = openingAt(queue->hours, branch.utcOffsetMin, m_link.hubNowMs());
        const bool isFull = opening.isOpen && (queue->ticketsLeft ? *queue->ticketsLeft == 0 : m_isFull);
        const QString title = inLanguage(queue->name) + QStringLiteral(": ")
            + (isFull               ? tr("no numbers left today")
                   : opening.isOpen ? tr("open again")
                                    : opensText(opening.opensMs, m_link.hubNowMs(), branch.utcOffsetMin));
        m_notice->setNotice(isFull || !opening.isOpen ? Tone::Info : Tone::Good, title,
                            isFull ? tr("All numbers of today were given out. Please come on another day, or ask "
                                        "our staff.")
                                   : tr("Numbers are given") + u'\n' + hoursText(queue->hours).join(u'\n'));
    }
    m_notice->setButton(tr("Choose another service"));
    return *m_notice;
}

KioskPage &KioskWindow::pageNow()
{
    const PublicState &branch = m_link.shown();
    if (m_step == Step::Ticket) // stays readable whatever happens to the hub
        return *m_ticketPage;
    if (m_step == Step::Confirming) {
        if (m_sinceAsked.elapsed() >= m_settings.confirmingMs || !isLive())
            return confirmingPage();
        return *m_choices;
    }
    if (m_step == Step::Problem) {
        m_notice->setNotice(Tone::Warn, m_problemTitle, m_problemHint);
        m_notice->setButton(tr("Back to the start"));
        return *m_notice;
    }
    if (isWithdrawn() || !hasState() || !isLive() || !branch.isOpen)
        return noticePage();
    if (m_step == Step::NotIdentified)
        return identifyingPage();
    if (m_step == Step::Identifying) {
        // an answer that is there at once needs no page that says it is awaited
        if (m_sinceAsked.elapsed() >= m_settings.confirmingMs)
            return identifyingPage();
        return static_cast<KioskPage &>(*qobject_cast<KioskPage *>(m_pages->currentWidget()));
    }
    if (m_step == Step::Identity)
        return *m_identityPage;
    if (m_step == Step::Closed)
        return closedServicePage();
    if (m_step == Step::Reason)
        return *m_reasons;
    return m_step == Step::Choose ? static_cast<KioskPage &>(*m_choices) : *m_start;
}

void KioskWindow::refreshChoices()
{
    const PublicState &branch = m_link.shown();
    // the branch was defined anew
    if (m_step == Step::Choose && m_group.isSet() && !groupOf(branch, m_group))
        m_group = {};
    if (m_step == Step::Reason && branch.priorityReasons.empty())
        m_step = Step::Choose;
    const PriorityReason *reason = reasonOf(branch, m_reason);
    if (!reason && (m_step == Step::Choose || m_step == Step::Reason))
        m_reason = {};
    if (m_step == Step::Choose) {
        const ServiceGroup *group = groupOf(branch, m_group);
        m_choices->setPlace(m_group, group ? inLanguage(group->name) : tr("What can we do for you?"));
        m_choices->setAside(branch.priorityReasons.empty() ? QString()
                                : reason                   ? tr("Priority: %1").arg(inLanguage(reason->name))
                                                           : tr("I have priority"),
                            reason != nullptr);
        m_choices->setIdentity(m_identity.empty() ? tr("I am a customer here") : tr("Go on without my name"),
                               greeting());
        m_choices->setChoices(choicesIn(branch, m_link.quotes(), m_group, segmentNow(), m_link.hubNowMs()),
                              m_link.hubNowMs(), branch.utcOffsetMin);
    } else if (m_step == Step::Reason) {
        m_reasons->setPlace({}, tr("Which of these is so?"));
        m_reasons->setChoices(reasonsIn(branch), m_link.hubNowMs(), branch.utcOffsetMin);
    }
}

void KioskWindow::refresh()
{
    const PublicState &branch = m_link.shown();
    refreshChoices();
    m_start->setBranch(branch.branch);
    m_start->setStaffWord(staffWord());
    KioskPage &page = pageNow();
    const bool isNew = m_pages->currentWidget() != &page;
    if (isNew) {
        m_pages->setCurrentWidget(&page);
        m_sincePage.restart();
    }
    refreshBars();
    page.setAccessibleName(page.said());
    if (isNew) {
        if (QWidget *first = page.first())
            first->setFocus(Qt::OtherFocusReason);
        QAccessibleEvent announced(&page, QAccessible::Alert); // a screen reader says that something else is here
        QAccessible::updateAccessibility(&announced);
    }
    countDown();
    if (isCounting() && !m_countdown.isActive())
        m_countdown.start();
}

void KioskWindow::refreshBars()
{
    const PublicState &branch = m_link.shown();
    const QWidget *page = m_pages->currentWidget();
    const bool isStart = page == m_start;
    const bool knows = hasState() && !isWithdrawn();
    m_branch->setText(knows && !isStart ? fromUtf8(branch.branch.vi) : QString());
    m_branchOther->setText(knows && !isStart && branch.branch.english() != branch.branch.vi
                               ? fromUtf8(branch.branch.english())
                               : QString());
    m_clock->setText(knows && isLive() ? clockText(m_link.hubNowMs(), branch.utcOffsetMin) : QString());
    m_back->setVisible(page == m_choices || page == m_reasons || page == m_identityPage
                       || (page == m_notice && m_step == Step::NotIdentified && isLive()));
    m_languageButton->setVisible(page == m_choices || page == m_reasons || page == m_identityPage
                                 || page == m_ticketPage
                                 || (page == m_notice && m_step == Step::Closed && isLive()));
}

// ---- time ----

bool KioskWindow::isCounting() const
{
    switch (m_step) {
    case Step::Start:
        return m_isBig || m_isHighContrast;
    case Step::Confirming:
    case Step::Identifying: // ends by itself
        return false;
    default:
        return true;
    }
}

int KioskWindow::limitMs() const
{
    // who asked for large letters or more contrast reads slower
    const int patience = m_isBig || m_isHighContrast ? 2 : 1;
    switch (m_step) {
    case Step::Ticket:
        switch (m_ticketPage->printing()) {
        case TicketPage::Printing::UnderWay:
            return m_settings.printingMs;
        case TicketPage::Printing::Done:
            return m_settings.ticketMs * patience;
        default:
            return m_settings.ticketWithoutPaperMs * patience;
        }
    case Step::Problem:
        return m_settings.problemMs * patience;
    default:
        return m_settings.idleMs;
    }
}

void KioskWindow::touched()
{
    m_since.restart();
    m_passedMs = 0;
    countDown();
}

void KioskWindow::letPass(int ms)
{
    m_passedMs += ms;
    countDown();
}

void KioskWindow::countDown()
{
    if (!isCounting()) {
        m_countdown.stop();
        m_idleBar->hide();
        return;
    }
    const qint64 left = limitMs() - m_since.elapsed() - m_passedMs;
    if (left <= 0) {
        m_idleBar->hide();
        reset();
        return;
    }
    const int seconds = static_cast<int>((left + 999) / 1000);
    if (m_step == Step::Ticket) {
        const bool isPrinting = m_ticketPage->printing() == TicketPage::Printing::UnderWay;
        m_ticketPage->setSecondsLeft(isPrinting ? 0 : seconds); // it would jump when the paper is there
        m_idleBar->hide();
        return;
    }
    const bool isWarning = (m_step == Step::Choose || m_step == Step::Reason || m_step == Step::Closed
                            || m_step == Step::Identity || m_step == Step::NotIdentified)
        && left <= m_settings.warnMs && m_pages->currentWidget() != m_start;
    m_idleText->setText(tr("Back to the start in %1 s").arg(seconds));
    if (isWarning && !m_idleBar->isVisibleTo(this)) {
        m_idleBar->show();
        m_idleBar->raise();
        QAccessibleEvent announced(m_idleText, QAccessible::Alert);
        QAccessible::updateAccessibility(&announced);
    } else if (!isWarning) {
        m_idleBar->hide();
    }
}

bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin:
        if (!isIn(this, watched))
            break;
        if (m_sincePage.elapsed() < m_settings.guardMs)
            return true; // was meant for the page before
        if (TouchButton::areKeysUsed()) {
            TouchButton::setKeysUsed(false);
            update();
        }
        if (m_step != Step::Ticket && m_step != Step::Problem)
            touched();
        break;
    case QEvent::KeyPress:
        if (!isIn(this, watched))
            break;
        if (m_scan.take(*static_cast<QKeyEvent *>(event))) {
            event->accept(); // nobody else sees or presses anything of a code
            return true;
        }
        useKeys();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

// ---- keys ----

void KioskWindow::useKeys()
{
    if (!TouchButton::areKeysUsed()) {
        TouchButton::setKeysUsed(true);
        const auto buttons = findChildren<TouchButton *>();
        for (TouchButton *button : buttons)
            button->update();
    }
    if (m_step != Step::Ticket && m_step != Step::Problem)
        touched();
}

void KioskWindow::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Backspace && m_pages->currentWidget() == m_identityPage
        && !m_identityPage->typedText().isEmpty()) {
        m_identityPage->erase();
        return;
    }
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Backspace:
    case Qt::Key_Back:
        back();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveFocus(key);
        return;
    default:
        QWidget::keyPressEvent(event); // Enter goes on to the frame: a withdrawn device is enrolled anew
    }
}

void KioskWindow::moveFocus(int key)
{
    const auto centre = [this](const QWidget *widget) {
        return QPointF(widget->mapTo(this, QPoint(0, 0))) + QPointF(widget->width(), widget->height()) / 2;
    };
    const auto buttons = findChildren<TouchButton *>();
    QWidget *from = QApplication::focusWidget();
    if (!from || !isAncestorOf(from) || !from->isVisible()) {
        for (TouchButton *button : buttons) {
            if (button->isVisible() && button->isEnabled()) {
                button->setFocus(Qt::TabFocusReason);
                return;
            }
        }
        return;
    }
    // the nearest in that direction; what lies aside counts more
    TouchButton *best = nullptr;
    qreal bestCost = std::numeric_limits<qreal>::max();
    const QPointF here = centre(from);
    for (TouchButton *button : buttons) {
        if (button == from || !button->isVisible() || !button->isEnabled())
            continue;
        const QPointF way = centre(button) - here;
        const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
        const qreal along = (isAcross ? way.x() : way.y()) * (key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1);
        const qreal aside = std::abs(isAcross ? way.y() : way.x());
        if (along <= 1 || (isAcross && aside > along))
            continue;
        if (const qreal cost = along + 2 * aside; cost < bestCost) {
            best = button;
            bestCost = cost;
        }
    }
    if (best)
        best->setFocus(Qt::TabFocusReason);
}

// ---- looks ----

void KioskWindow::setBigText(bool isBig)
{
    if (m_isBig == isBig)
        return;
    m_isBig = isBig;
    m_bigText->setOn(isBig);
    retranslate();
    layOut();
    touched();
    refresh();
}

void KioskWindow::setHighContrast(bool isHigh)
{
    if (m_isHighContrast == isHigh)
        return;
    m_isHighContrast = isHigh;
    m_contrast->setOn(isHigh);
    applyTheme(isHigh ? ThemeKind::HighContrast : m_settings.theme);
    retranslate();
    layOut(); // a new style sheet forgets fonts
    touched();
    refresh();
}

void KioskWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void KioskWindow::layOut()
{
    m_look = Look::of(size(), m_isBig);
    const int gap = m_look.space(20);
    const int side = m_look.space(48);
    const int header = std::max(m_look.space(96), m_look.text(30) * 5 / 2);
    const int button = m_look.touch(84);
    const int bottom = button + 2 * gap;

    m_branch->setFont(textFont(m_look.text(30), QFont::DemiBold));
    m_branchOther->setFont(textFont(m_look.text(22)));
    m_clock->setFont(textFont(m_look.text(38), QFont::DemiBold));
    m_idleText->setFont(textFont(m_look.text(32), QFont::DemiBold));
    const int clock = m_look.text(38) * 4;
    m_branch->setGeometry(side, header * 14 / 100, width() - 2 * side - clock, header * 46 / 100);
    m_branchOther->setGeometry(side, header * 60 / 100, width() - 2 * side - clock, header * 36 / 100);
    m_clock->setGeometry(width() - side - clock, 0, clock, header);
    m_pages->setGeometry(0, header, width(), height() - header - bottom);

    const int y = height() - bottom + gap;
    const std::vector<TouchButton *> bar{m_back, m_languageButton, m_bigText, m_contrast};
    // their words are as large as they can be side by side
    std::vector<int> wide(bar.size());
    for (int text = m_look.text(26); text >= 12; --text) {
        int all = static_cast<int>(bar.size() - 1) * gap;
        for (std::size_t i = 0; i < bar.size(); ++i) {
            bar[i]->setTextSizes(text, text);
            wide[i] = std::max(m_look.touch(150, 96), bar[i]->sizeHint().width());
            all += wide[i];
        }
        if (all <= width() - 2 * side)
            break;
    }
    m_back->setGeometry(side, y, wide.front(), button);
    int right = width() - side;
    for (std::size_t i = bar.size() - 1; i > 0; --i) {
        right -= wide[i];
        bar[i]->setGeometry(right, y, wide[i], button);
        right -= gap;
    }

    m_stay->setTextSizes(m_look.text(34), m_look.text(22));
    const int idle = m_look.touch(150);
    m_idleBar->setGeometry(side, height() - idle - gap / 2, width() - 2 * side, idle);
    const int stay = std::max(m_look.touch(320, 160), m_stay->sizeHint().width());
    m_stay->setGeometry(m_idleBar->width() - stay - gap, gap / 2 + 2, stay, idle - gap - 4);
    m_idleText->setGeometry(gap * 2, 0, m_idleBar->width() - stay - 4 * gap, idle);
    for (KioskPage *page : {static_cast<KioskPage *>(m_start), static_cast<KioskPage *>(m_choices),
                            static_cast<KioskPage *>(m_reasons), static_cast<KioskPage *>(m_identityPage),
                            static_cast<KioskPage *>(m_notice), static_cast<KioskPage *>(m_ticketPage)})
        page->setLook(m_look);
}

void KioskWindow::retranslate()
{
    m_back->setTitle(tr("Back"));
    m_bigText->setTitle(m_isBig ? tr("Normal text") : tr("Big text"));
    m_contrast->setTitle(m_isHighContrast ? tr("Normal contrast") : tr("High contrast"));
    m_languageButton->setTitle(Language::current() == LanguageKind::Vietnamese ? QStringLiteral("English")
                                                                               : QStringLiteral("Tiếng Việt"));
    m_stay->setTitle(tr("Stay here"));
    refresh();
}

void KioskWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        layOut();
    }
    QWidget::changeEvent(event);
}

void KioskWindow::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), theme().ground); }

} // namespace tiepdon
