// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/pasttickets.h"

#include "app/supervisor/pastwords.h"
#include "app/supervisor/ticketstory.h"
#include "app/supervisor/words.h"
#include "ui/session/csvtext.h"
#include "ui/session/language.h"
#include "ui/session/savedfile.h"
#include "ui/session/timetext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kRowHeight = 34;
/// Lines of one file: a month of a large branch.
constexpr std::size_t kExportRowsMax = 100'000;

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

/// A wait and a suspicion have their shape.
class PastTicketDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    [[nodiscard]] Look lookOf(const QModelIndex &index) const override
    {
        Look look;
        look.inset = 8;
        if (index.column() == PastTicketsModel::NumberColumn)
            look.font.setWeight(QFont::DemiBold);
        if (const QVariant tone = index.data(PastTicketsModel::ToneRole); tone.isValid())
            look.shape = static_cast<Tone>(tone.toInt());
        return look;
    }
};

/// An id's choice in a list; nothing for "all".
template <class Id>
std::optional<Id> chosenId(const QComboBox &box)
{
    const QVariant value = box.currentData();
    return value.isValid() ? std::optional<Id>(Id{value.toLongLong()}) : std::nullopt;
}

template <class Id>
void choose(QComboBox &box, std::optional<Id> id)
{
    box.setCurrentIndex(id ? std::max(0, box.findData(static_cast<qlonglong>(id->value))) : 0);
}

} // namespace

PastTickets::PastTickets(BranchLink &link, QWidget *parent)
    : QWidget(parent), m_link(link), m_model(new PastTicketsModel(link, this)), m_kind(new QComboBox(this)),
      m_halfHour(new QComboBox(this)), m_service(new QComboBox(this)), m_segment(new QComboBox(this)),
      m_counter(new QComboBox(this)), m_staff(new QComboBox(this)), m_state(new QComboBox(this)),
      m_leaveOut(new QCheckBox(this)), m_suspectsOnly(new QCheckBox(this)), m_clear(new QPushButton(this)),
      m_export(new QPushButton(this)), m_count(plainLabel(this, sizes::kText, QFont::Medium)),
      m_table(new QTableView(this)),
      m_pane(new TablePane(*m_table, QStringLiteral("pastTickets"), kRowHeight, TablePane::Ground::Panel, this)),
      m_note(new NoteBar(true, this)), m_story(new TicketStory(link, this))
{
    setObjectName(QStringLiteral("pastTickets"));
    setUpTable();
    m_note->setObjectName(QStringLiteral("pastTicketsNote"));
    m_count->setObjectName(QStringLiteral("pastTicketsCount"));
    m_pane->addHeading(makeFilters());
    m_pane->addHeading(m_count);
    m_pane->addHeading(m_note);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_pane, 1);
    row->addWidget(m_story);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (const DayTicketRow *chosen = m_model->rowAt(now.row()))
                    m_story->showTicket(*chosen, m_model->whole().utcOffsetMin);
                else
                    m_story->clear();
            });
    connect(m_story, &TicketStory::momentAsked, this, &PastTickets::momentAsked);
    connect(m_model, &PastTicketsModel::loaded, this, [this] {
        m_pane->error().clear();
        refresh();
    });
    connect(m_model, &PastTicketsModel::failed, this, [this](const Error &error) {
        m_pane->error().showError(error);
        refresh();
    });
    retranslate();
}

void PastTickets::setUpTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PastTicketDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(PastTicketsModel::IssuedColumn, Qt::AscendingOrder);
    header->setProperty("kind", QStringLiteral("close"));
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(PastTicketsModel::ServiceColumn, QHeaderView::Stretch);
    m_table->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int column) {
        DayTicketsQuery query = m_model->query();
        const auto order = PastTicketsModel::orderOf(column);
        if (!order)
            return;
        query.descending = query.order == *order && !query.descending;
        query.order = *order;
        header->setSortIndicator(column, query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        m_model->load(query);
    });
}

