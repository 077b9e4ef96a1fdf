// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/noticequeue.h"

#include "core/base/text.h"
#include "core/tls/authority.h"
#include "tests/hub/outsideserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

const std::string kSecret = "một bí mật đủ dài để ký";
const QString kUser = QStringLiteral("chi-nhanh");
const QString kMailPassword = QStringLiteral("mật khẩu & \"dài\"");

std::string contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// An authority of the test's own with a certificate for this machine.
class Certificates
{
public:
    Certificates()
    {
        if (!createAuthority(m_directory.path(), {}))
            QTest::qFail("no certificates", __FILE__, __LINE__);
    }
    [[nodiscard]] QStringList arguments() const
    {
        return {QStringLiteral("--certificate"), m_directory.filePath(QStringLiteral("hub.pem")),
                QStringLiteral("--key"), m_directory.filePath(QStringLiteral("hub.key"))};
    }
    [[nodiscard]] std::string authority() const
    {
        return contentOf(m_directory.filePath(QStringLiteral("authority.pem")));
    }

private:
    QTemporaryDir m_directory;
};

NoticeLimits quickLimits()
{
    NoticeLimits limits;
    limits.firstDelayMs = 20;
    limits.delayMsMax = 100;
    limits.send.connectMsMax = 5000;
    limits.send.wholeMsMax = 20000;
    return limits;
}

} // namespace

Q_DECLARE_METATYPE(tiepdon::Notice)

class TstNoticeQueue : public QObject
{
    Q_OBJECT

private:
    Certificates m_certificates;
    OutsideServer m_mail{QStringLiteral(TIEPDON_TESTS_HUB "/mailserver.py")};
    OutsideServer m_receiver{QStringLiteral(TIEPDON_TESTS_HUB "/webhookreceiver.py")};
    std::int64_t m_lastId = 0;

