// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/ticketsmodel.h"

#include "app/supervisor/floorfigures.h"
#include "app/supervisor/ticketwords.h"
#include "app/supervisor/words.h"
#include "ui/models/numbersearch.h"
#include "ui/models/queuesmodel.h"
#include "ui/session/language.h"
#include "ui/session/parkword.h"
#include "ui/session/timetext.h"

#include <algorithm>

namespace tiepdon {
namespace {

bool isOver(TicketState state)
{
    return state == TicketState::NoShow || state == TicketState::Cancelled || state == TicketState::Abandoned;
}

/// Until when it is put aside, or when it comes.
QString whenText(const Ticket &ticket, std::int64_t utcOffsetMin)
{
    if (ticket.parked)
        return ticket.parked->untilMs
            ? TicketsModel::tr("back %2 · %1")
                  .arg(parkWord(ticket.parked->reason), clockText(*ticket.parked->untilMs, utcOffsetMin))
            : parkWord(ticket.parked->reason);
    return ticket.held ? TicketsModel::tr("at %1").arg(clockText(ticket.held->untilMs, utcOffsetMin)) : QString();
}

} // namespace

TicketsModel::TicketsModel(BranchLink &link, QObject *parent) : QAbstractTableModel(parent), m_link(link)
{
    connect(&link, &BranchLink::stateReplaced, this, &TicketsModel::reload);
    connect(&link, &BranchLink::branchEvent, this,
            [this](const Event &event, qint64, const Touched &touched) { onEvent(event, touched); });
    reload();
}

void TicketsModel::reload()
{
    beginResetModel();
    m_rows.clear();
    for (const auto &[id, ticket] : m_link.branch().tickets())
        m_rows.push_back(ticket);
    for (const Ticket &ticket : m_link.branch().restorable())
        m_rows.push_back(ticket);
    std::sort(m_rows.begin(), m_rows.end(), [](const Ticket &a, const Ticket &b) { return a.id < b.id; });
    endResetModel();
}

void TicketsModel::onEvent(const Event &event, const Touched &touched)
{
    if (std::holds_alternative<event::DayOpened>(event) || std::holds_alternative<event::DayClosed>(event)) {
        reload();
        return;
    }
    if (std::holds_alternative<event::ServiceDefined>(event) || std::holds_alternative<event::CounterDefined>(event)
        || std::holds_alternative<event::SegmentDefined>(event)) {
        retranslate();
        return;
    }
    if (!touched.ticket)
        return;
    const Ticket &ticket = *touched.ticket;
    if (m_link.branch().ticket(ticket.id) || isOver(ticket.state))
        put(ticket);
    else
        remove(rowOf(ticket.id));
    if (isOver(ticket.state))
        forget();
}

void TicketsModel::put(const Ticket &ticket)
{
    // newest last: a restored ticket is not new here, and keeps its row
    const auto it = std::lower_bound(m_rows.begin(), m_rows.end(), ticket.id,
                                     [](const Ticket &row, TicketId id) { return row.id < id; });
    const int row = static_cast<int>(it - m_rows.begin());
    if (it != m_rows.end() && it->id == ticket.id) {
        *it = ticket;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    beginInsertRows({}, row, row);
    m_rows.insert(it, ticket);
    endInsertRows();
}

void TicketsModel::remove(int row)
{
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void TicketsModel::forget()
{
    const auto &kept = m_link.branch().restorable();
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        const Ticket &ticket = m_rows[static_cast<std::size_t>(row)];
        const bool isKept = !isOver(ticket.state)
            || std::any_of(kept.begin(), kept.end(), [&](const Ticket &each) { return each.id == ticket.id; });
        if (!isKept)
            remove(row);
    }
}

void TicketsModel::tick()
{
    if (m_rows.empty())
        return;
    for (const int column : {WaitedColumn, WhereColumn})
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column),
                           {Qt::DisplayRole, ToneRole, Qt::AccessibleTextRole});
}

void TicketsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const Ticket *TicketsModel::ticketAt(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

int TicketsModel::rowOf(TicketId ticket) const
{
    const auto it = std::lower_bound(m_rows.begin(), m_rows.end(), ticket,
                                     [](const Ticket &row, TicketId id) { return row.id < id; });
    return it != m_rows.end() && it->id == ticket ? static_cast<int>(it - m_rows.begin()) : -1;
}

int TicketsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TicketsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

TimeMs TicketsModel::now() const
{
    return m_link.status() == BranchLink::Status::Live ? m_link.hubNowMs() : m_link.asOfMs();
}

TimeMs TicketsModel::waitedMs(const Ticket &ticket) const { return ticketWaitedMs(ticket, now()); }

QString TicketsModel::text(const Ticket &ticket, int column) const
{
    const BranchState &branch = m_link.branch();
    const auto offset = branch.settings().utcOffsetMin;
    switch (column) {
    case NumberColumn:
        return fromUtf8(ticket.number);
    case ServiceColumn:
        return serviceName(branch, ticket.step.service);
    case WaitedColumn: {
        return tr("%1 of %2 min").arg(minutesText(waitedMs(ticket)), minutesText(branch.promiseMs(ticket)));
    }
    case SegmentColumn:
        return segmentName(branch, ticket.segment);
    case StateColumn:
        if (isOver(ticket.state) && ticket.endedMs)
            return tr("%1 at %2").arg(stateWord(ticket.state), clockText(*ticket.endedMs, offset));
        return standingWord(ticket);
    case WhereColumn:
        if (ticket.isAtCounter())
            return counterName(branch, ticket.step.counter);
        if (ticket.held || ticket.parked)
            return whenText(ticket, offset);
        if (ticket.state != TicketState::Waiting)
            return {};
        if (const QString who = forWhom(branch, ticket); !who.isEmpty())
            return who;
        if (ticket.step.misses > 0)
            return tr("calls missed: %1").arg(ticket.step.misses);
        if (const WaitQuote *quote = freshQuote(m_link.quotes(), ticket.id, now()))
            return tr("called in %1").arg(rangeText(*quote));
        return tr("waits since %1").arg(clockText(ticket.ownPlace().ms, offset));
    default:
        return {};
    }
}

QVariant TicketsModel::sortValue(const Ticket &ticket, int column) const
{
    switch (column) {
    case NumberColumn:
        return QStringLiteral("%1%2").arg(fromUtf8(ticket.series)).arg(ticket.serial, 9, 10, QLatin1Char('0'));
    case WaitedColumn: // who waits since earlier first; stands still while both wait
        return static_cast<qlonglong>(ticket.ownPlace().ms);
    case StateColumn:
        return static_cast<int>(ticket.state);
    case WhereColumn: {
        const Counter *counter = ticket.isAtCounter() ? m_link.branch().counter(ticket.step.counter) : nullptr;
        return static_cast<qlonglong>(counter ? counter->number : 1'000'000);
    }
    default:
        return text(ticket, column);
    }
}

int TicketsModel::tone(const Ticket &ticket, int column) const
{
    const auto toInt = [](Tone tone) { return static_cast<int>(tone); };
    if (column == StateColumn) {
        switch (ticket.state) {
        case TicketState::Called:
            return toInt(Tone::Info);
        case TicketState::Serving:
        case TicketState::WrapUp:
            return toInt(Tone::Good);
        case TicketState::NoShow:
        case TicketState::Cancelled:
        case TicketState::Abandoned:
            return toInt(Tone::Warn);
        default:
            return toInt(Tone::Neutral);
        }
    }
    if (column == SegmentColumn)
        return toInt(ticket.segment.isSet() ? Tone::Info : Tone::Neutral);
    // of who is yet to come nothing is promised
    if (column != WaitedColumn || ticket.held || isOver(ticket.state))
        return toInt(Tone::Neutral);
    return toInt(toneOfWait(waitedMs(ticket), m_link.branch().promiseMs(ticket)));
}

QVariant TicketsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Ticket &ticket = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(ticket, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == NumberColumn) {
            QStringList parts;
            for (const int column : {NumberColumn, SegmentColumn, ServiceColumn, StateColumn, WhereColumn})
                parts << text(ticket, column);
            parts.removeAll(QString());
            return parts.join(QStringLiteral(", "));
        }
        if (index.column() == SegmentColumn && !ticket.segment.isSet())
            return tr("Ordinary");
        return text(ticket, index.column());
    case SegmentRole:
        return static_cast<qlonglong>(ticket.segment.value);
    case TicketRole:
        return static_cast<qlonglong>(ticket.id.value);
    case ServiceRole:
        return static_cast<qlonglong>(ticket.step.service.value);
    case StateRole:
        return static_cast<int>(ticket.state);
    case SortRole:
        return sortValue(ticket, index.column());
    case ToneRole:
        return tone(ticket, index.column());
    default:
        return {};
    }
}

