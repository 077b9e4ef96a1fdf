// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/pastticketsmodel.h"

#include "app/supervisor/pastwords.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/theme/theme.h"

#include <QStringList>

namespace tiepdon {
namespace {

constexpr std::int64_t kPageRows = 100;

} // namespace

PastTicketsModel::PastTicketsModel(BranchLink &link, QObject *parent)
    : QAbstractTableModel(parent), m_link(link) { }

void PastTicketsModel::load(DayTicketsQuery query)
{
    ++m_asking;
    m_query = std::move(query);
    m_query.limit = kPageRows;
    ask(0);
}

void PastTicketsModel::clear()
{
    ++m_asking;
    beginResetModel();
    m_rows.clear();
    m_whole = {};
    m_isKnown = false;
    m_isAsked = false;
    endResetModel();
}

void PastTicketsModel::ask(std::int64_t skip)
{
    m_isAsked = true;
    DayTicketsQuery query = m_query;
    query.skip = skip;
    m_link.ask(query, this, [this, asking = m_asking, skip](const Result<DayTicketsAnswer> &answer) {
        if (asking != m_asking)
            return;
        m_isAsked = false;
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        if (skip == 0) {
            beginResetModel(); // another list
            m_rows = answer->rows;
            m_whole = *answer;
            m_isKnown = true;
            endResetModel();
        } else if (!answer->rows.empty()) {
            const int first = static_cast<int>(m_rows.size());
            beginInsertRows({}, first, first + static_cast<int>(answer->rows.size()) - 1);
            m_rows.insert(m_rows.end(), answer->rows.begin(), answer->rows.end());
            endInsertRows();
        } else {
            m_whole.n = static_cast<std::int64_t>(m_rows.size()); // fewer by now: the day goes on
        }
        Q_EMIT loaded();
    });
}

bool PastTicketsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isKnown && !m_isAsked && std::cmp_less(m_rows.size(), m_whole.n);
}

void PastTicketsModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(static_cast<std::int64_t>(m_rows.size()));
}

const DayTicketRow *PastTicketsModel::rowAt(int row) const
{
    return row >= 0 && std::cmp_less(row, m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

std::optional<TicketsOrder> PastTicketsModel::orderOf(int column)
{
    switch (column) {
    case NumberColumn:
        return TicketsOrder::Number;
    case IssuedColumn:
        return TicketsOrder::Issued;
    case CalledColumn:
        return TicketsOrder::Called;
    case FinishedColumn:
        return TicketsOrder::Finished;
    case WaitedColumn:
        return TicketsOrder::Waited;
    case ServedColumn:
        return TicketsOrder::Served;
    default:
        return std::nullopt;
    }
}

int PastTicketsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PastTicketsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString PastTicketsModel::timeText(std::optional<TimeMs> time) const
{
    return time ? clockText(*time, m_whole.utcOffsetMin) : QStringLiteral("–");
}

QString PastTicketsModel::text(const DayTicketRow &row, int column) const
{
    const StoryStep *line = row.line();
    if (!line)
        return {};
    const BranchState &branch = m_link.branch();
    const VisitStep &step = line->step;
    switch (column) {
    case NumberColumn:
        return fromUtf8(row.number);
    case ServiceColumn:
        return serviceName(branch, step.service);
    case SegmentColumn:
        return row.segment.isSet() ? segmentName(branch, row.segment) : tr("Ordinary");
    case IssuedColumn:
        return m_whole.days.size() > 1 ? pastDayText(row.businessDay).section(QLatin1Char(' '), 1).left(5)
                + QLatin1Char(' ') + timeText(row.issuedMs)
                                       : timeText(row.issuedMs);
    case CalledColumn:
        return timeText(step.calledMs);
    case StartedColumn:
        return timeText(step.startedMs);
    case FinishedColumn:
        return timeText(step.finishedMs);
    case CounterColumn:
        return step.counter.isSet() ? counterName(branch, step.counter) : QStringLiteral("–");
    case StaffColumn:
        return step.staff.isSet() ? staffName(branch, step.staff) : QStringLiteral("–");
    case WaitedColumn:
        return tr("%1 of %2 min").arg(minutesText(line->waitedMs), minutesText(line->promiseMs));
    case ServedColumn:
        return line->servedMs ? elapsedText(*line->servedMs) : QStringLiteral("–");
    case OutcomeColumn:
        return outcomeText(row);
    case SuspectColumn: {
        QStringList why;
        for (const Suspicion each : row.suspicions)
            why << suspicionText(each);
        return why.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QVariant PastTicketsModel::data(const QModelIndex &index, int role) const
{
    const DayTicketRow *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::AccessibleTextRole: {
        if (index.column() != 0)
            return text(*row, index.column());
        QStringList all;
        for (int column = 0; column < ColumnCount; ++column) {
            if (const QString each = text(*row, column); !each.isEmpty())
                all << each;
        }
        return all.join(QStringLiteral(", "));
    }
    case ToneRole:
        if (const StoryStep *line = row->line(); index.column() == WaitedColumn && line)
            return static_cast<int>(line->isPromiseBroken() ? Tone::Bad : Tone::Good);
        if ((index.column() == SuspectColumn || index.column() == NumberColumn) && !row->suspicions.empty())
            return static_cast<int>(Tone::Warn);
        return {};
    default:
        return {};
    }
}

QVariant PastTicketsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Number");
    case ServiceColumn:
        return tr("Service");
    case SegmentColumn:
        return tr("Segment");
    case IssuedColumn:
        return tr("Taken");
    case CalledColumn:
        return tr("Called");
    case StartedColumn:
        return tr("Started");
    case FinishedColumn:
        return tr("Finished");
    case CounterColumn:
        return tr("Counter");
    case StaffColumn:
        return tr("Staff");
    case WaitedColumn:
        return tr("Waited");
    case ServedColumn:
        return tr("Served");
    case OutcomeColumn:
        return tr("Outcome");
    case SuspectColumn:
        return tr("Suspect because");
    default:
        return {};
    }
}

void PastTicketsModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace tiepdon
