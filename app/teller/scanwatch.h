// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <functional>

class QKeyEvent;

namespace tiepdon {

/// Notices a scanner, which types as a keyboard does, many keys in a few milliseconds each, and then Enter. Keys
/// that come so fast are kept from the program's shortcuts from the third on, so that a card's digits press
/// nothing. Fields where a scan is wanted take it themselves: name them with `setTakesScans`. Watches the whole
/// program.
class ScanWatch : public QObject
{
    Q_OBJECT

public:
    explicit ScanWatch(QObject *parent = nullptr);

    /// Between two keys of a scanner at most; people are slower.
    static constexpr int kGapMsMax = 20;
    /// The fewest characters of a scan.
    static constexpr int kLengthMin = 8;

    void setActiveWhile(std::function<bool()> isActive) { m_isActive = std::move(isActive); }
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// A card's code, or a number of at least `kLengthMin` characters with a digit in it.
    void scanned(const QString &text);
    /// A key followed another faster than people type.
    void bursting();

private:
    /// Takes one key in; true when it is of a scanner and nobody else's.
    bool take(const QKeyEvent &key, bool isInField);
    /// Whether what was typed was a scan, now that Enter follows.
    bool end(bool isInField);

    std::function<bool()> m_isActive;
    QElapsedTimer m_sinceKey;
    QString m_burst;
    int m_swallowed = 0; ///< a key no widget gets
};

/// Marks a field as one that takes scans itself.
void setTakesScans(QWidget &field);

} // namespace tiepdon
