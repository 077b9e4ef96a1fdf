// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "app/supervisor/settings/settingfields.h"
#include "app/supervisor/settings/settingwords.h"

#include <QScrollArea>

#include <map>
#include <vector>

class QLabel;
class QPushButton;

namespace tiepdon {

class FieldEditor;

/// The form of one part: a line of label, editor and hint for each of its fields, made from their description. What
/// is typed goes into the draft at once; what the draft takes in from others is shown at once. Says under each
/// field what is wrong with it, and what somebody else made of it meanwhile. The draft must outlive it.
class SettingForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit SettingForm(SettingDraft &draft, QWidget *parent = nullptr);

    /// Shows a part, for people of these roles.
    void showPart(const PartKey &key, bool isCallingRule, const std::vector<Role> &roles);
    void clear();
    [[nodiscard]] const PartKey &key() const { return m_key; }
    [[nodiscard]] bool isShowing() const { return m_isShowing; }
    /// Says what is wrong with a field, as an error's detail names it, and gives it the focus. False for a field
    /// that is not here.
    bool showProblem(const QString &field, const QString &problem);
    void clearProblems();
    void focusFirst();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        SettingField field;
        QWidget *frame = nullptr;
        FieldEditor *editor = nullptr; ///< null for a heading
        QLabel *note = nullptr; ///< what it was
        QLabel *problem = nullptr;
        QWidget *crossing = nullptr;
        QLabel *crossed = nullptr;
    };

    void build();
    [[nodiscard]] Line makeLine(const SettingField &field, QWidget *parent);
    void refresh();
    void refreshLine(Line &line, const Json &part, const Json &saved);
    void onEdited(const SettingField &field, const FieldEditor &editor);

    SettingDraft &m_draft;
    PartKey m_key;
    bool m_isCallingRule = false;
    bool m_isShowing = false;
    std::vector<Role> m_roles;
    std::vector<Line> m_lines;
    std::map<QString, QString> m_problems; ///< by path of the field
};

/// What is wrong with a field's value before anybody is asked: it cannot be read, or is beyond what is allowed;
/// empty when nothing is.
[[nodiscard]] QString fieldProblem(const SettingField &field, const Json &value);

/// Says what a part of a draft is called, by its draft.
[[nodiscard]] NameOf namesIn(const SettingDraft &draft);

} // namespace tiepdon
