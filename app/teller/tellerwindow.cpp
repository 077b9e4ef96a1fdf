// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/tellerwindow.h"

#include "app/teller/choosepage.h"
#include "app/teller/workpage.h"
#include "ui/session/timetext.h"
#include "ui/widgets/connectionbadge.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace tiepdon {

TellerWindow::TellerWindow(BranchLink &link, Language &language, StartAs startAs, QWidget *parent)
    : QWidget(parent), m_link(link), m_language(language), m_startAs(std::move(startAs)), m_desk(link),
      m_branchName(new ElidedLabel(this)), m_where(new ElidedLabel(this)),
      m_clock(new FigureLabel(this, sizes::kTitle, QFont::Medium)), m_languageButton(new QPushButton(this)),
      m_signOff(new QPushButton(this)), m_pages(new QStackedWidget(this)), m_choose(new ChoosePage(m_desk, this)),
      m_work(new WorkPage(m_desk, this))
{
    setObjectName(QStringLiteral("tellerWindow"));
    setMinimumSize(1200, 680);
    m_pages->addWidget(m_choose);
    m_pages->addWidget(m_work);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
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
    connect(m_languageButton, &QPushButton::clicked, &m_language, &Language::toggle);
    connect(m_signOff, &QPushButton::clicked, &m_desk, &TellerDesk::signOff);
    auto *signOffKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q), this);
    connect(signOffKey, &QShortcut::activated, this, [this] {
        if (m_signOff->isVisible() && m_signOff->isEnabled())
            m_desk.signOff();
    });

    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &TellerWindow::tick);
    m_tick.start();
    retranslate();
    m_choose->setFocus(Qt::OtherFocusReason);
    startIfAsked();
}

QWidget *TellerWindow::makeHeader()
{
    auto *bar = new QFrame(this);
    bar->setProperty("panel", QStringLiteral("bar"));
    bar->setFixedHeight(56);
    m_branchName->setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
    m_branchName->setObjectName(QStringLiteral("branchName"));
    m_branchName->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_where->setFont(textFont(sizes::kTextLarge));
    m_where->setObjectName(QStringLiteral("whereText"));
    m_clock->setObjectName(QStringLiteral("clock"));
    m_languageButton->setObjectName(QStringLiteral("languageButton"));
    m_languageButton->setProperty("kind", QStringLiteral("quiet"));
    m_languageButton->setFocusPolicy(Qt::TabFocus);
    m_signOff->setObjectName(QStringLiteral("signOffButton"));
    m_signOff->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_branchName);
    row->addWidget(m_where, 1);
    row->addWidget(new ConnectionBadge(m_link, bar));
    row->addWidget(m_clock);
    row->addWidget(m_languageButton);
    row->addWidget(m_signOff);
    return bar;
}

void TellerWindow::startIfAsked()
{
    if (m_startAs.counter == 0 || m_link.status() != BranchLink::Status::Live || !m_link.branch().isDefined())
        return;
    const BranchState &branch = m_link.branch();
    const StartAs as = m_startAs;
    CounterId counter;
    for (const auto &[id, each] : branch.counters()) {
        if (each.number == as.counter)
            counter = id;
    }
    StaffId staff;
    for (const auto &[id, each] : branch.staff()) {
        if (QString::number(id.value) == as.staff
            || QString::compare(fromUtf8(each.name), as.staff.normalized(QString::NormalizationForm_C),
                                Qt::CaseInsensitive)
                == 0)
            staff = id;
    }
    m_choose->choose(counter, staff, as.profile);
    // a day that opens later is waited for; everything else is tried once and said
    if (!branch.isOpen())
        return;
    m_startAs = {};
    if (!counter.isSet())
        onFailed({ErrorCode::UnknownCounter, "no counter has this number", {}});
    else if (!staff.isSet())
        onFailed({ErrorCode::UnknownStaff, "nobody has this name or id", {}});
    else
        m_desk.signOn(counter, staff, as.profile);
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
    QWidget *page = isAtWork ? static_cast<QWidget *>(m_work) : m_choose;
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
        page->setFocus(Qt::OtherFocusReason);
    }
    m_branchName->setText(inLanguage(branch.settings().name));
    QString where;
    if (isAtWork) {
        const Counter *counter = branch.counter(m_desk.counterId());
        const Staff *staff = branch.staffMember(m_desk.staffId());
        where = tr("Counter %1 · %2")
                    .arg(counter ? counter->number : 0)
                    .arg(staff ? fromUtf8(staff->name) : QString());
    }
    m_where->setText(where);
    m_signOff->setVisible(isAtWork);
    m_signOff->setEnabled(m_desk.canAct());
    m_clock->setVisible(m_link.asOfMs() > 0);
    m_clock->setText(clockTextWithSeconds(m_link.hubNowMs(), branch.settings().utcOffsetMin));
}

void TellerWindow::tick()
{
    refresh();
    if (m_desk.isAtWork())
        m_work->tick();
}

void TellerWindow::retranslate()
{
    setWindowTitle(tr("Tiếp Đón teller"));
    m_languageButton->setText(Language::current() == LanguageKind::Vietnamese ? QStringLiteral("English")
                                                                              : QStringLiteral("Tiếng Việt"));
    m_languageButton->setAccessibleName(tr("Switch language"));
    m_signOff->setText(tr("Sign off"));
    m_signOff->setAccessibleName(tr("Sign off"));
    m_signOff->setToolTip(tr("Ctrl+Shift+Q"));
    m_clock->setMeaning(tr("Time at the branch"));
    refresh();
}

void TellerWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
