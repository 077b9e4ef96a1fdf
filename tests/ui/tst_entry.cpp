// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/codeedit.h"
#include "ui/entry/deviceframe.h"
#include "ui/entry/enrolpage.h"
#include "ui/entry/entryframe.h"
#include "ui/entry/lockpage.h"
#include "ui/entry/passwordpage.h"
#include "ui/entry/signinpage.h"
#include "ui/session/demobranch.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace tiepdon;

/// The pages before a program's content, worked by keyboard on people who really have passwords.
class TestEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TIEPDON_SECRETS", "file");
        applyTheme(ThemeKind::Light);
    }

    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_link->setAccounts(demoAccounts());
        auto *content = new QWidget;
        auto *column = new QVBoxLayout(content);
        for (const char *name : {"firstField", "secondField"}) {
            auto *field = new QLineEdit(content);
            field->setObjectName(QLatin1String(name));
            column->addWidget(field);
        }
        m_content = content;
        m_frame = std::make_unique<EntryFrame>(*m_link, m_language, content);
        m_frame->resize(1366, 768);
        m_frame->show();
        m_frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
    }

    void cleanup()
    {
        m_frame.reset();
        m_link.reset();
    }

    void signsInByKeyboardAlone()
    {
        QVERIFY(!m_content->isVisible());
        QTRY_VERIFY(edit("accountEdit")->hasFocus());
        QTest::keyClicks(edit("accountEdit"), QStringLiteral(" HA "));
        QTest::keyClick(edit("accountEdit"), Qt::Key_Return);
        QVERIFY(edit("passwordEdit")->hasFocus());
        edit("passwordEdit")->setText(demoPassword());
        QTest::keyClick(edit("passwordEdit"), Qt::Key_Return);
        QTRY_VERIFY(m_content->isVisible());
        QCOMPARE(m_link->session().staff, StaffId{3});
        QVERIFY(edit("passwordEdit")->text().isEmpty());
    }

    void theFocusGivenToTheFrameGoesWhereOneBegins()
    {
        QTRY_VERIFY(edit("accountEdit")->hasFocus());
        m_frame->setFocus();
        QVERIFY(edit("accountEdit")->hasFocus());
        m_link->enter(QStringLiteral("ha"));
        auto *second = m_frame->findChild<QLineEdit *>(QStringLiteral("secondField"));
        second->setFocus();
        m_link->lock();
        m_frame->setFocus();
        QVERIFY(edit("unlockEdit")->hasFocus());
    }

    void aWrongPasswordIsSaidAndSelectedForTheNextTry()
    {
        attempt(QStringLiteral("ha"), QStringLiteral("wrong"));
        QTRY_VERIFY(!said().isEmpty());
        QVERIFY2(said().startsWith(QStringLiteral("Tài khoản hoặc mật khẩu không đúng")), qPrintable(said()));
        QVERIFY(edit("passwordEdit")->hasFocus());
        QCOMPARE(edit("passwordEdit")->selectedText().size(), 5);
        QCOMPARE(edit("passwordEdit")->echoMode(), QLineEdit::Password);
        QVERIFY(!m_content->isVisible());
        // the error is past as soon as it is tried again
        edit("passwordEdit")->setText(demoPassword());
        QTest::keyClick(edit("passwordEdit"), Qt::Key_Return);
        QTRY_VERIFY(m_content->isVisible());
        QVERIFY(said().isEmpty());
    }

    void aPauseIsCountedDownOnTheButton()
    {
        for (int i = 0; i < 3; ++i) {
            attempt(QStringLiteral("ha"), QStringLiteral("wrong"));
            QTRY_VERIFY(button("signInButton")->isEnabled() && !said().isEmpty());
        }
        attempt(QStringLiteral("ha"), demoPassword()); // right, and too early
        QTRY_COMPARE(button("signInButton")->text(), QStringLiteral("Thử lại sau 2 giây"));
        QVERIFY(!button("signInButton")->isEnabled());
        QTest::keyClick(edit("passwordEdit"), Qt::Key_Return);
        QVERIFY(!m_content->isVisible());
        QTRY_COMPARE(button("signInButton")->text(), QStringLiteral("Thử lại sau 1 giây"));
        QTRY_COMPARE(button("signInButton")->text(), QStringLiteral("Đăng nhập"));
        QVERIFY(said().isEmpty());
        m_link->advance(3 * kSecondMs);
        attempt(QStringLiteral("ha"), demoPassword());
        QTRY_VERIFY(m_content->isVisible());
    }

    void aPauseIsOfOneAccount()
    {
        edit("accountEdit")->setText(QStringLiteral("ha"));
        m_frame->signInPage().showError({ErrorCode::SignInDelayed, "", {{"waitMs", "600000"}}});
        QVERIFY(!button("signInButton")->isEnabled());
        QTest::keyClicks(edit("accountEdit"), QStringLiteral("i"));
        QVERIFY(button("signInButton")->isEnabled());
    }

    void aDisabledAccountIsSaidOnlyToWhoHasItsPassword()
    {
        attempt(QStringLiteral("nghi"), QStringLiteral("wrong"));
        QTRY_VERIFY(said().startsWith(QStringLiteral("Tài khoản hoặc")));
        attempt(QStringLiteral("nghi"), demoPassword());
        QTRY_VERIFY(said().startsWith(QStringLiteral("Tài khoản này đã bị ngừng")));
    }

    void whileTheHubIsAwayNobodyCanSignInAndItIsSaid()
    {
        m_link->setStatus(BranchLink::Status::Connecting, {ErrorCode::Offline, "no route", {}});
        QVERIFY(!button("signInButton")->isEnabled());
        QVERIFY(shown<QLabel>("entryHint")->isVisible());
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(button("signInButton")->isEnabled());
    }

    void whyASessionEndedIsSaidWhereOneSignsInAgain_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *reason, const char *words) {
            QTest::newRow(reason) << QString::fromUtf8(reason) << QString::fromUtf8(words);
        };
        row("disabled", "đã bị ngừng");
        row("signedOutElsewhere", "từ nơi khác");
        row("expired", "hết thời gian");
        row("passwordChanged", "đã được đổi");
    }
    void whyASessionEndedIsSaidWhereOneSignsInAgain()
    {
        QFETCH(QString, reason);
        QFETCH(QString, words);
        m_link->enter(QStringLiteral("ha"));
        QVERIFY(m_content->isVisible());
        m_link->endFromHub(reason.toStdString());
        QVERIFY(!m_content->isVisible());
        QVERIFY2(said().contains(words), qPrintable(said()));
    }

    void lockingHidesTheContentAndUnlockingBringsItBackWithItsFocus()
    {
        m_link->enter(QStringLiteral("ha"));
        auto *second = m_frame->findChild<QLineEdit *>(QStringLiteral("secondField"));
        second->setFocus();
        second->setText(QStringLiteral("half written"));
        QTest::keyClick(second, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!m_content->isVisible());
        QCOMPARE(m_link->access(), BranchLink::Access::Locked);
        QVERIFY(edit("unlockEdit")->hasFocus());
        QCOMPARE(shown<QLabel>("lockedWho")->text(), QStringLiteral("Phạm Thu Hà"));
        edit("unlockEdit")->setText(QStringLiteral("wrong"));
        QTest::keyClick(edit("unlockEdit"), Qt::Key_Return);
        QTRY_VERIFY(!said().isEmpty());
        QVERIFY(!m_content->isVisible());
        edit("unlockEdit")->setText(demoPassword());
        QTest::keyClick(edit("unlockEdit"), Qt::Key_Return);
        QTRY_VERIFY(m_content->isVisible());
        QVERIFY(second->hasFocus());
        QCOMPARE(second->text(), QStringLiteral("half written"));
    }

    void theLockPageSaysWhatGoesOn()
    {
        m_link->enter(QStringLiteral("minh"));
        m_link->lockFromHub("idle");
        QVERIFY(shown<QLabel>("entryWords", m_frame->lockPage())
                    ->text()
                    .startsWith(QStringLiteral("Đã khóa vì không ai sử dụng")));
        QCOMPARE(shown<QLabel>("lockedInHand")->text(), QStringLiteral("A008 vẫn đang được mời đến quầy 2."));
        const auto started = m_link->run(
            command::StartService{CounterId{2}, m_link->branch().counterState(CounterId{2})->ticket, {}});
        QVERIFY(started.isOk());
        QCOMPARE(shown<QLabel>("lockedInHand")->text(), QStringLiteral("A008 vẫn đang được phục vụ tại quầy 2."));
    }

    void somebodyElseSignsOut()
    {
        m_link->enter(QStringLiteral("ha"));
        m_link->lock();
        button("somebodyElseButton")->click();
        QCOMPARE(m_link->access(), BranchLink::Access::SignedOut);
        QVERIFY(m_frame->signInPage().isVisible());
    }

    void closingTheWindowLocks()
    {
        m_link->enter(QStringLiteral("ha"));
        m_frame->close();
        QCOMPARE(m_link->access(), BranchLink::Access::Locked);
    }

    void inputIsReportedAndNotForEveryKey()
    {
        auto *first = m_frame->findChild<QLineEdit *>(QStringLiteral("firstField"));
        QTest::keyClicks(edit("accountEdit"), QStringLiteral("ab"));
        QCOMPARE(m_link->activity(), 0); // nobody is signed in
        m_link->enter(QStringLiteral("ha"));
        QTest::keyClicks(first, QStringLiteral("hello"));
        QCOMPARE(m_link->activity(), 1);
        QTRY_VERIFY([&] {
            QTest::keyClicks(first, QStringLiteral("x"));
            return m_link->activity() == 2;
        }());
    }

    void aOneTimePasswordMustBeChanged()
    {
        attempt(QStringLiteral("moi"), demoPassword());
        QTRY_VERIFY(m_frame->passwordPage().isVisible());
        QVERIFY(edit("newPasswordEdit")->hasFocus());
        QVERIFY(!edit("currentPasswordEdit")->isVisible()); // it was typed a moment ago
        change(QStringLiteral("ngắn quá"), QStringLiteral("ngắn quá"));
        QTRY_VERIFY2(said().contains(QStringLiteral("ít nhất 12")), qPrintable(said()));
        QVERIFY(edit("newPasswordEdit")->hasFocus());
        change(QStringLiteral("trăng lên đỉnh núi"), QStringLiteral("trăng lên đỉnh đồi"));
        QVERIFY(shown<QLabel>("repeatMismatch")->isVisible());
        QVERIFY(edit("repeatPasswordEdit")->hasFocus());
        QCOMPARE(m_link->access(), BranchLink::Access::PasswordChange);
        change(demoPassword(), demoPassword());
        QTRY_VERIFY2(said().contains(QStringLiteral("đang dùng")), qPrintable(said()));
        change(QStringLiteral("trăng lên đỉnh núi"), QStringLiteral("trăng lên đỉnh núi"));
        QTRY_VERIFY(m_content->isVisible());
        QVERIFY(edit("newPasswordEdit")->text().isEmpty() && edit("repeatPasswordEdit")->text().isEmpty());
    }

    void anUnknownOneTimePasswordIsAskedFor()
    {
        m_link->enter(QStringLiteral("moi")); // remembered from before: nothing was typed
        QVERIFY(edit("currentPasswordEdit")->isVisible());
        QVERIFY(edit("currentPasswordEdit")->hasFocus());
        edit("currentPasswordEdit")->setText(QStringLiteral("wrong"));
        change(QStringLiteral("trăng lên đỉnh núi"), QStringLiteral("trăng lên đỉnh núi"));
        QTRY_VERIFY(!said().isEmpty());
        QVERIFY(edit("currentPasswordEdit")->hasFocus());
        edit("currentPasswordEdit")->setText(demoPassword());
        change(QStringLiteral("trăng lên đỉnh núi"), QStringLiteral("trăng lên đỉnh núi"));
        QTRY_VERIFY(m_content->isVisible());
    }

    void aPasswordIsChangedAtWillAndTheContentComesBack()
    {
        m_link->enter(QStringLiteral("ha"));
        auto *second = m_frame->findChild<QLineEdit *>(QStringLiteral("secondField"));
        second->setFocus();
        QCOMPARE(EntryFrame::around(*second), m_frame.get());
        m_frame->changePassword();
        QVERIFY(!m_content->isVisible());
        QVERIFY(edit("currentPasswordEdit")->hasFocus());
        QTest::keyClick(edit("currentPasswordEdit"), Qt::Key_Escape);
        QVERIFY(m_content->isVisible());
        QVERIFY(second->hasFocus());
        QCOMPARE(m_link->access(), BranchLink::Access::SignedIn);

        m_frame->changePassword();
        edit("currentPasswordEdit")->setText(QStringLiteral("wrong"));
        change(QStringLiteral("trăng lên đỉnh núi"), QStringLiteral("trăng lên đỉnh núi"));
        QTRY_VERIFY(said().startsWith(QStringLiteral("Tài khoản hoặc mật khẩu không đúng")));
        QVERIFY(edit("currentPasswordEdit")->hasFocus());
        edit("currentPasswordEdit")->setText(demoPassword());
        change(QStringLiteral("trăng lên đỉnh núi"), QStringLiteral("trăng lên đỉnh núi"));
        // said before the content is back, and nothing typed is left
        QTRY_VERIFY(!edit("newPasswordEdit")->isVisible());
        QVERIFY(!m_content->isVisible());
        QVERIFY(edit("newPasswordEdit")->text().isEmpty() && edit("currentPasswordEdit")->text().isEmpty());
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(button("changePasswordButton")->isEnabled()); // going back needs no hub
        QVERIFY(button("changePasswordButton")->hasFocus());
        QTest::keyClick(button("changePasswordButton"), Qt::Key_Return);
        QVERIFY(m_content->isVisible());
        QVERIFY(second->hasFocus());

        m_link->setStatus(BranchLink::Status::Live);
        m_link->signOut();
        attempt(QStringLiteral("ha"), demoPassword());
        QTRY_VERIFY(!said().isEmpty());
        attempt(QStringLiteral("ha"), QStringLiteral("trăng lên đỉnh núi"));
        QTRY_VERIFY(m_content->isVisible());
    }

    void aLockLeavesTheChangeOfPassword()
    {
        m_link->enter(QStringLiteral("ha"));
        m_frame->changePassword();
        edit("currentPasswordEdit")->setText(QStringLiteral("half typed"));
        m_link->lockFromHub("idle");
        QVERIFY(m_frame->lockPage().isVisible());
        edit("unlockEdit")->setText(demoPassword());
        QTest::keyClick(edit("unlockEdit"), Qt::Key_Return);
        QTRY_VERIFY(m_content->isVisible());
        QVERIFY(edit("currentPasswordEdit")->text().isEmpty());
        // and the page of one-time passwords is not left by Escape
        m_link->enter(QStringLiteral("moi"));
        QTest::keyClick(edit("currentPasswordEdit"), Qt::Key_Escape);
        QVERIFY(m_frame->passwordPage().isVisible());
        QCOMPARE(button("leavePasswordButton")->text(), QStringLiteral("Để sau: đăng xuất"));
    }

    void capsLockIsSuspected()
    {
        auto *hint = m_frame->signInPage().findChild<QLabel *>(QStringLiteral("passwordCapsHint"));
        edit("passwordEdit")->setFocus();
        QTest::keyClick(edit("passwordEdit"), 'a');
        QVERIFY(!hint->isVisible());
        QTest::keyClick(edit("passwordEdit"), 'A', Qt::ShiftModifier);
        QVERIFY(!hint->isVisible());
        QTest::keyClick(edit("passwordEdit"), 'A');
        QVERIFY(hint->isVisible());
    }

    void theLanguageSwitchesBeforeSigningInToo()
    {
        QCOMPARE(button("signInButton")->text(), QStringLiteral("Đăng nhập"));
        button("entryLanguageButton")->click();
        QTRY_COMPARE(button("signInButton")->text(), QStringLiteral("Sign in"));
        button("entryLanguageButton")->click();
        QTRY_COMPARE(button("signInButton")->text(), QStringLiteral("Đăng nhập"));
    }

    void aCodeIsGroupedHoweverItComes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *text, const char *code) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(code);
        };
        row("typed in lower case", "08d5s6r92c", "08D5-S6R9-2C");
        row("with its hyphens", "08D5-S6R9-2C4K", "08D5-S6R9-2C4K");
        row("spoken in groups", "08D5 S6R9 2C4K", "08D5-S6R9-2C4K");
        row("over lines, with marks", "08D5-\r\nS6R9.\t2C4K\n", "08D5-S6R9-2C4K");
        row("letters of no code", "08Đ5é😀ab", "085A-B");
        row("nothing", "", "");
    }
    void aCodeIsGroupedHoweverItComes()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        CodeEdit typed;
        for (const QChar c : text) {
            if (c != QLatin1Char('\n') && c != QLatin1Char('\r') && c.unicode() < 0x80)
                QTest::keyClick(&typed, c.toLatin1());
        }
        if (!text.contains(u'é'))
            QCOMPARE(typed.code(), code);
        CodeEdit pasted;
        QApplication::clipboard()->setText(text);
        pasted.paste();
        QCOMPARE(pasted.code(), code);
    }

    void aCodeIsCorrectedInTheMiddle()
    {
        CodeEdit field;
        field.setPlainText(QStringLiteral("08D5S6R92C4K"));
        QTextCursor cursor = field.textCursor();
        cursor.setPosition(5); // behind the first hyphen
        field.setTextCursor(cursor);
        QTest::keyClick(&field, Qt::Key_Backspace); // takes the 5, not the hyphen
        QCOMPARE(field.code(), QStringLiteral("08DS-6R92-C4K"));
        QCOMPARE(field.textCursor().position(), 3);
        QTest::keyClick(&field, 'x');
        QCOMPARE(field.code(), QStringLiteral("08DX-S6R9-2C4K"));
        QCOMPARE(field.textCursor().position(), 4);
    }

    void aScannersEnterEnters()
    {
        EnrolPage page;
        page.setMode(EnrolPage::Mode::WantsCode);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QSignalSpy entered(&page, &EnrolPage::codeEntered);
        auto *field = page.findChild<CodeEdit *>(QStringLiteral("codeEdit"));
        QTest::keyClicks(field, QStringLiteral("08d5s6r9"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(entered.count(), 1);
        QCOMPARE(entered.first().first().toString(), QStringLiteral("08D5-S6R9"));
        page.setMode(EnrolPage::Mode::Enrolling);
        QTest::keyClick(field, Qt::Key_Return); // once is enough
        QCOMPARE(entered.count(), 1);
        page.setMode(EnrolPage::Mode::WantsCode);
        page.showError({ErrorCode::EnrolmentUsed, "", {}});
        QCOMPARE(page.findChild<QWidget *>(QStringLiteral("errorBanner"))->isVisible(), true);
        QCOMPARE(field->code(), QStringLiteral("08D5-S6R9"));
    }

    void withoutAnEnrolmentAProgramAsksForACode()
    {
        const QTemporaryDir folder;
        DeviceAccess access({folder.filePath(QStringLiteral("device")), folder.path()},
                            QStringLiteral("tiepdon-teller"), DeviceKind::Workplace);
        int made = 0;
        DeviceFrame frame(access, m_language, {QStringLiteral("tiepdon-teller"), DeviceKind::Workplace, {}},
                          [&made](BranchLink &) {
                              ++made;
                              return new QWidget;
                          });
        frame.resize(1366, 768);
        frame.show();
        frame.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&frame));
        auto *field = frame.findChild<CodeEdit *>(QStringLiteral("codeEdit"));
        QVERIFY(!field->isVisible()); // nothing is asked before it is known that nothing is known
        access.start();
        QTRY_VERIFY(field->isVisible());
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("08d5s6r9"));
        QTest::keyClick(field, Qt::Key_Return);
        QWidget *banner = frame.findChild<QWidget *>(QStringLiteral("errorBanner"));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->property("text").toString().startsWith(QStringLiteral("Mã bị thiếu hoặc gõ sai")));
        QCOMPARE(field->code(), QStringLiteral("08D5-S6R9")); // to be corrected, not typed anew
        QCOMPARE(made, 0);
    }

    void aCodeFromAScriptIsTriedByItself()
    {
        const QTemporaryDir folder;
        DeviceAccess access({folder.filePath(QStringLiteral("device")), folder.path()},
                            QStringLiteral("tiepdon-lobby"), DeviceKind::Display);
        const DeviceFrame frame(
            access, m_language,
            {QStringLiteral("tiepdon-lobby"), DeviceKind::Display, QStringLiteral("not a code")},
            [](BranchLink &) { return new QWidget; });
        access.start();
        QTRY_COMPARE(access.problem().code, ErrorCode::CodeDamaged);
        QCOMPARE(access.state(), DeviceAccess::State::NotEnrolled);
    }

    void filesInsteadOfAKeychainAreSaid()
    {
        EnrolPage page;
        page.setMode(EnrolPage::Mode::WantsCode);
        page.show();
        auto *note = page.findChild<QLabel *>(QStringLiteral("secretsNoteText"));
        QVERIFY(!note->isVisible());
        page.setSecretsFolder(QStringLiteral("/home/x/.config/tiepdon"));
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(QStringLiteral("/home/x/.config/tiepdon")));
        m_frame->setPlace({QStringLiteral("Quầy 3"), QStringLiteral("hub:7117"), QStringLiteral("/home/x")});
        QVERIFY(shown<QLabel>("entryNote")->text().contains(QStringLiteral("/home/x")));
        QVERIFY(shown<QLabel>("entryWhere")->text().contains(QStringLiteral("Quầy 3")));
    }

