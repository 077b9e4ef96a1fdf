// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/enrolmentcode.h"
#include "tests/base/show.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <utility>

using namespace tiepdon;

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

EnrolmentCode sample(const std::string &host = "192.168.1.10", std::uint16_t port = 47110)
{
    EnrolmentCode code;
    code.host = host;
    code.port = port;
    for (std::size_t i = 0; i < code.secret.size(); ++i)
        code.secret.at(i) = static_cast<std::uint8_t>(0xA7 + 31 * i);
    for (std::size_t i = 0; i < code.fingerprint.size(); ++i)
        code.fingerprint.at(i) = static_cast<std::uint8_t>(0x13 + 57 * i);
    return code;
}

std::string withoutHyphens(std::string text)
{
    std::erase(text, '-');
    return text;
}

/// "ok", or the name of the refusal.
std::string outcome(std::string_view text)
{
    const auto code = enrolmentCodeFrom(text);
    return code ? "ok" : std::string(name(code.error().code));
}

/// The check characters put right behind other content.
std::string withSoundCheck(const std::string &content)
{
    // tried out, one character after the other would take too long: the remainder is linear, so it is solved for
    const auto rest = [](const std::string &text) {
        std::uint32_t r = 1;
        for (const char c : text) {
            const std::uint32_t top = r >> 25;
            r = ((r & 0x1ffffff) << 5) ^ static_cast<std::uint32_t>(kAlphabet.find(c));
            const std::uint32_t generator[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
            for (int i = 0; i < 5; ++i)
                r ^= (top >> i) & 1 ? generator[i] : 0;
        }
        return r;
    };
    const std::uint32_t check = rest(content + "000000") ^ 0x2bc830a3;
    std::string text = content;
    for (int shift = 25; shift >= 0; shift -= 5)
        text += kAlphabet[(check >> shift) & 0x1f];
    return text;
}

std::string withBytes(std::string_view bytes)
{
    return withSoundCheck(base32(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()));
}

} // namespace

class TestEnrolmentCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack_data();
    void thereAndBack();
    void aCodeOfAnAddressIsShort();
    void thisCodeStaysReadable();
    void whatPeopleTypeIsTaken_data();
    void whatPeopleTypeIsTaken();
    void aCutCodeIsDamaged();
    void aMistypedCharacterIsDamaged();
    void neighboursSwappedAreDamaged();
    void aCharacterTooManyOrTooFewIsDamaged();
    void upToFourMistypedCharactersAreDamaged();
    void aCodeOfAnotherKindIsSaidToBe_data();
    void aCodeOfAnotherKindIsSaidToBe();
    void soundCharactersAroundNonsenseAreDamaged_data();
    void soundCharactersAroundNonsenseAreDamaged();
    void anythingInNothingOut();
    void noCodeIsMadeOfNoHost_data();
    void noCodeIsMadeOfNoHost();
    void base32OfBytes_data();
    void base32OfBytes();
    void noBytesComeOf_data();
    void noBytesComeOf();
};

void TestEnrolmentCode::thereAndBack_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("an IPv4 address") << QByteArray("192.168.1.10") << 47110;
    QTest::newRow("the lowest") << QByteArray("0.0.0.0") << 1;
    QTest::newRow("the highest") << QByteArray("255.255.255.255") << 65535;
    QTest::newRow("an IPv4 address with zeros in front") << QByteArray("192.168.001.010") << 47110;
    QTest::newRow("three numbers") << QByteArray("10.0.1") << 47110;
    QTest::newRow("five numbers") << QByteArray("10.0.0.1.2") << 47110;
    QTest::newRow("a number past 255") << QByteArray("10.0.0.256") << 47110;
    QTest::newRow("a dot behind") << QByteArray("10.0.0.1.") << 47110;
    QTest::newRow("this machine") << QByteArray("localhost") << 256;
    QTest::newRow("a name") << QByteArray("hub.Branch-7.example") << 443;
    QTest::newRow("an IPv6 address with a zone") << QByteArray("fe80::1%eth0") << 47110;
    QTest::newRow("the longest name") << QByteArray(253, 'h') << 47110;
}

void TestEnrolmentCode::thereAndBack()
{
    QFETCH(const QByteArray, host);
    QFETCH(const int, port);
    const EnrolmentCode code = sample(host.toStdString(), static_cast<std::uint16_t>(port));
    const auto back = enrolmentCodeFrom(toText(code));
    QVERIFY(back.isOk());
    QCOMPARE(back->host, code.host);
    QVERIFY(*back == code);
}

void TestEnrolmentCode::aCodeOfAnAddressIsShort()
{
    const std::string text = toText(sample());
    QVERIFY(withoutHyphens(text).size() < 64);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % 5 == 4)
            QCOMPARE(text[i], '-');
        else
            QVERIFY(kAlphabet.find(text[i]) != std::string_view::npos);
    }
    QVERIFY(text.back() != '-');
}

