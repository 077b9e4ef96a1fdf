// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/startpage.h"

#include "ui/widgets/text.h"

namespace tiepdon {
namespace {

LocalText both(const char *source) { return inBoth("Kiosk", source); }

constexpr const char *kWelcome = QT_TRANSLATE_NOOP("Kiosk", "Welcome");
constexpr const char *kIdentity = QT_TRANSLATE_NOOP("Kiosk", "I am a customer here: enter my phone number");
constexpr const char *kTake = QT_TRANSLATE_NOOP("Kiosk", "Touch to take a number");

} // namespace

StartPage::StartPage(QWidget *parent)
    : KioskPage(parent), m_welcome(plainLabel(this, sizes::kDisplay, QFont::Bold)),
      m_welcomeOther(plainLabel(this, sizes::kTitle, QFont::DemiBold)), m_branch(mutedLabel(this)),
      m_vietnamese(new TouchButton(QStringLiteral("vietnameseButton"), TouchButton::Kind::Primary, this)),
      m_english(new TouchButton(QStringLiteral("englishButton"), TouchButton::Kind::Primary, this)),
      m_identity(new TouchButton(QStringLiteral("startIdentityButton"), TouchButton::Kind::Quiet, this)),
      m_staffWord(mutedLabel(this))
{
    setObjectName(QStringLiteral("startPage"));
    m_welcome->setObjectName(QStringLiteral("welcome"));
    m_welcomeOther->setObjectName(QStringLiteral("welcomeOther"));
    m_branch->setObjectName(QStringLiteral("startBranch"));
    m_staffWord->setObjectName(QStringLiteral("staffWord"));
    for (QLabel *label : {m_welcome, m_welcomeOther, m_branch, m_staffWord}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    const LocalText welcome = both(kWelcome);
    const LocalText take = both(kTake);
    m_welcome->setText(fromUtf8(welcome.vi));
    m_welcomeOther->setText(fromUtf8(welcome.english()));
    m_vietnamese->setTitle(QStringLiteral("Tiếng Việt"));
    m_vietnamese->setLines({fromUtf8(take.vi)});
    m_english->setTitle(QStringLiteral("English"));
    m_english->setLines({fromUtf8(take.english())});
    m_vietnamese->setDigit(1);
    m_english->setDigit(2);
    m_vietnamese->setLeadsOn(true);
    m_english->setLeadsOn(true);
    connect(m_vietnamese, &QPushButton::clicked, this, [this] { Q_EMIT chosen(LanguageKind::Vietnamese); });
    connect(m_english, &QPushButton::clicked, this, [this] { Q_EMIT chosen(LanguageKind::English); });
    const LocalText identity = both(kIdentity);
    m_identity->setTitle(fromUtf8(identity.vi));
    m_identity->setLines({fromUtf8(identity.english())});
    m_identity->setLeadsOn(true);
    m_identity->setDigit(3);
    connect(m_identity, &QPushButton::clicked, this, &StartPage::identityAsked);
    m_staffWord->hide();
}

void StartPage::setBranch(const LocalText &name)
{
    m_branch->setText(name.vi == name.english() ? fromUtf8(name.vi)
                                                : fromUtf8(name.vi) + u'\n' + fromUtf8(name.english()));
}

void StartPage::setStaffWord(const QString &word)
{
    if (word == m_staffWord->text())
        return;
    m_staffWord->setText(word);
    m_staffWord->setVisible(!word.isEmpty());
    layOut();
}

QString StartPage::said() const { return m_welcome->text() + QStringLiteral(". ") + m_welcomeOther->text(); }

void StartPage::setLook(const Look &look)
{
    m_look = look;
    m_welcome->setFont(textFont(look.text(64), QFont::Bold));
    m_welcomeOther->setFont(textFont(look.text(44), QFont::DemiBold));
    m_branch->setFont(textFont(look.text(34)));
    m_staffWord->setFont(textFont(look.text(22)));
    for (TouchButton *button : {m_vietnamese, m_english})
        button->setTextSizes(look.text(60), look.text(32));
    m_identity->setTextSizes(look.text(28), look.text(22));
    layOut();
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    KioskPage::resizeEvent(event);
    layOut();
}

void StartPage::layOut()
{
    const int gap = m_look.space(40);
    const int word = m_staffWord->isVisibleTo(this) ? m_staffWord->heightForWidth(width() - 2 * gap) + gap / 4
                                                    : m_look.text(22);
    QRect area = rect().adjusted(gap * 2, 0, -gap * 2, -word);
    m_staffWord->setGeometry(gap, height() - word, width() - 2 * gap, word);
    const int welcome = m_look.text(64) * 3 / 2;
    const int other = m_look.text(44) * 3 / 2;
    const int branch = m_look.text(34) * 3;
    const int identity = m_look.touch(120);
    const int others = branch + welcome + other + gap + gap + identity;
    const int fitting = m_look.isPortrait ? (area.height() - others - gap) / 2 : area.height() - others;
    const int buttonHeight
        = std::clamp(fitting, Look::kServiceMin, m_look.touch(m_look.isPortrait ? 300 : 260, Look::kServiceMin));
    const int buttons = m_look.isPortrait ? 2 * buttonHeight + gap : buttonHeight;
    const int all = others + buttons;
    int y = area.top() + std::max(0, (area.height() - all) / 2);
    m_branch->setGeometry(area.left(), y, area.width(), branch);
    y += branch;
    m_welcome->setGeometry(area.left(), y, area.width(), welcome);
    y += welcome;
    m_welcomeOther->setGeometry(area.left(), y, area.width(), other);
    y += other + gap;
    const int identityWide
        = std::min(area.width(), std::max(m_look.touch(720, 420), m_identity->sizeHint().width()));
    m_identity->setGeometry(area.center().x() - identityWide / 2, y + buttons + gap, identityWide, identity);
    if (m_look.isPortrait) {
        m_vietnamese->setGeometry(area.left(), y, area.width(), buttonHeight);
        m_english->setGeometry(area.left(), y + buttonHeight + gap, area.width(), buttonHeight);
        return;
    }
    const int width = std::min((area.width() - gap) / 2, m_look.space(800));
    const int left = area.center().x() - width - gap / 2;
    m_vietnamese->setGeometry(left, y, width, buttonHeight);
    m_english->setGeometry(left + width + gap, y, width, buttonHeight);
}

} // namespace tiepdon
