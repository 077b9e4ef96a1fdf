// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/messagepanel.h"

#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

constexpr int kForMin[] = {5, 15, 30, 60, 240};
constexpr int kForProposed = 1; ///< of them
constexpr int kAnswerHeight = 44;

/// Texts people may begin with; %1 is a counter's number. To staff the Vietnamese stands for both.
struct Template {
    MessageTo to;
    const char *vi;
    const char *en;
};
constexpr auto kTemplates = std::to_array<Template>({
    {MessageTo::Lobby, "Quầy %1 sẽ mở sau 5 phút nữa.", "Counter %1 opens in 5 minutes."},
    {MessageTo::Lobby, "Xin lỗi quý khách vì phải chờ lâu hơn thường lệ.",
     "We are sorry: the wait is longer than usual."},
    {MessageTo::Lobby, "Quý khách vui lòng chuẩn bị sẵn giấy tờ tùy thân.",
     "Please have your identity documents ready."},
    {MessageTo::Lobby, "Chi nhánh ngừng phát số sau 15 phút nữa.",
     "No more tickets are given out after 15 minutes."},
    {MessageTo::AllCounters, "Xin quay lại quầy, khách đang chờ lâu.",
     "Please come back to the counter, people wait long."},
    {MessageTo::AllCounters, "Quầy %1 đang cần người hỗ trợ.", "Counter %1 needs somebody to help."},
    {MessageTo::AllCounters, "Họp ngắn sau giờ đóng cửa.", "A short meeting after closing time."},
});

/// A template with the counter it is about.
QString filled(const QString &text, const QString &counter)
{
    return text.contains(QLatin1String("%1")) ? text.arg(counter) : text;
}

} // namespace

MessagePanel::MessagePanel(SupervisorDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_title(plainLabel(this, sizes::kTitle, QFont::DemiBold)),
      m_toTitle(mutedLabel(this, sizes::kText)), m_to(new QComboBox(this)),
      m_templateTitle(mutedLabel(this, sizes::kText)), m_template(new QComboBox(this)),
      m_viTitle(mutedLabel(this, sizes::kText)), m_vi(new QLineEdit(this)),
      m_enTitle(mutedLabel(this, sizes::kText)), m_en(new QLineEdit(this)),
      m_forTitle(mutedLabel(this, sizes::kText)), m_for(new QComboBox(this)),
      m_hint(mutedLabel(this, sizes::kText)), m_error(new ErrorBanner(this)),
      m_send(new KeyButton(QStringLiteral("Ctrl+Enter"), true, this)),
      m_close(new KeyButton(QStringLiteral("Esc"), false, this)),
      m_listTitle(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)), m_list(new QListWidget(this)),
      m_withdraw(new KeyButton(QStringLiteral("Del"), false, this))
{
    setObjectName(QStringLiteral("messagePanel"));
    setProperty("panel", QStringLiteral("info"));
    m_to->setObjectName(QStringLiteral("messageToChoice"));
    m_template->setObjectName(QStringLiteral("messageTemplateChoice"));
    m_vi->setObjectName(QStringLiteral("messageViEdit"));
    m_en->setObjectName(QStringLiteral("messageEnEdit"));
    m_for->setObjectName(QStringLiteral("messageForChoice"));
    m_send->setObjectName(QStringLiteral("sendMessageButton"));
    m_close->setObjectName(QStringLiteral("closeMessageButton"));
    m_list->setObjectName(QStringLiteral("standingMessagesList"));
    m_withdraw->setObjectName(QStringLiteral("withdrawMessageButton"));
    m_withdraw->setCompact();
    m_hint->setObjectName(QStringLiteral("messageHint"));
    m_hint->setWordWrap(true);
    for (QLineEdit *edit : {m_vi, m_en})
        edit->setMaxLength(static_cast<int>(kMessageCharactersMax));
    for (KeyButton *button : {m_send, m_close}) // beside each other
        button->setFixedHeight(kAnswerHeight);
    m_list->setSpacing(3);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(makeForm());
    column->addWidget(m_hint);
    column->addWidget(m_error);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(8);
    answers->addWidget(m_send, 2);
    answers->addWidget(m_close, 1);
    column->addLayout(answers);
    auto *listRow = new QHBoxLayout;
    listRow->addWidget(m_listTitle, 1);
    listRow->addWidget(m_withdraw);
    column->addLayout(listRow);
    column->addWidget(m_list, 1);
    column->addStretch();
    connect(m_to, &QComboBox::currentIndexChanged, this, [this] {
        fillTemplates();
        refreshForm();
    });
    connect(m_template, &QComboBox::activated, this, &MessagePanel::useTemplate);
    for (const QLineEdit *edit : {m_vi, m_en})
        connect(edit, &QLineEdit::textChanged, this, &MessagePanel::refreshForm);
    connect(m_list, &QListWidget::currentRowChanged, this, &MessagePanel::refreshForm);
    connect(m_send, &QPushButton::clicked, this, &MessagePanel::send);
    connect(m_close, &QPushButton::clicked, this, &MessagePanel::closed);
    connect(m_withdraw, &QPushButton::clicked, this, &MessagePanel::withdraw);
    connect(&desk, &SupervisorDesk::changed, this, &MessagePanel::refreshForm);
    connect(&desk, &SupervisorDesk::personChanged, this, [this] {
        forget(); // what one wrote is not the next one's
        refreshForm();
    });
    connect(&desk.link(), &BranchLink::messagesChanged, this, &MessagePanel::refresh);
    for (const auto key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &MessagePanel::send);
    }
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &MessagePanel::closed);
    auto *remove = new QShortcut(Qt::Key_Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &MessagePanel::withdraw);
    retranslate();
}

