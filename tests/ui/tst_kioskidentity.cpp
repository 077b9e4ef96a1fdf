// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/demostates.h"
#include "app/kiosk/kioskwindow.h"
#include "ui/session/demobranch.h"
#include "ui/session/democustomers.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QStackedWidget>
#include <QtTest>

using namespace tiepdon;

namespace {

class NoPrinter : public TicketPrinter
{
public:
    void print(const PrintJob &, QObject *, Done done) override { done({PrintState::NotWanted, {}}); }
    [[nodiscard]] bool isPaperWanted() const override { return false; }
};

/// Of the first of the made-up people, who agreed to be greeted.
const QString kKnownCard
    = QStringLiteral("001090000147|010190147|Nguyễn Hoài Nam|12041990|Nam|12 phố Ví Dụ|01012022");
const QString kNobodysCard = QStringLiteral("001099999999||Không Ai Cả|01012000|Nữ|1 phố Không|01012022");
/// Known, and agreed to nothing that is said aloud.
const QString kQuietPhone = QStringLiteral("0983000258");

} // namespace

/// Somebody in front of a kiosk who says who they are, or does not.
class TestKioskIdentity : public QObject
{
    Q_OBJECT

private:
    void open()
    {
        m_window = std::make_unique<KioskWindow>(*m_link, m_language, m_printer, m_settings);
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    template <class Widget>
    Widget *find(const char *name)
    {
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QString page() { return m_window->findChild<QStackedWidget *>()->currentWidget()->objectName(); }
    QString label(const char *name) { return find<QLabel>(name)->text(); }
    QString greeting() { return find<QLabel>("choiceGreeting")->isVisible() ? label("choiceGreeting") : QString(); }
    void tap(const char *name)
    {
        QVERIFY2(find<TouchButton>(name)->isVisible(), name);
        QTest::mouseClick(find<TouchButton>(name), Qt::LeftButton);
    }
    /// As a scanner types: key after key at once, with Enter at the end.
    void scan(const QString &text)
    {
        QWidget *focus = QApplication::focusWidget();
        QWidget *to = focus ? focus : m_window.get();
        for (const QChar each : text) {
            QKeyEvent down(QEvent::KeyPress, each.isDigit() ? Qt::Key_0 + each.digitValue() : Qt::Key_unknown,
                           Qt::NoModifier, QString(each));
            QApplication::sendEvent(to, &down);
        }
        QTest::keyClick(to, Qt::Key_Return);
    }
    /// The customer of the one ticket that was taken now.
    CustomerId customerOfTicket()
    {
        const Ticket *ticket = m_link->branch().ticket(m_link->branch().lastTicket());
        return ticket ? ticket->customer : CustomerId{-1};
    }
    void takeTicket()
    {
        tap("choiceButton2");
        QTRY_COMPARE(page(), QStringLiteral("ticketPage"));
    }

    Language m_language{LanguageKind::Vietnamese};
    KioskSettings m_settings;
    NoPrinter m_printer;
    std::unique_ptr<FixedLink> m_link;
    DemoCustomers *m_customers = nullptr; ///< the link has it
    std::unique_ptr<KioskWindow> m_window;

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        QVERIFY(m_link->run(command::DefineBranch{kioskDemoSetup()}).isOk());
        m_customers = new DemoCustomers(*m_link);
        m_settings = {};
        m_settings.guardMs = 0;
        m_settings.confirmingMs = 0;
        m_language.set(LanguageKind::Vietnamese);
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_link.reset();
    }

    void aCardAtTheScannerIsNeitherSeenNorPressed()
    {
        scan(kKnownCard);
        QTRY_COMPARE(page(), QStringLiteral("choicePage"));
        QVERIFY2(greeting().contains(QStringLiteral("Anh Nam")), qPrintable(greeting()));
        QVERIFY(!greeting().contains(QStringLiteral("Nguyễn"))); // the hall need not know more
        QVERIFY(!TouchButton::areKeysUsed());
        QCOMPARE(m_link->sent().size(), std::size_t(0));
        takeTicket();
        QCOMPARE(customerOfTicket(), demoCustomer(1));
        tap("doneButton");
        tap("vietnameseButton");
        QVERIFY(greeting().isEmpty()); // the next one is somebody else
        takeTicket();
        QCOMPARE(customerOfTicket(), CustomerId{});
    }

    void aCardIsReadOnTheChoicePageToo()
    {
        tap("vietnameseButton");
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("choiceButton1"));
        scan(kKnownCard);
        QTRY_VERIFY(!greeting().isEmpty());
        QCOMPARE(page(), QStringLiteral("choicePage"));
        QCOMPARE(m_link->sent().size(), std::size_t(0)); // no button was pressed by the code's digits or its Enter
        takeTicket();
        QCOMPARE(customerOfTicket(), demoCustomer(1));
    }

