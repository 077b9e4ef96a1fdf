// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/personpanel.h"

class QComboBox;

namespace tiepdon {

class ChoiceRow;

/// What was asked for and refused, why, and what was offered instead.
class DeclinePanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit DeclinePanel(TellerCustomer &customer, QWidget *parent = nullptr);
    void open();

protected:
    void confirm() override;
    void retranslate() override;

private:
    QLineEdit *m_what;
    QLineEdit *m_why;
    QLineEdit *m_instead;
};

/// What the person at the counter wants to reach, in their own words.
class GoalPanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit GoalPanel(TellerCustomer &customer, QWidget *parent = nullptr);
    void open();

protected:
    void confirm() override;
    void retranslate() override;

private:
    QLineEdit *m_goal;
};

/// How far they are with a product.
class StagePanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit StagePanel(TellerCustomer &customer, QWidget *parent = nullptr);
    void open();

protected:
    void confirm() override;
    void retranslate() override;

private:
    QComboBox *m_product; ///< those known of them, or another one typed
    ChoiceRow *m_stage;
};

} // namespace tiepdon
