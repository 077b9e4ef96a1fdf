// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/identitypage.h"

#include "ui/widgets/text.h"

#include <QEvent>

namespace tiepdon {
namespace {

/// A shorter one is nobody's number.
constexpr int kDigitsMin = 4;

/// In groups as people read a number: the first four, then threes.
QString grouped(const QString &digits)
{
    QString text = digits.left(4);
    for (int i = 4; i < digits.size(); i += 3)
        text += QLatin1Char(' ') + digits.mid(i, 3);
    return text;
}

} // namespace

IdentityPage::IdentityPage(QWidget *parent)
    : KioskPage(parent), m_title(plainLabel(this, sizes::kDisplay, QFont::Bold)), m_hint(mutedLabel(this)),
      m_field(plainLabel(this, sizes::kDisplay, QFont::DemiBold)), m_keys{},
      m_erase(new TouchButton(QStringLiteral("identityEraseButton"), TouchButton::Kind::Plain, this)),
      m_clear(new TouchButton(QStringLiteral("identityClearButton"), TouchButton::Kind::Plain, this)),
      m_proceed(new TouchButton(QStringLiteral("identityProceedButton"), TouchButton::Kind::Primary, this)),
      m_without(new TouchButton(QStringLiteral("identityWithoutButton"), TouchButton::Kind::Plain, this))
{
    setObjectName(QStringLiteral("identityPage"));
    m_title->setObjectName(QStringLiteral("identityTitle"));
    m_title->setWordWrap(true);
    m_hint->setObjectName(QStringLiteral("identityHint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop);
    m_field->setObjectName(QStringLiteral("identityField"));
    m_field->setAlignment(Qt::AlignCenter);
    m_field->setProperty("panel", QStringLiteral("raised"));
    m_field->setFrameShape(QFrame::Box);
    const std::array order{1, 2, 3, 4, 5, 6, 7, 8, 9, 0};
    QWidget *before = nullptr;
    for (const int digit : order) {
        auto *key
            = new TouchButton(QStringLiteral("identityKey%1Button").arg(digit), TouchButton::Kind::Plain, this);
        key->setTitle(QString::number(digit));
        connect(key, &QPushButton::clicked, this, [this, digit] { type(QString::number(digit)); });
        m_keys[static_cast<std::size_t>(digit)] = key;
        if (before)
            setTabOrder(before, key);
        before = key;
    }
    for (TouchButton *each : {m_erase, m_clear, m_proceed, m_without}) {
        setTabOrder(before, each);
        before = each;
    }
    connect(m_erase, &QPushButton::clicked, this, &IdentityPage::erase);
    connect(m_clear, &QPushButton::clicked, this, &IdentityPage::clear);
    connect(m_proceed, &QPushButton::clicked, this, &IdentityPage::proceed);
    connect(m_without, &QPushButton::clicked, this, &IdentityPage::withoutAsked);
    fill();
}

void IdentityPage::clear()
{
    m_digits.clear();
    fill();
}

void IdentityPage::type(const QString &characters)
{
    for (const QChar each : characters) {
        if (each >= u'0' && each <= u'9' && m_digits.size() < kDigitsMax)
            m_digits += each;
    }
    fill();
}

void IdentityPage::erase()
{
    m_digits.chop(1);
    fill();
}

void IdentityPage::proceed()
{
    if (m_digits.size() < kDigitsMin)
        return;
    const QString digits = m_digits;
    clear(); // it does not stay for the next one to see
    Q_EMIT entered(digits);
}

QString IdentityPage::said() const { return m_title->text() + QStringLiteral(". ") + m_hint->text(); }

void IdentityPage::setLook(const Look &look)
{
    m_look = look;
    m_title->setFont(textFont(look.text(46), QFont::Bold));
    m_hint->setFont(textFont(look.text(30)));
    m_field->setFont(textFont(look.text(56), QFont::DemiBold));
    for (TouchButton *key : m_keys)
        key->setTextSizes(look.text(46), look.text(30));
    for (TouchButton *each : {m_erase, m_clear})
        each->setTextSizes(look.text(28), look.text(22));
    for (TouchButton *each : {m_proceed, m_without})
        each->setTextSizes(look.text(36), look.text(26));
    layOut();
}

void IdentityPage::resizeEvent(QResizeEvent *event)
{
    KioskPage::resizeEvent(event);
    layOut();
}

void IdentityPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    KioskPage::changeEvent(event);
}

void IdentityPage::fill()
{
    m_title->setText(tr("Your phone number"));
    m_hint->setText(
        tr("Or hold the code of your citizen card to the scanner. Who you are is for our staff only; it "
           "is not shown here. You need not say it."));
    m_field->setText(m_digits.isEmpty() ? QStringLiteral("…") : grouped(m_digits));
    m_field->setAccessibleName(m_digits.isEmpty() ? tr("Nothing typed yet") : m_digits);
    m_erase->setTitle(tr("Delete"));
    m_clear->setTitle(tr("Clear"));
    m_proceed->setTitle(tr("Continue"));
    m_without->setTitle(tr("Go on without"));
    m_erase->setEnabled(!m_digits.isEmpty());
    m_clear->setEnabled(!m_digits.isEmpty());
    m_proceed->setEnabled(m_digits.size() >= kDigitsMin);
    layOut();
}

void IdentityPage::layOut()
{
    const int gap = m_look.space(18);
    const int side = m_look.space(48);
    const QRect area = rect().adjusted(side, 0, -side, -gap);
    const int title = m_look.text(46) * 3 / 2;
    const int field = std::max(m_look.touch(110), m_look.text(56) * 3 / 2);
    const int action = m_look.touch(120);
    // words and answers on the left, the keys on the right; one above the other where the screen stands upright
    const int wordsWidth = m_look.isPortrait ? area.width() : (area.width() - 2 * gap) / 2;
    m_title->setGeometry(area.left(), area.top(), area.width(), title);
    int y = area.top() + title + gap / 2;
    const int hint = m_hint->heightForWidth(wordsWidth);
    m_hint->setGeometry(area.left(), y, wordsWidth, hint);
    QRect keys;
    if (m_look.isPortrait) {
        y += hint + gap;
        m_field->setGeometry(area.left(), y, area.width(), field);
        y += field + gap;
        const int bottom = area.bottom() + 1 - action;
        const int half = (area.width() - gap) / 2;
        m_without->setGeometry(area.left(), bottom, half, action);
        m_proceed->setGeometry(area.left() + half + gap, bottom, half, action);
        keys = QRect(area.left(), y, area.width(), bottom - gap - y);
    } else {
        const int bottom = area.bottom() + 1 - action;
        const int half = (wordsWidth - gap) / 2;
        m_without->setGeometry(area.left(), bottom, half, action);
        m_proceed->setGeometry(area.left() + half + gap, bottom, half, action);
        const int at = std::max(y + hint + gap, (y + hint + bottom - field) / 2);
        m_field->setGeometry(area.left(), std::min(at, bottom - gap - field), wordsWidth, field);
        keys = QRect(area.left() + wordsWidth + 2 * gap, y, area.width() - wordsWidth - 2 * gap,
                     area.bottom() + 1 - y);
    }
    const int wide = (keys.width() - 2 * gap) / 3;
    const int high = std::min((keys.height() - 3 * gap) / 4, m_look.touch(m_look.isPortrait ? 190 : 170));
    const auto place = [&](TouchButton *button, int row, int column) {
        button->setGeometry(keys.left() + column * (wide + gap), keys.top() + row * (high + gap), wide, high);
    };
    for (int digit = 1; digit <= 9; ++digit)
        place(m_keys[static_cast<std::size_t>(digit)], (digit - 1) / 3, (digit - 1) % 3);
    place(m_clear, 3, 0);
    place(m_keys[0], 3, 1);
    place(m_erase, 3, 2);
}

} // namespace tiepdon
