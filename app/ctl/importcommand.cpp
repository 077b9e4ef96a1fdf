// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "app/ctl/importplan.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSaveFile>

#include <algorithm>
#include <deque>
#include <memory>

namespace tiepdon {
namespace {

constexpr qint64 kFileBytesMax = 512LL * 1024 * 1024; ///< a million customers with all there is to say of them
constexpr qint64 kMappingBytesMax = 256 * 1024;
constexpr std::size_t kRowsAtOnce = 200; ///< read from the file before they are sent
constexpr std::size_t kProblemsSaid = 20;
constexpr std::size_t kProblemsInJson = 1000;
constexpr qint64 kProgressMs = 2000;

/// A file that was read, and what was found out about it.
struct ImportFile {
    QString path;
    Encoding encoding = Encoding::Utf8;
    char separator = ',';
    bool isSure = true; ///< nothing was guessed
    Source source;
    ImportPlan plan;
};

Error inFile(Error error, const QString &path)
{
    error.detail["file"] = path.toStdString();
    return error;
}

Result<ImportFile> fileFrom(const Context &context, ImportKind kind)
{
    ImportFile file;
    file.path = context.arguments().constFirst();
    ImportMapping mapping;
    if (context.isSet("map")) {
        const QString path = context.value("map");
        const auto text = contentOf(path, kMappingBytesMax);
        if (!text)
            return text.error();
        auto known = importMappingFrom(*text);
        if (!known)
            return inFile(known.error(), path);
        mapping = std::move(*known);
    }
    auto bytes = contentOf(file.path, kFileBytesMax);
    if (!bytes)
        return bytes.error();

    auto encoding
        = context.isSet("encoding") ? encodingFrom(context.value("encoding").toStdString()) : mapping.encoding;
    if (!encoding) {
        const EncodingGuess guess = guessEncoding(*bytes);
        encoding = guess.encoding;
        file.isSure = guess.isSure;
    }
    file.encoding = *encoding;
    const auto text = decoded(std::move(*bytes), file.encoding);
    if (!text)
        return inFile(text.error(), file.path);

    auto separator
        = context.isSet("separator") ? separatorFrom(context.value("separator").toStdString()) : mapping.separator;
    if (!separator) {
        const SeparatorGuess guess = guessSeparator(*text);
        separator = guess.separator;
        file.isSure = file.isSure && guess.isSure;
    }
    file.separator = *separator;
    auto source = sourceFrom(*text, file.separator);
    if (!source)
        return inFile(source.error(), file.path);
    file.source = std::move(*source);
    auto plan = importPlanFor(kind, file.source.header, mapping);
    if (!plan)
        return inFile(plan.error(), file.path);
    file.plan = std::move(*plan);
    return file;
}

/// What the file is taken for; for somebody who is asked whether the letters are right with its first row.
QString aboutText(const ImportFile &file, bool withFirstRow)
{
    QStringList taken;
    QStringList left;
    for (std::size_t i = 0; i < file.plan.fields.size(); ++i) {
        const auto field = file.plan.fields[i];
        const QString column = toQt(file.plan.header[i]);
        if (!field) {
            left.append(column);
            continue;
        }
        const QString name = toQt(names(*field).at(static_cast<std::size_t>(*field)));
        QString example;
        if (withFirstRow && !file.source.rows.empty() && i < file.source.rows.front().fields.size())
            example = QStringLiteral(" (%1)").arg(toQt(file.source.rows.front().fields[i]).left(40).simplified());
        taken.append(QStringLiteral("  %1 → %2%3").arg(column, name, example));
    }
    QString text
        = QStringLiteral("%1: %2, parted by %3%4; %5 rows.\n%6")
              .arg(file.path, toQt(names(file.encoding).at(static_cast<std::size_t>(file.encoding))),
                   toQt(separatorName(file.separator)), file.isSure ? QString() : QStringLiteral(" (guessed)"))
              .arg(file.source.rows.size())
              .arg(taken.join(u'\n'));
    if (!left.isEmpty())
        text += QStringLiteral("\n  left out: %1").arg(left.join(QStringLiteral(", ")));
    return text;
}

/// Sends the rows of a file one message after the other, and ends the program when all are answered.
class Importing
{
public:
    Importing(const Context &context, ImportFile file) : m_context(context), m_file(std::move(file)) { }

