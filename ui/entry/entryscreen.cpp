// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/entryscreen.h"

#include "ui/entry/entrypage.h"
#include "ui/widgets/connectionbadge.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tiepdon {

EntryScreen::EntryScreen(BranchLink *link, Language &language, QWidget *parent)
    : QWidget(parent), m_product(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_languageButton(new QPushButton(this)), m_pages(new QStackedWidget(this)), m_where(mutedLabel(this)),
      m_note(mutedLabel(this))
{
    setObjectName(QStringLiteral("entryScreen"));
    auto *bar = new QFrame(this);
    bar->setProperty("panel", QStringLiteral("bar"));
    bar->setFixedHeight(56);
    m_product->setObjectName(QStringLiteral("productName"));
    m_product->setText(QStringLiteral("Tiếp Đón"));
    m_languageButton->setObjectName(QStringLiteral("entryLanguageButton"));
    m_languageButton->setProperty("kind", QStringLiteral("quiet"));
    m_languageButton->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_product, 1);
    if (link)
        row->addWidget(new ConnectionBadge(*link, bar));
    row->addWidget(m_languageButton);

    m_where->setObjectName(QStringLiteral("entryWhere"));
    m_note->setObjectName(QStringLiteral("entryNote"));
    for (QLabel *label : {m_where, m_note}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 20);
    column->setSpacing(4);
    column->addWidget(bar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_where);
    column->addWidget(m_note);
    connect(m_languageButton, &QPushButton::clicked, &language, &Language::toggle);
    retranslate();
}

void EntryScreen::setPlace(const EntryPlace &place)
{
    m_place = place;
    retranslate();
}

void EntryScreen::add(EntryPage *page) { m_pages->addWidget(page); }

void EntryScreen::show(EntryPage *page)
{
    m_pages->setCurrentWidget(page);
    if (page->isVisible())
        page->begin();
}

void EntryScreen::retranslate()
{
    m_languageButton->setText(Language::current() == LanguageKind::Vietnamese ? QStringLiteral("English")
                                                                              : QStringLiteral("Tiếng Việt"));
    m_languageButton->setAccessibleName(tr("Switch language"));
    QStringList where;
    if (!m_place.device.isEmpty())
        where << tr("This device: %1").arg(m_place.device);
    if (!m_place.hub.isEmpty())
        where << tr("Hub: %1").arg(m_place.hub);
    m_where->setText(where.join(QStringLiteral("  ·  ")));
    m_where->setVisible(!where.isEmpty());
    m_note->setText(tr("No keychain on this system: secrets are kept in files only you can read, in %1")
                        .arg(m_place.secretsFolder));
    m_note->setVisible(!m_place.secretsFolder.isEmpty());
}

void EntryScreen::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