    void whoIsFoundAndWhoIsNotHearTheSame()
    {
        tap("vietnameseButton");
        scan(kQuietPhone);
        QTRY_VERIFY(!greeting().isEmpty());
        const QString known = greeting();
        const QString knownTitle = label("choiceTitle");
        takeTicket();
        QCOMPARE(customerOfTicket(), demoCustomer(2));
        tap("doneButton");
        tap("vietnameseButton");
        scan(kNobodysCard);
        QTRY_VERIFY(!greeting().isEmpty());
        QCOMPARE(greeting(), known);
        QCOMPARE(label("choiceTitle"), knownTitle);
        takeTicket();
        QCOMPARE(customerOfTicket(), CustomerId{});
    }

    void aNumberIsTypedOnLargeKeys()
    {
        tap("startIdentityButton");
        QCOMPARE(page(), QStringLiteral("identityPage"));
        QVERIFY(!find<TouchButton>("identityProceedButton")->isEnabled());
        for (const QChar each : QStringLiteral("09830002589"))
            tap(qPrintable(QStringLiteral("identityKey%1Button").arg(each)));
        tap("identityEraseButton");
        QCOMPARE(label("identityField"), QStringLiteral("0983 000 258"));
        const auto buttons = find<QWidget>("identityPage")->findChildren<TouchButton *>();
        for (const TouchButton *each : buttons)
            QVERIFY2(each->width() >= Look::kTouchMin && each->height() >= Look::kTouchMin,
                     qPrintable(each->objectName()));
        tap("identityProceedButton");
        QTRY_COMPARE(page(), QStringLiteral("choicePage"));
        QCOMPARE(label("identityField"), QStringLiteral("…")); // nobody reads it afterwards
        takeTicket();
        QCOMPARE(customerOfTicket(), demoCustomer(2));
    }

