// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/language.h"

#include <QCoreApplication>
#include <QLocale>

#include <memory>

namespace tiepdon {
namespace {

LanguageKind &spoken()
{
    static LanguageKind kind = LanguageKind::Vietnamese;
    return kind;
}

QString vietnameseFile() { return QStringLiteral(":/i18n/tiepdon_vi.qm"); }

} // namespace

Language::Language(LanguageKind kind, QObject *parent) : QObject(parent)
{
    // a build without its own translations is broken: better known at the first start
    if (!m_translator.load(vietnameseFile()))
        qFatal("the Vietnamese texts are missing from this program");
    set(kind);
}

Language::~Language() { QCoreApplication::removeTranslator(&m_translator); }

LanguageKind Language::current() { return spoken(); }

void Language::set(LanguageKind kind)
{
    spoken() = kind;
    if (kind == LanguageKind::Vietnamese) {
        QLocale::setDefault(QLocale(QLocale::Vietnamese, QLocale::Vietnam));
        QCoreApplication::installTranslator(&m_translator);
    } else {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::removeTranslator(&m_translator);
    }
    Q_EMIT changed();
}

void Language::toggle()
{
    set(current() == LanguageKind::Vietnamese ? LanguageKind::English : LanguageKind::Vietnamese);
}

QString inLanguage(const LocalText &text)
{
    return fromUtf8(Language::current() == LanguageKind::Vietnamese ? text.vi : text.english());
}

LocalText inBoth(const char *context, const char *source)
{
    static const auto vietnamese = [] {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(vietnameseFile()))
            qFatal("the Vietnamese texts are missing from this program");
        return translator;
    }();
    return {vietnamese->translate(context, source).toStdString(), source};
}

} // namespace tiepdon
