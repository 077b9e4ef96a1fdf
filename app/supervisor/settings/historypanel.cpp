// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/historypanel.h"

#include "core/access/permission.h"
#include "core/wire/accessquestion.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kListWidth = 400;
constexpr int kRowHeight = 56;
constexpr std::size_t kPartsNamed = 3;

using Sides = std::map<PartKey, std::pair<Json, Json>>;

QString shortDay(TimeMs time, std::int64_t utcOffsetMin)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time + utcOffsetMin * kMinuteMs, Qt::UTC).date(),
                              QLocale::ShortFormat);
}

Sides sidesIn(const SettingChange &change)
{
    Sides sides;
    for (auto &[key, part] : allOf(change.before))
        sides[key].first = std::move(part);
    for (auto &[key, part] : allOf(change.after))
        sides[key].second = std::move(part);
    return sides;
}

} // namespace

HistoryPanel::HistoryPanel(BranchLink &link, SettingDraft &draft, QWidget *parent)
    : QWidget(parent), m_link(link), m_draft(draft), m_kind(new QComboBox(this)),
      m_count(mutedLabel(this, sizes::kText)), m_list(new QListWidget(this)), m_more(new QPushButton(this)),
      m_empty(new EmptyState(this)), m_error(new ErrorBanner(this)), m_detail(new QScrollArea(this)),
      m_revert(new QPushButton(this))
{
    setObjectName(QStringLiteral("historyPanel"));
    m_kind->setObjectName(QStringLiteral("historyKindFilter"));
    m_count->setObjectName(QStringLiteral("historyCount"));
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_more->setObjectName(QStringLiteral("historyMoreButton"));
    m_error->setObjectName(QStringLiteral("historyErrorBanner"));
    m_detail->setObjectName(QStringLiteral("historyDetail"));
    m_detail->setWidgetResizable(true);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_revert->setObjectName(QStringLiteral("revertButton"));
    auto *left = new QWidget(this);
    left->setFixedWidth(kListWidth);
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(12, 8, 12, 8);
    list->setSpacing(8);
    list->addWidget(m_kind);
    list->addWidget(m_count);
    list->addWidget(m_error);
    list->addWidget(m_list, 1);
    list->addWidget(m_empty, 1);
    list->addWidget(m_more);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 8, 12, 8);
    right->setSpacing(8);
    right->addWidget(m_detail, 1);
    right->addWidget(m_revert, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(left);
    row->addLayout(right, 1);
    connect(m_kind, &QComboBox::activated, this, &HistoryPanel::load);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryPanel::showChosen);
    connect(m_more, &QPushButton::clicked, this, [this] { ask(m_next); });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        if (const SettingChange *change = chosen())
            Q_EMIT revertAsked(*change);
    });
    connect(&link, &BranchLink::accessChanged, this, [this] {
        m_changes.clear(); // the next one may see less
        m_names.clear();
        m_isKnown = false;
        ++m_asking;
        fill();
    });
    setFocusProxy(m_list);
    retranslate();
}

void HistoryPanel::load()
{
    m_changes.clear();
    ask({});
    if (m_names.empty())
        askNames();
}

void HistoryPanel::ask(SettingChangeId before)
{
    if (reachOf(SettingHistory::kMethod, m_link.session().roles) == Reach::None)
        return;
    SettingHistory question;
    question.part = m_kind->currentData().toString().toStdString();
    question.before = before;
    const int asking = ++m_asking;
    m_link.ask(question, this, [this, asking](const Result<SettingChanges> &answer) {
        if (asking != m_asking)
            return;
        if (!answer) {
            m_error->showError(answer.error());
            return;
        }
        m_error->clear();
        m_isKnown = true;
        m_changes.insert(m_changes.end(), answer->changes.begin(), answer->changes.end());
        m_next = answer->next;
        fill();
    });
}

void HistoryPanel::askNames()
{
    if (reachOf(kStaffListMethod, m_link.session().roles) == Reach::None)
        return;
    m_link.ask(StaffList{}, this, [this](const Result<StaffRows> &answer) {
        if (!answer)
            return; // ids are shown
        for (const StaffRow &row : answer->staff)
            m_names[row.staff] = row.name;
        fill();
    });
}

