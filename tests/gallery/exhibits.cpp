// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/exhibits.h"

#include "ui/models/queuesmodel.h"
#include "ui/session/demobranch.h"
#include "ui/session/language.h"
#include "ui/widgets/connectionbadge.h"
#include "ui/widgets/countertile.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/inlinequestion.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/queuebar.h"
#include "ui/widgets/queuedelegate.h"
#include "ui/widgets/notebar.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/segmentchip.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/ticketnumber.h"
#include "ui/widgets/timerring.h"
#include "ui/widgets/undobar.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QListView>
#include <QMimeData>
#include <QStandardItemModel>
#include <QTableView>

namespace tiepdon::gallery {
namespace {

using Widget = std::unique_ptr<QWidget>;

QString both(const char *vi, const char *en)
{
    return QString::fromUtf8(Language::current() == LanguageKind::Vietnamese ? vi : en);
}

QString name(const char *text) { return QLatin1String(text); }

void addBadges(std::vector<Exhibit> &all)
{
    const auto add = [&all](const char *state, BranchLink::Status status, ErrorCode problem) {
        all.push_back({name("ConnectionBadge"), name(state), [status, problem]() -> Widget {
                           const auto link = std::make_shared<FixedLink>(demoMorningMs());
                           playDemoMorning(*link);
                           link->setStatus(status, {problem, "", {}});
                           auto badge = std::make_unique<ConnectionBadge>(*link);
                           QObject::connect(badge.get(), &QObject::destroyed, [link] {}); // keeps it
                           return badge;
                       }});
    };
    add("live", BranchLink::Status::Live, ErrorCode::Internal);
    add("connecting", BranchLink::Status::Connecting, ErrorCode::Offline);
    add("signed-out", BranchLink::Status::SignedOut, ErrorCode::SignInNeeded);
    add("stale", BranchLink::Status::Stale, ErrorCode::Offline);
    add("refused", BranchLink::Status::Refused, ErrorCode::TrustFailed);
}

CounterFigures servingCounter()
{
    CounterFigures figures;
    figures.number = 3;
    figures.state = CounterFigures::State::Serving;
    figures.who = QString::fromUtf8("Phạm Thu Hà");
    figures.profile = both("Giao dịch tiền mặt", "Cash and transfers");
    figures.ticket = name("A012");
    figures.timer = {3 * kMinuteMs + 7 * kSecondMs, 6 * kMinuteMs, both("đang phục vụ", "in service")};
    figures.today = both("hôm nay: 12 khách", "12 served today");
    return figures;
}

void addTiles(std::vector<Exhibit> &all)
{
    using State = CounterFigures::State;
    const auto add = [&all](const char *state, std::function<void(CounterTile &, CounterFigures &)> change,
                            bool hasFocus = false, bool isElided = false) {
        all.push_back({name("CounterTile"),
                       name(state),
                       [change = std::move(change)]() -> Widget {
                           auto tile = std::make_unique<CounterTile>();
                           CounterFigures figures = servingCounter();
                           change(*tile, figures);
                           tile->setFigures(figures);
                           return tile;
                       },
                       {},
                       hasFocus,
                       isElided});
    };
    const auto drag = [](CounterTile &tile, const QString &refusal) {
        if (!refusal.isEmpty())
            tile.setDropCheck([refusal](const CounterDrop &) { return refusal; });
        QMimeData dragged;
        dragged.setData(profileMimeType(), "2");
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&tile, &enter);
    };
    add("closed", [](CounterTile &, CounterFigures &f) {
        f = {};
        f.number = 7;
        f.profile = both("Tín dụng", "Loans");
        f.stateDetail = both("đóng từ 11:40", "since 11:40");
    });
    add("free", [](CounterTile &, CounterFigures &f) {
        f.state = State::Free;
        f.ticket.clear();
        f.timer = {};
    });
    add("called", [](CounterTile &, CounterFigures &f) {
        f.state = State::Called;
        f.timer = {42 * kSecondMs, 0, both("từ lúc gọi", "since the call")};
    });
    add("serving", [](CounterTile &, CounterFigures &) {});
    add("serving-nearly-over", [](CounterTile &, CounterFigures &f) { f.timer.elapsedMs = 5 * kMinuteMs; });
    add("serving-over",
        [](CounterTile &, CounterFigures &f) { f.timer.elapsedMs = 8 * kMinuteMs + 12 * kSecondMs; });
    add("serving-over-an-hour", [](CounterTile &, CounterFigures &f) {
        f.number = 12;
        f.timer.elapsedMs = kHourMs + 2 * kMinuteMs;
    });
    add("on-break", [](CounterTile &, CounterFigures &f) {
        f.state = State::OnBreak;
        f.ticket.clear();
        f.stateDetail = both("Ăn trưa từ 11:40", "Meal since 11:40");
        f.timer = {12 * kMinuteMs, 30 * kMinuteMs, both("tạm nghỉ", "on break")};
    });
    add("selected", [](CounterTile &tile, CounterFigures &) { tile.setSelected(true); });
    add(
        "focused", [](CounterTile &, CounterFigures &) {}, true);
    add(
        "selected-and-focused", [](CounterTile &tile, CounterFigures &) { tile.setSelected(true); }, true);
    add("drop-here", [drag](CounterTile &tile, CounterFigures &) { drag(tile, {}); });
    add("drop-refused", [drag](CounterTile &tile, CounterFigures &) {
        drag(tile,
             both("Không quầy nào khác phục vụ Ngoại tệ. Mở thêm một quầy trước.",
                  "No other counter serves Foreign exchange. Open one first."));
    });
    add(
        "long-names",
        [](CounterTile &, CounterFigures &f) {
            f.who = QString::fromUtf8("Nguyễn Hoàng Phương Khánh Linh");
            f.profile = both("Khách hàng doanh nghiệp, ngoại tệ và chuyển tiền quốc tế",
                             "Business customers, foreign exchange and transfers abroad");
        },
        false, true);
}

/// Rows as a page has them.
std::unique_ptr<QStandardItemModel> rows()
{
    auto model = std::make_unique<QStandardItemModel>(0, 2);
    model->setHorizontalHeaderLabels({both("Số", "Number"), both("Dịch vụ", "Service")});
    for (const auto &[number, service] :
         {std::pair("A012", both("Gửi tiền", "Deposits")), std::pair("D004", both("Vay vốn", "Loans"))})
        model->appendRow({new QStandardItem(name(number)), new QStandardItem(service)});
    return model;
}

void addTables(std::vector<Exhibit> &all)
{
    const auto list = [&all](const char *state, int chosen) {
        all.push_back({name("RowDelegate"),
                       name(state),
                       [chosen]() -> Widget {
                           auto view = std::make_unique<QListView>();
                           view->setAccessibleName(both("Các dịch vụ", "Services"));
                           auto *model = rows().release();
                           model->setParent(view.get());
                           view->setModel(model);
                           view->setModelColumn(1);
                           view->setItemDelegate(new RowDelegate(view.get()));
                           view->setCurrentIndex(model->index(chosen, 1));
                           return view;
                       },
                       {240, 96}});
    };
    list("first", 0);
    list("second", 1);
    const auto pane = [&all](const char *state, bool areThere) {
        all.push_back(
            {name("TablePane"),
             name(state),
             [areThere]() -> Widget {
                 auto *table = new QTableView;
                 auto shown = std::make_unique<TablePane>(*table, name("rows"), 36, TablePane::Ground::Panel);
                 auto *model = rows().release();
                 model->setParent(shown.get());
                 table->setModel(model);
                 table->setItemDelegate(new RowDelegate(table));
                 shown->setWidths({{0, 96}}, 1);
                 shown->empty().setTexts(both("Không có phiếu nào", "There is no ticket"),
                                         both("Phiếu hôm nay hiện ở đây.", "Today's tickets appear here."));
                 for (QWidget *named : {static_cast<QWidget *>(shown.get()), static_cast<QWidget *>(table)})
                     named->setAccessibleName(both("Các phiếu", "Tickets"));
                 shown->showRows(areThere);
                 return shown;
             },
             {360, 200}});
    };
    pane("rows", true);
    pane("none", false);
}

void addTexts(std::vector<Exhibit> &all)
{
    const auto elided = [](QSize size, bool isElided) {
        return Exhibit{name("ElidedLabel"),
                       isElided ? name("no-room") : name("room"),
                       []() -> Widget {
                           auto label = std::make_unique<ElidedLabel>();
                           label->setText(both("Khách hàng doanh nghiệp và ngoại tệ",
                                               "Business customers and foreign exchange"));
                           return label;
                       },
                       size,
                       false,
                       isElided};
    };
    all.push_back(elided({}, false));
    all.push_back(elided({140, 20}, true));
    all.push_back({name("EmptyState"),
                   name("usual"),
                   []() -> Widget {
                       auto empty = std::make_unique<EmptyState>();
                       empty->setTexts(
                           both("Không có ai chờ", "Nobody is waiting"),
                           both("Khách quý vị gọi sẽ hiện ở đây.", "The person you call will appear here."));
                       return empty;
                   },
                   {360, 140}});
    const auto error = [&all](const char *state, const Error &said) {
        all.push_back({name("ErrorBanner"),
                       name(state),
                       [said]() -> Widget {
                           auto banner = std::make_unique<ErrorBanner>();
                           banner->showError(said);
                           return banner;
                       },
                       {640, 0}});
    };
    error("short", {ErrorCode::CounterBusy, "", {{"ticket", "A012"}, {"number", "A012"}}});
    error("long", {ErrorCode::StorageFailed, "", {}});
    const auto figure = [&all](const char *state, const QString &text, int size, std::optional<Tone> tone) {
        all.push_back({name("FigureLabel"), name(state), [text, size, tone]() -> Widget {
                           auto label = std::make_unique<FigureLabel>(nullptr, size, QFont::DemiBold);
                           label->setText(text);
                           label->setTone(tone);
                           label->setMeaning(both("Vé", "Ticket"));
                           return label;
                       }});
    };
    figure("text", name("A012"), sizes::kText, std::nullopt);
    figure("headline", name("A012"), sizes::kHeadline, std::nullopt);
    figure("ticket", name("A012"), sizes::kTicket, std::nullopt);
    figure("good", name("92 %"), sizes::kTitle, Tone::Good);
    figure("bad", name("8:12"), sizes::kTitle, Tone::Bad);
    const auto chip = [&all](const char *state, const char *vi, const char *en, Tone tone) {
        all.push_back({name("StateChip"), name(state), [=]() -> Widget {
                           auto made = std::make_unique<StateChip>();
                           made->setState(both(vi, en), tone);
                           return made;
                       }});
    };
    chip("neutral", "Đã xong", "Finished", Tone::Neutral);
    chip("good", "Đang phục vụ", "Being served", Tone::Good);
    chip("warn", "Tạm nghỉ", "On break", Tone::Warn);
    chip("bad", "Quá cam kết", "Over the promise", Tone::Bad);
    chip("info", "Đã gọi", "Called", Tone::Info);

    const auto segment = [&all](const char *state, std::int64_t reason) {
        all.push_back({name("SegmentChip"), name(state), [=]() -> Widget {
                           StateImage image;
                           image.setup.segments = {{{1}, {"Ưu tiên theo quy định", "Priority by law"}, 1, 2000, 0}};
                           image.setup.priorityReasons = {{{1}, {"Người cao tuổi", "Elderly"}, {1}, true}};
                           Ticket ticket;
                           ticket.segment = {1};
                           ticket.priorityReason = {reason};
                           auto made = std::make_unique<SegmentChip>();
                           made->showTicket(BranchState(image), ticket);
                           return made;
                       }});
    };
    segment("plain", 0);
    segment("reason", 1);

    const auto note = [&all](const char *state, bool canClose, const char *vi, const char *en, Tone tone) {
        all.push_back({name("NoteBar"), name(state), [=]() -> Widget {
                           auto made = std::make_unique<NoteBar>(canClose);
                           made->say(both(vi, en), tone);
                           return made;
                       }});
    };
    note("good", true, "Đã mở ngày.", "The day is open.", Tone::Good);
    note("warn", false, "Máy in hết giấy.", "The printer is out of paper.", Tone::Warn);
}

void addAsking(std::vector<Exhibit> &all)
{
    const auto question = [&all](const char *state, bool hasTwo) {
        all.push_back({name("InlineQuestion"),
                       name(state),
                       [hasTwo]() -> Widget {
                           auto asked = std::make_unique<InlineQuestion>();
                           QStringList answers{both("Đăng xuất", "Sign out")};
                           if (hasTwo)
                               answers.prepend(both("Đóng quầy và đăng xuất", "Sign off and sign out"));
                           asked->ask(both("Quầy 3 vẫn đang mở.", "Counter 3 is still open."), answers);
                           return asked;
                       },
                       {720, 0}});
    };
    question("one-answer", false);
    question("two-answers", true);
    const auto button
        = [&all](const char *state, const char *key, bool isPrimary, bool isEnabled, bool hasFocus = false) {
              all.push_back({name("KeyButton"),
                             name(state),
                             [=]() -> Widget {
                                 auto made = std::make_unique<KeyButton>(QLatin1String(key), isPrimary);
                                 made->setWords(isPrimary ? both("Gọi người tiếp theo", "Call next")
                                                          : both("Gọi lại", "Recall"));
                                 made->setEnabled(isEnabled);
                                 return made;
                             },
                             {},
                             hasFocus});
          };
    button("primary", "F2", true, true);
    button("primary-focused", "F2", true, true, true);
    button("primary-disabled", "F2", true, false);
    button("plain", "F3", false, true);
    button("plain-focused", "F3", false, true, true);
    button("plain-disabled", "F3", false, false);
    button("without-key", "", false, true);
    all.push_back({name("UndoBar"),
                   name("offering"),
                   []() -> Widget {
                       auto bar = std::make_unique<UndoBar>();
                       bar->offer({both("Quầy 3 nay phục vụ Tín dụng.", "Counter 3 now serves Loans.")});
                       return bar;
                   },
                   {560, 0}});
}

QueueFigures cashQueue()
{
    QueueFigures figures;
    figures.name = both("Gửi và rút tiền mặt", "Cash in and out");
    figures.waiting = 4;
    figures.longestMs = 3 * kMinuteMs;
    figures.promiseMs = 10 * kMinuteMs;
    return figures;
}

void addQueues(std::vector<Exhibit> &all)
{
    const auto add = [&all](const char *state, std::function<void(QueueFigures &)> change, bool hasFocus = false,
                            bool isElided = false) {
        all.push_back({name("QueueBar"),
                       name(state),
                       [change = std::move(change)]() -> Widget {
                           auto bar = std::make_unique<QueueBar>();
                           QueueFigures figures = cashQueue();
                           figures.kept = PromiseKept{44, 48};
                           figures.forecast = both("sau 30 phút: 7", "in 30 min: 7");
                           change(figures);
                           bar->setFigures(figures);
                           return bar;
                       },
                       {},
                       hasFocus,
                       isElided});
    };
    add("nobody", [](QueueFigures &f) { f.waiting = 0; });
    add("normal", [](QueueFigures &) {});
    add("near", [](QueueFigures &f) { f.longestMs = 8 * kMinuteMs; });
    add("over", [](QueueFigures &f) {
        f.waiting = 23;
        f.longestMs = 14 * kMinuteMs;
    });
    add("nobody-served", [](QueueFigures &f) { f.kept = PromiseKept{}; });
    add("without-forecast", [](QueueFigures &f) { f.forecast.clear(); });
    add("plain", [](QueueFigures &f) {
        f.forecast.clear();
        f.kept.reset();
    });
    add(
        "focused", [](QueueFigures &) {}, true);
    add(
        "long-name",
        [](QueueFigures &f) {
            f.name = both("Khách hàng doanh nghiệp, ngoại tệ và chuyển tiền quốc tế",
                          "Business customers, foreign exchange and transfers abroad");
        },
        false, true);
    all.push_back({name("QueueDelegate"),
                   name("list"),
                   []() -> Widget {
                       const auto link = std::make_shared<FixedLink>(demoMorningMs());
                       playDemoMorning(*link);
                       auto list = std::make_unique<QListView>();
                       auto *model = new QueuesModel(*link, list.get());
                       model->setProfile(link->branch().profiles().begin()->first);
                       list->setModel(model);
                       list->setItemDelegate(new QueueDelegate(list.get()));
                       list->setAccessibleName(both("Hàng chờ của tôi", "My queues"));
                       QObject::connect(list.get(), &QObject::destroyed, [link] {});
                       return list;
                   },
                   {320, 208}});
}

void addTickets(std::vector<Exhibit> &all)
{
    using State = TicketFigures::State;
    const auto add = [&all](const char *state, State standing, const char *vi = "", const char *en = "") {
        all.push_back({name("TicketNumber"), name(state), [=]() -> Widget {
                           auto ticket = std::make_unique<TicketNumber>();
                           ticket->setFigures({name("A012"), standing, both(vi, en)});
                           return ticket;
                       }});
    };
    add("waiting", State::Waiting);
    add("called", State::Called);
    add("called-again", State::Called, "gọi lại: 2", "recalls: 2");
    add("serving", State::Serving);
    add("finished", State::Finished);
    add("no-show", State::NoShow);
    add("cancelled", State::Cancelled);

    const auto ring = [&all](const char *state, std::optional<TimeMs> elapsedMs, TimeMs expectedMs) {
        all.push_back({name("TimerRing"), name(state), [=]() -> Widget {
                           auto made = std::make_unique<TimerRing>();
                           made->setFigures(
                               {elapsedMs, expectedMs, elapsedMs ? both("đang phục vụ", "in service") : QString()});
                           return made;
                       }});
    };
    ring("idle", std::nullopt, 0);
    ring("start", 0, 6 * kMinuteMs);
    ring("normal", 3 * kMinuteMs + 7 * kSecondMs, 6 * kMinuteMs);
    ring("nearly-over", 4 * kMinuteMs + 30 * kSecondMs, 6 * kMinuteMs);
    ring("over", 8 * kMinuteMs + 12 * kSecondMs, 6 * kMinuteMs);
    ring("far-over", 19 * kMinuteMs, 6 * kMinuteMs);
    ring("over-an-hour", kHourMs + 2 * kMinuteMs + 9 * kSecondMs, 6 * kMinuteMs);
    ring("not-judged", 42 * kSecondMs, 0);
}

} // namespace

const std::vector<Exhibit> &exhibits()
{
    static const std::vector<Exhibit> kAll = [] {
        std::vector<Exhibit> all;
        addBadges(all);
        addTiles(all);
        addTexts(all);
        addAsking(all);
        addQueues(all);
        addTables(all);
        addTickets(all);
        return all;
    }();
    return kAll;
}

} // namespace tiepdon::gallery
