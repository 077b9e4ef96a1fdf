// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/personpanel.h"

class QComboBox;
class QListWidget;

namespace tiepdon {

class ChoiceRow;

/// A promise, a complaint or a callback: what, by when, and whose it is.
class ItemPanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit ItemPanel(TellerCustomer &customer, QWidget *parent = nullptr);
    void open();

Q_SIGNALS:
    /// Written; can be taken back.
    void added(tiepdon::OpenItemId item, std::int64_t revision, const QString &done);

protected:
    void confirm() override;
    void retranslate() override;

private:
    void refresh();
    void fillOwners();
    [[nodiscard]] TimeMs dueMs() const;

    ChoiceRow *m_kind;
    QLineEdit *m_text;
    ChoiceRow *m_due;
    QLineEdit *m_day;
    QComboBox *m_owner;
};

/// One of the open promises and complaints comes to its end.
class SettlePanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit SettlePanel(TellerCustomer &customer, QWidget *parent = nullptr);
    void open();

protected:
    void confirm() override;
    void retranslate() override;

private:
    void fill();
    void refresh();

    QListWidget *m_list;
    ChoiceRow *m_ending;
    QLineEdit *m_words;
    std::vector<OpenItem> m_items;
};

} // namespace tiepdon
