// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/invented.h"

#include "core/base/random.h"
#include "core/customer/calendar.h"
#include "core/customer/characters.h"
#include "core/customer/inventedwords.h"

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

using invented::Word;

constexpr int kOldYears = 55; ///< from then on names are those of an earlier generation
/// Ages are of this day, so that people have one birth date on whatever day they are asked for.
constexpr std::string_view kAgesOf = "2026-01-01";
constexpr std::int64_t kPhones = 10'000'000; ///< of one prefix

std::string digits(std::int64_t number, std::size_t count)
{
    const std::string text = std::to_string(number);
    return std::string(count - std::min(count, text.size()), '0') + text;
}

/// Another of the same many numbers for each: no two people come out with one number.
std::int64_t shuffled(std::int64_t n, std::int64_t of, std::int64_t by) { return (n * by + by / 3) % of; }

std::string languageOf(const std::string &name)
{
    const auto all = characters::in(name);
    if (!all || !characters::isEastAsian(all->front()))
        return "en";
    return all->front() >= 0xAC00 && all->front() <= 0xD7A3 ? "ko" : "zh";
}

class Maker
{
public:
    Maker(std::int64_t n, const InventedTime &time)
        : m_n(n), m_time(time), m_random(time.seed * 0x2545F4914F6CDD1DU + static_cast<std::uint64_t>(n))
    {
    }