QWidget *MessagePanel::makeForm()
{
    auto *form = new QWidget(this);
    form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const std::pair<QLabel *, QWidget *> rows[] = {{m_toTitle, m_to},
                                                   {m_templateTitle, m_template},
                                                   {m_viTitle, m_vi},
                                                   {m_enTitle, m_en},
                                                   {m_forTitle, m_for}};
    int row = 0;
    for (const auto &[label, widget] : rows) {
        label->setBuddy(widget);
        widget->setMinimumHeight(34);
        if (auto *box = qobject_cast<QComboBox *>(widget)) {
            box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            box->setMinimumContentsLength(4);
        }
        grid->addWidget(label, row, 0);
        grid->addWidget(widget, row++, 1);
    }
    return form;
}

void MessagePanel::begin(CounterId counter)
{
    forget();
    fillChoices();
    const auto it = std::find_if(m_choices.begin(), m_choices.end(),
                                 [counter](const To &to) { return counter.isSet() && to.counter == counter; });
    m_to->setCurrentIndex(it == m_choices.end() ? 0 : static_cast<int>(it - m_choices.begin()));
    fillTemplates();
    m_for->setCurrentIndex(kForProposed);
    refresh();
    m_vi->setFocus(Qt::OtherFocusReason);
}

void MessagePanel::forget()
{
    ++m_number;
    m_isSent = false;
    m_error->clear();
    m_vi->clear();
    m_en->clear();
}

MessagePanel::To MessagePanel::chosenTo() const
{
    const int at = m_to->currentIndex();
    return at < 0 || at >= static_cast<int>(m_choices.size()) ? To{} : m_choices[static_cast<std::size_t>(at)];
}

void MessagePanel::fillChoices()
{
    const BranchState &branch = m_desk.branch();
    const QSignalBlocker quiet(m_to);
    const int before = m_to->currentIndex();
    m_to->clear();
    m_choices = {{MessageTo::AllCounters, {}, {}}, {MessageTo::Lobby, {}, {}}};
    m_to->addItems({tr("All counters"), tr("The lobby")});
    for (const auto &[id, zone] : branch.zones()) {
        m_choices.push_back({MessageTo::Lobby, {}, id});
        m_to->addItem(tr("The lobby: %1").arg(inLanguage(zone.name)));
    }
    for (const auto &[id, state] : branch.counterStates()) {
        m_choices.push_back({MessageTo::Counter, id, {}});
        m_to->addItem(state.isOpen() ? tr("%1 · %2").arg(counterName(branch, id), staffName(branch, state.staff))
                                     : counterName(branch, id));
    }
    m_to->setCurrentIndex(std::clamp(before, 0, m_to->count() - 1));
}

