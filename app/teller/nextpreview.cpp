// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/nextpreview.h"

#include "ui/customer/customerword.h"
#include "ui/customer/needchips.h"
#include "ui/session/language.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {

NextPreview::NextPreview(TellerCustomer &customer, QWidget *parent)
    : QWidget(parent), m_customer(customer), m_name(new ElidedLabel(this)), m_needs(new NeedChips(this)),
      m_open(plainLabel(this, sizes::kTextSmall, QFont::Medium))
{
    setObjectName(QStringLiteral("nextPreview"));
    m_name->setObjectName(QStringLiteral("nextName"));
    m_name->setFont(textFont(sizes::kText, QFont::DemiBold));
    m_needs->setObjectName(QStringLiteral("nextNeeds"));
    m_needs->setCompact(true);
    m_open->setObjectName(QStringLiteral("nextOpen"));
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_needs);
    first->addWidget(m_name, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(first);
    column->addWidget(m_open);
    connect(&customer, &TellerCustomer::changed, this, &NextPreview::refresh);
    refresh();
}

void NextPreview::refresh()
{
    const KnownPerson *next = m_customer.next();
    const CustomerCard *card = next ? next->card() : nullptr;
    setVisible(card != nullptr);
    if (!card)
        return;
    m_needs->setNeeds(card->customer.needs);
    const QString form = addressed(*card);
    const QString whole = fromUtf8(card->customer.name);
    m_name->setText(card->isNameHidden  ? tr("Name is shown with the call")
                        : form == whole ? whole
                                        : QStringLiteral("%1 · %2").arg(form, whole));
    const TimeMs now = m_customer.desk().link().hubNowMs();
    const auto open = std::count_if(card->openItems.begin(), card->openItems.end(),
                                    [](const OpenItem &item) { return item.isOpen(); });
    const auto late = std::count_if(card->openItems.begin(), card->openItems.end(),
                                    [now](const OpenItem &item) { return item.isLate(now); });
    m_open->setVisible(open > 0);
    m_open->setText(late > 0 ? tr("Promises and complaints open: %1, late: %2").arg(open).arg(late)
                             : tr("Promises and complaints open: %1").arg(open));
    setStyleProperty(*m_open, "ink", late > 0 ? QStringLiteral("bad") : QString());
}

void NextPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
