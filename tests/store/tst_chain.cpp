// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain.h"

#include <QTest>

using namespace tiepdon;

/// The chain as SCHEMA.md defines it. The hashes were computed from that text by another program: journals
/// already written must stay verifiable, so they never change.
class TestChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTheOneOfTheDocument()
    {
        HashChain chain(7);
        QCOMPARE(chain.hash(), QByteArray("8a50291d382c52c15ae816b6b93381867a8d03253fdc9dd1639bd6ecd4ae3c5f"));
        const JournalRow first{1, 1'700'000'000'000, 0, "", "", "DayClosed", R"({"businessDay":"2026-03-02"})", ""};
        QCOMPARE(chain.extend(first),
                 QByteArray("491d377293f24953215f04127bbb8a82ac797cdfd1cebe4d7c9c4e9861b41c27"));
        const JournalRow second{2, 1'700'000'001'000, 5, "máy-1", "client-1:2", "TicketEnded", R"({"ticket":12})",
                                ""};
        QCOMPARE(chain.extend(second),
                 QByteArray("a8e56a874663936996cbb9f5a32f255eceeee2261e26b10fc3bb9a198e507f00"));
        QCOMPARE(chain.hash(), QByteArray("a8e56a874663936996cbb9f5a32f255eceeee2261e26b10fc3bb9a198e507f00"));
    }

    void theAuditsIsTheOneOfTheDocument()
    {
        HashChain chain(7, HashChain::Of::Audit);
        QCOMPARE(chain.hash(), QByteArray("7c9dfc1082053d6492fb80738466b7fd54ec6137e959e18487b8e80ae4e11ca6"));
        const AuditEntry first{1, 1'700'000'000'000, {}, {}, "signedIn", "", "SignInRefused", "account=unknown"};
        QCOMPARE(chain.extend(first),
                 QByteArray("ea98b1e5c9d70072bb9d124852254f910b8786dd48dad27680a8f1e9a93118fd"));
        const AuditEntry second{2,      1'700'000'001'000,     {1'000'000}, {12}, "staffAdded", "staff 5",
                                "done", "roles=teller,greeter"};
        QCOMPARE(chain.extend(second),
                 QByteArray("bef8c162055bf4e755e3f3b86a2452b9a61b6f4616308cb0923765027e5745aa"));
    }

    void itGoesOnFromARowsHash()
    {
        HashChain chain(7);
        const JournalRow first{1, 5, 0, "", "", "DayClosed", "{}", ""};
        const JournalRow second{2, 6, 0, "", "", "DayClosed", "{}", ""};
        const QByteArray afterFirst = chain.extend(first);
        const QByteArray afterSecond = chain.extend(second);
        HashChain other(8);
        other.continueAfter(afterFirst);
        QCOMPARE(other.extend(second), afterSecond);
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
