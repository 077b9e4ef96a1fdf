// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/findpanel.h"

#include "app/teller/hitsmodel.h"
#include "app/teller/pickpanel.h"
#include "app/teller/scanwatch.h"
#include "ui/session/language.h"
#include "ui/session/sentence.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kHitsMax = 20;
constexpr int kTypedMax = 2000; ///< a citizen card's code is long
constexpr int kRowsShown = 4;

} // namespace

FindPanel::FindPanel(TellerCustomer &customer, QWidget *parent)
    : DeskPanel(customer.desk(), QStringLiteral("findPerson"), parent), m_customer(customer),
      m_hits(new HitsModel(this)), m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_text(new QLineEdit(this)), m_list(new QListView(this)), m_hint(plainLabel(this, sizes::kText)),
      m_confirm(new KeyButton(QStringLiteral("Enter"), false, this)),
      m_link(new KeyButton(QStringLiteral("Ctrl+Enter"), false, this)),
      m_create(new KeyButton(QStringLiteral("Alt+N"), false, this)),
      m_cancel(new KeyButton(QStringLiteral("Esc"), false, this))
{
    m_title->setObjectName(QStringLiteral("findPersonTitle"));
    m_title->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("findPersonEdit"));
    m_text->setFont(textFont(sizes::kTextLarge));
    m_text->setMaxLength(kTypedMax);
    m_text->setMinimumHeight(40);
    m_text->installEventFilter(this);
    setTakesScans(*m_text);
    m_list->setObjectName(QStringLiteral("hitsList"));
    m_list->setModel(m_hits);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(kRowsShown * HitDelegate::kRowHeight + 10);
    m_hint->setObjectName(QStringLiteral("findPersonHint"));
    m_hint->setWordWrap(true);
    m_confirm->setObjectName(QStringLiteral("findPersonConfirmButton"));
    m_link->setObjectName(QStringLiteral("linkPersonButton"));
    m_create->setObjectName(QStringLiteral("createPersonButton"));
    m_cancel->setObjectName(QStringLiteral("findPersonCancelButton"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (KeyButton *button : {m_confirm, m_link, m_create, m_cancel}) {
        button->setFont(textFont(sizes::kText, QFont::Medium));
        button->setFixedHeight(36);
    }
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_link);
    buttons->addWidget(m_create);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_title);
    left->addWidget(m_text);
    left->addWidget(m_hint, 1, Qt::AlignTop);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(left, 2);
    columns->addWidget(m_list, 3);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->setSpacing(8);
    all->addLayout(columns);
    all->addLayout(buttons);

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &FindPanel::search);
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        ++m_serial; // what is asked already is of another text
        m_isSearching = false;
        m_wasSearched = false;
        m_isEnterKept = false;
        m_scanned = {};
        m_typing.start();
        refresh();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { refresh(); });
    connect(m_list, &QListView::doubleClicked, this, [this] { act(); });
    connect(m_confirm, &QPushButton::clicked, this, &FindPanel::act);
    connect(m_link, &QPushButton::clicked, this, &FindPanel::linkChosen);
    connect(m_create, &QPushButton::clicked, this, &FindPanel::create);
    connect(m_cancel, &QPushButton::clicked, this, &FindPanel::close);
    connect(&customer, &TellerCustomer::forgotten, this, [this] {
        m_text->clear();
        m_hits->setHits({}, desk().link().branch(), 0);
        close();
    });
    const auto key = [this](const QKeySequence &code, QWidget *where, auto &&what) {
        auto *shortcut = new QShortcut(code, where, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::CTRL | Qt::Key_Return, this, [this] { linkChosen(); });
    key(Qt::CTRL | Qt::Key_Enter, this, [this] { linkChosen(); });
    key(Qt::ALT | Qt::Key_N, this, [this] { create(); });
    key(Qt::Key_L, m_list, [this] { linkChosen(); });
    retranslate();
}

void FindPanel::open(bool isIdentifying, const QString &text)
{
    m_isIdentifying = isIdentifying && desk().ticket();
    m_ticket = desk().ticket() ? desk().ticket()->id : TicketId{};
    m_problem.reset();
    m_isEnterKept = false;
    m_scanned = {};
    m_hits->setHits({}, desk().link().branch(), 0);
    m_text->setText(text);
    m_wasSearched = false;
    retranslate();
    reveal(*m_text);
    if (!text.isEmpty())
        search();
}

void FindPanel::follow()
{
    const TicketId inHand = desk().ticket() ? desk().ticket()->id : TicketId{};
    if (m_isIdentifying && inHand != m_ticket) { // it was asked about somebody who is gone
        close();
        return;
    }
    m_ticket = inHand;
    refresh();
}

void FindPanel::search()
{
    m_typing.stop();
    const QString text = m_text->text().trimmed();
    m_problem.reset();
    if (text.isEmpty()) {
        m_isSearching = false;
        m_wasSearched = false;
        m_scanned = {};
        m_hits->setHits({}, desk().link().branch(), 0);
        refresh();
        return;
    }
    m_isSearching = true;
    FindCustomers question;
    question.text = text.toStdString();
    question.limit = kHitsMax;
    m_customer.ask<FindCustomers>(question, [this, serial = ++m_serial](const Result<CustomersFound> &found) {
        if (serial == m_serial) // else something else was typed meanwhile
            onFound(found);
    });
    refresh();
}

