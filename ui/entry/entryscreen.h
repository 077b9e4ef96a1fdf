// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/language.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tiepdon {

class BranchLink;
class EntryPage;

/// Where a program stands: shown below the entry pages. What is not known is empty.
struct EntryPlace {
    QString device; ///< its name at the hub
    QString hub; ///< address or branch name
    QString secretsFolder; ///< files that hold secrets because there is no keychain
};

/// The ground entry pages stand on: a bar with the program's name, the connection and the language, the page, and
/// below it which device at which hub this is.
class EntryScreen : public QWidget
{
    Q_OBJECT

public:
    /// `link` may be null: then there is no connection to speak of. Both must outlive it.
    EntryScreen(BranchLink *link, Language &language, QWidget *parent = nullptr);

    void setPlace(const EntryPlace &place);
    /// The screen takes the page.
    void add(EntryPage *page);
    void show(EntryPage *page);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    EntryPlace m_place;
    QLabel *m_product;
    QPushButton *m_languageButton;
    QStackedWidget *m_pages;
    QLabel *m_where;
    QLabel *m_note;
};

} // namespace tiepdon
