// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/entrypage.h"

#include "ui/session/sentence.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <charconv>

namespace tiepdon {
namespace {

/// A hub that wants more is not believed: nobody waits a day in front of a button.
constexpr qint64 kPauseMaxMs = kHourMs;
constexpr int kTickMs = 200;

qint64 waitOf(const Error &error)
{
    const auto it = error.detail.find("waitMs");
    if (error.code != ErrorCode::SignInDelayed || it == error.detail.end())
        return 0;
    qint64 waitMs = 0;
    std::from_chars(it->second.data(), it->second.data() + it->second.size(), waitMs);
    return std::clamp<qint64>(waitMs, 0, kPauseMaxMs);
}

} // namespace

EntryPage::EntryPage(BranchLink *link, int cardWidth, QWidget *parent)
    : QWidget(parent), m_link(link), m_card(new QFrame(this)), m_column(new QVBoxLayout(m_card)),
      m_title(plainLabel(m_card, sizes::kTitle, QFont::DemiBold)), m_words(mutedLabel(m_card, sizes::kText)),
      m_hint(plainLabel(m_card, sizes::kText)), m_error(new ErrorBanner(m_card)),
      m_primary(new KeyButton(QStringLiteral("Enter"), true, m_card))
{
    m_card->setObjectName(QStringLiteral("entryCard"));
    m_card->setProperty("panel", QStringLiteral("surface"));
    m_card->setFixedWidth(cardWidth);
    m_title->setObjectName(QStringLiteral("entryTitle"));
    m_title->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("entryWords"));
    m_words->setWordWrap(true);
    m_hint->setObjectName(QStringLiteral("entryHint"));
    m_hint->setWordWrap(true);
    m_primary->setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
    m_primary->setFixedHeight(48);
    m_column->setContentsMargins(32, 28, 32, 32);
    m_column->setSpacing(0);
    m_column->addWidget(m_title);
    m_column->addSpacing(4);
    m_column->addWidget(m_words);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 24);
    outer->addStretch(2);
    auto *row = new QHBoxLayout; // an alignment would do without the height that wrapped words need
    row->addStretch();
    row->addWidget(m_card);
    row->addStretch();
    outer->addLayout(row);
    outer->addStretch(3);

    connect(m_primary, &QPushButton::clicked, this, &EntryPage::press);
    if (link)
        connect(link, &BranchLink::statusChanged, this, &EntryPage::refresh);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_pause.hasExpired())
            endPause();
        refresh();
    });
}

QLabel *EntryPage::addField(QWidget *field)
{
    auto *holder = new QWidget(m_card);
    auto *column = new QVBoxLayout(holder);
    QLabel *caption = plainLabel(holder, sizes::kText, QFont::Medium);
    caption->setBuddy(field);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(4);
    column->addWidget(caption);
    column->addWidget(field);
    m_column->addWidget(holder);
    return caption;
}

void EntryPage::addEnding()
{
    auto *ending = new QVBoxLayout;
    ending->setSpacing(12);
    ending->addWidget(m_hint);
    ending->addWidget(m_error);
    ending->addWidget(m_primary);
    m_column->addSpacing(20);
    m_column->addLayout(ending);
}

void EntryPage::reset()
{
    clearError();
    endPause();
    setBusy(false);
}

void EntryPage::showError(const Error &error)
{
    m_error->showError(error);
    if (const qint64 waitMs = waitOf(error); waitMs > 0) {
        m_pause.setRemainingTime(waitMs);
        m_tick.start();
    }
    refresh();
}

void EntryPage::clearError() { m_error->clear(); }

void EntryPage::fail(const Error &error)
{
    showError(error);
    if (QLineEdit *field = fieldToCorrect()) {
        setStyleProperty(*field, "wrong", QStringLiteral("yes"));
        field->setFocus(Qt::OtherFocusReason);
        field->selectAll();
    }
}

void EntryPage::endPause()
{
    if (!m_tick.isActive())
        return;
    m_tick.stop();
    m_error->clear();
    refresh();
}

void EntryPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    refresh();
}

QString EntryPage::reachHint() const
{
    if (!m_link || !needsHub())
        return {};
    switch (m_link->status()) {
    case BranchLink::Status::Live:
    case BranchLink::Status::SignedOut:
        return {};
    case BranchLink::Status::Connecting:
        if (m_link->problem().message.empty())
            return tr("Connecting to the hub…");
        [[fallthrough]];
    case BranchLink::Status::Stale:
        return tr("The hub cannot be reached. It is tried again by itself; go on when the badge says connected.");
    case BranchLink::Status::Refused:
        return sentence(m_link->problem());
    }
    return {};
}

void EntryPage::refresh()
{
    const QString hint = reachHint();
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setStyleProperty(*m_hint, "ink", QStringLiteral("warn"));
    m_primary->setEnabled(!m_isBusy && !m_tick.isActive() && hint.isEmpty());
    if (m_tick.isActive())
        m_primary->setWords(
            tr("Try again in %1 s").arg(QLocale().toString((m_pause.remainingTime() + 999) / 1000)));
    else
        m_primary->setWords(m_isBusy ? busyWords() : primaryWords());
}

void EntryPage::press()
{
    if (!m_primary->isEnabled())
        return;
    clearError();
    if (QLineEdit *field = fieldToCorrect())
        setStyleProperty(*field, "wrong", QString());
    submit();
}

void EntryPage::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_primary->hasFocus())
        press();
    else
        QWidget::keyPressEvent(event);
}

void EntryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        begin();
}

void EntryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace tiepdon
