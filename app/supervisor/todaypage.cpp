// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/todaypage.h"

#include "app/supervisor/daypage.h"
#include "app/supervisor/dayheadline.h"
#include "app/supervisor/figurechart.h"
#include "app/supervisor/figuresfile.h"
#include "app/supervisor/figuresmodel.h"
#include "ui/session/language.h"
#include "ui/session/savedfile.h"
#include "ui/theme/figures.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace tiepdon {
namespace {

/// Often enough to see the day move, seldom enough that the hub does not notice.
constexpr qint64 kAskAgainMs = 5000;
constexpr int kRowHeight = 28;
constexpr int kHeaderHeight = 72;
constexpr int kNameWidth = 136;
constexpr int kFigureWidth = 54; // the narrowest screen has room for all of them
constexpr int kTypedDayMax = 24;
/// Of a filter that lets everybody through.
constexpr qlonglong kEverybody = -1;

QDate dateOf(const std::string &day) { return QDate::fromString(fromUtf8(day), Qt::ISODate); }

/// A cell in tabular figures, so that columns stand still while they count.
class FigureDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChosen = option.state & QStyle::State_Selected;
        const bool isName = index.column() == FiguresModel::kNameColumn;
        const bool isAll = index.row() == 0;
        painter->save();
        if (isChosen)
            painter->fillRect(option.rect, theme().brand);
        painter->setPen(theme().line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const QFont font = textFont(sizes::kText, isAll ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(isChosen ? theme().onBrand : theme().ink);
        const QRectF cell = QRectF(option.rect).adjusted(isName ? 8 : 2, 0, -4, 0);
        const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight,
                                                           static_cast<int>(cell.width()));
        drawFigures(*painter, cell, isName ? Qt::AlignLeft : Qt::AlignRight, text);
        painter->restore();
    }
};

template <class Id>
std::optional<Id> chosenIn(const QComboBox &box)
{
    const qlonglong value = box.currentIndex() < 0 ? kEverybody : box.currentData().toLongLong();
    return value == kEverybody ? std::nullopt : std::optional<Id>(Id{value});
}

/// Fills a filter anew and keeps what was chosen, if it is still there.
void fillBox(QComboBox &box, const QString &everybody, const std::vector<std::pair<qlonglong, QString>> &items)
{
    const qlonglong before = box.currentIndex() < 0 ? kEverybody : box.currentData().toLongLong();
    const QSignalBlocker blocker(box);
    box.clear();
    box.addItem(everybody, kEverybody);
    for (const auto &[id, name] : items)
        box.addItem(name, id);
    box.setCurrentIndex(std::max(0, box.findData(before)));
}

} // namespace

