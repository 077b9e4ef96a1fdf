// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/customerschema.h"
#include "core/store/notebook.h"
#include "core/store/dialect.h"

#include <QFile>
#include <vector>

namespace tiepdon {
namespace {

/// The statements of each migration, in order; the first makes version 1. A migration that has been
/// released is never changed.
std::vector<QStringList> migrations()
{
    const QString options = Dialect::tableOptions();
    return {
        {
            QStringLiteral("CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY)"),
            QStringLiteral("CREATE TABLE branch (branch BIGINT NOT NULL PRIMARY KEY, last_seq BIGINT NOT NULL, "
                           "last_hash TEXT NOT NULL, probes BIGINT NOT NULL)")
                + options,
            QStringLiteral(
                "CREATE TABLE journal (branch BIGINT NOT NULL, seq BIGINT NOT NULL, at_ms BIGINT NOT NULL, "
                "actor BIGINT NOT NULL, device TEXT NOT NULL, operation TEXT NOT NULL, "
                "name TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL, "
                "PRIMARY KEY (branch, seq))")
                + options,
            QStringLiteral("CREATE TABLE business_day (branch BIGINT NOT NULL, opened_seq BIGINT NOT NULL, "
                           "business_day TEXT NOT NULL, PRIMARY KEY (branch, opened_seq), "
                           "FOREIGN KEY (branch, opened_seq) REFERENCES journal (branch, seq))")
                + options,
            QStringLiteral("CREATE TABLE ticket (branch BIGINT NOT NULL, ticket_id BIGINT NOT NULL, "
                           "business_day TEXT NOT NULL, series TEXT NOT NULL, serial BIGINT NOT NULL, "
                           "number TEXT NOT NULL, issued_ms BIGINT NOT NULL, state TEXT NOT NULL, ended_ms BIGINT, "
                           "place_ms BIGINT NOT NULL, place_sub BIGINT NOT NULL, step_no INTEGER NOT NULL, "
                           "PRIMARY KEY (branch, ticket_id), UNIQUE (branch, business_day, series, serial))")
                + options,
            QStringLiteral("CREATE TABLE visit (branch BIGINT NOT NULL, visit_id BIGINT NOT NULL, "
                           "arrived_ms BIGINT NOT NULL, ended_ms BIGINT, PRIMARY KEY (branch, visit_id), "
                           "FOREIGN KEY (branch, visit_id) REFERENCES ticket (branch, ticket_id))")
                + options,
            QStringLiteral("CREATE TABLE visit_step (branch BIGINT NOT NULL, visit_id BIGINT NOT NULL, "
                           "step_no INTEGER NOT NULL, service_id BIGINT NOT NULL, waiting_from_ms BIGINT NOT NULL, "
                           "called_ms BIGINT, started_ms BIGINT, finished_ms BIGINT, counter_id BIGINT NOT NULL, "
                           "staff_id BIGINT NOT NULL, recalls INTEGER NOT NULL, misses INTEGER NOT NULL, "
                           "outcome TEXT NOT NULL, PRIMARY KEY (branch, visit_id, step_no), "
                           "FOREIGN KEY (branch, visit_id) REFERENCES visit (branch, visit_id))")
                + options,
            QStringLiteral(
                "CREATE TABLE operation (branch BIGINT NOT NULL, client TEXT NOT NULL, n BIGINT NOT NULL, "
                "body_hash TEXT NOT NULL, answer TEXT NOT NULL, at_ms BIGINT NOT NULL, "
                "PRIMARY KEY (branch, client, n))")
                + options,
            QStringLiteral("CREATE INDEX operation_by_time ON operation (branch, at_ms)"),
        },
        {
            QStringLiteral("ALTER TABLE visit_step ADD COLUMN claimed_started_ms BIGINT"),
            QStringLiteral("ALTER TABLE visit_step ADD COLUMN claimed_finished_ms BIGINT"),
            QStringLiteral("ALTER TABLE branch ADD COLUMN audit_seq BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE branch ADD COLUMN audit_hash TEXT NOT NULL DEFAULT ''"),
            QStringLiteral(
                "CREATE TABLE audit (branch BIGINT NOT NULL, seq BIGINT NOT NULL, at_ms BIGINT NOT NULL, "
                "actor BIGINT NOT NULL, device_id BIGINT NOT NULL, action TEXT NOT NULL, "
                "subject TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL, "
                "PRIMARY KEY (branch, seq))")
                + options,
            QStringLiteral("CREATE TABLE device (branch BIGINT NOT NULL, device_id BIGINT NOT NULL, "
                           "name TEXT NOT NULL, kind TEXT NOT NULL, app TEXT NOT NULL, fingerprint TEXT NOT NULL, "
                           "enrolled_ms BIGINT NOT NULL, revoked_ms BIGINT, PRIMARY KEY (branch, device_id), "
                           "UNIQUE (branch, fingerprint))")
                + options,
            QStringLiteral(
                "CREATE TABLE enrolment (branch BIGINT NOT NULL, secret_hash TEXT NOT NULL, "
                "name TEXT NOT NULL, kind TEXT NOT NULL, made_by BIGINT NOT NULL, made_ms BIGINT NOT NULL, "
                "expires_ms BIGINT NOT NULL, used_by BIGINT NOT NULL, PRIMARY KEY (branch, secret_hash))")
                + options,
            QStringLiteral("CREATE TABLE account (branch BIGINT NOT NULL, staff_id BIGINT NOT NULL, "
                           "account TEXT NOT NULL, name TEXT NOT NULL, roles TEXT NOT NULL, "
                           "password_hash TEXT NOT NULL, must_change INTEGER NOT NULL, disabled INTEGER NOT NULL, "
                           "password_ms BIGINT NOT NULL, PRIMARY KEY (branch, staff_id), UNIQUE (branch, account))")
                + options,
            QStringLiteral("CREATE TABLE session (branch BIGINT NOT NULL, token_hash TEXT NOT NULL, "
                           "staff_id BIGINT NOT NULL, device_id BIGINT NOT NULL, started_ms BIGINT NOT NULL, "
                           "expires_ms BIGINT NOT NULL, locked INTEGER NOT NULL, ended_ms BIGINT, "
                           "PRIMARY KEY (branch, token_hash), "
                           "FOREIGN KEY (branch, staff_id) REFERENCES account (branch, staff_id), "
                           "FOREIGN KEY (branch, device_id) REFERENCES device (branch, device_id))")
                + options,
        },
        {
            QStringLiteral("ALTER TABLE ticket ADD COLUMN raised_from_ms BIGINT"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN raised_from_sub BIGINT"),
        },
        {
            QStringLiteral("ALTER TABLE ticket ADD COLUMN segment_id BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN priority_reason_id BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN booked_ms BIGINT"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN language TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN for_counter_id BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN for_staff_id BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN held_until_ms BIGINT"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN parked_until_ms BIGINT"),
            QStringLiteral("ALTER TABLE ticket ADD COLUMN carried_from TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE visit_step ADD COLUMN waited_before_ms BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE visit_step ADD COLUMN served_before_ms BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE visit_step ADD COLUMN wrap_up_ms BIGINT"),
            QStringLiteral("ALTER TABLE visit_step ADD COLUMN result_id BIGINT NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE branch ADD COLUMN intervals_from_seq BIGINT NOT NULL DEFAULT 1"),
            // what happened before this version left no intervals
            QStringLiteral("UPDATE branch SET intervals_from_seq = last_seq + 1"),
            QStringLiteral("CREATE TABLE visit_interval (branch BIGINT NOT NULL, visit_id BIGINT NOT NULL, "
                           "ended_seq BIGINT NOT NULL, step_no INTEGER NOT NULL, state TEXT NOT NULL, "
                           "from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL, counter_id BIGINT NOT NULL, "
                           "staff_id BIGINT NOT NULL, PRIMARY KEY (branch, visit_id, ended_seq), "
                           "FOREIGN KEY (branch, ended_seq) REFERENCES journal (branch, seq))")
                + options,
            QStringLiteral("CREATE TABLE quote (branch BIGINT NOT NULL, visit_id BIGINT NOT NULL, "
                           "step_no INTEGER NOT NULL, at_ms BIGINT NOT NULL, low_ms BIGINT NOT NULL, "
                           "median_ms BIGINT NOT NULL, high_ms BIGINT NOT NULL, waited_ms BIGINT, "
                           "PRIMARY KEY (branch, visit_id, step_no))")
                + options,
            QStringLiteral("CREATE TABLE forecast (branch BIGINT NOT NULL PRIMARY KEY, seq BIGINT NOT NULL, "
                           "body TEXT NOT NULL)")
                + options,
            QStringLiteral("CREATE TABLE forecast_score (branch BIGINT NOT NULL, business_day TEXT NOT NULL, "
                           "people BIGINT NOT NULL, mean_error_ms BIGINT NOT NULL, bias_ms BIGINT NOT NULL, "
                           "under_permille INTEGER NOT NULL, inside_permille INTEGER NOT NULL, "
                           "worst_inside_permille INTEGER NOT NULL, pinball_ms BIGINT NOT NULL, "
                           "PRIMARY KEY (branch, business_day))")
                + options,
        },
        customerMigration(),
        notebookMigration(),
    };
}

Error notInitialised(const QString &directory)
{
    return {ErrorCode::NotInitialised,
            "no branch database in " + directory.toStdString(),
            {{"directory", directory.toStdString()}}};
}

} // namespace

int schemaVersionKnown() { return static_cast<int>(migrations().size()); }

Result<int> schemaVersion(Connection &connection)
{
    const auto ours = connection.value(Dialect::countTables(QStringLiteral("schema_version")));
    if (!ours)
        return ours.error();
    if (!*ours || (*ours)->toInt() == 0) {
        const auto all = connection.value(Dialect::countTables());
        if (!all)
            return all.error();
        if (*all && (*all)->toInt() == 0)
            return 0;
        return Error{ErrorCode::DatabaseDamaged, "the database is not a branch's", {}};
    }
    const auto version = connection.value(QStringLiteral("SELECT MAX(version) FROM schema_version"));
    if (!version)
        return version.error();
    if (!*version || (*version)->toInt() < 1)
        return Error{ErrorCode::DatabaseDamaged, "the database has no version", {}};
    return (*version)->toInt();
}

Result<int> schemaVersionIfKnown(Connection &connection)
{
    auto version = schemaVersion(connection);
    if (version && *version > schemaVersionKnown())
        return Error{ErrorCode::DatabaseNewer,
                     "the database is of version " + std::to_string(*version) + ", this program knows "
                         + std::to_string(schemaVersionKnown()),
                     {{"found", std::to_string(*version)}, {"known", std::to_string(schemaVersionKnown())}}};
    return version;
}

Result<void> migrate(Connection &connection, int version)
{
    const auto steps = migrations();
    for (auto i = static_cast<std::size_t>(version); i < steps.size(); ++i) {
        QStringList statements = steps.at(i);
        statements.push_front(Dialect::beginWrite());
        statements.push_back(QStringLiteral("INSERT INTO schema_version (version) VALUES (%1)").arg(i + 1));
        statements.push_back(QStringLiteral("COMMIT"));
        for (const QString &statement : statements) {
            if (auto done = connection.exec(statement); !done) {
                connection.rollback();
                return done;
            }
        }
    }
    return {};
}

Result<std::optional<std::int64_t>> branchOf(Connection &connection)
{
    const auto branch = connection.value(QStringLiteral("SELECT branch FROM branch"));
    if (!branch)
        return branch.error();
    return *branch ? std::optional<std::int64_t>((*branch)->toLongLong()) : std::nullopt;
}

Result<ReadableBranch> openToRead(const QString &directory)
{
    if (!QFile::exists(Connection::fileIn(directory)))
        return notInitialised(directory);
    auto connection = Connection::open(directory, Connection::Mode::Read);
    if (!connection)
        return std::move(connection).error();
    const auto version = schemaVersionIfKnown(**connection);
    if (!version)
        return version.error();
    if (*version == 0)
        return notInitialised(directory);
    const auto branch = branchOf(**connection);
    if (!branch)
        return branch.error();
    if (!*branch)
        return notInitialised(directory);
    return ReadableBranch{std::move(*connection), *version, **branch};
}

} // namespace tiepdon
