// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/partpanel.h"

#include "app/supervisor/settings/settingform.h"
#include "app/supervisor/settings/settingwords.h"
#include "app/supervisor/words.h"
#include "core/domain/ticket.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kListWidth = 256;
constexpr int kRowHeight = 32;
constexpr int kKeyRole = Qt::UserRole + 1;
constexpr int kIdRole = Qt::UserRole + 2;

PartKey keyOf(const QTreeWidgetItem &item)
{
    return {static_cast<SettingKind>(item.data(0, kKeyRole).toInt()), item.data(0, kIdRole).toLongLong()};
}

} // namespace

PartPanel::PartPanel(SettingDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_side(nullptr), m_search(new QLineEdit(this)),
      m_tree(new QTreeWidget(this)), m_add(new QPushButton(this)), m_addGroup(new QPushButton(this)),
      m_copy(new QPushButton(this)), m_remove(new QPushButton(this)), m_count(mutedLabel(this, sizes::kText)),
      m_users(new QFrame(this)), m_usersText(plainLabel(m_users, sizes::kText)), m_usersWays(nullptr),
      m_crossed(new NoteBar(true, this)), m_about(mutedLabel(this, sizes::kText)),
      m_form(new SettingForm(draft, this)), m_none(new EmptyState(this))
{
    setObjectName(QStringLiteral("partPanel"));
    m_side = makeList();
    m_crossed->setObjectName(QStringLiteral("partCrossedNote"));
    m_about->setObjectName(QStringLiteral("partAbout"));
    m_about->setWordWrap(true);
    m_about->setContentsMargins(16, 8, 16, 0);
    m_users->setObjectName(QStringLiteral("usersPanel"));
    m_users->setProperty("panel", QStringLiteral("warn"));
    m_usersText->setObjectName(QStringLiteral("usersText"));
    m_usersText->setWordWrap(true);
    auto *users = new QVBoxLayout(m_users);
    users->setContentsMargins(12, 8, 12, 8);
    users->setSpacing(8);
    users->addWidget(m_usersText);
    m_usersWays = new QVBoxLayout;
    m_usersWays->setSpacing(4);
    users->addLayout(m_usersWays);
    m_users->hide();
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(8);
    right->addWidget(m_users);
    right->addWidget(m_crossed);
    right->addWidget(m_about);
    right->addWidget(m_form, 1);
    right->addWidget(m_none, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addLayout(right, 1);
    connect(&draft, &SettingDraft::changed, this, &PartPanel::refresh);
    connect(&draft, &SettingDraft::renumbered, this, [this](const PartKey &from, const PartKey &to) {
        if (m_chosen == from)
            m_chosen = to;
    });
    retranslate();
}

QWidget *PartPanel::makeList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(kListWidth);
    m_search->setObjectName(QStringLiteral("partSearch"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("partList"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(16);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setMouseTracking(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(true);
    m_count->setObjectName(QStringLiteral("partCount"));
    const std::pair<QPushButton *, const char *> buttons[] = {{m_add, "addPartButton"},
                                                              {m_addGroup, "addGroupButton"},
                                                              {m_copy, "copyPartButton"},
                                                              {m_remove, "removePartButton"}};
    for (const auto &[button, name] : buttons)
        button->setObjectName(QLatin1String(name));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_count);
    column->addWidget(m_tree, 1);
    column->addWidget(m_add);
    column->addWidget(m_addGroup);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_copy, 1);
    row->addWidget(m_remove, 1);
    column->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, this, &PartPanel::fill);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] { onChosen(); });
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (const auto kind = kindOf(m_subject))
            add(*kind);
    });
    connect(m_addGroup, &QPushButton::clicked, this, [this] { add(SettingKind::Group); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const PartKey key = m_draft.addLike(m_chosen);
        choose(key);
        m_form->focusFirst();
    });
    connect(m_remove, &QPushButton::clicked, this, &PartPanel::remove);
    const auto key = [this](const QKeySequence &keys, QWidget *where, auto &&what) {
        auto *shortcut = new QShortcut(keys, where, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    key(Qt::CTRL | Qt::Key_N, this, [this] { m_add->click(); });
    key(Qt::CTRL | Qt::Key_F, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    key(Qt::Key_Delete, m_tree, [this] { m_remove->click(); });
    key(Qt::Key_Return, m_tree, [this] { m_form->focusFirst(); });
    return side;
}

void PartPanel::showSubject(Subject subject, const std::vector<Role> &roles)
{
    const bool isOther = subject != m_subject;
    m_subject = subject;
    m_roles = roles;
    if (isOther) {
        clearUsers();
        m_search->clear();
        if (!kindOf(subject) || m_chosen.kind != *kindOf(subject))
            m_chosen = PartKey{kindOf(subject).value_or(SettingKind::Branch), 0};
    }
    retranslate();
}

void PartPanel::choose(const PartKey &key)
{
    m_search->clear();
    m_chosen = key;
    clearUsers();
    fill();
}

bool PartPanel::fits(const PartKey &key) const
{
    const Json part = m_draft.part(key);
    const Json shown = part.is_null() ? m_draft.saved(key) : part;
    return m_search->text().trimmed().isEmpty()
        || partName(key.kind, shown).contains(m_search->text().trimmed(), Qt::CaseInsensitive);
}

QTreeWidgetItem *PartPanel::addItem(QTreeWidgetItem *parent, const PartKey &key)
{
    const Json part = m_draft.part(key);
    const QString name = partName(key.kind, part.is_null() ? m_draft.saved(key) : part);
    const QString mark = m_draft.isRemoved(key) ? tr("to be removed")
        : m_draft.isNew(key)                    ? tr("new")
        : m_draft.isChanged(key)                ? tr("changed")
                                                : QString();
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_tree);
    QString text = key.kind == SettingKind::Group ? QStringLiteral("▸ ") + name : name;
    if (!mark.isEmpty())
        text += QStringLiteral(" · ") + mark;
    item->setText(0, text);
    item->setSizeHint(0, {0, kRowHeight});
    item->setToolTip(0, toolTipOf(text));
    item->setData(0, kKeyRole, static_cast<int>(key.kind));
    item->setData(0, kIdRole, qlonglong(key.id));
    QFont font = m_tree->font();
    font.setStrikeOut(m_draft.isRemoved(key));
    font.setBold(key.kind == SettingKind::Group);
    item->setFont(0, font);
    return item;
}

void PartPanel::addServices(QTreeWidgetItem *parent, std::int64_t group, int depth)
{
    constexpr int kDepthMax = 8; // groups in a circle are typed before they are refused
    const auto of = [this](const PartKey &key, const char *field) {
        const Json part = m_draft.part(key).is_null() ? m_draft.saved(key) : m_draft.part(key);
        return part.value(field, std::int64_t(0));
    };
    for (const PartKey &key : m_draft.keys(SettingKind::Group)) {
        if (of(key, "parent") == group && depth < kDepthMax) {
            QTreeWidgetItem *item = addItem(parent, key);
            addServices(item, key.id, depth + 1);
            if (!fits(key) && item->childCount() == 0)
                delete item;
        }
    }
    for (const PartKey &key : m_draft.keys(SettingKind::Service)) {
        if (of(key, "group") == group && fits(key))
            addItem(parent, key);
    }
}

void PartPanel::fill()
{
    const auto kind = kindOf(m_subject);
    m_isFilling = true;
    m_tree->clear();
    if (m_subject == Subject::Services) {
        addServices(nullptr, 0, 0);
    } else if (kind) {
        for (const PartKey &key : m_draft.keys(*kind)) {
            if (fits(key))
                addItem(nullptr, key);
        }
    }
    m_tree->expandAll();
    QTreeWidgetItem *chosen = nullptr;
    QTreeWidgetItemIterator it(m_tree);
    for (; *it; ++it) {
        if (keyOf(**it) == m_chosen)
            chosen = *it;
    }
    if (!chosen)
        chosen = m_tree->topLevelItem(0);
    m_tree->setCurrentItem(chosen);
    m_isFilling = false;
    onChosen();
}

void PartPanel::onChosen()
{
    if (m_isFilling)
        return;
    if (const QTreeWidgetItem *item = m_tree->currentItem(); item && !isSingle()) {
        if (!(keyOf(*item) == m_chosen))
            clearUsers();
        m_chosen = keyOf(*item);
    }
    showForm();
}

void PartPanel::showForm()
{
    const bool isThere = isSingle() || m_tree->currentItem();
    m_form->setVisible(isThere);
    m_none->setVisible(!isThere);
    if (!isThere)
        m_form->clear();
    else
        m_form->showPart(isSingle() ? PartKey{} : m_chosen, m_subject == Subject::Calling, m_roles);
    const bool mayAdd = mayAddAndRemove(m_chosen.kind, m_roles);
    m_remove->setEnabled(isThere && mayAdd);
    m_copy->setEnabled(isThere && mayAdd && !m_draft.isRemoved(m_chosen));
    m_remove->setText(m_draft.isRemoved(m_chosen) ? tr("Keep it") : tr("Remove"));
    const QString about = isThere ? aboutText() : QString();
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    QString crossed;
    for (const SettingDraft::Crossing &crossing : m_draft.crossings(m_chosen)) {
        if (crossing.path.isEmpty())
            crossed = crossing.theirs.is_null()
                ? tr("Somebody removed this meanwhile. Saving adds it again as it is here.")
                : tr("Somebody changed this meanwhile. It is still to be removed.");
    }
    if (crossed.isEmpty())
        m_crossed->clear();
    else
        m_crossed->say(crossed, Tone::Warn);
}

QString PartPanel::aboutText() const
{
    const NameOf nameOf = namesIn(m_draft);
    QStringList names;
    if (m_chosen.kind == SettingKind::Zone) {
        for (const PartKey &user : m_draft.usersOf(m_chosen))
            names << nameOf(user);
        return names.isEmpty()
            ? tr("No counter is in this zone.")
            : tr("In it: %1. A display shows the zone it was started for.").arg(names.join(QStringLiteral(", ")));
    }
    if (m_chosen.kind == SettingKind::Service) {
        for (const PartKey &user : m_draft.usersOf(m_chosen)) {
            if (user.kind == SettingKind::Profile)
                names << nameOf(user);
        }
        return names.isEmpty() ? tr("No work profile serves it: nobody could be called.")
                               : tr("Served with: %1.").arg(names.join(QStringLiteral(", ")));
    }
    return {};
}

void PartPanel::refresh()
{
    fill();
    const auto count = std::ssize(m_draft.keys(kindOf(m_subject).value_or(SettingKind::Branch)));
    m_count->setText(m_subject == Subject::Services ? counted(count, tr("1 service"), tr("%1 services"))
                                                    : tr("%1 in all").arg(count));
}

void PartPanel::add(SettingKind kind)
{
    const PartKey key = m_draft.add(kind);
    if (kind == SettingKind::Service || kind == SettingKind::Group) {
        // beside what is chosen
        const Json beside = m_draft.part(m_chosen);
        const std::int64_t group = m_chosen.kind == SettingKind::Group ? m_chosen.id
            : beside.is_null()                                         ? 0
                                                                       : beside.value("group", std::int64_t(0));
        if (kind == SettingKind::Service)
            m_draft.set(key, QStringLiteral("group"), group);
    }
    choose(key);
    m_form->focusFirst();
}

QString PartPanel::neededNow(const PartKey &key) const
{
    const BranchState &branch = m_draft.branch();
    QStringList needs;
    for (const auto &[id, counter] : branch.counterStates()) {
        const bool isNeeded = counter.isOpen()
            && ((key.kind == SettingKind::Counter && id.value == key.id)
                || (key.kind == SettingKind::Profile && counter.profile.value == key.id)
                || (key.kind == SettingKind::Staff && counter.staff.value == key.id));
        if (isNeeded)
            needs << tr("%1 is open with it").arg(counterName(branch, id));
    }
    const auto kind = static_cast<PartKind>(key.kind);
    const auto tickets = std::count_if(branch.tickets().begin(), branch.tickets().end(), [&](const auto &entry) {
        return tiepdon::needs(entry.second, kind, key.id);
    });
    if (tickets > 0)
        needs << counted(tickets, tr("1 open ticket needs it"), tr("%1 open tickets need it"));
    return needs.join(QStringLiteral(", "));
}

void PartPanel::remove()
{
    clearUsers();
    if (!mayAddAndRemove(m_chosen.kind, m_roles))
        return;
    if (m_draft.isRemoved(m_chosen)) {
        m_draft.restore(m_chosen);
        return;
    }
    std::vector<PartKey> users = m_draft.usersOf(m_chosen);
    std::erase(users, m_chosen);
    const QString now = m_draft.isNew(m_chosen) ? QString() : neededNow(m_chosen);
    if (!users.empty() || !now.isEmpty())
        sayUsers(users, now);
    else
        m_draft.remove(m_chosen);
}

void PartPanel::sayUsers(const std::vector<PartKey> &users, const QString &more)
{
    constexpr std::size_t kWaysMax = 6;
    const NameOf nameOf = namesIn(m_draft);
    QString text = tr("%1 cannot be removed: it is needed.").arg(nameOf(m_chosen));
    if (!more.isEmpty())
        text += QLatin1Char(' ') + tr("Now: %1.").arg(more);
    if (users.size() > kWaysMax)
        text += QLatin1Char(' ') + tr("%1 other parts name it; these first:").arg(users.size());
    m_usersText->setText(text);
    for (std::size_t i = 0; i < users.size() && i < kWaysMax; ++i) {
        auto *button = new QPushButton(tr("Show %1 %2").arg(kindWord(users[i].kind), nameOf(users[i])), m_users);
        button->setObjectName(QStringLiteral("userButton%1").arg(i));
        connect(button, &QPushButton::clicked, this, [this, key = users[i]] { Q_EMIT goAsked(key); });
        m_usersWays->addWidget(button, 0, Qt::AlignLeft);
    }
    m_users->show();
    if (auto *first = m_users->findChild<QPushButton *>(QStringLiteral("userButton0")))
        first->setFocus(Qt::OtherFocusReason);
}

void PartPanel::clearUsers()
{
    const auto buttons = m_users->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        button->setObjectName({});
        button->hide();
        button->deleteLater();
    }
    m_users->hide();
}

void PartPanel::showProblem(const QString &field, const QString &problem) { m_form->showProblem(field, problem); }

void PartPanel::clearProblems() { m_form->clearProblems(); }

void PartPanel::focusList()
{
    if (isSingle())
        m_form->focusFirst();
    else
        m_tree->setFocus(Qt::OtherFocusReason);
}

void PartPanel::retranslate()
{
    const auto kind = kindOf(m_subject);
    m_side->setVisible(!isSingle());
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_tree->setAccessibleName(subjectWord(m_subject));
    const bool mayAdd = kind && mayAddAndRemove(*kind, m_roles);
    m_add->setText(kind ? addWord(*kind) : QString());
    m_add->setToolTip(tr("Ctrl+N"));
    m_addGroup->setText(addWord(SettingKind::Group));
    m_copy->setText(tr("Copy"));
    m_add->setVisible(mayAdd);
    m_addGroup->setVisible(mayAdd && m_subject == Subject::Services);
    m_copy->setVisible(mayAdd);
    m_remove->setVisible(mayAdd);
    m_none->setTexts(tr("None here"),
                     mayAdd ? tr("Add the first one with the button at the left.")
                            : tr("What is added stands in the list at the left."));
    refresh();
}

void PartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
