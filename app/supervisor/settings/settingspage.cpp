// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingspage.h"

#include "app/supervisor/settings/accountspanel.h"
#include "app/supervisor/settings/devicespanel.h"
#include "app/supervisor/settings/historypanel.h"
#include "app/supervisor/settings/partpanel.h"
#include "app/supervisor/settings/reviewpanel.h"
#include "app/supervisor/settings/settinggrid.h"
#include "app/supervisor/settings/settingsentence.h"
#include "app/supervisor/settings/settingwords.h"
#include "core/access/permission.h"
#include "core/wire/settingmessage.h"
#include "ui/session/sentence.h"
#include "ui/widgets/inlinequestion.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/undobar.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

constexpr int kSubjectsWidth = 184;
constexpr int kSubjectHeight = 32;

/// The subjects an administrator alone may open.
bool isAdministrators(Subject subject) { return subject == Subject::Accounts || subject == Subject::Devices; }

} // namespace

SettingsPage::SettingsPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_draft(desk.link()), m_subjects(new QListWidget(this)),
      m_title(plainLabel(this, sizes::kTitle, QFont::DemiBold)), m_hint(mutedLabel(this, sizes::kText)),
      m_views(new QStackedWidget(this)), m_parts(new PartPanel(m_draft, this)),
      m_accounts(new AccountsPanel(desk.link(), m_draft, this)), m_devices(new DevicesPanel(desk.link(), this)),
      m_history(new HistoryPanel(desk.link(), m_draft, this)), m_review(new ReviewPanel(m_draft, this)),
      m_unsaved(plainLabel(this, sizes::kText, QFont::Medium)), m_discard(new KeyButton(QString(), false, this)),
      m_reviewButton(new KeyButton(QStringLiteral("F8"), true, this)), m_question(new InlineQuestion(this)),
      m_note(new NoteBar(true, this)), m_undoBar(new UndoBar(this))
{
    setObjectName(QStringLiteral("settingsPage"));
    m_subjects->setObjectName(QStringLiteral("subjectList"));
    m_subjects->setFixedWidth(kSubjectsWidth);
    m_subjects->setItemDelegate(new RowDelegate(m_subjects));
    m_subjects->setUniformItemSizes(true);
    m_subjects->setMouseTracking(true);
    m_subjects->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_title->setObjectName(QStringLiteral("subjectTitle"));
    m_hint->setObjectName(QStringLiteral("subjectHint"));
    m_hint->setWordWrap(true);
    m_question->setObjectName(QStringLiteral("discardQuestion"));
    m_note->setObjectName(QStringLiteral("settingsNote"));
    m_undoBar->setObjectName(QStringLiteral("settingsUndoBar"));
    m_views->addWidget(m_parts);
    for (const Subject subject : {Subject::Series, Subject::Levels, Subject::Skills, Subject::Texts}) {
        auto *grid = new SettingGrid(subject, m_draft, this);
        m_grids[subject] = grid;
        m_views->addWidget(grid);
        connect(grid, &SettingGrid::goAsked, this, &SettingsPage::showPart);
    }
    m_views->addWidget(m_accounts);
    m_views->addWidget(m_devices);
    m_views->addWidget(m_history);

    auto *surface = new QFrame(this);
    surface->setObjectName(QStringLiteral("settingsSurface"));
    surface->setProperty("panel", QStringLiteral("surface"));
    auto *work = new QVBoxLayout(surface);
    work->setContentsMargins(4, 12, 4, 4);
    work->setSpacing(4);
    for (QLabel *label : {m_title, m_hint}) {
        label->setContentsMargins(12, 0, 12, 0);
        work->addWidget(label);
    }
    work->addWidget(m_views, 1);
    auto *middle = new QWidget(this);
    auto *middleColumn = new QVBoxLayout(middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->setSpacing(0);
    middleColumn->addWidget(surface, 1);
    middleColumn->addWidget(m_review, 1);
    m_review->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_subjects);
    row->addWidget(middle, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addLayout(row, 1);
    column->addWidget(m_question);
    column->addWidget(makeBar());
    column->addWidget(m_note);
    column->addWidget(m_undoBar);

    connect(m_subjects, &QListWidget::currentRowChanged, this, &SettingsPage::onSubject);
    connect(&m_draft, &SettingDraft::changed, this, [this] {
        refresh();
        refreshReview();
    });
    connect(m_parts, &PartPanel::goAsked, this, &SettingsPage::showPart);
    connect(m_review, &ReviewPanel::goAsked, this, [this](const PartKey &key) {
        leaveReview();
        showPart(key);
    });
    connect(m_review, &ReviewPanel::backAsked, this, &SettingsPage::leaveReview);
    connect(m_review, &ReviewPanel::saveAsked, this, &SettingsPage::save);
    connect(m_history, &HistoryPanel::revertAsked, this, &SettingsPage::proposeReverting);
    connect(m_reviewButton, &QPushButton::clicked, this, &SettingsPage::review);
    connect(m_discard, &QPushButton::clicked, this, &SettingsPage::askToDiscard);
    connect(m_question, &InlineQuestion::answered, this, [this] { m_draft.discard(); });
    connect(&desk.link(), &BranchLink::statusChanged, this, &SettingsPage::refresh);
    connect(&desk.link(), &BranchLink::accessChanged, this, [this] {
        // another person begins with nothing of the one before; the same one finds it again after a lock
        if (const StaffId who = m_desk.link().session().staff; who.isSet() && who != m_who) {
            m_who = who;
            m_draft.endSaving(false);
            m_draft.discard();
            m_review->clearAnswers();
            m_isSaving = false;
            ++m_saving;
            m_back.reset();
            m_undoBar->dismiss();
            m_note->clear();
            leaveReview();
        }
        fillSubjects();
        refresh();
    });
    connect(m_undoBar, &UndoBar::undoAsked, this, &SettingsPage::undo);
    connect(m_undoBar, &UndoBar::dismissed, this, [this] {
        m_back.reset();
        Q_EMIT undoOffered(false);
    });
    addKeys();
    setFocusProxy(m_subjects);
    m_who = desk.link().session().staff;
    retranslate();
}

SettingsPage::~SettingsPage() = default;

QWidget *SettingsPage::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("unsavedBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_unsaved->setObjectName(QStringLiteral("unsavedText"));
    m_discard->setObjectName(QStringLiteral("discardButton"));
    m_reviewButton->setObjectName(QStringLiteral("reviewButton"));
    m_reviewButton->setCompact();
    m_discard->setCompact();
    row->addWidget(m_unsaved, 1);
    row->addWidget(m_discard);
    row->addWidget(m_reviewButton);
    return bar;
}

void SettingsPage::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto &&what) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::Key_F8, [this] { m_reviewButton->click(); });
    key(Qt::Key_F6, [this] { m_subjects->setFocus(Qt::ShortcutFocusReason); });
}

