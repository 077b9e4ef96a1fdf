// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demopeople.h"

#include <utility>

namespace tiepdon {
namespace {

/// Writes one record after the other, counting the ids of what belongs to them.
class Writer
{
public:
    Writer(TimeMs nowMs, int utcOffsetMin) : m_nowMs(nowMs), m_offsetMin(utcOffsetMin) { }

    void begin(const char *name, AddressForm form)
    {
        CustomerRecord record;
        record.customer.id = demoCustomer(static_cast<std::int64_t>(m_people.size()) + 1);
        record.customer.revision = 1;
        record.customer.name = name;
        record.customer.form = form;
        record.customer.createdMs = record.customer.changedMs = ago(400);
        m_people.push_back(std::move(record));
    }
    CustomerRecord &now() { return m_people.back(); }
    void identifier(IdentifierKind kind, const char *value)
    {
        auto &all = now().customer.identifiers;
        all.push_back({IdentifierId{static_cast<std::int64_t>(all.size()) + 1}, kind, value});
    }
    void visit(int daysAgo, std::int64_t service, StepOutcome outcome, std::int64_t staff, std::int64_t result = 1,
               GoalReached reached = GoalReached::NotSaid)
    {
        EarlierStep step;
        step.ticket = TicketId{m_nextTicket--};
        step.number = "A0" + std::to_string(10 + (-m_nextTicket) % 80);
        step.arrivedMs = ago(daysAgo) - 40 * kMinuteMs;
        step.businessDay = dayOfMs(step.arrivedMs);
        step.service = ServiceId{service};
        step.outcome = outcome;
        if (outcome == StepOutcome::Served)
            step.result = OutcomeId{result};
        step.waitMs = (4 + daysAgo % 9) * kMinuteMs;
        step.serviceMs = outcome == StepOutcome::Served ? (5 + daysAgo % 7) * kMinuteMs : 0;
        step.counter = CounterId{staff};
        step.staff = StaffId{staff};
        step.reached = reached;
        now().visits.push_back(step);
        ++now().visitsEver;
        now().visitsInYear += daysAgo <= 365 ? 1 : 0;
    }
    Happening &happening(HappeningKind kind, int daysAgo, const char *text)
    {
        Happening one;
        one.id = HappeningId{++m_lastHappening};
        one.customer = now().customer.id;
        one.kind = kind;
        one.atMs = ago(daysAgo);
        one.text = text;
        now().happenings.push_back(one);
        return now().happenings.back();
    }
    void note(int daysAgo, Department department, std::int64_t staff, const char *text,
              bool isForSupervisors = false)
    {
        CustomerNote note;
        note.id = CustomerNoteId{++m_lastNote};
        note.customer = now().customer.id;
        note.department = department;
        note.isForSupervisors = isForSupervisors;
        note.text = text;
        note.staff = StaffId{staff};
        note.atMs = ago(daysAgo);
        now().notes.push_back(note);
    }
    void item(OpenItemKind kind, Department department, int madeDaysAgo, int dueInDays, std::int64_t owner,
              const char *text)
    {
        OpenItem item;
        item.id = OpenItemId{++m_lastItem};
        item.kind = kind;
        item.customer = now().customer.id;
        item.department = department;
        item.text = text;
        item.owner = item.madeBy = StaffId{owner};
        item.madeMs = item.changedMs = ago(madeDaysAgo);
        item.dueMs = startOfToday() + dueInDays * kDayMs + 17 * kHourMs;
        item.revision = 1;
        now().openItems.push_back(item);
    }
    void consent(ConsentPurpose purpose, int daysAgo, bool isWithdrawn = false)
    {
        Consent consent;
        consent.id = ConsentId{++m_lastConsent};
        consent.customer = now().customer.id;
        consent.purpose = purpose;
        consent.source = "counter 2";
        consent.wording = std::string(names(purpose).at(static_cast<std::size_t>(purpose))) + "-2026-01-vi";
        consent.givenMs = ago(daysAgo);
        consent.givenTo = StaffId{2};
        if (isWithdrawn) {
            consent.withdrawnMs = ago(daysAgo / 2);
            consent.withdrawnTo = StaffId{2};
        }
        now().consents.push_back(consent);
    }
    void product(const char *name, const char *reference, const char *since)
    {
        now().products.push_back({now().customer.id, name, reference, since, {}});
    }
    void stage(const char *product, Stage stage, int daysAgo)
    {
        now().stages.push_back({now().customer.id, product, stage, ago(daysAgo), StaffId{2}});
    }
    [[nodiscard]] std::vector<CustomerRecord> all() && { return std::move(m_people); }

private:
    [[nodiscard]] TimeMs startOfToday() const { return dayStart(dayOfMs(m_nowMs), m_offsetMin); }
    [[nodiscard]] TimeMs ago(int days) const { return startOfToday() - days * kDayMs + 10 * kHourMs; }
    [[nodiscard]] std::string dayOfMs(TimeMs time) const { return localDay(time, m_offsetMin); }

