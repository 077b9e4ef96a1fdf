// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/onetime.h"
#include "app/ctl/qrtext.h"

#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace tiepdon;

namespace {

const std::string kText = "ABCD-EFGH-1234-5678-ABCD-EFGH-1234-5678-ABCD-EFGH-1234-5678-ABCD-EFGH-1234-5678";

/// The modules that half blocks show, quiet zone and all; light ones are drawn.
std::vector<std::vector<bool>> darkModulesOf(const QString &drawn)
{
    std::vector<std::vector<bool>> rows;
    for (const QString &line : drawn.split(u'\n', Qt::SkipEmptyParts)) {
        std::vector<bool> upper;
        std::vector<bool> lower;
        for (const QChar c : line) {
            upper.push_back(c != QChar(0x2588) && c != QChar(0x2580));
            lower.push_back(c != QChar(0x2588) && c != QChar(0x2584));
        }
        rows.push_back(upper);
        rows.push_back(lower);
    }
    return rows;
}

} // namespace

class TestQrCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeHasItsFinders()
    {
        const auto code = qrCodeOf(kText);
        QVERIFY(code);
        QCOMPARE((code->width - 17) % 4, 0);
        for (const auto &[x, y] : {std::pair(0, 0), std::pair(code->width - 7, 0), std::pair(0, code->width - 7)}) {
            for (int i = 0; i < 7; ++i) {
                QVERIFY(code->at(x + i, y) && code->at(x + i, y + 6));
                QVERIFY(code->at(x, y + i) && code->at(x + 6, y + i));
            }
            QVERIFY(!code->at(x + 1, y + 1) && code->at(x + 3, y + 3));
        }
        // capital letters and digits are packed: 79 characters need version 4 or 5 at level M, bytes would need 6
        QVERIFY(code->width <= 37);
        QVERIFY(!code->at(-1, 0) && !code->at(0, code->width));
    }

    void halfBlocksShowEveryModuleWithAQuietZone()
    {
        const auto code = qrCodeOf(kText);
        QVERIFY(code);
        const auto drawn = darkModulesOf(halfBlocks(*code, false));
        QVERIFY(static_cast<int>(drawn.size()) >= code->width + 8);
        for (int y = -4; y < code->width + 4; ++y) {
            for (int x = -4; x < code->width + 4; ++x)
                QCOMPARE(drawn.at(static_cast<std::size_t>(y + 4)).at(static_cast<std::size_t>(x + 4)),
                         code->at(x, y));
        }
        const QString coloured = halfBlocks(*code, true);
        QVERIFY(coloured.startsWith(QStringLiteral("\033[40;97m")));
        QVERIFY(coloured.endsWith(QStringLiteral("\033[0m\n")));
    }

    void thePictureHasEveryDarkModule()
    {
        const auto code = qrCodeOf(kText);
        QVERIFY(code);
        const QByteArray svg = svgOf(*code);
        QCOMPARE(svg.count("h1v1h-1z"), std::count(code->isDark.begin(), code->isDark.end(), true));
        QVERIFY(svg.contains("M4 4h1v1h-1z"));
        QVERIFY(!svg.contains("M3 "));
    }

    void whatDoesNotFitIsRefused() { QCOMPARE(qrCodeOf(std::string(5000, 'A')).error().code, ErrorCode::TooLarge); }

    void oneTimePasswordsAreReadableAndNeverTheSame()
    {
        const QRegularExpression shape(QStringLiteral("^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$"));
        QSet<QString> seen;
        QSet<QChar> letters;
        for (int i = 0; i < 500; ++i) {
            const QString password = oneTimePassword();
            QVERIFY2(shape.match(password).hasMatch(), qPrintable(password));
            seen.insert(password);
            for (const QChar c : password)
                letters.insert(c);
        }
        QCOMPARE(seen.size(), 500);
        QCOMPARE(letters.size(), 32); // the whole alphabet and the hyphen
    }
};

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
