// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/devicespanel.h"

#include "app/supervisor/settings/settingwords.h"
#include "core/access/permission.h"
#include "core/client/onetime.h"
#include "core/wire/enrolmentcode.h"
#include "ui/session/language.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/inlinequestion.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tablepane.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kCardWidth = 360;
constexpr int kRowHeight = 40;
/// Of a code of five lines: the longest address a hub may have is in it.
constexpr int kCodeHeight = 96;
constexpr int kMinutesUsual = 15;
constexpr int kMinutesMax = 1440;

/// Of the machine the hub runs on and this program shows: enrolments count by the system's clock.
QString momentText(TimeMs time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat);
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

// ---- the picture ----

void QrPicture::setText(const QString &text)
{
    m_code.reset();
    if (!text.isEmpty()) {
        if (auto code = qrCodeOf(text.toStdString()))
            m_code = std::move(*code);
    }
    setVisible(m_code.has_value());
    update();
}

void QrPicture::paintEvent(QPaintEvent *)
{
    if (!m_code)
        return;
    const int modules = m_code->width + 2 * kQrQuietModules;
    const int size = std::max(1, std::min(width(), height()) / modules);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, size * modules, size * modules), Qt::white);
    for (int y = 0; y < m_code->width; ++y) {
        for (int x = 0; x < m_code->width; ++x) {
            if (m_code->at(x, y))
                painter.fillRect((x + kQrQuietModules) * size, (y + kQrQuietModules) * size, size, size, Qt::black);
        }
    }
}

// ---- the panel ----

DevicesPanel::DevicesPanel(BranchLink &link, QWidget *parent)
    : QWidget(parent), m_link(link), m_count(mutedLabel(this, sizes::kText)), m_table(new QTableWidget(this)),
      m_enrol(new QPushButton(this)),
      m_pane(new TablePane(*m_table, QStringLiteral("devices"), kRowHeight, TablePane::Ground::None, this)),
      m_card(new QFrame(this)), m_title(plainLabel(m_card, sizes::kTitle, QFont::DemiBold)),
      m_facts(mutedLabel(m_card, sizes::kText)), m_one(new QWidget(m_card)), m_nameLabel(mutedLabel(m_one)),
      m_name(new QLineEdit(m_one)), m_rename(new QPushButton(m_one)), m_revoke(new QPushButton(m_one)),
      m_new(nullptr), m_newNameLabel(nullptr), m_newName(nullptr), m_kindLabel(nullptr), m_kind(nullptr),
      m_hostLabel(nullptr), m_host(nullptr), m_minutesLabel(nullptr), m_minutes(nullptr), m_make(nullptr),
      m_codeBox(nullptr), m_code(nullptr), m_picture(nullptr), m_codeHint(nullptr),
      m_question(new InlineQuestion(m_card)), m_error(new ErrorBanner(m_card)),
      m_done(plainLabel(m_card, sizes::kText, QFont::Medium))
{
    setObjectName(QStringLiteral("devicesPanel"));
    m_table->setColumnCount(4);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_pane->setWidths({{1, 100}, {2, 138}, {3, 184}}, 0);
    m_count->setObjectName(QStringLiteral("devicesCount"));
    m_enrol->setObjectName(QStringLiteral("enrolDeviceButton"));
    m_pane->addHeading(m_count);
    m_pane->addFoot(m_enrol, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_pane, 1);
    row->addWidget(makeCard());
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int to, int, int from, int) {
        if (to == from)
            return;
        m_isEnrolling = false;
        m_question->close(); // it was asked about another one
        m_error->clear();
        m_done->hide();
        clearCode();
        fillName();
        showCard();
    });
    connect(m_enrol, &QPushButton::clicked, this, &DevicesPanel::startEnrolling);
    connect(&link, &BranchLink::accessChanged, this, [this] {
        m_rows.clear();
        m_isKnown = false;
        m_isEnrolling = false;
        m_question->close();
        m_done->hide();
        clearCode();
        ++m_asking;
        ++m_sending;
        m_isConfirming = false;
        fill();
    });
    setFocusProxy(m_table);
    retranslate();
}

