// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/cupsjob.h"

#include <QPointer>
#include <QThreadPool>

#include <memory>

namespace tiepdon {

/// Prints by CUPS, into files, or both, on one thread of its own. A program that ends does not wait for a printer.
class RollPrinter : public TicketPrinter
{
    Q_OBJECT

public:
    /// More would come out when nobody waits for them any longer.
    static constexpr int kJobsMax = 4;

    /// Where to; nothing of both: no ticket is printed.
    struct Places {
        bool byCups = true;
        CupsPlace cups;
        QString folder; ///< a PDF per ticket goes there; empty: none
    };

    explicit RollPrinter(Places places, QObject *parent = nullptr);
    ~RollPrinter() override;

    void print(const PrintJob &job, QObject *context, Done done) override;
    void look(QObject *context, Done done) override;
    [[nodiscard]] bool isPaperWanted() const override { return m_places.byCups; }

private:
    /// Has the worker do something that blocks.
    void run(std::function<PrintOutcome()> work, QObject *context, Done done);

    Places m_places;
    std::unique_ptr<QThreadPool> m_worker;
    std::shared_ptr<std::atomic_bool> m_isStopping = std::make_shared<std::atomic_bool>(false);
    std::unique_ptr<QObject> m_mailbox; ///< the worker's outcomes arrive on its thread, the main one
    int m_jobs = 0;
};

} // namespace tiepdon
