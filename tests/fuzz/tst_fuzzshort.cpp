// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzzer runs, over bytes that a seed gives: the same every time, and without clang.
#include "core/wire/frame.h"
#include "tests/fuzz/entries.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tiepdon::testing;

namespace {

constexpr int kMessages = 30'000;
constexpr int kTexts = 20'000;
constexpr int kSequences = 600;
constexpr std::size_t kSequenceBytes = 1'500;

class Bytes
{
public:
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(m_random() % n); }

    std::string any(std::size_t size)
    {
        std::string bytes(size, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(m_random() & 0xFFU);
        return bytes;
    }

    /// A few places of a message changed, doubled, cut out or exchanged for a piece of another.
    std::string changed(std::string bytes, const std::string &other)
    {
        for (std::size_t left = 1 + below(4); left > 0 && !bytes.empty(); --left) {
            const std::size_t at = below(bytes.size());
            switch (below(6)) {
            case 0:
                bytes[at] = static_cast<char>(m_random() & 0xFFU);
                break;
            case 1:
                bytes.erase(at, 1 + below(8));
                break;
            case 2:
                bytes.insert(at, bytes.substr(below(bytes.size()), below(40)));
                break;
            case 3:
                bytes.replace(at, below(12), other.substr(below(other.size()), below(30)));
                break;
            case 4:
                if (const auto digit = bytes.find_first_of("0123456789", at); digit != std::string::npos)
                    bytes.replace(digit, 1, numbers[below(numbers.size())]);
                break;
            default:
                if (const auto text = bytes.find("\":", at); text != std::string::npos)
                    bytes.insert(text + 2, words[below(words.size())]);
                break;
            }
        }
        return bytes;
    }

private:
    const std::vector<std::string> numbers
        = {"-1", "0", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e400", "1.5", "00"};
    const std::vector<std::string> words = {"null,", "[", "{}", "true", "\"\",", "\"\\ud800\""};
    std::mt19937_64 m_random{20260501};
};

} // namespace

class TestFuzzShort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesComeBackOrAreRefused();
    void anyWalkKeepsTheInvariants();
    void scansSayWhatStandsInThem();
    void typedTextsAreReadAgainAsThemselves();
};

void TestFuzzShort::messagesComeBackOrAreRefused()
{
    const std::vector<std::string> samples = sampleMessages();
    Bytes bytes;
    for (const std::string &sample : samples) {
        if (const std::string wrong = wrongWithMessage(sample); !wrong.empty())
            QFAIL(wrong.c_str());
    }
    for (int i = 0; i < kMessages; ++i) {
        const std::string &sample = samples[bytes.below(samples.size())];
        std::string message = bytes.changed(sample, samples[bytes.below(samples.size())]);
        if (i % 8 == 0)
            message = tiepdon::framed(bytes.any(bytes.below(16))) + tiepdon::framed(message) + bytes.any(5);
        if (const std::string wrong = wrongWithMessage(message); !wrong.empty())
            QFAIL((wrong + "\n" + message).c_str());
    }
}

void TestFuzzShort::anyWalkKeepsTheInvariants()
{
    Bytes bytes;
    for (int i = 0; i < kSequences; ++i) {
        if (const std::string wrong = wrongWithSequence(bytes.any(kSequenceBytes)); !wrong.empty())
            QFAIL(wrong.c_str());
    }
}

namespace {

/// Runs an entry over its samples, changed in places or not, and over mere bytes.
std::string firstWrong(std::string (*entry)(std::string_view), const std::vector<std::string> &samples)
{
    Bytes bytes;
    for (int i = 0; i < kTexts; ++i) {
        const std::string &sample = samples[bytes.below(samples.size())];
        std::string text = bytes.changed(sample, samples[bytes.below(samples.size())]);
        if (i % 8 == 0)
            text = bytes.any(bytes.below(40));
        for (const std::string &one : {text, sample}) {
            if (const std::string wrong = entry(one); !wrong.empty())
                return wrong + "\n" + one;
        }
    }
    return {};
}

} // namespace

void TestFuzzShort::scansSayWhatStandsInThem()
{
    if (const std::string wrong = firstWrong(wrongWithScan, sampleScans()); !wrong.empty())
        QFAIL(wrong.c_str());
}

void TestFuzzShort::typedTextsAreReadAgainAsThemselves()
{
    if (const std::string wrong = firstWrong(wrongWithAskedText, sampleAskedTexts()); !wrong.empty())
        QFAIL(wrong.c_str());
}

QTEST_APPLESS_MAIN(TestFuzzShort)
#include "tst_fuzzshort.moc"