QWidget *DevicesPanel::makeEnrolling()
{
    m_new = new QWidget(m_card);
    m_newNameLabel = mutedLabel(m_new);
    m_newName = new QLineEdit(m_new);
    m_kindLabel = mutedLabel(m_new);
    m_kind = new QComboBox(m_new);
    m_hostLabel = mutedLabel(m_new);
    m_host = new QComboBox(m_new);
    m_minutesLabel = mutedLabel(m_new);
    m_minutes = new QLineEdit(QString::number(kMinutesUsual), m_new);
    m_make = new QPushButton(m_new);
    m_codeBox = new QWidget(m_new);
    m_code = new QPlainTextEdit(m_codeBox);
    m_picture = new QrPicture(m_codeBox);
    m_codeHint = mutedLabel(m_codeBox, sizes::kText);
    m_newName->setObjectName(QStringLiteral("enrolNameEdit"));
    m_newName->setMaxLength(120);
    m_kind->setObjectName(QStringLiteral("enrolKindChoice"));
    m_host->setObjectName(QStringLiteral("enrolHostChoice"));
    m_host->setEditable(true);
    m_host->lineEdit()->setObjectName(QStringLiteral("enrolHostEdit"));
    m_host->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_minutes->setObjectName(QStringLiteral("enrolMinutesEdit"));
    m_minutes->setMaxLength(4);
    m_make->setObjectName(QStringLiteral("makeCodeButton"));
    m_make->setProperty("kind", QStringLiteral("primary"));
    m_code->setObjectName(QStringLiteral("enrolCodeEdit"));
    m_code->setReadOnly(true);
    m_code->setFixedHeight(kCodeHeight); // whoever types it reads it whole
    m_code->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_code->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_code->setTabChangesFocus(true);
    m_picture->setObjectName(QStringLiteral("enrolPicture"));
    m_picture->setFixedSize(m_picture->sizeHint());
    m_codeHint->setObjectName(QStringLiteral("enrolHint"));
    m_codeHint->setWordWrap(true);
    auto *code = new QVBoxLayout(m_codeBox);
    code->setContentsMargins(0, 8, 0, 0);
    code->setSpacing(6);
    code->addWidget(m_code);
    code->addWidget(m_picture, 0, Qt::AlignHCenter);
    code->addWidget(m_codeHint);
    m_codeBox->hide();
    auto *column = new QVBoxLayout(m_new);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const std::pair<QLabel *, QWidget *> lines[]
        = {{m_newNameLabel, m_newName}, {m_kindLabel, m_kind}, {m_hostLabel, m_host}, {m_minutesLabel, m_minutes}};
    for (const auto &[label, field] : lines) {
        label->setBuddy(field);
        column->addWidget(label);
        column->addWidget(field);
    }
    column->addSpacing(4);
    column->addWidget(m_make);
    column->addWidget(m_codeBox);
    connect(m_make, &QPushButton::clicked, this, &DevicesPanel::makeCode);
    connect(m_newName, &QLineEdit::textChanged, this, [this] { showCard(); });
    connect(m_minutes, &QLineEdit::textChanged, this, [this] { showCard(); });
    return m_new;
}