void PastTickets::fitColumns()
{
    std::vector<std::pair<int, int>> columns{
        {PastTicketsModel::NumberColumn, 72},   {PastTicketsModel::ServiceColumn, 116},
        {PastTicketsModel::IssuedColumn, 88},   {PastTicketsModel::WaitedColumn, 124},
        {PastTicketsModel::CounterColumn, 80},  {PastTicketsModel::ServedColumn, 80},
        {PastTicketsModel::OutcomeColumn, 104}, {PastTicketsModel::StaffColumn, 112},
        {PastTicketsModel::CalledColumn, 60},   {PastTicketsModel::SuspectColumn, 200},
        {PastTicketsModel::StartedColumn, 80},  {PastTicketsModel::FinishedColumn, 84},
        {PastTicketsModel::SegmentColumn, 100}};
    if (m_suspectsOnly->isChecked()) // then why is what is looked for
        std::rotate(columns.begin(), columns.begin() + 9, columns.begin() + 10);
    int room = m_table->viewport()->width();
    for (const auto &[column, width] : columns) {
        const bool fits = width <= room;
        m_table->setColumnHidden(column, !fits);
        if (!fits)
            continue;
        room -= width;
        if (column != PastTicketsModel::ServiceColumn) // it has what is left
            m_table->horizontalHeader()->resizeSection(column, width);
    }
}

bool PastTickets::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

QWidget *PastTickets::table() const { return m_table; }

QWidget *PastTickets::makeFilters()
{
    auto *bar = new QWidget(this);
    auto *grid = new QGridLayout(bar);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    const std::pair<QComboBox *, const char *> boxes[]
        = {{m_kind, "pastKindFilter"},       {m_halfHour, "pastHalfHourFilter"}, {m_service, "pastServiceFilter"},
           {m_segment, "pastSegmentFilter"}, {m_counter, "pastCounterFilter"},   {m_staff, "pastStaffFilter"},
           {m_state, "pastStateFilter"}};
    int at = 0;
    for (const auto &[box, name] : boxes) {
        box->setObjectName(QLatin1String(name));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(9);
        grid->addWidget(box, at / 4, at % 4);
        ++at;
        connect(box, &QComboBox::currentIndexChanged, this, &PastTickets::applyFilters);
    }
    m_leaveOut->setObjectName(QStringLiteral("leaveOutSuspectsBox"));
    m_suspectsOnly->setObjectName(QStringLiteral("suspectsOnlyBox"));
    m_clear->setObjectName(QStringLiteral("clearPastFiltersButton"));
    m_export->setObjectName(QStringLiteral("exportPastTicketsButton"));
    grid->addWidget(m_clear, 1, 3);
    auto *ticks = new QHBoxLayout;
    ticks->setSpacing(16);
    ticks->addWidget(m_leaveOut);
    ticks->addWidget(m_suspectsOnly);
    ticks->addStretch();
    ticks->addWidget(m_export);
    grid->addLayout(ticks, 2, 0, 1, 4);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    connect(m_leaveOut, &QCheckBox::toggled, this, [this](bool isOn) {
        if (isOn) { // one of both
            const QSignalBlocker blocked(m_suspectsOnly);
            m_suspectsOnly->setChecked(false);
        }
        applyFilters();
    });
    connect(m_suspectsOnly, &QCheckBox::toggled, this, [this](bool isOn) {
        if (isOn) {
            const QSignalBlocker blocked(m_leaveOut);
            m_leaveOut->setChecked(false);
        }
        applyFilters();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        FigureTickets all;
        all.filter.fromDay = m_tickets.filter.fromDay;
        all.filter.toDay = m_tickets.filter.toDay;
        m_suspectsOnly->setChecked(false);
        showTickets(all);
    });
    connect(m_export, &QPushButton::clicked, this, &PastTickets::askFile);
    return bar;
}

