// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QLabel;
class QPushButton;

namespace tiepdon {

/// A field for a password: hidden, with a button to show it while it is typed.
class PasswordField : public QLineEdit
{
    Q_OBJECT

public:
    /// Called `NAMEEdit`, its button `NAMEShowButton`.
    explicit PasswordField(const QString &name, QWidget *parent = nullptr);

    /// A line that says when Caps Lock seems to be on; hidden otherwise. Belongs below the field.
    [[nodiscard]] QLabel *capsHint() const { return m_capsHint; }
    /// Empties it and hides what is typed next.
    void forget();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void place();
    void noteCaps(const QKeyEvent &event);

    QPushButton *m_show;
    QLabel *m_capsHint;
};

} // namespace tiepdon
