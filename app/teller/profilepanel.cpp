// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/profilepanel.h"

#include "ui/customer/customertime.h"
#include "ui/customer/customerword.h"
#include "ui/customer/needchips.h"
#include "ui/session/callreason.h"
#include "ui/session/language.h"
#include "ui/session/sentence.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/segmentchip.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

constexpr int kShape = 12;
constexpr int kWidthMin = 268;
/// How long a field that was shown whole stays so.
constexpr int kRevealedForMs = 60'000;

/// The shape of a line's tone; takes its room when there is none, so that lines stand beneath each other.
class LineShape : public QWidget
{
public:
    LineShape(std::optional<Tone> tone, QWidget *parent) : QWidget(parent), m_tone(tone)
    {
        setFixedSize(kShape, 18);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_tone)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawShape(painter, QRectF(1, 4, kShape - 2, kShape - 2), *m_tone);
    }

private:
    std::optional<Tone> m_tone;
};

QLabel *wrapped(QLabel *label)
{
    label->setWordWrap(true);
    label->setMinimumWidth(0);
    // a name or a link without a blank is broken rather than cut off
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
}

QWidget *makeLine(const ProfileLine &line, bool hasShapes, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(6);
    if (hasShapes)
        across->addWidget(new LineShape(line.tone, row), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *text
        = wrapped(line.isMuted ? mutedLabel(row, sizes::kText) : plainLabel(row, sizes::kText, QFont::Medium));
    text->setText(breakable(line.text));
    text->setAccessibleName(line.text);
    words->addWidget(text);
    if (!line.detail.isEmpty()) {
        auto *detail = wrapped(mutedLabel(row));
        if (line.tone == Tone::Bad)
            detail->setProperty("ink", QStringLiteral("bad"));
        detail->setText(breakable(line.detail));
        detail->setAccessibleName(line.detail);
        words->addWidget(detail);
    }
    across->addLayout(words, 1);
    return row;
}

QString actionWord(CustomerPanel panel)
{
    switch (panel) {
    case CustomerPanel::Find:
        return ProfilePanel::tr("Find…");
    case CustomerPanel::Identify:
        return ProfilePanel::tr("Who is it?");
    case CustomerPanel::Note:
        return ProfilePanel::tr("Note");
    case CustomerPanel::Item:
        return ProfilePanel::tr("Promise");
    case CustomerPanel::Settle:
        return ProfilePanel::tr("Settle");
    case CustomerPanel::Decline:
        return ProfilePanel::tr("Declined");
    case CustomerPanel::Goal:
        return ProfilePanel::tr("Goal");
    case CustomerPanel::Blocker:
        return ProfilePanel::tr("Missing?");
    case CustomerPanel::Edit:
        return ProfilePanel::tr("Edit");
    case CustomerPanel::Consents:
        return ProfilePanel::tr("Consents");
    case CustomerPanel::Numbers:
        return ProfilePanel::tr("Numbers");
    case CustomerPanel::Stage:
        return ProfilePanel::tr("Stage");
    }
    return QString();
}

/// "openNoteButton".
QString actionName(CustomerPanel panel)
{
    static const std::array kNames{"Find", "Identify", "Note", "Item",    "Settle", "Decline",
                                   "Goal", "Blocker",  "Edit", "Numbers", "Stage",  "Consents"};
    return QStringLiteral("open%1Button").arg(QLatin1String(kNames.at(static_cast<std::size_t>(panel))));
}

} // namespace

