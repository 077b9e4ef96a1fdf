// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QWidget;

namespace tiepdon {

/// Measures a program with windows for `--timing FILE`: how long it took to start, how long its event loop stood
/// still, how much memory it has. Writes `name value unit` lines when it has started and again when
/// the program ends. Time in which a busy machine ran others is not the program's and left out. Linux only: it
/// reads /proc.
class StallMeter : public QObject
{
    Q_OBJECT

public:
    /// Longer is felt.
    static constexpr qint64 kStallMs = 100;

    /// `app` begins every name: "teller.start_ms".
    StallMeter(QString app, QString file, QObject *parent = nullptr);

    /// The window has its content: the start ends when that is painted, and stalls count from there.
    void hasContent(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void turn();
    void write() const;

    QString m_app;
    QString m_file;
    QTimer m_turn;
    QElapsedTimer m_sinceTurn;
    qint64 m_heldUpMs = 0;
    qint64 m_startMs = -1; ///< -1: nothing was painted yet
    qint64 m_stallMaxMs = 0;
    qint64 m_stalls = 0;
};

} // namespace tiepdon
