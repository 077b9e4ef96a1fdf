// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/windowheader.h"

#include "ui/entry/entryframe.h"
#include "ui/session/timetext.h"
#include "ui/widgets/connectionbadge.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace tiepdon {
namespace {

constexpr int kHeight = 56;

} // namespace

WindowHeader::WindowHeader(BranchLink &link, Language &language, QWidget *parent)
    : QFrame(parent), m_link(link), m_branch(new ElidedLabel(this)), m_place(new ElidedLabel(this)),
      m_note(new ElidedLabel(this)), m_clock(new FigureLabel(this, sizes::kTitle, QFont::Medium)),
      m_row(new QHBoxLayout(this)), m_quiet(new QHBoxLayout), m_language(new QPushButton(this)),
      m_password(new QPushButton(this)), m_lock(new QPushButton(this)), m_signOut(new QPushButton(this))
{
    setProperty("panel", QStringLiteral("bar"));
    setFixedHeight(kHeight);
    m_branch->setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
    m_branch->setObjectName(QStringLiteral("branchName"));
    m_branch->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_place->setFont(textFont(sizes::kTextLarge));
    m_place->setObjectName(QStringLiteral("placeText"));
    m_note->setObjectName(QStringLiteral("noteText"));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->hide();
    m_clock->setObjectName(QStringLiteral("clock"));
    m_language->setObjectName(QStringLiteral("languageButton"));
    m_password->setObjectName(QStringLiteral("passwordButton"));
    m_lock->setObjectName(QStringLiteral("lockButton"));
    m_signOut->setObjectName(QStringLiteral("signOutButton"));
    m_row->setContentsMargins(20, 0, 16, 0);
    m_row->setSpacing(16);
    m_row->addWidget(m_branch);
    m_row->addWidget(m_place, 1);
    m_row->addWidget(m_note);
    m_row->addWidget(new ConnectionBadge(m_link, this));
    m_row->addWidget(m_clock);
    m_quiet->setSpacing(4);
    m_row->addLayout(m_quiet);
    for (QPushButton *quiet : {m_language, m_password, m_lock, m_signOut}) {
        quiet->setProperty("kind", QStringLiteral("quiet"));
        quiet->setFocusPolicy(Qt::TabFocus);
        m_quiet->addWidget(quiet);
    }

    connect(m_language, &QPushButton::clicked, &language, &Language::toggle);
    connect(m_password, &QPushButton::clicked, this, [this] {
        if (EntryFrame *frame = EntryFrame::around(*this))
            frame->changePassword();
    });
    connect(m_lock, &QPushButton::clicked, &link, &BranchLink::lock);
    connect(m_signOut, &QPushButton::clicked, this, &WindowHeader::signOutAsked);
    connect(&link, &BranchLink::statusChanged, this, &WindowHeader::refresh);
    connect(&link, &BranchLink::accessChanged, this, &WindowHeader::refresh);
    connect(&link, &BranchLink::stateReplaced, this, &WindowHeader::refresh);
    connect(&link, &BranchLink::branchEvent, this, &WindowHeader::refresh);
    retranslate();
}

void WindowHeader::setPlace(const QString &place) { m_place->setText(place); }

void WindowHeader::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void WindowHeader::addQuiet(QPushButton *button)
{
    button->setProperty("kind", QStringLiteral("quiet"));
    button->setFocusPolicy(Qt::TabFocus);
    m_quiet->insertWidget(m_quiet->indexOf(m_language), button);
    setTabOrder(button, m_language);
}

void WindowHeader::addLast(QPushButton *button)
{
    button->setFocusPolicy(Qt::TabFocus);
    m_row->addWidget(button);
    setTabOrder(m_signOut, button);
}

void WindowHeader::tick()
{
    m_clock->setVisible(m_link.asOfMs() > 0);
    m_clock->setText(clockTextWithSeconds(m_link.hubNowMs(), m_link.branch().settings().utcOffsetMin));
}

void WindowHeader::refresh()
{
    m_branch->setText(inLanguage(m_link.branch().settings().name));
    const bool isSignedIn = m_link.session().staff.isSet();
    for (QPushButton *ofPerson : {m_password, m_lock, m_signOut})
        ofPerson->setVisible(isSignedIn);
    tick();
}

void WindowHeader::retranslate()
{
    m_language->setText(Language::current() == LanguageKind::Vietnamese ? QStringLiteral("English")
                                                                        : QStringLiteral("Tiếng Việt"));
    m_language->setAccessibleName(tr("Switch language"));
    m_password->setText(tr("Password…"));
    m_password->setAccessibleName(tr("Change your password"));
    m_password->setToolTip(tr("Change your password"));
    m_lock->setText(tr("Lock"));
    m_lock->setAccessibleName(tr("Lock"));
    m_lock->setToolTip(tr("Ctrl+L"));
    m_signOut->setText(tr("Sign out"));
    m_signOut->setAccessibleName(tr("Sign out"));
    m_clock->setMeaning(tr("Time at the branch"));
    refresh();
}

void WindowHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
