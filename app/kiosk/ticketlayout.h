// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/qrcode.h"
#include "core/domain/branch.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QPainter;
class QTextLayout;

namespace tiepdon {

/// What a ticket says. A value; nobody's name is in it.
struct TicketFacts {
    TicketId ticket;
    std::string number;
    LocalText branch;
    LocalText service;
    bool isPriority
        = false; ///< they said that they are called first, and why is to be shown to whoever serves them
    std::optional<std::int64_t> ahead; ///< people; nothing when not known
    std::optional<std::pair<std::int64_t, std::int64_t>> waitMin; ///< expected, as a range of minutes
    std::vector<LocalText> zones; ///< where to wait; may be empty
    LocalText bring; ///< may be empty
    TimeMs takenMs = 0;
    std::int64_t utcOffsetMin = 0;
    QString followUrl; ///< may be empty
};

/// A roll of paper.
struct Paper {
    qreal widthMm;
    qreal printableMm; ///< in its middle
    qreal textMm; ///< size of ordinary text
};

/// 48 and 32 columns of ordinary text.
inline constexpr Paper kPaper80{80, 72, 3.4};
inline constexpr Paper kPaper58{58, 48, 3.2};

/// A ticket laid out on a roll: painted on paper and on the screen alike, black on white. Its words are of the
/// language spoken when it was made, the service's in both. Fixed once made.
class TicketLayout
{
    Q_DECLARE_TR_FUNCTIONS(TicketLayout)

public:
    /// DOMAIN: read at arm's length and from the seat.
    static constexpr qreal kNumberMmMin = 15;

    TicketLayout(const TicketFacts &facts, const Paper &paper);
    ~TicketLayout();
    TicketLayout(TicketLayout &&) noexcept;
    TicketLayout &operator=(TicketLayout &&) noexcept;

    /// The whole ticket with its margins.
    [[nodiscard]] QSizeF sizeMm() const;
    /// Height of the printed number's capitals and figures.
    [[nodiscard]] qreal numberMm() const { return m_numberMm; }
    /// Where the QR code's modules are, without the quiet zone; empty without a code.
    [[nodiscard]] QRectF codeMm() const { return m_codeMm; }
    /// How many are before, how long it takes, where to wait, what to have ready: what is known, a line each, in
    /// the language spoken now.
    static QStringList aboutWaiting(const TicketFacts &facts);
    /// Its lines as text, for those who hear it.
    [[nodiscard]] QString text() const;

    /// Paints it into `target`, which has the ticket's proportions, in the painter's units. White is not painted.
    void paint(QPainter &painter, const QRectF &target) const;
    /// One page of exactly the ticket's size.
    [[nodiscard]] QByteArray toPdf() const;

private:
    struct Block;

    void addText(const QString &text, qreal sizeMm, int weight, qreal gapMm, bool isLeft = false);
    void addNumber(const QString &number);
    void addRule();
    void addCode(const QrCode &code);

    Paper m_paper;
    std::vector<Block> m_blocks;
    QString m_number;
    qreal m_heightMm = 0;
    qreal m_numberMm = 0;
    QRectF m_codeMm;
};

/// "khoảng 5–12 phút", "about 5–12 minutes", in the language spoken now.
QString waitText(std::int64_t lowMin, std::int64_t highMin);

} // namespace tiepdon
