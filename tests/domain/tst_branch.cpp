// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/domain/branch.h"
#include "tests/base/show.h"

#include <QTest>

#include <functional>

using namespace tiepdon;

namespace {

BranchSetup goodSetup()
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh Ba Đình", "Ba Dinh branch"};
    setup.services = {{{1}, {"Tiền mặt", "Cash"}, "A", 5 * kMinuteMs, 10 * kMinuteMs},
                      {{2}, {"Vay", ""}, "B", 20 * kMinuteMs, 15 * kMinuteMs}};
    setup.profiles = {{{1}, {"Tất cả", "All"}, {{1}, {2}}}, {{2}, {"Vay", "Loans"}, {{2}}}};
    setup.counters = {{{1}, 1, {1}}, {{2}, 2, {2}}};
    setup.staff = {{{1}, "Lan"}, {{2}, "Minh"}};
    return setup;
}

using Change = std::function<void(BranchSetup &)>;

struct Mistake {
    const char *name;
    Change change;
    const char *list;
    const char *index;
    const char *field;
    ErrorCode code = ErrorCode::InvalidParams;
};

const std::string kLong(limits::kNameCharactersMax + 1, 'x');

std::vector<Mistake> mistakes()
{
    return {
        {"the branch has no name", [](auto &s) { s.settings.name.vi = " "; }, "settings", "0", "name"},
        {"the branch's name is too long", [](auto &s) { s.settings.name.vi = kLong; }, "settings", "0", "name",
         ErrorCode::TooLarge},
        {"the branch's English name is not UTF-8", [](auto &s) { s.settings.name.en = "\xff"; }, "settings", "0",
         "name.en"},
        {"an offset past any zone", [](auto &s) { s.settings.utcOffsetMin = 14 * 60 + 1; }, "settings", "0",
         "utcOffsetMin"},
        {"an offset before any zone", [](auto &s) { s.settings.utcOffsetMin = -12 * 60 - 1; }, "settings", "0",
         "utcOffsetMin"},
        {"one digit", [](auto &s) { s.settings.numberDigits = 1; }, "settings", "0", "numberDigits"},
        {"six digits", [](auto &s) { s.settings.numberDigits = 6; }, "settings", "0", "numberDigits"},
        {"recalls below none", [](auto &s) { s.settings.recallLimit = -1; }, "settings", "0", "recallLimit"},
        {"eleven recalls", [](auto &s) { s.settings.recallLimit = 11; }, "settings", "0", "recallLimit"},
        {"no miss at all", [](auto &s) { s.settings.noShowMisses = 0; }, "settings", "0", "noShowMisses"},
        {"eleven misses", [](auto &s) { s.settings.noShowMisses = 11; }, "settings", "0", "noShowMisses"},
        {"no place back", [](auto &s) { s.settings.noShowPlacesBack = 0; }, "settings", "0", "noShowPlacesBack"},
        {"too many places back", [](auto &s) { s.settings.noShowPlacesBack = 101; }, "settings", "0",
         "noShowPlacesBack"},
        {"a service without id", [](auto &s) { s.services[1].id = {}; }, "services", "1", "id"},
        {"a service with a negative id", [](auto &s) { s.services[0].id = {-1}; }, "services", "0", "id"},
        {"two services of one id", [](auto &s) { s.services[1].id = {1}; }, "services", "1", "id"},
        {"a service without name", [](auto &s) { s.services[1].name.vi.clear(); }, "services", "1", "name"},
        {"a service's English name too long", [](auto &s) { s.services[0].name.en = kLong; }, "services", "0",
         "name.en", ErrorCode::TooLarge},
        {"a series of two letters", [](auto &s) { s.services[0].series = "AB"; }, "services", "0", "series"},
        {"no series", [](auto &s) { s.services[0].series.clear(); }, "services", "0", "series"},
        {"a small letter", [](auto &s) { s.services[0].series = "a"; }, "services", "0", "series"},
        {"a digit as series", [](auto &s) { s.services[0].series = "1"; }, "services", "0", "series"},
        {"series I", [](auto &s) { s.services[1].series = "I"; }, "services", "1", "series"},
        {"series O", [](auto &s) { s.services[1].series = "O"; }, "services", "1", "series"},
        {"series Q", [](auto &s) { s.services[1].series = "Q"; }, "services", "1", "series"},
        {"no service time", [](auto &s) { s.services[0].expectedMs = 0; }, "services", "0", "expectedMs"},
        {"half a day and more of service", [](auto &s) { s.services[0].expectedMs = 12 * kHourMs + 1; }, "services",
         "0", "expectedMs"},
        {"no service level", [](auto &s) { s.services[1].serviceLevelMs = 999; }, "services", "1",
         "serviceLevelMs"},
        {"a service level past half a day", [](auto &s) { s.services[1].serviceLevelMs = 12 * kHourMs + 1; },
         "services", "1", "serviceLevelMs"},
        {"a profile without id", [](auto &s) { s.profiles[0].id = {}; }, "profiles", "0", "id"},
        {"two profiles of one id", [](auto &s) { s.profiles[1].id = {1}; }, "profiles", "1", "id"},
        {"a profile without name", [](auto &s) { s.profiles[0].name.vi.clear(); }, "profiles", "0", "name"},
        {"a profile that serves nothing", [](auto &s) { s.profiles[1].services.clear(); }, "profiles", "1",
         "services"},
        {"a profile of an unknown service", [](auto &s) { s.profiles[1].services = {{9}}; }, "profiles", "1",
         "services"},
        {"a profile that names a service twice",
         [](auto &s) {
             s.profiles[0].services = {{1}, {1}};
         },
         "profiles", "0", "services"},
        {"a counter without id", [](auto &s) { s.counters[0].id = {}; }, "counters", "0", "id"},
        {"two counters of one id", [](auto &s) { s.counters[1].id = {1}; }, "counters", "1", "id"},
        {"counter number 0", [](auto &s) { s.counters[0].number = 0; }, "counters", "0", "number"},
        {"a counter number of four digits", [](auto &s) { s.counters[0].number = 1000; }, "counters", "0",
         "number"},
        {"two counters of one number", [](auto &s) { s.counters[1].number = 1; }, "counters", "1", "number"},
        {"a counter of an unknown profile", [](auto &s) { s.counters[1].profile = {7}; }, "counters", "1",
         "profile"},
        {"a counter without profile", [](auto &s) { s.counters[1].profile = {}; }, "counters", "1", "profile"},
        {"staff without id", [](auto &s) { s.staff[1].id = {}; }, "staff", "1", "id"},
        {"two members of staff of one id", [](auto &s) { s.staff[1].id = {1}; }, "staff", "1", "id"},
        {"staff without name", [](auto &s) { s.staff[0].name = "\t"; }, "staff", "0", "name"},
        {"a name of staff too long", [](auto &s) { s.staff[0].name = kLong; }, "staff", "0", "name",
         ErrorCode::TooLarge},
        {"more staff than a branch has", [](auto &s) { s.staff.resize(limits::kDefinitionsMax + 1); }, "staff",
         "2000", "id"},
        {"more services than a branch has", [](auto &s) { s.services.resize(limits::kDefinitionsMax + 1); },
         "services", "2000", "id"},
        {"more profiles than a branch has", [](auto &s) { s.profiles.resize(limits::kDefinitionsMax + 1); },
         "profiles", "2000", "id"},
        {"more counters than a branch has", [](auto &s) { s.counters.resize(limits::kDefinitionsMax + 1); },
         "counters", "2000", "id"},
    };
}

} // namespace