void TestEnrolmentCode::thisCodeStaysReadable()
{
    // given out by the first version: what later ones read must not change
    QCOMPARE(toText(sample()),
             std::string("22W0-DG58-045A-FHQ5-0GHM-4RC0-KYZ1-6K45-QVVK-0TD2-VCA4-V1NZ-Z0RP-M7V5-BBY"));
}

void TestEnrolmentCode::whatPeopleTypeIsTaken_data()
{
    QTest::addColumn<QByteArray>("text");
    const std::string text = toText(sample());
    std::string changed = text;
    const auto row = [](const char *name, const std::string &typed) {
        QTest::newRow(name) << QByteArray::fromStdString(typed);
    };
    row("as it is", text);
    row("without hyphens", withoutHyphens(text));
    for (char &c : changed)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    row("in lower case", changed);
    changed = text;
    std::ranges::replace(changed, '-', ' ');
    row("with blanks in place of hyphens", changed);
    std::ranges::replace(changed, ' ', '\n');
    row("in lines", "\r\n" + changed + "\n");
    changed = text;
    std::ranges::replace(changed, '0', 'O');
    row("O for zero", changed);
    std::ranges::replace(changed, 'O', 'o');
    row("o for zero", changed);
    QVERIFY(changed != text);
    changed = text;
    std::ranges::replace(changed, '1', 'I');
    QVERIFY(changed != text);
    row("I for one", changed);
    std::ranges::replace(changed, 'I', 'l');
    row("l for one", changed);
}

void TestEnrolmentCode::whatPeopleTypeIsTaken()
{
    QFETCH(const QByteArray, text);
    const auto code = enrolmentCodeFrom(text.toStdString());
    QVERIFY(code.isOk());
    QVERIFY(*code == sample());
}

void TestEnrolmentCode::aCutCodeIsDamaged()
{
    const std::string text = toText(sample());
    for (std::size_t size = 0; size < text.size(); ++size) {
        QCOMPARE(outcome(std::string_view(text).substr(0, size)), std::string("CodeDamaged"));
        QCOMPARE(outcome(std::string_view(text).substr(text.size() - size)), std::string("CodeDamaged"));
    }
}

void TestEnrolmentCode::aMistypedCharacterIsDamaged()
{
    for (const std::string &host :
         {std::string("192.168.1.10"), std::string("hub.branch-7.example"), std::string(253, 'h')}) {
        const std::string text = withoutHyphens(toText(sample(host)));
        for (std::size_t i = 0; i < text.size(); ++i) {
            for (const char c : std::string(kAlphabet) + "U*") {
                std::string typed = text;
                typed[i] = c;
                if (c != text[i])
                    QCOMPARE(outcome(typed), std::string("CodeDamaged"));
            }
        }
    }
}

void TestEnrolmentCode::neighboursSwappedAreDamaged()
{
    for (const std::string &host :
         {std::string("192.168.1.10"), std::string("hub.branch-7.example"), std::string(253, 'h')}) {
        const std::string text = withoutHyphens(toText(sample(host)));
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            std::string typed = text;
            std::swap(typed[i], typed[i + 1]);
            if (typed != text)
                QCOMPARE(outcome(typed), std::string("CodeDamaged"));
        }
    }
}

void TestEnrolmentCode::aCharacterTooManyOrTooFewIsDamaged()
{
    const std::string text = withoutHyphens(toText(sample()));
    for (std::size_t i = 0; i <= text.size(); ++i) {
        for (const char c : kAlphabet) {
            std::string typed = text;
            typed.insert(i, 1, c);
            QCOMPARE(outcome(typed), std::string("CodeDamaged"));
        }
        if (i < text.size()) {
            std::string typed = text;
            typed.erase(i, 1);
            QCOMPARE(outcome(typed), std::string("CodeDamaged"));
        }
    }
}

void TestEnrolmentCode::upToFourMistypedCharactersAreDamaged()
{
    const std::string text = withoutHyphens(toText(sample()));
    std::mt19937_64 random(11);
    for (int run = 0; run < 100'000; ++run) {
        std::string typed = text;
        for (int i = 0; i < 4; ++i)
            typed[random() % typed.size()] = kAlphabet[random() % kAlphabet.size()];
        if (typed != text)
            QCOMPARE(outcome(typed), std::string("CodeDamaged"));
    }
}

void TestEnrolmentCode::aCodeOfAnotherKindIsSaidToBe_data()
{
    QTest::addColumn<int>("first");
    QTest::newRow("a later version") << 0x20;
    QTest::newRow("no version") << 0x00;
    QTest::newRow("the highest version") << 0xF1;
    QTest::newRow("a kind of host not known yet") << 0x12;
}

