// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/fieldpermission.h"
#include "core/access/permission.h"
#include "core/queue/command.h"
#include "core/wire/accessmessage.h"
#include "core/wire/alertmessage.h"
#include "core/wire/branchmessage.h"
#include "core/wire/customermessage.h"
#include "core/wire/message.h"
#include "tests/base/show.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>

using namespace tiepdon;

namespace {

template <class... Commands>
void addMethods(std::set<std::string> &to, const std::variant<Commands...> *)
{
    (to.emplace(Commands::kMethod), ...);
}

std::vector<std::string_view> methods(const char *words)
{
    std::vector<std::string_view> list;
    for (std::string_view left = words; !left.empty();) {
        const std::size_t blank = std::min(left.find(' '), left.size());
        list.push_back(left.substr(0, blank));
        left.remove_prefix(std::min(blank + 1, left.size()));
    }
    return list;
}

} // namespace

class TestPermission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestHasOneRow();
    void aRoleMayDoThisAndNoMore_data();
    void aRoleMayDoThisAndNoMore();
    void severalRolesReachAsFarAsTheWidest();
    void aRoleSeesTheseFieldsAndNoMore_data();
    void aRoleSeesTheseFieldsAndNoMore();
    void severalRolesSeeWhatAnyOfThemSees();
    void whatIsNotInTheTableNobodyMay();
    void thePageInTheTreeIsTheTable();
};

void TestPermission::everyRequestHasOneRow()
{
    std::set<std::string> wanted = {"setClock", "stream staff", "stream public", "alerts"};
    addMethods(
        wanted,
        static_cast<const std::variant<AcknowledgeAlert, ActOnAlert, SetAlertRule, RemoveAlertRule,
                                       AlertHistoryQuery, DryRunQuery, SendMessage, WithdrawMessage, SeeMessage> *>(
            nullptr));
    for (const char *method : {"setAlertChannels", "alertChannels", "testAlertChannel", "reportDevice", "advise",
                               "whatIf", "settleAdvice", "adviceScore", "moveCounters", "lastCounterChange", "days",
                               "dayAt", "dayTickets", "dayFigures", "settingHistory"})
        wanted.emplace(method);
    addMethods(wanted, static_cast<const Command *>(nullptr));
    addMethods(wanted, static_cast<const AccessCommand *>(nullptr));
    addMethods(wanted, static_cast<const CustomerCommand *>(nullptr));
    addMethods(
        wanted,
        static_cast<
            const std::variant<FindCustomers, CustomerCardQuery, CustomerTimeline, RevealField, OpenItemsQuery,
                               ArrivalsQuery, SegmentCountsQuery, Identify, ReportArrival> *>(nullptr));
    for (const std::string_view question : {kStaffListMethod, kDeviceListMethod, kCheckpointMethod,
                                            AuditQuery::kMethod, ScoreQuery::kMethod, CallsQuery::kMethod})
        wanted.emplace(question);
    std::set<std::string> found;
    for (const Permission &row : permissions()) {
        QVERIFY2(found.emplace(row.method).second, std::string(row.method).c_str());
        QVERIFY2(!row.what.empty(), std::string(row.method).c_str());
    }
    for (const std::string &method : wanted)
        QVERIFY2(found.contains(method), method.c_str());
    for (const std::string &method : found)
        QVERIFY2(wanted.contains(method), method.c_str());
}

