// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/noticesend.h"

#include "core/base/text.h"

#include <curl/curl.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace tiepdon {
namespace {

constexpr std::size_t kAnswerCharactersMax = 200;
constexpr std::size_t kLineBytesMax = 1000; ///< of a mail server's answer; RFC 5321 has 512

struct FreeHandle {
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

/// False when there is no memory; the list then is as it was.
bool append(List &list, const std::string &text)
{
    curl_slist *longer = curl_slist_append(list.get(), text.c_str());
    if (!longer)
        return false;
    [[maybe_unused]] curl_slist *same = list.release(); // the first of `longer`
    list.reset(longer);
    return true;
}

/// What one attempt reads and writes while libcurl works.
struct Transfer {
    const std::atomic_bool &isStopping;
    std::string_view left = {}; ///< of what is to be uploaded
    std::string refusal = {}; ///< the last line of a mail server's that was one
    std::size_t bytes = 0; ///< of a body that came
    std::size_t bytesMax = 0;
};

std::size_t onRead(char *buffer, std::size_t size, std::size_t count, void *context)
{
    auto &transfer = *static_cast<Transfer *>(context);
    const std::size_t taken = std::min(size * count, transfer.left.size());
    std::memcpy(buffer, transfer.left.data(), taken);
    transfer.left.remove_prefix(taken);
    return taken;
}

std::size_t onBody(char *, std::size_t size, std::size_t count, void *context)
{
    auto &transfer = *static_cast<Transfer *>(context);
    transfer.bytes += size * count;
    return transfer.bytes > transfer.bytesMax ? 0 : size * count; // 0 ends it
}

std::size_t onHeader(char *buffer, std::size_t size, std::size_t count, void *context)
{
    const std::string_view line(buffer, std::min(size * count, kLineBytesMax + 1));
    if (!line.empty() && (line.front() == '4' || line.front() == '5')) // RFC 5321, 4.2.1
        static_cast<Transfer *>(context)->refusal = line;
    return size * count;
}

int onProgress(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Transfer *>(context)->isStopping ? 1 : 0; // 1 ends it
}

/// The beginning of a text, so many bytes at most, that ends with a whole character.
std::string_view wholeCharacters(std::string_view text, std::size_t bytesMax)
{
    if (text.size() <= bytesMax)
        return text;
    std::size_t end = bytesMax;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) // inside a character
        --end;
    return text.substr(0, end);
}

std::string clean(std::string_view text)
{
    const std::string_view most = wholeCharacters(text, kLineBytesMax);
    const auto whole = cleanText(most, kLineBytesMax);
    return whole ? std::string(wholeCharacters(*whole, kAnswerCharactersMax)) : std::string();
}

template <class T>
bool set(CURL *handle, CURLoption option, T value)
{
    return curl_easy_setopt(handle, option, value) == CURLE_OK; // NOLINT(cppcoreguidelines-pro-type-vararg)
}

/// What both kinds have in common. False when libcurl cannot do it.
bool begin(CURL *handle, Transfer &transfer, const SendLimits &limits, const std::string &authority)
{
    bool isFine = set(handle, CURLOPT_NOSIGNAL, 1L)
        && set(handle, CURLOPT_PROXY, "") // nothing from the environment
        && set(handle, CURLOPT_QUICK_EXIT, 1L)
        && set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connectMsMax))
        && set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.wholeMsMax))
        && set(handle, CURLOPT_FOLLOWLOCATION, 0L) && set(handle, CURLOPT_SSL_VERIFYPEER, 1L)
        && set(handle, CURLOPT_SSL_VERIFYHOST, 2L)
        && set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2))
        && set(handle, CURLOPT_WRITEFUNCTION, &onBody) && set(handle, CURLOPT_WRITEDATA, &transfer)
        && set(handle, CURLOPT_HEADERFUNCTION, &onHeader) && set(handle, CURLOPT_HEADERDATA, &transfer)
        && set(handle, CURLOPT_XFERINFOFUNCTION, &onProgress) && set(handle, CURLOPT_XFERINFODATA, &transfer)
        && set(handle, CURLOPT_NOPROGRESS, 0L);
    if (!authority.empty()) {
        curl_blob blob{};
        blob.data = const_cast<char *>(authority.data()); // copied, not changed
        blob.len = authority.size();
        blob.flags = CURL_BLOB_COPY;
        isFine = isFine && set(handle, CURLOPT_CAINFO_BLOB, &blob) && set(handle, CURLOPT_CAPATH, nullptr);
    }
    return isFine;
}

NoticeProblem problemOf(CURLcode code)
{
    switch (code) {
    case CURLE_OK:
        return NoticeProblem::None;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return NoticeProblem::Unreachable;
    case CURLE_OPERATION_TIMEDOUT:
        return NoticeProblem::TimedOut;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
        return NoticeProblem::NoEncryption;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
        return NoticeProblem::CertificateRefused;
    case CURLE_LOGIN_DENIED:
        return NoticeProblem::LoginRefused;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_ABORTED_BY_CALLBACK:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return NoticeProblem::Internal;
    default:
        return NoticeProblem::Broken;
    }
}

long responseCode(CURL *handle)
{
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code); // NOLINT(cppcoreguidelines-pro-type-vararg)
    return code;
}