    TimeMs m_nowMs;
    int m_offsetMin;
    std::vector<CustomerRecord> m_people;
    std::int64_t m_nextTicket = -1; ///< of days before: never one of today
    std::int64_t m_lastHappening = 0;
    std::int64_t m_lastNote = 0;
    std::int64_t m_lastItem = 0;
    std::int64_t m_lastConsent = 0;
};

void writeNam(Writer &w)
{
    w.begin("Nguyễn Hoài Nam", AddressForm::Anh);
    Customer &nam = w.now().customer;
    w.identifier(IdentifierKind::Phone, "+84912000147");
    w.identifier(IdentifierKind::CitizenCard, "001090000147");
    w.identifier(IdentifierKind::CustomerNumber, "KH100147");
    nam.birthDate = "1990-04-12";
    nam.address = "12 phố Ví Dụ, phường Mẫu, Hà Nội";
    nam.needs = {Need::Hearing, Need::Privacy};
    nam.preferences = {Channel::Chat, 21 * 60, 8 * 60, "Thích nói nhanh, gọn; cần in sao kê ra giấy."};
    nam.tier = "Vàng";
    nam.lookedAfterBy = StaffId{2};
    w.visit(12, 1, StepOutcome::Served, 3, 1, GoalReached::Yes);
    w.visit(35, 2, StepOutcome::Served, 1, 2, GoalReached::Partly);
    w.visit(35, 3, StepOutcome::Transferred, 4);
    w.visit(71, 1, StepOutcome::NoShow, 2);
    w.visit(128, 4, StepOutcome::Served, 6, 3, GoalReached::No);
    Happening &bought = w.happening(HappeningKind::Purchase, 20, "Thẻ tín dụng hạng vàng");
    bought.product = "Thẻ tín dụng";
    Happening &sent = w.happening(HappeningKind::Transaction, 12, "Chuyển tiền trong nước");
    sent.amount = 25'000'000;
    sent.currency = "VND";
    Happening &called = w.happening(HappeningKind::Conversation, 9, "Hỏi về lãi suất tiết kiệm 12 tháng");
    called.channel = Channel::Phone;
    w.happening(HappeningKind::Score, 12, "").score = 4;
    Happening &declined = w.happening(HappeningKind::Declined, 35, "Tăng hạn mức thẻ ngay");
    declined.reason = "Chưa đủ giấy tờ thu nhập";
    declined.alternative = "Nộp sao kê lương 3 tháng";
    w.note(12, Department::Counter, 3, "Nghe kém bên trái: nói chậm, đưa giấy cho anh đọc.");
    w.note(40, Department::Care, 5, "Đã xin lỗi về việc chờ lâu hôm khai trương.");
    w.note(60, Department::Management, 2, "Cân nhắc ưu đãi phí năm sau.", true);
    w.item(OpenItemKind::Promise, Department::Sales, 6, -2, 2, "Gửi bảng so sánh lãi suất 6 và 12 tháng");
    w.item(OpenItemKind::Complaint, Department::Care, 3, 1, 3, "Thẻ bị nuốt ở cây rút tiền, chưa nhận thẻ mới");
    w.consent(ConsentPurpose::Profile, 200);
    w.consent(ConsentPurpose::Greeting, 200);
    w.consent(ConsentPurpose::Offers, 180, true);
    w.product("Tài khoản thanh toán", "0011000147", "2019-05-04");
    w.product("Thẻ tín dụng", "4000000000000147", "2026-02-10");
    w.stage("Tiết kiệm 12 tháng", Stage::Consideration, 9);
    w.stage("Thẻ tín dụng", Stage::Retention, 20);
    w.stage("Vay mua nhà", Stage::Awareness, 128);
}

void writeHoa(Writer &w)
{
    w.begin("Trần Thị Mai Hoa", AddressForm::Ba);
    Customer &hoa = w.now().customer;
    w.identifier(IdentifierKind::Phone, "+84983000258");
    w.identifier(IdentifierKind::CitizenCard, "001148000258");
    hoa.birthDate = "1948-09-30";
    hoa.needs = {Need::Walking, Need::Reading};
    hoa.preferences.channel = Channel::Phone;
    w.visit(7, 1, StepOutcome::Served, 1, 1, GoalReached::Yes);
    w.visit(37, 1, StepOutcome::Served, 1, 1, GoalReached::Yes);
    w.note(37, Department::Counter, 1, "Con gái hay đi cùng; cần ghế ngồi.");
    w.item(OpenItemKind::CallBack, Department::Counter, 7, 0, 3, "Gọi báo khi sổ mới đã in xong");
    w.consent(ConsentPurpose::Profile, 300);
    w.product("Sổ tiết kiệm", "TK000258", "2021-01-15");
}

void writeOthers(Writer &w)
{
    w.begin("Lê Quang Huy", AddressForm::Anh); // never here before
    w.identifier(IdentifierKind::Phone, "+84905000369");
    w.consent(ConsentPurpose::Profile, 1);

    w.begin("王小明", AddressForm::None);
    w.identifier(IdentifierKind::Passport, "E12345670");
    w.now().customer.language = "zh";
    w.now().customer.needs = {Need::Interpreter};
    w.visit(50, 3, StepOutcome::Served, 5);

    w.begin("Y", AddressForm::Chi);
    w.identifier(IdentifierKind::CustomerNumber, "KH100555");

    std::string marked = "<b>Phạm</b> <img src=x> & Văn ";
    while (marked.size() < 215)
        marked += "Rất Dài ";
    w.begin((marked + "Tên").c_str(), AddressForm::Ong);
    w.identifier(IdentifierKind::Phone, "+84977000666");

    w.begin("Nguyễn Hoài Nam", AddressForm::None); // of the first one's phone
    w.identifier(IdentifierKind::Phone, "+84912000147");
    w.now().customer.birthDate = "1990";

    w.begin("Đỗ Minh Châu", AddressForm::Chi);
    w.identifier(IdentifierKind::Phone, "+84934000741");
    w.identifier(IdentifierKind::CustomerNumber, "KH100741");
    w.now().customer.needs = {Need::Child};
    w.visit(3, 3, StepOutcome::Served, 4);
    w.consent(ConsentPurpose::Profile, 90);
    w.consent(ConsentPurpose::Recognition, 90);
}

} // namespace

std::vector<CustomerRecord> demoPeople(TimeMs nowMs, int utcOffsetMin)
{
    Writer writer(nowMs, utcOffsetMin);
    writeNam(writer);
    writeHoa(writer);
    writeOthers(writer);
    return std::move(writer).all();
}

} // namespace tiepdon