void TestPermission::aRoleMayDoThisAndNoMore_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("any");
    QTest::addColumn<bool>("seesStaffStream");
    QTest::addColumn<bool>("seesPublicStream");
    const auto row
        = [](const char *name, Role role, const char *own, const char *any, bool staffStream, bool publicStream) {
              QTest::newRow(name) << static_cast<int>(role) << QByteArray(own) << QByteArray(any) << staffStream
                                  << publicStream;
          };
    constexpr auto kCounters
        = "signOn signOff assignProfile takeBreak endBreak callNext callTicket recall startService finishService "
          "markNoShow transfer forgetNext requeue park resume addService removeServices wrapUp markOutcome "
          "serveWalkIn linkCustomer setGoal changeOpenItem customerCard customerTimeline revealField seeMessage";
    row("a kiosk gives out tickets", Role::Kiosk, "", "issueTicket identify reportDevice", false, true);
    row("a display only shows", Role::Display, "", "reportDevice", false, true);
    row("a sensor reports who came", Role::Sensor, "", "reportArrival", false, false);
    row("a teller works at their own counter", Role::Teller, kCounters,
        "addCustomer changeCustomer addIdentifier removeIdentifier setStage giveConsent withdrawConsent saveNote "
        "saveDraft declineRequest addConversation addOpenItem findCustomers openItems arrivals",
        true, true);
    row("a greeter gives out tickets", Role::Greeter, "",
        "issueTicket setSegment raiseTicket lowerTicket restoreTicket linkCustomer addCustomer changeCustomer "
        "addIdentifier removeIdentifier giveConsent withdrawConsent saveNote saveDraft setGoal addOpenItem "
        "findCustomers customerCard customerTimeline openItems arrivals identify",
        true, true);
    row("a supervisor runs the day and every counter", Role::Supervisor, "",
        "signOn signOff assignProfile takeBreak endBreak callNext callTicket recall startService finishService "
        "markNoShow transfer forgetNext requeue park resume addService removeServices wrapUp markOutcome "
        "serveWalkIn setSegment calls score issueTicket raiseTicket lowerTicket cancelTicket restoreTicket "
        "openDay closeDay setClock staffList linkCustomer addCustomer changeCustomer addIdentifier "
        "removeIdentifier "
        "setStage giveConsent withdrawConsent saveNote saveDraft setGoal declineRequest addConversation "
        "addOpenItem "
        "changeOpenItem findCustomers customerCard customerTimeline revealField openItems arrivals segmentCounts "
        "identify changeSettings setAlertRule removeAlertRule moveCounters lastCounterChange sendMessage "
        "withdrawMessage seeMessage "
        "acknowledgeAlert actOnAlert settleAdvice alerts alertHistory dryRunAlertRule alertChannels advise whatIf "
        "adviceScore days dayAt dayTickets dayFigures settingHistory",
        true, true);
    row("the back office looks after profiles", Role::BackOffice, "",
        "calls score addCustomer changeCustomer addIdentifier removeIdentifier setStage giveConsent "
        "withdrawConsent "
        "saveNote saveDraft declineRequest addConversation addOpenItem changeOpenItem importRows findCustomers "
        "customerCard customerTimeline revealField openItems arrivals segmentCounts alerts alertHistory advise "
        "whatIf "
        "adviceScore days dayAt dayTickets dayFigures",
        true, false);
    row("an administrator looks after devices, people and definitions", Role::Administrator, "",
        "defineSegment definePriorityReason defineOutcome calls score "
        "defineBranch defineService defineProfile defineCounter defineStaff defineGroup defineZone openDay "
        "closeDay setClock addStaff "
        "setRoles "
        "setPassword disableStaff enableStaff unlockStaff addEnrolment renameDevice revokeDevice staffList "
        "deviceList "
        "checkpoint audit importRows segmentCounts changeSettings setAlertRule removeAlertRule setAlertChannels "
        "alerts alertHistory dryRunAlertRule alertChannels testAlertChannel adviceScore days dayAt dayTickets "
        "dayFigures settingHistory",
        true, true);
    row("an auditor reads and changes nothing", Role::Auditor, "",
        "audit checkpoint staffList deviceList calls score segmentCounts alertHistory alertChannels adviceScore "
        "days "
        "dayAt dayTickets dayFigures settingHistory",
        true, false);
}

void TestPermission::aRoleMayDoThisAndNoMore()
{
    QFETCH(const int, role);
    QFETCH(const QByteArray, own);
    QFETCH(const QByteArray, any);
    QFETCH(const bool, seesStaffStream);
    QFETCH(const bool, seesPublicStream);
    const auto ownMethods = methods(own.constData());
    const auto anyMethods = methods(any.constData());
    const std::vector<Role> roles = {static_cast<Role>(role)};
    for (const Permission &row : permissions()) {
        const auto in = [&](const auto &list) { return std::ranges::find(list, row.method) != list.end(); };
        const bool wantAny = in(anyMethods) || (seesStaffStream && row.method == "stream staff")
            || (seesPublicStream && row.method == "stream public");
        const Reach wanted = wantAny ? Reach::Any : in(ownMethods) ? Reach::Own : Reach::None;
        QVERIFY2(reachOf(row.method, roles) == wanted, std::string(row.method).c_str());
    }
}