QWidget &SettingsPage::viewOf(Subject subject) const
{
    if (const auto it = m_grids.find(subject); it != m_grids.end())
        return *it->second;
    switch (subject) {
    case Subject::Accounts:
        return *m_accounts;
    case Subject::Devices:
        return *m_devices;
    case Subject::History:
        return *m_history;
    default:
        return *m_parts;
    }
}

bool SettingsPage::mayChange() const { return mayChangeSettings(roles()); }

void SettingsPage::fillSubjects()
{
    const QSignalBlocker blocker(m_subjects);
    m_subjects->clear();
    for (int i = 0; i < kSubjects; ++i) {
        const auto subject = static_cast<Subject>(i);
        const auto method = subject == Subject::Accounts ? kStaffListMethod : kDeviceListMethod;
        if (isAdministrators(subject) && reachOf(method, roles()) == Reach::None)
            continue;
        auto *item = new QListWidgetItem(subjectWord(subject), m_subjects);
        item->setData(Qt::UserRole, i);
        item->setSizeHint({0, kSubjectHeight});
        item->setToolTip(toolTipOf(subjectHint(subject)));
        if (subject == m_subject)
            m_subjects->setCurrentItem(item);
    }
    if (!m_subjects->currentItem() && m_subjects->count() > 0) {
        m_subjects->setCurrentRow(0);
        m_subject = Subject::Branch;
    }
}

void SettingsPage::load()
{
    fillSubjects();
    showSubject(m_subject);
}

void SettingsPage::onSubject(int row)
{
    if (row >= 0)
        showSubject(static_cast<Subject>(m_subjects->item(row)->data(Qt::UserRole).toInt()));
}

void SettingsPage::showSubject(Subject subject)
{
    if (m_isReviewing)
        leaveReview();
    m_subject = subject;
    for (int row = 0; row < m_subjects->count(); ++row) {
        if (m_subjects->item(row)->data(Qt::UserRole).toInt() == static_cast<int>(subject)) {
            const QSignalBlocker blocker(m_subjects);
            m_subjects->setCurrentRow(row);
        }
    }
    m_title->setText(subjectWord(subject));
    m_hint->setText(subjectHint(subject));
    QWidget &view = viewOf(subject);
    if (&view == m_parts)
        m_parts->showSubject(subject, roles());
    else if (const auto it = m_grids.find(subject); it != m_grids.end())
        it->second->setRoles(roles());
    m_views->setCurrentWidget(&view);
    if (subject == Subject::Accounts)
        m_accounts->load();
    if (subject == Subject::Devices)
        m_devices->load();
    if (subject == Subject::History)
        m_history->load();
    refresh();
}

