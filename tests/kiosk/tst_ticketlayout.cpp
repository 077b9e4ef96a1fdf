// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/servicetree.h"
#include "app/kiosk/ticketlayout.h"
#include "tests/kiosk/qrreader.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

/// Dots of a receipt printer's head: 203 to the inch.
constexpr int kDotsPerMm = 8;

TicketFacts facts()
{
    TicketFacts facts;
    facts.ticket = TicketId{4711};
    facts.number = "A012";
    facts.branch = {"Chi nhánh Hồ Gươm", "Ho Guom branch"};
    facts.service = {"Gửi, rút tiền", "Deposits and withdrawals"};
    facts.ahead = 4;
    facts.waitMin = {5, 12};
    facts.zones = {{"Khu A, tầng trệt", "Area A, ground floor"}};
    facts.bring = {"Căn cước công dân", "Your ID card"};
    facts.takenMs = 1772422860000; // 10:41 in Vietnam
    facts.utcOffsetMin = 420;
    facts.followUrl = QStringLiteral("https://tiepdon.example/t/4711");
    return facts;
}

/// As the printer's head sees it.
QImage painted(const TicketLayout &layout)
{
    const QSizeF size = layout.sizeMm();
    QImage image(static_cast<int>(size.width()) * kDotsPerMm, static_cast<int>(size.height()) * kDotsPerMm,
                 QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    layout.paint(painter, QRectF(image.rect()));
    return image;
}

bool isInked(const QImage &image, int x, int y) { return qGray(image.pixel(x, y)) < 128; }

/// The rectangle of everything dark within an area.
QRect inkIn(const QImage &image, const QRect &area)
{
    QRect ink;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (isInked(image, x, y))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

/// The tallest run of rows with ink: the number's.
int tallestRun(const QImage &image)
{
    int best = 0;
    int run = 0;
    for (int y = 0; y < image.height(); ++y) {
        const bool has = !inkIn(image, QRect(0, y, image.width(), 1)).isNull();
        run = has ? run + 1 : 0;
        best = std::max(best, run);
    }
    return best;
}

} // namespace

/// What comes out of the printer, measured.
class TestTicketLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::LightStrong); }

    void theNumberIsHighEnough_data()
    {
        QTest::addColumn<bool>("isNarrow");
        QTest::addColumn<QByteArray>("number");
        for (const bool isNarrow : {false, true}) {
            for (const char *number : {"A012", "M999", "A01", "W88888"})
                QTest::addRow("%s on %d mm", number, isNarrow ? 58 : 80) << isNarrow << QByteArray(number);
        }
    }
    void theNumberIsHighEnough()
    {
        QFETCH(bool, isNarrow);
        QFETCH(QByteArray, number);
        TicketFacts what = facts();
        what.number = number.toStdString();
        what.followUrl.clear(); // a code is a taller run
        const Paper paper = isNarrow ? kPaper58 : kPaper80;
        const TicketLayout layout(what, paper);
        const QImage image = painted(layout);
        const int dots = tallestRun(image);
        QVERIFY2(dots >= 15 * kDotsPerMm, qPrintable(QString::number(dots / double(kDotsPerMm))));
        QVERIFY(layout.numberMm() >= TicketLayout::kNumberMmMin);
    }

    void nothingIsOutsideThePrintableWidth_data()
    {
        QTest::addColumn<bool>("isNarrow");
        QTest::addColumn<bool>("isEnglish");
        for (const bool isNarrow : {false, true}) {
            for (const bool isEnglish : {false, true})
                QTest::addRow("%d mm, %s", isNarrow ? 58 : 80, isEnglish ? "English" : "Vietnamese")
                    << isNarrow << isEnglish;
        }
    }
    void nothingIsOutsideThePrintableWidth()
    {
        QFETCH(bool, isNarrow);
        QFETCH(bool, isEnglish);
        m_language.set(isEnglish ? LanguageKind::English : LanguageKind::Vietnamese);
        const Paper paper = isNarrow ? kPaper58 : kPaper80;
        TicketFacts what = facts();
        what.number = "W88888";
        what.service
            = {"Tư vấn cho vay sản xuất kinh doanh, mua nhà ở xã hội và thanh toán quốc tế bằng thư tín dụng",
               "Advice on business loans, social housing and international payments by letter of credit"};
        what.bring.vi = "Nghiêng" + std::string(80, 'g') + " một chữ dài không có chỗ ngắt";
        what.bring.en = what.bring.vi;
        what.zones.push_back({"Khu B, tầng 2, bên phải thang máy", "Area B, 2nd floor, right of the lift"});
        const QImage image = painted(TicketLayout(what, paper));
        const QRect ink = inkIn(image, image.rect());
        const double margin = (paper.widthMm - paper.printableMm) / 2;
        QVERIFY2(ink.left() >= margin * kDotsPerMm - 1, qPrintable(QString::number(ink.left())));
        QVERIFY2(ink.right() <= (paper.widthMm - margin) * kDotsPerMm + 1,
                 qPrintable(QString::number(ink.right())));
        QVERIFY(ink.top() >= 2 * kDotsPerMm);
        QVERIFY(ink.bottom() <= image.height() - 2 * kDotsPerMm);
        m_language.set(LanguageKind::Vietnamese);
    }

    void longNamesWrapAndLoseNothing()
    {
        TicketFacts what = facts();
        const qreal before = TicketLayout(what, kPaper58).sizeMm().height();
        what.service.vi
            = "Mở tài khoản thanh toán, phát hành thẻ và đăng ký ngân hàng điện tử cho khách hàng cá nhân";
        const TicketLayout layout(what, kPaper58);
        QVERIFY(layout.sizeMm().height() > before + 8); // two more lines at the least
        QVERIFY(layout.text().contains(fromUtf8(what.service.vi)));
    }

    void aLineHoldsItsColumns()
    {
        // DOMAIN: 48 columns on 80 mm, 32 on 58; figures are as wide as letters are on average
        for (const auto &[paper, columns] : {std::pair(kPaper80, 48), std::pair(kPaper58, 32)}) {
            TicketFacts one;
            one.bring.vi = "x";
            TicketFacts full;
            std::string line;
            const std::string head = "Vui lòng chuẩn bị: ";
            while (fromUtf8(head + line).size() < columns * 8 / 10)
                line += line.size() % 6 == 5 ? " " : "a";
            full.bring.vi = line;
            QCOMPARE(TicketLayout(full, paper).sizeMm(), TicketLayout(one, paper).sizeMm());
        }
    }

    void itSaysAllThereIs()
    {
        const QString said = TicketLayout(facts(), kPaper80).text();
        for (const char *part :
             {"Chi nhánh Hồ Gươm", "A012", "Gửi, rút tiền", "Deposits and withdrawals", "Trước quý khách: 4 người",
              "khoảng 5–12 phút", "Khu A, tầng trệt", "Căn cước công dân", "10:41", "02/03/2026",
              "Vui lòng giữ phiếu. Lỡ lượt: đến quầy bất kỳ, báo số."})
            QVERIFY2(said.contains(QString::fromUtf8(part)), part);
        m_language.set(LanguageKind::English);
        const QString english = TicketLayout(facts(), kPaper80).text();
        for (const char *part :
             {"A012", "Gửi, rút tiền", "Deposits and withdrawals", "People ahead of you: 4", "about 5–12 minutes",
              "Area A, ground floor", "Your ID card", "Vui lòng giữ phiếu. Lỡ lượt: đến quầy bất kỳ, báo số.",
              "Please keep this ticket."})
            QVERIFY2(english.contains(QString::fromUtf8(part)), part);
        m_language.set(LanguageKind::Vietnamese);
    }

    void whatIsNotKnownIsNotSaid()
    {
        TicketFacts what = facts();
        what.ahead = std::nullopt;
        what.waitMin = std::nullopt;
        what.zones.clear();
        what.bring = {};
        what.followUrl.clear();
        const TicketLayout layout(what, kPaper80);
        for (const char *part : {"Trước quý khách", "Dự kiến", "Chờ tại", "chuẩn bị", "Quét"})
            QVERIFY2(!layout.text().contains(QString::fromUtf8(part)), part);
        QVERIFY(layout.codeMm().isEmpty());
        QVERIFY(layout.sizeMm().height() < TicketLayout(facts(), kPaper80).sizeMm().height());
    }

    void theCodeIsReadBack_data()
    {
        QTest::addColumn<bool>("isNarrow");
        QTest::addColumn<QString>("url");
        for (const bool isNarrow : {false, true}) {
            const int width = isNarrow ? 58 : 80;
            QTest::addRow("short, %d mm", width) << isNarrow << QStringLiteral("https://a.example/t/1");
            QTest::addRow("usual, %d mm", width) << isNarrow << facts().followUrl;
            QTest::addRow("long, %d mm", width)
                << isNarrow
                << QStringLiteral(
                       "https://tiepdon.branch-of-a-bank.example/follow/ticket?id=471147114711&lang=vi&x=1");
        }
    }
    void theCodeIsReadBack()
    {
        QFETCH(bool, isNarrow);
        QFETCH(QString, url);
        TicketFacts what = facts();
        what.followUrl = url;
        const TicketLayout layout(what, isNarrow ? kPaper58 : kPaper80);
        const QImage image = painted(layout);
        const QRectF code = layout.codeMm();
        const auto made = qrCodeOf(url.toStdString());
        QVERIFY(made);
        const qreal module = code.width() * kDotsPerMm / made->width;
        QVERIFY2(module >= 4, qPrintable(QString::number(module))); // half a millimetre: a phone's camera reads it
        const auto isDark = [&](int x, int y) {
            return isInked(image, static_cast<int>((code.left() * kDotsPerMm) + (x + 0.5) * module),
                           static_cast<int>((code.top() * kDotsPerMm) + (y + 0.5) * module));
        };
        const auto read = readQr(made->width, isDark);
        QVERIFY(read);
        QCOMPARE(fromUtf8(*read), url);
        // free around it, as the standard wants
        const int quiet = static_cast<int>(module * 2);
        const QRect whole = QRectF(code.left() * kDotsPerMm, code.top() * kDotsPerMm, code.width() * kDotsPerMm,
                                   code.height() * kDotsPerMm)
                                .toAlignedRect();
        QCOMPARE(inkIn(image, whole.adjusted(-quiet, -quiet, quiet, quiet)).size().width(), whole.width());
    }

    void aTicketIsMadeWithoutAStall()
    {
        const QByteArray warm = TicketLayout(facts(), kPaper80).toPdf(); // fonts are read once
        QElapsedTimer took;
        took.start();
        const QByteArray pdf = TicketLayout(facts(), kPaper80).toPdf();
        // 26 ms on a slow machine; more than a tenth of a second would be felt, and sanitizers take their share
        QVERIFY2(took.elapsed() < 400, qPrintable(QString::number(took.elapsed())));
        QVERIFY(pdf.size() > 1000 && pdf.size() < 200'000);
        qInfo("%lld ms, %lld bytes", took.elapsed(), static_cast<long long>(pdf.size()));
    }

    void thePdfIsOnePageOfTheTicketsSize()
    {
        const TicketLayout layout(facts(), kPaper58);
        const QByteArray pdf = layout.toPdf();
        QVERIFY(pdf.startsWith("%PDF-"));
        const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
        auto boxes = box.globalMatch(QString::fromLatin1(pdf));
        QVERIFY(boxes.hasNext());
        const auto found = boxes.next();
        QVERIFY(!boxes.hasNext());
        const auto mm = [&](int group) { return found.captured(group).toDouble() / 72 * 25.4; };
        QVERIFY2(std::abs(mm(1) - 58) < 0.5, qPrintable(QString::number(mm(1))));
        QVERIFY2(std::abs(mm(2) - layout.sizeMm().height()) < 0.5, qPrintable(QString::number(mm(2))));
        QVERIFY(pdf.contains("/FontFile")); // its letters are in it: the printer has none of them
    }

    void rangesAreNoFinerThanAGuess()
    {
        QCOMPARE(wholeMinutes({4 * kMinuteMs + 59 * kSecondMs, 11 * kMinuteMs + kSecondMs}),
                 std::pair(std::int64_t{4}, std::int64_t{12}));
        QCOMPARE(wholeMinutes({23 * kMinuteMs, 61 * kMinuteMs}), std::pair(std::int64_t{20}, std::int64_t{65}));
        QCOMPARE(waitText(0, 1), QStringLiteral("không quá một phút"));
        QCOMPARE(waitText(0, 7), QStringLiteral("trong vòng 7 phút"));
        QCOMPARE(waitText(5, 5), QStringLiteral("khoảng 5 phút"));
        QCOMPARE(waitText(5, 12), QStringLiteral("khoảng 5–12 phút"));
    }

private:
    Language m_language{LanguageKind::Vietnamese};
};

QTEST_MAIN(TestTicketLayout)
#include "tst_ticketlayout.moc"
