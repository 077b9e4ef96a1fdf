// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands here, for those who want to say it: a scan on any page of the way to a ticket, or a number typed. What
// the kiosk shows back is a greeting they agreed to, or thanks, the same whether somebody was found or not.
#include "app/kiosk/kioskwindow.h"
#include "ui/customer/customerword.h"

#include <QStackedWidget>

namespace tiepdon {

void KioskWindow::askIdentity()
{
    if (!isLive() || !m_link.shown().isOpen || (m_step != Step::Start && m_step != Step::Choose))
        return;
    m_isAtStart = m_step == Step::Start;
    m_identityPage->clear();
    enter(Step::Identity);
}

void KioskWindow::identify(const QString &text)
{
    const bool mayScan = m_step == Step::Start || m_step == Step::Choose || m_step == Step::Reason
        || m_step == Step::Closed || m_step == Step::Identity || m_step == Step::NotIdentified;
    if (!mayScan || !isLive() || !m_link.shown().isOpen)
        return;
    if (m_step == Step::Start || m_step == Step::Choose)
        m_isAtStart = m_step == Step::Start;
    forgetPerson();
    m_sinceAsked.start();
    const int asking = ++m_identifying;
    enter(Step::Identifying);
    QTimer::singleShot(m_settings.confirmingMs, this, &KioskWindow::refresh);
    QTimer::singleShot(m_settings.identifyMs, this, [this, asking] {
        if (m_step == Step::Identifying && asking == m_identifying)
            onNotIdentified({ErrorCode::Timeout, "the hub does not say who it is", {}});
    });
    m_link.ask(Identify{text.toStdString()}, this, [this, asking](const Result<Identified> &answer) {
        if (m_step != Step::Identifying || asking != m_identifying) // they went on without, or it is too late
            return;
        if (answer)
            onIdentified(*answer);
        else
            onNotIdentified(answer.error());
    });
}

void KioskWindow::onIdentified(const Identified &person)
{
    m_identity = person.identity;
    m_greetingName = person.greetingName;
    m_greetingForm = person.greetingForm;
    // who has chosen a language by hand keeps it
    if (m_isAtStart && (person.language == "en" || person.language == "vi")) {
        const LanguageKind wanted = person.language == "en" ? LanguageKind::English : LanguageKind::Vietnamese;
        if (wanted != Language::current())
            m_language.set(wanted);
    }
    enter(Step::Choose);
}

void KioskWindow::onNotIdentified(const Error &error)
{
    m_isUnread = error.code == ErrorCode::InvalidParams;
    if (!m_isUnread)
        qWarning("nobody could be looked up: %s (%s)", std::string(name(error.code)).c_str(),
                 error.message.c_str());
    enter(Step::NotIdentified);
}

void KioskWindow::goOnWithout()
{
    forgetPerson();
    enter(Step::Choose);
}

void KioskWindow::forgetPerson()
{
    ++m_identifying; // an answer that is under way is nobody's
    m_identity.clear();
    m_greetingName.clear();
    m_greetingForm = AddressForm::None;
    m_identityPage->clear();
}

QString KioskWindow::greeting() const
{
    if (m_identity.empty())
        return {};
    const QString name = addressed(m_greetingForm, m_greetingName, m_greetingName);
    return name.isEmpty() ? tr("Thank you.") : tr("Welcome, %1.").arg(name);
}

KioskPage &KioskWindow::identifyingPage()
{
    if (m_step == Step::Identifying) {
        m_notice->setNotice(Tone::Info, tr("One moment…"), QString());
        m_notice->setButton(tr("Go on without"));
        return *m_notice;
    }
    if (m_isUnread)
        m_notice->setNotice(
            Tone::Warn, tr("This could not be read"),
            tr("Hold the code to the scanner once more, or go back and type your number. You can go "
               "on without as well."));
    else
        m_notice->setNotice(Tone::Warn, tr("This is not possible just now"),
                            tr("You can take a number all the same: our staff ask you at the counter."));
    m_notice->setButton(tr("Go on without"));
    return *m_notice;
}

void KioskWindow::onTyped(const QString &characters)
{
    if (m_step == Step::Identity && m_pages->currentWidget() == m_identityPage) {
        m_identityPage->type(characters);
        return;
    }
    if (characters.size() != 1) // a scan without its end
        return;
    const int digit = characters.front().digitValue();
    const auto buttons = m_pages->currentWidget()->findChildren<TouchButton *>();
    for (TouchButton *button : buttons) {
        if (digit > 0 && button->digit() == digit && button->isVisible() && button->isEnabled()) {
            button->click();
            return;
        }
    }
}

} // namespace tiepdon
