// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/deskpanel.h"

#include <QStringList>

#include <vector>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace tiepdon {

class KeyButton;

/// What a ChoicePanel asks, in the language spoken now.
struct ChoiceWords {
    QString title;
    QString hint = {}; ///< a line more; may be empty
    QStringList options = {};
    int likely = 0; ///< the option with the focus, from 0; -1: `skip` has it
    QString skip = {}; ///< what Enter does without an option; empty: it presses the one with the focus
    std::function<void(int)> choose = {}; ///< gets the option's number, from 0
    std::function<void()> onSkip = {};
};

/// A few options, each chosen by a figure, by Tab and Enter, or by mouse. What is asked is made anew whenever the
/// desk or the language changes; where nothing can be asked any longer it closes.
class ChoicePanel : public DeskPanel
{
    Q_OBJECT

public:
    using Make = std::function<std::optional<ChoiceWords>()>;

    /// Options are named `option` and their key: "breakReason" makes "breakReason1Button".
    ChoicePanel(TellerDesk &desk, const QString &name, const QString &option, Make make, QWidget *parent = nullptr);

    /// Nothing when nothing can be asked now.
    void open();
    /// Asks what is to be asked now, with the focus where it belongs.
    void askAnew();
    /// A widget beside the title, for what may be said along with an option.
    void addBeside(QWidget *widget);
    /// What is asked while it is open.
    [[nodiscard]] const ChoiceWords &words() const { return m_words; }
    /// Chooses an option, from 0, as its figure does; false when there is none of that number.
    bool choose(int option);
    /// What Enter does without an option; false when an option must be chosen.
    bool skip();

protected:
    void follow() override { ask(); }
    void retranslate() override;

private:
    /// False, and closed, when there is nothing to ask.
    bool ask();
    void makeButtons();
    void press(int option);

    Make m_make;
    QString m_option;
    ChoiceWords m_words;
    QLabel *m_title;
    QLabel *m_hint;
    QVBoxLayout *m_rows;
    std::vector<KeyButton *> m_buttons;
    KeyButton *m_skip;
    KeyButton *m_cancel;
    QHBoxLayout *m_head;
    QWidget *m_beside = nullptr; ///< stands before the options for Tab, too
};

} // namespace tiepdon
