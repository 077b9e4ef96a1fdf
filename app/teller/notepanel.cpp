// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/notepanel.h"

#include "app/teller/choicerow.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr std::array kDepartments{Department::Counter, Department::Sales, Department::Care, Department::Operations,
                                  Department::Management};
constexpr int kCharactersMax = 2000;

/// Of what a draft is: of the visit while there is one, whoever it is of, so that it is found by its card again.
Subject draftKey(const Subject &subject) { return subject.ticket.isSet() ? Subject{{}, subject.ticket} : subject; }

} // namespace

NotePanel::NotePanel(TellerCustomer &customer, QWidget *parent)
    : PersonPanel(customer, QStringLiteral("note"), parent),
      m_kind(new ChoiceRow(QStringLiteral("noteKind"), Qt::CTRL, 2, this)), m_text(new QPlainTextEdit(this)),
      m_department(
          new ChoiceRow(QStringLiteral("department"), Qt::ALT, static_cast<int>(kDepartments.size()), this)),
      m_forSupervisors(new QCheckBox(this)), m_channel(new QComboBox(this)), m_isOutward(new QCheckBox(this))
{
    m_text->setObjectName(QStringLiteral("noteEdit"));
    m_text->setFont(textFont(sizes::kTextLarge));
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_text->setFixedHeight(60);
    m_forSupervisors->setObjectName(QStringLiteral("forSupervisorsCheck"));
    m_channel->setObjectName(QStringLiteral("conversationChannelChoice"));
    m_channel->setMinimumHeight(34);
    for (std::size_t i = 0; i < names(Channel{}).size(); ++i)
        m_channel->addItem(QString(), static_cast<int>(i));
    m_isOutward->setObjectName(QStringLiteral("outwardCheck"));
    auto *conversation = new QHBoxLayout;
    conversation->setSpacing(16);
    conversation->addWidget(m_kind);
    conversation->addStretch();
    conversation->addWidget(m_channel);
    conversation->addWidget(m_isOutward);
    conversation->addWidget(m_forSupervisors);
    rows()->addLayout(conversation);
    rows()->addWidget(m_text);
    rows()->addWidget(m_department);
    connect(m_kind, &ChoiceRow::changed, this, &NotePanel::followKind);
    auto *shortcut = new QShortcut(Qt::ALT | Qt::Key_S, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, m_forSupervisors, &QCheckBox::toggle);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &NotePanel::saveDraft);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // lines are folded
    connect(m_text, &QPlainTextEdit::textChanged, this, &NotePanel::onTyped);
    connect(this, &DeskPanel::closed, this, &NotePanel::onClosed);
    connect(&customer, &TellerCustomer::changed, this, [this] {
        if (isOpen() && m_saved.empty() && text().empty())
            restoreDraft();
    });
    connect(&customer, &TellerCustomer::forgotten, this, &NotePanel::forget);
    retranslate();
}

bool NotePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) { // the page would begin a new line
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            && !(key->modifiers() & Qt::ShiftModifier)) {
            onEnter();
            return true;
        }
    }
    return PersonPanel::eventFilter(watched, event);
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
    m_isOutward->setChecked(false);
    m_channel->setCurrentIndex(static_cast<int>(Channel::Phone));
    m_kind->setVisible(subject().customer.isSet()); // of nobody known there are no conversations
    m_kind->choose(0);
    restoreDraft();
    retranslate();
    reveal(*m_text);
}

bool NotePanel::isConversation() const { return m_kind->chosen() == 1 && subject().customer.isSet(); }

void NotePanel::followKind()
{
    const bool isTalk = isConversation();
    m_department->setVisible(!isTalk);
    m_forSupervisors->setVisible(!isTalk);
    m_channel->setVisible(isTalk);
    m_isOutward->setVisible(isTalk);
    retranslate();
    if (isOpen())
        m_text->setFocus(Qt::OtherFocusReason);
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
    const Subject of = draftKey(subject());
    draft.customer = of.customer;
    draft.ticket = of.ticket;
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
    m_isWritten = true;
    m_draftTimer.stop();
    if (isConversation()) {
        customercommand::AddConversation said;
        said.customer = subject().customer;
        said.channel = static_cast<Channel>(m_channel->currentData().toInt());
        said.isInward = !m_isOutward->isChecked();
        said.text = text();
        send(said, [this, of = subject()](const CustomerReply &) { dropDraft(of); });
        return;
    }
    customercommand::SaveNote note;
    note.customer = subject().customer;
    note.ticket = subject().ticket;
    note.department = kDepartments.at(static_cast<std::size_t>(m_department->chosen()));
    note.isForSupervisors = m_forSupervisors->isChecked();
    note.text = text();
    send(note, [this, of = subject()](const CustomerReply &) { customer().keepDraft(of, {}); });
}

void NotePanel::dropDraft(const Subject &of)
{
    customercommand::SaveDraft none;
    none.customer = draftKey(of).customer;
    none.ticket = draftKey(of).ticket;
    customer().keepDraft(of, {});
    customer().change(none, {});
}

bool NotePanel::refused(const Error &)
{
    m_isWritten = false; // the draft stays, also where the panel was closed meanwhile
    saveDraft();
    return false;
}

void NotePanel::retranslate()
{
    PersonPanel::retranslate();
    const bool isTalk = isConversation();
    setTitle(isTalk ? tr("Conversation with %1").arg(who()) : tr("Note about %1").arg(who()));
    setConfirmWords(tr("Write it down"));
    setHint(m_isRestored ? tr("This is what you had begun to write; it was kept.")
                : isTalk ? tr("What was said, and where, so that nobody has to say it twice.")
                         : tr("What they are like and wish, for whoever serves them next."));
    m_kind->setWords(tr("Kind"), {tr("Note"), tr("Conversation")});
    m_text->setAccessibleName(isTalk ? tr("Conversation") : tr("Note"));
    m_text->setPlaceholderText(isTalk ? tr("What was said…") : tr("What the next colleague should know…"));
    for (int i = 0; i < m_channel->count(); ++i)
        m_channel->setItemText(i, channelWord(static_cast<Channel>(i)));
    m_channel->setAccessibleName(tr("Where it was said"));
    m_isOutward->setText(tr("We spoke to them first"));
    QStringList departments;
    for (const Department department : kDepartments)
        departments << departmentWord(department);
    m_department->setWords(tr("Department"), departments);
    m_forSupervisors->setText(tr("For supervisors only (Alt+S)"));
}

} // namespace tiepdon
