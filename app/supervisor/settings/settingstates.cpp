// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingstates.h"

#include "app/supervisor/settings/devicespanel.h"
#include "app/supervisor/settings/partpanel.h"
#include "app/supervisor/settings/reviewpanel.h"
#include "app/supervisor/settings/settingspage.h"
#include "app/supervisor/supervisorwindow.h"
#include "ui/session/demosettings.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <utility>

namespace tiepdon {
namespace {

constexpr StaffId kEarlier{2}; ///< who changed things before

const std::pair<const char *, Subject> kStates[] = {
    {"settings-branch", Subject::Branch},     {"settings-calling", Subject::Calling},
    {"settings-services", Subject::Services}, {"settings-series", Subject::Series},
    {"settings-levels", Subject::Levels},     {"settings-counters", Subject::Counters},
    {"settings-zones", Subject::Zones},       {"settings-profiles", Subject::Profiles},
    {"settings-people", Subject::People},     {"settings-skills", Subject::Skills},
    {"settings-segments", Subject::Segments}, {"settings-reasons", Subject::Reasons},
    {"settings-outcomes", Subject::Outcomes}, {"settings-texts", Subject::Texts},
    {"settings-accounts", Subject::Accounts}, {"settings-devices", Subject::Devices},
    {"settings-enrol", Subject::Devices},     {"settings-history", Subject::History},
};

void must(const Result<SettingReply> &reply)
{
    if (!reply)
        qFatal("the demo state refused: %s", reply.error().message.c_str());
}

AskForSettings promise(const FixedLink &link, std::int64_t service, TimeMs level)
{
    AskForSettings ask;
    ask.before.services = ask.after.services = {*link.branch().service(ServiceId{service})};
    ask.after.services[0].serviceLevelMs = level;
    return ask;
}

/// Three changes of somebody else: one taken back again.
void playChanges(FixedLink &link, DemoSettings &settings)
{
    AskForSettings ask = promise(link, 4, 12 * kMinuteMs);
    ask.decision = {"Người vay được tư vấn sớm hơn ba phút", "Được coi trọng", "Không phải xin nghỉ nửa buổi",
                    "Ba phút mỗi lần, và biết trước"};
    must(settings.change(ask, kEarlier, {Role::Supervisor}));
    AskForSettings back;
    back.before = ask.after;
    back.after = ask.before;
    back.reverts = settings.changes.back().id;
    back.decision = {"Như trước", "Không ai bị hứa hụt", "Lời hứa giữ được", "Tin vào con số"};
    link.advance(20 * kSecondMs);
    must(settings.change(back, kEarlier, {Role::Supervisor}));
    AskForSettings outcome;
    outcome.after.outcomes = {{OutcomeId{9}, {"Chuyển sang quầy khác", ""}}};
    outcome.decision
        = {"Không ảnh hưởng lúc chờ", "Không nhận thấy", "Lần sau không phải kể lại", "Một lần kể ít hơn"};
    link.advance(10 * kSecondMs);
    must(settings.change(outcome, kEarlier, {Role::Supervisor}));
}

void type(SupervisorWindow &window, const char *name, const QString &text)
{
    auto *edit = window.findChild<QLineEdit *>(QLatin1String(name));
    edit->setText(text);
    Q_EMIT edit->textEdited(text);
}

/// Two fields of a service and a skill, changed and not saved.
void typeSome(SupervisorWindow &window)
{
    window.settingsPage().showPart({SettingKind::Service, 1});
    type(window, "serviceLevelMsEdit", QStringLiteral("5"));
    type(window, "expectedMsEdit", QStringLiteral("4:30"));
}

void showMore(const QString &state, SupervisorWindow &window, FixedLink &link, DemoSettings &settings,
              void (*turn)())
{
    const auto is = [&state](const char *name) { return state == QLatin1String(name); };
    SettingsPage &page = window.settingsPage();
    if (is("settings-services"))
        page.showPart({SettingKind::Service, 4});
    if (is("settings-segments"))
        page.showPart({SettingKind::Segment, 2});
    if (is("settings-enrol")) {
        page.devicesPanel().startEnrolling();
        window.findChild<QLineEdit *>(QStringLiteral("enrolNameEdit"))->setText(QStringLiteral("Quầy 7"));
        page.devicesPanel().makeCode();
        turn();
    }
    if (is("settings-changed") || is("settings-review") || is("settings-saved") || is("settings-crossed"))
        typeSome(window);
    if (is("settings-review")) {
        page.showPart({SettingKind::Counter, 6});
        page.draft().set({SettingKind::Counter, 6}, QStringLiteral("zone"), std::int64_t(1));
        page.draft().remove({SettingKind::Outcome, 3});
        page.review();
        page.reviewPanel().setAnswers({"Chờ ít hơn năm phút", "", "", ""});
    }
    if (is("settings-saved")) {
        page.review();
        page.reviewPanel().setAnswers({"Chờ ít hơn", "Nhẹ nhõm", "Kịp giờ làm", "Năm phút"});
        window.findChild<QPushButton *>(QStringLiteral("saveSettingsButton"))->click();
        turn();
    }
    if (is("settings-crossed")) {
        AskForSettings ask = promise(link, 1, 8 * kMinuteMs);
        ask.after.services[0].name.en = "Cash";
        ask.decision = {"Chờ ít hơn", "Nhẹ nhõm", "Kịp giờ làm", "Hai phút"};
        must(settings.change(ask, kEarlier, {Role::Supervisor}));
    }
    if (is("settings-in-use")) {
        page.showPart({SettingKind::Segment, 1});
        window.findChild<QPushButton *>(QStringLiteral("removePartButton"))->click();
    }
    if (is("settings-wrong")) {
        page.showPart({SettingKind::Service, 1});
        type(window, "serviceLevelMsEdit", QStringLiteral("mười"));
        type(window, "nameViEdit", QString());
    }
    if (is("settings-revert")) {
        page.showSubject(Subject::History);
        turn();
        window.findChild<QPushButton *>(QStringLiteral("revertButton"))->click();
    }
}

} // namespace

QStringList settingDemoStates()
{
    QStringList states;
    for (const auto &[name, subject] : kStates)
        states << QLatin1String(name);
    return states << QStringLiteral("settings-changed") << QStringLiteral("settings-review")
                  << QStringLiteral("settings-saved") << QStringLiteral("settings-crossed")
                  << QStringLiteral("settings-in-use") << QStringLiteral("settings-wrong")
                  << QStringLiteral("settings-revert") << QStringLiteral("settings-read-only");
}

QString settingDemoAccount(const QString &state)
{
    const bool isAdministrators = state == QLatin1String("settings-accounts")
        || state == QLatin1String("settings-devices") || state == QLatin1String("settings-enrol")
        || state == QLatin1String("settings-people");
    return state == QLatin1String("settings-read-only") ? QStringLiteral("kiemtoan")
        : isAdministrators                              ? QStringLiteral("admin")
                                                        : QStringLiteral("hung");
}

void showSettingState(const QString &state, SupervisorWindow &window, FixedLink &link, DemoSettings &settings,
                      void (*turn)())
{
    if (state == QLatin1String("settings-history") || state == QLatin1String("settings-revert"))
        playChanges(link, settings);
    window.showSettings();
    for (const auto &[name, subject] : kStates) {
        if (state == QLatin1String(name))
            window.settingsPage().showSubject(subject);
    }
    if (state == QLatin1String("settings-read-only"))
        window.settingsPage().showPart({SettingKind::Service, 4});
    turn();
    showMore(state, window, link, settings, turn);
    turn();
}

} // namespace tiepdon
