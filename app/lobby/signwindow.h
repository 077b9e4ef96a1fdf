// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lobby/lobbyoptions.h"
#include "core/client/branchlink.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace tiepdon {

/// The sign over one counter: whoever is called there, as large as the screen lets it be, until the person came or
/// is called no longer; then the counter's number alone. Says when its data is old. The link must outlive it.
class SignWindow : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString number READ number)
    Q_PROPERTY(QString words READ words)
    Q_PROPERTY(bool flashing READ isFlashing)

public:
    /// `options.counter` is the number on the sign.
    SignWindow(BranchLink &link, const LobbyOptions &options, QWidget *parent = nullptr);

    /// Of whom is called here now; empty when nobody is.
    [[nodiscard]] QString number() const;
    /// What is said below it.
    [[nodiscard]] QString words() const;
    [[nodiscard]] bool isFlashing() const { return m_flash.isActive(); }
    /// Shows the call steadily at once.
    void stopFlash();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void onEvent(const PublicEvent &event);
    void refresh();
    [[nodiscard]] std::optional<ShownCall> call() const;
    [[nodiscard]] bool isLive() const { return m_link.status() == BranchLink::Status::Live; }
    [[nodiscard]] LocalText said() const;
    void drawWords(QPainter &painter, const QRectF &rect, bool hasArrow) const;

    BranchLink &m_link;
    LobbyOptions m_options;
    QTimer m_flash;
    int m_flashesLeft = 0;
};

} // namespace tiepdon
