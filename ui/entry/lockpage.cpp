// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/lockpage.h"

#include "ui/entry/passwordfield.h"
#include "ui/session/language.h"
#include "ui/session/sentence.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kCardWidth = 440;

} // namespace

LockPage::LockPage(BranchLink &link, QWidget *parent)
    : EntryPage(&link, kCardWidth, parent), m_link(link),
      m_who(plainLabel(card(), sizes::kHeadline, QFont::DemiBold)),
      m_inHand(plainLabel(card(), sizes::kTextLarge, QFont::Medium)),
      m_password(new PasswordField(QStringLiteral("unlock"), card())), m_other(new QPushButton(card()))
{
    setObjectName(QStringLiteral("lockPage"));
    m_who->setObjectName(QStringLiteral("lockedWho"));
    m_who->setWordWrap(true);
    m_inHand->setObjectName(QStringLiteral("lockedInHand"));
    m_inHand->setWordWrap(true);
    m_other->setObjectName(QStringLiteral("somebodyElseButton"));
    m_other->setProperty("kind", QStringLiteral("quiet"));
    m_other->setFocusPolicy(Qt::TabFocus);
    primary()->setObjectName(QStringLiteral("unlockButton"));
    column()->addSpacing(12);
    column()->addWidget(m_who);
    column()->addSpacing(4);
    column()->addWidget(m_inHand);
    m_passwordCaption = addField(m_password);
    column()->addWidget(m_password->capsHint());
    addEnding();
    column()->addSpacing(12);
    column()->addWidget(m_other, 0, Qt::AlignHCenter);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::press);
    connect(m_other, &QPushButton::clicked, &link, &BranchLink::signOut);
    connect(&link, &BranchLink::accessChanged, this, &LockPage::refreshWho);
    connect(&link, &BranchLink::stateReplaced, this, &LockPage::refreshWho);
    connect(&link, &BranchLink::branchEvent, this, [this] {
        if (isVisible())
            refreshWho();
    });
    LockPage::retranslate();
    refresh();
}

void LockPage::begin()
{
    refreshWho();
    m_password->setFocus(Qt::OtherFocusReason);
}

void LockPage::reset()
{
    m_password->forget();
    setStyleProperty(*m_password, "wrong", QString());
    EntryPage::reset();
}

QLineEdit *LockPage::fieldToCorrect() const { return m_password; }

void LockPage::submit()
{
    if (m_password->text().isEmpty())
        return;
    setBusy(true);
    m_link.unlock(m_password->text(), this, [this](const Result<SessionInfo> &info) {
        setBusy(false);
        if (!info)
            fail(info.error());
    });
}

QString LockPage::inHandText() const
{
    const BranchState &branch = m_link.branch();
    for (const auto &[id, state] : branch.counterStates()) {
        if (!state.isOpen() || state.staff != m_link.session().staff)
            continue;
        const Ticket *ticket = branch.ticket(state.ticket);
        const Counter *counter = branch.counter(id);
        if (!counter)
            continue;
        if (!ticket)
            return tr("Counter %1 stays open.").arg(counter->number);
        const QString number = fromUtf8(ticket->number);
        return ticket->state == TicketState::Serving
            ? tr("%1 stays in service at counter %2.").arg(number).arg(counter->number)
            : tr("%1 stays called to counter %2.").arg(number).arg(counter->number);
    }
    return {};
}

void LockPage::refreshWho()
{
    m_who->setText(fromUtf8(m_link.session().name));
    const QString inHand = inHandText();
    m_inHand->setText(inHand);
    m_inHand->setVisible(!inHand.isEmpty());
    const Error problem = m_link.problem();
    words()->setText(problem.code == ErrorCode::SessionLocked ? sentence(problem)
                                                              : tr("Enter your password to go on."));
}

void LockPage::retranslate()
{
    title()->setText(tr("Locked"));
    m_passwordCaption->setText(tr("Password"));
    m_password->setAccessibleName(tr("Password"));
    m_other->setText(tr("Somebody else…"));
    m_other->setAccessibleName(tr("Somebody else: signs this person out"));
    m_other->setToolTip(tr("Signs this person out."));
    refreshWho();
}

} // namespace tiepdon
