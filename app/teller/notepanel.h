// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/personpanel.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

namespace tiepdon {

class ChoiceRow;

/// A note that stays, about a customer or a visit; or what was said in a conversation with a customer. What is
/// typed is kept at the hub within a second, and is there again when the panel is opened anew, also at another
/// workplace.
class NotePanel : public PersonPanel
{
    Q_OBJECT

public:
    explicit NotePanel(TellerCustomer &customer, QWidget *parent = nullptr);

    /// After a key, before the draft is sent; keys in between do not put it off.
    static constexpr int kDraftMs = 600;

    void open();
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void confirm() override;
    bool refused(const Error &error) override;
    void retranslate() override;

private:
    void onTyped();
    void onClosed();
    void saveDraft();
    void restoreDraft();
    void forget();
    void dropDraft(const Subject &of);
    [[nodiscard]] std::string text() const;

    [[nodiscard]] bool isConversation() const;
    void followKind();

    ChoiceRow *m_kind;
    QPlainTextEdit *m_text;
    ChoiceRow *m_department;
    QCheckBox *m_forSupervisors;
    QComboBox *m_channel;
    QCheckBox *m_isOutward;
    QTimer m_draftTimer;
    std::string m_saved; ///< the draft as the hub has it
    bool m_isRestored = false;
    bool m_isWritten = false; ///< as a note: its draft is gone
};

} // namespace tiepdon
