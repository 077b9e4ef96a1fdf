// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/cupsjob.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QThread>

#include <cups/cups.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>

namespace tiepdon {
namespace {

constexpr int kConnectMsMax = 3000;
constexpr double kAnswerSecondsMax = 5.0;
constexpr unsigned long kPollMs = 200;

using Connection = std::unique_ptr<http_t, decltype(&httpClose)>;
using Message = std::unique_ptr<ipp_t, decltype(&ippDelete)>;

int giveUp(http_t *, void *) { return 0; }

Connection connectedTo(const QString &server)
{
    QByteArray host = server.toUtf8();
    int port = ippPort();
    if (host.isEmpty()) {
        host = cupsServer();
    } else if (const qsizetype colon = host.lastIndexOf(':'); colon > 0 && !host.startsWith('/')) {
        port = host.mid(colon + 1).toInt();
        host.truncate(colon);
    }
    Connection http(
        httpConnect2(host.constData(), port, nullptr, AF_UNSPEC, cupsEncryption(), 1, kConnectMsMax, nullptr),
        &httpClose);
    if (http)
        httpSetTimeout(http.get(), kAnswerSecondsMax, &giveUp, nullptr);
    return http;
}

QString lastProblem() { return QString::fromUtf8(cupsLastErrorString()); }

/// The last answer's meaning, where it is one that has a state of its own. A connection that broke gave no answer,
/// whatever the library makes of what is missing.
PrintOutcome refusal(http_t *http, const char *doing)
{
    const QString detail = QStringLiteral("%1: %2").arg(QLatin1String(doing), lastProblem());
    if (httpGetStatus(http) == HTTP_STATUS_ERROR)
        return {PrintState::NoPrintSystem, detail};
    switch (cupsLastError()) {
    case IPP_STATUS_ERROR_NOT_FOUND:
        return {PrintState::NoSuchPrinter, detail};
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
    case IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED:
        return {PrintState::PrinterStopped, detail};
    case IPP_STATUS_ERROR_NOT_POSSIBLE: // CUPS's answer past MaxJobs
    case IPP_STATUS_ERROR_TOO_MANY_JOBS:
    case IPP_STATUS_ERROR_TEMPORARY:
    case IPP_STATUS_ERROR_REQUEST_ENTITY:
    case IPP_STATUS_ERROR_INTERNAL: // what a full spool gives
        return {PrintState::QueueFull, detail};
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
        return {PrintState::NoPrintSystem, detail};
    default:
        return {PrintState::JobFailed, detail};
    }
}

QByteArray uriOf(const QByteArray &printer)
{
    std::array<char, 1024> uri{};
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr, "localhost", 0,
                     "/printers/%s", printer.constData());
    return uri.data();
}

/// Asks about a printer, or about one of its jobs.
Message asked(http_t *http, const QByteArray &printer, int job, std::initializer_list<const char *> wanted)
{
    ipp_t *request = ippNewRequest(job > 0 ? IPP_OP_GET_JOB_ATTRIBUTES : IPP_OP_GET_PRINTER_ATTRIBUTES);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uriOf(printer).constData());
    if (job > 0)
        ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    std::vector<const char *> names(wanted);
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_CONST_TAG(IPP_TAG_KEYWORD), "requested-attributes",
                  static_cast<int>(names.size()), nullptr, names.data());
    Message answer(cupsDoRequest(http, request, "/"), &ippDelete); // takes the request
    if (answer && ippGetStatusCode(answer.get()) >= IPP_STATUS_ERROR_BAD_REQUEST)
        answer.reset();
    return answer;
}

int integerOf(const Message &answer, const char *name, int otherwise)
{
    ipp_attribute_t *found = answer ? ippFindAttribute(answer.get(), name, IPP_TAG_ZERO) : nullptr;
    return found ? ippGetInteger(found, 0) : otherwise;
}

QStringList wordsOf(const Message &answer, const char *name)
{
    QStringList words;
    ipp_attribute_t *found = answer ? ippFindAttribute(answer.get(), name, IPP_TAG_ZERO) : nullptr;
    for (int i = 0; found && i < ippGetCount(found); ++i) {
        if (const char *word = ippGetString(found, i, nullptr); word && qstrcmp(word, "none") != 0)
            words << QString::fromUtf8(word);
    }
    return words;
}

bool saysNoPaper(const QStringList &reasons)
{
    return std::any_of(reasons.begin(), reasons.end(), [](const QString &reason) {
        return reason.startsWith(QLatin1String("media-empty")) || reason.startsWith(QLatin1String("media-needed"));
    });
}

/// How the printer stands.
struct Printer {
    bool isStopped = false;
    bool isAccepting = true;
    QStringList reasons;
    QString message;

    [[nodiscard]] QString said() const { return (QStringList{message} + reasons).join(QStringLiteral(", ")); }
};

std::optional<Printer> printerNow(http_t *http, const QByteArray &name)
{
    const Message answer
        = asked(http, name, 0,
                {"printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs"});
    if (!answer)
        return std::nullopt;
    Printer printer;
    printer.isStopped = integerOf(answer, "printer-state", IPP_PSTATE_IDLE) == IPP_PSTATE_STOPPED;
    ipp_attribute_t *accepting = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    printer.isAccepting = !accepting || ippGetBoolean(accepting, 0) != 0;
    printer.reasons = wordsOf(answer, "printer-state-reasons");
    printer.message = wordsOf(answer, "printer-state-message").join(u' ');
    return printer;
}

/// A printer that takes jobs by its name, or why there is none.
struct Found {
    QByteArray name;
    PrintOutcome problem;
};

