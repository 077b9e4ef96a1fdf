// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace {

const QString kBar = QStringLiteral("Tiếp Đón teller bar");

/// A program of the test on its display; what it said on stdout, as it came.
class Program
{
public:
    Program(const QProcessEnvironment &environment, const QString &program, const QStringList &arguments)
    {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QStringList said()
    {
        m_all += m_process.readAllStandardOutput();
        return QString::fromUtf8(m_all).split(u'\n', Qt::SkipEmptyParts);
    }
    [[nodiscard]] QProcess &process() { return m_process; }

private:
    QProcess m_process;
    QByteArray m_all;
};

} // namespace

/// The teller's bar on a real X11 display, beside a program of the kind it is for: that one keeps the keyboard
/// while the bar is shown, clicked and used through its chord. The teller shows a made-up branch with a real
/// engine.
class TestBarFocus : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        all.insert(QStringLiteral("DISPLAY"), m_display);
        all.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        all.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        all.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        all.remove(QStringLiteral("WAYLAND_DISPLAY"));
        return all;
    }
    /// What xdotool answers, a line each; nothing when it cannot.
    QStringList xdotool(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral("xdotool"), arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }
    /// The title of a window that is shown and whose title begins so; empty when there is none.
    QString title(const QString &begin)
    {
        return xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"),
                        QLatin1Char('^') + begin, QStringLiteral("getwindowname")})
            .value(0);
    }
    QString barTitle() { return title(kBar); }
    QString focused()
    {
        return xdotool({QStringLiteral("getwindowfocus"), QStringLiteral("getwindowname")}).value(0);
    }
    void key(const char *keys) { xdotool({QStringLiteral("key"), QLatin1String(keys)}); }
    void type(const char *text) { xdotool({QStringLiteral("type"), QLatin1String(text)}); }
    void chord()
    {
        key("ctrl+alt+space");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Key?")));
    }
    /// What the other program's field holds.
    QString field()
    {
        QString text;
        const QStringList lines = m_field->said();
        for (const QString &line : lines) {
            if (line.startsWith(QLatin1String("text ")))
                text = line.mid(5);
        }
        return text;
    }
    std::unique_ptr<Program> teller(const QString &state, const QStringList &more = {})
    {
        return std::make_unique<Program>(
            environment(), QStringLiteral(TIEPDON_TELLER),
            QStringList{QStringLiteral("--language"), QStringLiteral("en"), QStringLiteral("--demo-state"), state}
                + more);
    }
    /// Gives the keyboard to the other program: there is no window manager that would.
    void focusField()
    {
        xdotool({QStringLiteral("search"), QStringLiteral("--sync"), QStringLiteral("--onlyvisible"),
                 QStringLiteral("--name"), QStringLiteral("^Core banking$"), QStringLiteral("windowfocus")});
        QTRY_COMPARE(focused(), QStringLiteral("Core banking"));
    }
    void begin(const QString &state = QStringLiteral("bar-free"), const QString &word = QStringLiteral("Free"))
    {
        m_field = std::make_unique<Program>(environment(), QStringLiteral(TIEPDON_FIELD), QStringList());
        QTRY_VERIFY(m_field->said().contains(QStringLiteral("ready")));
        focusField();
        m_teller = teller(state);
        QTRY_VERIFY_WITH_TIMEOUT(barTitle().contains(word), 20000);
    }

    QTemporaryDir m_folder;
    QProcess m_xvfb;
    QString m_display;
    std::unique_ptr<Program> m_field;
    std::unique_ptr<Program> m_teller;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *program : {"Xvfb", "xdotool"}) {
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                QSKIP("Xvfb or xdotool is not installed; packaging/packages names them");
        }
        m_xvfb.start(QStringLiteral("Xvfb"),
                     {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                      QStringLiteral("0"), QStringLiteral("1366x768x24"), QStringLiteral("-nolisten"),
                      QStringLiteral("tcp"), QStringLiteral("-noreset")});
        QVERIFY(m_xvfb.waitForReadyRead(20000));
        m_display = QLatin1Char(':') + QString::fromLatin1(m_xvfb.readLine().trimmed());
    }
    void cleanup()
    {
        m_teller.reset();
        m_field.reset();
    }
    void cleanupTestCase()
    {
        m_xvfb.terminate();
        m_xvfb.waitForFinished();
    }

    void theBarIsShownAndTheFieldKeepsTheKeyboard()
    {
        begin();
        QCOMPARE(focused(), QStringLiteral("Core banking"));
        QCOMPARE(xdotool({QStringLiteral("search"), QStringLiteral("--name"), QLatin1Char('^') + kBar,
                          QStringLiteral("getwindowgeometry"), QStringLiteral("--shell")})
                     .filter(QRegularExpression(QStringLiteral("^(X|Y|WIDTH|HEIGHT)="))),
                 (QStringList{QStringLiteral("X=0"), QStringLiteral("Y=0"), QStringLiteral("WIDTH=1366"),
                              QStringLiteral("HEIGHT=40")}));
        type("abc");
        QTRY_COMPARE(field(), QStringLiteral("abc"));
        QVERIFY(!m_field->said().contains(QStringLiteral("active 0")));
    }

    void aClickOnTheBarWorksAndMovesNoFocus()
    {
        begin(QStringLiteral("bar-break"), QStringLiteral("Break"));
        type("abc");
        // every place its one button may stand at; what comes in its place may be clicked as well
        for (int x = 700; x < 1200 && barTitle().contains(QStringLiteral("Break")); x += 30)
            xdotool({QStringLiteral("mousemove"), QString::number(x), QStringLiteral("20"), QStringLiteral("click"),
                     QStringLiteral("1")});
        QTRY_VERIFY(!barTitle().contains(QStringLiteral("Break")));
        QCOMPARE(focused(), QStringLiteral("Core banking"));
        type("def");
        QTRY_COMPARE(field(), QStringLiteral("abcdef"));
        QVERIFY(!m_field->said().contains(QStringLiteral("active 0")));
    }

    void theChordLendsTheKeyboardForOneKey()
    {
        begin();
        type("abc");
        chord();
        key("F2");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Called")));
        type("def");
        QTRY_COMPARE(field(), QStringLiteral("abcdef"));
        QCOMPARE(focused(), QStringLiteral("Core banking"));
        chord();
        key("Return");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Serving")));
        chord();
        key("F9");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Choose")));
        type("1"); // without the chord it is the field's
        QTRY_COMPARE(field(), QStringLiteral("abcdef1"));
        QVERIFY(barTitle().contains(QStringLiteral("Choose")));
        chord();
        key("1");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Goal?")));
        chord();
        key("1");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Free")));
        type("g");
        QTRY_COMPARE(field(), QStringLiteral("abcdef1g"));
    }

    void escapeAndTimeGiveTheKeyboardBack()
    {
        begin();
        chord();
        key("Escape");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Free")));
        type("a");
        QTRY_COMPARE(field(), QStringLiteral("a"));
        chord();
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Free"))); // nobody typed
        type("b");
        QTRY_COMPARE(field(), QStringLiteral("ab"));
    }

    void lockKeysDoNotMatter()
    {
        begin();
        for (const char *lock : {"Num_Lock", "Caps_Lock"}) {
            key(lock);
            chord();
            key("Escape");
            QTRY_VERIFY(barTitle().contains(QStringLiteral("Free")));
        }
        key("Num_Lock");
        chord(); // with Caps Lock alone
        key("Escape");
        key("Caps_Lock");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Free")));
    }

    void oneKeyGoesToTheWindowAndBack()
    {
        begin();
        chord();
        key("F12");
        QTRY_COMPARE(focused(), QStringLiteral("Tiếp Đón teller"));
        QVERIFY(barTitle().isEmpty());
        key("F2"); // the window's own keyboard
        key("F12");
        QTRY_VERIFY(barTitle().contains(QStringLiteral("Called")));
        QVERIFY(title(QStringLiteral("Tiếp Đón teller$")).isEmpty());
        focusField();
        type("abc");
        QTRY_COMPARE(field(), QStringLiteral("abc"));
    }

    void aProgramThatIsKilledLeavesNothingGrabbed()
    {
        begin();
        chord();
        m_teller->process().kill();
        m_teller->process().waitForFinished();
        type("abc");
        QTRY_COMPARE(field(), QStringLiteral("abc"));
        m_teller = teller(QStringLiteral("bar-free"));
        QTRY_VERIFY_WITH_TIMEOUT(!barTitle().isEmpty(), 20000);
        chord(); // and the chord is free for the next
        key("Escape");
    }

    void aProgramThatIsAskedToEndDoesSo()
    {
        begin();
        chord();
        m_teller->process().terminate();
        QVERIFY(m_teller->process().waitForFinished());
        type("abc");
        QTRY_COMPARE(field(), QStringLiteral("abc"));
    }

    void aChordAnotherProgramHasIsSaid()
    {
        begin();
        const auto second = teller(QStringLiteral("bar-break"));
        QTRY_VERIFY_WITH_TIMEOUT(title(kBar + QStringLiteral(".*Break")).contains(QStringLiteral("taken")), 20000);
        chord(); // goes on being the first one's
        key("Escape");
        const auto third
            = teller(QStringLiteral("bar-locked"), {QStringLiteral("--chord"), QStringLiteral("Meta+F9")});
        QTRY_VERIFY_WITH_TIMEOUT(!title(kBar + QStringLiteral(".*Locked")).isEmpty(), 20000);
        QVERIFY(!title(kBar + QStringLiteral(".*Locked")).contains(QStringLiteral("taken")));
        key("super+F9");
        QTRY_VERIFY(!title(kBar + QStringLiteral(".*Key")).isEmpty());
        key("Escape");
    }

    void aChordThatIsNoneIsRefusedAtTheStart()
    {
        const auto wrong = teller(QStringLiteral("bar-free"), {QStringLiteral("--chord"), QStringLiteral("F5")});
        QVERIFY(wrong->process().waitForFinished());
        QCOMPARE(wrong->process().exitCode(), 2);
    }
};

QTEST_GUILESS_MAIN(TestBarFocus)
#include "tst_barfocus.moc"
