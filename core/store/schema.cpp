// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/dialect.h"

#include <QFile>
#include <vector>

namespace tiepdon {
namespace {

/// Version 5: what is known of customers.
QStringList customerMigration(const QString &options)
{
    const auto table = [&options](const char *name, const char *columns, const char *key) {
        return QStringLiteral("CREATE TABLE %1 (branch BIGINT NOT NULL, %2, PRIMARY KEY (branch, %3))")
                   .arg(QLatin1String(name), QLatin1String(columns), QLatin1String(key))
            + options;
    };
    return {
        QStringLiteral("ALTER TABLE branch ADD COLUMN customer_key_check TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE ticket ADD COLUMN customer_id BIGINT NOT NULL DEFAULT 0"),
        QStringLiteral("CREATE INDEX ticket_by_customer ON ticket (branch, customer_id, ticket_id) "
                       "WHERE customer_id <> 0"),
        QStringLiteral("CREATE INDEX ticket_of_customers ON ticket (branch, ticket_id, customer_id, issued_ms) "
                       "WHERE customer_id <> 0"),
        table("customer",
              "customer_id BIGINT NOT NULL, revision BIGINT NOT NULL, name TEXT NOT NULL, form TEXT NOT NULL, "
              "language TEXT NOT NULL, needs TEXT NOT NULL, channel TEXT, quiet_from_min INTEGER NOT NULL, "
              "quiet_to_min INTEGER NOT NULL, wishes TEXT NOT NULL, birth_date_sealed TEXT NOT NULL, "
              "address TEXT NOT NULL, tier TEXT NOT NULL, segment_id BIGINT NOT NULL, "
              "looked_after_by BIGINT NOT NULL, looked_after_by_name TEXT NOT NULL, created_ms BIGINT NOT NULL, "
              "changed_ms BIGINT NOT NULL",
              "customer_id"),
        QStringLiteral("CREATE INDEX customer_by_segment ON customer (branch, segment_id)"),
        table("customer_identifier",
              "customer_id BIGINT NOT NULL, identifier_id BIGINT NOT NULL, position INTEGER NOT NULL, "
              "kind TEXT NOT NULL, value TEXT NOT NULL, lookup TEXT NOT NULL, end_lookup TEXT NOT NULL",
              "customer_id, identifier_id"),
        QStringLiteral("CREATE INDEX customer_identifier_by_lookup ON customer_identifier (branch, lookup)"),
        QStringLiteral("CREATE INDEX customer_identifier_by_end ON customer_identifier (branch, end_lookup) "
                       "WHERE end_lookup <> ''"),
        Dialect::makeWords(),
        table("customer_stage",
              "customer_id BIGINT NOT NULL, product TEXT NOT NULL, at_ms BIGINT NOT NULL, stage TEXT NOT NULL, "
              "staff_id BIGINT NOT NULL",
              "customer_id, product, at_ms"),
        table("customer_product",
              "customer_id BIGINT NOT NULL, product TEXT NOT NULL, reference TEXT NOT NULL, "
              "since_day TEXT NOT NULL, until_day TEXT NOT NULL",
              "customer_id, product, reference"),
        table("customer_consent",
              "consent_id BIGINT NOT NULL, customer_id BIGINT NOT NULL, purpose TEXT NOT NULL, "
              "source TEXT NOT NULL, wording TEXT NOT NULL, channel TEXT NOT NULL, given_ms BIGINT NOT NULL, "
              "given_to BIGINT NOT NULL, withdrawn_ms BIGINT, withdrawn_to BIGINT NOT NULL",
              "consent_id"),
        QStringLiteral("CREATE INDEX customer_consent_by_customer ON customer_consent (branch, customer_id)"),
        table("customer_event",
              "event_id BIGINT NOT NULL, customer_id BIGINT NOT NULL, kind TEXT NOT NULL, at_ms BIGINT NOT NULL, "
              "channel TEXT NOT NULL, text TEXT NOT NULL, product TEXT NOT NULL, amount BIGINT NOT NULL, "
              "currency TEXT NOT NULL, reason TEXT NOT NULL, alternative TEXT NOT NULL, score INTEGER NOT NULL, "
              "is_inward INTEGER NOT NULL, staff_id BIGINT NOT NULL, ticket_id BIGINT NOT NULL, "
              "reference TEXT NOT NULL",
              "event_id"),
        QStringLiteral("CREATE INDEX customer_event_by_time ON customer_event (branch, customer_id, at_ms)"),
        QStringLiteral("CREATE INDEX customer_event_by_reference ON customer_event "
                       "(branch, customer_id, kind, reference) WHERE reference <> ''"),
        QStringLiteral("CREATE INDEX customer_event_by_ticket ON customer_event (branch, ticket_id) "
                       "WHERE customer_id = 0"),
        table("customer_note",
              "note_id BIGINT NOT NULL, customer_id BIGINT NOT NULL, ticket_id BIGINT NOT NULL, "
              "department TEXT NOT NULL, is_for_supervisors INTEGER NOT NULL, text TEXT NOT NULL, "
              "staff_id BIGINT NOT NULL, at_ms BIGINT NOT NULL, changed_ms BIGINT, removed_ms BIGINT",
              "note_id"),
        QStringLiteral("CREATE INDEX customer_note_by_time ON customer_note (branch, customer_id, at_ms)"),
        QStringLiteral("CREATE INDEX customer_note_by_ticket ON customer_note (branch, ticket_id) "
                       "WHERE customer_id = 0"),
        table("note_draft",
              "staff_id BIGINT NOT NULL, customer_id BIGINT NOT NULL, ticket_id BIGINT NOT NULL, "
              "text TEXT NOT NULL, at_ms BIGINT NOT NULL",
              "staff_id, customer_id, ticket_id"),
        table("open_item",
              "item_id BIGINT NOT NULL, kind TEXT NOT NULL, customer_id BIGINT NOT NULL, "
              "ticket_id BIGINT NOT NULL, department TEXT NOT NULL, blocker TEXT NOT NULL, text TEXT NOT NULL, "
              "owner_id BIGINT NOT NULL, due_ms BIGINT NOT NULL, state TEXT NOT NULL, ending TEXT NOT NULL, "
              "made_by BIGINT NOT NULL, made_ms BIGINT NOT NULL, changed_ms BIGINT NOT NULL, ended_ms BIGINT, "
              "revision BIGINT NOT NULL",
              "item_id"),
        QStringLiteral("CREATE INDEX open_item_by_due ON open_item (branch, due_ms) WHERE state = 'open'"),
        QStringLiteral("CREATE INDEX open_item_by_end ON open_item (branch, ended_ms)"),
        QStringLiteral("CREATE INDEX open_item_by_customer ON open_item (branch, customer_id)"),
        QStringLiteral("CREATE INDEX open_item_by_ticket ON open_item (branch, ticket_id) WHERE customer_id = 0"),
        table("visit_goal",
              "ticket_id BIGINT NOT NULL, customer_id BIGINT NOT NULL, text TEXT NOT NULL, reached TEXT NOT NULL, "
              "staff_id BIGINT NOT NULL, at_ms BIGINT NOT NULL",
              "ticket_id"),
        QStringLiteral("CREATE INDEX visit_goal_by_customer ON visit_goal (branch, customer_id)"),
    };
}

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
        customerMigration(options),
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
