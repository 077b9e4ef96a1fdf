// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertruleeditor.h"

#include "app/supervisor/alertrulewords.h"
#include "app/supervisor/alertwords.h"
#include "app/supervisor/quiethours.h"
#include "app/supervisor/words.h"
#include "core/base/limits.h"
#include "ui/session/language.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

constexpr int kListHeight = 112;
constexpr int kLabelWidth = 140;
constexpr int kNumberWidth = 120;
constexpr int kIdRole = Qt::UserRole;

/// A number that turns only where the person is, not where the wheel passes by.
class CalmSpinBox : public QSpinBox
{
public:
    explicit CalmSpinBox(QWidget *parent) : QSpinBox(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setAccelerated(true);
        setGroupSeparatorShown(true);
    }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

class CalmComboBox : public QComboBox
{
public:
    explicit CalmComboBox(QWidget *parent) : QComboBox(parent) { setFocusPolicy(Qt::StrongFocus); }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

std::int64_t unitOf(AlertKind kind)
{
    if (kind == AlertKind::BlockerOld)
        return kHourMs; // open for days
    switch (thresholdsOf(kind).unit) {
    case AlertUnit::Permille:
        return 10; // percent
    case AlertUnit::Ms:
        return kMinuteMs;
    case AlertUnit::People:
    case AlertUnit::Calls:
        break;
    }
    return 1;
}

template <class Id>
void fill(QListWidget &list, const std::vector<std::pair<Id, QString>> &items, const std::vector<Id> &chosen)
{
    const QSignalBlocker blocker(&list);
    list.clear();
    const auto add = [&](Id id, const QString &name) {
        auto *item = new QListWidgetItem(name, &list);
        item->setData(kIdRole, static_cast<qlonglong>(id.value));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::find(chosen.begin(), chosen.end(), id) == chosen.end() ? Qt::Unchecked
                                                                                        : Qt::Checked);
    };
    for (const auto &[id, name] : items)
        add(id, name);
    for (const Id id : chosen) { // what the branch no longer has can still be taken out
        if (std::none_of(items.begin(), items.end(), [id](const auto &item) { return item.first == id; }))
            add(id, QStringLiteral("?"));
    }
}

template <class Id>
std::vector<Id> checkedIn(const QListWidget &list)
{
    std::vector<Id> ids;
    for (int i = 0; i < list.count(); ++i) {
        if (list.item(i)->checkState() == Qt::Checked)
            ids.push_back(Id{list.item(i)->data(kIdRole).toLongLong()});
    }
    return ids;
}

} // namespace