TodayPage::TodayPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new FiguresModel(desk.link(), this)),
      m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_todayButton(new QPushButton(this)),
      m_yesterdayButton(new QPushButton(this)), m_dayEdit(new QLineEdit(this)), m_service(new QComboBox(this)),
      m_segment(new QComboBox(this)), m_counter(new QComboBox(this)), m_csv(new QPushButton(this)),
      m_pdf(new QPushButton(this)), m_period(plainLabel(this, sizes::kText)), m_leaveOut(new QCheckBox(this)),
      m_error(new ErrorBanner(this)), m_note(new NoteBar(true, this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)), m_group(new QComboBox(this)), m_tableNote(mutedLabel(this)),
      m_table(new QTableView(this))
{
    setObjectName(QStringLiteral("todayPage"));
    m_empty->setObjectName(QStringLiteral("noFiguresState"));
    m_content = makeFigures();
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(makeChoices());
    column->addWidget(makeNotes());
    column->addWidget(m_error);
    column->addWidget(m_note);
    column->addWidget(m_stack, 1);
    connect(m_todayButton, &QPushButton::clicked, this, [this] { chooseDay({}); });
    connect(m_yesterdayButton, &QPushButton::clicked, this, [this] {
        const QDate before = dateOf(today()).addDays(-1);
        chooseDay(before.toString(Qt::ISODate).toStdString());
    });
    connect(m_dayEdit, &QLineEdit::returnPressed, this, [this] {
        const std::string typed = dayTyped(m_dayEdit->text());
        setStyleProperty(*m_dayEdit, "wrong", typed.empty() ? QStringLiteral("yes") : QString());
        if (!typed.empty())
            chooseDay(typed == today() ? std::string() : typed);
    });
    for (QComboBox *box : {m_service, m_segment, m_counter})
        connect(box, &QComboBox::currentIndexChanged, this, &TodayPage::ask);
    connect(m_leaveOut, &QCheckBox::toggled, this, &TodayPage::ask);
    connect(m_group, &QComboBox::currentIndexChanged, this, [this] {
        if (m_group->currentIndex() >= 0)
            m_model->setGroup(static_cast<FigureGroup>(m_group->currentData().toInt()));
    });
    connect(m_csv, &QPushButton::clicked, this, &TodayPage::chooseCsvFile);
    connect(m_pdf, &QPushButton::clicked, this, &TodayPage::choosePdfFile);
    connect(m_table, &QTableView::doubleClicked, this, &TodayPage::openCell);
    connect(&desk.link(), &BranchLink::branchEvent, this, [this](const Event &event) {
        if (std::holds_alternative<event::ServiceDefined>(event) || std::holds_alternative<event::DayOpened>(event)
            || std::holds_alternative<event::SegmentDefined>(event)
            || std::holds_alternative<event::CounterDefined>(event)
            || std::holds_alternative<event::PartRemoved>(event))
            fillFilters();
    });
    connect(&desk.link(), &BranchLink::stateReplaced, this, &TodayPage::fillFilters);
    connect(&desk.link(), &BranchLink::accessChanged, this, [this] {
        // nobody sees what another was shown
        ++m_asking;
        m_isAsked = false;
        m_figures.reset();
        m_problem.reset();
        m_note->clear();
        refresh();
    });
    m_table->installEventFilter(this);
    setFocusProxy(m_table);
    retranslate();
}

QWidget *TodayPage::makeChoices()
{
    auto *bar = new QWidget(this);
    const std::pair<QWidget *, const char *> named[] = {{m_todayButton, "todayDayButton"},
                                                        {m_yesterdayButton, "yesterdayButton"},
                                                        {m_dayEdit, "figuresDayEdit"},
                                                        {m_service, "figuresServiceFilter"},
                                                        {m_segment, "figuresSegmentFilter"},
                                                        {m_counter, "figuresCounterFilter"},
                                                        {m_csv, "saveCsvButton"},
                                                        {m_pdf, "savePdfButton"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1String(name));
    m_todayButton->setCheckable(true);
    m_yesterdayButton->setCheckable(true);
    m_dayEdit->setMaxLength(kTypedDayMax);
    m_dayEdit->setFixedWidth(112);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget *each : {static_cast<QWidget *>(m_todayButton), static_cast<QWidget *>(m_yesterdayButton),
                          static_cast<QWidget *>(m_dayEdit)})
        row->addWidget(each);
    for (QComboBox *box : {m_service, m_segment, m_counter}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        row->addWidget(box, 1);
    }
    row->addWidget(m_csv);
    row->addWidget(m_pdf);
    return bar;
}

