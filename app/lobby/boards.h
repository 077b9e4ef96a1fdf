// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lobby/screenlanguages.h"
#include "app/lobby/zonechoice.h"
#include "ui/models/callsmodel.h"

#include <QWidget>

namespace tiepdon {

/// The calls before the newest, newest first; as many of eight as there is room for.
class CallBoard : public QWidget
{
    Q_OBJECT

public:
    CallBoard(CallsModel &calls, BranchLink &link, const ScreenLanguages &languages, QWidget *parent = nullptr);

    void setTextSize(int pixels);
    void setStale(bool isStale);
    /// Rows there is room for, 0 to 8.
    [[nodiscard]] int rowsShown() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say();
    [[nodiscard]] int rowHeight() const { return m_textSize * 2; }

    CallsModel &m_calls;
    BranchLink &m_link;
    ScreenLanguages m_languages;
    int m_textSize = 30;
    bool m_isStale = false;
};

/// Per service of the zones shown: how many wait, and how long that will take as far as it is known.
class WaitBoard : public QWidget
{
    Q_OBJECT

public:
    /// The zones must outlive it.
    WaitBoard(BranchLink &link, const ScreenLanguages &languages, const ZoneChoice &zones,
              QWidget *parent = nullptr);

    /// The services shown, as now, in order.
    [[nodiscard]] std::vector<PublicQueue> queues() const;

    void setTextSize(int pixels);
    void setStale(bool isStale);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say();
    [[nodiscard]] LocalText waitOf(const PublicQueue &queue) const;

    BranchLink &m_link;
    ScreenLanguages m_languages;
    const ZoneChoice &m_zones;
    int m_textSize = 30;
    bool m_isStale = false;
};

/// Texts one after another on one line. One runs when it is longer than the screen; it stands still otherwise, and
/// is made smaller to fit where motion is unwanted.
class RunningLine : public QWidget
{
    Q_OBJECT

public:
    /// How long one stands there before the next; one that runs stays until it has passed.
    static constexpr int kStandMs = 15000;

    explicit RunningLine(bool isStill = false, QWidget *parent = nullptr);

    /// The same ones go on where they are.
    void setTexts(const QStringList &texts);
    /// What stands there now; empty without texts.
    [[nodiscard]] QString text() const { return m_texts.value(m_at); }
    /// Goes on to the next.
    void turn();
    void setTextSize(int pixels);

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void settle();

    QStringList m_texts;
    qsizetype m_at = 0;
    bool m_isStill;
    qreal m_offset = 0;
    int m_runTimer = 0;
    int m_turnTimer = 0;
};

} // namespace tiepdon
