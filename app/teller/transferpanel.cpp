// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/transferpanel.h"

#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QRadioButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kRowHeight = 28;

QString serviceName(const BranchState &branch, ServiceId id)
{
    const Service *service = branch.service(id);
    return service ? inLanguage(service->name) : QString();
}

QString signOf(const BranchState &branch, CounterId id)
{
    const Counter *counter = branch.counter(id);
    return counter ? QString::number(counter->number) : QStringLiteral("?");
}

} // namespace

QString plannedText(const BranchState &branch, const Ticket &ticket)
{
    QStringList steps;
    for (const NextStep &step : ticket.nextSteps) {
        const QString name = serviceName(branch, step.service);
        steps << (step.counter.isSet()
                      ? TransferPanel::tr("%1 (counter %2)").arg(name, signOf(branch, step.counter))
                      : name);
    }
    return steps.join(QStringLiteral(" → "));
}

TransferPanel::TransferPanel(TellerDesk &desk, QWidget *parent)
    : DeskPanel(desk, QStringLiteral("transfer"), parent),
      m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_list(new QListWidget(this)),
      m_service(new QComboBox(this)), m_options(new QStackedWidget(this)),
      m_placeTitle(mutedLabel(this, sizes::kText)), m_byTime(new QRadioButton(this)),
      m_first(new QRadioButton(this)), m_last(new QRadioButton(this)), m_delayTitle(mutedLabel(this, sizes::kText)),
      m_back(new QCheckBox(this)), m_planned(plainLabel(this, sizes::kText)), m_takeBack(new QPushButton(this)),
      m_outlook(mutedLabel(this, sizes::kText)), m_confirm(new KeyButton(QStringLiteral("Enter"), false, this)),
      m_cancel(new KeyButton(QStringLiteral("Esc"), false, this))
{
    m_list->setObjectName(QStringLiteral("transferServiceChoice"));
    m_list->setFont(textFont(sizes::kText));
    m_list->setMinimumHeight(2 * kRowHeight + 8);
    m_service->setObjectName(QStringLiteral("transferForServiceChoice"));
    m_service->setMinimumHeight(36);
    m_outlook->setObjectName(QStringLiteral("transferOutlook"));
    m_outlook->setWordWrap(true);
    m_confirm->setObjectName(QStringLiteral("transferConfirmButton"));
    m_cancel->setObjectName(QStringLiteral("transferCancelButton"));

    auto *aims = new QHBoxLayout;
    aims->setSpacing(8);
    const std::array names{"transferToServiceButton", "transferToCounterButton", "transferToColleagueButton",
                           "addServiceButton"};
    for (std::size_t i = 0; i < kAims; ++i) {
        const QString key = QString::number(i + 1);
        m_aims[i] = new KeyButton(key, false, this);
        m_aims[i]->setObjectName(QLatin1String(names[i]));
        m_aims[i]->setCheckable(true);
        m_aims[i]->setFont(textFont(sizes::kText, QFont::Medium));
        m_aims[i]->setMaximumHeight(36);
        aims->addWidget(m_aims[i]);
        const auto aim = [this, to = static_cast<Aim>(i)] { aimAt(to); };
        connect(m_aims[i], &QPushButton::clicked, this, aim);
        auto *shortcut = new QShortcut(QKeySequence(key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, aim);
    }
    aims->addStretch();

    auto *targets = new QVBoxLayout;
    targets->setSpacing(8);
    targets->addWidget(m_list, 1);
    targets->addWidget(m_service);
    m_options->addWidget(makeTransferOptions());
    m_options->addWidget(makeFurtherOptions());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(targets, 1);
    columns->addWidget(m_options, 1);
    auto *head = new QHBoxLayout;
    head->setSpacing(24);
    head->addWidget(m_title);
    head->addLayout(aims, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_outlook, 1);
    foot->addWidget(m_confirm);
    foot->addWidget(m_cancel);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->setSpacing(8);
    all->addLayout(head);
    all->addLayout(columns);
    all->addLayout(foot);

    connect(m_confirm, &QPushButton::clicked, this, &TransferPanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &TransferPanel::close);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &TransferPanel::confirm);
    connect(m_list, &QListWidget::currentRowChanged, this, &TransferPanel::refresh);
    connect(m_service, &QComboBox::currentIndexChanged, this, &TransferPanel::refresh);
    connect(m_back, &QCheckBox::toggled, this, &TransferPanel::refresh);
    connect(m_takeBack, &QPushButton::clicked, &desk, &TellerDesk::removeServices);
    retranslate();
}