QWidget *TodayPage::makeNotes()
{
    auto *bar = new QWidget(this);
    m_period->setObjectName(QStringLiteral("figuresPeriod"));
    m_leaveOut->setObjectName(QStringLiteral("leaveOutSuspects"));
    m_error->setObjectName(QStringLiteral("figuresErrorBanner"));
    m_note->setObjectName(QStringLiteral("figuresNote"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_title);
    row->addWidget(m_period, 1);
    row->addWidget(m_leaveOut);
    return bar;
}

QWidget *TodayPage::makeFigures()
{
    auto *all = new QWidget(this);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(6);
    for (std::size_t i = 0; i < kHeadlineFigures; ++i) {
        auto *card = new FigureCard(all);
        card->setObjectName(QStringLiteral("dayCard%1").arg(i));
        card->setMinimumWidth(108); // eight of them beside the rail of an upright screen
        card->installEventFilter(this);
        m_cards.push_back(card);
        cards->addWidget(card, 1);
    }
    auto *charts = new QHBoxLayout;
    charts->setSpacing(8);
    constexpr std::array<std::pair<ChartKind, const char *>, 3> kKinds{
        std::pair(ChartKind::Arrivals, "arrivalsChart"), std::pair(ChartKind::Waits, "waitsChart"),
        std::pair(ChartKind::Occupancy, "occupancyChart")};
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        auto *chart = new FigureChart(kKinds.at(i).first, all);
        chart->setObjectName(QLatin1String(kKinds.at(i).second));
        connect(chart, &FigureChart::halfHourChosen, this, [this](FigureKind kind, qlonglong minute) {
            if (m_figures)
                askTickets(kind, minute, m_figures->filter);
        });
        m_charts.at(i) = chart;
        charts->addWidget(chart, 1);
    }
    m_group->setObjectName(QStringLiteral("figuresGroup"));
    m_table->setObjectName(QStringLiteral("figuresTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FigureDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setProperty("kind", QStringLiteral("dense"));
    header->setFont(textFont(sizes::kTextSmall));
    header->setHighlightSections(false);
    header->setFixedHeight(kHeaderHeight);
    header->setMinimumSectionSize(kFigureWidth);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(FiguresModel::kNameColumn, QHeaderView::Fixed);
    header->resizeSection(FiguresModel::kNameColumn, kNameWidth);
    auto *ground = new QFrame(all);
    ground->setProperty("panel", QStringLiteral("surface"));
    auto *list = new QVBoxLayout(ground);
    list->setContentsMargins(8, 8, 8, 4);
    list->setSpacing(4);
    auto *switches = new QHBoxLayout;
    switches->addWidget(m_group);
    switches->addWidget(m_tableNote, 1);
    list->addLayout(switches);
    list->addWidget(m_table, 1);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(cards);
    column->addLayout(charts, 5);
    column->addWidget(ground, 6);
    return all;
}

std::string TodayPage::today() const
{
    const BranchState &branch = m_desk.branch();
    return branch.isOpen() ? branch.businessDay() : m_desk.proposedDay();
}

std::string TodayPage::dayWanted() const { return isToday() ? today() : m_day; }

void TodayPage::load()
{
    fillFilters();
    ask();
}

void TodayPage::tick()
{
    const bool isOver = !m_since.isValid() || m_since.hasExpired(kAskAgainMs);
    if ((isToday() || m_isOwed) && isOver && !m_isAsked && m_desk.isLive())
        ask();
    refresh();
}

void TodayPage::showDay(const std::string &day) { chooseDay(day); }

void TodayPage::showGroup(FigureGroup group)
{
    m_group->setCurrentIndex(m_group->findData(static_cast<int>(group)));
}

void TodayPage::chooseDay(const std::string &day)
{
    m_day = day;
    m_figures.reset();
    m_problem.reset();
    m_note->clear();
    setStyleProperty(*m_dayEdit, "wrong", QString());
    m_dayEdit->setText(dateOf(dayWanted()).toString(QStringLiteral("dd/MM/yyyy")));
    ask();
}

void TodayPage::ask()
{
    DayFiguresQuery question;
    question.filter.fromDay = dayWanted();
    question.filter.service = chosenIn<ServiceId>(*m_service);
    question.filter.segment = chosenIn<SegmentId>(*m_segment);
    question.filter.counter = chosenIn<CounterId>(*m_counter);
    question.filter.leaveOutSuspects = m_leaveOut->isChecked();
    m_isAsked = true;
    const int asking = ++m_asking;
    m_desk.link().ask(question, this, [this, asking](const Result<DayFigures> &answer) {
        if (asking == m_asking) // else another was asked for since
            take(answer);
    });
    refresh();
}

void TodayPage::take(const Result<DayFigures> &answer)
{
    m_isAsked = false;
    m_since.restart();
    m_isOwed = !answer && answer.error().code != ErrorCode::UnknownDay;
    if (answer) {
        m_problem.reset();
        m_error->clear();
        m_figures = *answer;
        showFigures(*m_figures);
    } else if (answer.error().code == ErrorCode::UnknownDay) {
        m_figures.reset();
        m_problem = answer.error();
        m_error->clear();
    } else if (m_desk.isLive()
               && answer.error().code != ErrorCode::Busy) { // else the window says it, or the next time helps
        m_problem = answer.error();
        m_error->showError(answer.error());
    }
    refresh();
}

void TodayPage::refresh()
{
    m_todayButton->setChecked(isToday());
    m_yesterdayButton->setChecked(!isToday() && dateOf(m_day) == dateOf(today()).addDays(-1));
    if (isToday() && !m_dayEdit->hasFocus())
        m_dayEdit->setText(dateOf(today()).toString(QStringLiteral("dd/MM/yyyy")));
    m_csv->setEnabled(m_figures.has_value());
    m_pdf->setEnabled(m_figures.has_value());
    m_leaveOut->setEnabled(m_figures.has_value());
    m_stack->setCurrentWidget(m_figures ? m_content : static_cast<QWidget *>(m_empty));
    if (!m_figures) {
        m_model->clear();
        m_period->clear();
        const bool isUnknown = m_problem && m_problem->code == ErrorCode::UnknownDay;
        if (!isUnknown)
            m_empty->setTexts(m_isAsked ? tr("The day is being reckoned…") : tr("No figures yet"),
                              tr("Arrivals, waits, promises kept and occupancy of the day appear here."));
        else if (isToday())
            m_empty->setTexts(tr("The day has not been opened"),
                              tr("When it is, arrivals, waits, promises kept and occupancy appear here."));
        else
            m_empty->setTexts(tr("The branch was not open on that day"),
                              tr("Choose another day above; figures of every day it was open are kept."));
        return;
    }
}

void TodayPage::showFigures(const DayFigures &figures)
{
    const auto cards = dayHeadline(figures);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        m_cards[i]->setWords(cards.at(i));
        m_cards[i]->setCursor(headlineKind(i) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    m_period->setText(periodText(figures) + QStringLiteral(" · ") + suspectsText(figures));
    m_period->setToolTip(toolTipOf(m_period->text()));
    m_model->setFigures(figures);
    for (FigureChart *chart : m_charts)
        chart->setFigures(figures);
}

void TodayPage::askTickets(FigureKind kind, std::optional<std::int64_t> halfHourMin, const FigureFilter &filter)
{
    Q_EMIT ticketsAsked({filter, kind, halfHourMin});
}

void TodayPage::openCell(const QModelIndex &index)
{
    const QVariant kind = index.data(FiguresModel::KindRole);
    if (!m_figures || !kind.isValid())
        return;
    FigureFilter filter = m_figures->filter;
    std::optional<std::int64_t> halfHour;
    if (const QVariant key = index.data(FiguresModel::KeyRole); key.isValid()) {
        const std::int64_t id = key.toLongLong();
        switch (m_model->group()) {
        case FigureGroup::HalfHours:
            halfHour = id;
            break;
        case FigureGroup::Services:
            filter.service = ServiceId{id};
            break;
        case FigureGroup::Segments:
            filter.segment = SegmentId{id};
            break;
        case FigureGroup::Counters:
            filter.counter = CounterId{id};
            break;
        }
    }
    askTickets(static_cast<FigureKind>(kind.toInt()), halfHour, filter);
}

bool TodayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCell(m_table->currentIndex());
            return true;
        }
    }
    if (event->type() == QEvent::MouseButtonRelease && m_figures) {
        for (std::size_t i = 0; i < m_cards.size(); ++i) {
            if (const auto kind = headlineKind(i); watched == m_cards[i] && kind)
                askTickets(*kind, {}, m_figures->filter);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TodayPage::chooseCsvFile()
{
    if (!m_figures)
        return;
    const QString comma = tr("Table with decimal commas (*.csv)");
    const QString point = tr("Table with decimal points (*.csv)");
    const bool isComma = csvStyleOf(QLocale()).decimal == QLatin1Char(',');
    QString chosen = isComma ? comma : point;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the figures as a table"),
        QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .filePath(figuresFileName(*m_figures, m_desk.branch()) + QStringLiteral(".csv")),
        isComma ? comma + QStringLiteral(";;") + point : point + QStringLiteral(";;") + comma, &chosen);
    if (!file.isEmpty())
        saveCsv(file, chosen == comma ? CsvStyle{QLatin1Char(';'), QLatin1Char(',')} : CsvStyle{});
}

void TodayPage::choosePdfFile()
{
    if (!m_figures)
        return;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save the figures to print"),
        QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
            .filePath(figuresFileName(*m_figures, m_desk.branch()) + QStringLiteral(".pdf")),
        tr("Pages (*.pdf)"));
    if (!file.isEmpty())
        savePdf(file);
}

void TodayPage::saveCsv(const QString &file, CsvStyle style)
{
    if (m_figures)
        noteSaved(writeWhole(file, figuresCsv(*m_figures, m_desk.branch(), style)), file);
}

void TodayPage::savePdf(const QString &file)
{
    if (m_figures)
        noteSaved(writeWhole(file, figuresPdf(*m_figures, m_desk.branch(), m_desk.now())), file);
}

void TodayPage::noteSaved(const Result<void> &written, const QString &file)
{
    m_note->clear();
    m_error->clear();
    if (!written)
        m_error->showError(written.error());
    else
        m_note->say(tr("Saved: %1").arg(QDir::toNativeSeparators(file)), Tone::Good);
}

void TodayPage::fillFilters()
{
    const BranchState &branch = m_desk.branch();
    std::vector<std::pair<qlonglong, QString>> services;
    for (const auto &[id, service] : branch.services())
        services.emplace_back(id.value, inLanguage(service.name));
    fillBox(*m_service, tr("All services"), services);
    std::vector<std::pair<qlonglong, QString>> segments{{0, figureRowName(branch, FigureGroup::Segments, 0)}};
    for (const auto &[id, segment] : branch.segments())
        segments.emplace_back(id.value, inLanguage(segment.name));
    fillBox(*m_segment, tr("All segments"), segments);
    std::vector<std::pair<qlonglong, QString>> counters;
    for (const auto &[id, counter] : branch.counters())
        counters.emplace_back(id.value, figureRowName(branch, FigureGroup::Counters, id.value));
    fillBox(*m_counter, tr("All counters"), counters);
    m_model->retranslate();
}

void TodayPage::retranslate()
{
    m_title->setText(tr("Figures of the day"));
    m_todayButton->setText(tr("Today"));
    m_yesterdayButton->setText(tr("Yesterday"));
    m_dayEdit->setAccessibleName(tr("Another day: day, month and year, then Enter"));
    m_dayEdit->setToolTip(toolTipOf(m_dayEdit->accessibleName()));
    m_service->setAccessibleName(tr("Of which service"));
    m_segment->setAccessibleName(tr("Of which segment"));
    m_counter->setAccessibleName(tr("Of which counter"));
    m_csv->setText(tr("Save table…"));
    m_pdf->setText(tr("Save PDF…"));
    m_leaveOut->setText(tr("Leave out suspect visits"));
    m_group->setAccessibleName(tr("Rows of the table"));
    m_table->setAccessibleName(tr("Figures in a table"));
    m_tableNote->setText(
        tr("Means and shares say their number in the tip; Enter shows the tickets behind a figure."));
    const QSignalBlocker blocker(m_group);
    const auto group
        = m_group->currentIndex() < 0 ? static_cast<int>(m_model->group()) : m_group->currentData().toInt();
    m_group->clear();
    for (const FigureGroup each :
         {FigureGroup::Services, FigureGroup::Segments, FigureGroup::Counters, FigureGroup::HalfHours})
        m_group->addItem(groupName(each), static_cast<int>(each));
    m_group->setCurrentIndex(m_group->findData(group));
    fillFilters();
    if (m_figures)
        showFigures(*m_figures);
    refresh();
}

void TodayPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
