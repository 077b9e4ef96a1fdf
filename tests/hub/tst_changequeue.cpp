// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/changequeue.h"

#include <QTest>

#include <map>
#include <string>

using namespace tiepdon;

namespace {

constexpr ChangeKey kAll{ChangeKey::Kind::Everything, 0};

ChangeKey customer(std::int64_t id) { return {ChangeKey::Kind::Customer, id}; }
ChangeKey ticket(std::int64_t id) { return {ChangeKey::Kind::Ticket, id}; }

/// Changes by a letter each; what runs stands in `running` in the order it began.
struct Changes {
    ChangeQueue queue;
    std::string running;
    std::map<char, ChangeQueue::Release> releases;

    void add(char name, std::vector<ChangeKey> keys)
    {
        const bool isTaken = queue.add(std::move(keys), [this, name](const ChangeQueue::Release &release) {
            running += name;
            releases[name] = release;
        });
        QVERIFY(isTaken);
    }
    void end(char name)
    {
        running.erase(running.find(name), 1);
        releases[name]();
    }
};

} // namespace

class TestChangeQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thoseAboutOneThingFollowEachOther()
    {
        Changes changes;
        changes.add('a', {customer(1)});
        changes.add('b', {customer(1)});
        changes.add('c', {customer(2)});
        QCOMPARE(changes.running, "ac");
        changes.end('a');
        QCOMPARE(changes.running, "cb");
    }

    void nobodyOvertakesWhoWaitsForTheSame()
    {
        Changes changes;
        changes.add('a', {customer(1)});
        changes.add('b', {customer(1), ticket(7)});
        changes.add('c', {ticket(7)}); // free, and behind b all the same
        QCOMPARE(changes.running, "a");
        changes.end('a');
        QCOMPARE(changes.running, "b");
        changes.end('b');
        QCOMPARE(changes.running, "c");
    }

    void everythingIsAlone()
    {
        Changes changes;
        changes.add('a', {customer(1)});
        changes.add('b', {kAll});
        changes.add('c', {ticket(1)});
        changes.add('d', {});
        QCOMPARE(changes.running, "ad"); // what has no key crosses nothing
        changes.end('a');
        QCOMPARE(changes.running, "db");
        changes.end('b');
        QCOMPARE(changes.running, "dc");
    }

    void oneThatEndsAtOnceLetsTheNextGo()
    {
        ChangeQueue queue;
        std::string done;
        for (const char name : {'a', 'b', 'c'}) {
            QVERIFY(queue.add({customer(1)}, [&done, name](const ChangeQueue::Release &release) {
                done += name;
                release();
            }));
        }
        QCOMPARE(done, "abc");
        // those that waited for it too
        ChangeQueue::Release held;
        QVERIFY(queue.add({customer(1)}, [&](const ChangeQueue::Release &release) { held = release; }));
        for (const char name : {'d', 'e', 'f'}) {
            QVERIFY(queue.add({customer(1)}, [&done, name](const ChangeQueue::Release &release) {
                done += name;
                release();
            }));
        }
        QCOMPARE(done, "abc");
        held();
        QCOMPARE(done, "abcdef");
        QCOMPARE(queue.waiting(), std::size_t{0});
    }

    void tooManyAreTurnedAway()
    {
        ChangeQueue queue;
        std::vector<ChangeQueue::Release> running;
        const auto keep = [&](const ChangeQueue::Release &release) { running.push_back(release); };
        QVERIFY(queue.add({kAll}, keep));
        for (std::size_t i = 0; i < ChangeQueue::kWaitingMax; ++i)
            QVERIFY(queue.add({customer(1)}, keep));
        QVERIFY(!queue.add({customer(1)}, keep));
        running.front()();
        QVERIFY(queue.add({customer(1)}, keep));
    }
};

QTEST_APPLESS_MAIN(TestChangeQueue)
#include "tst_changequeue.moc"