AlertRuleEditor::AlertRuleEditor(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_form(new QFormLayout), m_on(new QCheckBox(this)),
      m_nameVi(new QLineEdit(this)), m_nameEn(new QLineEdit(this)), m_kind(new CalmComboBox(this)),
      m_severity(new CalmComboBox(this)), m_services(makeList("ruleServicesList")),
      m_segments(makeList("ruleSegmentsList")), m_counters(makeList("ruleCountersList")),
      m_telling(makeTelling(QStringLiteral("rule"))), m_escalation(makeTelling(QStringLiteral("ruleEscalation"))),
      m_quiet(new QuietHours(this))
{
    setObjectName(QStringLiteral("alertRuleEditor"));
    m_on->setObjectName(QStringLiteral("ruleOnCheck"));
    m_nameVi->setMaxLength(static_cast<int>(limits::kNameCharactersMax));
    m_nameEn->setMaxLength(static_cast<int>(limits::kNameCharactersMax));
    for (Amount *amount : {&m_threshold, &m_clearAt, &m_ahead, &m_hold, &m_repeat, &m_escalate}) {
        amount->box = new CalmSpinBox(this);
        amount->box->setMinimumWidth(kNumberWidth);
        connect(amount->box, &QSpinBox::valueChanged, this, &AlertRuleEditor::onEdited);
    }
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setVerticalSpacing(8);
    m_form->setHorizontalSpacing(12);
    m_form->addRow(m_on);
    addField("ruleNameViEdit", m_labels.nameVi, m_nameVi);
    addField("ruleNameEnEdit", m_labels.nameEn, m_nameEn);
    addField("ruleKindChoice", m_labels.kind, m_kind);
    addField("ruleSeverityChoice", m_labels.severity, m_severity);
    addField("ruleThresholdBox", m_labels.threshold, m_threshold.box);
    addField("ruleAheadBox", m_labels.ahead, m_ahead.box);
    addField("ruleClearBox", m_labels.clearAt, m_clearAt.box);
    addField("ruleHoldBox", m_labels.hold, m_hold.box);
    addField("ruleServicesList", m_labels.services, m_services);
    addField("ruleSegmentsList", m_labels.segments, m_segments);
    addField("ruleCountersList", m_labels.counters, m_counters);
    addField("ruleTelling", m_labels.telling, m_telling.widget);
    addField("ruleRepeatBox", m_labels.repeat, m_repeat.box);
    addField("ruleEscalateBox", m_labels.escalate, m_escalate.box);
    addField("ruleEscalationTelling", m_labels.escalation, m_escalation.widget);
    addField("quietHours", m_labels.quiet, m_quiet);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_form);
    for (QLineEdit *edit : {m_nameVi, m_nameEn})
        connect(edit, &QLineEdit::textEdited, this, &AlertRuleEditor::onEdited);
    connect(m_on, &QCheckBox::clicked, this, &AlertRuleEditor::onEdited);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &AlertRuleEditor::onEdited);
    for (QListWidget *list : {m_services, m_segments, m_counters})
        connect(list, &QListWidget::itemChanged, this, &AlertRuleEditor::onEdited);
    connect(m_quiet, &QuietHours::edited, this, &AlertRuleEditor::onEdited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_isFilling || index < 0)
            return;
        AlertRule other = m_rule;
        other.kind = static_cast<AlertKind>(m_kind->currentData().toInt());
        const bool isAsGiven = other.kind == m_rule.kind;
        if (!isAsGiven) { // another unit: what was typed means nothing there
            other.threshold = thresholdsOf(other.kind).usual;
            other.clearAt = 0;
            other.aheadMs = other.kind == AlertKind::WaitWillBeOver ? 15 * kMinuteMs : 0;
        }
        setKind(other.kind, other);
        onEdited();
    });
    retranslate();
}

QListWidget *AlertRuleEditor::makeList(const char *name)
{
    auto *list = new QListWidget(this);
    list->setObjectName(QLatin1String(name));
    list->setSpacing(2);
    list->setFixedHeight(kListHeight);
    return list;
}

