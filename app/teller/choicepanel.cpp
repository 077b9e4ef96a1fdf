// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/choicepanel.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace tiepdon {
namespace {

/// Options with a key: 1 to 9, then 0.
constexpr int kKeys = 10;
/// What a row of buttons may take in the least window.
constexpr int kRowWidth = 770;
constexpr int kGap = 8;

QString keyOf(int option) { return option < kKeys ? QString::number((option + 1) % kKeys) : QString(); }

} // namespace

ChoicePanel::ChoicePanel(TellerDesk &desk, const QString &name, const QString &option, Make make, QWidget *parent)
    : DeskPanel(desk, name, parent), m_make(std::move(make)), m_option(option),
      m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_hint(mutedLabel(this, sizes::kText)),
      m_rows(new QVBoxLayout), m_skip(new KeyButton(QStringLiteral("Enter"), false, this)),
      m_cancel(new KeyButton(QStringLiteral("Esc"), false, this)), m_head(new QHBoxLayout)
{
    m_title->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_skip->setObjectName(name + QStringLiteral("SkipButton"));
    m_skip->hide();
    m_cancel->setObjectName(name + QStringLiteral("CancelButton"));
    m_head->setSpacing(kGap);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_skip);
    m_head->addWidget(m_cancel);
    m_rows->setSpacing(kGap);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->setSpacing(kGap);
    all->addLayout(m_head);
    all->addWidget(m_hint);
    all->addLayout(m_rows);

    connect(m_cancel, &QPushButton::clicked, this, &ChoicePanel::close);
    connect(m_skip, &QPushButton::clicked, this, [this] {
        if (m_words.onSkip)
            m_words.onSkip();
    });
    for (int i = 0; i < kKeys; ++i) {
        auto *shortcut
            = new QShortcut(QKeySequence(keyOf(i)), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, i] { press(i); });
    }
    retranslate();
}

void ChoicePanel::addBeside(QWidget *widget)
{
    m_head->insertWidget(1, widget);
    m_beside = widget;
}

void ChoicePanel::open()
{
    show(); // so that what cannot be asked closes it
    askAnew();
}

void ChoicePanel::askAnew()
{
    if (!ask())
        return;
    QWidget *first = m_cancel;
    if (m_words.likely >= 0 && m_words.likely < static_cast<int>(m_buttons.size()))
        first = m_buttons[static_cast<std::size_t>(m_words.likely)];
    else if (!m_words.skip.isEmpty())
        first = m_skip;
    reveal(*first);
}

bool ChoicePanel::ask()
{
    auto words = m_make();
    if (!words) {
        close();
        return false;
    }
    const bool isSame = words->options == m_words.options;
    m_words = std::move(*words);
    if (!isSame) {
        const bool hadFocus = isAncestorOf(QApplication::focusWidget());
        makeButtons();
        if (hadFocus && m_words.likely >= 0 && m_words.likely < static_cast<int>(m_buttons.size()))
            m_buttons[static_cast<std::size_t>(m_words.likely)]->setFocus(Qt::OtherFocusReason);
    }
    m_title->setText(m_words.title);
    setAccessibleName(m_words.title);
    m_hint->setText(m_words.hint);
    m_hint->setVisible(!m_words.hint.isEmpty());
    m_skip->setVisible(!m_words.skip.isEmpty());
    m_skip->setWords(m_words.skip);
    return true;
}

void ChoicePanel::makeButtons()
{
    for (KeyButton *old : std::exchange(m_buttons, {})) {
        old->setObjectName({}); // it may be the one that was pressed: it goes later
        old->hide();
        old->deleteLater();
    }
    while (QLayoutItem *row = m_rows->takeAt(0))
        delete row;
    QHBoxLayout *row = nullptr;
    int used = 0;
    QWidget *before = m_cancel;
    if (m_beside) {
        setTabOrder(before, m_beside);
        before = m_beside;
    }
    for (int i = 0; i < m_words.options.size(); ++i) {
        const QString key = keyOf(i);
        auto *button = new KeyButton(key, false, this);
        button->setObjectName(QStringLiteral("%1%2Button").arg(m_option, QString::number(i + 1)));
        button->setWords(m_words.options[i]);
        connect(button, &QPushButton::clicked, this, [this, i] { press(i); });
        const int width = button->sizeHint().width();
        if (!row || used + width > kRowWidth) {
            if (row)
                row->addStretch();
            row = new QHBoxLayout;
            row->setSpacing(kGap);
            m_rows->addLayout(row);
            used = 0;
        }
        row->addWidget(button);
        button->show(); // at once: it may be given the focus
        used += width + kGap;
        m_buttons.push_back(button);
        setTabOrder(before, button);
        before = button;
    }
    if (row)
        row->addStretch();
}

void ChoicePanel::press(int option)
{
    if (option >= m_words.options.size() || !m_words.choose || desk().isConfirming())
        return;
    const auto choose = m_words.choose; // what it does may ask anew
    choose(option);
}

bool ChoicePanel::choose(int option)
{
    press(option);
    return option < m_words.options.size();
}

bool ChoicePanel::skip()
{
    if (m_words.skip.isEmpty() || !m_words.onSkip)
        return false;
    m_skip->click();
    return true;
}

void ChoicePanel::retranslate()
{
    m_cancel->setWords(tr("Cancel"));
    if (isOpen())
        ask();
}

} // namespace tiepdon
