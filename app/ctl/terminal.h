// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <functional>
#include <optional>

namespace tiepdon {

/// A person at the terminal the program was started from: asks on stderr, hears lines on stdin, while the event
/// loop goes on. What is secret is not shown as it is typed; the terminal is put right again also when a signal
/// ends or stops the program. One at a time; main thread.
class Terminal : public QObject
{
    Q_OBJECT

public:
    enum class Echo { Shown, Hidden };
    /// Nothing: the person ended the input (Ctrl-D).
    using Answer = std::function<void(const std::optional<QByteArray> &)>;

    explicit Terminal(QObject *parent = nullptr);
    ~Terminal() override;

    /// Whether somebody can be asked: stdin is a terminal.
    static bool isThere();

    /// Asks for one line of at most 4096 bytes; the line comes without its end. Not while an answer is awaited.
    void ask(const QString &prompt, Echo echo, Answer answer);

private:
    void onReadable();
    void hear(const std::optional<QByteArray> &line);

    QSocketNotifier m_notifier;
    QByteArray m_heard;
    Answer m_answer;
};

} // namespace tiepdon