void TestPermission::severalRolesReachAsFarAsTheWidest()
{
    QCOMPARE(reachOf("callNext", {}), Reach::None);
    QCOMPARE(reachOf("callNext", {Role::Greeter, Role::Teller}), Reach::Own);
    QCOMPARE(reachOf("callNext", {Role::Supervisor, Role::Teller}), Reach::Any);
    QCOMPARE(reachOf("callNext", {Role::Teller, Role::Supervisor}), Reach::Any);
    QCOMPARE(reachOf("audit", {Role::Teller, Role::Auditor}), Reach::Any);
}

void TestPermission::aRoleSeesTheseFieldsAndNoMore_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<QByteArray>("masked");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, Role role, const char *masked, const char *shown) {
        QTest::newRow(name) << static_cast<int>(role) << QByteArray(masked) << QByteArray(shown);
    };
    constexpr auto kAtCounters = "name customerNumber address needs preferences tier visits purchases transactions "
                                 "conversations notes openItems scores consents";
    constexpr auto kBehind = "name customerNumber address needs preferences tier visits purchases transactions "
                             "conversations notes supervisorNotes openItems scores consents";
    row("a kiosk sees nothing", Role::Kiosk, "", "");
    row("a display sees nothing", Role::Display, "", "");
    row("a sensor sees nothing", Role::Sensor, "", "");
    row("a teller sees what serving needs", Role::Teller, "phone document birthDate", kAtCounters);
    row("a greeter sees whom to greet and what they need", Role::Greeter, "phone",
        "name needs tier openItems consents");
    row("a supervisor sees all", Role::Supervisor, "phone document birthDate", kBehind);
    row("the back office sees all", Role::BackOffice, "phone document birthDate", kBehind);
    row("an administrator sees nothing", Role::Administrator, "", "");
    row("an auditor sees nothing", Role::Auditor, "", "");
}

void TestPermission::aRoleSeesTheseFieldsAndNoMore()
{
    QFETCH(const int, role);
    QFETCH(const QByteArray, masked);
    QFETCH(const QByteArray, shown);
    const auto maskedFields = methods(masked.constData());
    const auto shownFields = methods(shown.constData());
    std::size_t i = 0;
    for (const FieldPermission &row : fieldPermissions()) {
        QCOMPARE(static_cast<std::size_t>(row.field), i++);
        QVERIFY(!row.what.empty());
        const std::string_view field = names(row.field).at(static_cast<std::size_t>(row.field));
        const auto in = [&](const auto &list) { return std::ranges::find(list, field) != list.end(); };
        const FieldAccess wanted = in(shownFields) ? FieldAccess::Shown
            : in(maskedFields)                     ? FieldAccess::Masked
                                                   : FieldAccess::None;
        QVERIFY2(accessTo(row.field, {static_cast<Role>(role)}) == wanted, std::string(field).c_str());
        QCOMPARE(accessTo(row.field, {}), FieldAccess::None);
    }
    QCOMPARE(i, names(ProfileField{}).size());
}

void TestPermission::severalRolesSeeWhatAnyOfThemSees()
{
    QCOMPARE(accessTo(ProfileField::Notes, {Role::Greeter, Role::Teller}), FieldAccess::Shown);
    QCOMPARE(accessTo(ProfileField::Document, {Role::Teller, Role::Auditor}), FieldAccess::Masked);
    QCOMPARE(accessTo(ProfileField::SupervisorNotes, {Role::Teller, Role::Supervisor}), FieldAccess::Shown);
}

void TestPermission::whatIsNotInTheTableNobodyMay()
{
    std::vector<Role> all;
    for (std::size_t i = 0; i < kRoleCount; ++i)
        all.push_back(static_cast<Role>(i));
    for (const std::string_view method : {"", "callnext", "callNext ", "hello", "dropEverything", "stream"})
        QCOMPARE(reachOf(method, all), Reach::None);
}

void TestPermission::thePageInTheTreeIsTheTable()
{
    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/core/access/PERMISSIONS.md"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    QCOMPARE(file.readAll().toStdString(), permissionsPage());
}

QTEST_APPLESS_MAIN(TestPermission)
#include "tst_permission.moc"
