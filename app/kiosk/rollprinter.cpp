// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/rollprinter.h"

#include <QDir>
#include <QSaveFile>

#include <utility>
#include <vector>

namespace tiepdon {
namespace {

/// How long an ending program waits for the worker to notice.
constexpr int kFarewellMs = 500;

PrintOutcome writeFile(const PrintJob &job, const QString &folder)
{
    const QString path = QDir(folder).filePath(job.name + QStringLiteral(".pdf"));
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(job.pdf) == job.pdf.size() && file.commit())
        return {PrintState::Printed, {}};
    return {PrintState::FileFailed, QStringLiteral("%1: %2").arg(path, file.errorString())};
}

/// A printer's failure is told before a file's: it is what the person sees.
PrintOutcome printTo(const PrintJob &job, const RollPrinter::Places &places, const std::atomic_bool &isStopping)
{
    PrintOutcome file{PrintState::Printed, {}};
    if (!places.folder.isEmpty())
        file = writeFile(job, places.folder);
    if (!places.byCups)
        return file.isPrinted() ? PrintOutcome{PrintState::NotWanted, {}} : file;
    const PrintOutcome paper = printByCups(job, places.cups, isStopping);
    return paper.isPrinted() ? PrintOutcome{PrintState::Printed, file.detail} : paper;
}

} // namespace

RollPrinter::RollPrinter(Places places, QObject *parent)
    : TicketPrinter(parent), m_places(std::move(places)), m_worker(std::make_unique<QThreadPool>()),
      m_mailbox(std::make_unique<QObject>())
{
    m_worker->setMaxThreadCount(1);
}

RollPrinter::~RollPrinter()
{
    *m_isStopping = true;
    m_worker->clear();
    if (!m_worker->waitForDone(kFarewellMs)) {
        // still in a call of CUPS: it has a bound, and whoever waits for it has gone
        using Worker = std::pair<std::unique_ptr<QThreadPool>, std::unique_ptr<QObject>>;
        static auto &retired = *new std::vector<Worker>; // never destroyed: that would wait
        retired.emplace_back(std::move(m_worker), std::move(m_mailbox));
    }
}

void RollPrinter::print(const PrintJob &job, QObject *context, Done done)
{
    run([job, places = m_places, isStopping = m_isStopping] { return printTo(job, places, *isStopping); }, context,
        std::move(done));
}

void RollPrinter::look(QObject *context, Done done)
{
    if (m_places.byCups)
        run([cups = m_places.cups] { return lookByCups(cups); }, context, std::move(done));
    else
        run([] { return PrintOutcome{PrintState::NotWanted, {}}; }, context, std::move(done));
}

void RollPrinter::run(std::function<PrintOutcome()> work, QObject *context, Done done)
{
    const auto answer = [self = QPointer<RollPrinter>(this), still = QPointer<QObject>(context),
                         done = std::move(done)](const PrintOutcome &outcome) {
        if (self && still)
            done(outcome);
    };
    if (m_jobs >= kJobsMax) {
        QMetaObject::invokeMethod(
            m_mailbox.get(),
            [answer] {
                answer({PrintState::QueueFull, QStringLiteral("earlier tickets are still being printed")});
            },
            Qt::QueuedConnection);
        return;
    }
    ++m_jobs;
    m_worker->start(
        [work = std::move(work), mailbox = m_mailbox.get(), self = QPointer<RollPrinter>(this), answer] {
            const PrintOutcome outcome = work();
            QMetaObject::invokeMethod(
                mailbox,
                [self, answer, outcome] {
                    if (RollPrinter *printer = self.data()) {
                        --printer->m_jobs;
                        answer(outcome);
                    }
                },
                Qt::QueuedConnection);
        });
}

} // namespace tiepdon