void HistoryPanel::setMayChange(bool mayChange)
{
    m_mayChange = mayChange;
    showChosen();
}

QString HistoryPanel::who(StaffId staff) const
{
    if (!staff.isSet())
        return tr("The hub");
    if (const Staff *listed = m_draft.branch().staffMember(staff))
        return fromUtf8(listed->name);
    if (const auto it = m_names.find(staff); it != m_names.end())
        return fromUtf8(it->second);
    return staff == m_link.session().staff ? fromUtf8(m_link.session().name) : tr("No. %1").arg(staff.value);
}

NameOf HistoryPanel::namesOf(const SettingChange &change) const
{
    return [this, sides = sidesIn(change)](const PartKey &key) {
        const auto it = sides.find(key);
        if (it != sides.end())
            return partName(key.kind, it->second.second.is_null() ? it->second.first : it->second.second);
        return partName(key.kind, m_draft.saved(key));
    };
}

QString HistoryPanel::summary(const SettingChange &change) const
{
    const Sides sides = sidesIn(change);
    QStringList names;
    for (const auto &[key, side] : sides) {
        if (names.size() == static_cast<qsizetype>(kPartsNamed)) {
            names << tr("%1 more").arg(sides.size() - kPartsNamed);
            break;
        }
        const QString name = partName(key.kind, side.second.is_null() ? side.first : side.second);
        names << (side.first.is_null()        ? tr("%1 (new)").arg(name)
                      : side.second.is_null() ? tr("%1 (removed)").arg(name)
                                              : name);
    }
    if (change.ruleBefore || change.ruleAfter)
        names << ruleText(change);
    return names.join(QStringLiteral(", "));
}

QString HistoryPanel::ruleText(const SettingChange &change)
{
    const QString name = inLanguage((change.ruleAfter ? change.ruleAfter : change.ruleBefore)->name);
    return !change.ruleBefore ? tr("Rule of alerts: %1 (new)").arg(name)
        : !change.ruleAfter   ? tr("Rule of alerts: %1 (removed)").arg(name)
                              : tr("Rule of alerts: %1").arg(name);
}

void HistoryPanel::fill()
{
    const SettingChange *was = chosen();
    const SettingChangeId chosenId = was ? was->id : SettingChangeId{};
    const auto offset = m_draft.branch().settings().utcOffsetMin;
    m_list->clear();
    for (const SettingChange &change : m_changes) {
        QString head = QStringLiteral("%1 %2 · %3")
                           .arg(shortDay(change.atMs, offset), clockText(change.atMs, offset), who(change.by));
        if (change.reverts.isSet())
            head += QStringLiteral(" · ") + tr("takes back no. %1").arg(change.reverts.value);
        auto *item = new QListWidgetItem(head + QLatin1Char('\n') + summary(change), m_list);
        item->setSizeHint({0, kRowHeight});
        item->setData(Qt::UserRole, qlonglong(change.id.value));
        if (change.id == chosenId)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_list->setVisible(!m_changes.empty());
    m_empty->setVisible(m_changes.empty());
    m_more->setVisible(m_next.isSet());
    m_count->setText(m_isKnown ? counted(std::ssize(m_changes), tr("1 change"), tr("%1 changes, newest first"))
                               : tr("Asking the hub …"));
    showChosen();
}

void HistoryPanel::choose(SettingChangeId change)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toLongLong() == change.value)
            m_list->setCurrentRow(row);
    }
}

const SettingChange *HistoryPanel::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    const SettingChangeId id{item ? item->data(Qt::UserRole).toLongLong() : 0};
    const auto it = std::find_if(m_changes.begin(), m_changes.end(),
                                 [id](const SettingChange &change) { return change.id == id; });
    return it == m_changes.end() ? nullptr : &*it;
}