    [[nodiscard]] Notice mail(const std::string &subject = "Thử", std::vector<std::string> to = {"an@bank.test"})
    {
        Notice notice;
        notice.id = NoticeId{++m_lastId};
        notice.name = "name" + std::to_string(m_lastId);
        notice.alert = AlertId{m_lastId};
        notice.to = std::move(to);
        notice.subject = subject;
        notice.text = "Một dòng.\nDòng hai: quầy số 3.\n";
        notice.madeMs = SystemClock().nowMs();
        return notice;
    }
    [[nodiscard]] Notice post()
    {
        Notice notice = mail();
        notice.channel = AlertChannel::Webhook;
        notice.text = toBytes(Json{{"id", notice.name}, {"text", "Tiền gửi"}});
        return notice;
    }
    [[nodiscard]] NoticeChannels channels(MailSecurity security) const
    {
        NoticeChannels channels;
        channels.mail.isOn = true;
        channels.mail.host = "127.0.0.1";
        channels.mail.port = m_mail.port;
        channels.mail.security = security;
        channels.mail.from = "hub@branch.test";
        channels.mail.to = {"ca-truc@bank.test"};
        channels.mail.authority = m_certificates.authority();
        channels.webhook.isOn = true;
        channels.webhook.url = "https://127.0.0.1:" + std::to_string(m_receiver.port) + "/alerts?branch=7";
        channels.webhook.authority = m_certificates.authority();
        channels.webhookSecret = kSecret;
        return channels;
    }
    [[nodiscard]] QStringList mailArguments(const QString &security) const
    {
        QStringList arguments{QStringLiteral("--security"), security};
        if (security != u"plain")
            arguments += m_certificates.arguments();
        return arguments;
    }
    [[nodiscard]] QStringList receiverArguments() const
    {
        return m_certificates.arguments()
            + QStringList{QStringLiteral("--secret"), QString::fromStdString(kSecret)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<tiepdon::Notice>();
        qRegisterMetaType<tiepdon::NoticeProblem>();
    }
    void cleanup()
    {
        m_mail.stop();
        m_receiver.stop();
        m_mail.said.clear();
        m_receiver.said.clear();
    }

    void mailArrives_data()
    {
        QTest::addColumn<QString>("security");
        QTest::addColumn<bool>("withLogin");
        QTest::newRow("in the open, to a relay in the house") << QStringLiteral("plain") << false;
        QTest::newRow("over TLS that is asked for") << QStringLiteral("startTls") << true;
        QTest::newRow("over TLS from the first byte") << QStringLiteral("tls") << true;
    }
    void mailArrives()
    {
        QFETCH(QString, security);
        QFETCH(bool, withLogin);
        QStringList arguments = mailArguments(security);
        if (withLogin)
            arguments += {QStringLiteral("--user"), kUser, QStringLiteral("--password"), kMailPassword};
        QVERIFY(m_mail.start(arguments));
        NoticeQueue queue(quickLimits());
        NoticeChannels how = channels(security == u"tls"         ? MailSecurity::Tls
                                          : security == u"plain" ? MailSecurity::Plain
                                                                 : MailSecurity::StartTls);
        if (withLogin) {
            how.mail.user = kUser.toStdString();
            how.mailPassword = kMailPassword.toStdString();
        }
        queue.setChannels(how);
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        const std::string subject
            = "[Chi nhánh Nguyễn Thị Minh Khai] Cảnh báo: Khách chờ quá thời gian đã hứa – Tiền gửi tiết kiệm";
        queue.add(mail(subject, {"an@bank.test", "lan@bank.test"}));
        TRY_COMPARE(sent.size(), 1);
        const auto mails = m_mail.all("mail");
        QCOMPARE(mails.size(), std::size_t{1});
        QCOMPARE(mails[0]["subject"].get<std::string>(), subject);
        QCOMPARE(mails[0]["text"].get<std::string>(), std::string("Một dòng.\nDòng hai: quầy số 3.\n"));
        QCOMPARE(mails[0]["to"], Json({"an@bank.test", "lan@bank.test"}));
        QCOMPARE(mails[0]["sender"], Json("hub@branch.test"));
        QCOMPARE(mails[0]["id"], Json("<name" + std::to_string(m_lastId) + "@branch.test>"));
        QCOMPARE(mails[0]["tls"].get<bool>(), security != u"plain");
        QCOMPARE(mails[0]["user"].get<std::string>(), withLogin ? kUser.toStdString() : std::string());
        QVERIFY(mails[0]["lines"].get<int>() <= 78);
        QCOMPARE(queue.size(), std::size_t{0});
        QVERIFY(queue.state(AlertChannel::Mail).sentMs > 0);
    }

    void nothingGoesToAServerThatIsNotTrusted_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("signed by another authority") << QStringLiteral("authority");
        QTest::newRow("made for another host") << QStringLiteral("host");
        QTest::newRow("mail server without TLS") << QStringLiteral("none");
    }
    void nothingGoesToAServerThatIsNotTrusted()
    {
        QFETCH(QString, how);
        const QString host = how == u"host" ? QStringLiteral("127.0.0.2") : QStringLiteral("127.0.0.1");
        const QStringList at{QStringLiteral("--host"), host};
        QVERIFY(m_mail.start(mailArguments(how == u"none" ? QStringLiteral("plain") : QStringLiteral("startTls"))
                             + at));
        QVERIFY(m_receiver.start(receiverArguments() + at));
        NoticeQueue queue(quickLimits());
        NoticeChannels to = channels(MailSecurity::StartTls);
        to.mail.host = host.toStdString();
        to.webhook.url = "https://" + host.toStdString() + ":" + std::to_string(m_receiver.port) + "/";
        const Certificates others;
        if (how == u"authority")
            to.mail.authority = to.webhook.authority = others.authority();
        if (how == u"none")
            to.webhook.isOn = false;
        queue.setChannels(to);
        QSignalSpy failed(&queue, &NoticeQueue::failed);
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        queue.add(mail());
        if (how != u"none")
            queue.add(post());
        TRY_VERIFY(queue.state(AlertChannel::Mail).failedMs > 0
                   && (how == u"none" || queue.state(AlertChannel::Webhook).failedMs > 0));
        TRY_VERIFY(failed.size() >= 4); // tried again and again
        QCOMPARE(sent.size(), 0);
        QCOMPARE(m_mail.count("data"), 0);
        QCOMPARE(m_receiver.count("post"), 0);
        QCOMPARE(queue.state(AlertChannel::Mail).problem,
                 how == u"none" ? NoticeProblem::NoEncryption : NoticeProblem::CertificateRefused);
        if (how != u"none")
            QCOMPARE(queue.state(AlertChannel::Webhook).problem, NoticeProblem::CertificateRefused);
    }

