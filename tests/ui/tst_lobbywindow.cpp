// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/demostates.h"
#include "app/lobby/lobbywindow.h"
#include "ui/session/demobranch.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <QTest>

using namespace tiepdon;

/// The display, from far away and after losing the hub.
class TestLobbyWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Dark); }

    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_window = std::make_unique<LobbyWindow>(*m_link, QString());
        m_window->resize(1280, 720);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_link.reset();
    }

    void theNewestCallIsShownAndFlashes()
    {
        QCOMPARE(panel().number(), QStringLiteral("A008"));
        QVERIFY(!panel().isFlashing());
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        run(command::CallNext{CounterId{3}});
        QCOMPARE(panel().number(), QStringLiteral("A009"));
        QCOMPARE(panel().counter(), QStringLiteral("3"));
        QVERIFY(panel().isFlashing());
        QTRY_VERIFY_WITH_TIMEOUT(!panel().isFlashing(), 6000);
        run(command::Recall{CounterId{3}, m_link->branch().counterState(CounterId{3})->ticket});
        QVERIFY(panel().isFlashing());
    }

    void digitsAreTallEnough_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("HD ready") << QSize(1280, 720);
        QTest::newRow("full HD") << QSize(1920, 1080);
        QTest::newRow("4K") << QSize(3840, 2160);
        QTest::newRow("4K upright") << QSize(2160, 3840);
    }
    void digitsAreTallEnough()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        QTRY_COMPARE(m_window->size(), size);
        // as painted: the first run of rows that hold the call's colour; an upright screen's counter stands below
        const QImage picture = panel().grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRgb brand = theme().brand.rgb();
        int best = 0;
        for (int y = 0; y < picture.height(); ++y) {
            bool isInked = false;
            for (int x = 0; x < picture.width() / 2 && !isInked; ++x)
                isInked = picture.pixel(x, y) == brand;
            if (!isInked && best > 0)
                break;
            best += isInked ? 1 : 0;
        }
        QVERIFY2(best >= size.height() * 22 / 100, qPrintable(QString::number(best)));
        QVERIFY(panel().geometry().bottom() < size.height() * 6 / 10);
        auto *board = m_window->findChild<CallBoard *>(QStringLiteral("callBoard"));
        QVERIFY2(board->rowsShown() >= 4, qPrintable(QString::number(board->rowsShown())));
    }

    void staleIsSaidAndNeverShownAsNow()
    {
        QWidget *band = m_window->findChild<QWidget *>(QStringLiteral("staleBand"));
        QVERIFY(!band->isVisible());
        const QImage before = panel().grab().toImage();
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(band->isVisible());
        const QString said = band->property("text").toString();
        QVERIFY(said.contains(QStringLiteral("Dữ liệu lúc 10:41"))
                && said.contains(QStringLiteral("Data as of 10:41")));
        QVERIFY(panel().grab().toImage() != before);
        QCOMPARE(panel().number(), QStringLiteral("A008"));
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(!band->isVisible());
    }

    void closedAndConnectingAreSaidInBothLanguages()
    {
        run(command::CloseDay{true});
        QVERIFY(!panel().isVisible());
        QCOMPARE(said("notice"), QStringLiteral("Chi nhánh đã đóng cửa"));
        QCOMPARE(said("noticeOther"), QStringLiteral("The branch is closed"));
        FixedLink fresh(demoMorningMs());
        fresh.setStatus(BranchLink::Status::Connecting);
        const LobbyWindow waiting(fresh, QString());
        QCOMPARE(waiting.findChild<QWidget *>(QStringLiteral("notice"))->property("text").toString(),
                 QStringLiteral("Đang kết nối…"));
    }

    void aWithdrawnDisplaySaysSoAndNothingElse()
    {
        m_link->setStatus(BranchLink::Status::Refused, {ErrorCode::DeviceRevoked, "", {}});
        QVERIFY(!panel().isVisible());
        QVERIFY(!m_window->findChild<QWidget *>(QStringLiteral("staleBand"))->isVisible());
        QCOMPARE(said("notice"), QStringLiteral("Màn hình này đã bị thu hồi khỏi chi nhánh"));
        QCOMPARE(said("noticeOther"), QStringLiteral("This display was withdrawn from the branch"));
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(panel().isVisible());
    }

    void everyDemoStateOpens()
    {
        for (const QString &state : lobbyDemoStates()) {
            const Demo demo = lobbyDemo(state, QStringLiteral("Xin chào"), m_language);
            QVERIFY(demo.window);
            demo.window->resize(1280, 720);
            QVERIFY(!demo.window->grab().isNull());
        }
        QVERIFY(!lobbyDemo(QStringLiteral("no such state"), QString(), m_language).window);
    }

private:
    CallPanel &panel() { return m_window->callPanel(); }
    QString said(const char *name)
    {
        return m_window->findChild<QWidget *>(QLatin1String(name))->property("text").toString();
    }
    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }

    Language m_language{LanguageKind::Vietnamese};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<LobbyWindow> m_window;
};

QTEST_MAIN(TestLobbyWindow)
#include "tst_lobbywindow.moc"
