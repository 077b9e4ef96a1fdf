// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/passwordfield.h"

#include "core/access/password.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace tiepdon {

PasswordField::PasswordField(const QString &name, QWidget *parent)
    : QLineEdit(parent), m_show(new QPushButton(this)),
      m_capsHint(plainLabel(parent, sizes::kTextSmall, QFont::Medium))
{
    setObjectName(name + QStringLiteral("Edit"));
    setFont(textFont(sizes::kTextLarge));
    setMinimumHeight(40);
    setEchoMode(QLineEdit::Password);
    setMaxLength(kPasswordCharactersMax + 1);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_show->setObjectName(name + QStringLiteral("ShowButton"));
    m_show->setProperty("kind", QStringLiteral("quiet"));
    m_show->setCheckable(true);
    m_show->setCursor(Qt::ArrowCursor);
    m_show->setFocusPolicy(Qt::TabFocus);
    connect(m_show, &QPushButton::toggled, this, [this](bool isShown) {
        setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        retranslate();
    });
    m_capsHint->setObjectName(name + QStringLiteral("CapsHint"));
    m_capsHint->setProperty("ink", QStringLiteral("warn"));
    m_capsHint->hide();
    retranslate();
}

void PasswordField::forget()
{
    clear();
    m_show->setChecked(false);
    m_capsHint->hide();
}

void PasswordField::noteCaps(const QKeyEvent &event)
{
    // there is no asking the system; the letters typed tell
    if (event.key() == Qt::Key_CapsLock) {
        m_capsHint->hide();
        return;
    }
    const QString text = event.text();
    if (text.size() != 1 || (!text.at(0).isUpper() && !text.at(0).isLower()))
        return;
    const bool hasShift = event.modifiers() & Qt::ShiftModifier;
    m_capsHint->setVisible(text.at(0).isUpper() != hasShift);
}

void PasswordField::keyPressEvent(QKeyEvent *event)
{
    noteCaps(*event);
    QLineEdit::keyPressEvent(event);
}

void PasswordField::focusOutEvent(QFocusEvent *event)
{
    m_capsHint->hide();
    QLineEdit::focusOutEvent(event);
}

void PasswordField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    place();
}

void PasswordField::place()
{
    const QSize size = m_show->sizeHint();
    const int height = std::min(size.height(), this->height() - 8);
    m_show->setGeometry(width() - size.width() - 4, (this->height() - height) / 2, size.width(), height);
    setTextMargins(0, 0, size.width(), 0);
}

void PasswordField::retranslate()
{
    m_show->setText(m_show->isChecked() ? tr("Hide") : tr("Show"));
    m_show->setAccessibleName(m_show->isChecked() ? tr("Hide the password") : tr("Show the password"));
    m_capsHint->setText(tr("Caps Lock seems to be on."));
    place();
}

void PasswordField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace tiepdon