class TestBranch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodBranchIsTaken();
    void textsComeBackCleaned();
    void boundsThemselvesAreTaken();
    void everyMistakeIsPlaced_data();
    void everyMistakeIsPlaced();
    void vietnameseStandsForMissingEnglish();
};

void TestBranch::aGoodBranchIsTaken()
{
    const auto setup = checked(goodSetup());
    QVERIFY(setup.isOk());
    QVERIFY(*setup == goodSetup());
}

void TestBranch::textsComeBackCleaned()
{
    BranchSetup raw = goodSetup();
    raw.settings.name.vi = "  Chi nha\u0301nh\tBa \u202eĐi\u0300nh ";
    raw.services[0].name.vi = "Tie\u0302\u0300n  mặt";
    raw.profiles[0].name.en = " All ";
    raw.staff[0].name = "Lan\n";
    const auto setup = checked(raw);
    QVERIFY(setup.isOk());
    QVERIFY(*setup == goodSetup());
}

void TestBranch::boundsThemselvesAreTaken()
{
    BranchSetup setup = goodSetup();
    setup.settings.utcOffsetMin = -12 * 60;
    setup.settings.numberDigits = 5;
    setup.settings.recallLimit = 0;
    setup.settings.noShowMisses = 1;
    setup.settings.noShowPlacesBack = 100;
    setup.settings.name.vi = std::string(limits::kNameCharactersMax, 'x');
    setup.services[0].expectedMs = kSecondMs;
    setup.services[0].serviceLevelMs = 12 * kHourMs;
    setup.counters[0].number = 999;
    QVERIFY(checked(setup).isOk());
    setup.services.clear();
    setup.profiles.clear();
    setup.counters.clear();
    setup.staff.clear();
    QVERIFY(checked(setup).isOk());
}

void TestBranch::everyMistakeIsPlaced_data()
{
    QTest::addColumn<int>("row");
    const auto all = mistakes();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << static_cast<int>(i);
}

void TestBranch::everyMistakeIsPlaced()
{
    QFETCH(const int, row);
    const Mistake mistake = mistakes()[static_cast<std::size_t>(row)];
    BranchSetup setup = goodSetup();
    mistake.change(setup);
    const auto result = checked(setup);
    QVERIFY(!result);
    const Error &error = result.error();
    QCOMPARE(error.code, mistake.code);
    QCOMPARE(error.detail.at("list"), std::string(mistake.list));
    QCOMPARE(error.detail.at("index"), std::string(mistake.index));
    QCOMPARE(error.detail.at("field"), std::string(mistake.field));
    QVERIFY(!error.message.empty());
}

void TestBranch::vietnameseStandsForMissingEnglish()
{
    QCOMPARE((LocalText{"Vay", ""}.english()), std::string("Vay"));
    QCOMPARE((LocalText{"Vay", "Loans"}.english()), std::string("Loans"));
}

QTEST_APPLESS_MAIN(TestBranch)
#include "tst_branch.moc"