std::string mailUrl(const MailSettings &mail)
{
    const bool isTls = mail.security == MailSecurity::Tls;
    const std::int64_t usual = isTls ? 465 : mail.security == MailSecurity::StartTls ? 587 : 25;
    const bool is6 = mail.host.find(':') != std::string::npos;
    return std::string(isTls ? "smtps://" : "smtp://") + (is6 ? "[" + mail.host + "]" : mail.host) + ":"
        + std::to_string(mail.port != 0 ? mail.port : usual);
}

} // namespace

void prepareSending()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(code); // curl_easy_init says so again
}

SendOutcome sendMail(const MailJob &job, const SendLimits &limits, const std::atomic_bool &isStopping)
{
    if (job.to.empty())
        return {NoticeProblem::NoRecipient, {}};
    const Handle handle(curl_easy_init());
    Transfer transfer{isStopping};
    transfer.left = job.message;
    transfer.bytesMax = limits.answerBytesMax;
    List to;
    bool isFine = handle && begin(handle.get(), transfer, limits, job.settings.authority);
    for (const std::string &address : job.to)
        isFine = isFine && append(to, "<" + address + ">");
    const std::string from = "<" + job.settings.from + ">";
    const long tls = job.settings.security == MailSecurity::Plain ? static_cast<long>(CURLUSESSL_NONE)
                                                                  : static_cast<long>(CURLUSESSL_ALL);
    isFine = isFine && set(handle.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        && set(handle.get(), CURLOPT_URL, mailUrl(job.settings).c_str()) && set(handle.get(), CURLOPT_USE_SSL, tls)
        && set(handle.get(), CURLOPT_MAIL_FROM, from.c_str()) && set(handle.get(), CURLOPT_MAIL_RCPT, to.get())
        && set(handle.get(), CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L) && set(handle.get(), CURLOPT_UPLOAD, 1L)
        && set(handle.get(), CURLOPT_READFUNCTION, &onRead) && set(handle.get(), CURLOPT_READDATA, &transfer);
    if (isFine && !job.settings.user.empty())
        isFine = set(handle.get(), CURLOPT_USERNAME, job.settings.user.c_str())
            && set(handle.get(), CURLOPT_PASSWORD, job.password.c_str());
    if (!isFine)
        return {NoticeProblem::Internal, {}};

    const CURLcode code = curl_easy_perform(handle.get());
    SendOutcome outcome{problemOf(code), {}};
    const long answer = responseCode(handle.get());
    if (outcome.problem == NoticeProblem::Broken && answer >= 400) {
        // libcurl says CURLE_SEND_ERROR where all were refused at RCPT
        const bool isAboutPeople = code == CURLE_SEND_ERROR && (answer == 550 || answer == 551 || answer == 553);
        outcome.problem = isAboutPeople ? NoticeProblem::RecipientRefused : NoticeProblem::Refused;
    }
    if (!outcome.isSent())
        outcome.answer = clean(transfer.refusal);
    return outcome;
}

std::string webhookSignature(std::string_view secret, std::int64_t seconds, std::string_view body)
{
    const std::string head = std::to_string(seconds) + ".";
    crypto_auth_hmacsha256_state state;
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char *>(secret.data()), secret.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(head.data()), head.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(body.data()), body.size());
    crypto_auth_hmacsha256_final(&state, mac.data());
    sodium_memzero(&state, sizeof state);
    std::array<char, 2 * crypto_auth_hmacsha256_BYTES + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), mac.data(), mac.size());
    return std::string("v1=") + digits.data();
}

SendOutcome sendWebhook(const WebhookJob &job, std::int64_t nowSeconds, const SendLimits &limits,
                        const std::atomic_bool &isStopping)
{
    const Handle handle(curl_easy_init());
    Transfer transfer{isStopping};
    transfer.bytesMax = limits.answerBytesMax;
    List headers;
    bool isFine = handle && begin(handle.get(), transfer, limits, job.settings.authority);
    for (const std::string &line : {std::string("Content-Type: application/json"), std::string("Expect:"),
                                    "Tiepdon-Notice: " + job.id, "Tiepdon-Timestamp: " + std::to_string(nowSeconds),
                                    "Tiepdon-Signature: " + webhookSignature(job.secret, nowSeconds, job.body)})
        isFine = isFine && append(headers, line);
    isFine = isFine && set(handle.get(), CURLOPT_PROTOCOLS_STR, "https")
        && set(handle.get(), CURLOPT_URL, job.settings.url.c_str())
        && set(handle.get(), CURLOPT_HTTPHEADER, headers.get())
        && set(handle.get(), CURLOPT_USERAGENT, "tiepdon/" TIEPDON_VERSION) && set(handle.get(), CURLOPT_POST, 1L)
        && set(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(job.body.size()))
        && set(handle.get(), CURLOPT_POSTFIELDS, job.body.data());
    if (!isFine)
        return {NoticeProblem::Internal, {}};

    const CURLcode code = curl_easy_perform(handle.get());
    const long answer = responseCode(handle.get());
    if (answer >= 200 && answer < 300) // taken, however its body went on
        return {};
    SendOutcome outcome{problemOf(code), {}};
    if (answer != 0) {
        if (outcome.problem == NoticeProblem::None || outcome.problem == NoticeProblem::Broken)
            outcome.problem = NoticeProblem::Refused;
        outcome.answer = "HTTP " + std::to_string(answer);
    }
    return outcome;
}

} // namespace tiepdon