QWidget *TransferPanel::makeTransferOptions()
{
    auto *options = new QWidget(this);
    m_byTime->setObjectName(QStringLiteral("transferByTimeChoice"));
    m_first->setObjectName(QStringLiteral("transferFirstChoice"));
    m_last->setObjectName(QStringLiteral("transferLastChoice"));
    m_byTime->setChecked(true);
    auto *places = new QHBoxLayout;
    auto *placeGroup = new QButtonGroup(this);
    for (QRadioButton *choice : {m_byTime, m_first, m_last}) {
        placeGroup->addButton(choice);
        places->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, &TransferPanel::refresh);
    }
    places->addStretch();
    auto *delays = new QHBoxLayout;
    auto *delayGroup = new QButtonGroup(this);
    for (std::size_t i = 0; i < m_delays.size(); ++i) {
        m_delays[i] = new QRadioButton(this);
        m_delays[i]->setObjectName(QStringLiteral("transferDelay%1Choice").arg(wholeMinutes(kDelaysMs[i])));
        delayGroup->addButton(m_delays[i]);
        delays->addWidget(m_delays[i]);
        connect(m_delays[i], &QRadioButton::toggled, this, &TransferPanel::refresh);
    }
    m_delays[0]->setChecked(true);
    delays->addStretch();
    auto *column = new QVBoxLayout(options);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_placeTitle);
    column->addLayout(places);
    column->addSpacing(4);
    column->addWidget(m_delayTitle);
    column->addLayout(delays);
    column->addStretch();
    return options;
}

QWidget *TransferPanel::makeFurtherOptions()
{
    auto *options = new QWidget(this);
    m_back->setObjectName(QStringLiteral("backToMeChoice"));
    m_planned->setObjectName(QStringLiteral("plannedText"));
    m_planned->setWordWrap(true);
    m_takeBack->setObjectName(QStringLiteral("takeBackServicesButton"));
    m_takeBack->setFocusPolicy(Qt::TabFocus);
    auto *planned = new QHBoxLayout;
    planned->setSpacing(12);
    planned->addWidget(m_planned, 1);
    planned->addWidget(m_takeBack, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(options);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_back);
    column->addLayout(planned);
    column->addStretch();
    return options;
}

void TransferPanel::open()
{
    if (!desk().canTransfer() && !desk().canAddService())
        return;
    m_ticket = desk().ticket()->id;
    m_byTime->setChecked(true);
    m_delays[0]->setChecked(true);
    m_back->setChecked(false);
    m_service->clear();
    show();
    aimAt(desk().canTransfer() ? Aim::Service : Aim::Further);
}

void TransferPanel::aimAt(Aim aim)
{
    m_aim = aim;
    for (std::size_t i = 0; i < kAims; ++i)
        m_aims[i]->setChecked(static_cast<Aim>(i) == aim);
    m_options->setCurrentIndex(aim == Aim::Further ? 1 : 0);
    m_service->setVisible(aim == Aim::Counter || aim == Aim::Colleague);
    m_list->clear();
    fill();
    refresh();
    reveal(*m_list);
}

void TransferPanel::addRow(const QString &text, std::int64_t id)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(Qt::UserRole, static_cast<qlonglong>(id));
    item->setSizeHint({160, kRowHeight});
}