void PastTickets::fillChoices()
{
    m_isFilling = true;
    const BranchState &branch = m_link.branch();
    const auto fill = [](QComboBox &box, const QString &all, const auto &items, const auto &wordOf) {
        const QVariant before = box.currentData();
        box.clear();
        box.addItem(all);
        for (const auto &item : items) {
            const auto &[value, word] = wordOf(item);
            box.addItem(word, value);
        }
        box.setCurrentIndex(before.isValid() ? std::max(0, box.findData(before)) : 0);
    };
    const auto idOf = [](auto id) { return QVariant(static_cast<qlonglong>(id.value)); };
    fill(*m_service, tr("Every service"), branch.services(),
         [&](const auto &entry) { return std::pair(idOf(entry.first), inLanguage(entry.second.name)); });
    std::vector<SegmentId> segments{SegmentId{0}};
    for (const auto &[id, segment] : branch.segments())
        segments.push_back(id);
    fill(*m_segment, tr("Every segment"), segments, [&](SegmentId id) {
        return std::pair(idOf(id), id.isSet() ? segmentName(branch, id) : tr("Ordinary customers"));
    });
    fill(*m_counter, tr("Every counter"), branch.counters(),
         [&](const auto &entry) { return std::pair(idOf(entry.first), counterName(branch, entry.first)); });
    fill(*m_staff, tr("All staff"), branch.staff(),
         [&](const auto &entry) { return std::pair(idOf(entry.first), fromUtf8(entry.second.name)); });
    std::vector<int> states;
    for (int state = 0; std::cmp_less(state, names(TicketState()).size()); ++state)
        states.push_back(state);
    fill(*m_state, tr("Every state"), states,
         [](int state) { return std::pair(QVariant(state), stateWord(static_cast<TicketState>(state))); });
    std::vector<std::int64_t> halfHours;
    for (std::int64_t minute = 0; minute < 24 * 60; minute += 30)
        halfHours.push_back(minute);
    fill(*m_halfHour, tr("All day"), halfHours, [](std::int64_t minute) {
        return std::pair(QVariant(static_cast<qlonglong>(minute)), halfHourText(minute));
    });
    const QVariant kind = m_kind->currentData();
    m_kind->clear();
    for (int each = 0; std::cmp_less(each, names(FigureKind()).size()); ++each)
        m_kind->addItem(figureText(static_cast<FigureKind>(each)), each);
    m_kind->setCurrentIndex(kind.isValid() ? m_kind->findData(kind) : 0);
    m_isFilling = false;
}

void PastTickets::showTickets(const FigureTickets &tickets)
{
    m_tickets = tickets;
    m_note->clear();
    showFilters();
    applyFilters();
}

void PastTickets::showSuspectsOnly() { m_suspectsOnly->setChecked(true); }

void PastTickets::showFilters()
{
    fillChoices();
    m_isFilling = true;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_tickets.kind)));
    m_halfHour->setCurrentIndex(
        m_tickets.halfHourMin ? m_halfHour->findData(static_cast<qlonglong>(*m_tickets.halfHourMin)) : 0);
    choose(*m_service, m_tickets.filter.service);
    choose(*m_segment, m_tickets.filter.segment);
    choose(*m_counter, m_tickets.filter.counter);
    m_staff->setCurrentIndex(0);
    m_state->setCurrentIndex(0);
    m_leaveOut->setChecked(m_tickets.filter.leaveOutSuspects);
    m_suspectsOnly->setChecked(false);
    m_isFilling = false;
}