ProfilePanel::ProfilePanel(TellerCustomer &customer, QWidget *parent)
    : QFrame(parent), m_customer(customer), m_title(mutedLabel(this)),
      m_back(new KeyButton(QStringLiteral("Esc"), false, this)), m_scroll(new QScrollArea(this)),
      m_actions(new QWidget(this))
{
    setObjectName(QStringLiteral("profilePanel"));
    setProperty("panel", QStringLiteral("surface"));
    m_title->setObjectName(QStringLiteral("profileTitle"));
    m_back->setObjectName(QStringLiteral("profileBackButton"));
    m_back->setProperty("kind", QStringLiteral("quiet"));
    m_back->setFont(textFont(sizes::kTextSmall, QFont::Medium));
    m_back->setMaximumHeight(28);
    m_scroll->setObjectName(QStringLiteral("profileScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::TabFocus);
    m_scroll->viewport()->setAutoFillBackground(false);

    auto *grid = new QGridLayout(m_actions);
    grid->setContentsMargins(0, 4, 10, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    int at = 0;
    for (const CustomerPanel panel :
         {CustomerPanel::Find, CustomerPanel::Identify, CustomerPanel::Note, CustomerPanel::Item,
          CustomerPanel::Decline, CustomerPanel::Goal, CustomerPanel::Edit, CustomerPanel::Blocker}) {
        KeyButton *button = makeAction(panel, m_actions);
        button->setSpread();
        grid->addWidget(button, at / 2, at % 2);
        m_buttons.emplace_back(button, panel);
        ++at;
    }

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 6, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_actions);

    m_revealTimer.setSingleShot(true);
    m_revealTimer.setInterval(kRevealedForMs);
    connect(&m_revealTimer, &QTimer::timeout, this, [this] {
        m_revealed.clear();
        refresh();
    });
    connect(m_back, &QPushButton::clicked, &customer, &TellerCustomer::closeOpened);
    connect(&customer, &TellerCustomer::changed, this, &ProfilePanel::refresh);
    connect(&customer, &TellerCustomer::forgotten, this, [this] { m_revealed.clear(); });
    retranslate();
}

KeyButton *ProfilePanel::makeAction(CustomerPanel panel, QWidget *parent)
{
    auto *button = new KeyButton(CustomerPanels::keyText(panel), false, parent);
    button->setObjectName(actionName(panel));
    button->setProperty("kind", QStringLiteral("quiet"));
    button->setFont(textFont(sizes::kTextSmall, QFont::Medium));
    button->setFixedHeight(26);
    button->setWords(actionWord(panel));
    connect(button, &QPushButton::clicked, this, [this, panel] { Q_EMIT asked(panel); });
    return button;
}

void ProfilePanel::setShort(bool isShort) { m_actions->setVisible(!isShort); }

void ProfilePanel::setWantedWidth(int width)
{
    m_wantedWidth = width;
    setMinimumWidth(std::min(width, kWidthMin));
    setMaximumWidth(width);
    updateGeometry();
}

QSize ProfilePanel::sizeHint() const { return {m_wantedWidth, QFrame::sizeHint().height()}; }

void ProfilePanel::showRevealed(CustomerId customer, ProfileField field, const Revealed &what)
{
    m_revealedOf = customer;
    m_revealed[field] = what;
    m_revealTimer.start();
    refresh();
}

ProfilePlace ProfilePanel::place() const
{
    const BranchLink &link = m_customer.desk().link();
    return {link.branch(), link.hubNowMs()};
}

QString ProfilePanel::titleOf(const KnownPerson &person) const
{
    const Ticket *ticket = m_customer.desk().link().branch().ticket(person.ticket);
    const QString number = ticket ? fromUtf8(ticket->number) : QString();
    if (m_customer.opened())
        return tr("Found, beside your work");
    return person.isCalled ? tr("At your counter: %1").arg(number) : tr("Next: %1").arg(number);
}

void ProfilePanel::clear()
{
    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("profileContent"));
    m_content->setAutoFillBackground(false);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 10, 8);
    m_column->setSpacing(4);
}