void MessagePanel::fillTemplates()
{
    const bool isLobby = chosenTo().to == MessageTo::Lobby;
    m_template->clear();
    m_template->addItem(tr("Own words"), -1);
    for (int i = 0; i < static_cast<int>(kTemplates.size()); ++i) {
        const Template &each = kTemplates[static_cast<std::size_t>(i)];
        if ((each.to == MessageTo::Lobby) == isLobby)
            m_template->addItem(filled(inLanguage({each.vi, each.en}), QStringLiteral("…")), i);
    }
}

void MessagePanel::useTemplate()
{
    const int which = m_template->currentData().toInt();
    if (which < 0)
        return;
    // a counter that could be meant: the first that is closed
    std::int64_t number = 0;
    for (const auto &[id, state] : m_desk.branch().counterStates()) {
        if (!state.isOpen() && number == 0)
            number = m_desk.branch().counter(id)->number;
    }
    const Template &chosen = kTemplates[static_cast<std::size_t>(which)];
    const QString counter = number > 0 ? QString::number(number) : QStringLiteral("…");
    m_vi->setText(filled(QString::fromUtf8(chosen.vi), counter));
    m_en->setText(filled(QString::fromUtf8(chosen.en), counter));
    m_vi->setFocus(Qt::OtherFocusReason);
}

void MessagePanel::refreshForm()
{
    const bool isLobby = chosenTo().to == MessageTo::Lobby;
    m_en->setVisible(isLobby);
    m_enTitle->setVisible(isLobby);
    m_viTitle->setText(isLobby ? tr("Vietnamese") : tr("Text"));
    const bool isReady = !m_vi->text().trimmed().isEmpty() && (!isLobby || !m_en->text().trimmed().isEmpty());
    const bool canAct = m_desk.canAct() && !m_isSent;
    m_send->setEnabled(canAct && isReady);
    m_withdraw->setEnabled(canAct && m_list->currentItem());
    m_hint->setText(m_isSent ? tr("Confirming…")
                        : !m_desk.isLive()
                        ? tr("The hub cannot be reached. This can be sent when the badge says live.")
                        : isLobby ? tr("Everybody in the hall reads this. No names.")
                                  : tr("Shown in one line at the counter until it is read or its time is up."));
}

QString MessagePanel::standingText(const BranchMessage &message) const
{
    const BranchState &branch = m_desk.branch();
    const auto offset = branch.settings().utcOffsetMin;
    QString to = tr("All counters");
    if (message.to == MessageTo::Counter)
        to = counterName(branch, message.counter);
    else if (message.to == MessageTo::Lobby)
        to = tr("The lobby");
    QString text = to + QStringLiteral(" · ") + tr("until %1").arg(clockText(message.untilMs, offset));
    if (message.to == MessageTo::Lobby)
        return text;
    std::int64_t wanted = 1;
    if (message.to == MessageTo::AllCounters)
        wanted = std::count_if(branch.counterStates().begin(), branch.counterStates().end(),
                               [](const auto &each) { return each.second.isOpen(); });
    const auto seen = static_cast<std::int64_t>(message.seenAt.size());
    QStringList where;
    for (const CounterId counter : message.seenAt) {
        if (const Counter *known = branch.counter(counter))
            where << QLocale().toString(static_cast<qlonglong>(known->number));
    }
    text += QStringLiteral(" · ")
        + (seen == 0 ? tr("read at no counter yet")
                     : tr("read at counter %1 (%2 of %3)")
                           .arg(where.join(QStringLiteral(", ")), QString::number(seen),
                                QString::number(std::max(wanted, seen))));
    return text;
}