void PastTickets::applyFilters()
{
    if (m_isFilling || m_kind->count() == 0)
        return;
    DayTicketsQuery query = m_model->query();
    m_tickets.kind = static_cast<FigureKind>(m_kind->currentData().toInt());
    m_tickets.halfHourMin = m_halfHour->currentData().isValid()
        ? std::optional<std::int64_t>(m_halfHour->currentData().toLongLong())
        : std::nullopt;
    m_tickets.filter.service = chosenId<ServiceId>(*m_service);
    m_tickets.filter.segment = chosenId<SegmentId>(*m_segment);
    m_tickets.filter.counter = chosenId<CounterId>(*m_counter);
    m_tickets.filter.leaveOutSuspects = m_leaveOut->isChecked();
    query.tickets = m_tickets;
    query.staff = chosenId<StaffId>(*m_staff);
    query.state = m_state->currentData().isValid()
        ? std::optional(static_cast<TicketState>(m_state->currentData().toInt()))
        : std::nullopt;
    query.suspectsOnly = m_suspectsOnly->isChecked();
    m_story->clear();
    m_model->load(query);
    refresh();
}

void PastTickets::reload() { m_model->load(m_model->query()); }

void PastTickets::clear()
{
    ++m_exporting;
    m_isExporting = false;
    m_model->clear();
    m_story->clear();
    m_pane->error().clear();
    m_note->clear();
    refresh();
}

QString PastTickets::periodText() const
{
    const DayTicketsAnswer &whole = m_model->whole();
    if (whole.days.empty())
        return {};
    const QString from
        = pastDayText(whole.days.front()) + QLatin1Char(' ') + clockText(whole.fromMs, whole.utcOffsetMin);
    const QString end = clockText(whole.toMs, whole.utcOffsetMin);
    const QString to = whole.days.size() > 1 ? pastDayText(whole.days.back()) + QLatin1Char(' ') + end : end;
    return whole.isOpen ? tr("%1 to %2, the day goes on").arg(from, to) : tr("%1 to %2").arg(from, to);
}

void PastTickets::refresh()
{
    const DayTicketsAnswer &whole = m_model->whole();
    if (!m_model->isKnown()) {
        m_count->setText(m_model->isLoading() ? tr("Reading the tickets…") : QString());
    } else {
        QStringList parts{tr("n = %1").arg(number(whole.n)), periodText()};
        if (whole.suspects > 0 && !m_model->query().suspectsOnly)
            parts << (m_model->query().tickets.filter.leaveOutSuspects
                          ? tr("%1 suspect left out").arg(number(whole.suspects))
                          : tr("%1 of them suspect").arg(number(whole.suspects)));
        m_count->setText(parts.join(QStringLiteral(" · ")));
    }
    m_pane->showRows(!m_model->isKnown() || whole.n > 0);
    fitColumns();
    m_export->setEnabled(m_model->isKnown() && whole.n > 0 && !m_isExporting);
}

void PastTickets::askFile()
{
    const DayTicketsAnswer &whole = m_model->whole();
    const QString name = fileNamePart(tr("tickets")) + QLatin1Char('-')
        + fileNamePart(whole.days.empty() ? QString() : fromUtf8(whole.days.front())) + QStringLiteral(".csv");
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the list of tickets"),
                                                      QDir::home().filePath(name), tr("Tables (*.csv)"));
    if (!file.isEmpty())
        exportTo(file);
}

void PastTickets::exportTo(const QString &file)
{
    if (m_isExporting || !m_model->isKnown())
        return;
    m_isExporting = true;
    m_pane->error().clear();
    m_note->say(tr("Reading the whole list…"), Tone::Info);
    refresh();
    DayTicketsQuery query = m_model->query();
    query.skip = 0;
    query.limit = DayTicketsQuery::kRowsMax;
    collect(query, file, {});
}

void PastTickets::collect(DayTicketsQuery query, const QString &file, std::vector<DayTicketRow> rows)
{
    m_link.ask(query, this,
               [this, query, file, exporting = m_exporting,
                rows = std::move(rows)](const Result<DayTicketsAnswer> &answer) mutable {
                   if (exporting != m_exporting)
                       return; // whoever asked for it sits here no longer
                   if (!answer) {
                       m_isExporting = false;
                       m_note->clear();
                       m_pane->error().showError(answer.error());
                       refresh();
                       return;
                   }
                   rows.insert(rows.end(), answer->rows.begin(), answer->rows.end());
                   if (answer->rows.empty() || std::cmp_greater_equal(rows.size(), answer->n)
                       || rows.size() >= kExportRowsMax) {
                       m_isExporting = false;
                       write(file, rows);
                       refresh();
                       return;
                   }
                   query.skip = static_cast<std::int64_t>(rows.size());
                   collect(query, file, std::move(rows));
               });
}

