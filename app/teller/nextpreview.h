// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellercustomer.h"

#include <QWidget>

class QLabel;

namespace tiepdon {

class ElidedLabel;
class NeedChips;

/// Who comes next in two lines beneath their ticket: needs first, then how to address them and what is open with
/// them. Hidden while nobody said who it is.
class NextPreview : public QWidget
{
    Q_OBJECT

public:
    explicit NextPreview(TellerCustomer &customer, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    TellerCustomer &m_customer;
    ElidedLabel *m_name;
    NeedChips *m_needs;
    QLabel *m_open;
};

} // namespace tiepdon
