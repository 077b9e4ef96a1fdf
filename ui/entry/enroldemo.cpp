// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/enroldemo.h"

#include "ui/entry/enrolpage.h"
#include "ui/entry/entryscreen.h"

namespace tiepdon {
namespace {

QString madeUpCode()
{
    return QStringLiteral("08D5-S6R9-2C4K-7TQX-1VBW-3NHE-G0ZM-A5YP-4J8F-61CD-RT9K-WQ2N-7H3X-B0VE");
}

} // namespace

QStringList enrolDemoStates()
{
    return {QStringLiteral("enrol"), QStringLiteral("enrol-error"), QStringLiteral("enrol-keychain")};
}

Demo enrolDemo(const QString &name, Language &language)
{
    if (!enrolDemoStates().contains(name))
        return {};
    auto screen = std::make_unique<EntryScreen>(nullptr, language);
    auto *page = new EnrolPage;
    screen->add(page);
    page->setMode(EnrolPage::Mode::WantsCode);
    if (name == QLatin1String("enrol-error")) {
        page->setCode(madeUpCode());
        page->showError({ErrorCode::EnrolmentExpired, "", {}});
    }
    if (name == QLatin1String("enrol-keychain")) {
        page->setCode(madeUpCode().left(22));
        page->setSecretsFolder(QStringLiteral("/home/quay3/.config/tiepdon/tiepdon-teller"));
    }
    screen->show(page);
    return {nullptr, std::move(screen)};
}

} // namespace tiepdon
