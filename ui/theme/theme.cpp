// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

Tokens &applied()
{
    static Tokens tokens = tokensOf(ThemeKind::Light);
    return tokens;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.ground);
    p.setColor(QPalette::WindowText, t.ink);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.ground);
    p.setColor(QPalette::Text, t.ink);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.ink);
    p.setColor(QPalette::Highlight, t.brand);
    p.setColor(QPalette::HighlightedText, t.onBrand);
    p.setColor(QPalette::Link, t.info);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.muted);
    p.setColor(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.muted);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    return p;
}

QString styleSheetOf(const Tokens &t)
{
    QString sheet = QStringLiteral(R"(
QFrame[panel="surface"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[panel="raised"] { background: @raised; border: 1px solid @line; border-radius: 8px; }
QFrame[panel="bar"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[panel="good"] { background: @surface; border: 1px solid @good; border-radius: 8px; }
QFrame[panel="warn"] { background: @surface; border: 1px solid @warn; border-radius: 8px; }
QFrame[panel="bad"] { background: @surface; border: 1px solid @bad; border-radius: 8px; }
QFrame[panel="info"] { background: @surface; border: 1px solid @info; border-radius: 8px; }
QLabel { background: transparent; border: none; }
QLabel[ink="muted"] { color: @muted; }
QLabel[ink="warn"] { color: @warn; }
QLabel[ink="bad"] { color: @bad; }
QPushButton { background: @raised; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 8px 12px; outline: none; }
QPushButton:hover { border-color: @muted; }
QPushButton:pressed { background: @line; }
QPushButton:disabled { background: @ground; color: @muted; border-color: @line; }
QPushButton:focus { border: 2px solid @brand; padding: 7px 11px; }
QPushButton:checked { border: 2px solid @brand; padding: 7px 11px; }
QPushButton[kind="primary"] { background: @brand; color: @onBrand; border: 2px solid @brand; padding: 7px 11px; }
QPushButton[kind="primary"]:hover { border-color: @ink; }
QPushButton[kind="primary"]:pressed { background: @brand; border-color: @muted; }
QPushButton[kind="primary"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[kind="primary"]:focus { border-color: @ink; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; padding: 4px 8px; }
QPushButton[kind="quiet"]:hover { border-color: @line; }
QPushButton[kind="quiet"]:focus { border: 2px solid @brand; padding: 3px 7px; }
QPushButton[kind="quiet"]:disabled { color: @muted; }
QToolButton { background: @raised; border: 1px solid @line; border-radius: 8px; }
QToolButton:hover { border-color: @muted; }
QToolButton:focus { border: 2px solid @brand; }
QToolButton:disabled { background: @ground; }
QListView { background: @surface; border: 1px solid @line; border-radius: 8px; padding: 3px; outline: none; }
QListView:focus { border: 2px solid @brand; padding: 2px; }
QListView[kind="plain"] { background: transparent; border: 1px solid transparent; }
QListView[kind="plain"]:focus { border: 2px solid @brand; }
QTableView { background: @surface; border: 2px solid transparent; outline: none; }
QTableView:focus { border: 2px solid @brand; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 6px 12px; }
QHeaderView[kind="dense"]::section { padding: 4px 3px 4px 1px; }
QHeaderView[kind="close"]::section { padding: 6px 6px 6px 8px; }
QTableCornerButton::section { background: @surface; border: none; border-bottom: 1px solid @line; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QMenu { background: @raised; color: @ink; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: @brand; color: @onBrand; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QLineEdit, QPlainTextEdit { background: @raised; color: @ink; border: 1px solid @muted; border-radius: 8px; }
QLineEdit { padding: 7px 11px; }
QPlainTextEdit { padding: 4px 7px; }
QLineEdit:focus { border: 2px solid @brand; padding: 6px 10px; }
QPlainTextEdit:focus { border: 2px solid @brand; padding: 3px 6px; }
QLineEdit[wrong="yes"], QPlainTextEdit[wrong="yes"] { border-color: @bad; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: @ground; color: @muted; border-color: @line; }
QComboBox { background: @raised; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 7px 11px; }
QComboBox:hover { border-color: @muted; }
QComboBox:focus { border: 2px solid @brand; padding: 6px 10px; }
QComboBox:disabled { background: @ground; color: @muted; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(:/theme/down-@kind.svg); width: 12px; height: 12px; }
QComboBox QListView { border-radius: 0; }
QRadioButton, QCheckBox { spacing: 8px; padding: 4px; border: 1px solid transparent; border-radius: 4px; }
QRadioButton:focus, QCheckBox:focus { border: 1px solid @brand; }
QAbstractSpinBox { background: @raised; color: @ink; border: 1px solid @muted; border-radius: 8px; padding: 7px 4px 7px 11px; }
QAbstractSpinBox:focus { border: 2px solid @brand; padding: 6px 3px 6px 10px; }
QAbstractSpinBox:disabled { background: @ground; color: @muted; border-color: @line; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { background: transparent; border: none; padding: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 24px; border: none; background: none; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/theme/up-@kind.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/theme/down-@kind.svg); width: 12px; height: 12px; }
QRadioButton::indicator, QCheckBox::indicator, QListView::indicator { width: 12px; height: 12px; border: 2px solid @muted; background: @raised; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator, QListView::indicator { border-radius: 3px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @brand; }
QCheckBox::indicator:checked, QListView::indicator:checked { border-color: @brand; background: @brand; image: url(:/theme/tick-@kind.svg); }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: @line; }
QCheckBox::indicator:checked:disabled { border-color: @muted; background: @muted; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 2px; }
QScrollBar:horizontal { height: 12px; margin: 2px; }
QScrollBar::handle { background: @muted; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @ink; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QToolTip { background: @raised; color: @ink; border: 1px solid @line; padding: 4px; }
)");
    const std::pair<const char *, QColor> names[] = {
        {"@ground", t.ground}, {"@surface", t.surface}, {"@raised", t.raised},   {"@ink", t.ink},
        {"@muted", t.muted},   {"@line", t.line},       {"@onBrand", t.onBrand}, {"@brand", t.brand},
        {"@good", t.good},     {"@warn", t.warn},       {"@bad", t.bad},         {"@info", t.info},
    };
    for (const auto &[name, colour] : names)
        sheet.replace(QLatin1String(name), colour.name());
    const bool isDark = t.ground.lightness() < t.ink.lightness();
    return sheet.replace(QLatin1String("@kind"), isDark ? QStringLiteral("dark") : QStringLiteral("light"));
}

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Tokens tokensOf(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Light:
        return {QColor(0xF6F7F9), QColor(0xFFFFFF), QColor(0xFFFFFF), QColor(0x101828),
                QColor(0x667085), QColor(0xE4E7EC), QColor(0x0B6E4F), QColor(0xFFFFFF),
                QColor(0x067647), QColor(0xB54708), QColor(0xB42318), QColor(0x175CD3)};
    case ThemeKind::LightStrong:
        return {QColor(0xF6F7F9), QColor(0xFFFFFF), QColor(0xFFFFFF), QColor(0x101828),
                QColor(0x475467), QColor(0x7C889E), QColor(0x085D3A), QColor(0xFFFFFF),
                QColor(0x085D3A), QColor(0x7A2E0E), QColor(0x912018), QColor(0x194185)};
    case ThemeKind::DarkStrong:
        return {QColor(0x0E1420), QColor(0x161E2E), QColor(0x1E2739), QColor(0xF2F4F7),
                QColor(0xB3BCCA), QColor(0x6E7C96), QColor(0x47CD9B), QColor(0x0E1420),
                QColor(0x47CD89), QColor(0xFDB022), QColor(0xFDA29B), QColor(0x84CAFF)};
    case ThemeKind::HighContrast:
        return {QColor(Qt::black), QColor(Qt::black), QColor(Qt::black), QColor(0xFFFFFF),
                QColor(0xFFFFFF),  QColor(0xFFFFFF),  QColor(0xFFEB3B),  QColor(Qt::black),
                QColor(0xFFEB3B),  QColor(0xFFEB3B),  QColor(0xFFEB3B),  QColor(0xFFEB3B)};
    case ThemeKind::Dark:
        break;
    }
    return {QColor(0x0E1420), QColor(0x161E2E), QColor(0x1E2739), QColor(0xF2F4F7),
            QColor(0x98A2B3), QColor(0x2B3648), QColor(0x34C38F), QColor(0x0E1420),
            QColor(0x47CD89), QColor(0xFDB022), QColor(0xF97066), QColor(0x84CAFF)};
}

void applyTheme(ThemeKind kind)
{
    applied() = tokensOf(kind);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(theme()));
    QApplication::setFont(textFont(sizes::kText));
    qApp->setStyleSheet(styleSheetOf(theme()));
}

const Tokens &theme() { return applied(); }

QColor colourOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return theme().muted;
    case Tone::Good:
        return theme().good;
    case Tone::Warn:
        return theme().warn;
    case Tone::Bad:
        return theme().bad;
    case Tone::Info:
        return theme().info;
    }
    return theme().ink;
}

QFont textFont(int pixelSize, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans")});
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    return font;
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace tiepdon
