// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/servicetree.h"
#include "app/kiosk/touchbutton.h"

class QLabel;

namespace tiepdon {

/// What can be chosen at one place of the tree, a screenful at a time.
class ChoicePage : public KioskPage
{
    Q_OBJECT

public:
    /// One for each digit key.
    static constexpr int kShownMax = 9;

    /// `kind` begins the names of its parts: "choice".
    explicit ChoicePage(const QString &kind, QWidget *parent = nullptr);

    /// Another place of the tree begins at its first screenful; the same one stays where it is.
    void setPlace(GroupId group, const QString &title);
    /// What a few people want, calmly, below what all choose from; an empty title: nothing. `isOn`: it is chosen.
    void setAside(const QString &title, bool isOn);
    /// A button for who wants to be known, or not any longer; an empty title: none. What is said to them above the
    /// choices once they are.
    void setIdentity(const QString &title, const QString &greeting);
    void setChoices(const std::vector<ServiceChoice> &choices, TimeMs nowMs, std::int64_t utcOffsetMin);
    void setLook(const Look &look) override;
    [[nodiscard]] QString said() const override;
    [[nodiscard]] QWidget *first() const override;

    [[nodiscard]] int screenfuls() const { return m_screenfuls; }

Q_SIGNALS:
    void chosen(const tiepdon::ServiceChoice &choice);
    void asidePressed();
    void identityPressed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void fill();
    void turn(int by);

    Look m_look;
    GroupId m_group;
    std::vector<ServiceChoice> m_choices;
    TimeMs m_nowMs = 0;
    std::int64_t m_utcOffsetMin = 0;
    int m_screenful = 0;
    int m_screenfuls = 1;
    int m_perScreenful = kShownMax;
    QLabel *m_title;
    QLabel *m_empty;
    std::vector<TouchButton *> m_buttons; ///< kShownMax of them
    TouchButton *m_previous;
    TouchButton *m_next;
    QLabel *m_where;
    TouchButton *m_aside;
    TouchButton *m_identity;
    QLabel *m_greeting;
};

} // namespace tiepdon