void TransferPanel::fill()
{
    const Ticket *ticket = desk().ticket();
    if (!ticket)
        return;
    const BranchState &branch = desk().link().branch();
    const int before = m_list->currentRow();
    m_list->clear();
    if (m_aim == Aim::Service || m_aim == Aim::Further) {
        for (const auto &[id, service] : branch.services()) {
            if (id != ticket->step.service)
                addRow(inLanguage(service.name), id.value);
        }
    } else if (m_aim == Aim::Counter) {
        for (const auto &[id, counter] : branch.counters()) {
            const CounterState *state = branch.counterState(id);
            const Staff *who = state ? branch.staffMember(state->staff) : nullptr;
            if (id != desk().counterId())
                addRow(tr("Counter %1 · %2")
                           .arg(QString::number(counter.number), who ? fromUtf8(who->name) : tr("closed now")),
                       id.value);
        }
    } else {
        for (const auto &[id, staff] : branch.staff()) {
            QString where = tr("not at a counter now");
            for (const auto &[counter, state] : branch.counterStates()) {
                if (state.staff == id)
                    where = tr("counter %1").arg(signOf(branch, counter));
            }
            if (id != desk().staffId())
                addRow(QStringLiteral("%1 · %2").arg(fromUtf8(staff.name), where), id.value);
        }
    }
    m_list->setCurrentRow(std::clamp(before, 0, std::max(0, m_list->count() - 1)));
    fillServices();
    m_title->setText(fromUtf8(ticket->number));
}

void TransferPanel::fillServices()
{
    const Ticket *ticket = desk().ticket();
    const QVariant before = m_service->count() > 0 ? m_service->currentData()
                                                   : QVariant(static_cast<qlonglong>(ticket->step.service.value));
    m_service->clear();
    for (const auto &[id, service] : desk().link().branch().services())
        m_service->addItem(tr("for: %1").arg(inLanguage(service.name)), static_cast<qlonglong>(id.value));
    m_service->setCurrentIndex(std::max(0, m_service->findData(before)));
}

void TransferPanel::follow()
{
    // the choice was about one ticket: it goes when that ticket goes
    if (!desk().ticket() || desk().ticket()->id != m_ticket)
        close();
    else
        refresh();
}

std::int64_t TransferPanel::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toLongLong() : 0;
}

TransferPlace TransferPanel::place() const
{
    if (m_first->isChecked())
        return TransferPlace::First;
    return m_last->isChecked() ? TransferPlace::Last : TransferPlace::ByTimeWaited;
}

TimeMs TransferPanel::delayMs() const
{
    for (std::size_t i = 0; i < m_delays.size(); ++i) {
        if (m_delays[i] && m_delays[i]->isChecked())
            return kDelaysMs[i];
    }
    return 0;
}

bool TransferPanel::canConfirm() const
{
    return chosen() != 0 && (m_aim == Aim::Further ? desk().canAddService() : desk().canTransfer());
}

QString TransferPanel::outlook() const
{
    const Ticket *ticket = desk().ticket();
    if (!ticket || chosen() == 0)
        return tr("There is nobody and nothing to choose here.");
    const BranchState &branch = desk().link().branch();
    const QString number = fromUtf8(ticket->number);
    if (m_aim == Aim::Further) {
        if (!desk().canAddService())
            return tr("Another service can be added once %1 is being served.").arg(number);
        const QString name = serviceName(branch, ServiceId{chosen()});
        return m_back->isChecked()
            ? tr("When you finish, %1 waits for %2 and then comes back to you.").arg(number, name)
            : tr("When you finish, %1 waits for %2.").arg(number, name);
    }
    if (!desk().canTransfer())
        return tr("%1 is in wrap-up: only another service can be added.").arg(number);
    const TimeMs delay = delayMs();
    const QString when = delay == 0 ? tr("at once") : tr("in %1 min").arg(minutesText(delay));
    const QString place = m_first->isChecked() ? tr("first in the queue")
        : m_last->isChecked()                  ? tr("last in the queue")
                                               : tr("by the time waited");
    if (m_aim == Aim::Service)
        return tr("%1 waits for %2, %3, %4.").arg(number, serviceName(branch, ServiceId{chosen()}), place, when);
    const QString service = serviceName(branch, ServiceId{m_service->currentData().toLongLong()});
    if (m_aim == Aim::Counter)
        return tr("%1 waits for %2, only for counter %3, %4, %5.")
            .arg(number, service, signOf(branch, CounterId{chosen()}), place, when);
    const Staff *who = branch.staffMember(StaffId{chosen()});
    return tr("%1 waits for %2, only for %3, %4, %5.")
        .arg(number, service, who ? fromUtf8(who->name) : QString(), place, when);
}