private:
    void attempt(const QString &account, const QString &password)
    {
        edit("accountEdit")->setText(account);
        edit("passwordEdit")->setText(password);
        QTest::keyClick(edit("passwordEdit"), Qt::Key_Return);
    }
    void change(const QString &one, const QString &other)
    {
        edit("newPasswordEdit")->setText(one);
        edit("repeatPasswordEdit")->setText(other);
        QTest::keyClick(edit("repeatPasswordEdit"), Qt::Key_Return);
    }
    QLineEdit *edit(const char *name) { return shown<QLineEdit>(name); }
    QPushButton *button(const char *name) { return shown<QPushButton>(name); }
    template <class Widget>
    Widget *shown(const char *name)
    {
        return shown<Widget>(name, *m_frame);
    }
    template <class Widget>
    Widget *shown(const char *name, QWidget &in)
    {
        const auto all = in.findChildren<Widget *>(QLatin1String(name));
        for (Widget *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        if (all.isEmpty())
            qFatal("no widget is called %s", name);
        return all.first();
    }
    QString said()
    {
        QWidget *banner = shown<QWidget>("errorBanner");
        return banner->isVisible() ? banner->property("text").toString() : QString();
    }

    Language m_language{LanguageKind::Vietnamese};
    std::unique_ptr<FixedLink> m_link;
    QWidget *m_content = nullptr;
    std::unique_ptr<EntryFrame> m_frame;
};

QTEST_MAIN(TestEntry)
#include "tst_entry.moc"