void MessagePanel::refreshList()
{
    const auto &messages = m_desk.link().messages().messages;
    const auto idAt = [this](int row) { return m_list->item(row)->data(Qt::UserRole).toLongLong(); };
    bool isSame = m_list->count() == static_cast<int>(messages.size());
    for (int row = 0; isSame && row < m_list->count(); ++row)
        isSame = idAt(row) == messages[static_cast<std::size_t>(row)].id.value;
    const QSignalBlocker quiet(m_list);
    if (!isSame) { // else what was scrolled to stays in view
        const qlonglong before = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toLongLong() : 0;
        m_list->clear();
        int row = messages.empty() ? -1 : 0;
        for (const BranchMessage &message : messages) {
            auto *item = new QListWidgetItem(m_list);
            item->setData(Qt::UserRole, static_cast<qlonglong>(message.id.value));
            if (message.id.value == before)
                row = m_list->count() - 1;
        }
        m_list->setCurrentRow(row);
    }
    for (int row = 0; row < m_list->count(); ++row) {
        const BranchMessage &message = messages[static_cast<std::size_t>(row)];
        const QString text = message.to == MessageTo::Lobby ? inLanguage(message.text) : fromUtf8(message.text.vi);
        const QString words = text + QLatin1Char('\n') + standingText(message);
        if (m_list->item(row)->text() != words)
            m_list->item(row)->setText(words);
    }
    m_listTitle->setText(messages.empty() ? tr("No messages stand") : tr("Messages that stand"));
    m_list->setVisible(!messages.empty());
    m_withdraw->setVisible(!messages.empty());
}

void MessagePanel::refresh()
{
    refreshList();
    refreshForm();
}

void MessagePanel::send()
{
    if (!m_send->isEnabled())
        return;
    const To to = chosenTo();
    SendMessage message;
    message.to = to.to;
    message.counter = to.counter;
    message.zone = to.zone;
    message.text.vi = m_vi->text().toStdString();
    if (to.to == MessageTo::Lobby)
        message.text.en = m_en->text().toStdString();
    message.forMs = m_for->currentData().toLongLong() * kMinuteMs;
    m_error->clear();
    m_isSent = true;
    refreshForm();
    const QString text = tr("Message (%1): %2").arg(m_to->currentText(), m_vi->text().trimmed());
    m_desk.sendMessage(message, text, [this, number = m_number](const Result<CommandReply> &reply) {
        if (!reply && (number != m_number || !isVisible()))
            Q_EMIT refusedLate(reply.error());
        if (number != m_number)
            return;
        m_isSent = false;
        if (reply) {
            m_vi->clear();
            m_en->clear();
            m_template->setCurrentIndex(0);
        } else {
            m_error->showError(reply.error());
        }
        refreshForm();
    });
}

void MessagePanel::withdraw()
{
    const QListWidgetItem *chosen = m_list->currentItem();
    if (!chosen || !m_withdraw->isEnabled())
        return;
    m_error->clear();
    m_isSent = true;
    refreshForm();
    m_desk.link().carryOut(WithdrawMessage{MessageId{chosen->data(Qt::UserRole).toLongLong()}}, this,
                           [this, number = m_number](const Result<MessageReply> &reply) {
                               if (number != m_number)
                                   return;
                               m_isSent = false;
                               if (!reply)
                                   m_error->showError(reply.error());
                               refreshForm();
                           });
}

void MessagePanel::retranslate()
{
    m_title->setText(tr("Send a message"));
    m_toTitle->setText(tr("To"));
    m_to->setAccessibleName(tr("To"));
    m_templateTitle->setText(tr("Begin with"));
    m_template->setAccessibleName(tr("Begin with"));
    m_enTitle->setText(tr("English"));
    m_vi->setAccessibleName(tr("Text in Vietnamese"));
    m_en->setAccessibleName(tr("Text in English"));
    m_forTitle->setText(tr("Stands for"));
    m_for->setAccessibleName(tr("Stands for"));
    const int chosen = m_for->currentIndex();
    m_for->clear();
    for (const int minutes : kForMin)
        m_for->addItem(minutes < 60 ? tr("%1 min").arg(minutes) : tr("%1 h").arg(minutes / 60), minutes);
    m_for->setCurrentIndex(chosen < 0 ? kForProposed : chosen);
    m_send->setWords(tr("Send"));
    m_close->setWords(tr("Close"));
    m_withdraw->setWords(tr("Take back"));
    m_list->setAccessibleName(tr("Messages that stand"));
    fillChoices();
    fillTemplates();
    refresh();
}

void MessagePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
