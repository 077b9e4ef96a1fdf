// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/scaninput.h"

#include <QKeyEvent>

#include <utility>

namespace tiepdon {

ScanInput::ScanInput(int gapMs, QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(gapMs);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &ScanInput::onPause);
}

bool ScanInput::take(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        if (m_characters.size() < kCharactersMin)
            return false;
        m_pause.stop();
        const QString text = std::exchange(m_characters, {});
        if (text.size() <= kCharactersMax)
            Q_EMIT scanned(text);
        return true;
    }
    const QString text = event.text();
    const bool isCharacter = !text.isEmpty() && text.front().isPrint();
    if (!isCharacter || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return false;
    if (m_characters.isEmpty() && event.key() == Qt::Key_Space) // presses a button; no code begins with it
        return false;
    if (event.isAutoRepeat())
        return true;
    if (m_characters.size() <= kCharactersMax) // one more says that there are too many
        m_characters += text;
    m_pause.start();
    return true;
}

void ScanInput::drop()
{
    m_pause.stop();
    m_characters.clear();
}

void ScanInput::onPause()
{
    const QString characters = std::exchange(m_characters, {});
    if (!characters.isEmpty())
        Q_EMIT typed(characters);
}

} // namespace tiepdon
