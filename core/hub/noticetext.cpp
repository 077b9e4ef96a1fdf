// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/noticetext.h"

#include <sodium.h>

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::size_t kMailLineMax = 76; // RFC 2045, 6.8
constexpr std::size_t kEncodedWordBytes
    = 39; // of text, so that a line with "Subject: " has at most 76 (RFC 2047, 2)

/// A text in both languages; the hub has no translations of its own.
struct Words {
    const char *vi;
    const char *en;
    [[nodiscard]] std::string in(NoticeLanguage language) const
    {
        return language == NoticeLanguage::Vietnamese ? vi : en;
    }
};

std::string in(const LocalText &text, NoticeLanguage language)
{
    return language == NoticeLanguage::English && !text.en.empty() ? text.en : text.vi;
}

Words kindWords(AlertKind kind)
{
    switch (kind) {
    case AlertKind::WaitOver:
        return {"Khách chờ quá thời gian đã hứa", "Somebody waits longer than promised"};
    case AlertKind::WaitWillBeOver:
        return {"Sắp có khách chờ quá thời gian đã hứa", "A promised wait will probably be broken"};
    case AlertKind::QueueLong:
        return {"Nhiều khách đang chờ", "Many people wait"};
    case AlertKind::ServiceLong:
        return {"Phục vụ lâu hơn nhiều so với dự kiến", "A service takes far longer than expected"};
    case AlertKind::CounterIdle:
        return {"Quầy rảnh trong khi có khách chờ", "A counter is idle while people wait for it"};
    case AlertKind::BreakLong:
        return {"Quầy tạm nghỉ lâu", "A counter's break is long"};
    case AlertKind::NoShowsInRow:
        return {"Nhiều khách liên tiếp không đến quầy", "People called to a counter do not come"};
    case AlertKind::TicketForgotten:
        return {"Phiếu bị bỏ quên", "A ticket was forgotten open"};
    case AlertKind::DeviceLost:
        return {"Mất kết nối với thiết bị", "A device is out of reach"};
    case AlertKind::BlockerOld:
        return {"Vướng mắc chưa được giải quyết", "What a counter lacks is still open"};
    case AlertKind::PrinterOut:
        return {"Máy in của kiosk không in được", "A kiosk cannot print"};
    }
    return {"", ""};
}

Words severityWords(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Notice:
        return {"Lưu ý", "Notice"};
    case AlertSeverity::Warning:
        return {"Cảnh báo", "Warning"};
    case AlertSeverity::Critical:
        return {"Khẩn cấp", "Critical"};
    }
    return {"", ""};
}

Words whyWords(NoticeWhy why)
{
    switch (why) {
    case NoticeWhy::Repeated:
        return {"chưa có ai nhận xử lý", "nobody has acknowledged it"};
    case NoticeWhy::Escalated:
        return {"báo lên trên: chưa có ai nhận xử lý", "escalated: nobody has acknowledged it"};
    case NoticeWhy::Resolved:
        return {"đã hết", "over"};
    case NoticeWhy::Raised:
    case NoticeWhy::Test:
        break;
    }
    return {"", ""};
}

Words deviceWords(DeviceKind kind)
{
    switch (kind) {
    case DeviceKind::Kiosk:
        return {"Kiosk số", "Kiosk"};
    case DeviceKind::Display:
        return {"Màn hình số", "Display"};
    case DeviceKind::Sensor:
        return {"Thiết bị của hệ thống khác số", "Device of another system"};
    case DeviceKind::Workplace:
        break;
    }
    return {"Máy làm việc số", "Workplace"};
}

enum class Unit : std::uint8_t { PercentOfPromise, Probability, PercentOfUsual, Count, Time };

Unit unitOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::WaitOver:
        return Unit::PercentOfPromise;
    case AlertKind::WaitWillBeOver:
        return Unit::Probability;
    case AlertKind::ServiceLong:
        return Unit::PercentOfUsual;
    case AlertKind::QueueLong:
    case AlertKind::NoShowsInRow:
        return Unit::Count;
    default:
        return Unit::Time;
    }
}