QWidget *DevicesPanel::makeCard()
{
    m_card->setProperty("panel", QStringLiteral("surface"));
    m_card->setFixedWidth(kCardWidth);
    m_title->setObjectName(QStringLiteral("deviceTitle"));
    m_facts->setObjectName(QStringLiteral("deviceFacts"));
    m_name->setObjectName(QStringLiteral("deviceNameEdit"));
    m_name->setMaxLength(120);
    m_rename->setObjectName(QStringLiteral("renameDeviceButton"));
    m_revoke->setObjectName(QStringLiteral("revokeDeviceButton"));
    m_question->setObjectName(QStringLiteral("deviceQuestion"));
    m_error->setObjectName(QStringLiteral("deviceErrorBanner"));
    m_done->setObjectName(QStringLiteral("deviceDone"));
    for (QLabel *wrapped : {m_title, m_facts, m_done})
        wrapped->setWordWrap(true);
    m_nameLabel->setBuddy(m_name);
    auto *one = new QVBoxLayout(m_one);
    one->setContentsMargins(0, 0, 0, 0);
    one->setSpacing(6);
    for (QWidget *each : {static_cast<QWidget *>(m_nameLabel), static_cast<QWidget *>(m_name),
                          static_cast<QWidget *>(m_rename), static_cast<QWidget *>(m_revoke)})
        one->addWidget(each);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(6);
    for (QWidget *each :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_facts), m_one, makeEnrolling(),
          static_cast<QWidget *>(m_question), static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_done)})
        column->addWidget(each);
    column->addStretch();
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (const DeviceRow *row = chosen())
            administer(accesscommand::RenameDevice{row->device.id, m_name->text().trimmed().toStdString()},
                       tr("It has its new name."));
    });
    connect(m_name, &QLineEdit::textChanged, this, [this] { showCard(); });
    connect(m_revoke, &QPushButton::clicked, this, [this] {
        const DeviceRow *row = chosen();
        if (!row)
            return;
        m_askedAbout = row->device.id;
        m_question->ask(
            tr("Shut %1 out for ever? To have it back it must be brought in anew.").arg(fromUtf8(row->device.name)),
            {tr("Shut it out")});
    });
    connect(m_question, &InlineQuestion::answered, this,
            [this] { administer(accesscommand::RevokeDevice{m_askedAbout}, tr("It is shut out and cut off.")); });
    return m_card;
}

bool DevicesPanel::mayChange() const
{
    return reachOf(accesscommand::AddEnrolment::kMethod, m_link.session().roles) == Reach::Any;
}

void DevicesPanel::load()
{
    if (reachOf(kDeviceListMethod, m_link.session().roles) == Reach::None)
        return;
    const int asking = ++m_asking;
    m_link.ask(DeviceList{}, this, [this, asking](const Result<DeviceRows> &answer) {
        if (asking != m_asking)
            return;
        if (!answer) {
            m_pane->error().showError(answer.error());
            return;
        }
        m_pane->error().clear();
        m_isKnown = true;
        if (const DeviceRow *was = chosen(); was && !m_wanted.isSet())
            m_wanted = was->device.id;
        m_rows = answer->devices;
        fill();
    });
}

void DevicesPanel::choose(DeviceId device)
{
    m_wanted = device;
    m_isEnrolling = false;
    fill();
}

void DevicesPanel::startEnrolling()
{
    if (!mayChange())
        return;
    m_isEnrolling = true;
    m_question->close();
    m_error->clear();
    m_done->hide();
    clearCode();
    m_newName->clear();
    m_host->clear();
    if (const auto place = m_link.hubPlace()) {
        for (const QString &name : place->names) {
            if (!isLoopback(name))
                m_host->addItem(name);
        }
        if (m_host->count() == 0)
            m_host->addItem(QStringLiteral("127.0.0.1"));
    }
    showCard();
    m_newName->setFocus(Qt::OtherFocusReason);
}

