// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/touchbutton.h"
#include "core/domain/branch.h"
#include "ui/session/language.h"

class QLabel;

namespace tiepdon {

/// Language first, each said in itself.
class StartPage : public KioskPage
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setBranch(const LocalText &name);
    /// A small word for staff; empty: all is well.
    void setStaffWord(const QString &word);
    void setLook(const Look &look) override;
    [[nodiscard]] QString said() const override;
    [[nodiscard]] QWidget *first() const override { return m_vietnamese; }

Q_SIGNALS:
    void chosen(tiepdon::LanguageKind language);
    void identityAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    Look m_look;
    QLabel *m_welcome;
    QLabel *m_welcomeOther;
    QLabel *m_branch;
    TouchButton *m_vietnamese;
    TouchButton *m_english;
    TouchButton *m_identity;
    QLabel *m_staffWord;
};

} // namespace tiepdon