void SettingsPage::showPart(const PartKey &key)
{
    const std::map<SettingKind, Subject> subjects
        = {{SettingKind::Service, Subject::Services}, {SettingKind::Group, Subject::Services},
           {SettingKind::Counter, Subject::Counters}, {SettingKind::Zone, Subject::Zones},
           {SettingKind::Profile, Subject::Profiles}, {SettingKind::Staff, Subject::People},
           {SettingKind::Segment, Subject::Segments}, {SettingKind::PriorityReason, Subject::Reasons},
           {SettingKind::Outcome, Subject::Outcomes}, {SettingKind::Branch, Subject::Branch}};
    showSubject(subjects.at(key.kind));
    m_parts->choose(key);
    m_parts->focusList();
}

bool SettingsPage::hasUnsaved() const { return !m_draft.isEmpty() && mayChange(); }

// ---- what is not saved ----

void SettingsPage::refresh()
{
    const bool isLive = m_desk.link().status() == BranchLink::Status::Live;
    const bool may = mayChange();
    const int count = static_cast<int>(m_draft.count());
    m_unsaved->setText(!may            ? tr("You see this; a supervisor or an administrator changes it.")
                           : count > 0 ? counted(count, tr("1 part changed here, not saved."),
                                                 tr("%1 parts changed here, not saved."))
                                       : tr("Nothing is changed here."));
    setStyleProperty(*m_unsaved, "ink", count > 0 && may ? QStringLiteral("warn") : QStringLiteral("muted"));
    m_discard->setVisible(may && !m_isReviewing);
    m_discard->setEnabled(count > 0 && !m_isSaving);
    m_reviewButton->setVisible(may && !m_isReviewing);
    m_reviewButton->setEnabled(count > 0 && !m_isSaving);
    m_history->setMayChange(may);
    m_review->setState(may && isLive && m_desk.link().access() == BranchLink::Access::SignedIn
                           && (m_reverting || count > 0),
                       m_isSaving);
}

void SettingsPage::review()
{
    if (m_draft.isEmpty() || !mayChange() || m_isSaving)
        return;
    for (const PartKey &key : m_draft.unreadable()) { // nothing can be asked about what nobody can read
        showPart(key);
        m_note->say(tr("Something typed here cannot be read yet: it is marked."), Tone::Warn);
        return;
    }
    m_note->clear();
    m_reverting.reset();
    m_isReviewing = true;
    m_review->clearMessages();
    findChild<QFrame *>(QStringLiteral("settingsSurface"))->hide();
    m_review->show();
    refreshReview();
    refresh();
    m_review->focusFirst();
}

void SettingsPage::refreshReview()
{
    if (!m_isReviewing || m_isSaving)
        return;
    if (m_reverting)
        m_review->showProposal(*m_reverting, tr("Take back change no. %1").arg(m_reverting->reverts.value),
                               m_desk.now());
    else
        m_review->showProposal(m_draft.proposal(),
                               counted(static_cast<std::int64_t>(m_draft.count()), tr("1 part would change"),
                                       tr("%1 parts would change")),
                               m_desk.now());
}