    void aLoginThatIsRefusedIsSaidInWords()
    {
        QVERIFY(m_mail.start(
            mailArguments(QStringLiteral("startTls"))
            + QStringList{QStringLiteral("--user"), kUser, QStringLiteral("--password"), kMailPassword}));
        NoticeQueue queue(quickLimits());
        NoticeChannels how = channels(MailSecurity::StartTls);
        how.mail.user = kUser.toStdString();
        how.mailPassword = "another one";
        queue.setChannels(how);
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        queue.add(mail());
        TRY_VERIFY(m_mail.count("refused") >= 2);
        TRY_COMPARE(queue.state(AlertChannel::Mail).problem, NoticeProblem::LoginRefused);
        QVERIFY(QByteArray::fromStdString(queue.state(AlertChannel::Mail).answer).startsWith("535"));
        QCOMPARE(m_mail.count("data"), 0);
        QVERIFY(queue.state(AlertChannel::Mail).nextTryMs > 0);
        // put right, it goes at once
        how.mailPassword = kMailPassword.toStdString();
        queue.setChannels(how);
        TRY_COMPARE(sent.size(), 1);
        QCOMPARE(m_mail.count("mail"), 1);
    }

    void whatWaitsGoesOutInOrderWhenTheServerComesBack()
    {
        QVERIFY(m_mail.start(mailArguments(QStringLiteral("startTls"))));
        QVERIFY(m_receiver.start(receiverArguments()));
        NoticeQueue queue(quickLimits());
        queue.setChannels(channels(MailSecurity::StartTls));
        m_mail.stop();
        m_receiver.stop();
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        for (int i = 0; i < 3; ++i) {
            queue.add(mail("thư " + std::to_string(i)));
            queue.add(post());
        }
        TRY_COMPARE(queue.state(AlertChannel::Mail).problem, NoticeProblem::Unreachable);
        TRY_COMPARE(queue.state(AlertChannel::Webhook).problem, NoticeProblem::Unreachable);
        QCOMPARE(queue.state(AlertChannel::Mail).waiting, 3);
        QVERIFY(m_mail.start(mailArguments(QStringLiteral("startTls"))));
        QVERIFY(m_receiver.start(receiverArguments()));
        TRY_COMPARE(sent.size(), 6);
        const auto mails = m_mail.all("mail");
        QCOMPARE(mails.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(mails[i]["subject"].get<std::string>(), "thư " + std::to_string(i));
        const auto posts = m_receiver.all("post");
        QCOMPARE(posts.size(), std::size_t{3});
        QVERIFY(posts[0]["id"] < posts[1]["id"] && posts[1]["id"] < posts[2]["id"]);
        QCOMPARE(queue.size(), std::size_t{0});
    }

    void aServerThatHoldsUpOneChannelHoldsUpNothingElse()
    {
        QVERIFY(m_mail.start(mailArguments(QStringLiteral("plain"))));
        QVERIFY(m_receiver.start(receiverArguments()));
        QVERIFY(m_mail.tell("hold"));
        NoticeQueue queue(quickLimits());
        queue.setChannels(channels(MailSecurity::Plain));
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        queue.add(mail());
        TRY_COMPARE(m_mail.count("data"), 1);
        queue.add(post()); // while the mail is under way
        TRY_COMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].value<Notice>().channel, AlertChannel::Webhook);
        QCOMPARE(m_mail.count("mail"), 0);
        QVERIFY(m_mail.tell("release"));
        TRY_COMPARE(sent.size(), 2);
    }

    void whatTakesTooLongIsTriedAgain()
    {
        QVERIFY(m_receiver.start(receiverArguments()));
        QVERIFY(m_receiver.tell("hold"));
        NoticeLimits limits = quickLimits();
        limits.send.wholeMsMax = 300;
        NoticeQueue queue(limits);
        queue.setChannels(channels(MailSecurity::Plain));
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        queue.add(post());
        TRY_COMPARE(queue.state(AlertChannel::Webhook).problem, NoticeProblem::TimedOut);
        TRY_VERIFY(m_receiver.count("post") >= 2);
        QVERIFY(m_receiver.tell("release"));
        TRY_COMPARE(sent.size(), 1);
        const auto posts = m_receiver.all("post");
        QVERIFY(std::all_of(posts.begin(), posts.end(),
                            [&](const Json &each) { return each["id"] == posts[0]["id"]; }));
    }

    void aPostIsSignedAndNothingIsFollowed()
    {
        QVERIFY(m_receiver.start(receiverArguments()));
        NoticeQueue queue(quickLimits());
        queue.setChannels(channels(MailSecurity::Plain));
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        QVERIFY(m_receiver.tell("status 307"));
        queue.add(post());
        TRY_COMPARE(queue.state(AlertChannel::Webhook).problem, NoticeProblem::Refused);
        QCOMPARE(queue.state(AlertChannel::Webhook).answer, std::string("HTTP 307"));
        QVERIFY(m_receiver.tell("status 503"));
        TRY_COMPARE(queue.state(AlertChannel::Webhook).answer, std::string("HTTP 503"));
        QCOMPARE(sent.size(), 0);
        QVERIFY(m_receiver.tell("status 204"));
        TRY_COMPARE(sent.size(), 1);
        const auto posts = m_receiver.all("post");
        QVERIFY(posts.size() >= 3);
        const TimeMs now = SystemClock().nowMs();
        for (const Json &each : posts) {
            QVERIFY(each["fits"].get<bool>());
            QCOMPARE(each["path"], Json("/alerts?branch=7"));
            QCOMPARE(each["type"], Json("application/json"));
            QCOMPARE(each["body"]["text"].get<std::string>(), std::string("Tiền gửi"));
            QVERIFY(std::abs(each["stamp"].get<TimeMs>() * kSecondMs - now) < kHourMs);
        }
        QCOMPARE(m_receiver.count("get"), 0);
    }

    void anAnswerWithoutEndIsCut()
    {
        QVERIFY(m_receiver.start(receiverArguments()));
        QVERIFY(m_receiver.tell("status 200"));
        NoticeQueue queue(quickLimits());
        queue.setChannels(channels(MailSecurity::Plain));
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        queue.add(post());
        TRY_COMPARE(sent.size(), 1); // it was taken all the same
        TRY_COMPARE(m_receiver.count("cut"), 1);
        QCOMPARE(m_receiver.count("post"), 1);
    }

    void anotherSecretDoesNotFit()
    {
        QVERIFY(m_receiver.start(receiverArguments()));
        NoticeQueue queue(quickLimits());
        NoticeChannels how = channels(MailSecurity::Plain);
        how.webhookSecret = kSecret + "!";
        queue.setChannels(how);
        queue.add(post());
        TRY_COMPARE(m_receiver.count("post"), 1);
        QVERIFY(!m_receiver.all("post")[0]["fits"].get<bool>());
    }

    void anAddressThatIsRefusedHoldsUpNobodyElse()
    {
        QVERIFY(m_mail.start(mailArguments(QStringLiteral("plain"))));
        QVERIFY(m_mail.tell("refuse gone@bank.test"));
        NoticeLimits limits = quickLimits();
        limits.firstDelayMs = limits.delayMsMax = kHourMs; // the second must not wait for it
        NoticeQueue queue(limits);
        queue.setChannels(channels(MailSecurity::Plain));
        QSignalSpy sent(&queue, &NoticeQueue::sent);
        QSignalSpy failed(&queue, &NoticeQueue::failed);
        queue.add(mail("một", {"gone@bank.test"}));
        queue.add(mail("hai", {"an@bank.test"}));
        queue.add(mail("ba", {"gone@bank.test", "an@bank.test"})); // who is there gets it
        queue.add(mail("bốn", {})); // as the settings say
        TRY_COMPARE(sent.size(), 3);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(queue.state(AlertChannel::Mail).problem, NoticeProblem::RecipientRefused);
        const auto mails = m_mail.all("mail");
        QCOMPARE(mails.size(), std::size_t{3});
        QCOMPARE(mails[1]["to"], Json({"an@bank.test"}));
        QCOMPARE(mails[2]["to"], Json({"ca-truc@bank.test"}));
    }

    void aLongRefusalIsCutBetweenCharacters_data()
    {
        QTest::addColumn<int>("blanks"); // before it: so a cut falls on each byte of a character
        QTest::newRow("at the first byte") << 0;
        QTest::newRow("at the second byte") << 1;
        QTest::newRow("at the third byte") << 2;
    }
    void aLongRefusalIsCutBetweenCharacters()
    {
        QFETCH(int, blanks);
        QVERIFY(m_mail.start(mailArguments(QStringLiteral("plain"))));
        const QByteArray words = QByteArray(blanks, '-') + QByteArrayLiteral("ế").repeated(400);
        QVERIFY(m_mail.tell("refuse gone@bank.test " + words));
        NoticeQueue queue(quickLimits());
        queue.setChannels(channels(MailSecurity::Plain));
        queue.add(mail("một", {"gone@bank.test"}));
        TRY_COMPARE(queue.state(AlertChannel::Mail).problem, NoticeProblem::RecipientRefused);
        const std::string answer = queue.state(AlertChannel::Mail).answer;
        QVERIFY(QByteArray::fromStdString(answer).startsWith("550 5.1.1 " + QByteArray(blanks, '-') + "ế"));
        QVERIFY(answer.size() > 195 && answer.size() <= 200);
        QVERIFY(isUtf8(answer));
    }

    void whatIsOldOrTooMuchIsGivenUp()
    {
        NoticeLimits limits = quickLimits();
        limits.noticesMax = 3;
        limits.firstDelayMs = limits.delayMsMax = kHourMs;
        NoticeQueue queue(limits);
        m_mail.port = 1; // nothing listens there
        queue.setChannels(channels(MailSecurity::Plain));
        m_mail.port = 0;
        QSignalSpy givenUp(&queue, &NoticeQueue::givenUp);
        Notice old = mail();
        old.madeMs -= kDayMs;
        queue.add(old);
        TRY_COMPARE(givenUp.size(), 1);
        QCOMPARE(givenUp[0][1].value<NoticeProblem>(), NoticeProblem::TooOld);
        for (int i = 0; i < 4; ++i)
            queue.add(mail());
        QCOMPARE(givenUp.size(), 2);
        QCOMPARE(givenUp[1][1].value<NoticeProblem>(), NoticeProblem::TooMany);
        QCOMPARE(givenUp[1][0].value<Notice>().id.value, old.id.value + 1);
        NoticeChannels off = queue.channels();
        off.mail.isOn = false;
        queue.setChannels(off);
        QCOMPARE(givenUp.size(), 5);
        QCOMPARE(givenUp[4][1].value<NoticeProblem>(), NoticeProblem::Off);
        queue.add(mail());
        QCOMPARE(givenUp.size(), 6);
    }

    void aTestSaysHowItWent()
    {
        QVERIFY(m_mail.start(mailArguments(QStringLiteral("plain"))));
        QVERIFY(m_mail.tell("refuse gone@bank.test"));
        NoticeQueue queue(quickLimits());
        queue.setChannels(channels(MailSecurity::Plain));
        std::vector<SendOutcome> outcomes;
        const auto note = [&](const SendOutcome &outcome) { outcomes.push_back(outcome); };
        QVERIFY(queue.test(mail(), note));
        const auto second = queue.test(mail(), note);
        QVERIFY(!second && second.error().code == ErrorCode::Busy);
        TRY_COMPARE(outcomes.size(), std::size_t{1});
        QVERIFY(outcomes[0].isSent());
        QVERIFY(queue.test(mail("thử", {"gone@bank.test"}), note));
        TRY_COMPARE(outcomes.size(), std::size_t{2});
        QCOMPARE(outcomes[1].problem, NoticeProblem::RecipientRefused);
        QVERIFY(QByteArray::fromStdString(outcomes[1].answer).startsWith("550"));
        QCOMPARE(queue.size(), std::size_t{0});
        QCOMPARE(m_mail.count("mail"), 1);
    }
};

QTEST_GUILESS_MAIN(TstNoticeQueue)
#include "tst_noticequeue.moc"