void ProfilePanel::refresh()
{
    const KnownPerson *person = m_customer.shown();
    const Subject shown = person ? Subject{person->customer, person->ticket} : Subject{};
    const int scrolled = shown == m_shownOf ? m_scroll->verticalScrollBar()->value() : 0;
    m_shownOf = shown;
    if (shown.customer != m_revealedOf)
        m_revealed.clear();
    m_back->setVisible(m_customer.opened() != nullptr);
    m_title->setText(person ? titleOf(*person) : tr("Customer"));
    setAccessibleName(m_title->text());
    for (const auto &[button, panel] : m_buttons) {
        const bool isAlways = panel == CustomerPanel::Find || panel == CustomerPanel::Blocker;
        const bool isOfTicket = panel == CustomerPanel::Identify || panel == CustomerPanel::Goal;
        const bool isOfProfile = panel == CustomerPanel::Edit;
        const KnownPerson *writable = m_customer.writable();
        button->setEnabled(isAlways
                           || (isOfTicket        ? m_customer.inHand() != nullptr
                                   : isOfProfile ? writable && writable->card()
                                                 : writable != nullptr));
    }
    clear();
    if (!person)
        showNobody();
    else if (person->card())
        showCard(*person);
    else if (person->isLoading)
        showEmpty(tr("Looking it up…"), QString());
    else if (person->problem)
        showEmpty(tr("The profile cannot be shown"), sentence(*person->problem));
    else {
        addGoal(*person);
        if (person->answer && !person->answer->visitNotes.empty())
            addBlock("visitNotesBlock", tr("Notes of this visit"), noteLines(person->answer->visitNotes, place()),
                     QString());
        showEmpty(tr("Nobody said who this is"),
                  person->isCalled
                      ? tr("%1 says whose the ticket is: by name, phone or document, or scan their card. "
                           "Serving without a name is fine.")
                            .arg(CustomerPanels::keyText(CustomerPanel::Identify))
                      : tr("They took a ticket without a name. What they came for stands on the left."));
    }
    m_column->addStretch();
    // what is shown may be what was pressed: it goes later, and the keyboard stays near
    if (QWidget *old = m_scroll->takeWidget()) {
        const bool hadFocus = old->isAncestorOf(QApplication::focusWidget());
        old->setObjectName({});
        old->hide();
        old->deleteLater();
        if (hadFocus)
            m_scroll->setFocus(Qt::OtherFocusReason);
    }
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false); // the scroll area would have it filled
    m_content->show();
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

void ProfilePanel::showNobody()
{
    showEmpty(tr("Nobody to show"),
              tr("Who comes next appears here before the call, with what was promised and what they need."));
}

void ProfilePanel::showEmpty(const QString &title, const QString &hint)
{
    auto *head = wrapped(plainLabel(m_content, sizes::kTextLarge, QFont::DemiBold));
    head->setObjectName(QStringLiteral("profileEmpty"));
    head->setText(title);
    auto *words = wrapped(mutedLabel(m_content, sizes::kText));
    words->setObjectName(QStringLiteral("profileEmptyHint"));
    words->setText(hint);
    m_column->addSpacing(8);
    m_column->addWidget(head);
    m_column->addWidget(words);
}

void ProfilePanel::addHead(const CustomerCard &card)
{
    const Customer &customer = card.customer;
    auto *called = wrapped(plainLabel(m_content, sizes::kHeadline, QFont::Bold));
    called->setObjectName(QStringLiteral("profileCalled"));
    // of a very long name the first part is enough to say whom it is about; the whole stands beneath
    constexpr int kCalledMax = 40;
    const QString form = addressed(card);
    called->setText(card.isNameHidden
                        ? tr("Name is shown with the call")
                        : breakable(form.size() > kCalledMax ? form.left(kCalledMax) + QStringLiteral("…") : form));
    if (card.isNameHidden)
        called->setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
    m_column->addWidget(called);
    if (!card.isNameHidden) {
        auto *name = wrapped(plainLabel(m_content, sizes::kTextLarge));
        name->setObjectName(QStringLiteral("profileName"));
        name->setText(breakable(fromUtf8(customer.name)));
        name->setAccessibleName(tr("Full name: %1").arg(fromUtf8(customer.name)));
        m_column->addWidget(name);
    }
    const auto &segments = m_customer.desk().link().branch().segments();
    const auto segment = segments.find(customer.segment);
    QStringList facts;
    if (segment != segments.end())
        facts << QStringLiteral("★ ") + inLanguage(segment->second.name);
    if (!customer.tier.empty())
        facts << fromUtf8(customer.tier);
    if (card.visitsEver > 0)
        facts << tr("visits in a year: %1").arg(card.visitsInYear);
    if (!facts.isEmpty()) {
        auto *who = wrapped(mutedLabel(m_content, sizes::kText));
        who->setObjectName(QStringLiteral("profileFacts"));
        who->setText(facts.join(QStringLiteral(" · ")));
        m_column->addWidget(who);
    }
    auto *needs = new NeedChips(m_content);
    needs->setNeeds(customer.needs);
    m_column->addSpacing(customer.needs.empty() ? 0 : 4);
    m_column->addWidget(needs);
}

