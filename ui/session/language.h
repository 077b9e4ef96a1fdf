// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <QObject>
#include <QString>
#include <QTranslator>

namespace tiepdon {

enum class LanguageKind { Vietnamese, English };

/// The language windows speak. One per program, on the main thread, as long as the application. Setting it
/// sends every widget a LanguageChange and sets the default QLocale.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(LanguageKind kind, QObject *parent = nullptr);
    ~Language() override;

    /// The language set last; Vietnamese before that.
    static LanguageKind current();

    void set(LanguageKind kind);
    /// The other one.
    void toggle();

Q_SIGNALS:
    void changed();

private:
    QTranslator m_translator;
};

/// A name in the language windows speak now.
QString inLanguage(const LocalText &text);

/// One text of the program in both languages, for those who read from afar and cannot choose. The source is
/// marked with QT_TRANSLATE_NOOP in `context`.
LocalText inBoth(const char *context, const char *source);

inline QString fromUtf8(const std::string &text) { return QString::fromStdString(text); }

} // namespace tiepdon