AlertRuleEditor::Telling AlertRuleEditor::makeTelling(const QString &prefix)
{
    Telling telling;
    telling.widget = new QWidget(this);
    auto *column = new QVBoxLayout(telling.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *grid = new QGridLayout;
    grid->setSpacing(4);
    column->addLayout(grid);
    for (std::size_t i = 0; i < telling.channels.size(); ++i) {
        auto *check = new QCheckBox(telling.widget);
        const auto word = names(AlertChannel()).at(i);
        check->setObjectName(prefix + QLatin1Char('_')
                             + QLatin1String(word.data(), static_cast<qsizetype>(word.size()))
                             + QStringLiteral("Check"));
        grid->addWidget(check, static_cast<int>(i) / 2, static_cast<int>(i) % 2);
        telling.channels[i] = check;
        connect(check, &QCheckBox::clicked, this, &AlertRuleEditor::onEdited);
    }
    telling.mailTo = new QLineEdit(telling.widget);
    telling.mailTo->setObjectName(prefix + QStringLiteral("MailEdit"));
    telling.mailTo->setMaxLength(2000);
    column->addWidget(telling.mailTo);
    connect(telling.mailTo, &QLineEdit::textEdited, this, &AlertRuleEditor::onEdited);
    return telling;
}

void AlertRuleEditor::addField(const char *name, QLabel *&label, QWidget *field)
{
    field->setObjectName(QLatin1String(name));
    label = mutedLabel(this, sizes::kText);
    label->setWordWrap(true);
    label->setFixedWidth(kLabelWidth);
    label->setBuddy(field);
    m_form->addRow(label, field);
}

void AlertRuleEditor::setAmount(Amount &amount, std::int64_t value, std::int64_t unit, std::int64_t least,
                                std::int64_t most)
{
    const QSignalBlocker blocker(amount.box);
    amount.value = value;
    amount.unit = unit;
    amount.box->setRange(static_cast<int>((least + unit - 1) / unit), static_cast<int>(most / unit));
    amount.box->setValue(static_cast<int>((value + unit / 2) / unit));
    amount.shown = amount.box->value();
}

std::int64_t AlertRuleEditor::amountOf(const Amount &amount)
{
    return amount.box->value() == amount.shown ? amount.value : amount.box->value() * amount.unit;
}

void AlertRuleEditor::setTelling(const Telling &telling, const AlertTelling &value)
{
    for (std::size_t i = 0; i < telling.channels.size(); ++i)
        telling.channels[i]->setChecked(
            std::find(value.channels.begin(), value.channels.end(), static_cast<AlertChannel>(i))
            != value.channels.end());
    QStringList addresses;
    for (const std::string &address : value.mailTo)
        addresses << fromUtf8(address);
    telling.mailTo->setText(addresses.join(QStringLiteral(", ")));
    telling.mailTo->setCursorPosition(0);
}

AlertTelling AlertRuleEditor::tellingOf(const Telling &telling)
{
    AlertTelling value;
    for (std::size_t i = 0; i < telling.channels.size(); ++i) {
        if (telling.channels[i]->isChecked())
            value.channels.push_back(static_cast<AlertChannel>(i));
    }
    static const QRegularExpression kBetween(QStringLiteral("[,;\\s]+"));
    for (const QString &address : telling.mailTo->text().split(kBetween, Qt::SkipEmptyParts))
        value.mailTo.push_back(address.toStdString());
    return value;
}

void AlertRuleEditor::setRule(const AlertRule &rule)
{
    m_rule = rule;
    m_isFilling = true;
    m_on->setChecked(rule.isOn);
    m_nameVi->setText(fromUtf8(rule.name.vi));
    m_nameEn->setText(fromUtf8(rule.name.en));
    m_nameVi->setCursorPosition(0);
    m_nameEn->setCursorPosition(0);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(rule.kind)));
    m_severity->setCurrentIndex(static_cast<int>(rule.severity));
    setKind(rule.kind, rule);
    setAmount(m_hold, rule.holdMs, kSecondMs, 0, kAlertTimeMsMax);
    setAmount(m_repeat, rule.repeatMs, kMinuteMs, 0, kAlertTimeMsMax);
    setAmount(m_escalate, rule.escalateMs, kMinuteMs, 0, kAlertTimeMsMax);
    setTelling(m_telling, rule.telling);
    setTelling(m_escalation, rule.escalation);
    m_quiet->setWindows(rule.quiet);
    refreshNames();
    showWrong({});
    m_isFilling = false;
    showKindsFields();
}

void AlertRuleEditor::setKind(AlertKind kind, const AlertRule &rule)
{
    const AlertThresholds thresholds = thresholdsOf(kind);
    setAmount(m_threshold, rule.threshold, unitOf(kind), thresholds.least, thresholds.most);
    setAmount(m_clearAt, rule.clearAt, unitOf(kind), 0, thresholds.most);
    setAmount(m_ahead, rule.aheadMs, kMinuteMs, kMinuteMs, Outlook::kAheadMsMax);
    showKindsFields();
    retranslate();
}

void AlertRuleEditor::showKindsFields()
{
    const auto kind = static_cast<AlertKind>(m_kind->currentData().toInt());
    const AlertScopeUse use = scopeUseOf(kind);
    m_form->setRowVisible(m_ahead.box, kind == AlertKind::WaitWillBeOver);
    m_form->setRowVisible(m_services, use.services);
    m_form->setRowVisible(m_segments, use.segments);
    m_form->setRowVisible(m_counters, use.counters);
    m_form->setRowVisible(m_escalation.widget, m_escalate.box->value() > 0);
    for (const Telling *telling : {&m_telling, &m_escalation})
        telling->mailTo->setVisible(telling->channels[static_cast<std::size_t>(AlertChannel::Mail)]->isChecked());
}