void DevicesPanel::makeCode()
{
    const auto place = m_link.hubPlace();
    bool isNumber = false;
    const int minutes = m_minutes->text().trimmed().toInt(&isNumber);
    if (!place || !isNumber || m_isConfirming)
        return;
    clearCode();
    EnrolmentCode code;
    code.host = m_host->currentText().trimmed().toStdString();
    code.port = place->port;
    fillRandom(code.secret.data(), code.secret.size());
    std::copy_n(place->authoritySha256.begin(),
                std::min<qsizetype>(place->authoritySha256.size(), static_cast<qsizetype>(code.fingerprint.size())),
                code.fingerprint.begin());
    const QString text = fromUtf8(toText(code));
    if (text.isEmpty()) {
        m_error->showError({ErrorCode::InvalidParams, "no such address", {{"field", "address"}}});
        return;
    }
    const QByteArray secret(reinterpret_cast<const char *>(code.secret.data()),
                            static_cast<qsizetype>(code.secret.size()));
    accesscommand::AddEnrolment command;
    command.secretHash = QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex().toStdString();
    command.name = m_newName->text().trimmed().toStdString();
    command.kind = static_cast<DeviceKind>(m_kind->currentData().toInt());
    command.minutes = minutes;
    const bool isHere = isLoopback(fromUtf8(code.host));
    administer(command, {}, [this, text, isHere](const Json &reply) {
        const TimeMs expires = reply.is_object() ? reply.value("expiresMs", TimeMs(0)) : 0;
        m_code->setPlainText(text);
        m_picture->setText(text);
        m_codeHint->setText(
            (isHere ? tr("It works on the hub's own machine alone.") + QLatin1Char(' ') : QString())
            + tr("Type or scan it on the new device, until %1. Whoever has it can use it once: show it "
                 "to nobody else.")
                  .arg(momentText(expires)));
        showQuestions(false); // the code has their room
        m_codeBox->show();
        m_code->setFocus(Qt::OtherFocusReason);
        m_code->selectAll();
    });
}

void DevicesPanel::clearCode()
{
    m_code->clear();
    m_picture->setText({});
    m_codeHint->clear();
    m_codeBox->hide();
    showQuestions(true);
}

void DevicesPanel::showQuestions(bool areShown)
{
    for (QWidget *each :
         {static_cast<QWidget *>(m_newNameLabel), static_cast<QWidget *>(m_newName),
          static_cast<QWidget *>(m_kindLabel), static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_hostLabel),
          static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_minutesLabel), static_cast<QWidget *>(m_minutes),
          static_cast<QWidget *>(m_make)})
        each->setVisible(areShown);
}

const DeviceRow *DevicesPanel::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

void DevicesPanel::fill()
{
    {
        const QSignalBlocker blocker(m_table);
        m_table->setRowCount(static_cast<int>(m_rows.size()));
        int chosenRow = std::clamp(m_table->currentRow(), 0, std::max(0, m_table->rowCount() - 1));
        for (int i = 0; i < m_table->rowCount(); ++i) {
            const auto &[device, isConnected] = m_rows[static_cast<std::size_t>(i)];
            const QString state = device.revokedMs ? tr("Shut out %1").arg(momentText(*device.revokedMs))
                : isConnected                      ? tr("Connected")
                                                   : tr("Not connected");
            const QString cells[]
                = {fromUtf8(device.name), deviceKindWord(device.kind), fromUtf8(device.app), state};
            for (int column = 0; column < 4; ++column) {
                auto *item = new QTableWidgetItem(cells[column]);
                item->setToolTip(toolTipOf(cells[column]));
                m_table->setItem(i, column, item);
            }
            if (device.id == m_wanted)
                chosenRow = i;
        }
        if (m_table->rowCount() > 0)
            m_table->setCurrentCell(chosenRow, 0);
        if (m_isKnown)
            m_wanted = {};
    }
    m_pane->showRows(!m_rows.empty());
    const auto connected
        = std::count_if(m_rows.begin(), m_rows.end(), [](const DeviceRow &row) { return row.isConnected; });
    m_count->setText(m_isKnown ? counted(std::ssize(m_rows), tr("1 device"), tr("%1 devices"))
                             + QStringLiteral(" · ") + tr("connected: %1").arg(connected)
                               : tr("Asking the hub …"));
    // an answer that comes late leaves the name that is typed here
    if (const DeviceRow *row = chosen(); row && (row->device.id != m_namedFor || row->device.name != m_namedAs))
        fillName();
    showCard();
}

void DevicesPanel::fillName()
{
    const DeviceRow *row = chosen();
    m_namedFor = row ? row->device.id : DeviceId{};
    m_namedAs = row ? row->device.name : std::string();
    m_name->setText(fromUtf8(m_namedAs));
}

