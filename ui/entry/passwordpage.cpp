// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/passwordpage.h"

#include "core/access/password.h"
#include "ui/entry/passwordfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <array>

namespace tiepdon {
namespace {

constexpr int kCardWidth = 440;

} // namespace

PasswordPage::PasswordPage(BranchLink &link, QWidget *parent)
    : EntryPage(&link, kCardWidth, parent), m_link(link),
      m_current(new PasswordField(QStringLiteral("currentPassword"), card())),
      m_new(new PasswordField(QStringLiteral("newPassword"), card())),
      m_again(new PasswordField(QStringLiteral("repeatPassword"), card())), m_rules(mutedLabel(card())),
      m_mismatch(plainLabel(card(), sizes::kTextSmall, QFont::Medium)), m_leave(new QPushButton(card())),
      m_wrong(m_new)
{
    setObjectName(QStringLiteral("passwordPage"));
    m_rules->setObjectName(QStringLiteral("passwordRules"));
    m_rules->setWordWrap(true);
    m_mismatch->setObjectName(QStringLiteral("repeatMismatch"));
    m_mismatch->setProperty("ink", QStringLiteral("bad"));
    m_leave->setObjectName(QStringLiteral("leavePasswordButton"));
    m_leave->setProperty("kind", QStringLiteral("quiet"));
    m_leave->setFocusPolicy(Qt::TabFocus);
    primary()->setObjectName(QStringLiteral("changePasswordButton"));
    m_currentCaption = addField(m_current);
    column()->addWidget(m_current->capsHint());
    m_newCaption = addField(m_new);
    column()->addWidget(m_new->capsHint());
    column()->addSpacing(4);
    column()->addWidget(m_rules);
    m_againCaption = addField(m_again);
    column()->addWidget(m_again->capsHint());
    column()->addWidget(m_mismatch);
    addEnding();
    column()->addSpacing(12);
    column()->addWidget(m_leave, 0, Qt::AlignHCenter);

    const std::array order{m_current, m_new, m_again};
    for (std::size_t i = 0; i < order.size(); ++i) {
        connect(order[i], &QLineEdit::returnPressed, this, [this, order, i] {
            if (i + 1 < order.size())
                order[i + 1]->setFocus(Qt::TabFocusReason);
            else
                press();
        });
        connect(order[i], &QLineEdit::textEdited, this, [this, field = order[i]] {
            setStyleProperty(*field, "wrong", QString());
            m_mismatch->hide();
        });
    }
    connect(m_again, &QLineEdit::editingFinished, this, &PasswordPage::refreshRepeat);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        if (m_isAtWill)
            Q_EMIT closed();
        else
            m_link.signOut();
    });
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (m_isAtWill)
            Q_EMIT closed();
    });
    setCurrent({});
    m_mismatch->hide();
    PasswordPage::retranslate();
    refresh();
}

void PasswordPage::setCurrent(const QString &password)
{
    m_known = password;
    m_currentCaption->parentWidget()->setVisible(m_known.isEmpty());
}

void PasswordPage::setAtWill()
{
    m_isAtWill = true;
    retranslate();
}

void PasswordPage::begin()
{
    if (m_isDone) {
        primary()->setFocus(Qt::OtherFocusReason);
        return;
    }
    PasswordField *first = m_known.isEmpty() ? m_current : m_new;
    first->setFocus(Qt::OtherFocusReason);
}

void PasswordPage::reset()
{
    m_isAtWill = false;
    m_isDone = false;
    showFields(true);
    setCurrent({});
    for (PasswordField *field : {m_current, m_new, m_again}) {
        field->forget();
        setStyleProperty(*field, "wrong", QString());
    }
    m_mismatch->hide();
    m_wrong = m_new;
    EntryPage::reset();
    retranslate();
}

void PasswordPage::showFields(bool areShown)
{
    for (const QLabel *caption : {m_currentCaption, m_newCaption, m_againCaption})
        caption->parentWidget()->setVisible(areShown);
    m_rules->setVisible(areShown);
    m_leave->setVisible(areShown);
    if (!areShown) {
        for (QLabel *hint : {m_current->capsHint(), m_new->capsHint(), m_again->capsHint(), m_mismatch})
            hint->hide();
    }
}

QLineEdit *PasswordPage::fieldToCorrect() const { return m_wrong; }

void PasswordPage::refreshRepeat()
{
    const bool differs = !m_again->text().isEmpty() && m_again->text() != m_new->text();
    m_mismatch->setVisible(differs);
    setStyleProperty(*m_again, "wrong", differs ? QStringLiteral("yes") : QString());
}

void PasswordPage::submit()
{
    if (m_isDone) {
        Q_EMIT closed();
        return;
    }
    for (PasswordField *field : {m_current, m_new, m_again}) {
        if (field->isVisibleTo(this) && field->text().isEmpty()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    refreshRepeat();
    if (m_again->text() != m_new->text()) {
        m_again->setFocus(Qt::OtherFocusReason);
        m_again->selectAll();
        return;
    }
    setBusy(true);
    m_link.changePassword(m_known.isEmpty() ? m_current->text() : m_known, m_new->text(), this,
                          [this](const Result<SessionInfo> &info) { onAnswer(info); });
}

void PasswordPage::onAnswer(const Result<SessionInfo> &info)
{
    setBusy(false);
    if (info && m_isAtWill) {
        m_isDone = true;
        for (PasswordField *field : {m_current, m_new, m_again})
            field->forget();
        showFields(false);
        retranslate();
        refresh();
        if (isVisible())
            begin();
    }
    if (info)
        return;
    m_wrong = m_new;
    if (info.error().code == ErrorCode::SignInRefused) {
        setCurrent({}); // what was remembered is not it
        m_wrong = m_current;
    }
    fail(info.error());
}

void PasswordPage::retranslate()
{
    title()->setText(m_isDone         ? tr("Your password was changed")
                         : m_isAtWill ? tr("Change your password")
                                      : tr("Choose your own password"));
    words()->setText(m_isDone ? tr("From now on only the new one is good, also for unlocking.")
                         : m_isAtWill
                         ? tr("You stay signed in here, and your counter stays as it is.")
                         : tr("The one you were given is for one use. From now on only you know yours."));
    const QString current = m_isAtWill ? tr("Password you have now") : tr("Password you were given");
    m_currentCaption->setText(current);
    m_newCaption->setText(tr("New password"));
    m_againCaption->setText(tr("New password once more"));
    m_current->setAccessibleName(current);
    m_new->setAccessibleName(tr("New password"));
    m_again->setAccessibleName(tr("New password once more"));
    m_rules->setText(
        tr("At least %1 characters of any kind: a few words you put together yourself are good. Not your "
           "name, not a password everybody tries.")
            .arg(kPasswordCharactersMin));
    m_mismatch->setText(tr("The two are not the same yet."));
    m_leave->setText(m_isAtWill ? tr("Cancel") : tr("Later: sign out"));
    m_leave->setAccessibleName(m_leave->text());
}

} // namespace tiepdon
