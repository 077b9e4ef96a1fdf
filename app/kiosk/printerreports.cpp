// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/printerreports.h"

namespace tiepdon {
namespace {

PrinterCondition conditionOf(const PrintOutcome &outcome)
{
    switch (outcome.state) {
    case PrintState::Printed:
        return PrinterCondition::Ready;
    case PrintState::NotWanted:
    case PrintState::FileFailed: // a folder's trouble, no printer's
        return PrinterCondition::None;
    default:
        return PrinterCondition::Out;
    }
}

} // namespace

PrinterReports::PrinterReports(BranchLink &link, TicketPrinter &printer, int lookMs, QObject *parent)
    : QObject(parent), m_link(link), m_printer(printer)
{
    connect(&m_link, &BranchLink::statusChanged, this, [this] {
        if (m_link.status() != BranchLink::Status::Live)
            m_told.reset(); // another hub may answer next, or the same one started anew
        tell();
    });
    connect(&m_look, &QTimer::timeout, this, &PrinterReports::look);
    m_look.start(lookMs);
    look();
}

void PrinterReports::look()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    m_printer.look(this, [this](const PrintOutcome &outcome) {
        m_isLooking = false;
        onLook(outcome);
    });
}

void PrinterReports::onLook(const PrintOutcome &outcome)
{
    if (outcome.state == PrintState::QueueFull) // tickets are being printed: they will say
        return;
    const bool isOut = conditionOf(outcome) == PrinterCondition::Out;
    if (m_hasJobFailed && !isOut && !m_hasSeenWhy)
        return; // a queue with nothing in it says "ready" of a printer that prints nothing
    m_hasSeenWhy = m_hasJobFailed && isOut;
    m_hasJobFailed = m_hasSeenWhy;
    take(outcome);
    Q_EMIT looked(outcome);
}

void PrinterReports::note(const PrintOutcome &outcome)
{
    m_hasJobFailed = conditionOf(outcome) == PrinterCondition::Out;
    m_hasSeenWhy = false;
    take(outcome);
}

void PrinterReports::take(const PrintOutcome &outcome)
{
    m_condition = conditionOf(outcome);
    tell();
}

void PrinterReports::tell()
{
    if (m_isTelling || !m_condition || m_told == m_condition || m_link.status() != BranchLink::Status::Live)
        return;
    m_isTelling = true;
    m_link.ask<ReportDevice>(
        ReportDevice{*m_condition}, this, [this, told = *m_condition](const Result<ReportDeviceReply> &reply) {
            m_isTelling = false;
            if (reply)
                m_told = told;
            else if (reply.error().code != ErrorCode::Offline)
                m_told = m_condition; // an older hub does not know it: not asked again and again
            tell();
        });
}

} // namespace tiepdon
