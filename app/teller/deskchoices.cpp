// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/deskchoices.h"

#include "ui/session/breakword.h"
#include "ui/session/language.h"
#include "ui/session/parkword.h"
#include "ui/session/timetext.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

constexpr std::array kBreakReasons{BreakReason::Meal, BreakReason::Rest, BreakReason::Paperwork,
                                   BreakReason::Meeting, BreakReason::Other};
constexpr std::array kParkReasons{ParkReason::FillsForm, ParkReason::FetchesPapers, ParkReason::Payment,
                                  ParkReason::Approval,  ParkReason::Processing,    ParkReason::Other};
constexpr std::array kParkMs{5 * kMinuteMs, 10 * kMinuteMs, 15 * kMinuteMs, 30 * kMinuteMs};
/// People to let go first: as many as somebody can be asked to wait for without losing their patience.
constexpr int kPlaces = 5;

} // namespace

DeskChoices::DeskChoices(TellerDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_segment(new QComboBox(this)),
      m_break(new ChoicePanel(
          desk, QStringLiteral("break"), QStringLiteral("breakReason"), [this] { return breakWords(); }, this)),
      m_requeue(new ChoicePanel(
          desk, QStringLiteral("requeue"), QStringLiteral("requeuePlaces"), [this] { return requeueWords(); },
          this)),
      m_park(new ChoicePanel(
          desk, QStringLiteral("park"), QStringLiteral("park"), [this] { return parkWords(); }, this)),
      m_walkIn(new ChoicePanel(
          desk, QStringLiteral("walkIn"), QStringLiteral("walkInService"), [this] { return walkInWords(); }, this)),
      m_outcome(new ChoicePanel(
          desk, QStringLiteral("outcome"), QStringLiteral("outcome"), [this] { return outcomeWords(); }, this))
{
    m_segment->setObjectName(QStringLiteral("walkInSegmentChoice"));
    m_segment->setMinimumHeight(36);
    m_walkIn->addBeside(m_segment);
    m_segment->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (ChoicePanel *panel : {m_break, m_requeue, m_park, m_walkIn, m_outcome}) {
        column->addWidget(panel);
        connect(panel, &DeskPanel::closed, this, [this] {
            setVisible(isOpen());
            Q_EMIT closed();
        });
    }
    hide();
}

bool DeskChoices::isOpen() const { return openPanel() != nullptr; }

ChoicePanel *DeskChoices::openPanel() const
{
    const auto panels = {m_break, m_requeue, m_park, m_walkIn, m_outcome};
    const auto open
        = std::find_if(panels.begin(), panels.end(), [](const ChoicePanel *panel) { return panel->isOpen(); });
    return open == panels.end() ? nullptr : *open;
}

void DeskChoices::close()
{
    for (ChoicePanel *panel : {m_break, m_requeue, m_park, m_walkIn, m_outcome})
        panel->close();
}

void DeskChoices::open(ChoicePanel &panel)
{
    for (ChoicePanel *other : {m_break, m_requeue, m_park, m_walkIn, m_outcome}) {
        if (other != &panel)
            other->close();
    }
    m_for = m_desk.ticket() ? m_desk.ticket()->id : TicketId{};
    show();
    panel.open();
    if (panel.isOpen())
        Q_EMIT opened();
}

std::optional<ChoiceWords> DeskChoices::breakWords() const
{
    // none any longer once it began, or somebody was called
    if (m_desk.onBreak() || m_desk.ticket() || !m_desk.isAtWork())
        return {};
    ChoiceWords words;
    words.title = tr("Take a break: why? Nobody is called to your counter meanwhile.");
    for (const BreakReason reason : kBreakReasons)
        words.options << breakWord(reason);
    words.choose = [this](int option) { m_desk.takeBreak(kBreakReasons[static_cast<std::size_t>(option)]); };
    return words;
}

std::optional<ChoiceWords> DeskChoices::requeueWords() const
{
    const Ticket *ticket = m_desk.ticket();
    if (!ticket || ticket->id != m_for || m_desk.inHand() != InHand::Called)
        return {};
    ChoiceWords words;
    words.title = tr("Put %1 back into the queue: after how many people?").arg(fromUtf8(ticket->number));
    words.hint = tr("This is no missed call. The person keeps the number and is called again by itself.");
    for (int places = 1; places <= kPlaces; ++places)
        words.options << tr("after %1").arg(places);
    words.likely
        = static_cast<int>(std::clamp<std::int64_t>(m_desk.link().branch().settings().noShowPlacesBack, 1, kPlaces))
        - 1;
    words.choose = [this](int option) { m_desk.requeue(option + 1); };
    return words;
}

void DeskChoices::openPark()
{
    m_parkReason.reset();
    open(*m_park);
}

std::optional<ChoiceWords> DeskChoices::parkWords()
{
    const Ticket *ticket = m_desk.ticket();
    if (!ticket || ticket->id != m_for || m_desk.inHand() != InHand::Serving)
        return {};
    const QString number = fromUtf8(ticket->number);
    ChoiceWords words;
    if (!m_parkReason) {
        words.title = tr("Park %1: why? Your counter is free for others meanwhile.").arg(number);
        for (const ParkReason reason : kParkReasons)
            words.options << parkWord(reason);
        words.choose = [this](int option) {
            m_parkReason = kParkReasons[static_cast<std::size_t>(option)];
            m_park->askAnew();
        };
        return words;
    }
    words.title = tr("Park %1 (%2): until when?").arg(number, parkWord(*m_parkReason));
    words.hint = tr("When the time is up the person waits again by itself, first in the queue.");
    for (const TimeMs each : kParkMs)
        words.options << tr("%1 min").arg(minutesText(each));
    words.options << tr("Until I take it up");
    words.choose = [this](int option) {
        const auto at = static_cast<std::size_t>(option);
        m_desk.park(*m_parkReason, at < kParkMs.size() ? kParkMs[at] : 0);
    };
    return words;
}

void DeskChoices::openWalkIn()
{
    m_segment->clear();
    open(*m_walkIn);
}

void DeskChoices::fillSegments()
{
    const auto &segments = m_desk.link().branch().segments();
    m_segment->setVisible(!segments.empty());
    m_segment->setAccessibleName(tr("Who the customer is"));
    const QVariant before = m_segment->currentData();
    QStringList names{tr("Ordinary customer")};
    for (const auto &[id, segment] : segments)
        names << inLanguage(segment.name);
    bool isSame = names.size() == m_segment->count();
    for (int row = 0; isSame && row < names.size(); ++row)
        isSame = m_segment->itemText(row) == names[row];
    if (isSame)
        return;
    m_segment->clear();
    m_segment->addItem(names[0], qlonglong(0));
    for (const auto &[id, segment] : segments)
        m_segment->addItem(inLanguage(segment.name), static_cast<qlonglong>(id.value));
    m_segment->setCurrentIndex(std::max(0, m_segment->findData(before)));
}

std::optional<ChoiceWords> DeskChoices::walkInWords()
{
    const WorkProfile *profile = m_desk.profile();
    if (!profile || m_desk.ticket() || m_desk.onBreak())
        return {};
    fillSegments();
    ChoiceWords words;
    words.title = tr("Serve somebody without a ticket: what for?");
    words.hint = tr("They get a number, and their service starts at once.");
    for (const ServiceId id : profile->services) {
        const Service *service = m_desk.link().branch().service(id);
        words.options << (service ? inLanguage(service->name) : QString());
    }
    words.choose = [this, services = profile->services](int option) {
        m_desk.serveWalkIn(services[static_cast<std::size_t>(option)],
                           SegmentId{m_segment->currentData().toLongLong()});
    };
    return words;
}

void DeskChoices::openOutcome(bool mustSay)
{
    m_mustSay = mustSay;
    open(*m_outcome);
}

std::optional<ChoiceWords> DeskChoices::outcomeWords() const
{
    const Ticket *ticket = m_desk.ticket();
    const bool isFinishing = m_desk.inHand() == InHand::Serving || m_desk.inHand() == InHand::WrapUp;
    if (!ticket || ticket->id != m_for || !isFinishing)
        return {};
    const auto &outcomes = m_desk.link().branch().outcomes();
    ChoiceWords words;
    words.title = tr("Finish %1: how did it come out?").arg(fromUtf8(ticket->number));
    std::vector<OutcomeId> ids;
    for (const auto &[id, outcome] : outcomes) {
        words.options << inLanguage(outcome.name);
        ids.push_back(id);
    }
    words.choose
        = [this, ids = std::move(ids)](int option) { m_desk.finish(ids[static_cast<std::size_t>(option)]); };
    if (m_mustSay || m_desk.needsOutcome()) {
        words.hint = outcomes.empty()
            ? tr("This service wants an outcome, and the branch has none to choose from: ask the administrator.")
            : tr("This service wants its outcome said.");
        return words;
    }
    words.likely = -1;
    words.skip = tr("Finish without");
    words.onSkip = [this] { m_desk.finish(); };
    return words;
}

} // namespace tiepdon
