// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/scanwatch.h"

#include "core/customer/cardscan.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMetaObject>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

constexpr const char *kTakesScans = "takesScans";
constexpr int kShortcutsFrom = 3; ///< the key of a burst from which on it is no person's
constexpr qsizetype kBurstMax = static_cast<qsizetype>(kScanBytesMax);

bool isField(const QObject *object)
{
    return qobject_cast<const QLineEdit *>(object) || qobject_cast<const QPlainTextEdit *>(object);
}

bool isEnter(const QKeyEvent &key) { return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter; }

bool isPrintable(const QKeyEvent &key)
{
    return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && !key.text().isEmpty()
        && key.text().front().isPrint();
}

/// Takes what a scanner typed out of a field that was not meant.
void takeOut(QWidget *field, const QString &burst)
{
    if (auto *line = qobject_cast<QLineEdit *>(field)) {
        const int from = line->cursorPosition() - static_cast<int>(burst.size());
        if (from >= 0 && line->text().mid(from, burst.size()) == burst) {
            line->setSelection(from, static_cast<int>(burst.size()));
            line->del();
        }
    } else if (auto *page = qobject_cast<QPlainTextEdit *>(field)) {
        QTextCursor cursor = page->textCursor();
        cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(burst.size()));
        if (cursor.selectedText() == burst)
            cursor.removeSelectedText();
    }
}

} // namespace

void setTakesScans(QWidget &field) { field.setProperty(kTakesScans, true); }

ScanWatch::ScanWatch(QObject *parent) : QObject(parent) { qApp->installEventFilter(this); }

bool ScanWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    if (watched != QApplication::focusWidget() || !m_isActive || !m_isActive()
        || watched->property(kTakesScans).toBool())
        return QObject::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress) // of what was kept from the shortcuts just before
        return std::exchange(m_swallowed, 0) == key.key() || QObject::eventFilter(watched, event);
    m_swallowed = 0;
    if (!take(key, isField(watched)))
        return QObject::eventFilter(watched, event);
    m_swallowed = key.key();
    event->accept();
    return true;
}

bool ScanWatch::take(const QKeyEvent &key, bool isInField)
{
    const bool isQuick = m_sinceKey.isValid() && m_sinceKey.elapsed() <= kGapMsMax;
    if (key.key() == Qt::Key_Shift || key.key() == Qt::Key_AltGr)
        return false; // of a capital that follows
    if (!isQuick)
        m_burst.clear();
    if (isEnter(key)) {
        const bool isScan = isQuick && m_burst.size() >= kLengthMin && end(isInField);
        m_burst.clear();
        m_sinceKey.invalidate();
        return isScan;
    }
    if (!isPrintable(key)) {
        m_burst.clear();
        m_sinceKey.invalidate();
        return false;
    }
    m_burst = (m_burst + key.text()).right(kBurstMax);
    m_sinceKey.start();
    if (m_burst.size() > 1)
        Q_EMIT bursting();
    return !isInField && m_burst.size() >= kShortcutsFrom;
}

bool ScanWatch::end(bool isInField)
{
    const std::string text = m_burst.toStdString();
    const bool isCard = looksLikeCardScan(text);
    const bool hasDigit
        = std::any_of(m_burst.begin(), m_burst.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    // in a field somebody may have pasted or typed ahead: only what is surely a card's code is taken out again
    if (!isCard && (isInField || !hasDigit))
        return false;
    if (isInField)
        takeOut(QApplication::focusWidget(), m_burst);
    QMetaObject::invokeMethod(
        this, [this, scan = m_burst] { Q_EMIT scanned(scan); }, Qt::QueuedConnection);
    return true;
}

} // namespace tiepdon
