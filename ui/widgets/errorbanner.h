// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace tiepdon {

/// Says in place what went wrong and what to do next, until closed or cleared. Hidden when there is nothing.
class ErrorBanner : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit ErrorBanner(QWidget *parent = nullptr);

    void showError(const Error &error);
    void clear();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_text;
    QPushButton *m_close;
    std::optional<Error> m_error;
};

} // namespace tiepdon
