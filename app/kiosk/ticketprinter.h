// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QSizeF>
#include <QString>

#include <array>
#include <functional>
#include <string_view>

namespace tiepdon {

/// One ticket to be printed.
struct PrintJob {
    QString name; ///< "2026-03-02-A012-1234": in queues, and as a file's name
    QByteArray pdf; ///< one page
    QSizeF sizeMm;
};

/// How printing came out. Whatever it was, the ticket is valid.
enum class PrintState {
    Printed,
    NotWanted, ///< there is to be no paper; a file may have been written
    NoPrintSystem, ///< CUPS is not there, or does not answer
    NoDefaultPrinter, ///< none was named, and the system has no default
    NoSuchPrinter,
    PrinterStopped, ///< paused or rejecting: nothing was sent, so nothing comes out hours later
    OutOfPaper,
    QueueFull, ///< CUPS could not take the job: too many, or its disk is full
    JobFailed, ///< aborted, cancelled or held; taken back
    TimedOut, ///< not done in time; taken back
    FileFailed, ///< the PDF could not be written
};

/// For the log, in the order of the values.
constexpr auto names(PrintState)
{
    return std::array<std::string_view, 11>{
        "printed",      "not wanted", "no print system", "no default printer", "no such printer", "printer stopped",
        "out of paper", "queue full", "job failed",      "timed out",          "file failed"};
}

struct PrintOutcome {
    PrintState state = PrintState::JobFailed;
    QString detail; ///< for the log, in English

    [[nodiscard]] bool isPrinted() const { return state == PrintState::Printed; }
};

/// Puts tickets on paper. Lives on the main thread and never makes it wait.
class TicketPrinter : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const PrintOutcome &)>;

    using QObject::QObject;

    /// `done` is called once, on this thread, later, unless the printer or `context` is gone by then. Jobs are
    /// printed one after the other.
    virtual void print(const PrintJob &job, QObject *context, Done done) = 0;
    /// Whether a ticket would come out now, without printing one; `done` as with `print`. Printed: nothing is known
    /// that stands against it.
    virtual void look(QObject *context, Done done);
    /// Whether paper is to come out.
    [[nodiscard]] virtual bool isPaperWanted() const { return true; }
};

} // namespace tiepdon
