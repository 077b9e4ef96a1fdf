// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"
#include "tests/support/hubs.h"

using namespace tiepdon;
using namespace tiepdon::test;

/// The real hub program, killed while somebody writes.
class TestDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoteIsThereAgainAfterAKill()
    {
        QTemporaryDir directory;
        QCOMPARE(initialise(directory.path()), QByteArray());
        HubProcess hub(QStringLiteral(TIEPDON_HUB));
        QVERIFY(hub.start(directory.path()));
        std::int64_t customer = 0;
        {
            RawClient client(addressIn(directory.path()));
            QVERIFY(signedIn(client, Stream::None, "a-writer-1"));
            QCOMPARE(codeAfter(client, "defineBranch", with({{"setup", toJson(smallBranch())}}, "a-writer-1:1")),
                     "");
            QCOMPARE(codeAfter(client, "addCustomer",
                               with({{"customer",
                                      {{"name", "Nguyễn Thị Bích Thảo"},
                                       {"identifiers", {{{"kind", "phone"}, {"value", "0912345678"}}}}}},
                                     {"isSure", false}},
                                    "a-writer-1:2")),
                     "");
            customer = (*client.answer())["result"].value("customer", std::int64_t{0});
            QCOMPARE(codeAfter(client, "findCustomers", {{"text", "bich thao"}, {"limit", 5}}), "");
            QCOMPARE(codeAfter(client, "findCustomers", {{"text", "không phải một câu hỏi"}, {"limit", 500}}),
                     "InvalidParams");
            std::string text;
            for (int i = 3; i < 30; ++i) { // as it is typed; the answer says that it is kept
                text += "chữ ";
                QCOMPARE(
                    codeAfter(client, "saveDraft",
                              with({{"customer", customer}, {"text", text}}, "a-writer-1:" + std::to_string(i))),
                    "");
            }
            hub.kill();
        }
        QVERIFY(hub.start(directory.path()));
        RawClient client(addressIn(directory.path()));
        QVERIFY(signedIn(client, Stream::None, "a-writer-2"));
        QCOMPARE(codeAfter(client, "customerCard", {{"customer", customer}}), "");
        std::string kept = (*client.answer())["result"].value("draft", std::string());
        QCOMPARE(std::count(kept.begin(), kept.end(), ' '), 26);
        QCOMPARE(hub.terminate(), 0);
        const auto verified = verifyDatabase(directory.path());
        QVERIFY(verified.isOk());

        // and the program's log names nobody
        QFile log(directory.filePath(QStringLiteral("hub.log")));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray lines = log.readAll();
        QVERIFY(lines.contains("client greeted"));
        for (const char *personal : {"Thảo", "912345678", "bich thao", "câu hỏi", "chữ"})
            QVERIFY2(!lines.contains(personal), personal);
    }
};

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