void HistoryPanel::showChosen()
{
    const SettingChange *change = chosen();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 0, 8, 0);
    column->setSpacing(4);
    const auto say = [&](const QString &text, int size, QFont::Weight weight, const char *ink = "") {
        QLabel *label = plainLabel(content, size, weight);
        label->setText(text);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (*ink != '\0')
            label->setProperty("ink", QLatin1String(ink));
        column->addWidget(label);
    };
    bool isFirstDefinition = false;
    if (change) {
        const auto offset = m_draft.branch().settings().utcOffsetMin;
        say(tr("Change no. %1").arg(change->id.value), sizes::kTitle, QFont::DemiBold);
        say(tr("%1, %2 %3").arg(who(change->by), dayText(change->atMs, offset), clockText(change->atMs, offset)),
            sizes::kText, QFont::Normal, "muted");
        for (const SettingChange &later : m_changes) {
            if (later.reverts == change->id)
                say(tr("Taken back by change no. %1.").arg(later.id.value), sizes::kText, QFont::Medium, "warn");
        }
        if (change->reverts.isSet())
            say(tr("Takes back change no. %1.").arg(change->reverts.value), sizes::kText, QFont::Medium);
        const NameOf nameOf = namesOf(*change);
        for (const auto &[key, sides] : sidesIn(*change)) {
            const auto &[was, is] = sides;
            column->addSpacing(8);
            say(was.is_null()      ? tr("New %1: %2").arg(kindWord(key.kind), nameOf(key))
                    : is.is_null() ? tr("Removed %1: %2").arg(kindWord(key.kind), nameOf(key))
                                   : nameOf(key),
                sizes::kTextLarge, QFont::DemiBold);
            for (const Difference &difference : differences(key.kind, was, is, nameOf))
                say(QStringLiteral("%1: %2 → %3").arg(difference.label, difference.was, difference.is),
                    sizes::kText, QFont::Normal);
        }
        if (change->ruleBefore || change->ruleAfter)
            say(ruleText(*change), sizes::kTextLarge, QFont::DemiBold);
        column->addSpacing(8);
        const std::pair<QString, const std::string *> answers[]
            = {{tr("How does it affect customers?"), &change->decision.affects},
               {tr("How will they feel about it?"), &change->decision.feels},
               {tr("What does it solve for them?"), &change->decision.solves},
               {tr("What is it worth to them?"), &change->decision.value}};
        if (change->decision == DecisionRecord())
            say(tr("Nothing was said of what it means for the customer."), sizes::kText, QFont::Normal, "muted");
        for (const auto &[question, answer] : answers) {
            if (answer->empty())
                continue;
            say(question, sizes::kTextSmall, QFont::Normal, "muted");
            say(fromUtf8(*answer), sizes::kText, QFont::Normal);
        }
        isFirstDefinition = change->after.settings && !change->before.settings;
        if (isFirstDefinition)
            say(tr("This is how the branch began; it cannot be taken back."), sizes::kText, QFont::Normal, "muted");
    }
    column->addStretch();
    if (QWidget *old = m_detail->takeWidget())
        old->deleteLater();
    m_detail->setWidget(content);
    content->setAutoFillBackground(false); // the panel beneath is seen
    m_detail->viewport()->setAutoFillBackground(false);
    const bool isOfParts = change && !(change->before == BranchParts() && change->after == BranchParts());
    m_revert->setVisible(isOfParts && m_mayChange); // what is watched is changed back on its own page
    m_revert->setEnabled(!isFirstDefinition && m_link.status() == BranchLink::Status::Live);
}

void HistoryPanel::fillKinds()
{
    const QString was = m_kind->currentData().toString();
    m_kind->clear();
    m_kind->addItem(tr("Every change"), QString());
    m_kind->addItem(subjectWord(Subject::Branch), QStringLiteral("settings"));
    for (const Subject subject : {Subject::Services, Subject::Counters, Subject::Zones, Subject::Profiles,
                                  Subject::People, Subject::Segments, Subject::Reasons, Subject::Outcomes})
        m_kind->addItem(subjectWord(subject), fromUtf8(kindName(*kindOf(subject))));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(was)));
}

void HistoryPanel::retranslate()
{
    fillKinds();
    m_kind->setAccessibleName(tr("Changes of what"));
    m_list->setAccessibleName(tr("Changes, newest first"));
    m_more->setText(tr("Show earlier ones"));
    m_revert->setText(tr("Take this change back…"));
    m_empty->setTexts(tr("No changes yet"),
                      tr("Whoever changes what the branch is made of is named here, with what "
                         "it was before and why."));
    fill();
}

void HistoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
