// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/printerreports.h"
#include "ui/session/demobranch.h"
#include "ui/session/fixedlink.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tiepdon;

namespace {

/// A printer that looks as the test says.
class LookedAtPrinter : public TicketPrinter
{
public:
    void print(const PrintJob & /*job*/, QObject * /*context*/, Done /*done*/) override { }
    void look(QObject * /*context*/, Done done) override
    {
        ++looks;
        done({state, {}});
    }

    PrintState state = PrintState::Printed;
    int looks = 0;
};

} // namespace

/// What a kiosk tells of its printer.
class TestPrinterReports : public QObject
{
    Q_OBJECT

private:
    /// Lets it look so often.
    static void look(LookedAtPrinter &printer, int times = 2)
    {
        const int before = printer.looks;
        QTRY_VERIFY(printer.looks >= before + times);
    }

private Q_SLOTS:
    void aTicketThatDidNotComeOutIsNotForgottenOverAnIdleQueue()
    {
        FixedLink link(demoMorningMs());
        std::vector<std::string> told;
        link.addAnswers([&told](const std::string &method, const Json &params) -> Result<Json> {
            if (method != ReportDevice::kMethod)
                return Error{ErrorCode::UnknownMethod, "", {}};
            told.push_back(params["printer"]);
            return toJson(ReportDeviceReply{});
        });
        LookedAtPrinter printer;
        PrinterReports reports(link, printer, 1);
        QSignalSpy looked(&reports, &PrinterReports::looked);
        using Told = std::vector<std::string>;
        look(printer);
        QTRY_COMPARE(told, (Told{"ready"}));

        // the printer takes a ticket and prints nothing; its queue is empty and says that all is well
        reports.note({PrintState::TimedOut, {}});
        looked.clear();
        look(printer);
        QTRY_COMPARE(told, (Told{"ready", "out"}));
        QCOMPARE(looked.size(), 0); // nor does the screen say that it prints again
        reports.note({PrintState::Printed, {}}); // the next one comes out
        QTRY_COMPARE(told, (Told{"ready", "out", "ready"}));

        // one that says what is wrong, and that it is so no more
        reports.note({PrintState::OutOfPaper, {}});
        printer.state = PrintState::OutOfPaper;
        look(printer);
        printer.state = PrintState::Printed;
        QTRY_COMPARE(told, (Told{"ready", "out", "ready", "out", "ready"}));
        printer.state = PrintState::PrinterStopped; // found by a look alone
        QTRY_COMPARE(told.back(), std::string("out"));
        printer.state = PrintState::Printed;
        QTRY_COMPARE(told.back(), std::string("ready"));
    }
};

QTEST_GUILESS_MAIN(TestPrinterReports)
#include "tst_printerreports.moc"
