// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/personpanel.h"

#include "core/access/permission.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace tiepdon {
namespace {

/// The hub tells nobody of an arrival: while somebody looks, it is asked again after this.
constexpr qint64 kAskAgainMs = 5000;
/// A pause in typing after which it is looked.
constexpr int kPauseMs = 150;
/// A citizen card's code with room for a longer address.
constexpr int kTextMax = 600;
constexpr std::int64_t kFoundMax = 20;

} // namespace

PersonPanel::PersonPanel(SupervisorDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_hint(mutedLabel(this, sizes::kText)), m_find(new QLineEdit(this)), m_listTitle(mutedLabel(this)),
      m_list(new QListWidget(this)), m_empty(mutedLabel(this, sizes::kText)),
      m_link(new KeyButton(QStringLiteral("Enter"), false, this)), m_serviceTitle(mutedLabel(this)),
      m_service(new QComboBox(this)), m_give(new KeyButton(QStringLiteral("F3"), false, this)),
      m_close(new KeyButton(QStringLiteral("Esc"), false, this)),
      m_note(plainLabel(this, sizes::kText, QFont::Medium)), m_error(new ErrorBanner(this))
{
    setObjectName(QStringLiteral("personPanel"));
    setProperty("panel", QStringLiteral("surface"));
    m_title->setObjectName(QStringLiteral("personTitle"));
    m_hint->setObjectName(QStringLiteral("personHint"));
    m_find->setObjectName(QStringLiteral("personFindEdit"));
    m_find->setMaxLength(kTextMax);
    m_find->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("personList"));
    m_list->setWordWrap(true);
    m_list->setSpacing(3);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setObjectName(QStringLiteral("noPersonText"));
    m_service->setObjectName(QStringLiteral("personServiceChoice"));
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_link->setObjectName(QStringLiteral("personLinkButton"));
    m_give->setObjectName(QStringLiteral("personGiveButton"));
    m_close->setObjectName(QStringLiteral("personCloseButton"));
    m_note->setObjectName(QStringLiteral("personNote"));
    m_error->setObjectName(QStringLiteral("personErrorBanner"));
    m_serviceTitle->setBuddy(m_service);
    for (QLabel *wrapped : {m_title, m_hint, m_empty, m_note})
        wrapped->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(6);
    for (QWidget *each : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_hint),
                          static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_listTitle)})
        column->addWidget(each);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1, Qt::AlignTop);
    for (QWidget *each :
         {static_cast<QWidget *>(m_link), static_cast<QWidget *>(m_serviceTitle), static_cast<QWidget *>(m_service),
          static_cast<QWidget *>(m_give), static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_error),
          static_cast<QWidget *>(m_close)})
        column->addWidget(each);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PersonPanel::look);
    connect(m_find, &QLineEdit::textEdited, this, [this] {
        m_note->clear();
        m_error->clear();
        ++m_asking; // what was found before is not who is meant now
        m_isLooking = false;
        show(std::vector<Person>());
        m_pause.start();
        refresh();
    });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) { // also by its clear button
            show(std::vector<Person>());
            m_pause.start();
        }
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &PersonPanel::refresh);
    connect(m_link, &QPushButton::clicked, this, &PersonPanel::linkChosen);
    connect(m_give, &QPushButton::clicked, this, &PersonPanel::giveTicket);
    connect(m_close, &QPushButton::clicked, this, &PersonPanel::close);
    const auto key = [this](Qt::Key code, auto &&what) {
        auto *shortcut = new QShortcut(code, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::Key_Return, [this] { onEnter(); });
    key(Qt::Key_Enter, [this] { onEnter(); });
    key(Qt::Key_Escape, [this] { close(); });
    key(Qt::Key_F3, [this] { giveTicket(); });
    key(Qt::Key_Down, [this] {
        if (m_find->hasFocus() && m_list->count() > 0) {
            m_list->setCurrentRow(std::max(0, m_list->currentRow()));
            m_list->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(&desk, &SupervisorDesk::changed, this, &PersonPanel::refresh);
    connect(&desk.link(), &BranchLink::branchEvent, this, &PersonPanel::refresh);
    connect(&desk.link(), &BranchLink::accessChanged, this, &PersonPanel::close);
    retranslate();
    hide();
}

bool PersonPanel::mayWork(const SupervisorDesk &desk)
{
    const auto &roles = desk.link().session().roles;
    return reachOf(command::LinkCustomer::kMethod, roles) == Reach::Any
        && reachOf(FindCustomers::kMethod, roles) == Reach::Any;
}

QString PersonPanel::sourceWord(ArrivalSource source)
{
    switch (source) {
    case ArrivalSource::CardReader:
        return tr("card reader");
    case ArrivalSource::Camera:
        return tr("camera");
    case ArrivalSource::Booking:
        return tr("booking");
    case ArrivalSource::Other:
        break;
    }
    return tr("another system");
}

QString PersonPanel::nameWith(AddressForm form, const std::string &name)
{
    const QString word = addressWord(form);
    return name.empty()  ? tr("Name hidden")
        : word.isEmpty() ? fromUtf8(name)
                         : word + QLatin1Char(' ') + fromUtf8(name);
}

void PersonPanel::open(TicketId ticket)
{
    if (!mayWork(m_desk))
        return;
    m_isOpen = true;
    m_ticket = ticket;
    m_find->clear();
    m_note->clear();
    m_error->clear();
    fillServices();
    show(std::vector<Person>());
    lookForArrivals();
    QWidget::show();
    Q_EMIT shownChanged();
    m_find->setFocus(Qt::OtherFocusReason);
}

void PersonPanel::setTicket(TicketId ticket)
{
    m_ticket = ticket;
    refresh();
}

void PersonPanel::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_isLooking = false;
    ++m_asking; // what is under way is nobody's
    m_pause.stop();
    m_find->clear(); // who was looked for is not for the next one to see
    show(std::vector<Person>());
    hide();
    Q_EMIT shownChanged();
    Q_EMIT closed();
}

void PersonPanel::tick()
{
    if (m_isOpen && m_find->text().isEmpty() && (!m_since.isValid() || m_since.hasExpired(kAskAgainMs)))
        lookForArrivals();
}

void PersonPanel::look()
{
    const QString text = m_find->text().trimmed();
    if (text.isEmpty()) {
        lookForArrivals();
        return;
    }
    const int asking = ++m_asking;
    m_isAsking = true;
    m_isLooking = true;
    m_desk.link().ask(
        FindCustomers{text.toStdString(), kFoundMax}, this, [this, asking](const Result<CustomersFound> &answer) {
            if (asking != m_asking)
                return;
            m_isAsking = false;
            m_isLooking = false;
            if (!answer) {
                m_error->showError(answer.error());
                refresh();
                return;
            }
            m_error->clear();
            std::vector<Person> people;
            for (const CustomerHit &hit : answer->hits) {
                if (!hit.customer.isSet()) // a ticket of nobody known
                    continue;
                QStringList facts;
                for (const std::string &each : {hit.birthYear, hit.phone, hit.document, hit.customerNumber}) {
                    if (!each.empty())
                        facts << fromUtf8(each);
                }
                people.push_back(
                    {hit.customer, hit.ticket, nameWith(hit.form, hit.name), facts.join(QStringLiteral(" · "))});
            }
            show(std::move(people));
        });
    refresh();
}

void PersonPanel::lookForArrivals()
{
    const int asking = ++m_asking;
    m_isAsking = true;
    m_isLooking = false;
    m_desk.link().ask(ArrivalsQuery{}, this, [this, asking](const Result<ArrivalsAnswer> &answer) {
        if (asking != m_asking)
            return;
        m_isAsking = false;
        m_since.restart();
        if (!answer) {
            m_error->showError(answer.error());
            refresh();
            return;
        }
        m_error->clear();
        const auto offset = m_desk.branch().settings().utcOffsetMin;
        std::vector<Person> people;
        for (const Arrival &each : answer->arrivals) {
            QStringList facts{clockText(each.atMs, offset) + QLatin1Char(' ') + sourceWord(each.source)};
            for (const Need need : each.needs)
                facts << needWord(need);
            people.push_back(
                {each.customer, each.ticket, nameWith(each.form, each.name), facts.join(QStringLiteral(" · "))});
        }
        show(std::move(people));
    });
    refresh();
}

void PersonPanel::show(std::vector<Person> people)
{
    if (people != m_people || people.empty()) {
        const CustomerId before = chosen() ? chosen()->customer : CustomerId{};
        m_people = std::move(people);
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const Person &each : m_people) {
            const QString theirs = numberOf(each.ticket);
            const QString name = theirs.isEmpty() ? each.name : each.name + QStringLiteral(" · ") + theirs;
            auto *item = new QListWidgetItem(name + QLatin1Char('\n') + each.facts, m_list);
            item->setData(Qt::AccessibleTextRole, QString(name + QStringLiteral(", ") + each.facts));
            if (each.customer == before)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem() && m_list->count() == 1) // a scan or a number finds one
            m_list->setCurrentRow(0);
    }
    refresh();
}

QString PersonPanel::numberOf(TicketId id) const
{
    const Ticket *open = m_desk.branch().ticket(id);
    return open ? fromUtf8(open->number) : QString();
}

const PersonPanel::Person *PersonPanel::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_people.size()) ? &m_people[static_cast<std::size_t>(row)] : nullptr;
}