void FindPanel::onFound(const Result<CustomersFound> &found)
{
    m_isSearching = false;
    m_wasSearched = true;
    if (!found) {
        m_problem = found.error();
        m_scanned = {};
        m_hits->setHits({}, desk().link().branch(), 0);
        m_isEnterKept = false;
        refresh();
        return;
    }
    m_scanned = found->scanned.value_or(ScannedCard{});
    m_isMore = found->isMore;
    m_hits->setHits(found->hits, desk().link().branch(), desk().link().hubNowMs());
    m_list->setCurrentIndex(m_hits->index(0));
    refresh();
    if (!std::exchange(m_isEnterKept, false))
        return;
    if (m_hits->rowCount() == 1)
        act();
    else if (m_hits->rowCount() == 0 && m_isIdentifying)
        create();
}

const CustomerHit *FindPanel::chosen() const { return m_hits->hit(m_list->currentIndex().row()); }

QString FindPanel::inHandNumber() const
{
    const Ticket *ticket = desk().ticket();
    return ticket ? fromUtf8(ticket->number) : QString();
}

bool FindPanel::canCall(const CustomerHit &hit) const
{
    const Ticket *ticket = desk().link().branch().ticket(hit.ticket);
    return ticket && ticket->isQueued() && desk().canCall();
}

void FindPanel::onEnter()
{
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (button && isAncestorOf(button) && button != m_confirm) {
        button->click();
        return;
    }
    if (isPending()) {
        m_isEnterKept = true;
        if (m_typing.isActive())
            search();
        return;
    }
    if (m_hits->rowCount() == 0 && m_wasSearched && !m_problem && m_isIdentifying)
        create();
    else
        act();
}

void FindPanel::act()
{
    const CustomerHit *hit = chosen();
    if (!hit || isPending())
        return;
    if (m_isIdentifying)
        linkChosen();
    else if (hit->foundBy == FoundBy::Ticket && canCall(*hit)) {
        desk().callTicket(hit->ticket);
        close();
    } else if (hit->customer.isSet())
        openCard();
}

void FindPanel::openCard()
{
    const CustomerId customer = chosen()->customer;
    close();
    m_customer.open(customer);
}

void FindPanel::linkChosen()
{
    const CustomerHit *hit = chosen();
    if (!hit || isPending() || !hit->customer.isSet() || !m_ticket.isSet() || !desk().canAct())
        return;
    const CustomerId customer = hit->customer;
    close();
    m_customer.link(m_ticket, customer);
}

void FindPanel::create()
{
    const QString typed = m_text->text().trimmed();
    const ScannedCard scanned = m_scanned;
    Q_EMIT createAsked(typed, scanned);
}

QString FindPanel::hint() const
{
    if (m_problem)
        return sentence(*m_problem);
    if (isPending())
        return tr("Looking…");
    const CustomerHit *hit = chosen();
    if (!m_wasSearched)
        return tr("Name, phone, document, customer number, ticket, or scan a card. Accents are not needed.");
    if (m_hits->rowCount() == 0) {
        const QString where = whereabouts(desk().link().branch(), m_text->text().trimmed().toUpper());
        if (!where.isEmpty())
            return where;
        return m_isIdentifying ? tr("Nobody found. Enter makes a new profile of what you typed.")
                               : tr("Nobody found. Try fewer letters, or a number.");
    }
    if (hit && hit->foundBy == FoundBy::Ticket && !m_isIdentifying && !canCall(*hit)) {
        const Ticket *ticket = desk().link().branch().ticket(hit->ticket);
        const QString where = ticket ? whereabouts(desk().link().branch(), fromUtf8(ticket->number)) : QString();
        if (!where.isEmpty())
            return where;
    }
    if (!m_scanned.unread.empty())
        return tr("Some fields of the card could not be read: check them with the customer.");
    return m_isMore ? tr("There are more: type another letter.") : QString();
}

void FindPanel::refresh()
{
    const CustomerHit *hit = chosen();
    m_hint->setText(hint());
    setStyleProperty(*m_hint, "ink", m_problem ? QStringLiteral("warn") : QString());
    const bool isCall = hit && !m_isIdentifying && hit->foundBy == FoundBy::Ticket && canCall(*hit);
    const QString number = m_list->currentIndex().data(HitsModel::NumberRole).toString();
    m_confirm->setWords(m_isIdentifying ? tr("It is theirs")
                            : isCall    ? tr("Call %1").arg(number)
                                        : tr("Open the card"));
    m_confirm->setEnabled(hit && !isPending() && (isCall || hit->customer.isSet())
                          && (!m_isIdentifying || desk().canAct()));
    m_link->setVisible(!m_isIdentifying && desk().ticket());
    m_link->setWords(tr("%1 is theirs").arg(inHandNumber()));
    m_link->setEnabled(hit && !isPending() && hit->customer.isSet() && desk().canAct());
}

bool FindPanel::eventFilter(QObject *watched, QEvent *event)
{
    // up and down choose while one types
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return DeskPanel::eventFilter(watched, event);
}

void FindPanel::retranslate()
{
    m_title->setText(m_isIdentifying ? tr("Whose is %1?").arg(inHandNumber()) : tr("Find a person or a ticket"));
    setAccessibleName(m_title->text());
    m_text->setPlaceholderText(tr("Name, phone, number, scan…"));
    m_text->setAccessibleName(tr("Whom to find"));
    m_list->setAccessibleName(tr("People found"));
    m_create->setWords(tr("New profile"));
    m_cancel->setWords(tr("Close"));
    refresh();
}

} // namespace tiepdon
