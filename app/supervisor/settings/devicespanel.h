// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/qrcode.h"
#include "core/client/branchlink.h"
#include "core/wire/accessquestion.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace tiepdon {

class ErrorBanner;
class InlineQuestion;
class TablePane;

/// A QR code, dark on light whatever the theme, with its quiet zone.
class QrPicture : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Nothing for text that fits no code.
    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override { return {200, 200}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrCode> m_code;
};

/// Which devices belong to the branch: bringing one in with a one-time code, another name, and shutting one out for
/// ever. Each is done at once and answered by the hub. An administrator's; who may see the list sees it alone. The
/// link must outlive it.
class DevicesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DevicesPanel(BranchLink &link, QWidget *parent = nullptr);

    /// Asks the hub anew.
    void load();
    void choose(DeviceId device);
    /// Shows the form for a code.
    void startEnrolling();
    /// Makes a code for what is typed there.
    void makeCode();
    [[nodiscard]] const std::vector<DeviceRow> &rows() const { return m_rows; }

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCard();
    [[nodiscard]] QWidget *makeEnrolling();
    [[nodiscard]] bool mayChange() const;
    [[nodiscard]] const DeviceRow *chosen() const;
    void fill();
    void fillName();
    void showCard();
    void clearCode();
    /// What is asked for a new code; away while a code is shown.
    void showQuestions(bool areShown);
    void administer(const AccessCommand &command, const QString &done, std::function<void(const Json &)> then = {});
    void retranslate();

    BranchLink &m_link;
    std::vector<DeviceRow> m_rows;
    bool m_isEnrolling = false;
    bool m_isConfirming = false;
    bool m_isKnown = false;
    int m_asking = 0;
    int m_sending = 0;
    DeviceId m_wanted;
    DeviceId m_askedAbout; ///< what the question is about
    DeviceId m_namedFor; ///< whose name is to be typed over, and what it was
    std::string m_namedAs;
    QLabel *m_count;
    QTableWidget *m_table;
    QPushButton *m_enrol;
    TablePane *m_pane;
    QWidget *m_card;
    QLabel *m_title;
    QLabel *m_facts;
    QWidget *m_one;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QPushButton *m_rename;
    QPushButton *m_revoke;
    QWidget *m_new;
    QLabel *m_newNameLabel;
    QLineEdit *m_newName;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    QLabel *m_hostLabel;
    QComboBox *m_host;
    QLabel *m_minutesLabel;
    QLineEdit *m_minutes;
    QPushButton *m_make;
    QWidget *m_codeBox;
    QPlainTextEdit *m_code;
    QrPicture *m_picture;
    QLabel *m_codeHint;
    InlineQuestion *m_question;
    ErrorBanner *m_error;
    QLabel *m_done;
};

} // namespace tiepdon
