// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/choicepage.h"

#include "ui/session/language.h"
#include "ui/widgets/text.h"

#include <QEvent>

namespace tiepdon {
namespace {

/// A screenful of so many is no narrower for more.
constexpr int kEnough = 6;

} // namespace

ChoicePage::ChoicePage(const QString &kind, QWidget *parent)
    : KioskPage(parent), m_title(plainLabel(this, sizes::kDisplay, QFont::Bold)), m_empty(mutedLabel(this)),
      m_previous(new TouchButton(kind + QStringLiteral("PreviousButton"), TouchButton::Kind::Plain, this)),
      m_next(new TouchButton(kind + QStringLiteral("NextButton"), TouchButton::Kind::Plain, this)),
      m_where(plainLabel(this)),
      m_aside(new TouchButton(kind + QStringLiteral("PriorityButton"), TouchButton::Kind::Quiet, this)),
      m_identity(new TouchButton(kind + QStringLiteral("IdentityButton"), TouchButton::Kind::Quiet, this)),
      m_greeting(plainLabel(this, sizes::kTitle, QFont::DemiBold))
{
    setObjectName(kind + QStringLiteral("Page"));
    m_title->setObjectName(kind + QStringLiteral("Title"));
    m_title->setWordWrap(true);
    m_empty->setObjectName(kind + QStringLiteral("Empty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_where->setObjectName(kind + QStringLiteral("Where"));
    m_where->setAlignment(Qt::AlignCenter);
    for (int i = 0; i < kShownMax; ++i) {
        auto *button
            = new TouchButton(QStringLiteral("%1Button%2").arg(kind).arg(i + 1), TouchButton::Kind::Plain, this);
        button->setDigit(i + 1);
        button->hide();
        connect(button, &QPushButton::clicked, this, [this, i] {
            const auto index = static_cast<std::size_t>(m_screenful * m_perScreenful + i);
            if (index < m_choices.size())
                Q_EMIT chosen(ServiceChoice(m_choices[index]));
        });
        m_buttons.push_back(button);
    }
    QWidget::setTabOrder(m_buttons.back(), m_previous);
    QWidget::setTabOrder(m_previous, m_next);
    QWidget::setTabOrder(m_next, m_aside);
    QWidget::setTabOrder(m_aside, m_identity);
    m_aside->hide();
    m_identity->hide();
    m_greeting->setObjectName(kind + QStringLiteral("Greeting"));
    m_greeting->setWordWrap(true);
    m_greeting->hide();
    connect(m_identity, &QPushButton::clicked, this, &ChoicePage::identityPressed);
    connect(m_aside, &QPushButton::clicked, this, &ChoicePage::asidePressed);
    connect(m_previous, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turn(1); });
}

void ChoicePage::setPlace(GroupId group, const QString &title)
{
    if (group != m_group)
        m_screenful = 0;
    m_group = group;
    m_title->setText(title);
}

void ChoicePage::setAside(const QString &title, bool isOn)
{
    const bool isNew = title != m_aside->text();
    m_aside->setTitle(title);
    m_aside->setOn(isOn);
    m_aside->setLeadsOn(true);
    if (isNew)
        layOut();
}

void ChoicePage::setIdentity(const QString &title, const QString &greeting)
{
    const bool isNew = title != m_identity->accessibleName() || greeting != m_greeting->text();
    m_identity->setTitle(title);
    m_identity->setLeadsOn(greeting.isEmpty());
    m_greeting->setText(greeting);
    m_greeting->setVisible(!greeting.isEmpty());
    if (isNew)
        layOut();
}

void ChoicePage::setChoices(const std::vector<ServiceChoice> &choices, TimeMs nowMs, std::int64_t utcOffsetMin)
{
    const bool isSameCount = choices.size() == m_choices.size();
    m_choices = choices;
    m_nowMs = nowMs;
    m_utcOffsetMin = utcOffsetMin;
    if (isSameCount)
        fill();
    else
        layOut();
}

QWidget *ChoicePage::first() const { return m_choices.empty() ? nullptr : m_buttons.front(); }

void ChoicePage::turn(int by)
{
    m_screenful = std::clamp(m_screenful + by, 0, m_screenfuls - 1);
    layOut();
    if (QWidget *asked = by > 0 ? m_next : m_previous; !asked->isEnabled())
        m_buttons.front()->setFocus(Qt::OtherFocusReason);
}

QString ChoicePage::said() const
{
    return m_greeting->text().isEmpty() ? m_title->text() : m_greeting->text() + QLatin1Char(' ') + m_title->text();
}

void ChoicePage::setLook(const Look &look)
{
    m_look = look;
    m_title->setFont(textFont(look.text(46), QFont::Bold));
    m_greeting->setFont(textFont(look.text(36), QFont::DemiBold));
    m_empty->setFont(textFont(look.text(34)));
    m_where->setFont(textFont(look.text(28), QFont::Medium));
    for (TouchButton *button : m_buttons)
        button->setTextSizes(look.text(42), look.text(30));
    for (TouchButton *button : {m_previous, m_next, m_aside, m_identity})
        button->setTextSizes(look.text(28), look.text(22));
    layOut();
}

void ChoicePage::resizeEvent(QResizeEvent *event)
{
    KioskPage::resizeEvent(event);
    layOut();
}

void ChoicePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    KioskPage::changeEvent(event);
}

void ChoicePage::layOut()
{
    const int gap = m_look.space(24);
    const int side = m_look.space(48);
    QRect area = rect().adjusted(side, 0, -side, -gap);
    if (m_greeting->isVisibleTo(this)) {
        const int high = m_greeting->heightForWidth(area.width());
        m_greeting->setGeometry(area.left(), area.top(), area.width(), high);
        area.setTop(area.top() + high + gap / 3);
    }
    const int title = m_look.text(46) * 3 / 2;
    m_title->setGeometry(area.left(), area.top(), area.width(), title);
    area.setTop(area.top() + title + gap / 2);
    m_empty->setGeometry(area);
    if (const bool hasAside = !m_aside->text().isEmpty(); m_aside->isHidden() == hasAside)
        m_aside->setVisible(hasAside);
    m_identity->setVisible(!m_identity->text().isEmpty());
    std::vector<TouchButton *> quiet;
    for (TouchButton *each : {m_aside, m_identity}) {
        if (each->isVisibleTo(this))
            quiet.push_back(each);
    }
    if (!quiet.empty()) {
        // side by side, half of the width each at most
        const int high = m_look.touch(84);
        const int half = (area.width() - gap) / 2;
        int left = area.left();
        for (TouchButton *each : quiet) {
            const int wide = m_look.isPortrait && quiet.size() == 1
                ? area.width()
                : std::min(half, std::max(m_look.touch(560, 320), each->sizeHint().width()));
            each->setGeometry(left, area.bottom() + 1 - high, wide, high);
            left += wide + gap;
        }
        area.setBottom(quiet.front()->geometry().top() - gap - 1);
    }

    // as few columns as hold everything, or enough of it for a screenful: names stay wide
    const int count = static_cast<int>(m_choices.size());
    const int least = m_look.touch(150, Look::kServiceMin);
    const int pager = m_look.touch(84);
    const auto rowsIn = [&](int height) { return std::max(1, (height + gap) / (least + gap)); };
    const std::vector<int> columnsPossible = m_look.isPortrait ? (m_look.isBig ? std::vector{1} : std::vector{1, 2})
        : m_look.isBig                                         ? std::vector{2}
                                                               : std::vector{2, 3};
    const auto holds = [&](int columns, int height) { return std::min(kShownMax, columns * rowsIn(height)); };
    int columns = 0;
    for (const int each : columnsPossible) {
        if (columns == 0 && holds(each, area.height()) >= count)
            columns = each;
    }
    for (const int each : columnsPossible) {
        if (columns == 0 && (holds(each, area.height() - pager - gap) >= kEnough || each == columnsPossible.back()))
            columns = each;
    }
    m_perScreenful = holds(columns, area.height());
    const bool hasPager = m_perScreenful < count;
    if (hasPager) {
        m_perScreenful = holds(columns, area.height() - pager - gap);
        const QRect bar(area.left(), area.bottom() + 1 - pager, area.width(), pager);
        const int width = m_look.touch(300, 160);
        m_previous->setGeometry(bar.left(), bar.top(), width, pager);
        m_next->setGeometry(bar.right() + 1 - width, bar.top(), width, pager);
        m_where->setGeometry(bar.adjusted(width + gap, 0, -width - gap, 0));
        area.setBottom(bar.top() - gap - 1);
    }
    for (QWidget *part :
         {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_where)})
        part->setVisible(hasPager);
    m_screenfuls = std::max(1, (count + m_perScreenful - 1) / m_perScreenful);
    m_screenful = std::min(m_screenful, m_screenfuls - 1);

