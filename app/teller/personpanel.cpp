// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/personpanel.h"

#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tiepdon {

QString nameFor(const TellerDesk &desk, const KnownPerson &person)
{
    constexpr int kNameMax = 40;
    if (const CustomerCard *card = person.card(); card && !card->isNameHidden) {
        const QString name = addressed(*card);
        return name.size() > kNameMax ? name.left(kNameMax) + QStringLiteral("…") : name;
    }
    const Ticket *ticket = desk.link().branch().ticket(person.ticket);
    return ticket ? fromUtf8(ticket->number) : QStringLiteral("?");
}

PersonPanel::PersonPanel(TellerCustomer &customer, const QString &name, QWidget *parent)
    : DeskPanel(customer.desk(), name, parent), m_customer(customer),
      m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_hint(mutedLabel(this, sizes::kText)),
      m_rows(new QVBoxLayout), m_error(new ErrorBanner(this)), m_buttons(new QHBoxLayout),
      m_confirm(new KeyButton(QStringLiteral("Enter"), false, this)),
      m_cancel(new KeyButton(QStringLiteral("Esc"), false, this))
{
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint->setObjectName(name + QStringLiteral("Hint"));
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_confirm->setObjectName(name + QStringLiteral("ConfirmButton"));
    m_cancel->setObjectName(name + QStringLiteral("CancelButton"));
    m_buttons->setSpacing(8);
    m_buttons->addWidget(m_title, 1);
    m_buttons->addWidget(m_confirm);
    m_buttons->addWidget(m_cancel);
    m_rows->setSpacing(6);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 10, 16, 10);
    all->setSpacing(8);
    all->addLayout(m_buttons);
    all->addWidget(m_hint);
    all->addLayout(m_rows);
    all->addWidget(m_error);
    connect(m_confirm, &QPushButton::clicked, this, [this] { confirm(); });
    connect(m_cancel, &QPushButton::clicked, this, &PersonPanel::close);
    connect(&customer, &TellerCustomer::forgotten, this, &PersonPanel::close);
}

bool PersonPanel::begin()
{
    const KnownPerson *person = m_customer.writable();
    if (!person)
        return false;
    beginAbout(m_customer.subject(), nameFor(desk(), *person));
    return true;
}

void PersonPanel::beginAbout(const Subject &subject, const QString &who)
{
    m_subject = subject;
    m_who = who;
    m_isSending = false;
    m_confirm->setEnabled(true);
    ++m_opening;
    clearError();
    retranslate();
}

void PersonPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PersonPanel::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void PersonPanel::setConfirmWords(const QString &words) { m_confirm->setWords(words); }

void PersonPanel::showError(const Error &error) { m_error->showError(error); }

void PersonPanel::clearError() { m_error->clear(); }

void PersonPanel::send(const CustomerCommand &change, std::function<void(const CustomerReply &)> done)
{
    if (m_isSending)
        return;
    m_isSending = true;
    clearError();
    m_confirm->setEnabled(false);
    m_customer.change(change,
                      [this, opening = m_opening, done = std::move(done)](const Result<CustomerReply> &reply) {
                          const bool isMine = opening == m_opening;
                          if (isMine) {
                              m_isSending = false;
                              m_confirm->setEnabled(true);
                          }
                          if (!reply) {
                              const bool isShown = isMine && isOpen();
                              const bool isSaid = isMine && refused(reply.error());
                              if (isShown && !isSaid)
                                  showError(reply.error());
                              else if (!isShown)
                                  desk().say(reply.error());
                              Q_EMIT desk().changed(); // it takes more room now
                              return;
                          }
                          if (isMine)
                              close();
                          if (done)
                              done(*reply);
                      });
}

QLineEdit *PersonPanel::addEdit(const char *name, int charactersMax)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setFont(textFont(sizes::kTextLarge));
    edit->setMaxLength(charactersMax);
    edit->setMinimumHeight(40);
    return edit;
}

void PersonPanel::nameEdit(QLineEdit &edit, const QString &title, const QString &placeholder)
{
    edit.setAccessibleName(title);
    edit.setPlaceholderText(placeholder.isEmpty() ? title : placeholder);
}

void PersonPanel::onEnter()
{
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (button && isAncestorOf(button) && button != m_confirm)
        button->click();
    else if (m_confirm->isEnabled())
        confirm();
}

void PersonPanel::retranslate() { m_cancel->setWords(tr("Cancel")); }

} // namespace tiepdon
