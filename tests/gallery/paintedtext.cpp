// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/paintedtext.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QWidget>

namespace tiepdon::gallery {
namespace {

/// Paints nothing and keeps the texts.
class TextEngine : public QPaintEngine
{
public:
    explicit TextEngine(std::vector<PaintedText> &texts) : QPaintEngine(AllFeatures), m_texts(texts) { }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &changed) override
    {
        if (changed.state() & DirtyTransform)
            m_transform = changed.transform();
    }
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawEllipse(const QRectF &) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override { }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override { }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const qreal capitals = QFontMetricsF(item.font()).capHeight();
        m_texts.push_back(
            {item.text(), m_transform.mapRect(QRectF(at.x(), at.y() - capitals, item.width(), capitals))});
    }
    [[nodiscard]] Type type() const override { return User; }

private:
    std::vector<PaintedText> &m_texts;
    QTransform m_transform;
};

class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(QSize size) : m_size(size), m_engine(m_texts) { }

    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }

    [[nodiscard]] const std::vector<PaintedText> &texts() const { return m_texts; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    std::vector<PaintedText> m_texts;
    mutable TextEngine m_engine;
};

} // namespace

std::vector<PaintedText> paintedTexts(QWidget &widget)
{
    TextDevice device(widget.size());
    widget.render(&device);
    return device.texts();
}

} // namespace tiepdon::gallery
