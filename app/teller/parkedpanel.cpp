// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/parkedpanel.h"

#include "app/teller/parkedmodel.h"
#include "ui/session/language.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace tiepdon {

ParkedPanel::ParkedPanel(TellerDesk &desk, QWidget *parent)
    : DeskPanel(desk, QStringLiteral("parked"), parent), m_parked(new ParkedModel(desk, this)),
      m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_hint(mutedLabel(this, sizes::kText)),
      m_list(new QListView(this)), m_resume(new KeyButton(QStringLiteral("Enter"), false, this)),
      m_cancel(new KeyButton(QStringLiteral("Esc"), false, this))
{
    m_list->setObjectName(QStringLiteral("parkedList"));
    m_list->setModel(m_parked);
    m_list->setItemDelegate(new ParkedDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(4 * ParkedDelegate::kRowHeight + 8);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_hint->setObjectName(QStringLiteral("parkedHint"));
    m_hint->setWordWrap(true);
    m_resume->setObjectName(QStringLiteral("takeUpButton"));
    m_cancel->setObjectName(QStringLiteral("parkedCancelButton"));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_resume);
    head->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_list);
    column->addWidget(m_hint);

    connect(m_resume, &QPushButton::clicked, this, &ParkedPanel::resumeChosen);
    connect(m_cancel, &QPushButton::clicked, this, &ParkedPanel::close);
    connect(m_list, &QListView::doubleClicked, this, &ParkedPanel::resumeChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ParkedPanel::refresh);
    retranslate();
}

void ParkedPanel::open()
{
    if (!desk().isAtWork())
        return;
    m_inHand = desk().ticket() ? desk().ticket()->id : TicketId{};
    m_parked->tick();
    m_list->setCurrentIndex(m_parked->index(0));
    reveal(*m_list);
    refresh();
}

void ParkedPanel::tick()
{
    if (!isOpen())
        return;
    const TicketId before = chosen();
    m_parked->tick();
    // whoever stands next in the list was not chosen: Enter must not call them
    if (before.isSet() && chosen() != before)
        m_list->setCurrentIndex({});
    refresh();
}

void ParkedPanel::follow()
{
    const Ticket *inHand = desk().ticket();
    if (!desk().isAtWork() || (inHand && inHand->id != m_inHand))
        close();
    else
        tick();
}

TicketId ParkedPanel::chosen() const
{
    return TicketId{m_list->currentIndex().data(ParkedModel::TicketRole).toLongLong()};
}

void ParkedPanel::resumeChosen()
{
    if (m_resume->isEnabled())
        desk().resume(chosen());
}

void ParkedPanel::onEnter()
{
    if (m_cancel->hasFocus())
        close();
    else
        resumeChosen();
}

QString ParkedPanel::hint() const
{
    if (m_parked->rowCount() == 0)
        return tr("Nobody is parked. Whoever you park while serving them appears here.");
    if (const Ticket *inHand = desk().ticket())
        return tr("To look only: %1 is still at your counter.").arg(fromUtf8(inHand->number));
    if (desk().onBreak())
        return tr("To look only: you are on a break.");
    return tr("Whoever is taken up is called to your counter. When the time is up they wait again by themselves, "
              "first in the queue.");
}

void ParkedPanel::refresh()
{
    m_hint->setText(hint());
    m_resume->setEnabled(desk().canCall() && chosen().isSet());
    const QString number = m_list->currentIndex().data().toString();
    m_resume->setWords(number.isEmpty() ? tr("Take up") : tr("Take up %1").arg(number));
}

void ParkedPanel::retranslate()
{
    m_title->setText(tr("Parked"));
    setAccessibleName(m_title->text());
    m_list->setAccessibleName(tr("People parked"));
    m_cancel->setWords(tr("Close"));
    refresh();
}

} // namespace tiepdon
