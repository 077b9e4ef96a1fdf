// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demobranch.h"

namespace tiepdon {
namespace {

constexpr int kOffsetMin = 7 * 60;

TimeMs at(int hour, int minute, int second = 0)
{
    return dayStart("2026-03-02", kOffsetMin) + hour * kHourMs + minute * kMinuteMs + second * kSecondMs;
}

void must(const Result<CommandReply> &reply)
{
    if (!reply)
        qFatal("the demo branch refused: %s", reply.error().message.c_str());
}

/// Plays at given times, in order.
class Player
{
public:
    explicit Player(FixedLink &link) : m_link(link) { }

    void run(TimeMs time, const Command &command)
    {
        m_link.advance(time - m_link.hubNowMs());
        must(m_link.run(command));
    }
    void issue(TimeMs time, std::int64_t service) { run(time, command::IssueTicket{ServiceId{service}}); }
    void call(TimeMs time, std::int64_t counter) { run(time, command::CallNext{CounterId{counter}}); }
    void start(TimeMs time, std::int64_t counter)
    {
        run(time, command::StartService{CounterId{counter}, inHand(counter)});
    }
    void finish(TimeMs time, std::int64_t counter)
    {
        run(time, command::FinishService{CounterId{counter}, inHand(counter)});
    }

private:
    TicketId inHand(std::int64_t counter) const { return m_link.branch().counterState(CounterId{counter})->ticket; }

