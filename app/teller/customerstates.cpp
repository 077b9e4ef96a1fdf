// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/customerstates.h"

#include "app/teller/customerpanels.h"
#include "app/teller/findpanel.h"
#include "app/teller/tellerwindow.h"
#include "app/teller/workpage.h"
#include "ui/session/demobranch.h"
#include "ui/session/democustomers.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tiepdon {
namespace {

constexpr CounterId kCounter{3};
constexpr StaffId kStaff{3};

void run(FixedLink &link, const Command &command)
{
    if (const auto reply = link.run(command); !reply)
        qFatal("the demo state refused: %s", reply.error().message.c_str());
}

TicketId inHand(const FixedLink &link) { return link.branch().counterState(kCounter)->ticket; }

/// Lets the link answer what was asked.
void answer(FixedLink &link)
{
    constexpr int kRounds = 4; // an answer may lead to a question
    for (int i = 0; i < kRounds; ++i)
        QCoreApplication::sendPostedEvents(&link, QEvent::MetaCall);
}

template <class Widget>
Widget &find(TellerWindow &window, const char *name)
{
    auto *widget = window.findChild<Widget *>(QLatin1String(name));
    if (!widget)
        qFatal("the demo state has no %s", name);
    return *widget;
}

void type(TellerWindow &window, const char *field, const QString &text)
{
    find<QLineEdit>(window, field).setText(text);
}

/// Calls whoever is next and begins to serve them.
void serve(FixedLink &link)
{
    run(link, command::CallNext{kCounter});
    link.advance(12 * kSecondMs);
    run(link, command::StartService{kCounter, inHand(link)});
    link.advance(2 * kMinuteMs + 40 * kSecondMs);
    answer(link);
}

void serve(FixedLink &link, DemoCustomers &customers, std::int64_t person)
{
    run(link, command::CallNext{kCounter});
    customers.linkTicket(inHand(link), demoCustomer(person));
    link.advance(12 * kSecondMs);
    run(link, command::StartService{kCounter, inHand(link)});
    link.advance(2 * kMinuteMs + 40 * kSecondMs);
    answer(link);
}

/// Searches as if somebody had typed and waited.
void search(TellerWindow &window, FixedLink &link, bool isIdentifying, const QString &text)
{
    window.workPage().customerPanels().open(isIdentifying ? CustomerPanel::Identify : CustomerPanel::Find);
    auto &panel = find<FindPanel>(window, "findPersonPanel");
    panel.open(isIdentifying, text);
    answer(link);
}

QString scan() { return QStringLiteral("001195000777||Vũ Thị Thảo|23021995|Nữ|5 ngõ Mẫu, Hà Nội|01012022"); }

void showCreate(const QString &name, TellerWindow &window, FixedLink &link)
{
    const bool isThere = name == QLatin1String("exists");
    search(window, link, true, isThere ? QStringLiteral("nobody") : scan());
    find<QPushButton>(window, "createPersonButton").click();
    if (!isThere)
        return;
    type(window, "newNameEdit", QStringLiteral("Nguyễn Hoài Nam"));
    type(window, "newPhoneEdit", QStringLiteral("0912 000 147"));
    find<QPushButton>(window, "createConfirmButton").click();
    answer(link);
}

void showPanel(const QString &name, TellerWindow &window, FixedLink &link, DemoCustomers &customers)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    CustomerPanels &panels = window.workPage().customerPanels();
    if (is("note") || is("draft")) {
        if (is("draft")) {
            customers.keepDraft(kStaff, inHand(link), "Anh muốn đổi chữ ký mẫu, hẹn");
            window.workPage().customer().reload();
            answer(link);
        }
        panels.open(CustomerPanel::Note);
    }
    if (is("promise")) {
        panels.open(CustomerPanel::Item);
        type(window, "itemEdit", QStringLiteral("Gọi lại báo khi thẻ mới về chi nhánh"));
    }
    if (is("settle"))
        panels.open(CustomerPanel::Settle);
    if (is("declined")) {
        panels.open(CustomerPanel::Decline);
        type(window, "declinedWhatEdit", QStringLiteral("Rút trước hạn, giữ nguyên lãi"));
    }
    if (is("goal"))
        panels.open(CustomerPanel::Goal);
    if (is("blocker") || is("sent"))
        panels.open(CustomerPanel::Blocker);
    if (is("sent")) {
        find<QPushButton>(window, "blocker2Button").click();
        answer(link);
    }
    if (is("edit") || is("conflict"))
        panels.open(CustomerPanel::Edit);
    if (is("conflict")) {
        ++customers.person(demoCustomer(1)).customer.revision;
        find<QCheckBox>(window, "patienceNeed").setChecked(true);
        find<QPushButton>(window, "editConfirmButton").click();
        answer(link);
    }
    if (is("consents") || is("consent"))
        panels.open(CustomerPanel::Consents);
    if (is("consent"))
        find<QPushButton>(window, "consent4Button").click();
    if (is("reveal") || is("revealed"))
        panels.openReveal(demoCustomer(1), ProfileField::Phone);
    if (is("revealed")) {
        find<QPushButton>(window, "reveal1Button").click();
        answer(link);
    }
}

} // namespace

