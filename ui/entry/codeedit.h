// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace tiepdon {

/// A field for an enrolment code: upper case, in groups of four parted by hyphens, whatever is typed, pasted or
/// scanned. Enter, a scanner's too, enters it. Input methods stay off: they would make other letters of it.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(QWidget *parent = nullptr);

    [[nodiscard]] QString code() const { return toPlainText(); }
    /// Letters and digits of a text, in groups.
    static QString grouped(const QString &text);

Q_SIGNALS:
    void entered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void reformat();
};

} // namespace tiepdon
