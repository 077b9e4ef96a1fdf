// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/deskpanel.h"
#include "app/teller/tellercustomer.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;

namespace tiepdon {

class HitsModel;
class KeyButton;

/// One field for everybody and every ticket: a name, a phone, a document, a number, a ticket or a scan; results
/// come as one types. Enter opens the card, or calls a ticket that waits; while it is asked whose the ticket in
/// hand is, Enter says so. In place; hidden until opened.
class FindPanel : public DeskPanel
{
    Q_OBJECT

public:
    explicit FindPanel(TellerCustomer &customer, QWidget *parent = nullptr);

    /// After the last key, before the hub is asked.
    static constexpr int kTypingMs = 120;

    /// With a text already typed or scanned. `isIdentifying`: whose is the ticket in hand; without one, to look
    /// only.
    void open(bool isIdentifying, const QString &text = {});

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Nobody of those found: a new profile with what was typed or scanned.
    void createAsked(const QString &typed, const tiepdon::ScannedCard &scanned);

protected:
    void onEnter() override;
    void follow() override;
    void retranslate() override;

private:
    void search();
    void onFound(const Result<CustomersFound> &found);
    void refresh();
    void act();
    void openCard();
    void linkChosen();
    void create();
    [[nodiscard]] const CustomerHit *chosen() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString inHandNumber() const;
    /// What is listed is of another text than what is typed.
    [[nodiscard]] bool isPending() const { return m_typing.isActive() || m_isSearching; }
    [[nodiscard]] bool canCall(const CustomerHit &hit) const;

    TellerCustomer &m_customer;
    HitsModel *m_hits;
    QLabel *m_title;
    QLineEdit *m_text;
    QListView *m_list;
    QLabel *m_hint;
    KeyButton *m_confirm;
    KeyButton *m_link;
    KeyButton *m_create;
    KeyButton *m_cancel;
    QTimer m_typing;
    ScannedCard m_scanned;
    TicketId m_ticket; ///< what is linked: the one in hand as it was asked about, or as the button says
    bool m_isIdentifying = false;
    bool m_isSearching = false;
    bool m_isEnterKept = false; ///< Enter came before the answer, as from a scanner
    bool m_isMore = false;
    bool m_wasSearched = false; ///< what is typed now was answered
    std::optional<Error> m_problem;
    int m_serial = 0;
};

} // namespace tiepdon