void PersonPanel::onEnter()
{
    if (m_close->hasFocus()) {
        close();
        return;
    }
    if (m_give->hasFocus()) {
        giveTicket();
        return;
    }
    if (m_pause.isActive()) { // a scan ends so: looked at once
        m_pause.stop();
        look();
        return;
    }
    if (!m_isLooking) // a scanner may end with two: the answer is waited for
        linkChosen();
}

void PersonPanel::linkChosen()
{
    const Person *person = chosen();
    if (!person || !m_link->isEnabled())
        return;
    m_isSending = true;
    m_error->clear();
    command::LinkCustomer wanted{m_ticket};
    wanted.customer = person->customer;
    m_desk.link().send(wanted, this,
                       [this, number = numberOf(m_ticket), name = person->name](const Result<CommandReply> &reply) {
                           m_isSending = false;
                           if (reply)
                               m_note->setText(tr("%1 is %2.").arg(number, name));
                           else
                               m_error->showError(reply.error());
                           look();
                       });
    refresh();
}

void PersonPanel::giveTicket()
{
    const Person *person = chosen();
    if (!person || !m_give->isEnabled())
        return;
    m_isSending = true;
    m_error->clear();
    command::IssueTicket wanted{ServiceId{m_service->currentData().toLongLong()}};
    wanted.customer = person->customer;
    m_desk.link().send(wanted, this, [this, name = person->name](const Result<CommandReply> &reply) {
        m_isSending = false;
        if (reply)
            m_note->setText(
                tr("%1 has the number %2.").arg(name, reply->number ? fromUtf8(*reply->number) : QString()));
        else
            m_error->showError(reply.error());
        look();
    });
    refresh();
}

