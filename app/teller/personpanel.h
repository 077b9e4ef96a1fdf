// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/deskpanel.h"
#include "app/teller/tellercustomer.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace tiepdon {

class ErrorBanner;
class KeyButton;

/// A choice about one person: a title that names them, what its kind asks for, what went wrong, and two buttons. It
/// stays with whom it was opened for, and closes once nobody is at work here.
class PersonPanel : public DeskPanel
{
    Q_OBJECT

protected:
    PersonPanel(TellerCustomer &customer, const QString &name, QWidget *parent);

    [[nodiscard]] TellerCustomer &customer() const { return m_customer; }
    /// Whom it is about, from `begin` on.
    [[nodiscard]] const Subject &subject() const { return m_subject; }
    /// "Anh Nam", or the ticket's number; of whom it was opened for.
    [[nodiscard]] QString who() const { return m_who; }
    /// Opens it about whoever can be written about now; false for nobody.
    [[nodiscard]] bool begin();
    /// The same about somebody in particular.
    void beginAbout(const Subject &subject, const QString &who);
    /// The rows of its own kind go here.
    [[nodiscard]] QVBoxLayout *rows() const { return m_rows; }
    void setTitle(const QString &title);
    void setHint(const QString &hint);
    void setConfirmWords(const QString &words);
    [[nodiscard]] KeyButton &confirmButton() const { return *m_confirm; }
    [[nodiscard]] KeyButton &cancelButton() const { return *m_cancel; }
    [[nodiscard]] QHBoxLayout *buttons() const { return m_buttons; }
    void showError(const Error &error);
    void clearError();
    /// Sends a change; closes when it was made, says why when it was not.
    void send(const CustomerCommand &change, std::function<void(const CustomerReply &)> done = {});
    [[nodiscard]] bool isSending() const { return m_isSending; }
    /// A field of one line with a label before it.
    QLineEdit *addEdit(const char *name, int charactersMax);
    static void nameEdit(QLineEdit &edit, const QString &title, const QString &placeholder = {});

    /// What Enter does, wherever the keyboard is but on another button.
    virtual void confirm() = 0;
    /// A change was refused; true when it says so itself.
    virtual bool refused(const Error &) { return false; }
    void onEnter() override;
    void retranslate() override;

private:
    TellerCustomer &m_customer;
    Subject m_subject;
    QString m_who;
    QLabel *m_title;
    QLabel *m_hint;
    QVBoxLayout *m_rows;
    ErrorBanner *m_error;
    QHBoxLayout *m_buttons;
    KeyButton *m_confirm;
    KeyButton *m_cancel;
    bool m_isSending = false;
    int m_opening = 0; ///< how often it was opened: an answer of before is not its own
};

/// How to name somebody: "Anh Nam", or the ticket's number.
QString nameFor(const TellerDesk &desk, const KnownPerson &person);

} // namespace tiepdon
