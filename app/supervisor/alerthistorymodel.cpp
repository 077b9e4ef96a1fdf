// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alerthistorymodel.h"

#include "app/supervisor/alertrulewords.h"
#include "app/supervisor/alertwords.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QDate>

namespace tiepdon {

AlertHistoryModel::AlertHistoryModel(BranchLink &link, QObject *parent) : RowsModel(parent), m_link(link) { }

int AlertHistoryModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AlertHistoryModel::data(const QModelIndex &index, int role) const
{
    const Alert *alert = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!alert)
        return {};
    if (role == AlertRole)
        return static_cast<qlonglong>(alert->id.value);
    if (role == ToneRole)
        return static_cast<int>(toneOf(alert->severity));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case RaisedColumn: {
        const auto offset = m_link.branch().settings().utcOffsetMin;
        const QDate day
            = QDate::fromString(fromUtf8(localDay(alert->raisedMs, static_cast<int>(offset))), Qt::ISODate);
        return day.toString(QStringLiteral("dd/MM")) + QLatin1Char(' ') + clockText(alert->raisedMs, offset);
    }
    case TextColumn: {
        Alert asItWas = *alert;
        if (!alert->isOpen())
            asItWas.value = alert->worst;
        return alertText(m_link.branch(), asItWas);
    }
    case LastedColumn:
        return spanText(((alert->isOpen() ? m_link.hubNowMs() : alert->endedMs) - alert->raisedMs) / kMinuteMs
                        * kMinuteMs);
    case StateColumn:
        return alertStateWord(*alert);
    default:
        return {};
    }
}

QVariant AlertHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RaisedColumn:
        return tr("Raised");
    case TextColumn:
        return tr("What it was");
    case LastedColumn:
        return tr("Lasted");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace tiepdon
