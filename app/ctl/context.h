// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/hubvisit.h"
#include "core/client/hubclient.h"
#include "core/wire/json.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

/// What the program ends with; --help lists them.
enum ExitCode : int {
    kDone = 0,
    kRefused = 1,
    kUsage = 2,
    kProblemsFound = 3,
    kHubNotReachable = 4,
    kNotAllowed = 5, ///< not enrolled, not signed in, or not allowed
};

/// One call of the program: what was asked, and how to answer. Every command answers once, with `done`, `failed`
/// or `wrongUse`, and returns what that gives.
class Context
{
public:
    Context(const QCommandLineParser &parser, QString command);

    [[nodiscard]] bool isSet(const char *option) const { return m_parser.isSet(QLatin1String(option)); }
    [[nodiscard]] QString value(const char *option) const { return m_parser.value(QLatin1String(option)); }
    [[nodiscard]] QStringList values(const char *option) const { return m_parser.values(QLatin1String(option)); }
    [[nodiscard]] QStringList arguments() const { return m_parser.positionalArguments(); }
    [[nodiscard]] bool isJson() const { return isSet("json"); }
    [[nodiscard]] QString dataDirectory() const;
    /// The secret in the file an option names: its first line, "-" the next line of stdin; nothing without the
    /// option. Read once, at the first call. FileNotReadable, TooLarge, BadFile for what is empty or not UTF-8.
    [[nodiscard]] Result<std::optional<QString>> secretFrom(const char *option) const;

    /// Prints `json` with --json, else `text`. `code` is what the program ends with.
    int done(const Json &json, const QString &text, ExitCode code = kDone) const;
    /// Says what went wrong and what to do next.
    int failed(const Error &error) const;
    int wrongUse(const QString &sentence) const;
    /// A line about work in progress, on stderr; nothing with --json.
    void progress(const QString &line) const;

    /// Connects to the hub as somebody signed in and calls `onLive` once its state is there; runs the event loop
    /// until somebody calls QCoreApplication::exit with the exit code. `context` lives as long as the connection.
    int withHub(const std::function<void(HubClient &hub)> &onLive) const;
    /// The same, from any point of a visit on.
    int withVisit(HubVisit::Until until, const std::function<void(HubVisit &visit)> &onReady) const;

private:
    [[nodiscard]] Result<std::optional<QString>> readSecret(const char *option) const;

    const QCommandLineParser &m_parser;
    QString m_command;
    mutable std::map<std::string, Result<std::optional<QString>>> m_secrets; ///< by option
};

/// One command of the program.
struct CtlCommand {
    QString name; ///< "day open"
    QString arguments; ///< "[DATE]"
    QString summary;
    QString notes; ///< lines of more help; may be empty
    std::vector<QCommandLineOption> options;
    int argumentsMin = 0;
    int argumentsMax = 0;
    std::function<int(const Context &)> run;
};

std::vector<CtlCommand> localCommands();
std::vector<CtlCommand> sessionCommands();
std::vector<CtlCommand> hubCommands();
std::vector<CtlCommand> importCommands();
std::vector<CtlCommand> sampleCommands();
std::vector<CtlCommand> deviceCommands();
std::vector<CtlCommand> staffCommands();
std::vector<CtlCommand> arrivalCommands();
std::vector<CtlCommand> auditCommands();
std::vector<CtlCommand> alertCommands();
std::vector<CtlCommand> playCommands();
std::vector<CtlCommand> evaluateCommands();
std::vector<CtlCommand> ticketCommands();
std::vector<CtlCommand> whyCommands();
std::vector<CtlCommand> settingCommands();

/// What went wrong and what to do next, in English.
QString sentence(const Error &error);

/// A whole file of at most `bytesMax`. FileNotReadable, TooLarge (detail "file").
Result<std::string> contentOf(const QString &path, qint64 bytesMax);

/// A command's row; `arguments` "FILE [DATE]" with how many there may be.
CtlCommand commandSpec(const char *name, const char *arguments, const char *summary, int argumentsMin,
                       int argumentsMax, int (*run)(const Context &), std::vector<QCommandLineOption> options = {},
                       const char *notes = "");
/// An option; without `value` it takes none.
QCommandLineOption optionSpec(const char *name, const char *description, const char *value = "");

/// A positive whole number, or nothing.
std::optional<std::int64_t> positiveNumber(const QString &text);

inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace tiepdon
