// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queuedelegate.h"

#include "ui/models/queuesmodel.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace tiepdon {

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const qlonglong waiting = index.data(QueuesModel::WaitingRole).toLongLong();
    const qlonglong longest = index.data(QueuesModel::LongestMsRole).toLongLong();
    const qlonglong promise = index.data(QueuesModel::PromiseMsRole).toLongLong();
    const Tone tone = static_cast<Tone>(index.data(QueuesModel::ToneRole).toInt());
    const QRectF row = QRectF(option.rect).adjusted(8, 6, -8, -6);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme().brand, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
    }
    drawShape(*painter, QRectF(row.left(), row.top() + 5, 12, 12), tone);

    const QFont countFont = textFont(sizes::kTitle, QFont::DemiBold);
    const QString count = QLocale().toString(waiting);
    const qreal countWidth = figuresWidth(countFont, count);
    painter->setFont(countFont);
    painter->setPen(waiting > 0 ? theme().ink : theme().muted);
    drawFigures(*painter, QRectF(row.left(), row.top(), row.width(), 22), Qt::AlignRight, count);

    const QFont nameFont = textFont(sizes::kText, QFont::Medium);
    const QRectF name(row.left() + 20, row.top(), row.width() - 20 - countWidth - 8, 22);
    painter->setFont(nameFont);
    painter->setPen(theme().ink);
    painter->drawText(
        name, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(nameFont).elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(name.width())));

    const QString words = waiting == 0 ? tr("nobody waiting")
        : tone == Tone::Bad
        ? tr("longest %1 of %2 min · over the promise").arg(minutesText(longest), minutesText(promise))
        : tr("longest %1 of %2 min").arg(minutesText(longest), minutesText(promise));
    painter->setFont(textFont(sizes::kTextSmall));
    painter->setPen(tone == Tone::Warn || tone == Tone::Bad ? colourOf(tone) : theme().muted);
    drawFigures(*painter, QRectF(row.left() + 20, row.top() + 24, row.width() - 20, 16), Qt::AlignLeft, words);

    const QRectF track(row.left() + 20, row.bottom() - 4, row.width() - 20, 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().line);
    painter->drawRoundedRect(track, 2, 2);
    if (waiting > 0 && promise > 0) {
        QRectF fill = track;
        fill.setWidth(track.width()
                      * std::clamp(static_cast<double>(longest) / static_cast<double>(promise), 0.03, 1.0));
        painter->setBrush(colourOf(tone));
        painter->drawRoundedRect(fill, 2, 2);
    }
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {220, 64}; }

} // namespace tiepdon
