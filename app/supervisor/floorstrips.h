// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/peoplestrip.h"
#include "app/supervisor/profilestrip.h"

#include <QWidget>

class QAbstractButton;
class QLabel;
class QPushButton;

namespace tiepdon {

/// What is given out on the floor, in one row: work profiles or people, whichever is looked at.
class FloorStrips : public QWidget
{
    Q_OBJECT

public:
    explicit FloorStrips(SupervisorDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] ProfileStrip &profiles() { return *m_profiles; }
    [[nodiscard]] PeopleStrip &people() { return *m_people; }
    void showProfiles();
    void showPeople();
    [[nodiscard]] bool arePeopleShown() const;
    /// Brings what is shown up to the branch as it is now.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QPushButton *m_profilesButton;
    QPushButton *m_peopleButton;
    QLabel *m_hint;
    ProfileStrip *m_profiles;
    PeopleStrip *m_people;
};

} // namespace tiepdon