std::string valueText(AlertKind kind, std::int64_t value, NoticeLanguage language)
{
    const bool isVi = language == NoticeLanguage::Vietnamese;
    const std::string percent = std::to_string(value / 10) + " %";
    switch (unitOf(kind)) {
    case Unit::PercentOfPromise:
        return percent + (isVi ? " thời gian đã hứa" : " of the promise");
    case Unit::Probability:
        return percent + (isVi ? " khả năng" : " probability");
    case Unit::PercentOfUsual:
        return percent + (isVi ? " thời gian thường lệ" : " of the usual time");
    case Unit::Count:
        return std::to_string(value);
    case Unit::Time:
        break;
    }
    const std::int64_t minutes = value / kMinuteMs;
    if (minutes == 0)
        return std::to_string(value / kSecondMs) + (isVi ? " giây" : " s");
    return std::to_string(minutes) + (isVi ? " phút" : " min");
}

std::string localTime(TimeMs time, std::int64_t utcOffsetMin)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, static_cast<int>(utcOffsetMin * 60))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
        .toStdString();
}

/// What it is about, parted by commas; empty when nothing is known of it any more.
std::string subjectText(const AlertSubject &subject, const BranchState &state, const AccessState &access,
                        NoticeLanguage language)
{
    const bool isVi = language == NoticeLanguage::Vietnamese;
    std::string text;
    const auto add = [&](const std::string &part) { text += (text.empty() ? "" : ", ") + part; };
    if (const Counter *counter = state.counter(subject.counter))
        add((isVi ? "Quầy " : "Counter ") + std::to_string(counter->number));
    if (const Service *service = state.service(subject.service))
        add(in(service->name, language));
    if (const auto it = state.segments().find(subject.segment); it != state.segments().end())
        add(in(it->second.name, language));
    if (const Ticket *ticket = state.ticket(subject.ticket))
        add((isVi ? "Phiếu " : "Ticket ") + ticket->number);
    if (const Device *device = access.device(subject.device)) // its name may hold a person's
        add(deviceWords(device->kind).in(language) + " " + std::to_string(device->id.value));
    if (subject.item.isSet())
        add((isVi ? "Vướng mắc số " : "Item ") + std::to_string(subject.item.value));
    return text;
}

std::string base64(std::string_view bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the end of a C string
    return text;
}

/// A header's text as encoded words, each whole characters.
std::string encodedWords(std::string_view text)
{
    std::string encoded;
    while (!text.empty()) {
        std::size_t length = std::min(kEncodedWordBytes, text.size());
        while (length > 1 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
            --length;
        encoded += (encoded.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, length)) + "?=";
        text.remove_prefix(length);
    }
    return encoded;
}

Json bothTexts(const NoticeText &vi, const NoticeText &en)
{
    return Json{{"vi", Json{{"subject", vi.subject}, {"text", vi.text}}},
                {"en", Json{{"subject", en.subject}, {"text", en.text}}}};
}

Json bodyHead(const std::string &id, NoticeWhy why, std::int64_t branch, TimeMs now)
{
    return Json{{"id", id},
                {"why", std::string(names(why).at(static_cast<std::size_t>(why)))},
                {"branch", branch},
                {"atMs", now}};
}

} // namespace

