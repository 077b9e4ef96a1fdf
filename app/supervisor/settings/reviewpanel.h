// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "app/supervisor/settings/settingeffect.h"

#include <QWidget>

#include <array>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tiepdon {

class ErrorBanner;
class KeyButton;
class NoteBar;

/// A change before it is made: what differs in words, whom it affects who is here now, and what it means for the
/// customer in four answers. What was answered stays until it is saved. The draft must outlive it.
class ReviewPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPanel(SettingDraft &draft, QWidget *parent = nullptr);

    /// Shows a proposal as the branch is at `now`; again when either changes. `title` says what it is.
    void showProposal(const SettingProposal &proposal, const QString &title, TimeMs now);
    /// Whether it may be saved at all now, and whether it is being saved.
    void setState(bool canSave, bool isSaving);
    /// Says why it was not saved, at the answer where it is about one.
    void showError(const Error &error);
    /// Somebody else changed something of it meanwhile: said above what differs.
    void sayCrossed(const QString &text);
    void clearMessages();
    /// Forgets the answers: they were saved.
    void clearAnswers();
    [[nodiscard]] bool hasAnswers() const;
    [[nodiscard]] DecisionRecord answers() const;
    void setAnswers(const DecisionRecord &answers);
    void focusFirst();

Q_SIGNALS:
    void saveAsked(const tiepdon::DecisionRecord &decision);
    void backAsked();
    /// A way to what needs something that is to go.
    void goAsked(const tiepdon::PartKey &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeQuestions();
    void showDifferences();
    void showEffect(const Effect &effect);
    void addLine(const QString &text, const char *ink, bool isStrong = false);
    void addWay(const Error &error);
    void save();
    void retranslate();

    SettingDraft &m_draft;
    SettingProposal m_proposal;
    TimeMs m_now = 0;
    bool m_canSave = true;
    QLabel *m_title;
    NoteBar *m_crossed;
    QWidget *m_lines = nullptr;
    QVBoxLayout *m_column = nullptr;
    QScrollArea *m_scroll;
    QLabel *m_questionsTitle;
    struct Answer {
        QLabel *label = nullptr;
        QPlainTextEdit *edit = nullptr;
        QLabel *problem = nullptr;
    };
    std::array<Answer, 4> m_answers;
    ErrorBanner *m_error;
    KeyButton *m_save;
    KeyButton *m_back;
};

} // namespace tiepdon
