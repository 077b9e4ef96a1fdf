// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/paintedtext.h"
#include "tests/gallery/pictures.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace tiepdon;
using namespace tiepdon::gallery;

namespace {

/// What ends in an ellipsis although nothing of it is missing.
const QStringList kOpenEnded{QStringLiteral("Connecting…"), QStringLiteral("Đang kết nối…")};

/// Names and keys.
const QStringList kSameInBoth{QStringLiteral("Ctrl+Z"), QStringLiteral("Phạm Thu Hà"),
                              QStringLiteral("Nguyễn Hoàng Phương Khánh …")};

} // namespace

/// The gallery shows every shared widget, and what it shows can be read, seen and heard.
class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_directory.isValid());
        QProcess gallery;
        gallery.start(QStringLiteral(TIEPDON_GALLERY), {QStringLiteral("--out"), m_directory.path()});
        QVERIFY(gallery.waitForFinished(100000));
        QVERIFY2(gallery.exitCode() == 0, gallery.readAllStandardError().constData());
    }

    void everySharedWidgetIsShown()
    {
        std::set<QString> shown;
        for (const Exhibit &exhibit : exhibits())
            shown.insert(exhibit.widget);
        static const QRegularExpression kClass(QStringLiteral("^class (\\w+) : public Q"),
                                               QRegularExpression::MultilineOption);
        const QDir widgets(QStringLiteral(TIEPDON_SOURCE_DIR "/ui/widgets"));
        int count = 0;
        for (const QString &file : widgets.entryList({QStringLiteral("*.h")})) {
            QFile header(widgets.filePath(file));
            QVERIFY(header.open(QIODevice::ReadOnly));
            auto classes = kClass.globalMatch(QString::fromUtf8(header.readAll()));
            while (classes.hasNext()) {
                const QString name = classes.next().captured(1);
                QVERIFY2(shown.contains(name), qPrintable(name + QStringLiteral(" is not in the gallery")));
                ++count;
            }
        }
        QVERIFY(count >= 14);
    }

    void everyPictureIsThereAndNoneIsBlank_data() { rows(); }
    void everyPictureIsThereAndNoneIsBlank()
    {
        QFETCH(int, index);
        const Exhibit &exhibit = at(index);
        for (const Dress &dress : dresses()) {
            const QImage picture = pictureOf(dress, exhibit);
            QVERIFY2(!picture.isNull(), qPrintable(dress.name()));
            std::set<QRgb> colours;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    colours.insert(picture.pixel(x, y));
            }
            QVERIFY2(colours.size() > 4, qPrintable(dress.name()));
        }
    }

    void aSheetHasThemAll()
    {
        for (const Dress &dress : dresses()) {
            const QImage sheet(m_directory.filePath(QStringLiteral("sheet-%1.png").arg(dress.name())));
            QVERIFY(sheet.width() >= 1000);
            QVERIFY(sheet.height() >= 1000);
        }
    }

    void statesOfAWidgetLookDifferent()
    {
        for (const Dress &dress : dresses()) {
            std::map<QString, std::vector<std::pair<QString, QImage>>> seen;
            for (const Exhibit &exhibit : exhibits()) {
                const QImage picture = pictureOf(dress, exhibit);
                for (const auto &[state, other] : seen[exhibit.widget])
                    QVERIFY2(picture != other, qPrintable(exhibit.name() + QStringLiteral(" looks like ") + state));
                seen[exhibit.widget].emplace_back(exhibit.state, picture);
            }
        }
    }

    void lightIsNotDark_data() { rows(); }
    void lightIsNotDark()
    {
        QFETCH(int, index);
        for (const LanguageKind language : {LanguageKind::Vietnamese, LanguageKind::English}) {
            const QImage light = pictureOf({ThemeKind::Light, language}, at(index));
            const QImage dark = pictureOf({ThemeKind::Dark, language}, at(index));
            QVERIFY(light != dark);
            QVERIFY(light.pixelColor(1, 1).lightness() > 200);
            QVERIFY(dark.pixelColor(1, 1).lightness() < 60);
        }
    }

    void bothLanguagesAreSpoken_data() { rows(); }
    void bothLanguagesAreSpoken()
    {
        QFETCH(int, index);
        static const QRegularExpression kWord(QStringLiteral("\\p{L}{2,}"));
        std::vector<std::set<QString>> said;
        for (const LanguageKind language : {LanguageKind::Vietnamese, LanguageKind::English}) {
            Dress{ThemeKind::Light, language}.put(m_language);
            std::set<QString> words;
            for (const PaintedText &piece : paintedTexts(Stand(at(index)).widget())) {
                if (kWord.match(piece.text).hasMatch() && !kSameInBoth.contains(piece.text))
                    words.insert(piece.text);
            }
            said.push_back(words);
        }
        for (const QString &words : said[0])
            QVERIFY2(!said[1].contains(words), qPrintable(words + QStringLiteral(" is said in both languages")));
        QCOMPARE(said[0].empty(), said[1].empty());
    }

    void noTextIsCut_data() { rows(); }
    void noTextIsCut()
    {
        QFETCH(int, index);
        const Exhibit &exhibit = at(index);
        for (const LanguageKind language : {LanguageKind::Vietnamese, LanguageKind::English}) {
            Dress{ThemeKind::Light, language}.put(m_language);
            const Stand stand(exhibit);
            QWidget &widget = stand.widget();
            const std::vector<PaintedText> texts = paintedTexts(widget);
            const bool isElided = std::any_of(texts.begin(), texts.end(), [](const PaintedText &piece) {
                return piece.text.endsWith(QChar(0x2026)) && !kOpenEnded.contains(piece.text);
            });
            QCOMPARE(isElided, exhibit.isElided);
            const QRectF room = QRectF(widget.rect()).adjusted(-0.5, -0.5, 0.5, 0.5);
            for (auto piece = texts.begin(); piece != texts.end(); ++piece) {
                if (piece->text.trimmed().isEmpty())
                    continue;
                QVERIFY2(room.contains(piece->rect), qPrintable(piece->text + QStringLiteral(" is outside")));
                for (auto other = texts.begin(); other != piece; ++other) {
                    const QRectF both = piece->rect.intersected(other->rect);
                    QVERIFY2(other->text.trimmed().isEmpty() || both.width() < 1.5 || both.height() < 1.5,
                             qPrintable(piece->text + QStringLiteral(" is over ") + other->text));
                }
            }
            for (const QLabel *label : widget.findChildren<QLabel *>()) {
                if (!label->isVisible())
                    continue;
                const int height
                    = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                QVERIFY2(label->height() >= height, qPrintable(label->text()));
                QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(),
                         qPrintable(label->text()));
            }
            for (const QAbstractButton *button : widget.findChildren<QAbstractButton *>()) {
                if (button->isVisible())
                    QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
            }
        }
    }

    void everyWidgetHasAName_data() { rows(); }
    void everyWidgetHasAName()
    {
        QFETCH(int, index);
        for (const LanguageKind language : {LanguageKind::Vietnamese, LanguageKind::English}) {
            Dress{ThemeKind::Light, language}.put(m_language);
            const Stand stand(at(index));
            QVERIFY(!nameOf(stand.widget()).isEmpty());
            for (QWidget *child : stand.widget().findChildren<QWidget *>()) {
                if (child->isVisible() && child->focusPolicy() != Qt::NoFocus)
                    QVERIFY2(!nameOf(*child).isEmpty(), child->metaObject()->className());
            }
        }
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Exhibit &exhibit : exhibits())
            QTest::newRow(qPrintable(exhibit.name())) << index++;
    }
    static const Exhibit &at(int index) { return exhibits()[static_cast<std::size_t>(index)]; }
    [[nodiscard]] QImage pictureOf(const Dress &dress, const Exhibit &exhibit) const
    {
        return QImage(
            m_directory.filePath(dress.name() + QLatin1Char('/') + exhibit.name() + QStringLiteral(".png")));
    }
    /// The name as those hear it who do not see it.
    static QString nameOf(QWidget &widget)
    {
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
        return interface ? interface->text(QAccessible::Name) : QString();
    }

    QTemporaryDir m_directory;
    Language m_language{LanguageKind::Vietnamese};
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
