// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QKeyEvent;

namespace tiepdon {

/// Tells what a scanner types (faster than any person, with Enter at the end) from single keys of a person, so that
/// nothing of a card is seen or pressed while it comes. A key of a person is told a moment later, when no other has
/// followed.
class ScanInput : public QObject
{
    Q_OBJECT

public:
    /// A citizen card's code has some 130 characters; longer input is no card's.
    static constexpr int kCharactersMax = 600;
    /// Fewer are no code.
    static constexpr int kCharactersMin = 4;

    /// `gapMs`: keys further apart than this are a person's.
    explicit ScanInput(int gapMs, QObject *parent = nullptr);

    /// True when the key is taken and nobody else may have it: characters, and the Enter that ends a code.
    bool take(const QKeyEvent &event);
    /// Forgets what has come so far.
    void drop();

Q_SIGNALS:
    /// A whole code, as it was typed, without its Enter.
    void scanned(const QString &text);
    /// Keys of a person.
    void typed(const QString &characters);

private:
    void onPause();

    QTimer m_pause;
    QString m_characters;
};

} // namespace tiepdon