    const int shown = std::clamp(count - m_screenful * m_perScreenful, 0, m_perScreenful);
    // a last screenful keeps the places of a full one
    const int rows = std::max(1, ((hasPager ? m_perScreenful : shown) + columns - 1) / columns);
    const int high
        = std::min((area.height() - (rows - 1) * gap) / rows, m_look.touch(m_look.isPortrait ? 230 : 250));
    const int wide = (area.width() - (columns - 1) * gap) / columns;
    for (int i = 0; i < kShownMax; ++i) {
        TouchButton *button = m_buttons[static_cast<std::size_t>(i)];
        button->setVisible(i < shown);
        button->setGeometry(area.left() + i % columns * (wide + gap), area.top() + i / columns * (high + gap), wide,
                            high);
    }
    fill();
}

void ChoicePage::fill()
{
    m_empty->setText(tr("No services can be chosen here at the moment. Please ask our staff."));
    m_empty->setVisible(m_choices.empty());
    m_previous->setTitle(tr("Previous page"));
    m_next->setTitle(tr("Next page"));
    m_previous->setEnabled(m_screenful > 0);
    m_next->setEnabled(m_screenful + 1 < m_screenfuls);
    m_where->setText(tr("Page %1 of %2").arg(m_screenful + 1).arg(m_screenfuls));
    for (int i = 0; i < kShownMax; ++i) {
        const auto index = static_cast<std::size_t>(m_screenful * m_perScreenful + i);
        if (i >= m_perScreenful || index >= m_choices.size())
            break;
        const ServiceChoice &choice = m_choices[index];
        TouchButton &button = *m_buttons[static_cast<std::size_t>(i)];
        button.setTitle(inLanguage(choice.name));
        button.setLeadsOn(choice.kind == ServiceChoice::Kind::Group);
        switch (choice.kind) {
        case ServiceChoice::Kind::Group:
            button.setLines({});
            break;
        case ServiceChoice::Kind::Open: {
            QString line = waitingText(choice.waiting);
            if (choice.wait) {
                const auto [low, high] = wholeMinutes(*choice.wait);
                line += QStringLiteral("  ·  ") + waitText(low, high);
            }
            button.setLines({line});
            break;
        }
        case ServiceChoice::Kind::Unserved:
            button.setLines((choice.waiting > 0 ? QStringList{waitingText(choice.waiting)} : QStringList())
                                + QStringList{tr("No counter open for it now; you can still take a number")},
                            Tone::Warn);
            break;
        case ServiceChoice::Kind::Closed:
            button.setLines({opensText(choice.opensMs, m_nowMs, m_utcOffsetMin)}, Tone::Bad);
            break;
        case ServiceChoice::Kind::Full:
            button.setLines({tr("No numbers left today")}, Tone::Bad);
            break;
        case ServiceChoice::Kind::Reason:
            button.setLines({});
            break;
        }
    }
}

} // namespace tiepdon
