// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/tellerbench.h"

#include "app/teller/customerpanels.h"
#include "app/teller/tellercustomer.h"

#include <QLabel>
#include <QLineEdit>

namespace tiepdon {

/// A teller's window that speaks English, in a branch that knows some of its customers.
class CustomerBench : protected TellerBench
{
protected:
    void beginKnown()
    {
        begin();
        m_language.set(LanguageKind::English);
        m_customers->nameWaiting();
        QTRY_VERIFY(customer().next() && customer().next()->card());
    }
    TellerCustomer &customer() { return m_window->workPage().customer(); }
    CustomerRecord &person(std::int64_t n) { return m_customers->person(demoCustomer(n)); }
    TicketId inHand() { return m_link->branch().counterState(CounterId{3})->ticket; }
    /// Calls and starts, and has somebody be at the counter; 0: nobody said who.
    void serve(std::int64_t n)
    {
        call();
        m_customers->linkTicket(inHand(), n == 0 ? CustomerId{} : demoCustomer(n));
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canFinish());
        if (n != 0)
            QTRY_VERIFY(customer().inHand() && customer().inHand()->card());
        settle();
    }
    bool isAsking() { return customer().inHand() && customer().inHand()->isLoading; }
    std::vector<Need> needsShown()
    {
        const KnownPerson *person = customer().inHand();
        const CustomerCard *card = person ? person->card() : nullptr;
        return card ? card->customer.needs : std::vector<Need>();
    }
    /// Lets everything asked be answered.
    void settle()
    {
        QTRY_VERIFY(!customer().inHand() || !customer().inHand()->isLoading);
        QTRY_VERIFY(!customer().opened() || !customer().opened()->isLoading);
    }
    /// What a widget of this name says; empty while there is none.
    QString text(const char *name)
    {
        const auto *widget = m_frame->findChild<QWidget *>(QLatin1String(name));
        return widget ? widget->property("text").toString() : QString();
    }
    void press(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, code, modifiers);
    }
    void type(const QString &text)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    bool isOpen(const char *panel) { return find<QWidget>(panel)->isVisible(); }
    QString focusName()
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    /// All that the profile says, line by line.
    QStringList profile()
    {
        QStringList lines;
        for (const QLabel *label : find<QWidget>("profileContent")->findChildren<QLabel *>())
            lines << label->text().remove(QChar(0x200B));
        return lines;
    }
    bool says(const char *words) { return profile().join(QLatin1Char('\n')).contains(QString::fromUtf8(words)); }
    std::vector<OpenItem> &itemsOf(std::int64_t n) { return person(n).openItems; }
};

} // namespace tiepdon