    void start(HubClient &hub)
    {
        m_hub = &hub;
        const BranchSettings &settings = hub.branch().settings();
        m_place = {localDay(hub.hubNowMs(), static_cast<int>(settings.utcOffsetMin)), settings.utcOffsetMin};
        m_clock.start();
        sendNext();
    }

private:
    /// Reads rows until there is a message, or no row is left.
    void readRows()
    {
        ImportBatches batches(m_context.isSet("dry-run"));
        const auto &rows = m_file.source.rows;
        for (std::size_t read = 0; read < kRowsAtOnce && m_nextRow < rows.size(); ++read, ++m_nextRow) {
            const SourceRow &row = rows[m_nextRow];
            if (m_file.plan.kind == ImportKind::Customers)
                keep(batches, customerRowFrom(m_file.plan, row, m_place), row.line);
            else
                keep(batches, happeningRowFrom(m_file.plan, row, m_place), row.line);
        }
        for (ImportBatch &batch : batches.take())
            m_batches.push_back(std::move(batch));
    }

    template <class Row>
    void keep(ImportBatches &batches, Result<Row> row, std::size_t line)
    {
        if (row)
            batches.add(std::move(*row), line);
        else
            m_problems.push_back({line, row.error().detail.at("column"), row.error().detail.at("reason")});
    }

    void sendNext()
    {
        while (m_batches.empty() && m_nextRow < m_file.source.rows.size())
            readRows();
        if (m_batches.empty()) {
            QCoreApplication::exit(finish());
            return;
        }
        m_sent = std::move(m_batches.front());
        m_batches.pop_front();
        m_hub->noteActivity();
        m_hub->change(m_sent.rows, m_hub, [this](const Result<CustomerReply> &reply) { onReply(reply); });
    }

    void onReply(const Result<CustomerReply> &reply)
    {
        if (!reply) {
            m_context.progress(
                QStringLiteral("Stopped after %1 of %2 rows. Once that is mended, run the same again: "
                               "what is there already stays as it is.")
                    .arg(m_answered)
                    .arg(m_file.source.rows.size()));
            QCoreApplication::exit(m_context.failed(reply.error()));
            return;
        }
        m_answered += m_sent.size();
        m_added += reply->added;
        m_changed += reply->changed;
        m_same += reply->same;
        for (const RowError &error : reply->errors) {
            const auto row = static_cast<std::size_t>(error.row);
            const std::size_t line = row < m_sent.lines.size() ? m_sent.lines[row] : 0;
            m_problems.push_back({line, columnOf(row, error.field), rowReason(error.code, error.field)});
        }
        if (m_clock.elapsed() - m_saidMs >= kProgressMs) {
            m_saidMs = m_clock.elapsed();
            m_context.progress(QStringLiteral("%1 of %2 rows").arg(m_answered).arg(m_file.source.rows.size()));
        }
        sendNext();
    }

    /// The column a field of a row that was sent comes from.
    [[nodiscard]] std::string columnOf(std::size_t row, const std::string &field) const
    {
        const auto &happenings = m_sent.rows.happenings;
        if (field == "of" && row < happenings.size())
            return m_file.plan.columnOf(happenings[row].of.kind);
        return m_file.plan.columnOf(field == "atMs" ? "date" : field);
    }

