// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/frame.h"
#include "tests/base/show.h"

#include <QTest>

#include <random>

using namespace tiepdon;

namespace {

/// All whole messages a reader gives now; a refusal ends the list with its name.
std::vector<std::string> drain(FrameReader &reader)
{
    std::vector<std::string> messages;
    for (;;) {
        auto next = reader.next();
        if (!next) {
            messages.push_back("! " + std::string(name(next.error().code)));
            return messages;
        }
        if (!next->has_value())
            return messages;
        messages.push_back(**next);
    }
}

using List = std::vector<std::string>;

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLengthIsBigEndian();
    void aStreamCutAnywhereGivesTheSameMessages();
    void byteByByte();
    void manyMessagesInOneAppend();
    void anEmptyMessageIsAMessage();
    void aLengthPastTheBoundIsRefusedBeforeItsBody();
    void theBoundItselfIsTaken();
    void theBoundCanGrow();
    void anythingInAnythingOut();
};

void TestFrame::theLengthIsBigEndian()
{
    QCOMPARE(framed("ab"), std::string("\0\0\0\2ab", 6));
    QCOMPARE(framed(std::string(0x10203, 'x')).substr(0, 4), std::string("\x00\x01\x02\x03", 4));
}

void TestFrame::aStreamCutAnywhereGivesTheSameMessages()
{
    const std::string stream
        = framed("{\"first\":1}") + framed("") + framed("second") + framed(std::string(300, 'z'));
    const List whole = {"{\"first\":1}", "", "second", std::string(300, 'z')};
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        FrameReader reader(1024);
        reader.append(std::string_view(stream).substr(0, cut));
        List got = drain(reader);
        reader.append(std::string_view(stream).substr(cut));
        for (const std::string &message : drain(reader))
            got.push_back(message);
        QVERIFY2(got == whole, qPrintable(QString::number(cut)));
    }
}

void TestFrame::byteByByte()
{
    const std::string stream = framed("one") + framed("two");
    FrameReader reader(3);
    List got;
    for (const char byte : stream) {
        reader.append(std::string_view(&byte, 1));
        for (const std::string &message : drain(reader))
            got.push_back(message);
    }
    QVERIFY((got == List{"one", "two"}));
}

void TestFrame::manyMessagesInOneAppend()
{
    std::string stream;
    for (int i = 0; i < 10000; ++i)
        stream += framed(std::to_string(i));
    FrameReader reader(16);
    reader.append(stream + std::string("\0\0", 2));
    const List got = drain(reader);
    QCOMPARE(got.size(), std::size_t(10000));
    for (int i = 0; i < 10000; ++i)
        QCOMPARE(got[static_cast<std::size_t>(i)], std::to_string(i));
    reader.append(std::string("\0\2ok", 4));
    QVERIFY((drain(reader) == List{"ok"}));
}

void TestFrame::anEmptyMessageIsAMessage()
{
    FrameReader reader(0);
    reader.append(std::string(4, '\0'));
    QVERIFY((drain(reader) == List{""}));
    QVERIFY(drain(reader).empty());
}

void TestFrame::aLengthPastTheBoundIsRefusedBeforeItsBody()
{
    FrameReader reader(10);
    reader.append(std::string("\0\0\0", 3));
    QVERIFY(drain(reader).empty());
    reader.append("\x0b"); // eleven; not one byte of the body is here
    QVERIFY((drain(reader) == List{"! TooLarge"}));
    QVERIFY((drain(reader) == List{"! TooLarge"})); // and it stays so
    FrameReader huge(10);
    huge.append("\xff\xff\xff\xff");
    QVERIFY((drain(huge) == List{"! TooLarge"}));
    FrameReader after(10);
    after.append(framed("fine") + framed(std::string(11, 'x')));
    QVERIFY((drain(after) == List{"fine", "! TooLarge"}));
}

void TestFrame::theBoundItselfIsTaken()
{
    FrameReader reader(10);
    reader.append(framed(std::string(10, 'x')));
    QVERIFY((drain(reader) == List{std::string(10, 'x')}));
}

void TestFrame::theBoundCanGrow()
{
    FrameReader reader(4);
    reader.append(framed("ok"));
    QVERIFY((drain(reader) == List{"ok"}));
    reader.setMessageBytesMax(100);
    reader.append(framed("longer now"));
    QVERIFY((drain(reader) == List{"longer now"}));
}

void TestFrame::anythingInAnythingOut()
{
    std::mt19937_64 random(3);
    for (int run = 0; run < 300; ++run) {
        List sent;
        std::string stream;
        for (int i = 0; i < 30; ++i) {
            std::string message(random() % 200, '\0');
            for (char &c : message)
                c = static_cast<char>(random());
            stream += framed(message);
            sent.push_back(std::move(message));
        }
        FrameReader reader(200);
        List got;
        for (std::size_t at = 0; at < stream.size();) {
            const std::size_t n = random() % 97 + 1;
            reader.append(std::string_view(stream).substr(at, n));
            at += n;
            if (random() % 3 == 0) {
                for (std::string &message : drain(reader))
                    got.push_back(std::move(message));
            }
        }
        for (std::string &message : drain(reader))
            got.push_back(std::move(message));
        QVERIFY(got == sent);
    }
}

QTEST_APPLESS_MAIN(TestFrame)
#include "tst_frame.moc"
