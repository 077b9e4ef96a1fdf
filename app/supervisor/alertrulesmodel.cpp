// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertrulesmodel.h"

#include "app/supervisor/alertrulewords.h"
#include "app/supervisor/alertwords.h"
#include "ui/session/language.h"

namespace tiepdon {
AlertRulesModel::AlertRulesModel(BranchLink &link, QObject *parent) : RowsModel(parent), m_link(link) { }

int AlertRulesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AlertRulesModel::data(const QModelIndex &index, int role) const
{
    const AlertRule *rule = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!rule)
        return {};
    if (role == RuleRole)
        return static_cast<qlonglong>(rule->id.value);
    if (role == ToneRole)
        return static_cast<int>(rule->isOn ? toneOf(rule->severity) : Tone::Neutral);
    if (role == IsOnRole)
        return rule->isOn;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return ruleSentence(m_link.branch(), *rule);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return inLanguage(rule->name);
    case KindColumn:
        return kindWord(rule->kind);
    case ThresholdColumn:
        return thresholdText(rule->kind, rule->threshold);
    case StateColumn:
        return rule->isOn ? severityWord(rule->severity) : tr("Off");
    default:
        return {};
    }
}

QVariant AlertRulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Rule");
    case KindColumn:
        return tr("Looks for");
    case ThresholdColumn:
        return tr("From");
    case StateColumn:
        return tr("How grave");
    default:
        return {};
    }
}

} // namespace tiepdon
