// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QTimer>

namespace tiepdon {

/// A page's button in the rail at the left: a sign and a word.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Sign { Floor, Tickets, Promises, Today, History, Alerts, Settings, Moves };

    explicit RailButton(Sign sign, QWidget *parent = nullptr);

    void setWords(const QString &word, const QString &key);
    /// A number at the sign's corner; 0: none.
    void setBadge(int count);
    /// What is dragged and held over it for a moment opens its page, where it can be let go.
    void openForDragged(const QString &mimeType);
    [[nodiscard]] QSize sizeHint() const override { return {88, 64}; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Sign m_sign;
    int m_badge = 0;
    QString m_dragged; ///< the type it opens for
    QTimer m_open;
};

} // namespace tiepdon
