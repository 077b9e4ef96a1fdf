// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/figures.h"
#include "ui/theme/theme.h"

#include <QFontInfo>
#include <QTest>

using namespace tiepdon;

/// Readable text and figures that keep their place.
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        const auto rows = [](const char *theme, const Tokens &t, double least = 4.5) {
            const std::pair<const char *, QColor> texts[]
                = {{"ink", t.ink},   {"muted", t.muted}, {"brand", t.brand}, {"good", t.good},
                   {"warn", t.warn}, {"bad", t.bad},     {"info", t.info}};
            const std::pair<const char *, QColor> grounds[]
                = {{"surface", t.surface}, {"raised", t.raised}, {"ground", t.ground}};
            for (const auto &[text, colour] : texts) {
                for (const auto &[ground, under] : grounds)
                    QTest::addRow("%s: %s on %s", theme, text, ground) << colour << under << least;
            }
            QTest::addRow("%s: on brand", theme) << t.onBrand << t.brand << least;
        };
        rows("light", tokensOf(ThemeKind::Light));
        rows("dark", tokensOf(ThemeKind::Dark));
        const std::pair<const char *, ThemeKind> strong[]
            = {{"light strong", ThemeKind::LightStrong}, {"dark strong", ThemeKind::DarkStrong}};
        for (const auto &[name, kind] : strong) {
            const Tokens t = tokensOf(kind);
            rows(name, t, 7.0);
            QTest::addRow("%s: edges of controls", name) << t.line << t.raised << 3.0;
            QTest::addRow("%s: edges of panels", name) << t.line << t.ground << 3.0;
        }
        rows("high contrast", tokensOf(ThemeKind::HighContrast), 15.0);
        QTest::newRow("high contrast: edges")
            << tokensOf(ThemeKind::HighContrast).line << tokensOf(ThemeKind::HighContrast).raised << 15.0;
        const Tokens lobby = tokensOf(ThemeKind::Dark);
        QTest::newRow("lobby: ink on ground") << lobby.ink << lobby.ground << 7.0;
        QTest::newRow("lobby: muted on ground") << lobby.muted << lobby.ground << 7.0;
        QTest::newRow("lobby: ink on surface") << lobby.ink << lobby.surface << 7.0;
        QTest::newRow("lobby: call on surface") << lobby.brand << lobby.surface << 7.0;
        QTest::newRow("lobby: flashing call") << lobby.onBrand << lobby.brand << 7.0;
        QTest::newRow("lobby: stale band") << lobby.ground << lobby.warn << 7.0;
        QTest::newRow("lobby: running line") << lobby.ink << lobby.raised << 7.0;
    }
    void textCanBeRead()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double ratio = contrast(text, ground);
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }

    void contrastIsWcags()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    }

    void figuresKeepTheirPlace()
    {
        const QFont font = textFont(40, QFont::Bold);
        const qreal wide = figuresWidth(font, QStringLiteral("0:00"));
        QVERIFY(wide > 0);
        for (const auto *time : {"1:11", "9:47", "3:18"})
            QCOMPARE(figuresWidth(font, QString::fromLatin1(time)), wide);
        QVERIFY(figuresWidth(font, QStringLiteral("10:00")) > wide);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
