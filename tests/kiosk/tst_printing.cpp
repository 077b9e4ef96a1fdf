// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/cupsjob.h"
#include "app/kiosk/rollprinter.h"
#include "app/kiosk/ticketlayout.h"
#include "tests/kiosk/privatecups.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <thread>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

PrintJob job()
{
    return {QStringLiteral("2026-03-02-A012-77"), "%PDF-1.4\n% what a ticket is\n%%EOF\n", QSizeF(80, 120)};
}

} // namespace

/// Every way paper does not come out, against a real CUPS.
class TestPrinting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (PrivateCups::program().isEmpty())
            QSKIP("no cupsd on this machine: install cups-daemon to test printing");
        m_cups = std::make_unique<PrivateCups>();
        const QByteArray problem = m_cups->start("MaxJobsPerPrinter 2\n");
        if (!problem.isEmpty() && ::geteuid() != 0)
            QSKIP(("a cupsd of one's own needs more rights here: " + problem).constData());
        QVERIFY2(problem.isEmpty(), problem.constData());
        m_cups->addQueue("tofile", QStringLiteral("out/ticket.pdf"));
        m_cups->addQueue("aborts", QStringLiteral("fails:/x"),
                         {QStringLiteral("-o"), QStringLiteral("printer-error-policy=abort-job")});
        m_cups->addQueue("stops", QStringLiteral("fails:/x"),
                         {QStringLiteral("-o"), QStringLiteral("printer-error-policy=stop-printer")});
        m_cups->addQueue("retries", QStringLiteral("fails:/x"),
                         {QStringLiteral("-o"), QStringLiteral("printer-error-policy=retry-job")});
        m_cups->addQueue("empty", QStringLiteral("empty:/x"));
        m_cups->addQueue("slow", QStringLiteral("slow:/x"));
        m_cups->addQueue("disabled", QStringLiteral("out/disabled.pdf"));
        m_cups->run(QStringLiteral("cupsdisable"), {QStringLiteral("disabled")});
        m_cups->addQueue("rejecting", QStringLiteral("out/rejecting.pdf"));
        m_cups->run(QStringLiteral("cupsreject"), {QStringLiteral("rejecting")});
        m_cups->addQueue("holds", QStringLiteral("out/holds.pdf"),
                         {QStringLiteral("-o"), QStringLiteral("job-hold-until-default=indefinite")});
    }

    void cleanupTestCase() { m_cups.reset(); }

    void aTicketIsPrintedAsItIs()
    {
        const PrintOutcome outcome = print("tofile");
        QVERIFY2(outcome.isPrinted(), qPrintable(outcome.detail + QString::fromUtf8(m_cups->log())));
        QCOMPARE(m_cups->read("out/ticket.pdf"), job().pdf);
    }

    void whatFailsSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("queue");
        QTest::addColumn<int>("state");
        const auto row = [](const char *title, const char *queue, PrintState state) {
            QTest::newRow(title) << QByteArray(queue) << static_cast<int>(state);
        };
        row("a printer that is not there", "nobody", PrintState::NoSuchPrinter);
        row("a backend that fails, and CUPS gives the job up", "aborts", PrintState::JobFailed);
        row("a backend that fails, and CUPS stops the printer", "stops", PrintState::PrinterStopped);
        row("a backend that fails, and CUPS would try it again later", "retries", PrintState::JobFailed);
        row("the paper ran out in the middle", "empty", PrintState::OutOfPaper);
        row("a printer that takes too long", "slow", PrintState::TimedOut);
        row("a printer somebody stopped", "disabled", PrintState::PrinterStopped);
        row("a printer that takes no jobs", "rejecting", PrintState::PrinterStopped);
        row("a queue that holds its jobs", "holds", PrintState::JobFailed);
    }
    void whatFailsSaysWhy()
    {
        QFETCH(QByteArray, queue);
        QFETCH(int, state);
        const PrintOutcome outcome = print(queue.constData());
        QVERIFY2(static_cast<int>(outcome.state) == state,
                 qPrintable(QStringLiteral("%1: %2").arg(static_cast<int>(outcome.state)).arg(outcome.detail)
                            + QString::fromUtf8(m_cups->log())));
        QVERIFY(!outcome.detail.isEmpty());
        // and nothing comes out later, when nobody waits for it any more
        QTRY_COMPARE(m_cups->jobsLeft(queue.constData()).contains("A012")
                         || m_cups->jobsLeft(queue.constData()).contains(queue + '-'),
                     false);
    }

    void aStoppedPrinterIsSentNothing()
    {
        QCOMPARE(print("disabled").state, PrintState::PrinterStopped);
        QVERIFY(!m_cups
                     ->run(QStringLiteral("lpstat"),
                           {QStringLiteral("-W"), QStringLiteral("all"), QStringLiteral("-o"),
                            QStringLiteral("disabled")})
                     .contains("disabled-"));
        m_cups->run(QStringLiteral("cupsenable"), {QStringLiteral("disabled")});
        QVERIFY(print("disabled").isPrinted());
        m_cups->run(QStringLiteral("cupsdisable"), {QStringLiteral("disabled")});
    }

    void theDefaultPrinterIsTheSystems()
    {
        qunsetenv("PRINTER");
        qunsetenv("LPDEST");
        QCOMPARE(print("").state, PrintState::NoDefaultPrinter);
        m_cups->run(QStringLiteral("lpadmin"), {QStringLiteral("-d"), QStringLiteral("tofile")});
        QVERIFY(print("").isPrinted());
    }

    void aQueueThatIsFullSaysSo()
    {
        m_cups->addQueue("full", QStringLiteral("slow:/x"));
        const QString any = m_cups->file("etc/cupsd.conf");
        for (int i = 0; i < 2; ++i)
            m_cups->run(QStringLiteral("lp"), {QStringLiteral("-d"), QStringLiteral("full"), any});
        const PrintOutcome outcome = print("full");
        QVERIFY2(outcome.state == PrintState::QueueFull, qPrintable(outcome.detail));
        m_cups->run(QStringLiteral("cancel"), {QStringLiteral("-a"), QStringLiteral("full")});
    }

    void noCupsAtAll()
    {
        QElapsedTimer took;
        took.start();
        QCOMPARE(printAt(m_cups->file("run/nobody"), "tofile").state, PrintState::NoPrintSystem);
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QString address = QStringLiteral("127.0.0.1:%1").arg(gone.serverPort());
        gone.close();
        QCOMPARE(printAt(address, "tofile").state, PrintState::NoPrintSystem);
        QVERIFY2(took.elapsed() < 8000, qPrintable(QString::number(took.elapsed())));
    }

    void aCupsThatNeverAnswersIsGivenUp()
    {
        QTcpServer silent; // takes connections and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QElapsedTimer took;
        took.start();
        const PrintOutcome outcome = printAt(QStringLiteral("127.0.0.1:%1").arg(silent.serverPort()), "tofile");
        QVERIFY(!outcome.isPrinted());
        QVERIFY2(took.elapsed() < 25000, qPrintable(QString::number(took.elapsed())));
    }

    void cupsThatDiesMeanwhileIsNoticed()
    {
        PrivateCups own;
        QCOMPARE(own.start(), QByteArray());
        own.addQueue("slow", QStringLiteral("slow:/x"));
        std::atomic_bool isStopping{false};
        PrintOutcome outcome;
        std::thread worker([&] {
            outcome = printByCups(job(), {own.socket(), QStringLiteral("slow"), 20000}, isStopping);
        });
        const bool isPrinting = QTest::qWaitFor([&] { return own.jobsLeft("slow").contains("slow-"); }, 10000);
        own.stop();
        worker.join();
        QVERIFY(isPrinting);
        QVERIFY2(outcome.state == PrintState::NoPrintSystem, qPrintable(outcome.detail));
    }

    void anAnswerThatBreaksOffIsNoAnswer()
    {
        QTcpServer breaking; // begins to answer, and closes
        QVERIFY(breaking.listen(QHostAddress::LocalHost));
        connect(&breaking, &QTcpServer::newConnection, this, [&breaking] {
            QTcpSocket *socket = breaking.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: 100\r\n\r\n\2");
                socket->disconnectFromHost();
            });
        });
        const QString server = QStringLiteral("127.0.0.1:%1").arg(breaking.serverPort());
        std::atomic_bool isDone{false};
        PrintOutcome outcome;
        std::thread worker([&] {
            const std::atomic_bool isStopping{false};
            outcome = printByCups(job(), {server, QStringLiteral("tofile"), 5000}, isStopping);
            isDone = true;
        });
        const bool ended = QTest::qWaitFor([&] { return isDone.load(); }, 30000);
        worker.join();
        QVERIFY(ended);
        QVERIFY2(outcome.state == PrintState::NoPrintSystem, qPrintable(outcome.detail));
    }

    void theMainThreadNeverWaits()
    {
        RollPrinter::Places places;
        places.cups = {m_cups->socket(), QStringLiteral("slow"), 1000};
        RollPrinter printer(places);
        int answers = 0;
        int full = 0;
        QElapsedTimer took;
        took.start();
        for (int i = 0; i < RollPrinter::kJobsMax + 1; ++i) {
            printer.print(job(), this, [&](const PrintOutcome &outcome) {
                ++answers;
                full += outcome.state == PrintState::QueueFull ? 1 : 0;
                QVERIFY(!outcome.isPrinted());
            });
        }
        QVERIFY2(took.elapsed() < 500, qPrintable(QString::number(took.elapsed())));
        QTRY_COMPARE(full, 1);
        QTRY_COMPARE_WITH_TIMEOUT(answers, RollPrinter::kJobsMax + 1, 20000);
    }

    void aProgramThatEndsDoesNotWaitForThePrinter()
    {
        RollPrinter::Places places;
        places.cups = {m_cups->socket(), QStringLiteral("slow"), 15000};
        auto printer = std::make_unique<RollPrinter>(places);
        printer->print(job(), this, [](const PrintOutcome &) { QFAIL("nobody is there to hear it"); });
        QTRY_VERIFY_WITH_TIMEOUT(m_cups->jobsLeft("slow").contains("slow-"), 10000);
        QElapsedTimer took;
        took.start();
        printer.reset();
        QVERIFY2(took.elapsed() < 4000, qPrintable(QString::number(took.elapsed())));
        m_cups->run(QStringLiteral("cancel"), {QStringLiteral("-a"), QStringLiteral("slow")});
    }

    void aProgramThatEndsDoesNotWaitForCupsEither()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        RollPrinter::Places places;
        places.cups = {QStringLiteral("127.0.0.1:%1").arg(silent.serverPort()), QStringLiteral("any"), 15000};
        auto printer = std::make_unique<RollPrinter>(places);
        printer->print(job(), this, [](const PrintOutcome &) { QFAIL("nobody is there to hear it"); });
        QTRY_VERIFY(silent.hasPendingConnections());
        QElapsedTimer took;
        took.start();
        printer.reset();
        QVERIFY2(took.elapsed() < 4000, qPrintable(QString::number(took.elapsed())));
    }

    void filesBesideAndInstead()
    {
        QTemporaryDir folder;
        RollPrinter::Places places;
        places.byCups = false;
        places.folder = folder.path();
        QCOMPARE(printWith(places).state, PrintState::NotWanted);
        QFile written(folder.filePath(job().name + QStringLiteral(".pdf")));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), job().pdf);
        places.folder = folder.filePath(QStringLiteral("nowhere"));
        QCOMPARE(printWith(places).state, PrintState::FileFailed);
        places.byCups = true; // the paper counts; that the file is missing is still said
        places.cups = {m_cups->socket(), QStringLiteral("tofile"), 5000};
        const PrintOutcome both = printWith(places);
        QVERIFY(both.isPrinted());
        QVERIFY(!both.detail.isEmpty());
        places.byCups = false;
        places.folder.clear();
        QCOMPARE(printWith(places).state, PrintState::NotWanted);
    }

private:
    /// What ends by itself has time for it, however busy the machine is.
    PrintOutcome printAt(const QString &server, const char *queue)
    {
        const bool neverEnds = qstrcmp(queue, "slow") == 0 || qstrcmp(queue, "empty") == 0;
        const std::atomic_bool isStopping{false};
        return printByCups(job(), {server, QString::fromLatin1(queue), neverEnds ? 5000 : 40000}, isStopping);
    }
    PrintOutcome print(const char *queue) { return printAt(m_cups->socket(), queue); }
    PrintOutcome printWith(const RollPrinter::Places &places)
    {
        RollPrinter printer(places);
        std::optional<PrintOutcome> outcome;
        printer.print(job(), this, [&](const PrintOutcome &each) { outcome = each; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20000))
            return {PrintState::TimedOut, QStringLiteral("the test waited too long")};
        return *outcome;
    }

    std::unique_ptr<PrivateCups> m_cups;
};

QTEST_GUILESS_MAIN(TestPrinting)
#include "tst_printing.moc"