void TestEnrolmentCode::aCodeOfAnotherKindIsSaidToBe()
{
    QFETCH(const int, first);
    std::string bytes = bytesOfBase32(withoutHyphens(toText(sample())).substr(0, 53));
    QCOMPARE(outcome(withBytes(bytes)), std::string("ok"));
    bytes[0] = static_cast<char>(first);
    QCOMPARE(outcome(withBytes(bytes)), std::string("VersionMismatch"));
    QCOMPARE(outcome(withBytes(bytes + "and something more")), std::string("VersionMismatch"));
}

void TestEnrolmentCode::soundCharactersAroundNonsenseAreDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray ending(26, 'x');
    QTest::newRow("a byte too few") << "\x10\xb8\x06" + QByteArray("\x0a\x01\x01\x01") + ending.left(25);
    QTest::newRow("a byte too many") << "\x10\xb8\x06" + QByteArray("\x0a\x01\x01\x01") + ending + "x";
    QTest::newRow("no port") << QByteArray("\x10\0\0\x0a\x01\x01\x01", 7) + ending;
    QTest::newRow("nothing but the version") << QByteArray("\x10");
    QTest::newRow("a host without characters") << QByteArray("\x11\xb8\x06\0", 4) + ending;
    QTest::newRow("a host longer than the code") << QByteArray("\x11\xb8\x06\xff") + ending;
    QTest::newRow("a host past the bound") << QByteArray("\x11\xb8\x06\xfe") + QByteArray(254, 'h') + ending;
    QTest::newRow("a host with a blank") << QByteArray("\x11\xb8\x06\x03") + "a b" + ending;
    QTest::newRow("a host with a line end") << QByteArray("\x11\xb8\x06\x03") + "a\nb" + ending;
    QTest::newRow("a host with a slash") << QByteArray("\x11\xb8\x06\x03") + "a/b" + ending;
    QTest::newRow("a host with a zero byte") << QByteArray("\x11\xb8\x06\x03") + QByteArray("a\0b", 3) + ending;
}

void TestEnrolmentCode::soundCharactersAroundNonsenseAreDamaged()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(outcome(withBytes(bytes.toStdString())), std::string("CodeDamaged"));
}

void TestEnrolmentCode::anythingInNothingOut()
{
    std::mt19937_64 random(5);
    for (int run = 0; run < 20'000; ++run) {
        std::string text(random() % 90, '0');
        for (char &c : text)
            c = run % 2 ? kAlphabet[random() % 32] : static_cast<char>(random() % 256);
        QCOMPARE(outcome(text), std::string("CodeDamaged"));
    }
    QCOMPARE(outcome(std::string(5'000'000, 'A')), std::string("CodeDamaged"));
    QCOMPARE(outcome(std::string(1'000, '-')), std::string("CodeDamaged"));
}

void TestEnrolmentCode::noCodeIsMadeOfNoHost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("no host") << QByteArray() << 47110;
    QTest::newRow("no port") << QByteArray("hub") << 0;
    QTest::newRow("a host past the bound") << QByteArray(254, 'h') << 47110;
    QTest::newRow("a blank") << QByteArray("hub 7") << 47110;
    QTest::newRow("accents") << QByteArray("quầy") << 47110;
}

void TestEnrolmentCode::noCodeIsMadeOfNoHost()
{
    QFETCH(const QByteArray, host);
    QFETCH(const int, port);
    QCOMPARE(toText(sample(host.toStdString(), static_cast<std::uint16_t>(port))), std::string());
}

void TestEnrolmentCode::base32OfBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("a zero byte") << QByteArray(1, '\0') << QByteArray("00");
    QTest::newRow("a full byte") << QByteArray("\xff") << QByteArray("ZW");
    QTest::newRow("the five bytes of hello") << QByteArray("Hello") << QByteArray("91JPRV3F");
    QTest::newRow("six bytes") << QByteArray("foobar") << QByteArray("CSQPYRK1E8");
}

void TestEnrolmentCode::base32OfBytes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, text);
    const std::string raw = bytes.toStdString();
    QCOMPARE(base32(reinterpret_cast<const std::uint8_t *>(raw.data()), raw.size()), text.toStdString());
    QCOMPARE(bytesOfBase32(text.toStdString()), raw);
    QCOMPARE(bytesOfBase32(text.toLower().toStdString()), raw);
}

void TestEnrolmentCode::noBytesComeOf_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a character that is none") << QByteArray("91JPRV3U");
    QTest::newRow("a hyphen") << QByteArray("91JP-RV3F");
    QTest::newRow("a blank") << QByteArray("91JP RV3F");
    QTest::newRow("bits left over") << QByteArray("ZZ");
    QTest::newRow("a character too many") << QByteArray("000");
    QTest::newRow("one character") << QByteArray("0");
}

void TestEnrolmentCode::noBytesComeOf()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(bytesOfBase32(text.toStdString()), std::string());
}

QTEST_APPLESS_MAIN(TestEnrolmentCode)
#include "tst_enrolmentcode.moc"
