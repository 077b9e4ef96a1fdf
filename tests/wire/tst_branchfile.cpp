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
