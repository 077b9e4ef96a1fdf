// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/parkedmodel.h"

#include "ui/session/language.h"
#include "ui/session/parkword.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace tiepdon {
namespace {

/// Room for the longest printed number.
constexpr qreal kNumberWidth = 64;
/// From this width on a row says service and place as well.
constexpr qreal kWide = 420;

QString elided(const QFont &font, const QString &text, qreal width)
{
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, static_cast<int>(std::max<qreal>(0, width)));
}

} // namespace

ParkedModel::ParkedModel(TellerDesk &desk, QObject *parent) : TicketRows(desk.link(), parent), m_desk(desk)
{
    tick();
}

void ParkedModel::tick()
{
    std::vector<TicketId> ids;
    for (const Ticket *ticket : m_desk.parked())
        ids.push_back(ticket->id);
    follow(ids);
    touchAll();
}

QVariant ParkedModel::data(const QModelIndex &index, int role) const
{
    const TicketId id = idAt(index);
    if (role == TicketRole)
        return static_cast<qlonglong>(id.value);
    const BranchState &branch = link().branch();
    const Ticket *ticket = branch.ticket(id);
    if (!ticket || !ticket->parked)
        return {};
    const Parked &parked = *ticket->parked;
    const Service *service = branch.service(ticket->step.service);
    const QString serviceName = service ? inLanguage(service->name) : QString();
    const TimeMs left = parked.untilMs ? std::max<TimeMs>(0, *parked.untilMs - link().hubNowMs()) : 0;
    const QString leftText = parked.untilMs ? elapsedText(left) : tr("no time set");
    QString place = tr("here");
    if (!m_desk.isMine(parked)) {
        const Counter *counter = branch.counter(parked.counter);
        const Staff *who = branch.staffMember(parked.staff);
        place = tr("counter %1").arg(counter ? QString::number(counter->number) : QStringLiteral("?"));
        if (who)
            place += QStringLiteral(" · ") + fromUtf8(who->name);
    }
    switch (role) {
    case Qt::DisplayRole:
        return fromUtf8(ticket->number);
    case Qt::AccessibleTextRole:
        return parked.untilMs
            ? tr("%1, %2, parked: %3, %4, comes back in %5")
                  .arg(fromUtf8(ticket->number), serviceName, parkWord(parked.reason), place, leftText)
            : tr("%1, %2, parked: %3, %4, until somebody takes it up")
                  .arg(fromUtf8(ticket->number), serviceName, parkWord(parked.reason), place);
    case ReasonRole:
        return parkWord(parked.reason);
    case LeftRole:
        return leftText;
    case IsSoonRole:
        return parked.untilMs && left <= kMinuteMs;
    case PlaceRole:
        return place;
    case ServiceNameRole:
        return serviceName;
    default:
        return {};
    }
}

void ParkedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isChosen = option.state & QStyle::State_Selected;
    const QRectF box = QRectF(option.rect).adjusted(2, 1, -2, -1);
    const QRectF row = box.adjusted(8, 0, -8, 0);
    const QColor ink = isChosen ? theme().onBrand : theme().ink;
    const QColor muted = isChosen ? theme().onBrand : theme().muted;
    const bool isSoon = index.data(ParkedModel::IsSoonRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().brand);
        painter->drawRoundedRect(box, 4, 4);
    }
    painter->setPen(ink);
    painter->setFont(textFont(sizes::kText, QFont::DemiBold));
    drawFigures(*painter, row, Qt::AlignLeft, index.data().toString());

    const QFont font = textFont(sizes::kText);
    painter->setFont(font);
    const QString left = index.data(ParkedModel::LeftRole).toString();
    const qreal leftWidth = figuresWidth(font, left);
    painter->setPen(isChosen ? ink : isSoon ? theme().warn : muted);
    drawFigures(*painter, row, Qt::AlignRight, left);
    if (isSoon && !isChosen)
        drawShape(*painter, QRectF(row.right() - leftWidth - 16, row.center().y() - 5, 10, 10), Tone::Warn);

    QString words = index.data(ParkedModel::ReasonRole).toString();
    if (row.width() >= kWide)
        words = QStringLiteral("%1  ·  %2  ·  %3")
                    .arg(words, index.data(ParkedModel::ServiceNameRole).toString(),
                         index.data(ParkedModel::PlaceRole).toString());
    const QRectF room = row.adjusted(kNumberWidth, 0, -(leftWidth + 24), 0);
    painter->setPen(muted);
    painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, elided(font, words, room.width()));
    painter->restore();
}

} // namespace tiepdon
