// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/quiethours.h"

#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::int64_t kDayMin = 24 * 60;
constexpr QuietSpan kNight{127, 20 * 60, 7 * 60};
constexpr int kTimeWidth = 64;

QString timeText(std::int64_t minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

std::optional<std::int64_t> minuteTyped(const QString &text)
{
    static const QRegularExpression kTime(
        QStringLiteral("^\\s*(\\d{1,2})(?:\\s*[:h.]\\s*(\\d{2})?|(\\d{2}))?\\s*$"));
    const auto match = kTime.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::int64_t hour = match.captured(1).toLongLong();
    const std::int64_t minute = match.captured(2).toLongLong() + match.captured(3).toLongLong();
    const std::int64_t all = hour * 60 + minute;
    return minute < 60 && all <= kDayMin ? std::optional(all) : std::nullopt;
}

QuietHours::QuietHours(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout), m_add(new QPushButton(this))
{
    setObjectName(QStringLiteral("quietHours"));
    m_add->setObjectName(QStringLiteral("quietAddButton"));
    m_add->setProperty("kind", QStringLiteral("quiet"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_column);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow(kNight);
        m_rows.back().from->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    retranslate();
}

void QuietHours::addRow(const QuietSpan &span)
{
    Row row;
    row.widget = new QWidget(this);
    auto *lines = new QVBoxLayout(row.widget);
    lines->setContentsMargins(0, 0, 0, 4);
    lines->setSpacing(2);
    auto *days = new QHBoxLayout;
    auto *times = new QHBoxLayout;
    days->setSpacing(0);
    times->setSpacing(4);
    lines->addLayout(days);
    lines->addLayout(times);
    for (std::size_t i = 0; i < row.days.size(); ++i) {
        row.days[i] = new QCheckBox(row.widget);
        row.days[i]->setChecked((span.weekdays >> i & 1) != 0);
        days->addWidget(row.days[i]);
        connect(row.days[i], &QCheckBox::clicked, this, [this] {
            refresh();
            Q_EMIT edited();
        });
    }
    row.from = new QLineEdit(timeText(span.fromMin), row.widget);
    row.to = new QLineEdit(timeText(span.toMin), row.widget);
    auto *dash = plainLabel(row.widget);
    dash->setText(QStringLiteral("–"));
    row.remove = new QPushButton(row.widget);
    row.remove->setProperty("kind", QStringLiteral("quiet"));
    days->addStretch();
    for (QWidget *each : {static_cast<QWidget *>(row.from), static_cast<QWidget *>(dash),
                          static_cast<QWidget *>(row.to), static_cast<QWidget *>(row.remove)})
        times->addWidget(each);
    times->addStretch();
    for (QLineEdit *edit : {row.from, row.to}) {
        edit->setMaxLength(5);
        edit->setFixedWidth(kTimeWidth);
        connect(edit, &QLineEdit::textEdited, this, [this] {
            refresh();
            Q_EMIT edited();
        });
    }
    connect(row.remove, &QPushButton::clicked, this, [this, widget = row.widget] {
        std::erase_if(m_rows, [widget](const Row &each) { return each.widget == widget; });
        widget->hide();
        widget->deleteLater();
        refresh();
        m_add->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    m_column->addWidget(row.widget);
    m_rows.push_back(row);
    retranslate();
}

void QuietHours::setWindows(const std::vector<OpeningWindow> &windows)
{
    for (const Row &row : m_rows) {
        row.widget->hide();
        row.widget->deleteLater();
    }
    m_rows.clear();
    for (const QuietSpan &span : quietSpans(windows))
        addRow(span);
    refresh();
}

std::optional<std::vector<OpeningWindow>> QuietHours::windows() const
{
    std::vector<QuietSpan> spans;
    for (const Row &row : m_rows) {
        QuietSpan span;
        for (std::size_t i = 0; i < row.days.size(); ++i)
            span.weekdays |= row.days[i]->isChecked() ? std::int64_t(1) << i : 0;
        const auto from = minuteTyped(row.from->text());
        const auto to = minuteTyped(row.to->text());
        if (span.weekdays == 0 || !from || !to || *from == kDayMin)
            return std::nullopt;
        span.fromMin = *from;
        span.toMin = *to;
        spans.push_back(span);
    }
    return quietWindows(spans);
}

void QuietHours::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    refresh();
}

void QuietHours::refresh()
{
    for (const Row &row : m_rows) {
        row.widget->setEnabled(!m_isReadOnly);
        const auto from = minuteTyped(row.from->text());
        setStyleProperty(*row.from, "wrong",
                         from && *from < kDayMin ? QStringLiteral("no") : QStringLiteral("yes"));
        setStyleProperty(*row.to, "wrong",
                         minuteTyped(row.to->text()) ? QStringLiteral("no") : QStringLiteral("yes"));
    }
    m_add->setEnabled(!m_isReadOnly && m_rows.size() < kRowsMax);
}

void QuietHours::retranslate()
{
    m_add->setText(tr("Add quiet hours"));
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows[at];
        const QString number = QString::number(at + 1);
        for (std::size_t i = 0; i < row.days.size(); ++i) {
            row.days[i]->setText(QLocale().standaloneDayName(static_cast<int>(i) + 1, QLocale::NarrowFormat));
            row.days[i]->setAccessibleName(
                QLocale().standaloneDayName(static_cast<int>(i) + 1, QLocale::LongFormat));
            row.days[i]->setObjectName(QStringLiteral("quietDay%1_%2Check").arg(i + 1).arg(number));
        }
        row.from->setObjectName(QStringLiteral("quietFrom%1Edit").arg(number));
        row.from->setAccessibleName(tr("Quiet from"));
        row.to->setObjectName(QStringLiteral("quietTo%1Edit").arg(number));
        row.to->setAccessibleName(tr("Quiet to"));
        row.remove->setObjectName(QStringLiteral("quietRemove%1Button").arg(number));
        row.remove->setText(tr("Remove"));
        row.remove->setAccessibleName(tr("Remove these quiet hours"));
    }
}

void QuietHours::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