std::optional<AlertRule> AlertRuleEditor::rule() const
{
    const auto quiet = m_quiet->windows();
    if (!quiet)
        return std::nullopt;
    AlertRule rule = m_rule;
    rule.isOn = m_on->isChecked();
    rule.name = {m_nameVi->text().toStdString(), m_nameEn->text().toStdString()};
    rule.kind = static_cast<AlertKind>(m_kind->currentData().toInt());
    rule.severity = static_cast<AlertSeverity>(m_severity->currentIndex());
    rule.threshold = amountOf(m_threshold);
    rule.clearAt = amountOf(m_clearAt);
    const AlertScopeUse use = scopeUseOf(rule.kind);
    rule.aheadMs = rule.kind == AlertKind::WaitWillBeOver ? amountOf(m_ahead) : 0;
    rule.holdMs = amountOf(m_hold);
    rule.repeatMs = amountOf(m_repeat);
    rule.escalateMs = amountOf(m_escalate);
    rule.scope.services = use.services ? checkedIn<ServiceId>(*m_services) : std::vector<ServiceId>();
    rule.scope.segments = use.segments ? checkedIn<SegmentId>(*m_segments) : std::vector<SegmentId>();
    rule.scope.counters = use.counters ? checkedIn<CounterId>(*m_counters) : std::vector<CounterId>();
    rule.telling = tellingOf(m_telling);
    rule.escalation = tellingOf(m_escalation);
    rule.quiet = *quiet == m_rule.quiet ? m_rule.quiet : *quiet;
    return rule;
}

void AlertRuleEditor::refreshNames()
{
    const BranchState &branch = m_desk.branch();
    const AlertScope &scope = m_rule.scope;
    std::vector<std::pair<ServiceId, QString>> services;
    for (const auto &[id, service] : branch.services())
        services.emplace_back(id, inLanguage(service.name));
    fill(*m_services, services, m_isFilling ? scope.services : checkedIn<ServiceId>(*m_services));
    std::vector<std::pair<SegmentId, QString>> segments{{SegmentId{}, tr("ordinary people")}};
    for (const auto &[id, segment] : branch.segments())
        segments.emplace_back(id, inLanguage(segment.name));
    fill(*m_segments, segments, m_isFilling ? scope.segments : checkedIn<SegmentId>(*m_segments));
    std::vector<std::pair<CounterId, QString>> counters;
    for (const auto &[id, counter] : branch.counters())
        counters.emplace_back(id, counterName(branch, id));
    fill(*m_counters, counters, m_isFilling ? scope.counters : checkedIn<CounterId>(*m_counters));
}

void AlertRuleEditor::setReadOnly(bool isReadOnly)
{
    for (QWidget *field :
         {static_cast<QWidget *>(m_on), static_cast<QWidget *>(m_nameVi), static_cast<QWidget *>(m_nameEn),
          static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_severity),
          static_cast<QWidget *>(m_threshold.box), static_cast<QWidget *>(m_clearAt.box),
          static_cast<QWidget *>(m_ahead.box), static_cast<QWidget *>(m_hold.box),
          static_cast<QWidget *>(m_repeat.box), static_cast<QWidget *>(m_escalate.box),
          static_cast<QWidget *>(m_services), static_cast<QWidget *>(m_segments),
          static_cast<QWidget *>(m_counters), m_telling.widget, m_escalation.widget})
        field->setEnabled(!isReadOnly);
    m_quiet->setReadOnly(isReadOnly);
}

void AlertRuleEditor::showWrong(const QString &field)
{
    const std::pair<QWidget *, const char *> fields[] = {{m_nameVi, "name"},
                                                         {m_telling.mailTo, "telling"},
                                                         {m_escalation.mailTo, "escalation"},
                                                         {m_threshold.box, "threshold"},
                                                         {m_clearAt.box, "clearAt"},
                                                         {m_ahead.box, "aheadMs"},
                                                         {m_hold.box, "holdMs"},
                                                         {m_repeat.box, "repeatMs"},
                                                         {m_escalate.box, "escalateMs"},
                                                         {m_quiet, "quiet"}};
    for (const auto &[widget, name] : fields) {
        const bool isIt = field == QLatin1String(name);
        setStyleProperty(*widget, "wrong", isIt ? QStringLiteral("yes") : QStringLiteral("no"));
        if (isIt)
            widget->setFocus(Qt::OtherFocusReason);
    }
}