void SettingsPage::leaveReview()
{
    if (m_isSaving)
        return;
    m_isReviewing = false;
    m_reverting.reset();
    m_review->hide();
    findChild<QFrame *>(QStringLiteral("settingsSurface"))->show();
    refresh();
    if (!isVisible())
        return;
    if (m_views->currentWidget() == m_parts)
        m_parts->focusList();
    else // where it was left, as the history of changes
        m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::proposeReverting(const SettingChange &change)
{
    if (!mayChange() || m_isSaving)
        return;
    SettingProposal proposal;
    proposal.before = change.after;
    proposal.after = change.before;
    proposal.reverts = change.id;
    for (const auto &[key, part] : allOf(proposal.after))
        proposal.places.push_back(key);
    m_reverting = std::move(proposal);
    m_isReviewing = true;
    m_note->clear();
    m_review->clearMessages();
    findChild<QFrame *>(QStringLiteral("settingsSurface"))->hide();
    m_review->show();
    refreshReview();
    refresh();
    m_review->focusFirst();
}

void SettingsPage::askToDiscard()
{
    if (!m_draft.isEmpty())
        m_question->ask(counted(static_cast<std::int64_t>(m_draft.count()),
                                tr("Forget what was changed here? 1 part goes back to what it is."),
                                tr("Forget what was changed here? %1 parts go back to what they are.")),
                        {tr("Forget it")});
}

// ---- saving ----

void SettingsPage::save(const DecisionRecord &decision)
{
    if (m_isSaving)
        return;
    const SettingProposal proposal = m_reverting ? *m_reverting : m_draft.proposal();
    AskForSettings ask;
    ask.before = proposal.before;
    ask.after = proposal.after;
    ask.decision = decision;
    ask.reverts = proposal.reverts;
    m_isSaving = true;
    const int saving = ++m_saving;
    if (!m_reverting)
        m_draft.beginSaving();
    refresh();
    m_desk.link().carryOut(ask, this, [this, proposal, saving](const Result<SettingReply> &reply) {
        if (saving != m_saving)
            return; // somebody else sits here by now
        m_isSaving = false;
        const bool isDraft = !m_reverting;
        if (reply)
            onSaved(proposal, reply->change);
        if (isDraft)
            m_draft.endSaving(reply.isOk());
        if (!reply)
            onRefused(reply.error());
        refresh();
    });
}

void SettingsPage::onSaved(const SettingProposal &proposal, SettingChangeId change)
{
    m_review->clearAnswers();
    leaveReview();
    if (m_subject == Subject::History)
        m_history->load();
    if (!change.isSet())
        return m_note->say(tr("The branch was so already; nothing needed to change."), Tone::Info);
    m_undoBar->offer({tr("Saved as change no. %1.").arg(change.value)});
    m_back = SettingProposal{proposal.after, proposal.before, change, {}}; // an earlier offer is dismissed by now
    Q_EMIT undoOffered(true);
}

void SettingsPage::onRefused(const Error &error)
{
    const SettingProposal proposal = m_reverting ? *m_reverting : m_draft.proposal();
    if (error.code == ErrorCode::SettingChanged) {
        m_review->sayCrossed(
            m_reverting ? tr("The branch moved on since that change; it cannot be taken back as a whole. Change "
                             "what you need by hand.")
                        : tr("Somebody else changed something of this in the meantime; nothing was written. This "
                             "is what differs now: look again, then save."));
        refreshReview();
        return;
    }
    const auto place = proposal.placeOf(error);
    if (const auto least = error.detail.find("least"); place && !m_reverting && least != error.detail.end()) {
        // a new part's id was another's before, which the hub alone knows
        m_draft.giveIdsFrom(place->kind, QString::fromStdString(least->second).toLongLong());
        save(m_review->answers());
        return;
    }
    if (place && !m_reverting) {
        leaveReview();
        showPart(*place);
        const auto field = error.detail.find("field");
        m_parts->showProblem(field == error.detail.end() ? QString() : QString::fromStdString(field->second),
                             fieldSentence(error));
        m_note->say(settingSentence(error, proposal, m_draft), Tone::Bad);
        return;
    }
    if (error.code == ErrorCode::SettingInUse || place) {
        refreshReview(); // says it, with a way there
        m_review->sayCrossed(settingSentence(error, proposal, m_draft));
        return;
    }
    m_review->showError(error);
}

void SettingsPage::undo()
{
    if (!m_back || m_isSaving || !mayChange())
        return;
    AskForSettings ask;
    ask.before = m_back->before;
    ask.after = m_back->after;
    ask.reverts = m_back->reverts;
    m_undoBar->dismiss();
    m_isSaving = true;
    const int saving = ++m_saving;
    refresh();
    m_desk.link().carryOut(ask, this, [this, saving, number = ask.reverts](const Result<SettingReply> &reply) {
        if (saving != m_saving)
            return;
        m_isSaving = false;
        if (reply)
            m_note->say(tr("Change no. %1 is taken back.").arg(number.value), Tone::Good);
        else
            m_note->say(sentence(reply.error()), Tone::Bad);
        if (m_subject == Subject::History)
            m_history->load();
        refresh();
    });
}

void SettingsPage::retranslate()
{
    m_subjects->setAccessibleName(tr("Subjects of the settings"));
    m_discard->setWords(tr("Discard changes"));
    m_reviewButton->setWords(tr("Review the change"));
    fillSubjects();
    m_title->setText(subjectWord(m_subject));
    m_hint->setText(subjectHint(m_subject));
    refresh();
    refreshReview();
}

void SettingsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isReviewing)
        leaveReview();
    else
        QWidget::keyPressEvent(event);
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