void PersonPanel::fillServices()
{
    const QVariant before = m_service->currentData();
    const QSignalBlocker blocker(m_service);
    m_service->clear();
    for (const auto &[id, service] : m_desk.branch().services())
        m_service->addItem(inLanguage(service.name), static_cast<qlonglong>(id.value));
    m_service->setCurrentIndex(std::max(0, m_service->findData(before)));
}

void PersonPanel::refresh()
{
    const Ticket *now = ticket();
    const Person *person = chosen();
    const bool isLooking = !m_find->text().trimmed().isEmpty();
    const QString number = numberOf(m_ticket);
    m_title->setText(now ? tr("Who is %1?").arg(number) : tr("Who came in?"));
    m_hint->setText(!now                        ? tr("Choose a ticket in the list to say whose it is.")
                        : now->customer.isSet() ? tr("It is somebody's already; another choice replaces that.")
                                                : QString());
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_listTitle->setText(isLooking ? tr("Found") : tr("Came in within 30 minutes"));
    m_list->setVisible(!m_people.empty());
    m_empty->setVisible(m_people.empty());
    m_empty->setText(m_isAsking || m_pause.isActive() ? tr("Looking…")
                         : isLooking
                         ? tr("Nobody is known by this. Anonymous is always possible.")
                         : tr("Who is recognised by a card reader, a camera or a booking appears here."));
    const bool canAct = mayWork(m_desk) && m_desk.isLive() && !m_isSending
        && m_desk.link().access() == BranchLink::Access::SignedIn;
    m_link->setWords(now ? tr("This is %1").arg(number) : tr("Say whose it is"));
    m_link->setEnabled(canAct && person && now && now->customer != person->customer);
    const bool hasTicket = person && !numberOf(person->ticket).isEmpty();
    m_give->setEnabled(canAct && person && !hasTicket && m_service->currentIndex() >= 0);
    m_give->setToolTip(hasTicket ? tr("Has %1 already").arg(numberOf(person->ticket)) : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

void PersonPanel::retranslate()
{
    m_find->setPlaceholderText(tr("Name, phone, document, number, or a scan"));
    m_find->setAccessibleName(tr("Find somebody"));
    m_list->setAccessibleName(tr("People"));
    m_serviceTitle->setText(tr("Or a new ticket for"));
    m_service->setAccessibleName(tr("Service"));
    m_give->setWords(tr("Give a ticket"));
    m_close->setWords(tr("Close"));
    m_note->clear(); // said in the other language
    fillServices();
    refresh();
}

void PersonPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
