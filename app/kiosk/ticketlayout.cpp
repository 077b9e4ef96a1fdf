// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/ticketlayout.h"

#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

/// Everything is laid out in twentieths of a millimetre: fonts have whole sizes.
constexpr qreal kUnits = 20;
/// Above the first and below the last line: what a cutter may take.
constexpr qreal kMarginMm = 4;
constexpr qreal kNumberMm = 18;
constexpr qreal kCodeModuleMm = 0.75; // three dots of a 203 dpi head are 0.375 mm: twice that is read by any phone
constexpr qreal kCodeMmMax = 30;
constexpr int kQuiet = 4; // modules the standard wants free around a code
/// No number is wider for its height than this many times the paper; more would be unreadable.
constexpr int kNumberFontUnits = 1000;

QFont fontOf(qreal sizeMm, int weight)
{
    QFont font = textFont(static_cast<int>(std::lround(sizeMm * kUnits)), static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// The number's outline, its capitals `heightUnits` high, squeezed where it would be wider than `widthUnits`.
QPainterPath numberPath(const QString &number, qreal heightUnits, qreal widthUnits)
{
    QFont font = textFont(kNumberFontUnits, QFont::Bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    QPainterPath raw;
    raw.addText(0, 0, font, number);
    QPainterPath capital;
    capital.addText(0, 0, font, QStringLiteral("H"));
    const qreal scale = heightUnits / capital.boundingRect().height();
    const QRectF box = raw.boundingRect();
    const qreal squeeze = std::min(1.0, widthUnits / (box.width() * scale));
    QTransform transform;
    transform.scale(scale * squeeze, scale);
    transform.translate(-box.left(), capital.boundingRect().height());
    return transform.map(raw);
}

QString joined(const std::vector<LocalText> &names)
{
    QStringList all;
    for (const LocalText &name : names)
        all << inLanguage(name);
    return all.join(QStringLiteral(" / ")); // served in one or the other
}

} // namespace

struct TicketLayout::Block {
    enum class Kind { Text, Number, Rule, Code };

    Kind kind = Kind::Text;
    QString said;
    QRectF units; ///< where it is
    std::unique_ptr<QTextLayout> text;
    QPainterPath path; ///< at the block's left top
    QrCode code = {};
};

QString waitText(std::int64_t lowMin, std::int64_t highMin)
{
    const QLocale locale;
    if (highMin <= 1)
        return TicketLayout::tr("a minute or less");
    if (lowMin == 0)
        return TicketLayout::tr("within %1 minutes").arg(locale.toString(qlonglong(highMin)));
    if (lowMin >= highMin)
        return TicketLayout::tr("about %1 minutes").arg(locale.toString(qlonglong(highMin)));
    return TicketLayout::tr("about %1–%2 minutes")
        .arg(locale.toString(qlonglong(lowMin)), locale.toString(qlonglong(highMin)));
}

QStringList TicketLayout::aboutWaiting(const TicketFacts &facts)
{
    QStringList lines;
    if (facts.isPriority)
        lines << tr("Priority: please have what shows it ready");
    if (facts.ahead)
        lines << (*facts.ahead == 0
                      ? tr("You are next in this line")
                      : tr("People ahead of you: %1").arg(QLocale().toString(qlonglong(*facts.ahead))));
    if (facts.waitMin)
        lines << tr("Expected wait: %1").arg(waitText(facts.waitMin->first, facts.waitMin->second));
    if (!facts.zones.empty())
        lines << tr("Please wait at: %1").arg(joined(facts.zones));
    if (!facts.bring.vi.empty())
        lines << tr("Please have ready: %1").arg(inLanguage(facts.bring));
    return lines;
}

TicketLayout::TicketLayout(const TicketFacts &facts, const Paper &paper) : m_paper(paper)
{
    const qreal text = paper.textMm;
    m_heightMm = kMarginMm;
    addText(fromUtf8(facts.branch.vi), text * 1.25, QFont::Bold, 0);
    if (facts.branch.english() != facts.branch.vi)
        addText(fromUtf8(facts.branch.english()), text, QFont::Medium, 0.3);
    addRule();
    addText(tr("Your number"), text * 1.1, QFont::Medium, 0);
    addNumber(fromUtf8(facts.number));
    addText(fromUtf8(facts.service.vi), text * 1.45, QFont::Bold, 2.5);
    if (facts.service.english() != facts.service.vi)
        addText(fromUtf8(facts.service.english()), text * 1.1, QFont::Medium, 0.5);
    addRule();
    const QStringList lines = aboutWaiting(facts);
    qreal gap = 0;
    for (const QString &line : lines) {
        addText(line, text * 1.1, QFont::Medium, gap, true);
        gap = 1.2;
    }
    if (!facts.followUrl.isEmpty()) {
        if (const auto code = qrCodeOf(facts.followUrl.toStdString())) {
            addCode(*code);
            addText(tr("Scan to follow your turn on your phone"), text, QFont::Medium, 1);
        }
    }
    if (gap > 0 || !m_codeMm.isEmpty())
        addRule();
    const QDateTime taken = QDateTime::fromMSecsSinceEpoch(facts.takenMs, Qt::OffsetFromUTC,
                                                           static_cast<int>(facts.utcOffsetMin * 60));
    addText(clockText(facts.takenMs, facts.utcOffsetMin) + QStringLiteral("  ·  ")
                + taken.toString(QStringLiteral("dd/MM/yyyy")),
            text * 1.1, QFont::DemiBold, 0);
    // staff read it too, whatever the person's language
    const LocalText keep = inBoth(
        "Kiosk",
        QT_TRANSLATE_NOOP("Kiosk", "Please keep this ticket. Missed your turn? Tell any counter your number."));
    addText(fromUtf8(keep.vi), text, QFont::Medium, 1.5);
    if (Language::current() != LanguageKind::Vietnamese)
        addText(fromUtf8(keep.english()), text, QFont::Medium, 1);
    m_heightMm += kMarginMm;
}

TicketLayout::~TicketLayout() = default;
TicketLayout::TicketLayout(TicketLayout &&) noexcept = default;
TicketLayout &TicketLayout::operator=(TicketLayout &&) noexcept = default;

QSizeF TicketLayout::sizeMm() const { return {m_paper.widthMm, std::ceil(m_heightMm)}; }

void TicketLayout::addText(const QString &text, qreal sizeMm, int weight, qreal gapMm, bool isLeft)
{
    Block block;
    block.said = text;
    const qreal width = m_paper.printableMm * kUnits;
    block.text = std::make_unique<QTextLayout>(text, fontOf(sizeMm, weight));
    QTextOption option(isLeft ? Qt::AlignLeft : Qt::AlignHCenter);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    block.text->setTextOption(option);
    block.text->beginLayout();
    qreal y = 0;
    for (QTextLine line = block.text->createLine(); line.isValid(); line = block.text->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    block.text->endLayout();
    m_heightMm += gapMm;
    block.units = {(m_paper.widthMm - m_paper.printableMm) / 2 * kUnits, m_heightMm * kUnits, width, y};
    m_heightMm += y / kUnits;
    m_blocks.push_back(std::move(block));
}

void TicketLayout::addNumber(const QString &number)
{
    Block block;
    block.kind = Block::Kind::Number;
    block.said = number;
    const qreal width = m_paper.printableMm * kUnits;
    // a number of few characters is larger; one that is squeezed keeps the least height
    const qreal wanted = numberPath(number, kNumberMm * kUnits, 1e9).boundingRect().width();
    m_numberMm = wanted <= width ? kNumberMm : kNumberMmMin * 1.02;
    block.path = numberPath(number, m_numberMm * kUnits, width);
    m_heightMm += 2;
    const QRectF box = block.path.boundingRect();
    block.units
        = {m_paper.widthMm / 2 * kUnits - box.width() / 2, m_heightMm * kUnits, box.width(), m_numberMm * kUnits};
    m_heightMm += m_numberMm;
    m_blocks.push_back(std::move(block));
}

void TicketLayout::addRule()
{
    Block block;
    block.kind = Block::Kind::Rule;
    m_heightMm += 2;
    block.units = {(m_paper.widthMm - m_paper.printableMm) / 2 * kUnits, m_heightMm * kUnits,
                   m_paper.printableMm * kUnits, 0.35 * kUnits};
    m_heightMm += 2.35;
    m_blocks.push_back(std::move(block));
}

void TicketLayout::addCode(const QrCode &code)
{
    Block block;
    block.kind = Block::Kind::Code;
    block.code = code;
    const qreal module = std::min(kCodeModuleMm, kCodeMmMax / code.width);
    const qreal side = module * code.width;
    m_heightMm += module * kQuiet;
    m_codeMm = {(m_paper.widthMm - side) / 2, m_heightMm, side, side};
    block.units = {m_codeMm.left() * kUnits, m_codeMm.top() * kUnits, side * kUnits, side * kUnits};
    m_heightMm += side + module * (kQuiet - 2);
    m_blocks.push_back(std::move(block));
}

QString TicketLayout::text() const
{
    QStringList lines;
    for (const Block &block : m_blocks) {
        if (!block.said.isEmpty())
            lines << block.said;
    }
    return lines.join(u'\n');
}

void TicketLayout::paint(QPainter &painter, const QRectF &target) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(target.topLeft());
    const qreal scale = target.width() / (m_paper.widthMm * kUnits);
    painter.scale(scale, scale);
    painter.setPen(Qt::black);
    painter.setBrush(Qt::black);
    for (const Block &block : m_blocks) {
        switch (block.kind) {
        case Block::Kind::Text:
            block.text->draw(&painter, block.units.topLeft());
            break;
        case Block::Kind::Number:
            painter.setPen(Qt::NoPen);
            painter.drawPath(block.path.translated(block.units.topLeft()));
            painter.setPen(Qt::black);
            break;
        case Block::Kind::Rule:
            painter.fillRect(block.units, Qt::black);
            break;
        case Block::Kind::Code: {
            // one path, so that no seams show between modules
            painter.setRenderHint(QPainter::Antialiasing, false);
            const qreal module = block.units.width() / block.code.width;
            QPainterPath dark;
            dark.setFillRule(Qt::WindingFill);
            for (int y = 0; y < block.code.width; ++y) {
                for (int x = 0; x < block.code.width; ++x) {
                    if (block.code.at(x, y))
                        dark.addRect(block.units.left() + x * module, block.units.top() + y * module, module,
                                     module);
                }
            }
            painter.setPen(Qt::NoPen);
            painter.drawPath(dark);
            painter.setPen(Qt::black);
            painter.setRenderHint(QPainter::Antialiasing);
            break;
        }
        }
    }
    painter.restore();
}

QByteArray TicketLayout::toPdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Tiếp Đón"));
        writer.setResolution(1200);
        writer.setPageLayout(
            QPageLayout(QPageSize(sizeMm(), QPageSize::Millimeter, QStringLiteral("ticket"), QPageSize::ExactMatch),
                        QPageLayout::Portrait, QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter));
        QPainter painter(&writer);
        paint(painter, QRectF(0, 0, writer.width(), writer.height()));
    }
    return bytes;
}

} // namespace tiepdon
