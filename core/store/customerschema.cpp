// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customerschema.h"

#include "core/store/dialect.h"

namespace tiepdon {

QStringList customerMigration()
{
    const QString options = Dialect::tableOptions();
    const auto table = [&options](const char *name, const char *columns, const char *key) {
        return QStringLiteral("CREATE TABLE %1 (branch BIGINT NOT NULL, %2, PRIMARY KEY (branch, %3))")
                   .arg(QLatin1String(name), QLatin1String(columns), QLatin1String(key))
            + options;
    };
    QStringList statements{
        QStringLiteral("ALTER TABLE branch ADD COLUMN customer_key_check TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE ticket ADD COLUMN customer_id BIGINT NOT NULL DEFAULT 0"),
        // Conditions of indexes are ones that a question says as they stand. SQLite puts the value of an equality
        // in the column's place everywhere, so an index of those `<> 0` would not be seen to hold those `= 7`.
        QStringLiteral("CREATE INDEX ticket_by_customer ON ticket (branch, customer_id, ticket_id)"),
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
              "kind TEXT NOT NULL, value TEXT NOT NULL, lookup TEXT NOT NULL, end_lookup TEXT",
              "customer_id, identifier_id"),
        QStringLiteral("CREATE INDEX customer_identifier_by_lookup ON customer_identifier (branch, lookup)"),
        QStringLiteral("CREATE INDEX customer_identifier_by_end ON customer_identifier (branch, end_lookup) "
                       "WHERE end_lookup IS NOT NULL"),
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
                       "(branch, customer_id, kind, reference)"),
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
    // Nobody's database holds more than a few branches, so `branch` tells few rows from others: without this the
    // planner takes it to tell ten from all. Of how many rows, and how many are the same in each column of the
    // index.
    const auto about
        = [&](const char *of, std::initializer_list<std::pair<const char *, const char *>> indexes) {
              for (const auto &[index, rows] : indexes)
                  statements += Dialect::describe(QLatin1String(of), QLatin1String(index), QLatin1String(rows));
          };
    statements += Dialect::prepareDescribing();
    about("ticket",
          {{"ticket", "1000000 1000000 1"},
           {"sqlite_autoindex_ticket_2", "1000000 1000000 500 100 1"}, // day, series and serial
           {"ticket_by_customer", "1000000 1000000 5 1"},
           {"ticket_of_customers", "500000 500000 1"}});
    about("customer", {{"customer", "1000000 1000000 1"}, {"customer_by_segment", "1000000 1000000 200000"}});
    about("customer_identifier",
          {{"customer_identifier", "3000000 3000000 3 1"},
           {"customer_identifier_by_lookup", "3000000 3000000 1"},
           {"customer_identifier_by_end", "1000000 1000000 1"}});
    about("customer_stage", {{"customer_stage", "1000000 1000000 2 2 1"}});
    about("customer_product", {{"customer_product", "1000000 1000000 2 2 1"}});
    about("customer_consent",
          {{"customer_consent", "1000000 1000000 1"}, {"customer_consent_by_customer", "1000000 1000000 2"}});
    about("customer_event",
          {{"customer_event", "3000000 3000000 1"},
           {"customer_event_by_time", "3000000 3000000 9 1"},
           {"customer_event_by_reference", "3000000 3000000 9 5 1"},
           {"customer_event_by_ticket", "1000 1000 1"}});
    about("customer_note",
          {{"customer_note", "1000000 1000000 1"},
           {"customer_note_by_time", "1000000 1000000 9 1"},
           {"customer_note_by_ticket", "1000 1000 1"}});
    about("open_item",
          {{"open_item", "100000 100000 1"},
           {"open_item_by_due", "500 500 1"},
           {"open_item_by_end", "100000 100000 1"},
           {"open_item_by_customer", "100000 100000 5"},
           {"open_item_by_ticket", "1000 1000 1"}});
    about("visit_goal", {{"visit_goal", "100000 100000 1"}, {"visit_goal_by_customer", "100000 100000 5"}});
    return statements;
}

} // namespace tiepdon
