// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/profilestrip.h"

#include "ui/widgets/text.h"
#include "app/supervisor/cover.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/theme/figures.h"
#include "ui/widgets/countertile.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

namespace tiepdon {
namespace {

constexpr int kPad = 3 * sizes::kGrid;

CounterId counterIn(const QMimeData *dragged) { return CounterId{dragged->data(counterMimeType()).toLongLong()}; }

} // namespace

ProfileChip::ProfileChip(ProfileId profile, QWidget *parent) : QAbstractButton(parent), m_profile(profile)
{
    setObjectName(QStringLiteral("profileChip%1").arg(profile.value));
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ProfileChip::setWords(const Words &words)
{
    if (words == m_words)
        return;
    m_words = words;
    setAccessibleName(words.name);
    setAccessibleDescription(words.services + QStringLiteral(", ") + words.now);
    setToolTip(toolTipOf(words.name + QStringLiteral(": ") + words.services));
    update();
}

void ProfileChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = m_isDragOver || hasFocus();
    QPen border(isMarked ? theme().brand : underMouse() ? theme().muted : theme().line, isMarked ? 2 : 1);
    if (m_isDragOver)
        border.setStyle(Qt::DashLine);
    painter.setPen(border);
    painter.setBrush(theme().raised);
    const qreal inset = border.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), sizes::kRadius, sizes::kRadius);
    // two rows of dots: something to take hold of
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().muted);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 2; ++column)
            painter.drawEllipse(QRectF(kPad + 6 * column, height() / 2.0 - 8 + 6 * row, 3, 3));
    }
    const QRectF inner = QRectF(rect()).adjusted(kPad + 18, 8, -kPad, -8);
    const auto line = [&](qreal y, const QFont &font, const QColor &colour, const QString &text) {
        painter.setFont(font);
        painter.setPen(colour);
        drawFigures(painter, QRectF(inner.left(), inner.top() + y, inner.width(), 18), Qt::AlignLeft,
                    QFontMetrics(font).elidedText(text, Qt::ElideRight, static_cast<int>(inner.width())));
    };
    line(0, textFont(sizes::kText, QFont::DemiBold), theme().ink, m_words.name);
    line(19, textFont(sizes::kTextSmall), theme().muted, m_words.services);
    line(37, textFont(sizes::kTextSmall, QFont::Medium), theme().ink, m_words.now);
}

void ProfileChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ProfileChip::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    QAbstractButton::mousePressEvent(event);
}

void ProfileChip::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton)
        || (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) {
        QAbstractButton::mouseMoveEvent(event);
        return;
    }
    setDown(false);
    auto *dragged = new QMimeData;
    dragged->setData(profileMimeType(), QByteArray::number(static_cast<qlonglong>(m_profile.value)));
    auto *drag = new QDrag(this);
    drag->setMimeData(dragged);
    drag->setPixmap(grab());
    drag->setHotSpot(m_pressedAt);
    drag->exec(Qt::CopyAction);
}

void ProfileChip::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(counterMimeType()))
        return;
    m_isDragOver = true;
    update();
    event->acceptProposedAction();
    Q_EMIT counterOver(counterIn(event->mimeData()));
}

void ProfileChip::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isDragOver = false;
    update();
    Q_EMIT counterOver({});
}

void ProfileChip::dropEvent(QDropEvent *event)
{
    const bool isTaken = m_isDragOver;
    m_isDragOver = false;
    update();
    Q_EMIT counterOver({});
    if (!isTaken)
        return;
    event->acceptProposedAction();
    Q_EMIT counterDropped(counterIn(event->mimeData()));
}

// ---- the row ----

ProfileStrip::ProfileStrip(BranchLink &link, QWidget *parent)
    : QScrollArea(parent), m_link(link), m_row(new QWidget(this))
{
    setObjectName(QStringLiteral("profileStrip"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch();
    setWidget(m_row);
    viewport()->setAutoFillBackground(false);
    m_row->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(72 + horizontalScrollBar()->sizeHint().height() + 2);
}

ProfileChip *ProfileStrip::chip(ProfileId profile) const
{
    const auto it = m_chips.find(profile);
    return it == m_chips.end() ? nullptr : it->second;
}

void ProfileStrip::refresh()
{
    const BranchState &branch = m_link.branch();
    auto *row = static_cast<QHBoxLayout *>(m_row->layout());
    std::erase_if(m_chips, [&](const auto &entry) {
        if (branch.profile(entry.first))
            return false;
        delete entry.second;
        return true;
    });
    for (const auto &[id, profile] : branch.profiles()) {
        ProfileChip *&chip = m_chips[id];
        if (!chip) {
            chip = new ProfileChip(id, m_row);
            row->insertWidget(row->count() - 1, chip);
            connect(chip, &QAbstractButton::clicked, this, [this, id = id] { Q_EMIT chosen(id); });
            connect(chip, &ProfileChip::counterOver, this,
                    [this, id = id](CounterId counter) { Q_EMIT counterOver(id, counter); });
            connect(chip, &ProfileChip::counterDropped, this,
                    [this, id = id](CounterId counter) { Q_EMIT counterDropped(id, counter); });
        }
        int counters = 0;
        for (const auto &[counterId, state] : branch.counterStates())
            counters += state.isOpen() && state.profile == id ? 1 : 0;
        qlonglong waiting = 0;
        for (const ServiceId service : profile.services)
            waiting += static_cast<qlonglong>(branch.waiting(service).size());
        chip->setWords({inLanguage(profile.name), serviceNames(branch, profile.services, 5),
                        tr("%1 · %2 waiting").arg(countersWord(counters), QLocale().toString(waiting))});
    }
}

} // namespace tiepdon