void ProfilePanel::addGoal(const KnownPerson &person)
{
    if (!person.answer || !person.answer->goal || person.answer->goal->text.empty())
        return;
    addBlock("goalBlock", tr("What they want to reach"),
             {{QStringLiteral("“%1”").arg(fromUtf8(person.answer->goal->text)), {}, {}}}, QString());
}

void ProfilePanel::showCard(const KnownPerson &person)
{
    const CustomerCard &card = *person.card();
    addHead(card);
    const auto signs = signalLines(card);
    if (!signs.empty())
        m_column->addSpacing(4);
    for (const ProfileLine &line : signs)
        m_column->addWidget(makeLine(line, true, m_content));
    if (!person.isCalled && !m_customer.opened()) {
        if (const auto next = m_customer.desk().next(); next && next->ticket == person.ticket)
            addBlock("whyBlock", tr("Why this ticket"), {{sentence(next->reason, place().branch)}}, QString());
    }
    addGoal(person);
    if (person.problem)
        addBlock("staleBlock", tr("Not the latest"), {{sentence(*person.problem), {}, Tone::Warn}}, QString());
    addBlock("openItemsBlock", tr("Promises and complaints"), openItemLines(card, place()), tr("Nothing is open."),
             CustomerPanel::Settle);
    addBlock("historyBlock", tr("Visits and purchases"), historyLines(card, place()),
             tr("They were not here before, as far as is known."));
    addBlock("conversationsBlock", tr("Conversations and notes"), conversationLines(card, place()),
             tr("Nobody wrote anything yet."));
    addBlock("careBlock", tr("Who looks after them"), careLines(card, place()), tr("Nobody in particular."));
    addBlock("journeyBlock", tr("Products and how far they are"), journeyLines(card, place()),
             tr("No products are known."), CustomerPanel::Stage);
    addBlock("preferencesBlock", tr("How they like it"), preferenceLines(card), tr("They said no wishes."));
    if (!card.isNameHidden)
        addContact(card);
    addBlock("consentsBlock", tr("What they agreed to"), consentLines(card, place()),
             tr("Nothing yet. Ask before anything is kept or sent."), CustomerPanel::Consents);
    const auto duplicates = duplicateLines(card);
    if (!duplicates.empty())
        addBlock("duplicatesBlock", tr("Another profile"), duplicates, QString());
    if (const QString text = completenessText(card); !text.isEmpty() && !card.isNameHidden) {
        auto *label = wrapped(mutedLabel(m_content));
        label->setObjectName(QStringLiteral("profileCompleteness"));
        label->setText(text);
        m_column->addSpacing(8);
        m_column->addWidget(label);
    }
}

void ProfilePanel::addBlock(const char *name, const QString &title, const std::vector<ProfileLine> &lines,
                            const QString &empty, std::optional<CustomerPanel> action)
{
    m_column->addSpacing(8);
    auto *block = new QWidget(m_content);
    block->setObjectName(QLatin1String(name));
    block->setAccessibleName(title);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = wrapped(plainLabel(block, sizes::kTextSmall, QFont::DemiBold));
    head->setProperty("ink", QStringLiteral("muted"));
    head->setText(title);
    auto *across = new QHBoxLayout;
    across->addWidget(head, 1);
    const KnownPerson *writable = m_customer.writable();
    if (action && writable && writable == m_customer.shown())
        across->addWidget(makeAction(*action, block));
    column->addLayout(across);
    const bool hasShapes
        = std::any_of(lines.begin(), lines.end(), [](const ProfileLine &line) { return line.tone.has_value(); });
    for (const ProfileLine &line : lines)
        column->addWidget(makeLine(line, hasShapes, block));
    if (lines.empty() && !empty.isEmpty())
        column->addWidget(makeLine({empty, {}, {}, true}, false, block));
    m_column->addWidget(block);
}

