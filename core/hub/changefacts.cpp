// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/changefacts.h"

#include "core/hub/customerimport.h"

#include <algorithm>
#include <concepts>
#include <memory>
#include <optional>

namespace tiepdon {
namespace {

/// Questions asked one after the other; kept alive by the one that is open.
class Gathering : public std::enable_shared_from_this<Gathering>
{
    /// Goes on with an answer, or ends with its error.
    template <class Next>
    auto then(Next next)
    {
        return [self = shared_from_this(), next](auto answer) {
            if (answer)
                next(*self, std::move(*answer));
            else
                self->m_done(answer.error());
        };
    }

public:
    Gathering(CustomerReader &reader, ChangeWants wants, const customercommand::ImportRows *import, TimeMs nowMs,
              std::function<void(Result<ChangeFacts>)> done)
        : m_reader(reader), m_wants(std::move(wants)), m_nowMs(nowMs), m_done(std::move(done))
    {
        if (import)
            m_import = *import;
    }

    void start()
    {
        if (m_wants.identifiers.empty())
            return read();
        m_reader.byIdentifiers(m_wants.identifiers, then([](Gathering &self, auto found) {
                                   self.m_facts.holders = std::move(found);
                                   for (const auto &holders : self.m_facts.holders)
                                       self.m_wants.customers.insert(self.m_wants.customers.end(), holders.begin(),
                                                                     holders.end());
                                   self.read();
                               }));
    }

private:
    void read()
    {
        auto &customers = m_wants.customers;
        std::sort(customers.begin(), customers.end());
        customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
        std::erase(customers, CustomerId{});
        if (customers.empty())
            return readHappenings();
        m_reader.read(customers, m_nowMs, then([](Gathering &self, auto records) {
                          self.m_facts.records = std::move(records);
                          self.readHappenings();
                      }));
    }

    void readHappenings()
    {
        auto keys = m_import ? tiepdon::keysOf(*m_import, m_wants.identifiers, m_facts.holders)
                             : std::vector<HappeningKey>();
        if (keys.empty())
            return readVisit();
        m_reader.byReferences(std::move(keys), then([](Gathering &self, auto happenings) {
                                  self.m_facts.happenings = std::move(happenings);
                                  self.readVisit();
                              }));
    }

    void readVisit()
    {
        if (!m_wants.visit.isSet())
            return readItem();
        m_reader.visitRecords(m_wants.visit, then([](Gathering &self, auto visit) {
                                  self.m_facts.goal = visit.goal;
                                  self.m_facts.visit = std::move(visit);
                                  self.readItem();
                              }));
    }

    void readItem()
    {
        if (!m_wants.item.isSet())
            return readNote();
        m_reader.openItem(m_wants.item, then([](Gathering &self, auto item) {
                              self.m_facts.item = std::move(item);
                              self.readNote();
                          }));
    }

    void readNote()
    {
        if (!m_wants.note.isSet())
            return m_done(std::move(m_facts));
        m_reader.note(m_wants.note, then([](Gathering &self, auto note) {
                          self.m_facts.note = std::move(note);
                          self.m_done(std::move(self.m_facts));
                      }));
    }

    CustomerReader &m_reader;
    ChangeWants m_wants;
    std::optional<customercommand::ImportRows> m_import;
    TimeMs m_nowMs;
    std::function<void(Result<ChangeFacts>)> m_done;
    ChangeFacts m_facts;
};

} // namespace

ChangeWants wantsOf(const CustomerCommand &command, const std::function<CustomerId(TicketId)> &customerOf,
                    const std::string &today)
{
    using namespace customercommand;
    return std::visit(
        [&]<class C>(const C &c) {
            ChangeWants wants;
            if constexpr (std::same_as<C, AddCustomer>) {
                wants.identifiers = c.customer.identifiers;
                wants.visit = c.ticket;
                wants.customers = {customerOf(c.ticket)};
            } else if constexpr (std::same_as<C, AddIdentifier>) {
                wants.identifiers = {{{}, c.kind, c.value}};
                wants.customers = {c.customer};
            } else if constexpr (std::same_as<C, ImportRows>) {
                wants.identifiers = identifiersOf(c, today);
            } else if constexpr (std::same_as<C, SetGoal>) {
                wants.visit = c.ticket;
            } else if constexpr (std::same_as<C, ChangeOpenItem>) {
                wants.item = c.item;
            } else {
                wants.customers = {c.customer};
            }
            if constexpr (std::same_as<C, SaveNote>)
                wants.note = c.note;
            return wants;
        },
        command);
}

std::vector<ChangeKey> keysOf(const CustomerCommand &command)
{
    using namespace customercommand;
    using Kind = ChangeKey::Kind;
    return std::visit(
        [&]<class C>(const C &c) -> std::vector<ChangeKey> {
            std::vector<ChangeKey> keys;
            const auto add = [&](Kind kind, auto id) {
                if (id.isSet())
                    keys.push_back({kind, id.value});
            };
            if constexpr (std::same_as<C, ImportRows>) {
                return {{Kind::Everything, 0}};
            } else if constexpr (std::same_as<C, AddCustomer>) {
                if (c.ticket.isSet()) // takes along what was written in the visit
                    return {{Kind::Everything, 0}};
                return {{Kind::Identity, 0}};
            } else if constexpr (std::same_as<C, ChangeOpenItem>) {
                add(Kind::Item, c.item);
            } else {
                if constexpr (std::same_as<C, AddIdentifier>)
                    keys.push_back({Kind::Identity, 0});
                if constexpr (requires { c.customer; })
                    add(Kind::Customer, c.customer);
                if constexpr (requires { c.ticket; })
                    add(Kind::Ticket, c.ticket);
                if constexpr (requires { c.note; })
                    add(Kind::Note, c.note);
            }
            return keys;
        },
        command);
}

void gather(CustomerReader &reader, const ChangeWants &wants, const customercommand::ImportRows *import,
            TimeMs nowMs, std::function<void(Result<ChangeFacts>)> done)
{
    std::make_shared<Gathering>(reader, wants, import, nowMs, std::move(done))->start();
}

} // namespace tiepdon
