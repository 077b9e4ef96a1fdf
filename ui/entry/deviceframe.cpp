// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/deviceframe.h"

#include "core/wire/enrolmentcode.h"
#include "ui/entry/enrolpage.h"
#include "ui/entry/entryframe.h"
#include "ui/entry/entryscreen.h"
#include "ui/session/options.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace tiepdon {

DeviceFrame::DeviceFrame(DeviceAccess &access, Language &language, Program program, MakeContent makeContent,
                         QWidget *parent)
    : QWidget(parent), m_access(access), m_language(language), m_program(std::move(program)),
      m_makeContent(std::move(makeContent)), m_stack(new QStackedWidget(this)),
      m_screen(new EntryScreen(nullptr, language, this)), m_enrol(new EnrolPage)
{
    setObjectName(QStringLiteral("deviceFrame"));
    setWindowTitle(QStringLiteral("Tiếp Đón"));
    m_screen->add(m_enrol);
    m_stack->addWidget(m_screen);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack);
    connect(m_enrol, &EnrolPage::codeEntered, this, &DeviceFrame::enrol);
    connect(m_enrol, &EnrolPage::retryAsked, &access, &DeviceAccess::start);
    connect(&access, &DeviceAccess::changed, this, &DeviceFrame::onAccess);
    connect(&access.secrets(), &SecretStore::fileFolderChanged, this, &DeviceFrame::refreshPlace);
    onAccess();
}

DeviceFrame::~DeviceFrame() { close(); }

void DeviceFrame::showNotice(const QString &text)
{
    auto *bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("noticeBar"));
    bar->setProperty("panel", QStringLiteral("bar"));
    bar->setAccessibleName(text);
    QLabel *words = plainLabel(bar, sizes::kText, QFont::Medium);
    words->setObjectName(QStringLiteral("noticeText"));
    words->setProperty("ink", QStringLiteral("warn"));
    words->setWordWrap(true);
    words->setText(text);
    auto *closing = new QPushButton(QStringLiteral("OK"), bar); // the same in both languages
    closing->setObjectName(QStringLiteral("noticeCloseButton"));
    closing->setProperty("kind", QStringLiteral("quiet"));
    closing->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 8);
    row->addWidget(words, 1);
    row->addWidget(closing);
    connect(closing, &QPushButton::clicked, bar, &QWidget::deleteLater);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, bar);
}

void DeviceFrame::onAccess()
{
    refreshPlace();
    const Error problem = m_access.problem();
    switch (m_access.state()) {
    case DeviceAccess::State::Looking:
        m_enrol->setMode(EnrolPage::Mode::Looking);
        break;
    case DeviceAccess::State::NotEnrolled:
        if (const QString code = std::exchange(m_program.enrolmentCode, {}); !code.isEmpty()) {
            m_access.enrol(code);
            return;
        }
        m_enrol->setMode(EnrolPage::Mode::WantsCode);
        break;
    case DeviceAccess::State::Enrolling:
        m_enrol->setMode(EnrolPage::Mode::Enrolling);
        break;
    case DeviceAccess::State::SecretsLocked:
        m_enrol->setMode(EnrolPage::Mode::SecretsLocked);
        break;
    case DeviceAccess::State::Enrolled:
        if (!m_client)
            open();
        return;
    }
    close();
    if (!problem.message.empty()) {
        m_enrol->showError(problem);
        complain(problem); // a display has nobody in front who reads it there
    } else {
        m_enrol->clearError();
    }
    m_screen->show(m_enrol);
}

void DeviceFrame::open()
{
    const bool hasPeople = m_program.kind == DeviceKind::Workplace;
    m_client
        = std::make_unique<HubClient>(m_access.address(), m_program.app, hasPeople ? Stream::Staff : Stream::Public,
                                      hasPeople ? &m_access.secrets() : nullptr);
    connect(m_client.get(), &BranchLink::statusChanged, this, &DeviceFrame::onLink);
    m_content = m_makeContent(*m_client);
    if (hasPeople)
        m_content = m_entry = new EntryFrame(*m_client, m_language, m_content);
    refreshPlace();
    setMinimumSize(m_content->minimumSize());
    setWindowTitle(m_content->windowTitle());
    connect(m_content, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
    m_stack->addWidget(m_content);
    m_stack->setCurrentWidget(m_content);
    m_content->setFocus(Qt::OtherFocusReason);
    m_enrol->reset();
    m_client->start();
}

void DeviceFrame::close()
{
    if (!m_client)
        return;
    m_stack->setCurrentWidget(m_screen);
    m_client->disconnect(this);
    delete std::exchange(m_content, nullptr);
    m_entry = nullptr;
    m_client.reset();
}

bool DeviceFrame::isWithdrawn() const
{
    if (!m_client || m_client->status() != BranchLink::Status::Refused)
        return false;
    const ErrorCode code = m_client->problem().code;
    return code == ErrorCode::DeviceRevoked || code == ErrorCode::DeviceUnknown;
}

void DeviceFrame::onLink()
{
    const auto status = m_client->status();
    if (!m_isReady && (status == BranchLink::Status::Live || status == BranchLink::Status::SignedOut)) {
        m_isReady = true;
        Q_EMIT contentReady();
    }
    if (!isWithdrawn()) {
        if (m_content && m_stack->currentWidget() != m_content) {
            m_stack->setCurrentWidget(m_content);
            m_content->setFocus(Qt::OtherFocusReason);
        }
        return;
    }
    if (const QString code = std::exchange(m_program.enrolmentCode, {}); !code.isEmpty()) {
        // what made the hub refuse is gone with the code; not from within the link's own signal
        QMetaObject::invokeMethod(
            this, [this, code] { enrol(code); }, Qt::QueuedConnection);
        return;
    }
    // a display goes on saying it to the hall until somebody comes with a code
    if (m_program.kind == DeviceKind::Workplace)
        showEnrolment();
}

void DeviceFrame::showEnrolment()
{
    if (m_stack->currentWidget() == m_screen)
        return;
    m_enrol->setMode(EnrolPage::Mode::WantsCode);
    m_enrol->showError(m_client->problem());
    m_stack->setCurrentWidget(m_screen);
    m_screen->show(m_enrol);
}

void DeviceFrame::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isWithdrawn())
        showEnrolment();
    else
        QWidget::keyPressEvent(event);
}

void DeviceFrame::enrol(const QString &code)
{
    if (m_access.state() == DeviceAccess::State::Enrolled) {
        // a slip of the finger does not cost what there is
        if (const auto parsed = enrolmentCodeFrom(code.toStdString()); !parsed) {
            m_enrol->showError(parsed.error());
            return;
        }
        close();
        m_access.forget();
    }
    m_access.enrol(code);
}

void DeviceFrame::refreshPlace()
{
    EntryPlace place;
    place.secretsFolder = m_access.secrets().fileFolder();
    m_enrol->setSecretsFolder(place.secretsFolder);
    if (m_access.state() == DeviceAccess::State::Enrolled) {
        const HubAddress address = m_access.address();
        place.device = m_access.deviceName();
        place.hub = address.port == 0 ? address.host : QStringLiteral("%1:%2").arg(address.host).arg(address.port);
    }
    if (m_entry)
        m_entry->setPlace(place);
}

} // namespace tiepdon