void ProfilePanel::addMasked(const CustomerCard &card, ProfileField field, const QString &title,
                             const QString &masked)
{
    const auto shown = m_revealed.find(field);
    QStringList values;
    if (shown != m_revealed.end()) {
        for (const Identifier &each : shown->second.identifiers)
            values << fromUtf8(each.value);
        if (!shown->second.birthDate.empty())
            values << shortDay(shown->second.birthDate);
    }
    auto *row = new QWidget(m_content);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(6);
    auto *words = wrapped(plainLabel(row, sizes::kText, QFont::Medium));
    words->setObjectName(QStringLiteral("%1Value").arg(QString::fromLatin1(nameOf(field).data())));
    const QString value = values.isEmpty() ? masked : values.join(QStringLiteral(", "));
    words->setText(QStringLiteral("%1: %2").arg(title, value));
    across->addWidget(words, 1);
    const bool isMasked = std::find(card.masked.begin(), card.masked.end(), field) != card.masked.end();
    if (isMasked && values.isEmpty()) {
        auto *show = new KeyButton(QString(), false, row);
        show->setObjectName(QStringLiteral("%1ShowButton").arg(QString::fromLatin1(nameOf(field).data())));
        show->setProperty("kind", QStringLiteral("quiet"));
        show->setFont(textFont(sizes::kTextSmall, QFont::Medium));
        show->setFixedHeight(24);
        show->setWords(tr("Show…"));
        show->setAccessibleName(tr("Show %1").arg(title));
        connect(show, &QPushButton::clicked, this,
                [this, field, customer = card.customer.id] { Q_EMIT revealAsked(customer, field); });
        across->addWidget(show, 0, Qt::AlignTop);
    }
    m_column->addWidget(row);
}

void ProfilePanel::addContact(const CustomerCard &card)
{
    const Customer &customer = card.customer;
    QStringList phones;
    QStringList documents;
    QStringList others;
    for (const Identifier &each : customer.identifiers) {
        const QString value = fromUtf8(each.value);
        if (each.kind == IdentifierKind::Phone)
            phones << value;
        else if (each.kind == IdentifierKind::CustomerNumber)
            others << QStringLiteral("%1: %2").arg(identifierWord(each.kind), value);
        else
            documents << QStringLiteral("%1 %2").arg(identifierWord(each.kind).toLower(), value);
    }
    std::vector<ProfileLine> lines;
    for (const QString &other : others)
        lines.push_back({other});
    if (!customer.address.empty())
        lines.push_back({fromUtf8(customer.address)});
    addBlock("contactBlock", tr("Numbers and address"), lines,
             customer.identifiers.empty() ? tr("No numbers are known.") : QString(), CustomerPanel::Numbers);
    if (!phones.isEmpty())
        addMasked(card, ProfileField::Phone, profileFieldWord(ProfileField::Phone),
                  phones.join(QStringLiteral(", ")));
    if (!documents.isEmpty())
        addMasked(card, ProfileField::Document, profileFieldWord(ProfileField::Document),
                  documents.join(QStringLiteral(", ")));
    if (!customer.birthDate.empty())
        addMasked(card, ProfileField::BirthDate, profileFieldWord(ProfileField::BirthDate),
                  shortDay(customer.birthDate));
}

void ProfilePanel::retranslate()
{
    m_back->setWords(tr("Back"));
    for (const auto &[button, panel] : m_buttons)
        button->setWords(actionWord(panel));
    // another button of the window is called "find", too
    m_buttons.front().first->setAccessibleName(
        tr("Find a customer or ticket, key %1").arg(CustomerPanels::keyText(CustomerPanel::Find)));
    m_scroll->setAccessibleName(tr("Profile"));
    refresh();
}

void ProfilePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