    int finish()
    {
        std::sort(m_problems.begin(), m_problems.end(),
                  [](const RowProblem &a, const RowProblem &b) { return a.line < b.line; });
        if (m_context.isSet("errors")) {
            const QString path = m_context.value("errors");
            QSaveFile file(path);
            const std::string text = problemsCsv(m_problems);
            if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0
                || !file.commit())
                return m_context.failed(
                    {ErrorCode::FileNotWritable, file.errorString().toStdString(), {{"file", path.toStdString()}}});
        }
        return m_context.done(json(), text(), m_problems.empty() ? kDone : kRefused);
    }

    [[nodiscard]] Json json() const
    {
        Json problems = Json::array();
        for (std::size_t i = 0; i < std::min(m_problems.size(), kProblemsInJson); ++i)
            problems.push_back(
                {{"line", m_problems[i].line}, {"column", m_problems[i].column}, {"reason", m_problems[i].reason}});
        return {{"file", m_file.path.toStdString()},
                {"encoding", std::string(names(m_file.encoding).at(static_cast<std::size_t>(m_file.encoding)))},
                {"separator", std::string(separatorName(m_file.separator))},
                {"rows", m_file.source.rows.size()},
                {"added", m_added},
                {"changed", m_changed},
                {"same", m_same},
                {"refused", m_problems.size()},
                {"dryRun", m_context.isSet("dry-run")},
                {"problems", std::move(problems)}};
    }

    [[nodiscard]] QString text() const
    {
        QString text = m_context.isSet("dry-run") ? QStringLiteral("Nothing was changed; this is what would be. ")
                                                  : QString();
        text += QStringLiteral("%1 rows: %2 added, %3 changed, %4 the same, %5 refused.")
                    .arg(m_file.source.rows.size())
                    .arg(m_added)
                    .arg(m_changed)
                    .arg(m_same)
                    .arg(m_problems.size());
        for (std::size_t i = 0; i < std::min(m_problems.size(), kProblemsSaid); ++i) {
            const RowProblem &problem = m_problems[i];
            text += QStringLiteral("\n  line %1%2 %3")
                        .arg(problem.line)
                        .arg(problem.column.empty() ? QStringLiteral(":")
                                                    : QStringLiteral(", %1:").arg(toQt(problem.column)),
                             toQt(problem.reason));
        }
        if (m_problems.size() > kProblemsSaid)
            text += m_context.isSet("errors")
                ? QStringLiteral("\n  and %1 more; all are in %2")
                      .arg(m_problems.size() - kProblemsSaid)
                      .arg(m_context.value("errors"))
                : QStringLiteral("\n  and %1 more; --errors FILE writes all of them down")
                      .arg(m_problems.size() - kProblemsSaid);
        return text;
    }

