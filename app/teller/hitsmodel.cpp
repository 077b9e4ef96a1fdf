// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/hitsmodel.h"

#include "ui/customer/customertime.h"
#include "ui/customer/customerword.h"
#include "ui/session/language.h"
#include "ui/theme/figures.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <utility>

namespace tiepdon {

void HitsModel::setHits(std::vector<CustomerHit> hits, const BranchState &branch, TimeMs nowMs)
{
    const auto offset = branch.settings().utcOffsetMin;
    beginResetModel();
    m_rows.clear();
    for (CustomerHit &hit : hits) {
        Row row;
        const Ticket *ticket = branch.ticket(hit.ticket);
        row.number = ticket ? fromUtf8(ticket->number) : QString();
        row.who = hit.customer.isSet() ? fromUtf8(hit.name) : tr("Nobody said who this is");
        QStringList facts;
        if (const QString form = addressWord(hit.form); !form.isEmpty())
            facts << form;
        for (const std::string &fact : {hit.phone, hit.document, hit.customerNumber}) {
            if (!fact.empty())
                facts << fromUtf8(fact);
        }
        if (!hit.birthYear.empty())
            facts << tr("born %1").arg(fromUtf8(hit.birthYear));
        if (ticket) {
            const Service *service = branch.service(ticket->step.service);
            facts << (service ? inLanguage(service->name) : QString());
        }
        if (hit.customer.isSet())
            facts << (hit.lastVisitMs > 0 ? tr("here %1").arg(agoText(hit.lastVisitMs, nowMs, offset))
                                          : tr("never here before"));
        facts << foundByWord(hit.foundBy);
        row.detail = facts.join(QStringLiteral(" · "));
        row.hit = std::move(hit);
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

const CustomerHit *HitsModel::hit(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)].hit : nullptr;
}

int HitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.who;
    case Qt::AccessibleTextRole:
        return QStringList{row.number, row.who, row.detail}.join(QStringLiteral(", "));
    case DetailRole:
        return row.detail;
    case NumberRole:
        return row.number;
    default:
        return {};
    }
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isChosen = option.state & QStyle::State_Selected;
    const QRectF box = QRectF(option.rect).adjusted(2, 1, -2, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().brand);
        painter->drawRoundedRect(box, 4, 4);
    }
    QRectF row = box.adjusted(10, 3, -10, -3);
    QRectF first(row.left(), row.top(), row.width(), row.height() / 2);
    const QRectF second(row.left(), first.bottom(), row.width(), row.height() / 2);
    painter->setPen(isChosen ? theme().onBrand : theme().ink);
    const QFont strong = textFont(sizes::kTextLarge, QFont::DemiBold);
    painter->setFont(strong);
    const QString number = index.data(HitsModel::NumberRole).toString();
    if (!number.isEmpty()) {
        drawFigures(*painter, first, Qt::AlignLeft, number);
        first.setLeft(first.left() + figuresWidth(strong, number) + 12);
    }
    painter->drawText(
        first, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(first.width())));
    const QFont small = textFont(sizes::kTextSmall);
    painter->setFont(small);
    painter->setPen(isChosen ? theme().onBrand : theme().muted);
    painter->drawText(second, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(index.data(HitsModel::DetailRole).toString(), Qt::ElideRight,
                                                     static_cast<int>(second.width())));
    painter->restore();
}

} // namespace tiepdon