    void keysOfAKeyboardTypeTheNumberToo()
    {
        tap("startIdentityButton");
        for (const QChar each : kQuietPhone) {
            const qsizetype before = find<QLabel>("identityField")->text().remove(u' ').size();
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(Qt::Key_0 + each.digitValue()));
            QTRY_VERIFY(label("identityField") != QStringLiteral("…")
                        && (before == 1 || label("identityField").remove(u' ').size() > before));
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
        QTRY_COMPARE(label("identityField"), QStringLiteral("0983 000 258 1"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
        QTRY_COMPARE(label("identityField"), QStringLiteral("0983 000 258"));
        tap("identityProceedButton");
        QTRY_VERIFY(!greeting().isEmpty());
    }

    void goingOnWithoutIsOneTapFromEverywhere()
    {
        tap("startIdentityButton");
        tap("identityKey1Button");
        tap("identityWithoutButton");
        QCOMPARE(page(), QStringLiteral("choicePage"));
        QVERIFY(greeting().isEmpty());
        scan(QStringLiteral("|||no card at all"));
        QTRY_COMPARE(page(), QStringLiteral("noticePage"));
        tap("noticeButton");
        QCOMPARE(page(), QStringLiteral("choicePage"));
        scan(kKnownCard);
        QTRY_VERIFY(!greeting().isEmpty());
        tap("choiceIdentityButton");
        QVERIFY(greeting().isEmpty());
        takeTicket();
        QCOMPARE(customerOfTicket(), CustomerId{});
    }

    void whatCannotBeReadIsSaidAndTriedAgain()
    {
        scan(QStringLiteral("%%%%%"));
        QTRY_COMPARE(label("noticeTitle"), KioskWindow::tr("This could not be read"));
        scan(kKnownCard); // the scanner is still heard
        QTRY_COMPARE(page(), QStringLiteral("choicePage"));
        QVERIFY(!greeting().isEmpty());
        scan(QStringLiteral("%%%%%"));
        QTRY_COMPARE(label("noticeTitle"), KioskWindow::tr("This could not be read"));
        tap("backButton");
        QCOMPARE(page(), QStringLiteral("identityPage"));
        QVERIFY(greeting().isEmpty()); // nothing is left of the one before
    }

    void anEndlessScanIsDropped()
    {
        tap("vietnameseButton");
        const int before = m_customers->askedOf(Identify::kMethod);
        scan(QString(5000, u'7'));
        QCOMPARE(page(), QStringLiteral("choicePage"));
        QCOMPARE(m_customers->askedOf(Identify::kMethod), before);
        QCOMPARE(m_link->sent().size(), std::size_t(0));
    }

    void whoWalksAwayLeavesNothing()
    {
        tap("startIdentityButton");
        tap("identityKey4Button");
        m_window->letPass(m_settings.idleMs + 1);
        QCOMPARE(page(), QStringLiteral("startPage"));
        tap("startIdentityButton");
        QCOMPARE(label("identityField"), QStringLiteral("…"));
        tap("identityWithoutButton");
        scan(kKnownCard);
        QTRY_VERIFY(!greeting().isEmpty());
        m_window->letPass(m_settings.idleMs + 1);
        QCOMPARE(page(), QStringLiteral("startPage"));
        tap("vietnameseButton");
        QVERIFY(greeting().isEmpty());
        takeTicket();
        QCOMPARE(customerOfTicket(), CustomerId{});
    }

    void anIdentityThatIsTooOldCostsNobodyTheirTicket()
    {
        tap("vietnameseButton");
        scan(kKnownCard);
        QTRY_VERIFY(!greeting().isEmpty());
        m_link->refuseNext({ErrorCode::IdentityExpired, "", {}});
        takeTicket();
        QCOMPARE(m_link->sent().size(), std::size_t(2));
        QVERIFY(!std::get<command::IssueTicket>(m_link->sent()[0]).identity.empty());
        QVERIFY(std::get<command::IssueTicket>(m_link->sent()[1]).identity.empty());
        QCOMPARE(customerOfTicket(), CustomerId{});
    }

    void whileTheHubDoesNotAnswerOneGoesOnWithout()
    {
        m_link->hold();
        tap("vietnameseButton");
        scan(kKnownCard);
        QTRY_COMPARE(page(), QStringLiteral("noticePage"));
        tap("noticeButton");
        QCOMPARE(page(), QStringLiteral("choicePage"));
        m_link->release(); // an answer for who is not asked about any longer
        QCoreApplication::processEvents();
        QVERIFY(greeting().isEmpty());
        takeTicket();
        QCOMPARE(customerOfTicket(), CustomerId{});
    }

    void aHubThatIsSilentIsNotWaitedForLong()
    {
        m_settings.identifyMs = 1;
        open();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^nobody could be looked up")));
        m_link->hold();
        tap("vietnameseButton");
        scan(kKnownCard);
        QTRY_COMPARE(label("noticeTitle"), KioskWindow::tr("This is not possible just now"));
        tap("noticeButton");
        QCOMPARE(page(), QStringLiteral("choicePage"));
    }

    void aTicketThatIsShownIsNotDisturbedByTheNextCard()
    {
        tap("vietnameseButton");
        takeTicket();
        scan(kKnownCard);
        QCOMPARE(page(), QStringLiteral("ticketPage"));
        QCOMPARE(m_customers->askedOf(Identify::kMethod), 0);
    }

    void theLanguageOfWhoIsGreetedIsSpokenUnlessTheyChose()
    {
        m_customers->person(demoCustomer(1)).customer.language = "en";
        scan(kKnownCard);
        QTRY_VERIFY(!greeting().isEmpty());
        QCOMPARE(Language::current(), LanguageKind::English);
        m_window->letPass(m_settings.idleMs + 1);
        tap("vietnameseButton");
        scan(kKnownCard);
        QTRY_VERIFY(!greeting().isEmpty());
        QCOMPARE(Language::current(), LanguageKind::Vietnamese);
    }
};

QTEST_MAIN(TestKioskIdentity)
#include "tst_kioskidentity.moc"