NoticeText noticeText(const Alert &alert, const AlertRule *rule, NoticeWhy why, const BranchState &state,
                      const AccessState &access, NoticeLanguage language)
{
    const bool isVi = language == NoticeLanguage::Vietnamese;
    const std::int64_t offset = state.settings().utcOffsetMin;
    const std::string branch = in(state.settings().name, language);
    const std::string about = subjectText(alert.subject, state, access, language);
    const std::string kind = kindWords(alert.kind).in(language);
    const std::string how = whyWords(why).in(language);
    NoticeText made;
    made.subject = "[" + branch + "] " + severityWords(alert.severity).in(language) + ": " + kind
        + (about.empty() ? "" : " – " + about) + (how.empty() ? "" : " (" + how + ")");
    const auto line = [&](const char *vi, const char *en, const std::string &value) {
        if (!value.empty())
            made.text += std::string(isVi ? vi : en) + ": " + value + "\n";
    };
    made.text = kind + ".\n\n";
    line("Về", "About", about);
    line("Mức hiện tại", "Now", valueText(alert.kind, alert.value, language));
    line("Ngưỡng", "Threshold", valueText(alert.kind, alert.threshold, language));
    if (alert.people > 0)
        line("Số khách liên quan", "People concerned", std::to_string(alert.people));
    line("Từ lúc", "Since", localTime(alert.raisedMs, offset));
    if (alert.endedMs != 0)
        line("Hết lúc", "Ended", localTime(alert.endedMs, offset));
    if (rule)
        line("Quy tắc", "Rule", in(rule->name, language));
    if (!how.empty())
        line("Tình trạng", "State", how);
    made.text += isVi ? "\nMở chương trình điều hành của chi nhánh để nhận xử lý.\n"
                      : "\nOpen the branch's supervisor program to acknowledge it.\n";
    return made;
}

NoticeText testText(const BranchState &state, NoticeLanguage language)
{
    const std::string branch = in(state.settings().name, language);
    if (language == NoticeLanguage::Vietnamese)
        return {"[" + branch + "] Thử kênh cảnh báo",
                "Đây chỉ là tin thử. Nếu bạn đọc được, cảnh báo của chi nhánh sẽ đến theo đường này.\n"};
    return {"[" + branch + "] A test of the alert channel",
            "This is only a test. If you can read it, alerts of the branch will come this way.\n"};
}

Json webhookBody(const Alert &alert, const AlertRule *rule, NoticeWhy why, const BranchState &state,
                 const AccessState &access, const std::string &id, std::int64_t branch, TimeMs now)
{
    Json body = bodyHead(id, why, branch, now);
    Json told = toJson(alert);
    told.erase("steps"); // who did what stays in the branch
    body["alert"] = std::move(told);
    if (rule)
        body["rule"] = Json{{"id", rule->id.value}, {"name", toJson(rule->name)}};
    body["texts"] = bothTexts(noticeText(alert, rule, why, state, access, NoticeLanguage::Vietnamese),
                              noticeText(alert, rule, why, state, access, NoticeLanguage::English));
    return body;
}

Json webhookTestBody(const BranchState &state, const std::string &id, std::int64_t branch, TimeMs now)
{
    Json body = bodyHead(id, NoticeWhy::Test, branch, now);
    body["texts"]
        = bothTexts(testText(state, NoticeLanguage::Vietnamese), testText(state, NoticeLanguage::English));
    return body;
}

namespace {

/// "@" and where an address is; channels may be switched off, and emptied, while a mail waits for its turn.
std::string placeOf(const std::string &address)
{
    const auto at = address.find('@');
    return at == std::string::npos ? "@localhost" : address.substr(at);
}

} // namespace

std::string mailMessage(const MailSettings &settings, const std::vector<std::string> &to, const NoticeText &text,
                        const std::string &id, TimeMs systemMs)
{
    const std::string date = QLocale::c()
                                 .toString(QDateTime::fromMSecsSinceEpoch(systemMs, Qt::UTC),
                                           QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
                                 .toStdString()
        + " +0000";
    std::string message = "Date: " + date + "\r\nFrom: <" + settings.from + ">\r\nTo: ";
    for (std::size_t i = 0; i < to.size(); ++i)
        message += (i == 0 ? "<" : ",\r\n <") + to[i] + ">";
    message += "\r\nMessage-ID: <" + id + placeOf(settings.from) + ">\r\nSubject: " + encodedWords(text.subject)
        + "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n";
    std::string lines; // text's line ends are CRLF before it is encoded (RFC 2045, 6.8)
    for (const char c : text.text) {
        if (c == '\n')
            lines += '\r';
        lines += c;
    }
    const std::string encoded = base64(lines);
    for (std::size_t at = 0; at < encoded.size(); at += kMailLineMax)
        message += encoded.substr(at, kMailLineMax) + "\r\n";
    return message;
}

} // namespace tiepdon
