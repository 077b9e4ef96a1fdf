// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/touchbutton.h"

#include <array>

class QLabel;

namespace tiepdon {

/// A phone or customer number, typed on large keys, for who wants to be known. Nobody must: going on without is one
/// tap.
class IdentityPage : public KioskPage
{
    Q_OBJECT

public:
    /// The longest of the numbers people have, with a country's code.
    static constexpr int kDigitsMax = 16;

    explicit IdentityPage(QWidget *parent = nullptr);

    /// What was typed is dropped.
    void clear();
    /// As its keys do; what is no digit is left out.
    void type(const QString &characters);
    void erase();
    /// Asks who has the number, when there is enough of one.
    void proceed();
    [[nodiscard]] QString typedText() const { return m_digits; }
    void setLook(const Look &look) override;
    [[nodiscard]] QString said() const override;
    [[nodiscard]] QWidget *first() const override { return m_keys[1]; }

Q_SIGNALS:
    void entered(const QString &text);
    void withoutAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void fill();

    Look m_look;
    QString m_digits;
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_field;
    std::array<TouchButton *, 10> m_keys; ///< by digit
    TouchButton *m_erase;
    TouchButton *m_clear;
    TouchButton *m_proceed;
    TouchButton *m_without;
};

} // namespace tiepdon