QVariant TicketsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Number");
    case SegmentColumn:
        return tr("Customer");
    case ServiceColumn:
        return tr("Service");
    case WaitedColumn:
        return tr("Waited of promise");
    case StateColumn:
        return tr("State");
    case WhereColumn:
        return tr("Where");
    default:
        return {};
    }
}

// ---- the filter ----

TicketsFilter::TicketsFilter(TicketsModel &tickets, QObject *parent)
    : QSortFilterProxyModel(parent), m_tickets(tickets)
{
    setSourceModel(&tickets);
    setSortRole(TicketsModel::SortRole);
    setDynamicSortFilter(true);
    sort(TicketsModel::WaitedColumn, Qt::AscendingOrder);
}

void TicketsFilter::setWhich(Which which)
{
    m_which = which;
    invalidateFilter();
}

void TicketsFilter::setService(ServiceId service)
{
    m_service = service;
    invalidateFilter();
}

void TicketsFilter::setSegment(std::optional<SegmentId> segment)
{
    m_segment = segment;
    invalidateFilter();
}

void TicketsFilter::tick()
{
    if (m_which == Which::Overtaken)
        invalidateFilter();
}

void TicketsFilter::setNumber(const QString &typed)
{
    m_number = typed.trimmed();
    invalidateFilter();
}

bool TicketsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, TicketsModel::NumberColumn, parent);
    if (!m_number.isEmpty())
        return isNumberMeant(m_number, index.data().toString());
    if (m_service.isSet() && index.data(TicketsModel::ServiceRole).toLongLong() != m_service.value)
        return false;
    if (m_segment && index.data(TicketsModel::SegmentRole).toLongLong() != m_segment->value)
        return false;
    const Ticket &ticket = *m_tickets.ticketAt(row);
    switch (m_which) {
    case Which::Open:
        return !isOver(ticket.state);
    case Which::Waiting:
        return ticket.isQueued();
    case Which::Named:
        return ticket.state == TicketState::Waiting && (ticket.forCounter.isSet() || ticket.forStaff.isSet());
    case Which::Overtaken:
        return ticket.isQueued() && m_tickets.branch().overtaken(ticket) > 0;
    case Which::Later:
        return ticket.held.has_value();
    case Which::AtCounters:
        return ticket.isAtCounter();
    case Which::Parked:
        return ticket.state == TicketState::Parked;
    case Which::Over:
        return isOver(ticket.state);
    case Which::All:
        break;
    }
    return true;
}

bool TicketsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() == TicketsModel::ServiceColumn || left.column() == TicketsModel::SegmentColumn) {
        const int order = QString::localeAwareCompare(left.data(TicketsModel::SortRole).toString(),
                                                      right.data(TicketsModel::SortRole).toString());
        if (order != 0)
            return order < 0;
    } else {
        const QVariant a = left.data(TicketsModel::SortRole);
        const QVariant b = right.data(TicketsModel::SortRole);
        if (a != b)
            return a.typeId() == QMetaType::QString ? a.toString() < b.toString() : a.toLongLong() < b.toLongLong();
    }
    return left.data(TicketsModel::TicketRole).toLongLong() < right.data(TicketsModel::TicketRole).toLongLong();
}

} // namespace tiepdon