void DevicesPanel::showCard()
{
    const DeviceRow *row = chosen();
    const bool may = mayChange() && !m_isConfirming && m_link.status() == BranchLink::Status::Live;
    m_enrol->setVisible(mayChange());
    m_enrol->setEnabled(may);
    m_card->setVisible(m_isEnrolling || row);
    m_new->setVisible(m_isEnrolling);
    m_one->setVisible(!m_isEnrolling && row && mayChange() && !row->device.revokedMs);
    if (m_isEnrolling) {
        m_title->setText(tr("Bring a device in"));
        m_facts->setText(
            m_link.hubPlace()
                ? tr("It gets a code for one use, with the hub's address in it.")
                : tr("This program does not know yet where other devices reach the hub. Wait until it is "
                     "connected."));
    } else if (row) {
        m_title->setText(fromUtf8(row->device.name));
        m_facts->setText(tr("%1, no. %2. Brought in %3.")
                             .arg(deviceKindWord(row->device.kind))
                             .arg(row->device.id.value)
                             .arg(momentText(row->device.enrolledMs)));
    }
    bool isNumber = false;
    const int minutes = m_minutes->text().trimmed().toInt(&isNumber);
    m_make->setEnabled(may && m_link.hubPlace() && !m_newName->text().trimmed().isEmpty() && isNumber
                       && minutes >= 1 && minutes <= kMinutesMax);
    const QString name = m_name->text().trimmed();
    m_rename->setEnabled(may && row && !name.isEmpty() && name != fromUtf8(row->device.name));
    m_revoke->setEnabled(may && row);
}

void DevicesPanel::administer(const AccessCommand &command, const QString &done,
                              std::function<void(const Json &)> then)
{
    if (m_isConfirming)
        return;
    m_isConfirming = true;
    m_error->clear();
    m_done->hide();
    const bool isNew = m_isEnrolling;
    const DeviceId about = isNew || !chosen() ? DeviceId{} : chosen()->device.id;
    showCard();
    m_link.administer(
        command, this,
        [this, done, isNew, about, sending = ++m_sending, then = std::move(then)](const Result<Json> &answer) {
            if (sending != m_sending)
                return; // somebody else sits here by now
            m_isConfirming = false;
            if (!answer) {
                m_error->showError(answer.error());
                showCard();
                return;
            }
            m_isEnrolling = isNew; // what it is about, whatever was looked at meanwhile
            if (!isNew) {
                m_wanted = about;
                fill();
            }
            m_done->setText(done);
            m_done->setVisible(!done.isEmpty());
            if (then)
                then(*answer);
            load();
            showCard();
        });
}

void DevicesPanel::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Kind"), tr("Program"), tr("State")});
    m_table->setAccessibleName(tr("Devices"));
    m_enrol->setText(tr("Bring a device in…"));
    m_pane->empty().setTexts(tr("No devices to show"),
                             tr("What was brought in stands here, once the hub has said it."));
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_rename->setText(tr("Give it this name"));
    m_revoke->setText(tr("Shut it out…"));
    m_newNameLabel->setText(tr("Its name, as people know it"));
    m_newName->setAccessibleName(tr("Its name, as people know it"));
    m_kindLabel->setText(tr("Kind"));
    m_kind->setAccessibleName(tr("Kind"));
    const int kind = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    for (std::size_t i = 0; i < names(DeviceKind()).size(); ++i)
        m_kind->addItem(deviceKindWord(static_cast<DeviceKind>(i)), static_cast<int>(i));
    m_kind->setCurrentIndex(kind);
    m_hostLabel->setText(tr("Where it reaches the hub"));
    m_host->setAccessibleName(tr("Where it reaches the hub"));
    m_minutesLabel->setText(tr("Minutes the code is good, 1 to %1").arg(kMinutesMax));
    m_minutes->setAccessibleName(tr("Minutes the code is good"));
    m_make->setText(tr("Make a code"));
    m_code->setAccessibleName(tr("Code to bring a device in"));
    m_picture->setAccessibleName(tr("The code as a picture to scan"));
    fill();
}

void DevicesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