QStringList customerStates()
{
    return {QStringLiteral("preview"),    QStringLiteral("previewhidden"), QStringLiteral("known"),
            QStringLiteral("anonymous"),  QStringLiteral("opened"),        QStringLiteral("findperson"),
            QStringLiteral("findticket"), QStringLiteral("identify"),      QStringLiteral("create"),
            QStringLiteral("exists"),     QStringLiteral("note"),          QStringLiteral("draft"),
            QStringLiteral("promise"),    QStringLiteral("settle"),        QStringLiteral("declined"),
            QStringLiteral("goal"),       QStringLiteral("blocker"),       QStringLiteral("sent"),
            QStringLiteral("reached"),    QStringLiteral("edit"),          QStringLiteral("conflict"),
            QStringLiteral("consents"),   QStringLiteral("consent"),       QStringLiteral("reveal"),
            QStringLiteral("revealed"),   QStringLiteral("longname"),      QStringLiteral("chinese"),
            QStringLiteral("first"),      QStringLiteral("profileoffline")};
}

void showCustomerState(const QString &name, TellerWindow &window, FixedLink &link)
{
    const auto is = [&name](const char *state) { return name == QLatin1String(state); };
    auto &customers = *link.findChild<DemoCustomers *>();
    if (!is("anonymous") && !is("identify") && !is("create") && !is("exists"))
        customers.nameWaiting();
    if (is("previewhidden")) {
        BranchSetup hides;
        hides.settings = link.branch().settings();
        hides.settings.hidesNamesBeforeCall = true;
        run(link, command::DefineBranch{hides});
    }
    run(link, command::SignOn{kCounter, kStaff, {}});
    answer(link);
    if (is("preview") || is("previewhidden"))
        return;
    if (is("longname") || is("chinese") || is("first"))
        serve(link, customers, is("longname") ? 6 : is("chinese") ? 4 : 3);
    else
        serve(link);
    if (is("goal") || is("reached")) {
        customers.keepGoal(inHand(link), "Nhận được thẻ mới trước chuyến đi thứ sáu");
        window.workPage().customer().reload();
        answer(link);
    }
    if (is("opened"))
        window.workPage().customer().open(demoCustomer(2));
    if (is("findperson"))
        search(window, link, false, QStringLiteral("nguyen"));
    if (is("findticket"))
        search(window, link, false, QStringLiteral("a12"));
    if (is("identify"))
        search(window, link, true, QStringLiteral("hoa"));
    if (is("create") || is("exists"))
        showCreate(name, window, link);
    showPanel(name, window, link, customers);
    if (is("reached"))
        run(link, command::FinishService{kCounter, inHand(link), {}, OutcomeId{1}});
    if (is("profileoffline")) {
        link.setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        window.workPage().customer().reload();
    }
    answer(link);
}

} // namespace tiepdon
