// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/branchfile.h"

#include "core/base/limits.h"

#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

using namespace tiepdon;

namespace {

/// A small branch; line 1 is [branch].
const char *const kSmall = R"([branch]
name = "Chi nhánh Thử"
[[service]]
id = 7
name = "Tiền mặt"
series = "A"
expected_min = 7.5
service_level_min = 10
[[profile]]
id = 3
name = "Mọi việc"
services = [7]
[[counter]]
id = 2
number = 12
profile = 3
[[staff]]
id = 9
name = "Lê Văn Thử"
)";

std::string small(const char *what, const char *with)
{
    QByteArray text(kSmall);
    Q_ASSERT(text.contains(what));
    return text.replace(what, with).toStdString();
}

} // namespace

class TestBranchFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleIsABankBranch()
    {
        QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto setup = branchFrom(file.readAll().toStdString());
        QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
        QCOMPARE(setup->services.size(), 5U);
        QCOMPARE(setup->counters.size(), 6U);
        QCOMPARE(setup->profiles.size(), 4U);
        QCOMPARE(setup->staff.size(), 8U);
        for (const Service &service : setup->services) {
            int counters = 0;
            for (const Counter &counter : setup->counters) {
                const auto profile = std::find_if(setup->profiles.begin(), setup->profiles.end(),
                                                  [&](const WorkProfile &p) { return p.id == counter.profile; });
                counters
                    += static_cast<int>(std::count(profile->services.begin(), profile->services.end(), service.id));
            }
            QVERIFY2(counters >= 2, service.name.en.c_str());
        }
        QCOMPARE(setup->segments.size(), 3U);
        QVERIFY(setup->settings.calling == CallingRule()); // what the sample says are the defaults
        QCOMPARE(setup->settings.booking.segment, SegmentId{3});
        QCOMPARE(setup->priorityReasons.size(), 5U);
        QCOMPARE(std::count_if(setup->priorityReasons.begin(), setup->priorityReasons.end(),
                               [](const PriorityReason &reason) { return reason.atKiosk; }),
                 4);
        QCOMPARE(setup->outcomes.size(), 3U);
        QCOMPARE(setup->staff.at(4).skills.size(), 1U);
    }

    void segmentsSkillsAndOutcomesAreTaken()
    {
        std::string text = small("series = \"A\"",
                                 "series = \"A\"\nneeded_skill = 2\nday_limit = 40\noutcome_required = true\n"
                                 "weight = 1.25\npromises = [{ segment = 5, service_level_min = 2.5 },\n"
                                 "{ segment = 6, weight = 4 }]");
        text += "skills = [{ service = 7, level = 3 }]\nlanguages = [\"en\", \"zh\"]\n"
                "[[segment]]\nid = 5\nname = \"Ưu tiên\"\nname_en = \"Priority\"\nrank = 2\nweight = 3.5\n"
                "service_level_min = 5\nwhen = [\"ageAtLeast = 75\", \"need=wheelchair\"]\n"
                "[[segment]]\nid = 6\nname = \"VIP\"\nwhen = [\"tier = Vàng = 1\", \"lookedAfter\"]\n"
                "[[priority_reason]]\nid = 8\nname = \"Thai sản\"\nsegment = 5\nat_kiosk = true\n"
                "[[priority_reason]]\nid = 9\nname = \"VIP\"\nsegment = 6\n"
                "[[outcome]]\nid = 1\nname = \"Xong\"\nname_en = \"Done\"\n";
        const auto setup = branchFrom(text);
        QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
        const Service &service = setup->services.at(0);
        QCOMPARE(service.neededSkill, 2);
        QCOMPARE(service.dayLimit, 40);
        QVERIFY(service.outcomeRequired);
        QCOMPARE(service.weightPermille, 1250);
        QVERIFY((service.promises == std::vector<SegmentPromise>{{{5}, 150'000, 0}, {{6}, 0, 4000}}));
        QVERIFY(
            (setup->segments
             == std::vector<Segment>{
                 {{5},
                  {"Ưu tiên", "Priority"},
                  2,
                  3500,
                  5 * kMinuteMs,
                  {{ProfileFact::AgeAtLeast, "", 75}, {ProfileFact::Need, "wheelchair"}}},
                 {{6}, {"VIP", ""}, 0, 1000, 0, {{ProfileFact::Tier, "Vàng = 1"}, {ProfileFact::LookedAfter}}}}));
        QVERIFY(
            (setup->priorityReasons
             == std::vector<PriorityReason>{{{8}, {"Thai sản", ""}, {5}, true}, {{9}, {"VIP", ""}, {6}, false}}));
        QVERIFY((setup->outcomes == std::vector<Outcome>{{{1}, {"Xong", "Done"}}}));
        QVERIFY((setup->staff.at(0).skills == std::vector<StaffSkill>{{{7}, 3}}));
        QVERIFY((setup->staff.at(0).languages == std::vector<std::string>{"en", "zh"}));
    }

    void theRuleAndTheDoorAreTaken()
    {
        const auto setup = branchFrom(
            small("[[service]]",
                  "booking_early_min = 20\nbooking_late_min = 0\nbooking_segment = 5\nmin_call_gap_s = 7.5\n"
                  "carries_over = true\nhides_names_before_call = true\nitem_owner = 9\n[calling]\nrule = "
                  "\"earliestDue\"\nlook_ahead = 0.5\nsave = 2\nbase = 0.1\n"
                  "late = 0.7\nslope = 0.3\nguard = 0\nservice_power = 0.9\nc_mu_power = 1.5\nlongest_wait_min = "
                  "7.5\nbooked = 1.5\nmax_overtaken = 3\n"
                  "[[segment]]\nid = 5\nname = \"Hẹn\"\n[[service]]"));
        QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
        const BranchSettings &settings = setup->settings;
        QVERIFY((settings.booking == BookingRule{20 * kMinuteMs, 0, {5}}));
        QCOMPARE(settings.minCallGapMs, 7500);
        QVERIFY(settings.carriesOver);
        QVERIFY(settings.hidesNamesBeforeCall);
        QCOMPARE(settings.itemOwner, StaffId{9});
        QVERIFY((settings.calling
                 == CallingRule{CallingRuleKind::EarliestDue, 500, 2000, 100, 700, 300, 0, 900, 1500, 450'000, 1500,
                                3}));
        QVERIFY(branchFrom(std::string(kSmall))->settings.calling == CallingRule());
    }

    void aBranchWrittenDownIsTheBranchAgain()
    {
        QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto setup = branchFrom(file.readAll().toStdString());
        QVERIFY(setup);
        const auto sample = branchFrom(branchText(*setup));
        QVERIFY2(sample, sample ? "" : sample.error().message.c_str());
        QVERIFY(*sample == *setup);
        // and with everything the sample leaves out, in odd numbers and letters
        BranchSettings &settings = setup->settings;
        settings.name = {"Chi \"nhánh\" \\ 1", ""};
        settings.followUrl = "https://x.example/{ticket}";
        settings.calling
            = {CallingRuleKind::GeneralizedCMu, 123, 4567, 1, 999, 10'001, 3, 2'999, 4'321, 123'456, 7, 0};
        settings.booking.earlyMs = 61'001;
        settings.minCallGapMs = 1'234;
        settings.carriesOver = true;
        settings.hidesNamesBeforeCall = true;
        settings.itemOwner = {9};
        setup->segments.push_back({{90},
                                   {"Hạng", ""},
                                   1,
                                   1000,
                                   0,
                                   {{ProfileFact::Tier, "Bạch kim \"A\""},
                                    {ProfileFact::VisitsAtLeast, "", 12},
                                    {ProfileFact::LookedAfter}}});
        Service &service = setup->services.at(0);
        service.hours = {{0b1011011, 1, 1440}};
        service.expectedMs = 123'457;
        service.weightPermille = 1;
        service.dayLimit = 17;
        service.outcomeRequired = true;
        setup->groups.push_back({{2}, {"Dưới", ""}, {1}});
        const std::string text = branchText(*setup);
        const auto again = branchFrom(text);
        QVERIFY2(again, again ? "" : (again.error().message + "\n" + text).c_str());
        // one window of three stretches of days is written as three
        QCOMPARE(again->services.at(0).hours.size(), 3U);
        setup->services.at(0).hours = again->services.at(0).hours;
        QVERIFY(*again == *setup);
    }

    void everyValueIsTaken()
    {
        const auto setup = branchFrom(std::string(kSmall));
        QVERIFY(setup);
        BranchSetup wanted;
        wanted.settings.name = {"Chi nhánh Thử", ""};
        wanted.services = {{{7}, {"Tiền mặt", ""}, "A", 450'000, 600'000}};
        wanted.profiles = {{{3}, {"Mọi việc", ""}, {{7}}}};
        wanted.counters = {{{2}, 12, {3}}};
        wanted.staff = {{{9}, "Lê Văn Thử"}};
        QVERIFY(*setup == wanted);
    }

    void theTreeTheHallAndTheHoursAreTaken()
    {
        std::string text = small("series = \"A\"",
                                 "series = \"A\"\ngroup = 1\nbring = \"Căn cước\"\nbring_en = \"Card\"\n"
                                 "hours = [\"Mon-Fri 08:00-11:30\", \"Sat 13:00-24:00\"]");
        text += "[[group]]\nid = 1\nname = \"Nhóm\"\nparent = 2\n[[group]]\nid = 2\nname = \"Trên\"\n"
                "[[zone]]\nid = 4\nname = \"Khu A\"\nname_en = \"Zone A\"\n";
        text.replace(text.find("profile = 3"), 11, "profile = 3\nzone = 4");
        text.replace(text.find("[[service]]"), 11, "follow_url = \"https://x.example/{ticket}\"\n[[service]]");
        const auto setup = branchFrom(text);
        QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
        const Service &service = setup->services.at(0);
        QCOMPARE(service.group, GroupId{1});
        QVERIFY((service.bring == LocalText{"Căn cước", "Card"}));
        QVERIFY((service.hours == std::vector<OpeningWindow>{{0b0011111, 480, 690}, {0b0100000, 780, 1440}}));
        QVERIFY((setup->groups == std::vector<ServiceGroup>{{{1}, {"Nhóm", ""}, {2}}, {{2}, {"Trên", ""}, {}}}));
        QVERIFY((setup->zones == std::vector<Zone>{{{4}, {"Khu A", "Zone A"}}}));
        QCOMPARE(setup->counters.at(0).zone, ZoneId{4});
        QCOMPARE(setup->settings.followUrl, std::string("https://x.example/{ticket}"));
    }

    void settingsAreTaken()
    {
        const auto setup = branchFrom(small("[[service]]",
                                            "name_en = \"Test\"\nutc_offset_min = 60\nnumber_digits = 4\n"
                                            "recall_limit = 1\nno_show_misses = 3\nno_show_places_back = 5\n"
                                            "[[service]]"));
        QVERIFY(setup);
        const BranchSettings wanted{{"Chi nhánh Thử", "Test"}, 60, 4, 1, 3, 5};
        QVERIFY(setup->settings == wanted);
    }

    void anIdStaysWhenTheFileIsReordered()
    {
        const std::string two = small("[[profile]]",
                                      "[[service]]\nid = 2\nname = \"B\"\nseries = \"B\"\nexpected_min = 1\n"
                                      "service_level_min = 1\n[[profile]]");
        const auto setup = branchFrom(two);
        QVERIFY(setup);
        QCOMPARE(setup->services.at(1).id.value, 2);
        QCOMPARE(setup->profiles.at(0).services.at(0).value, 7);
    }

    void aHospitalFits()
    {
        std::string text = "[branch]\nname = \"Bệnh viện\"\nnumber_digits = 5\n";
        for (int i = 1; i <= 380; ++i) {
            const std::string n = std::to_string(i);
            text += "[[service]]\nid = " + n + "\nname = \"Phòng khám " + n
                + "\"\nseries = \"K\"\nexpected_min = 240\nservice_level_min = 720\n[[profile]]\nid = " + n
                + "\nname = \"P" + n + "\"\nservices = [" + n + "]\n[[counter]]\nid = " + n + "\nnumber = " + n
                + "\nprofile = " + n + "\n";
        }
        const auto setup = branchFrom(text);
        QVERIFY2(setup, setup ? "" : setup.error().message.c_str());
        QCOMPARE(setup->counters.size(), 380U);
        QCOMPARE(setup->services.back().serviceLevelMs, limits::kServiceMsMax);
    }

    void aMistakeIsPlaced_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("field");
        const auto row
            = [](const char *sentence, const char *what, const char *with, const char *line, const char *field) {
                  QTest::newRow(sentence) << QByteArray(what) << QByteArray(with) << QString::fromLatin1(line)
                                          << QString::fromLatin1(field);
              };
        row("not TOML", "series = \"A\"", "series = \"A", "6", "");
        row("a key twice", "series = \"A\"", "id = 8", "6", "");
        row("a key nobody knows", "series = \"A\"", "series = \"A\"\nserie = \"B\"", "7", "serie");
        row("a table nobody knows", "[[staff]]", "[[stuff]]", "17", "stuff");
        row("a missing key, at the entry", "series = \"A\"\n", "", "3", "series");
        row("text where a number belongs", "id = 7", "id = \"7\"", "4", "id");
        row("a fraction where a whole number belongs", "number = 12", "number = 12.5", "15", "number");
        row("a number where text belongs", "series = \"A\"", "series = 1", "6", "series");
        row("minutes that are no number", "expected_min = 7.5", "expected_min = nan", "7", "expected_min");
        row("negative minutes", "expected_min = 7.5", "expected_min = -1", "7", "expected_min");
        row("no minutes", "expected_min = 7.5", "expected_min = 0", "7", "expected_min");
        row("minutes past twelve hours", "service_level_min = 10", "service_level_min = 721", "8",
            "service_level_min");
        row("a list of texts where ids belong", "services = [7]", "services = [\"7\"]", "12", "services");
        row("a service that is not there", "services = [7]", "services = [8]", "12", "services");
        row("a profile that is not there", "profile = 3", "profile = 4", "16", "profile");
        row("a letter read as a number", "series = \"A\"", "series = \"O\"", "6", "series");
        row("an id of nothing", "id = 9", "id = 0", "18", "id");
        row("an id twice", "[[profile]]",
            "[[service]]\nid = 7\nname = \"B\"\nseries = \"B\"\nexpected_min = 1\nservice_level_min = "
            "1\n[[profile]]",
            "10", "id");
        row("an empty name", "name = \"Lê Văn Thử\"", "name = \" \"", "19", "name");
        row("no branch", "[branch]\nname = \"Chi nhánh Thử\"\n", "", "1", "branch");
        row("a setting out of range", "[[service]]", "number_digits = 6\n[[service]]", "3", "number_digits");
        const auto hours = [&](const char *sentence, const char *written) {
            row(sentence, "series = \"A\"", written, "7", "hours");
        };
        hours("hours of no day", "series = \"A\"\nhours = [\"Mo 08:00-09:00\"]");
        hours("hours of days backwards", "series = \"A\"\nhours = [\"Fri-Mon 08:00-09:00\"]");
        hours("hours that end before they begin", "series = \"A\"\nhours = [\"Mon 09:00-08:00\"]");
        hours("hours past midnight", "series = \"A\"\nhours = [\"Mon 09:00-24:30\"]");
        hours("hours with a minute too many", "series = \"A\"\nhours = [\"Mon 09:60-10:00\"]");
        hours("hours that are no text", "series = \"A\"\nhours = [8]");
        hours("hours with something behind", "series = \"A\"\nhours = [\"Mon 08:00-09:00 \"]");
        row("a group that is not there", "series = \"A\"", "series = \"A\"\ngroup = 5", "7", "group");
        row("a zone that is not there", "profile = 3", "profile = 3\nzone = 5", "17", "zone");
        row("a group above itself", "[[staff]]", "[[group]]\nid = 1\nname = \"G\"\nparent = 1\n[[staff]]", "20",
            "parent");
        row("an address that is none", "[[service]]", "follow_url = \"ftp://x\"\n[[service]]", "3", "follow_url");
        row("a promise to a segment that is not there", "series = \"A\"",
            "series = \"A\"\npromises = [{ segment = 5 }]", "7", "promises");
        row("a promise with a key nobody knows", "series = \"A\"",
            "series = \"A\"\npromises = [\n{ segment = 5, serivce_level_min = 5 }]", "8", "serivce_level_min");
        row("a weight of nothing", "series = \"A\"", "series = \"A\"\nweight = 0", "7", "weight");
        row("a skill there is not", "series = \"A\"", "series = \"A\"\nneeded_skill = 4", "7", "needed_skill");
        row("an outcome wanted where there is none", "series = \"A\"", "series = \"A\"\noutcome_required = true",
            "7", "outcome_required");
        row("a yes that is no truth", "series = \"A\"", "series = \"A\"\noutcome_required = 1", "7",
            "outcome_required");
        row("a skill for a service that is not there", "name = \"Lê Văn Thử\"",
            "name = \"Lê Văn Thử\"\nskills = [{ service = 8, level = 1 }]", "20", "skills");
        row("a language that is none", "name = \"Lê Văn Thử\"", "name = \"Lê Văn Thử\"\nlanguages = [\"english\"]",
            "20", "languages");
        row("a reason for a segment that is not there", "[[staff]]",
            "[[priority_reason]]\nid = 1\nname = \"R\"\nsegment = 2\n[[staff]]", "20", "segment");
        row("a rule there is not", "[[service]]", "[calling]\nrule = \"fair\"\n[[service]]", "4", "rule");
        row("a rule's parameter out of range", "[[service]]",
            "[calling]\nrule = \"arrival\"\nlook_ahead = 0\n[[service]]", "5", "look_ahead");
        row("overtaken more often than can be", "[[service]]",
            "[calling]\nrule = \"arrival\"\nmax_overtaken = 1001\n[[service]]", "5", "max_overtaken");
        row("bookings of a segment that is not there", "[[service]]", "booking_segment = 4\n[[service]]", "3",
            "booking_segment");
        row("a table where a list of tables belongs", "[[staff]]", "[staff]", "17", "staff");
    }
    void aMistakeIsPlaced()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, with);
        QFETCH(QString, line);
        QFETCH(QString, field);
        const auto setup = branchFrom(small(what.constData(), with.constData()));
        QVERIFY(!setup);
        QCOMPARE(setup.error().code, ErrorCode::BadFile);
        QCOMPARE(QString::fromStdString(setup.error().detail.at("line")), line);
        QCOMPARE(QString::fromStdString(setup.error().detail.at("field")), field);
        QVERIFY(!setup.error().detail.at("reason").empty());
    }

    void anEmptyFileAndBytesAreRefused()
    {
        QCOMPARE(branchFrom("").error().code, ErrorCode::BadFile);
        QCOMPARE(branchFrom("\xff\xfe\x00\x01").error().code, ErrorCode::BadFile);
        QCOMPARE(branchFrom(std::string(100'000, '[')).error().code, ErrorCode::BadFile);
        for (const char *header :
             {"[", "[[", "[[[x]]]", "[\n", "[ é]", "[=", "[.x]", "[branch", "\xEF\xBB\xBF[[[x"})
            QCOMPARE(branchFrom(header).error().code, ErrorCode::BadFile);
        QCOMPARE(branchFrom("[branch]\nname = \"x\"\n").error().detail.at("field"), "service");
    }

    void noDamageToAFileEndsTheProgram()
    {
        QRandomGenerator random(20260301);
        const std::string pieces = "[]{}=\"'#.,\n\\ \t-+_0aTZé\xff";
        const std::string whole(kSmall);
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text = whole;
            for (int i = random.bounded(1, 4); i > 0; --i) {
                const std::size_t at = random.bounded(static_cast<quint32>(text.size()));
                const char piece = pieces[random.bounded(static_cast<quint32>(pieces.size()))];
                if (random.bounded(2) == 0)
                    text[at] = piece;
                else
                    text.insert(at, 1, piece);
            }
            const auto setup = branchFrom(text);
            if (setup)
                continue;
            ++refused;
            QCOMPARE(setup.error().code, ErrorCode::BadFile);
            QVERIFY(setup.error().detail.at("line") != "0");
        }
        QVERIFY(refused > 10'000);
    }
};

QTEST_GUILESS_MAIN(TestBranchFile)
#include "tst_branchfile.moc"
