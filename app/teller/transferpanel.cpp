// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/transferpanel.h"

#include "ui/session/language.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace tiepdon {

TransferPanel::TransferPanel(TellerDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_services(new QListWidget(this)), m_placeTitle(mutedLabel(this, sizes::kText)),
      m_byTime(new QRadioButton(this)), m_first(new QRadioButton(this)), m_last(new QRadioButton(this)),
      m_confirm(new KeyButton(QStringLiteral("Enter"), false, this)),
      m_cancel(new KeyButton(QStringLiteral("Esc"), false, this))
{
    setObjectName(QStringLiteral("transferPanel"));
    setProperty("panel", QStringLiteral("info"));
    m_services->setObjectName(QStringLiteral("transferServiceChoice"));
    m_services->setFont(textFont(sizes::kTextLarge));
    m_services->setMinimumHeight(132);
    m_byTime->setObjectName(QStringLiteral("transferByTimeChoice"));
    m_first->setObjectName(QStringLiteral("transferFirstChoice"));
    m_last->setObjectName(QStringLiteral("transferLastChoice"));
    m_confirm->setObjectName(QStringLiteral("transferConfirmButton"));
    m_cancel->setObjectName(QStringLiteral("transferCancelButton"));
    m_byTime->setChecked(true);

    auto *places = new QVBoxLayout;
    places->setSpacing(4);
    places->addWidget(m_placeTitle);
    places->addWidget(m_byTime);
    places->addWidget(m_first);
    places->addWidget(m_last);
    places->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    places->addLayout(buttons);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(m_services, 1);
    columns->addLayout(places, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->setSpacing(8);
    all->addWidget(m_title);
    all->addLayout(columns);

    connect(m_confirm, &QPushButton::clicked, this, &TransferPanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &TransferPanel::close);
    connect(m_services, &QListWidget::itemDoubleClicked, this, &TransferPanel::confirm);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this] { m_cancel->hasFocus() ? close() : confirm(); });
    }
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &TransferPanel::close);
    connect(&desk, &TellerDesk::changed, this, &TransferPanel::refresh);
    retranslate();
    hide();
}

void TransferPanel::open()
{
    if (!m_desk.canTransfer())
        return;
    m_ticket = m_desk.ticket()->id;
    m_byTime->setChecked(true);
    m_services->clear();
    fill();
    refresh();
    show();
    m_services->setFocus(Qt::OtherFocusReason);
}

void TransferPanel::close()
{
    if (!isVisibleTo(parentWidget()))
        return;
    hide();
    Q_EMIT closed();
}

void TransferPanel::fill()
{
    const Ticket *ticket = m_desk.ticket();
    if (!ticket)
        return;
    const int before = m_services->currentRow();
    m_services->clear();
    for (const auto &[id, service] : m_desk.link().branch().services()) {
        if (id == ticket->step.service)
            continue;
        auto *item = new QListWidgetItem(inLanguage(service.name), m_services);
        item->setData(Qt::UserRole, static_cast<qlonglong>(id.value));
        item->setSizeHint({160, 32});
    }
    m_services->setCurrentRow(before < 0 ? 0 : before);
    m_title->setText(tr("Transfer %1 to").arg(fromUtf8(ticket->number)));
}

void TransferPanel::refresh()
{
    // the choice was about one ticket: it goes when that ticket goes
    if (isVisibleTo(parentWidget()) && (!m_desk.ticket() || m_desk.ticket()->id != m_ticket))
        close();
    m_confirm->setEnabled(m_desk.canTransfer() && m_services->currentRow() >= 0);
}

command::TransferPlace TransferPanel::place() const
{
    if (m_first->isChecked())
        return command::TransferPlace::First;
    return m_last->isChecked() ? command::TransferPlace::Last : command::TransferPlace::ByTimeWaited;
}

void TransferPanel::confirm()
{
    const QListWidgetItem *item = m_services->currentItem();
    if (item && m_confirm->isEnabled())
        m_desk.transfer(ServiceId{item->data(Qt::UserRole).toLongLong()}, place());
}

void TransferPanel::retranslate()
{
    m_placeTitle->setText(tr("Place in the queue there"));
    m_byTime->setText(tr("By time waited"));
    m_first->setText(tr("First"));
    m_last->setText(tr("Last"));
    m_confirm->setWords(tr("Transfer"));
    m_cancel->setWords(tr("Cancel"));
    m_services->setAccessibleName(tr("Service to transfer to"));
    for (QRadioButton *choice : {m_byTime, m_first, m_last})
        choice->setAccessibleName(choice->text());
    setAccessibleName(tr("Transfer"));
    fill();
}

void TransferPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
