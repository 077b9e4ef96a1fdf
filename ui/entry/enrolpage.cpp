// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/enrolpage.h"

#include "ui/entry/codeedit.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QFrame>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kCardWidth = 520;

} // namespace

EnrolPage::EnrolPage(QWidget *parent)
    : EntryPage(nullptr, kCardWidth, parent), m_code(new CodeEdit(card())), m_noteHolder(new QWidget(card())),
      m_note(new QFrame(m_noteHolder)), m_noteText(plainLabel(m_note, sizes::kText))
{
    setObjectName(QStringLiteral("enrolPage"));
    m_code->setObjectName(QStringLiteral("codeEdit"));
    m_note->setObjectName(QStringLiteral("secretsNote"));
    m_note->setProperty("panel", QStringLiteral("info"));
    m_noteText->setObjectName(QStringLiteral("secretsNoteText"));
    m_noteText->setWordWrap(true);
    auto *holderColumn = new QVBoxLayout(m_noteHolder);
    holderColumn->setContentsMargins(0, 16, 0, 0);
    holderColumn->addWidget(m_note);
    auto *noteColumn = new QVBoxLayout(m_note);
    noteColumn->setContentsMargins(16, 12, 16, 12);
    noteColumn->addWidget(m_noteText);
    primary()->setObjectName(QStringLiteral("enrolButton"));
    m_codeCaption = addField(m_code);
    m_code->setFixedWidth(kCardWidth - 64 - 2);
    column()->addWidget(m_noteHolder);
    addEnding();
    connect(m_code, &CodeEdit::entered, this, &EnrolPage::press);
    connect(m_code, &QPlainTextEdit::textChanged, this, [this] { setStyleProperty(*m_code, "wrong", QString()); });
    EnrolPage::retranslate();
    setMode(Mode::Looking);
}

void EnrolPage::setMode(Mode mode)
{
    const bool hadCode = m_code->isVisibleTo(this);
    m_mode = mode;
    const bool wantsCode = mode == Mode::WantsCode || mode == Mode::Enrolling;
    m_codeCaption->parentWidget()->setVisible(wantsCode);
    m_code->setReadOnly(mode == Mode::Enrolling);
    primary()->setVisible(mode != Mode::Looking);
    setBusy(mode == Mode::Looking || mode == Mode::Enrolling);
    setSecretsFolder(m_secretsFolder);
    retranslate();
    if (isVisible() && (!hadCode || mode == Mode::SecretsLocked))
        begin();
}

void EnrolPage::setSecretsFolder(const QString &folder)
{
    m_secretsFolder = folder;
    m_noteHolder->setVisible(!folder.isEmpty() && m_mode != Mode::Looking);
    m_noteText->setText(
        tr("This system has no keychain. What only this program may know is kept in files that nobody "
           "but you can read, in %1.")
            .arg(folder));
}

void EnrolPage::setCode(const QString &code) { m_code->setPlainText(code); }

void EnrolPage::begin()
{
    QWidget *first = m_mode == Mode::SecretsLocked ? static_cast<QWidget *>(primary()) : m_code;
    first->setFocus(Qt::OtherFocusReason);
}

void EnrolPage::reset()
{
    m_code->clear();
    EntryPage::reset();
}

void EnrolPage::submit()
{
    if (m_mode == Mode::SecretsLocked) {
        Q_EMIT retryAsked();
        return;
    }
    if (m_code->code().isEmpty()) {
        m_code->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT codeEntered(m_code->code());
}

QString EnrolPage::primaryWords() const { return m_mode == Mode::SecretsLocked ? tr("Try again") : tr("Enrol"); }

QString EnrolPage::busyWords() const { return tr("Enrolling…"); }

void EnrolPage::retranslate()
{
    switch (m_mode) {
    case Mode::Looking:
        title()->setText(tr("One moment…"));
        words()->setText(tr("Looking for the hub this computer belongs to."));
        break;
    case Mode::WantsCode:
    case Mode::Enrolling:
        title()->setText(tr("Enrol this computer"));
        words()->setText(
            tr("A one-time code brings this computer to its branch; it is good for one device only. The "
               "administrator gives you one: scan it, paste it or type it."));
        break;
    case Mode::SecretsLocked:
        title()->setText(tr("The keychain is locked"));
        words()->setText(tr("This computer is enrolled, and its key lies in the system's keychain."));
        break;
    }
    m_codeCaption->setText(tr("One-time code"));
    m_code->setAccessibleName(tr("One-time code"));
    setSecretsFolder(m_secretsFolder);
}

} // namespace tiepdon