void TransferPanel::refresh()
{
    const Ticket *ticket = desk().ticket();
    m_confirm->setEnabled(canConfirm());
    m_confirm->setWords(m_aim == Aim::Further ? tr("Add") : tr("Transfer"));
    m_outlook->setText(outlook());
    const QString planned = ticket ? plannedText(desk().link().branch(), *ticket) : QString();
    m_planned->setText(planned.isEmpty() ? tr("Nothing planned yet.") : tr("Planned: %1").arg(planned));
    m_takeBack->setVisible(!planned.isEmpty());
    m_takeBack->setEnabled(desk().canAddService());
    for (std::size_t i = 0; i < kAims; ++i)
        m_aims[i]->setEnabled(static_cast<Aim>(i) == Aim::Further ? desk().canAddService() : desk().canTransfer());
}

void TransferPanel::confirm()
{
    if (!m_confirm->isEnabled())
        return;
    if (m_aim == Aim::Further) {
        desk().addService(ServiceId{chosen()}, m_back->isChecked());
        return;
    }
    Destination to;
    to.service = m_aim == Aim::Service ? ServiceId{chosen()} : ServiceId{m_service->currentData().toLongLong()};
    to.place = place();
    to.delayMs = delayMs();
    if (m_aim == Aim::Counter)
        to.counter = CounterId{chosen()};
    if (m_aim == Aim::Colleague)
        to.staff = StaffId{chosen()};
    desk().transfer(to);
}

void TransferPanel::onEnter()
{
    if (m_cancel->hasFocus())
        close();
    else if (m_takeBack->hasFocus())
        m_takeBack->click();
    else
        confirm();
}

void TransferPanel::retranslate()
{
    const std::array aims{tr("To a service"), tr("To a counter"), tr("To a colleague"), tr("One more service")};
    for (std::size_t i = 0; i < kAims; ++i)
        m_aims[i]->setWords(aims[i]);
    m_placeTitle->setText(tr("Place in the queue there"));
    m_byTime->setText(tr("By time waited"));
    m_first->setText(tr("First"));
    m_last->setText(tr("Last"));
    m_delayTitle->setText(tr("Joins the queue"));
    for (std::size_t i = 0; i < m_delays.size(); ++i)
        m_delays[i]->setText(i == 0 ? tr("At once") : tr("%1 min").arg(minutesText(kDelaysMs[i])));
    m_back->setText(tr("Then back to me"));
    m_takeBack->setText(tr("Take back"));
    m_takeBack->setAccessibleName(tr("Take back the services planned"));
    m_cancel->setWords(tr("Close"));
    m_list->setAccessibleName(tr("Where to"));
    m_service->setAccessibleName(tr("Service needed there"));
    for (QRadioButton *choice : {m_byTime, m_first, m_last})
        choice->setAccessibleName(choice->text());
    for (QRadioButton *choice : m_delays)
        choice->setAccessibleName(choice->text());
    m_back->setAccessibleName(m_back->text());
    setAccessibleName(tr("Transfer"));
    if (isOpen())
        fill();
    refresh();
}

} // namespace tiepdon