    InventedCustomer made()
    {
        person();
        identifiers();
        wishes();
        products();
        happenings();
        consents();
        said();
        return std::move(m_made);
    }

private:
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(m_random.unit() * static_cast<double>(high - low + 1));
    }
    bool percent(double p) { return m_random.chance(p / 100); }
    std::string oneOf(std::span<const Word> words)
    {
        int sum = 0;
        for (const Word &word : words)
            sum += word.weight;
        std::int64_t left = between(1, sum);
        for (const Word &word : words) {
            left -= word.weight;
            if (left <= 0)
                return std::string(word.text);
        }
        return {};
    }
    std::string dayAgo(std::int64_t days) { return dayPlus(m_time.today, -static_cast<int>(days)); }
    /// In the hours somebody works, that many days ago; today up to its first minutes.
    TimeMs timeAgo(std::int64_t days)
    {
        const TimeMs ofDay = days == 0 ? 0 : 8 * kHourMs + between(0, 8 * 60) * kMinuteMs;
        return m_time.todayStartMs - days * kDayMs + ofDay;
    }

    void person()
    {
        Customer &customer = m_made.customer;
        // most people in the middle of life, some very old
        m_years
            = static_cast<int>(std::clamp<double>(18 + m_random.exponential(11) + m_random.unit() * 26, 18, 96));
        m_isFemale = percent(52);
        m_isForeign = percent(2);
        m_made.sex = m_isFemale ? Sex::Female : Sex::Male;
        const bool isOld = m_years >= kOldYears;
        customer.birthDate = dayPlus(kAgesOf, -(m_years * 365 + m_years / 4 + static_cast<int>(between(1, 363))));
        if (m_isForeign) {
            customer.name = oneOf(invented::foreignNames());
            customer.language = languageOf(customer.name);
        } else {
            const std::string middle = oneOf(invented::middleNames(m_isFemale, isOld));
            customer.name = oneOf(invented::familyNames()) + (middle.empty() ? "" : " ") + middle + " "
                + oneOf(invented::givenNames(m_isFemale, isOld));
            if (m_years >= 60 || (m_years >= 50 && percent(40)))
                customer.form = m_isFemale ? AddressForm::Ba : AddressForm::Ong;
            else
                customer.form = m_isFemale ? AddressForm::Chi : AddressForm::Anh;
        }
        if (percent(88))
            customer.address = std::to_string(between(1, 400)) + " " + oneOf(invented::streets()) + ", "
                + oneOf(invented::wards()) + ", " + oneOf(invented::provinces());
        if (percent(15)) {
            customer.tier = percent(20) ? "Bạch kim" : "Vàng";
            if (customer.tier == "Bạch kim")
                customer.lookedAfterByName = "Phòng khách hàng ưu tiên";
        }
    }

    void add(IdentifierKind kind, std::string value)
    {
        auto &list = m_made.customer.identifiers;
        list.push_back({IdentifierId{static_cast<std::int64_t>(list.size()) + 1}, kind, std::move(value)});
    }

    void identifiers()
    {
        constexpr std::array<std::string_view, 12> kPrefixes
            = {"90", "91", "93", "96", "97", "98", "86", "83", "77", "70", "35", "56"};
        // a family has one phone: this one's is that of the one before
        const std::int64_t owner = m_n > 1 && percent(3) ? m_n - 1 : m_n;
        const auto prefix = kPrefixes.at(static_cast<std::size_t>(owner) % kPrefixes.size());
        if (percent(97))
            add(IdentifierKind::Phone,
                "+84" + std::string(prefix) + digits(shuffled(owner, kPhones, 7'654'321), 7));
        if (m_isForeign) {
            add(IdentifierKind::Passport, "X" + digits(shuffled(m_n, 100'000'000, 13'579'123), 8));
        } else if (percent(94)) {
            const bool isOfCentury = m_made.customer.birthDate >= "2000";
            const int sexDigit = (isOfCentury ? 2 : 0) + (m_isFemale ? 1 : 0);
            // 099 and a year that say little, so that nine million people fit into what remains
            add(IdentifierKind::CitizenCard,
                "099" + std::to_string(sexDigit) + digits(shuffled(m_n, 100'000'000, 51'234'567), 8));
            if (m_years >= 30 && percent(25))
                add(IdentifierKind::OldIdentityCard, "9" + digits(shuffled(m_n, 100'000'000, 37'654'321), 8));
        }
        add(IdentifierKind::CustomerNumber, inventedCustomerNumber(m_n));
    }

    void need(Need need, double p)
    {
        if (percent(p))
            m_made.customer.needs.push_back(need);
    }

    void wishes()
    {
        const bool isVeryOld = m_years >= 75;
        need(Need::Hearing, isVeryOld ? 22 : 0.6);
        need(Need::Sight, isVeryOld ? 12 : 0.5);
        need(Need::Wheelchair, isVeryOld ? 4 : 0.3);
        need(Need::Walking, isVeryOld ? 25 : 0.8);
        need(Need::Interpreter, m_isForeign ? 60 : 0);
        need(Need::Reading, isVeryOld ? 15 : 1);
        need(Need::Child, m_years < 42 ? 3 : 0.3);
        need(Need::Pregnant, m_isFemale && m_years < 42 ? 2 : 0);
        need(Need::Privacy, 1);
        need(Need::Patience, isVeryOld ? 8 : 0.5);
        Preferences &preferences = m_made.customer.preferences;
        if (percent(70)) {
            constexpr std::array kChannels
                = {Channel::Phone, Channel::Phone, Channel::Sms, Channel::Chat, Channel::Chat, Channel::Email};
            preferences.channel = kChannels.at(static_cast<std::size_t>(between(0, kChannels.size() - 1)));
        }
        if (percent(8)) {
            preferences.quietFromMin = 12 * 60;
            preferences.quietToMin = 13 * 60 + 30;
        }
        if (percent(5))
            preferences.wishes = oneOf(invented::wishes());
    }

    void products()
    {
        int no = 0;
        for (const invented::Product &product : invented::products()) {
            ++no;
            const std::string name(product.name);
            const auto stage = [&](Stage at, std::int64_t daysAgo) {
                m_made.stages.push_back({{}, name, at, timeAgo(daysAgo)});
            };
            if (percent(product.heldPercent)) {
                const std::int64_t days = between(30, 365 * std::min(12, m_years - 17));
                ProductHeld held{{},
                                 name,
                                 "0" + std::to_string(no) + digits(shuffled(m_n, 1'000'000'000, 612'345'679), 9),
                                 dayAgo(days),
                                 ""};
                if (days > 900 && percent(10))
                    held.untilDay = dayAgo(between(1, 700));
                stage(Stage::Decision, days);
                if (held.untilDay.empty())
                    stage(percent(6) ? Stage::Advocacy : Stage::Retention, between(1, days - 1));
                if (product.priceMax > 0)
                    happening(HappeningKind::Purchase, days, name, between(product.priceMin, product.priceMax));
                m_made.products.push_back(std::move(held));
            } else if (percent(8)) {
                const std::int64_t days = between(3, 120);
                stage(Stage::Awareness, days);
                if (percent(50))
                    stage(Stage::Consideration, between(1, days - 1));
            }
        }
    }

    Happening &happening(HappeningKind kind, std::int64_t daysAgo, const std::string &text, std::int64_t amount = 0)
    {
        Happening happened;
        happened.kind = kind;
        happened.atMs = timeAgo(daysAgo);
        happened.text = text;
        if (amount != 0) {
            happened.amount = amount / 100'000 * 100'000;
            happened.currency = "VND";
        }
        if (kind == HappeningKind::Purchase)
            happened.product = text;
        happened.reference = inventedCustomerNumber(m_n) + "-" + std::to_string(m_made.happenings.size() + 1);
        m_made.happenings.push_back(std::move(happened));
        return m_made.happenings.back();
    }

    void happenings()
    {
        std::stable_sort(m_made.stages.begin(), m_made.stages.end(),
                         [](const StageChange &a, const StageChange &b) { return a.atMs < b.atMs; });
        constexpr std::array<std::string_view, 4> kTransactions
            = {"Nộp tiền mặt", "Rút tiền mặt", "Chuyển khoản tại quầy", "Tất toán sổ tiết kiệm"};
        for (std::int64_t left = std::min<std::int64_t>(6, static_cast<std::int64_t>(m_random.exponential(2)));
             left > 0; --left)
            happening(HappeningKind::Transaction, between(1, 150),
                      std::string(kTransactions.at(static_cast<std::size_t>(between(0, kTransactions.size() - 1)))),
                      static_cast<std::int64_t>(m_random.lognormal(12'000'000, 1.5)) + 100'000);
        for (std::int64_t left = percent(40) ? between(1, 3) : 0; left > 0; --left) {
            Happening &talk = happening(HappeningKind::Conversation, between(1, 200), oneOf(invented::talks()));
            constexpr std::array kChannels = {Channel::Phone, Channel::Phone, Channel::Chat, Channel::Email};
            talk.channel = kChannels.at(static_cast<std::size_t>(between(0, kChannels.size() - 1)));
            talk.isInward = talk.text.find("nhắc") == std::string::npos;
        }
        if (percent(30)) {
            constexpr std::array<std::int64_t, 20> kScores
                = {5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 2, 2, 1};
            Happening &score = happening(HappeningKind::Score, between(1, 200), "");
            score.score = kScores.at(static_cast<std::size_t>(between(0, kScores.size() - 1)));
        }
        if (percent(3)) {
            Happening &declined = happening(HappeningKind::Declined, between(1, 120), oneOf(invented::asked()));
            declined.reason = oneOf(invented::refusals());
            declined.alternative = percent(70) ? oneOf(invented::alternatives()) : std::string();
        }
    }

    void consent(ConsentPurpose purpose, double p)
    {
        if (!percent(p))
            return;
        Consent given;
        given.purpose = purpose;
        given.source = "Dữ liệu mẫu";
        given.wording = "mau-1";
        given.givenMs = timeAgo(between(10, 600));
        if (percent(3))
            given.withdrawnMs = timeAgo(between(1, 9));
        m_made.consents.push_back(given);
    }

    void consents()
    {
        consent(ConsentPurpose::Profile, 80);
        consent(ConsentPurpose::Greeting, 35);
        consent(ConsentPurpose::Recognition, 3);
        consent(ConsentPurpose::Contact, 50);
        consent(ConsentPurpose::Offers, 25);
    }

    OpenItem &item(OpenItemKind kind, std::span<const Word> words)
    {
        OpenItem made;
        made.kind = kind;
        made.department = kind == OpenItemKind::Complaint ? Department::Care : Department::Sales;
        made.text = oneOf(words);
        made.madeMs = timeAgo(between(2, 20));
        made.dueMs = m_time.todayStartMs + 17 * kHourMs + between(-2, 9) * kDayMs; // some are late
        m_made.openItems.push_back(std::move(made));
        return m_made.openItems.back();
    }

    void said()
    {
        if (percent(15)) {
            CustomerNote note;
            note.department = percent(70) ? Department::Counter : Department::Sales;
            note.text = oneOf(invented::notes());
            note.atMs = timeAgo(between(1, 300));
            m_made.notes.push_back(std::move(note));
        }
        if (percent(4))
            item(OpenItemKind::Promise, invented::promises());
        if (percent(1))
            item(OpenItemKind::Complaint, invented::complaints());
        if (percent(1))
            item(OpenItemKind::CallBack, invented::promises());
    }

    std::int64_t m_n;
    const InventedTime &m_time;
    Random m_random;
    InventedCustomer m_made;
    int m_years = 0;
    bool m_isFemale = false;
    bool m_isForeign = false;
};

std::string onCard(const std::string &day)
{
    return day.size() == 10 ? day.substr(8, 2) + day.substr(5, 2) + day.substr(0, 4) : std::string();
}

} // namespace

std::string inventedCustomerNumber(std::int64_t n) { return "KH" + digits(n, 6); }

InventedCustomer inventedCustomer(std::int64_t n, const InventedTime &time) { return Maker(n, time).made(); }

std::string inventedCardText(const InventedCustomer &invented)
{
    const auto value = [&](IdentifierKind kind) {
        for (const Identifier &identifier : invented.customer.identifiers) {
            if (identifier.kind == kind)
                return identifier.value;
        }
        return std::string();
    };
    const std::string number = value(IdentifierKind::CitizenCard);
    if (number.empty())
        return {};
    return number + "|" + value(IdentifierKind::OldIdentityCard) + "|" + invented.customer.name + "|"
        + onCard(invented.customer.birthDate) + "|" + (invented.sex == Sex::Female ? "Nữ" : "Nam") + "|"
        + invented.customer.address + "|" + onCard("2021-07-15");
}

} // namespace tiepdon