    const Context &m_context;
    ImportFile m_file;
    HubClient *m_hub = nullptr;
    ImportPlace m_place;
    std::size_t m_nextRow = 0;
    std::deque<ImportBatch> m_batches;
    ImportBatch m_sent;
    std::size_t m_answered = 0;
    std::int64_t m_added = 0;
    std::int64_t m_changed = 0;
    std::int64_t m_same = 0;
    std::vector<RowProblem> m_problems;
    QElapsedTimer m_clock;
    qint64 m_saidMs = 0;
};

int import(const Context &context, ImportKind kind)
{
    if (context.isSet("encoding") && !encodingFrom(context.value("encoding").toStdString()))
        return context.wrongUse(
            QStringLiteral("--encoding takes utf-8, utf-16le, utf-16be, windows-1258 or windows-1252."));
    if (context.isSet("separator") && !separatorFrom(context.value("separator").toStdString()))
        return context.wrongUse(QStringLiteral("--separator takes comma, semicolon, tab or pipe."));
    auto file = fileFrom(context, kind);
    if (!file)
        return context.failed(file.error());
    const bool isConfirmed = file->isSure || context.isSet("yes");
    const bool canAsk = Terminal::isThere() && !context.isJson();
    context.progress(aboutText(*file, !isConfirmed && canAsk)); // nobody's data in a log
    if (!isConfirmed && !canAsk)
        return context.wrongUse(
            QStringLiteral(
                "How the file is written was guessed (%1, %2): say --yes if that is right, or say it with "
                "--encoding and --separator.")
                .arg(toQt(names(file->encoding).at(static_cast<std::size_t>(file->encoding))),
                     toQt(separatorName(file->separator))));
    const auto importing = std::make_shared<Importing>(context, std::move(*file));
    return context.withVisit(HubVisit::Until::Live, [importing, isConfirmed, &context](HubVisit &visit) {
        HubClient &hub = visit.hub();
        if (isConfirmed) {
            importing->start(hub);
            return;
        }
        visit.terminal().ask(QStringLiteral("Are letters and columns right? [y/N] "), Terminal::Echo::Shown,
                             [importing, &hub, &context](const std::optional<QByteArray> &answer) {
                                 if (answer && QString::fromUtf8(*answer).trimmed().toLower().startsWith(u'y'))
                                     importing->start(hub);
                                 else
                                     QCoreApplication::exit(context.wrongUse(QStringLiteral(
                                         "Nothing was changed. Say what is right with --encoding, --separator or "
                                         "--map.")));
                             });
    });
}

int importCustomers(const Context &context) { return import(context, ImportKind::Customers); }
int importPurchases(const Context &context) { return import(context, ImportKind::Purchases); }
int importTransactions(const Context &context) { return import(context, ImportKind::Transactions); }
int importConversations(const Context &context) { return import(context, ImportKind::Conversations); }

std::vector<QCommandLineOption> options()
{
    return {optionSpec("map", "Which column is what: a TOML file, [columns] \"Column\" = \"field\".", "FILE"),
            optionSpec("dry-run", "Says what would be, and changes nothing."),
            optionSpec("errors", "Writes rows that were refused down: line, column, reason.", "FILE"),
            optionSpec("encoding", "utf-8, utf-16le, utf-16be, windows-1258 or windows-1252.", "NAME"),
            optionSpec("separator", "comma, semicolon, tab or pipe.", "NAME"),
            optionSpec("yes", "What was guessed about the file is right.")};
}

} // namespace

std::vector<CtlCommand> importCommands()
{
    const char *const kRows
        = "Rows that cannot be taken are listed with line, column and reason, and keep no other from being taken; "
          "the "
          "exit code is then 1. A file can be brought in again: what is there already stays as it is.\n";
    static const std::string kCustomerNotes = std::string(kRows)
        + "A customer is found again by number, else by document; what a row leaves empty stays. Fields of a "
          "mapping: "
          "number, name, form, sex, phone, document, citizenCard, identityCard, passport, card, birthDate, "
          "address, "
          "language, tier, lookedAfterBy, needs, channel, wishes, products. Usual Vietnamese and English names of "
          "columns are known without one.";
    static const std::string kHappeningNotes = std::string(kRows)
        + "Whose it is is said by number, document or phone. Fields of a mapping: number, document, citizenCard, "
          "identityCard, passport, card, phone, date, time, text, product, reference; of purchases and "
          "transactions "
          "amount, currency and channel, of conversations channel and direction (in, out). Without a reference a "
          "row "
          "is known again by what it says.";
    return {commandSpec("import customers", "FILE", "Brings in who the customers are, from a CSV file.", 1, 1,
                        importCustomers, options(), kCustomerNotes.c_str()),
            commandSpec("import purchases", "FILE", "Brings in what customers bought.", 1, 1, importPurchases,
                        options(), kHappeningNotes.c_str()),
            commandSpec("import transactions", "FILE", "Brings in what customers paid in and out.", 1, 1,
                        importTransactions, options(), kHappeningNotes.c_str()),
            commandSpec("import conversations", "FILE", "Brings in what was talked about with customers.", 1, 1,
                        importConversations, options(), kHappeningNotes.c_str())};
}

} // namespace tiepdon
