// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/signinpage.h"

#include "ui/entry/passwordfield.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kCardWidth = 440;
constexpr int kAccountCharactersMax = 64; ///< longer than any account

} // namespace

SignInPage::SignInPage(BranchLink &link, QWidget *parent)
    : EntryPage(&link, kCardWidth, parent), m_link(link), m_account(new QLineEdit(card())),
      m_password(new PasswordField(QStringLiteral("password"), card()))
{
    setObjectName(QStringLiteral("signInPage"));
    m_account->setObjectName(QStringLiteral("accountEdit"));
    m_account->setFont(textFont(sizes::kTextLarge));
    m_account->setMinimumHeight(40);
    m_account->setMaxLength(kAccountCharactersMax);
    m_account->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText | Qt::ImhPreferLowercase
                                   | Qt::ImhNoAutoUppercase);
    primary()->setObjectName(QStringLiteral("signInButton"));
    m_accountCaption = addField(m_account);
    m_passwordCaption = addField(m_password);
    column()->addWidget(m_password->capsHint());
    addEnding();
    // Enter goes on to the field that is still empty
    connect(m_account, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty())
            m_password->setFocus(Qt::TabFocusReason);
        else
            press();
    });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::press);
    // a pause is that of one account
    connect(m_account, &QLineEdit::textEdited, this, &SignInPage::endPause);
    SignInPage::retranslate();
    refresh();
}

void SignInPage::begin()
{
    QLineEdit *first = m_account->text().isEmpty() ? m_account : static_cast<QLineEdit *>(m_password);
    first->setFocus(Qt::OtherFocusReason);
}

void SignInPage::reset()
{
    m_password->forget();
    setStyleProperty(*m_password, "wrong", QString());
    EntryPage::reset();
}

QString SignInPage::takePassword()
{
    const QString typed = m_password->text();
    m_password->forget();
    return typed;
}

QLineEdit *SignInPage::fieldToCorrect() const { return m_password; }

void SignInPage::submit()
{
    if (m_account->text().trimmed().isEmpty()) {
        m_account->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_password->text().isEmpty()) {
        m_password->setFocus(Qt::OtherFocusReason);
        return;
    }
    setBusy(true);
    m_link.signIn(m_account->text().trimmed(), m_password->text(), this, [this](const Result<SessionInfo> &info) {
        setBusy(false);
        if (!info)
            fail(info.error());
    });
}

void SignInPage::retranslate()
{
    title()->setText(tr("Sign in"));
    words()->setText(tr("With your own account and password; what you do is kept under your name."));
    m_accountCaption->setText(tr("Account"));
    m_passwordCaption->setText(tr("Password"));
    m_account->setAccessibleName(tr("Account"));
    m_password->setAccessibleName(tr("Password"));
}

} // namespace tiepdon
