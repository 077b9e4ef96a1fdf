// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/pictures.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QVBoxLayout>
#include <QWidget>

#include <algorithm>

namespace tiepdon::gallery {
namespace {

constexpr int kMargin = 12;

// the sheet
constexpr int kSheetWidth = 1560;
constexpr int kGap = 24;
constexpr int kCaption = 22;
constexpr int kHeading = 44;

} // namespace

QString Dress::name() const
{
    return QLatin1String(theme == ThemeKind::Light ? "light-" : "dark-")
        + QLatin1String(language == LanguageKind::Vietnamese ? "vi" : "en");
}

void Dress::put(Language &speaker) const
{
    speaker.set(language);
    applyTheme(theme);
}

const std::vector<Dress> &dresses()
{
    static const std::vector<Dress> kAll{{ThemeKind::Light, LanguageKind::Vietnamese},
                                         {ThemeKind::Light, LanguageKind::English},
                                         {ThemeKind::Dark, LanguageKind::Vietnamese},
                                         {ThemeKind::Dark, LanguageKind::English}};
    return kAll;
}

Stand::Stand(const Exhibit &exhibit) : m_window(std::make_unique<QWidget>()), m_widget(exhibit.make().release())
{
    auto *column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(m_widget);
    m_widget->show();
    m_widget->ensurePolished();
    QSize size = exhibit.size.isEmpty() ? m_widget->sizeHint() : exhibit.size;
    if (exhibit.size.width() > 0)
        size.setWidth(exhibit.size.width());
    if (exhibit.size.width() > 0 && exhibit.size.height() <= 0)
        size.setHeight(m_widget->hasHeightForWidth() ? m_widget->heightForWidth(size.width())
                                                     : m_widget->sizeHint().height());
    m_widget->setFixedSize(size);
    m_window->setAttribute(Qt::WA_DontShowOnScreen);
    m_window->adjustSize();
    m_window->show();
    if (exhibit.hasFocus) {
        QApplication::setActiveWindow(m_window.get());
        m_widget->setFocus(Qt::TabFocusReason);
    }
    for (int depth = 0; depth < 8; ++depth)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

Stand::~Stand() = default;

QImage Stand::picture() const { return m_window->grab().toImage(); }

QImage contactSheet(const QString &title, const std::vector<std::pair<Exhibit, QImage>> &pictures)
{
    struct Placed {
        QRect rect;
        const std::pair<Exhibit, QImage> *picture;
    };
    std::vector<Placed> placed;
    std::vector<std::pair<int, QString>> headings;
    int x = kGap;
    int y = kGap + kHeading;
    int rowHeight = 0;
    const QFontMetrics caption(textFont(sizes::kTextSmall));
    for (const auto &picture : pictures) {
        const QSize size = picture.second.deviceIndependentSize().toSize();
        const int width = std::max(size.width(), caption.horizontalAdvance(picture.first.state) + 4);
        const bool isNewWidget = headings.empty() || headings.back().second != picture.first.widget;
        if (isNewWidget || x + width > kSheetWidth - kGap) {
            y += rowHeight;
            x = kGap;
            rowHeight = 0;
        }
        if (isNewWidget) {
            headings.emplace_back(y, picture.first.widget);
            y += kHeading;
        }
        placed.push_back({QRect(QPoint(x, y), size), &picture});
        x += width + kGap;
        rowHeight = std::max(rowHeight, size.height() + kCaption + kGap / 2);
    }
    const qreal ratio = pictures.empty() ? 1.0 : pictures.front().second.devicePixelRatio();
    QImage sheet(QSize(kSheetWidth, y + rowHeight + kGap) * ratio, QImage::Format_RGB32);
    sheet.setDevicePixelRatio(ratio);
    sheet.fill(theme().ground);
    QPainter painter(&sheet);
    painter.setPen(theme().ink);
    painter.setFont(textFont(sizes::kHeadline, QFont::Bold));
    painter.drawText(QRect(kGap, kGap, kSheetWidth, kHeading), Qt::AlignTop, title);
    painter.setFont(textFont(sizes::kTitle, QFont::DemiBold));
    for (const auto &[top, name] : headings) {
        painter.drawText(QRect(kGap, top, kSheetWidth, kHeading), Qt::AlignVCenter, name);
        painter.fillRect(QRect(kGap, top + kHeading - 4, kSheetWidth - 2 * kGap, 1), theme().line);
    }
    painter.setFont(textFont(sizes::kTextSmall));
    painter.setPen(theme().muted);
    for (const Placed &each : placed) {
        painter.drawImage(each.rect.topLeft(), each.picture->second);
        painter.drawText(QRect(each.rect.left(), each.rect.bottom() + 1, kSheetWidth, kCaption), Qt::AlignVCenter,
                         each.picture->first.state);
    }
    return sheet;
}

} // namespace tiepdon::gallery