    FixedLink &m_link;
};

} // namespace

BranchSetup demoSetup()
{
    const auto service
        = [](std::int64_t id, const char *vi, const char *en, const char *series, int expectedMin, int levelMin) {
              return Service{ServiceId{id}, {vi, en}, series, expectedMin * kMinuteMs, levelMin * kMinuteMs};
          };
    const auto staff = [](std::int64_t id, const char *name) { return Staff{StaffId{id}, name}; };
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh Hồ Gươm", "Ho Guom branch"};
    setup.services = {
        service(1, "Gửi, rút tiền", "Deposits and withdrawals", "A", 5, 10),
        service(2, "Chuyển tiền", "Transfers", "B", 6, 10),
        service(3, "Mở tài khoản, thẻ", "Accounts and cards", "C", 12, 15),
        service(4, "Tư vấn vay vốn", "Loans", "D", 20, 15),
        service(5, "Khách hàng ưu tiên", "Priority customers", "P", 8, 5),
    };
    setup.settings.calling.kind = CallingRuleKind::Ratio; // whom it calls next can be told from the waits alone
    setup.services[0].group = setup.services[1].group = GroupId{1};
    setup.services[2].bring = {"Căn cước công dân", "Citizen card"};
    setup.services[3].bring = {"Căn cước công dân, giấy tờ thu nhập", "Citizen card, proof of income"};
    constexpr std::int64_t kMondayToFriday = 0b11111;
    setup.services[3].hours = {{kMondayToFriday, 8 * 60, 11 * 60 + 30}, {kMondayToFriday, 13 * 60, 16 * 60 + 30}};
    setup.groups = {{GroupId{1}, {"Gửi, rút, chuyển tiền", "Cash and transfers"}, {}}};
    setup.zones = {{ZoneId{1}, {"Khu A", "Zone A"}}, {ZoneId{2}, {"Khu B", "Zone B"}}};
    setup.settings.followUrl = "https://ho-guom.example/v/{ticket}";
    setup.profiles = {
        {ProfileId{1}, {"Giao dịch tiền", "Cash desk"}, {ServiceId{5}, ServiceId{1}, ServiceId{2}}},
        {ProfileId{2}, {"Tài khoản và thẻ", "Accounts and cards"}, {ServiceId{3}, ServiceId{2}}},
        {ProfileId{3}, {"Tư vấn vay", "Loan advice"}, {ServiceId{4}, ServiceId{3}}},
    };
    for (std::int64_t i = 1; i <= 6; ++i)
        setup.counters.push_back({CounterId{i}, i, ProfileId{i <= 3 ? 1 : i <= 5 ? 2 : 3}, ZoneId{i <= 3 ? 1 : 2}});
    constexpr SegmentId kByLaw{1};
    constexpr SegmentId kVip{2};
    setup.segments
        = {{kByLaw, {"Ưu tiên", "Priority"}, 2, 3000, 5 * kMinuteMs, {{ProfileFact::AgeAtLeast, "", 75}}},
           {kVip, {"VIP", "VIP"}, 1, 2000, 5 * kMinuteMs, {{ProfileFact::Tier, "Bạch kim"}}}};
    setup.priorityReasons = {
        {PriorityReasonId{1}, {"Từ 75 tuổi", "75 and over"}, kByLaw, true},
        {PriorityReasonId{2}, {"Phụ nữ mang thai", "Pregnant"}, kByLaw, true},
        {PriorityReasonId{3}, {"Khuyết tật", "With a disability"}, kByLaw, true},
        {PriorityReasonId{4}, {"Có con nhỏ dưới 6 tuổi", "With a child under 6"}, kByLaw, true},
        {PriorityReasonId{5}, {"Hợp đồng VIP", "VIP contract"}, kVip, false},
    };
    setup.outcomes = {{OutcomeId{1}, {"Hoàn tất", "Done"}},
                      {OutcomeId{2}, {"Thiếu giấy tờ", "Papers missing"}},
                      {OutcomeId{3}, {"Hẹn lại", "To come again"}}};
    setup.staff = {staff(1, "Nguyễn Thị Lan"), staff(2, "Trần Văn Minh"), staff(3, "Phạm Thu Hà"),
                   staff(4, "Lê Quốc Bảo"),    staff(5, "Vũ Ngọc Anh"),   staff(6, "Đỗ Hải Yến"),
                   staff(7, "Hoàng Đức Thắng")};
    return setup;
}

std::vector<FixedAccount> demoAccounts()
{
    const auto account = [](StaffId staff, const char *name, const char *who, Role role) {
        return FixedAccount{staff, QString::fromLatin1(name), QString::fromUtf8(who), demoPassword(), {role}, false,
                            false};
    };
    std::vector<FixedAccount> accounts{
        account(StaffId{3}, "ha", "Phạm Thu Hà", Role::Teller),
        account(StaffId{2}, "minh", "Trần Văn Minh", Role::Teller),
        account(StaffId{7}, "moi", "Hoàng Đức Thắng", Role::Teller),
        account(StaffId{4}, "nghi", "Lê Quốc Bảo", Role::Teller),
        account(kFirstWithoutCounter, "admin", "Quản trị viên", Role::Administrator),
        account(StaffId{kFirstWithoutCounter.value + 1}, "tung", "Ngô Thanh Tùng", Role::Supervisor),
    };
    accounts[2].mustChangePassword = true;
    accounts[3].isDisabled = true;
    return accounts;
}

QString demoPassword() { return QStringLiteral("bốn mùa hoa sữa"); }

TimeMs demoMorningMs() { return at(7, 50); }

TimeMs demoNowMs() { return at(10, 41); }

void playDemoMorning(FixedLink &link)
{
    Player play(link);
    play.run(at(7, 50), command::DefineBranch{demoSetup()});
    play.run(at(8, 0), command::OpenDay{"2026-03-02"});
    for (const std::int64_t counter : {1, 2, 4, 5, 6})
        play.run(at(8, 0), command::SignOn{CounterId{counter}, StaffId{counter}, {}});
    // a first wave, served and gone
    for (int i = 0; i < 12; ++i) {
        play.issue(at(9, 2 + 3 * i), 1 + i % 2);
        play.call(at(9, 3 + 3 * i), 1);
        play.start(at(9, 3 + 3 * i, 20), 1);
        play.finish(at(9, 4 + 3 * i, 50), 1);
    }
    for (int i = 0; i < 4; ++i) {
        play.issue(at(9, 40 + 5 * i), 3 + i % 2);
        play.call(at(9, 42 + 5 * i), i % 2 == 0 ? 4 : 6);
        play.start(at(9, 42 + 5 * i, 30), i % 2 == 0 ? 4 : 6);
        play.finish(at(9, 44 + 5 * i), i % 2 == 0 ? 4 : 6);
    }
    // those who are here now
    play.issue(at(10, 12), 4);
    play.issue(at(10, 20), 3);
    play.issue(at(10, 23), 1);
    play.issue(at(10, 24), 1);
    play.call(at(10, 24, 10), 6);
    play.start(at(10, 24, 50), 6);
    play.issue(at(10, 27), 4);
    play.issue(at(10, 28), 3);
    play.issue(at(10, 29), 1);
    play.issue(at(10, 30), 2);
    play.call(at(10, 31), 4);
    play.start(at(10, 31, 40), 4);
    play.issue(at(10, 33), 1);
    play.issue(at(10, 33, 30), 3);
    play.call(at(10, 34), 1);
    play.start(at(10, 34, 30), 1);
    play.issue(at(10, 35), 2);
    play.issue(at(10, 36), 1);
    play.issue(at(10, 37), 2);
    play.issue(at(10, 38), 5);
    play.call(at(10, 39), 5);
    play.call(at(10, 40, 10), 2);
    play.issue(at(10, 40, 30), 1);
    link.advance(demoNowMs() - link.hubNowMs());
}

void enrichDemoBranch(FixedLink &link)
{
    BranchSetup more;
    more.settings = link.branch().settings();
    more.settings.calling = {};
    for (const auto &[id, staff] : link.branch().staff()) {
        more.staff.push_back(staff);
        if (id.value % 2 == 1)
            more.staff.back().languages = {"en"};
    }
    must(link.run(command::DefineBranch{more}));
}

} // namespace tiepdon
