// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/notepanel.h"

#include "app/teller/choicerow.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr std::array kDepartments{Department::Counter, Department::Sales, Department::Care, Department::Operations,
                                  Department::Management};
constexpr int kCharactersMax = 2000;

} // namespace

NotePanel::NotePanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("note"), parent), m_text(new QPlainTextEdit(this)),
      m_department(
          new ChoiceRow(QStringLiteral("department"), Qt::ALT, static_cast<int>(kDepartments.size()), this)),
      m_forSupervisors(new QCheckBox(this))
{
    m_text->setObjectName(QStringLiteral("noteEdit"));
    m_text->setFont(textFont(sizes::kTextLarge));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(76);
    m_forSupervisors->setObjectName(QStringLiteral("forSupervisorsCheck"));
    rows()->addWidget(m_text);
    rows()->addWidget(m_department);
    rows()->addWidget(m_forSupervisors);
    auto *shortcut = new QShortcut(Qt::ALT | Qt::Key_S, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, m_forSupervisors, &QCheckBox::toggle);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &NotePanel::saveDraft);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NotePanel::onTyped);
    connect(this, &DeskPanel::closed, this, &NotePanel::onClosed);
    connect(&customer, &TellerCustomer::changed, this, [this] {
        if (isOpen() && m_saved.empty() && text().empty())
            restoreDraft();
    });
    connect(&customer, &TellerCustomer::forgotten, this, &NotePanel::forget);
    retranslate();
}

std::string NotePanel::text() const { return m_text->toPlainText().trimmed().toStdString(); }

void NotePanel::open()
{
    if (!begin())
        return;
    m_isWritten = false;
    m_isRestored = false;
    m_saved.clear();
    {
        const QSignalBlocker quiet(m_text);
        m_text->clear();
    }
    m_forSupervisors->setChecked(false);
    m_department->choose(0);
    restoreDraft();
    retranslate();
    reveal(*m_text);
}

void NotePanel::restoreDraft()
{
    const KnownPerson *person = customer().writable();
    if (!person || !person->answer || person->answer->draft.empty() || !(customer().subject() == subject()))
        return;
    m_saved = person->answer->draft;
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(fromUtf8(m_saved));
    m_text->moveCursor(QTextCursor::End);
    m_isRestored = true;
    retranslate();
}

void NotePanel::onTyped()
{
    if (m_text->toPlainText().size() > kCharactersMax) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(m_text->toPlainText().left(kCharactersMax));
        m_text->moveCursor(QTextCursor::End);
    }
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
}

void NotePanel::saveDraft()
{
    m_draftTimer.stop();
    const std::string now = text();
    if (m_isWritten || now == m_saved)
        return;
    customercommand::SaveDraft draft;
    draft.customer = subject().customer;
    draft.ticket = subject().customer.isSet() ? TicketId{} : subject().ticket;
    draft.text = now;
    customer().keepDraft(subject(), now);
    customer().change(draft, [this, now, of = subject()](const Result<CustomerReply> &reply) {
        if (!(of == subject()) || !isOpen())
            return;
        if (reply) {
            m_saved = now;
            setHint(tr("Kept as a draft. Esc leaves it so; Enter writes the note."));
            return;
        }
        setHint(tr("Not kept yet: the hub does not answer. It is tried again."));
        m_draftTimer.start();
    });
}

void NotePanel::onClosed()
{
    saveDraft();
    m_draftTimer.stop();
}

void NotePanel::forget()
{
    m_draftTimer.stop();
    m_isWritten = true; // nothing is sent for whoever comes after
    const QSignalBlocker quiet(m_text);
    m_text->clear();
    m_saved.clear();
}

void NotePanel::confirm()
{
    if (text().empty() || isSending())
        return;
    customercommand::SaveNote note;
    note.customer = subject().customer;
    note.ticket = subject().ticket;
    note.department = kDepartments.at(static_cast<std::size_t>(m_department->chosen()));
    note.isForSupervisors = m_forSupervisors->isChecked();
    note.text = text();
    m_isWritten = true;
    m_draftTimer.stop();
    send(note, [this, of = subject()](const CustomerReply &) { customer().keepDraft(of, {}); });
}

bool NotePanel::refused(const Error &)
{
    m_isWritten = false; // the draft stays
    m_draftTimer.start();
    return false;
}

void NotePanel::retranslate()
{
    PersonPanel::retranslate();
    setTitle(tr("Note about %1").arg(who()));
    setConfirmWords(tr("Write the note"));
    setHint(m_isRestored ? tr("This is what you had begun to write; it was kept.")
                         : tr("What they are like and wish, for whoever serves them next."));
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("What the next colleague should know…"));
    QStringList departments;
    for (const Department department : kDepartments)
        departments << departmentWord(department);
    m_department->setWords(tr("Department"), departments);
    m_forSupervisors->setText(tr("For supervisors only (Alt+S)"));
}

} // namespace tiepdon
