// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/customerpanels.h"
#include "app/teller/profilelines.h"

#include <QFrame>
#include <QTimer>

#include <map>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace tiepdon {

class EmptyState;
class KeyButton;
class NeedChips;

/// The right side of the working page: what is known of whoever is at the counter, comes next, or was found. Needs,
/// signals, promises and complaints stand first, then the blocks of the profile, which scroll.
class ProfilePanel : public QFrame
{
    Q_OBJECT

public:
    explicit ProfilePanel(TellerCustomer &customer, QWidget *parent = nullptr);

    /// Shows a field whole for a minute.
    void showRevealed(tiepdon::CustomerId customer, tiepdon::ProfileField field, const tiepdon::Revealed &what);
    /// As wide as this where there is room; at least as wide as a line of it needs.
    void setWantedWidth(int width);
    [[nodiscard]] QSize sizeHint() const override;
    /// Leaves out the row of actions where room is short.
    void setShort(bool isShort);

Q_SIGNALS:
    void asked(tiepdon::CustomerPanel panel);
    void revealAsked(tiepdon::CustomerId customer, tiepdon::ProfileField field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    void showNobody();
    void showEmpty(const QString &title, const QString &hint);
    void showCard(const KnownPerson &person);
    void addBlock(const char *name, const QString &title, const std::vector<ProfileLine> &lines,
                  const QString &empty, std::optional<CustomerPanel> action = {});
    [[nodiscard]] KeyButton *makeAction(CustomerPanel panel, QWidget *parent);
    void addContact(const CustomerCard &card);
    void addMasked(const CustomerCard &card, ProfileField field, const QString &title, const QString &masked);
    void addGoal(const KnownPerson &person);
    void addHead(const CustomerCard &card);
    void clear();
    [[nodiscard]] ProfilePlace place() const;
    [[nodiscard]] QString titleOf(const KnownPerson &person) const;

    TellerCustomer &m_customer;
    QLabel *m_title;
    KeyButton *m_back;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_actions;
    std::vector<std::pair<KeyButton *, CustomerPanel>> m_buttons;
    CustomerId m_revealedOf;
    std::map<ProfileField, Revealed> m_revealed;
    QTimer m_revealTimer;
    Subject m_shownOf; ///< where the scroll bar stands is kept while the same person is shown
    int m_wantedWidth = 0;
};

} // namespace tiepdon
