// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace tiepdon::gallery {

/// One shared widget in one named state.
struct Exhibit {
    QString widget; ///< its class
    QString state;
    std::function<std::unique_ptr<QWidget>()> make; ///< in the theme and language of the moment
    QSize size = {}; ///< empty: what it asks for
    bool hasFocus = false;
    bool isElided = false; ///< shows what happens to a text that has no room

    [[nodiscard]] QString name() const { return widget + QLatin1Char('-') + state; }
};

/// Every widget of ui/widgets in every state it has.
const std::vector<Exhibit> &exhibits();

} // namespace tiepdon::gallery
