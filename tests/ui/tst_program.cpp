// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/deviceframe.h"
#include "ui/entry/enrolpage.h"
#include "ui/entry/surroundings.h"
#include "ui/session/stallmeter.h"

#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <set>

using namespace tiepdon;

/// What a program with windows says about its machine and itself.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_directory.isValid());
        write("fonts-none.conf",
              "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig>"
              "<dir prefix=\"relative\">nothing</dir><cachedir prefix=\"relative\">cache</cachedir></fontconfig>");
    }

    void vietnameseHasItsLetters()
    {
        const QString letters = vietnameseLetters();
        QCOMPARE(letters.size(), 2 * (5 + 6 + 6 + 1 + 5 + 6 + 5 + 5 + 6 + 6 + 5 + 6 + 5));
        QCOMPARE(std::set<QChar>(letters.begin(), letters.end()).size(), static_cast<std::size_t>(letters.size()));
        for (const QChar letter : letters)
            QVERIFY(letter.isLetter() && letter.unicode() > 127);
    }

    void theFontsOfThisMachineWillDo()
    {
        const auto problem = fontProblem();
        QVERIFY2(!problem, problem ? qPrintable(*problem) : "");
    }

    void whatTheMachineLacksIsSaid_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<QStringList>("words");
        const QString fonts = QStringLiteral("FONTCONFIG_FILE=") + file("fonts-none.conf");
        const QStringList fontWords{QStringLiteral("lack 134 of 134 Vietnamese letters"),
                                    QStringLiteral("fonts-inter"), QStringLiteral("fonts-noto-core")};
        const QString teller = QStringLiteral(TIEPDON_TELLER);
        const QString lobby = QStringLiteral(TIEPDON_LOBBY);
        QTest::newRow("nothing lacks") << teller << QStringList{QStringLiteral("LC_ALL=C.UTF-8")} << QStringList{};
        QTest::newRow("no fonts, a workplace")
            << teller << QStringList{QStringLiteral("LC_ALL=C.UTF-8"), fonts} << fontWords;
        QTest::newRow("no fonts, a display")
            << lobby << QStringList{QStringLiteral("LC_ALL=C.UTF-8"), fonts} << fontWords;
        QTest::newRow("not UTF-8") << teller << QStringList{QStringLiteral("LC_ALL=C")}
                                   << QStringList{QStringLiteral("\"C\" is not UTF-8"), QStringLiteral("locales")};
        QTest::newRow("no locale at all")
            << lobby << QStringList{} << QStringList{QStringLiteral("\"C\" is not UTF-8")};
        QTest::newRow("a locale that is not installed")
            << teller << QStringList{QStringLiteral("LC_ALL=xx_YY.UTF-8")}
            << QStringList{QStringLiteral("does not exist here"), QStringLiteral("locales")};
    }
    void whatTheMachineLacksIsSaid()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, environment);
        QFETCH(QStringList, words);
        QProcessEnvironment variables;
        for (const char *kept : {"PATH", "HOME", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"})
            variables.insert(QLatin1String(kept), qEnvironmentVariable(kept));
        variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        variables.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_directory.path());
        for (const QString &variable : environment)
            variables.insert(variable.section(QLatin1Char('='), 0, 0), variable.section(QLatin1Char('='), 1));
        QProcess process;
        process.setProcessEnvironment(variables);
        const QString picture = file("picture.png");
        const QString state
            = program.endsWith(QLatin1String("lobby")) ? QStringLiteral("calls") : QStringLiteral("signin");
        process.start(
            program,
            {QStringLiteral("--demo-state"), QStringLiteral("enrol"), QStringLiteral("--screenshot"), picture});
        QVERIFY(process.waitForFinished());
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 0, qPrintable(said));
        QVERIFY(QFile::exists(picture)); // it goes on
        QStringList lines;
        for (const QString &line : said.split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("tiepdon-")))
                lines << line;
        }
        QVERIFY2(lines.size() == (words.isEmpty() ? 0 : 1), qPrintable(said));
        for (const QString &word : words)
            QVERIFY2(lines.first().contains(word), qPrintable(lines.first()));
    }

    void aNoticeStandsAboveTheContentUntilClosed()
    {
        Language language(LanguageKind::Vietnamese);
        DeviceAccess access(DevicePlace::of(QStringLiteral("tiepdon-test"), file("device"), {}),
                            QStringLiteral("tiepdon-test"), DeviceKind::Workplace);
        DeviceFrame frame(access, language, {QStringLiteral("tiepdon-test"), DeviceKind::Workplace, {}},
                          [](BranchLink &) { return new QWidget; });
        frame.resize(1366, 768);
        frame.show();
        frame.showNotice(QStringLiteral("Boxes <b>everywhere</b>."));
        auto *words = frame.findChild<QLabel *>(QStringLiteral("noticeText"));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(words->textFormat(), Qt::PlainText);
        QVERIFY(words->isVisible());
        QVERIFY(words->mapTo(&frame, QPoint(0, 0)).y() < 40);
        QVERIFY(frame.enrolPage().isVisible());
        frame.findChild<QPushButton *>(QStringLiteral("noticeCloseButton"))->click();
        QTRY_VERIFY(!frame.findChild<QLabel *>(QStringLiteral("noticeText")));
    }

    void aProgramToldToEndClosesItsWindowsAndWritesWhatItMeasured_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void aProgramToldToEndClosesItsWindowsAndWritesWhatItMeasured()
    {
        QFETCH(int, number);
        const QString timing = file("timing");
        QFile::remove(timing);
        QProcess process;
        process.start(QStringLiteral(TIEPDON_TELLER),
                      {QStringLiteral("--device"), file("none"), QStringLiteral("--timing"), timing});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(catches(process.processId(), number));
        ::kill(static_cast<pid_t>(process.processId()), number);
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        const auto figures = read(timing);
        QCOMPARE(figures.size(), 5u);
        QCOMPARE(figures.at(QStringLiteral("teller.start_ms")), -1); // no content without a hub
        QVERIFY(figures.at(QStringLiteral("teller.rss_kib")) > 10000);
        QVERIFY(figures.at(QStringLiteral("teller.rss_peak_kib")) >= figures.at(QStringLiteral("teller.rss_kib")));
    }

    void aLoopThatStandsStillIsSeen()
    {
        const QString timing = file("stalls");
        QWidget window;
        {
            StallMeter meter(QStringLiteral("test"), timing);
            window.show();
            meter.hasContent(window);
            QTest::qWait(200);
            for (const int ms : {150, 300, 40}) {
                QThread::msleep(static_cast<unsigned long>(ms));
                QTest::qWait(50);
            }
            QMetaObject::invokeMethod(qApp, "aboutToQuit");
        }
        const auto figures = read(timing);
        QVERIFY(figures.at(QStringLiteral("test.start_ms")) > 0);
        const qint64 longest = figures.at(QStringLiteral("test.stall_max_ms"));
        QVERIFY2(longest >= 280 && longest < 5000, qPrintable(QString::number(longest)));
        QVERIFY(figures.at(QStringLiteral("test.stalls_over_100_ms")) >= 2);
    }

private:
    [[nodiscard]] QString file(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile made(file(name));
        QVERIFY(made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size());
    }
    /// Whether a process has set itself up to be told a signal.
    static bool catches(qint64 process, int number)
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(process));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("SigCgt:"))
                return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (number - 1) & 1) == 1;
        }
        return false;
    }
    static std::map<QString, qint64> read(const QString &path)
    {
        std::map<QString, qint64> figures;
        QFile written(path);
        if (!written.open(QIODevice::ReadOnly))
            return figures;
        for (const QByteArray &line : written.readAll().split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() == 3)
                figures[QString::fromUtf8(parts.at(0))] = parts.at(1).toLongLong();
        }
        return figures;
    }

    QTemporaryDir m_directory;
};

QTEST_MAIN(TestProgram)
#include "tst_program.moc"
