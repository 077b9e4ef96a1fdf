// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/codeedit.h"

#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMimeData>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

constexpr qsizetype kGroup = 4;
constexpr int kGroupsInLine = 8;
constexpr int kLines = 3;
/// The longest code, with a host name of 253 characters, has under 500.
constexpr qsizetype kCharactersMax = 640;

/// What a code is made of; ASCII, as it comes.
bool isOfCode(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }

qsizetype countOfCode(QStringView text) { return std::count_if(text.begin(), text.end(), isOfCode); }

} // namespace

CodeEdit::CodeEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(sizes::kTextLarge + 1);
    setFont(font);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(2);
    // whole groups fill a line, so that lines end alike
    const QFontMetricsF metrics(font);
    const qreal line = metrics.horizontalAdvance(QLatin1Char('0')) * kGroupsInLine * (kGroup + 1);
    setFixedWidth(static_cast<int>(std::ceil(line)) + 2 * 2 + 2 * 8 + 2);
    setFixedHeight(static_cast<int>(std::ceil(metrics.lineSpacing() * kLines)) + 2 * 2 + 2 * 6 + 2);
    connect(this, &QPlainTextEdit::textChanged, this, &CodeEdit::reformat);
}

QString CodeEdit::grouped(const QString &text)
{
    QString result;
    qsizetype count = 0;
    for (const QChar c : text) {
        if (!isOfCode(c) || count == kCharactersMax)
            continue;
        if (count > 0 && count % kGroup == 0)
            result += QLatin1Char('-');
        result += c.toUpper();
        ++count;
    }
    return result;
}

void CodeEdit::reformat()
{
    const QString before = toPlainText();
    const QString after = grouped(before);
    if (after == before)
        return;
    const qsizetype wanted = countOfCode(QStringView(before).left(textCursor().position()));
    qsizetype position = 0;
    for (qsizetype seen = 0; position < after.size() && seen < wanted; ++position)
        seen += isOfCode(after.at(position)) ? 1 : 0;
    {
        const QSignalBlocker blocker(this);
        setPlainText(after);
    }
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(position));
    setTextCursor(cursor);
    Q_EMIT textChanged();
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT entered();
        return;
    }
    // a hyphen is nobody's: the character before it goes
    QTextCursor cursor = textCursor();
    if (event->key() == Qt::Key_Backspace && !cursor.hasSelection() && cursor.position() > 0
        && toPlainText().at(cursor.position() - 1) == QLatin1Char('-')) {
        cursor.movePosition(QTextCursor::Left);
        setTextCursor(cursor);
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CodeEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(grouped(source->text()));
}

} // namespace tiepdon
