// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/passwordhasher.h"

#include <QPointer>

#include <sodium.h>

#include <array>
#include <memory>
#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace tiepdon {
namespace {

/// A password on its way, wiped at the end of it.
class Secret
{
public:
    explicit Secret(std::string &text) : m_text(text)
    {
        sodium_memzero(text.data(), text.size());
        text.clear();
    }
    ~Secret() { sodium_memzero(m_text.data(), m_text.size()); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

template <std::size_t Size>
std::string randomBase64()
{
    std::array<unsigned char, Size> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, sodium_base64_ENCODED_LEN(Size, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
    return text.data();
}

/// The text form of Argon2's reference implementation, which libsodium reads. To make a real hash would hold
/// the hub up at its start; nobody can tell random bytes from one.
std::string hashOfNothing(const PasswordHasher::Cost &cost)
{
    return "$argon2id$v=19$m=" + std::to_string(cost.memBytes / 1024) + ",t=" + std::to_string(cost.opsLimit)
        + ",p=1$" + randomBase64<crypto_pwhash_argon2id_SALTBYTES>() + "$" + randomBase64<32>();
}

/// A thread that hashes takes what the hub's own thread leaves it: nobody's call waits for somebody's guess.
void stepBack()
{
#ifdef Q_OS_LINUX
    constexpr int kNice = 10;
    (void)::setpriority(PRIO_PROCESS, 0, kNice); // of this thread alone; not to be had is no harm
#endif
}

} // namespace

PasswordHasher::PasswordHasher(Cost cost, QObject *parent) : QObject(parent), m_cost(cost)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot begin");
    m_dummyHash = hashOfNothing(m_cost);
    m_pool.setMaxThreadCount(kThreads);
    m_pool.setObjectName(QStringLiteral("passwords"));
}

PasswordHasher::~PasswordHasher()
{
    m_pool.clear();
    m_pool.waitForDone();
}

template <class Outcome>
Result<void> PasswordHasher::run(std::function<Outcome()> job, QObject *context, std::function<void(Outcome)> done)
{
    if (m_pending >= kThreads + kWaitingMax)
        return Error{ErrorCode::Busy, std::to_string(kWaitingMax) + " passwords wait to be checked already", {}};
    ++m_pending;
    m_pool.start(
        [this, job = std::move(job), context = QPointer<QObject>(context), done = std::move(done)]() mutable {
            stepBack();
            auto outcome = job();
            job = nullptr; // and the password with it
            // to this object, which outlives the threads: only its own thread may look at `context`
            QMetaObject::invokeMethod(
                this,
                [this, outcome = std::move(outcome), context = std::move(context), done = std::move(done)] {
                    --m_pending;
                    if (context)
                        done(outcome);
                },
                Qt::QueuedConnection);
        });
    return {};
}

Result<void> PasswordHasher::verify(std::string hash, std::string password, QObject *context,
                                    std::function<void(bool)> done)
{
    const auto secret = std::make_shared<const Secret>(password);
    return run<bool>(
        [secret, hash = std::move(hash)] {
            return crypto_pwhash_str_verify(hash.c_str(), secret->text().data(), secret->text().size()) == 0;
        },
        context, std::move(done));
}

Result<void> PasswordHasher::hash(std::string password, QObject *context, std::function<void(std::string)> done)
{
    const auto secret = std::make_shared<const Secret>(password);
    return run<std::string>(
        [secret, cost = m_cost] {
            std::array<char, crypto_pwhash_STRBYTES> text{};
            const int failed = crypto_pwhash_str_alg(text.data(), secret->text().data(), secret->text().size(),
                                                     cost.opsLimit, cost.memBytes, crypto_pwhash_ALG_ARGON2ID13);
            return failed ? std::string() : std::string(text.data());
        },
        context, std::move(done));
}

} // namespace tiepdon
