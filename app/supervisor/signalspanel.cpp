// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/signalspanel.h"

#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tiepdon {

SignalsPanel::SignalsPanel(AlertSignals &alertSignals, QWidget *parent)
    : QFrame(parent), m_signals(alertSignals), m_title(mutedLabel(this)), m_sound(new QCheckBox(this)),
      m_notices(new QCheckBox(this)), m_missing(mutedLabel(this)), m_try(new QPushButton(this))
{
    setObjectName(QStringLiteral("signalsPanel"));
    m_sound->setObjectName(QStringLiteral("soundBox"));
    m_notices->setObjectName(QStringLiteral("notificationsBox"));
    m_missing->setObjectName(QStringLiteral("noNotificationsLabel"));
    m_try->setObjectName(QStringLiteral("trySignalsButton"));
    m_sound->setChecked(m_signals.settings().withSound);
    m_notices->setChecked(m_signals.settings().withNotices);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (QWidget *each : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sound),
                          static_cast<QWidget *>(m_notices), static_cast<QWidget *>(m_missing)})
        row->addWidget(each);
    row->addStretch(1);
    row->addWidget(m_try);
    connect(m_sound, &QCheckBox::toggled, this, &SignalsPanel::keep);
    connect(m_notices, &QCheckBox::toggled, this, &SignalsPanel::keep);
    connect(m_try, &QPushButton::clicked, &m_signals, &AlertSignals::tryOut);
    connect(&m_signals.notices(), &DesktopNotices::stateChanged, this, &SignalsPanel::retranslate);
    retranslate();
}

void SignalsPanel::keep() { m_signals.setSettings({m_sound->isChecked(), m_notices->isChecked()}); }

void SignalsPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SignalsPanel::retranslate()
{
    const bool isMissing = m_signals.notices().state() == DesktopNotices::State::Missing;
    m_title->setText(tr("On this PC:"));
    m_sound->setText(tr("Sound"));
    m_sound->setAccessibleName(tr("Alerts are heard on this PC"));
    m_notices->setText(tr("System notifications"));
    m_notices->setAccessibleName(tr("Alerts are shown by the system on this PC"));
    m_notices->setEnabled(!isMissing);
    m_missing->setText(tr("This PC shows no system notifications."));
    m_missing->setVisible(isMissing);
    m_try->setText(tr("Try it"));
    m_try->setAccessibleName(tr("Try sound and notification"));
}

} // namespace tiepdon