void AlertRuleEditor::focusFirst() { m_nameVi->setFocus(Qt::OtherFocusReason); }

void AlertRuleEditor::onEdited()
{
    if (m_isFilling)
        return;
    showKindsFields();
    showWrong({});
    Q_EMIT edited();
}

void AlertRuleEditor::retranslate()
{
    const bool wasFilling = std::exchange(m_isFilling, true);
    const auto refill = [](QComboBox &box, std::size_t count, const auto &word) {
        const QVariant chosen = box.count() > 0 ? box.currentData() : QVariant(0);
        box.clear();
        for (std::size_t i = 0; i < count; ++i)
            box.addItem(word(i), static_cast<int>(i));
        box.setCurrentIndex(std::max(0, box.findData(chosen)));
    };
    refill(*m_kind, names(AlertKind()).size(), [](std::size_t i) { return kindWord(static_cast<AlertKind>(i)); });
    refill(*m_severity, names(AlertSeverity()).size(),
           [](std::size_t i) { return severityWord(static_cast<AlertSeverity>(i)); });
    m_on->setText(tr("Switched on"));
    const auto kind = static_cast<AlertKind>(m_kind->currentData().toInt());
    const AlertUnit unit = thresholdsOf(kind).unit;
    const QString suffix = unit == AlertUnit::Permille ? QStringLiteral(" %")
        : unit == AlertUnit::People                    ? tr(" people")
        : unit == AlertUnit::Calls                     ? tr(" calls")
        : kind == AlertKind::BlockerOld                ? tr(" h")
                                                       : tr(" min");
    const QString thresholdLabel = kind == AlertKind::WaitWillBeOver ? tr("From a probability of")
        : kind == AlertKind::WaitOver                                ? tr("From this part of the promise")
        : kind == AlertKind::ServiceLong                             ? tr("From this part of the usual time")
                                                                     : tr("From");
    const std::pair<QLabel *, QString> labels[] = {
        {m_labels.nameVi, tr("Name (Vietnamese)")},
        {m_labels.nameEn, tr("Name (English)")},
        {m_labels.kind, tr("Looks for")},
        {m_labels.severity, tr("How grave")},
        {m_labels.threshold, thresholdLabel},
        {m_labels.clearAt, tr("Ends below")},
        {m_labels.ahead, tr("Within the next")},
        {m_labels.hold, tr("Has been so for")},
        {m_labels.services, tr("Services (none chosen: all)")},
        {m_labels.segments, tr("Customers (none chosen: all)")},
        {m_labels.counters, tr("Counters (none chosen: all)")},
        {m_labels.telling, tr("Tell supervisors by")},
        {m_labels.repeat, tr("Tell again every")},
        {m_labels.escalate, tr("Pass on after")},
        {m_labels.escalation, tr("Then also tell by")},
        {m_labels.quiet, tr("Quiet hours")},
    };
    for (const auto &[label, text] : labels) {
        label->setText(text);
        label->buddy()->setAccessibleName(text);
    }
    m_threshold.box->setSuffix(suffix);
    m_clearAt.box->setSuffix(suffix);
    m_clearAt.box->setSpecialValueText(tr("as soon as it is below that"));
    m_ahead.box->setSuffix(tr(" min"));
    m_hold.box->setSuffix(tr(" s"));
    m_hold.box->setSpecialValueText(tr("at once"));
    m_repeat.box->setSuffix(tr(" min"));
    m_repeat.box->setSpecialValueText(tr("once only"));
    m_escalate.box->setSuffix(tr(" min"));
    m_escalate.box->setSpecialValueText(tr("never"));
    for (const Telling *telling : {&m_telling, &m_escalation}) {
        for (std::size_t i = 0; i < telling->channels.size(); ++i)
            telling->channels[i]->setText(channelWord(static_cast<AlertChannel>(i)));
        telling->mailTo->setAccessibleName(tr("Mail addresses"));
        telling->mailTo->setPlaceholderText(tr("Addresses, parted by commas"));
    }
    m_isFilling = wasFilling;
    if (!wasFilling)
        refreshNames();
}

void AlertRuleEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