Found findPrinter(http_t *http, const CupsPlace &place)
{
    QByteArray name = place.printer.toUtf8();
    if (name.isEmpty()) {
        name = cupsGetDefault2(http);
        if (name.isEmpty())
            return {{},
                    cupsLastError() == IPP_STATUS_ERROR_SERVICE_UNAVAILABLE
                        ? PrintOutcome{PrintState::NoPrintSystem, lastProblem()}
                        : PrintOutcome{PrintState::NoDefaultPrinter,
                                       QStringLiteral("the system has no default printer")}};
    }
    const auto printer = printerNow(http, name);
    if (!printer)
        return {{}, refusal(http, "asking for the printer")};
    const bool hasNoPaper = saysNoPaper(printer->reasons);
    if (printer->isStopped || !printer->isAccepting)
        return {{}, {hasNoPaper ? PrintState::OutOfPaper : PrintState::PrinterStopped, printer->said()}};
    // an idle printer may know that it has none and take jobs all the same
    return {name, {hasNoPaper ? PrintState::OutOfPaper : PrintState::Printed, printer->said()}};
}

/// The job's number, or why there is none.
std::pair<int, PrintOutcome> submit(http_t *http, const QByteArray &printer, const PrintJob &job)
{
    const QByteArray title = job.name.toUtf8();
    cups_option_t *options = nullptr;
    int count = 0;
    // a roll's driver cuts after as much as the page is long
    const QByteArray media = QStringLiteral("Custom.%1x%2mm")
                                 .arg(std::lround(job.sizeMm.width()))
                                 .arg(std::lround(job.sizeMm.height()))
                                 .toLatin1();
    count = cupsAddOption("media", media.constData(), count, &options);
    count = cupsAddOption("print-scaling", "none", count, &options);
    const int id = cupsCreateJob(http, printer.constData(), title.constData(), count, options);
    cupsFreeOptions(count, options);
    if (id == 0)
        return {0, refusal(http, "creating the job")};
    http_status_t status = cupsStartDocument(http, printer.constData(), id, title.constData(), CUPS_FORMAT_PDF, 1);
    if (status == HTTP_STATUS_CONTINUE)
        status = cupsWriteRequestData(http, job.pdf.constData(), static_cast<std::size_t>(job.pdf.size()));
    if (status != HTTP_STATUS_CONTINUE
        || cupsFinishDocument(http, printer.constData()) > IPP_STATUS_OK_CONFLICTING) {
        PrintOutcome outcome = refusal(http, "sending the job");
        cupsCancelJob2(http, printer.constData(), id, 0);
        return {0, outcome};
    }
    return {id, {}};
}

} // namespace

PrintOutcome lookByCups(const CupsPlace &place)
{
    const Connection http = connectedTo(place.server);
    return http ? findPrinter(http.get(), place).problem : PrintOutcome{PrintState::NoPrintSystem, lastProblem()};
}

PrintOutcome printByCups(const PrintJob &job, const CupsPlace &place, const std::atomic_bool &isStopping)
{
    const Connection http = connectedTo(place.server);
    if (!http)
        return {PrintState::NoPrintSystem, lastProblem()};
    const auto [name, problem] = findPrinter(http.get(), place);
    if (name.isEmpty())
        return problem;

    const auto [id, refused] = submit(http.get(), name, job);
    if (id == 0) // one that died meanwhile gave no reason
        return connectedTo(place.server) ? refused : PrintOutcome{PrintState::NoPrintSystem, refused.detail};

    QElapsedTimer sinceSent;
    sinceSent.start();
    PrintOutcome outcome{PrintState::TimedOut, QStringLiteral("not printed in time")};
    while (!isStopping && sinceSent.elapsed() < place.printMsMax) {
        const Message answer
            = asked(http.get(), name, id, {"job-state", "job-state-reasons", "job-printer-state-message"});
        const bool isGone = !answer && cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND;
        const auto state
            = isGone ? IPP_JSTATE_COMPLETED : static_cast<ipp_jstate_t>(integerOf(answer, "job-state", 0));
        const QString said = (wordsOf(answer, "job-state-reasons") + wordsOf(answer, "job-printer-state-message"))
                                 .join(QStringLiteral(", "));
        if (!answer && !isGone) {
            outcome = {PrintState::NoPrintSystem, QStringLiteral("watching the job: ") + lastProblem()};
            break;
        }
        if (state == IPP_JSTATE_COMPLETED)
            return {PrintState::Printed, {}};
        const auto printer = printerNow(http.get(), name);
        const bool hasNoPaper = printer && saysNoPaper(printer->reasons);
        if (state == IPP_JSTATE_ABORTED || state == IPP_JSTATE_CANCELED)
            return {hasNoPaper ? PrintState::OutOfPaper : PrintState::JobFailed, said};
        if (printer && printer->isStopped) { // by the failure, or by somebody: the job would come out later
            outcome = {hasNoPaper ? PrintState::OutOfPaper : PrintState::PrinterStopped, printer->said()};
            break;
        }
        if (state == IPP_JSTATE_HELD || state == IPP_JSTATE_STOPPED) {
            outcome = {PrintState::JobFailed, said};
            break;
        }
        outcome = {
            hasNoPaper ? PrintState::OutOfPaper : PrintState::TimedOut,
            QStringLiteral("not printed in %1 ms: %2").arg(place.printMsMax).arg(printer ? printer->said() : said)};
        QThread::msleep(kPollMs);
    }
    if (!isStopping)
        cupsCancelJob2(http.get(), name.constData(), id, 0);
    return outcome;
}

} // namespace tiepdon
