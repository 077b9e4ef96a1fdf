// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/result.h"
#include "tests/base/show.h"

#include <QTest>

#include <array>
#include <set>

using namespace tiepdon;

namespace {

// Written out once more on purpose: a name on the wire is a promise, and renaming one must be seen.
#define CODE(name) std::pair(ErrorCode::name, std::string_view(#name))
constexpr std::array kCodes = {
    CODE(ParseError),       CODE(InvalidRequest),     CODE(UnknownMethod),
    CODE(InvalidParams),    CODE(TooLarge),           CODE(RateLimited),
    CODE(HelloRequired),    CODE(VersionMismatch),    CODE(StreamMismatch),
    CODE(NotDefined),       CODE(UnknownService),     CODE(UnknownCounter),
    CODE(UnknownProfile),   CODE(UnknownStaff),       CODE(UnknownTicket),
    CODE(DayNotOpen),       CODE(DayAlreadyOpen),     CODE(DayInThePast),
    CODE(TicketsInService), CODE(CounterNotOpen),     CODE(CounterOccupied),
    CODE(StaffElsewhere),   CODE(CounterBusy),        CODE(TicketNotHere),
    CODE(WrongState),       CODE(NobodyWaiting),      CODE(RecallLimitReached),
    CODE(SeriesFull),       CODE(OperationReused),    CODE(StorageFull),
    CODE(StorageFailed),    CODE(HubStopping),        CODE(ClockIsReal),
    CODE(FileNotReadable),  CODE(FileNotWritable),    CODE(BadFile),
    CODE(DirectoryInUse),   CODE(DatabaseNewer),      CODE(DatabaseDamaged),
    CODE(NotInitialised),   CODE(AlreadyInitialised), CODE(Offline),
    CODE(Timeout),          CODE(TrustFailed),        CODE(Internal),
};
#undef CODE

} // namespace

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsName();
    void namesComeBackAndAreOnce();
    void aNameNotKnownGivesNothing();
    void aResultIsAValueOrAnError();
};

void TestError::everyCodeHasItsName()
{
    for (const auto &[code, text] : kCodes)
        QCOMPARE(std::string(name(code)), std::string(text));
}

void TestError::namesComeBackAndAreOnce()
{
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(ErrorCode::Internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        QVERIFY2(seen.insert(name(code)).second, std::string(name(code)).c_str());
        QVERIFY(errorCode(name(code)) == code);
    }
}

void TestError::aNameNotKnownGivesNothing()
{
    QVERIFY(!errorCode(""));
    QVERIFY(!errorCode("nobodyWaiting"));
    QVERIFY(!errorCode("NobodyWaiting "));
    QVERIFY(!errorCode("FromALaterVersion"));
}

void TestError::aResultIsAValueOrAnError()
{
    const Result<int> value(7);
    QVERIFY(value.isOk());
    QCOMPARE(*value, 7);
    const Error wrong{ErrorCode::Offline, "no hub", {{"host", "x"}}};
    const Result<int> failed(wrong);
    QVERIFY(!failed);
    QVERIFY(failed.error() == wrong);
    QVERIFY(Result<void>().isOk());
    QVERIFY(!Result<void>(wrong).isOk());
    QVERIFY(Result<void>(wrong).error() == wrong);
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
