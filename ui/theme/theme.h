// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QWidget;

// The one look of all windows: Fusion, a palette and a style sheet, all made from these tokens. Widgets name
// tokens and tones and carry no colours of their own. Used on the main thread only.

namespace tiepdon {

/// The strong ones are for people who stand in front of a screen: any text at 7:1 and any edge of a control at
/// 3:1. High contrast, 15:1, is for those who ask for it.
enum class ThemeKind { Light, Dark, LightStrong, DarkStrong, HighContrast };

/// Named colours. `onBrand` is text on the brand colour.
struct Tokens {
    QColor ground;
    QColor surface;
    QColor raised;
    QColor ink;
    QColor muted;
    QColor line;
    QColor brand;
    QColor onBrand;
    QColor good;
    QColor warn;
    QColor bad;
    QColor info;
};

/// How something stands. Always shown with a shape or a word as well.
enum class Tone { Neutral, Good, Warn, Bad, Info };

/// Pixel sizes, device independent, on a grid of four.
namespace sizes {
constexpr int kGrid = 4;
constexpr int kRadius = 8;
constexpr int kTextSmall = 12;
constexpr int kText = 13;
constexpr int kTextLarge = 15;
constexpr int kTitle = 20;
constexpr int kHeadline = 28;
constexpr int kDisplay = 40;
/// The ticket in hand, the one thing on a teller's screen read from across the desk.
constexpr int kTicket = 2 * kDisplay;
} // namespace sizes

Tokens tokensOf(ThemeKind kind);
/// Dresses the whole application; may be called again while it runs.
void applyTheme(ThemeKind kind);
/// The tokens applied last; the light ones before that.
const Tokens &theme();
QColor colourOf(Tone tone);

/// Inter, with Noto Sans for what it lacks.
QFont textFont(int pixelSize, QFont::Weight weight = QFont::Normal);

/// The contrast of two opaque colours, 1 to 21, as WCAG 2.1 defines it.
double contrast(const QColor &a, const QColor &b);

} // namespace tiepdon
