// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/deviceaccess.h"
#include "ui/session/language.h"

#include <QWidget>

#include <functional>
#include <memory>

class QStackedWidget;

namespace tiepdon {

class EnrolPage;
class EntryFrame;
class EntryScreen;

/// A program's outermost widget: asks for an enrolment until there is one, then opens the hub and shows the
/// content on it; asks again when the hub has withdrawn the device. Owns the link and the content.
class DeviceFrame : public QWidget
{
    Q_OBJECT

public:
    using MakeContent = std::function<QWidget *(BranchLink &)>;

    /// What a program is to its hub.
    struct Program {
        QString app; ///< "tiepdon-teller"
        DeviceKind kind = DeviceKind::Workplace; ///< a workplace's people sign in
        QString enrolmentCode; ///< tried once when a code is wanted; may be empty
    };

    /// `access` is not started yet. It and the language must outlive the frame.
    DeviceFrame(DeviceAccess &access, Language &language, Program program, MakeContent makeContent,
                QWidget *parent = nullptr);
    ~DeviceFrame() override;

    [[nodiscard]] EnrolPage &enrolPage() const { return *m_enrol; }
    /// Says something about this machine above everything else, until it is closed.
    void showNotice(const QString &text);

Q_SIGNALS:
    /// The content has its branch for the first time.
    void contentReady();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void onAccess();
    void onLink();
    void open();
    void close();
    void enrol(const QString &code);
    void refreshPlace();
    [[nodiscard]] bool isWithdrawn() const;
    void showEnrolment();

    DeviceAccess &m_access;
    Language &m_language;
    Program m_program;
    MakeContent m_makeContent;
    QStackedWidget *m_stack;
    bool m_isReady = false;
    EntryScreen *m_screen;
    EnrolPage *m_enrol;
    std::unique_ptr<HubClient> m_client;
    QWidget *m_content = nullptr; ///< on `m_client`; the stack has it
    EntryFrame *m_entry = nullptr; ///< the content, when people sign in
};

} // namespace tiepdon