void PastTickets::write(const QString &file, const std::vector<DayTicketRow> &rows)
{
    const auto offset = static_cast<int>(m_model->whole().utcOffsetMin);
    CsvText csv(csvStyleOf(QLocale()));
    for (const QString &title :
         {tr("Day"), tr("Number"), tr("Step"), tr("Service"), tr("Segment"), tr("Taken"), tr("Called"),
          tr("Started"), tr("Finished"), tr("Counter"), tr("Staff"), tr("Waited, s"), tr("Promised, s"),
          tr("Served, s"), tr("Outcome"), tr("Suspect because")})
        csv.addText(title);
    csv.endRow();
    const auto addTime = [&](std::optional<TimeMs> time) {
        if (time)
            csv.addText(QDateTime::fromMSecsSinceEpoch(*time, Qt::OffsetFromUTC, offset * 60)
                            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
        else
            csv.addEmpty();
    };
    for (const DayTicketRow &row : rows) {
        const StoryStep *line = row.line();
        if (!line)
            continue;
        csv.addText(fromUtf8(row.businessDay));
        csv.addText(fromUtf8(row.number));
        csv.addNumber(row.stepNo);
        csv.addText(m_model->text(row, PastTicketsModel::ServiceColumn));
        csv.addText(m_model->text(row, PastTicketsModel::SegmentColumn));
        addTime(row.issuedMs);
        addTime(line->step.calledMs);
        addTime(line->step.startedMs);
        addTime(line->step.finishedMs);
        csv.addText(line->step.counter.isSet() ? m_model->text(row, PastTicketsModel::CounterColumn) : QString());
        csv.addText(line->step.staff.isSet() ? m_model->text(row, PastTicketsModel::StaffColumn) : QString());
        csv.addNumber(line->waitedMs / kSecondMs);
        csv.addNumber(line->promiseMs / kSecondMs);
        if (line->servedMs)
            csv.addNumber(*line->servedMs / kSecondMs);
        else
            csv.addEmpty();
        csv.addText(m_model->text(row, PastTicketsModel::OutcomeColumn));
        csv.addText(m_model->text(row, PastTicketsModel::SuspectColumn));
        csv.endRow();
    }
    if (const auto written = writeWhole(file, csv.bytes()); !written) {
        m_note->clear();
        m_pane->error().showError(written.error());
        return;
    }
    m_note->say(
        tr("%1 lines are in %2.").arg(number(static_cast<std::int64_t>(rows.size())), QFileInfo(file).fileName()),
        Tone::Good);
}

void PastTickets::retranslate()
{
    fillChoices();
    const std::pair<QWidget *, QString> named[]
        = {{m_kind, tr("Which tickets")}, {m_halfHour, tr("Half hour")}, {m_service, tr("Service")},
           {m_segment, tr("Segment")},    {m_counter, tr("Counter")},    {m_staff, tr("Staff")},
           {m_state, tr("State")},        {m_table, tr("Tickets")}};
    for (const auto &[widget, name] : named)
        widget->setAccessibleName(name);
    m_leaveOut->setText(tr("Leave out suspect tickets"));
    m_suspectsOnly->setText(tr("Suspect tickets only"));
    m_clear->setText(tr("Clear filters"));
    m_export->setText(tr("Export…"));
    for (QPushButton *button : {m_clear, m_export})
        button->setAccessibleName(button->text());
    m_pane->empty().setTexts(tr("No such ticket"),
                             tr("Tickets appear here when a filter above is taken away or another day is chosen."));
    m_model->retranslate();
    refresh();
}

void PastTickets::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
