// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/choicepage.h"
#include "app/kiosk/identitypage.h"
#include "app/kiosk/noticepage.h"
#include "app/kiosk/printerreports.h"
#include "app/kiosk/scaninput.h"
#include "app/kiosk/startpage.h"
#include "app/kiosk/ticketpage.h"
#include "app/kiosk/ticketprinter.h"
#include "core/client/branchlink.h"
#include "ui/session/language.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>

class QFrame;
class QLabel;
class QStackedWidget;

namespace tiepdon {

/// What the command line decides. Times are real ones.
struct KioskSettings {
    ThemeKind theme = ThemeKind::LightStrong;
    Paper paper = kPaper80;
    int idleMs = 30000; ///< without a touch, back to the start
    int warnMs = 10000; ///< the last of it, counted down
    int ticketMs = 12000; ///< a ticket on paper
    int ticketWithoutPaperMs = 30000; ///< one that must be remembered
    int printingMs = 120000; ///< longer than a printer has for all the tickets it may have
    int problemMs = 20000; ///< why there is no ticket
    int unclearMs = 15000; ///< an answer this late is said to be unclear
    int confirmingMs = 250; ///< an answer this early needs no page that says it is awaited
    int identifyMs = 4000; ///< who does not answer who it is by then is gone on without
    int scanGapMs = 80; ///< keys closer together are a scanner's
    int lookMs = 60000; ///< between looks at an idle printer
    int guardMs = 350; ///< a second tap that was meant for the page before
    bool hidesCursor = true;
};

/// The whole of a kiosk: language, service, ticket. What is taken is one operation: while it is not answered
/// nothing else can be asked, and its ticket is shown and printed once, however late the answer comes. Link,
/// language and printer must outlive it.
class KioskWindow : public QWidget
{
    Q_OBJECT

public:
    KioskWindow(BranchLink &link, Language &language, TicketPrinter &printer, const KioskSettings &settings,
                QWidget *parent = nullptr);
    ~KioskWindow() override;

    void setBigText(bool isBig);
    void setHighContrast(bool isHigh);
    /// As if this language had been chosen at the start.
    void begin(LanguageKind language);
    /// Shows what stands in a group.
    void open(GroupId group);
    /// Asks why the person may be called first.
    void askReason();
    /// Shows the keys for a phone or customer number.
    void askIdentity();
    /// Has the hub look who it is: what a scanner read, or a number typed.
    void identify(const QString &text);
    /// As if the person had done nothing for so long.
    void letPass(int ms);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Step {
        Start,
        Choose, ///< at `m_group`
        Reason, ///< why they may be called first, for those who asked for it
        Identity, ///< a number is typed that says who it is
        Identifying, ///< the hub is asked who it is
        NotIdentified, ///< what was read or typed says nothing, or cannot be asked now
        Closed, ///< about `m_service`, which gives no tickets now
        Confirming, ///< a ticket for `m_service` was asked for
        Ticket,
        Problem, ///< why there is none
    };

    void enter(Step step);
    void reset();
    void back();
    void choose(const ServiceChoice &choice);
    void chooseReason(const ServiceChoice &choice);
    void issue(ServiceId service);
    /// Of who stands here, as they say.
    [[nodiscard]] SegmentId segmentNow() const;
    void onIssued(ServiceId service, const Result<CommandReply> &reply);
    void onNotIssued(ServiceId service, const Error &error);
    void print(const TicketFacts &facts);
    /// What is known of the printer, for staff.
    void notePrinter(const PrintOutcome &outcome);
    void onPrinted(TicketId ticket, const PrintOutcome &outcome);

    void onIdentified(const Identified &person);
    void onNotIdentified(const Error &error);
    void goOnWithout();
    /// Nothing of who stood here is left.
    void forgetPerson();
    /// Who it is was asked for: thanks, or the greeting they agreed to. Empty: it was not.
    [[nodiscard]] QString greeting() const;
    KioskPage &identifyingPage();
    /// Keys of a person.
    void onTyped(const QString &characters);

    void refresh();
    void refreshBars();
    KioskPage &pageNow();
    KioskPage &noticePage();
    KioskPage &confirmingPage();
    KioskPage &closedServicePage();
    void refreshChoices();
    void countDown();
    [[nodiscard]] int limitMs() const;
    [[nodiscard]] bool isCounting() const;
    void touched();
    /// A person uses keys: focus and digits are shown.
    void useKeys();
    void moveFocus(int key);
    void layOut();
    void retranslate();
    [[nodiscard]] QString staffWord() const;
    [[nodiscard]] bool isWithdrawn() const;
    [[nodiscard]] bool hasState() const { return m_link.asOfMs() > 0; }
    [[nodiscard]] bool isLive() const { return m_link.status() == BranchLink::Status::Live; }

    BranchLink &m_link;
    Language &m_language;
    TicketPrinter &m_printer;
    PrinterReports m_reports;
    KioskSettings m_settings;
    LanguageKind m_firstLanguage;
    Look m_look;
    bool m_isBig = false;
    bool m_isHighContrast = false;

    Step m_step = Step::Start;
    GroupId m_group;
    ServiceId m_service;
    PriorityReasonId m_reason; ///< why they are called first, as they say; 0: they are not
    std::string m_identity; ///< what the hub knows them by; empty: nobody said it
    std::string m_greetingName;
    AddressForm m_greetingForm = AddressForm::None;
    int m_identifying = 0; ///< counts what was asked, so that a late answer is known
    bool m_isAtStart = false; ///< they said who they are before a language was chosen
    bool m_isUnread = false; ///< what they showed or typed is no code and no number
    bool m_isFull = false; ///< the hub said that the service has no more tickets today
    TicketId m_ticket; ///< the one shown
    QString m_problemTitle;
    QString m_problemHint;
    std::optional<PrintState> m_printerProblem;
    QElapsedTimer m_since; ///< the last touch, or the step's beginning
    qint64 m_passedMs = 0; ///< added to it
    QElapsedTimer m_sinceAsked; ///< for a ticket
    QElapsedTimer m_sincePage; ///< the page shown came
    QTimer m_tick;
    QTimer m_countdown;

    QLabel *m_branch;
    QLabel *m_branchOther;
    QLabel *m_clock;
    QStackedWidget *m_pages;
    ScanInput m_scan;
    StartPage *m_start;
    ChoicePage *m_choices;
    ChoicePage *m_reasons;
    IdentityPage *m_identityPage;
    NoticePage *m_notice;
    TicketPage *m_ticketPage;
    TouchButton *m_back;
    TouchButton *m_bigText;
    TouchButton *m_contrast;
    TouchButton *m_languageButton;
    QFrame *m_idleBar;
    QLabel *m_idleText;
    TouchButton *m_stay;
};

} // namespace tiepdon
