// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/figuresdesk.h"

#include <QPointer>

namespace tiepdon {

FiguresDesk::FiguresDesk(BranchHost &host, Store &store, QObject *parent)
    : Desk(parent), m_host(host), m_store(store)
{
}

bool FiguresDesk::isQuestion(std::string_view method) const { return method == DayFiguresQuery::kMethod; }

void FiguresDesk::ask(const Asker & /*asker*/, std::string_view /*method*/, const Json &params, Answer answer)
{
    auto query = fromJson<DayFiguresQuery>(params, UnknownFields::Refuse);
    if (!query) {
        answer(query.error());
        return;
    }
    if (m_waiting >= kWaitingMax) {
        answer(Error{ErrorCode::Busy, "too many figures are being reckoned", {}});
        return;
    }
    ++m_waiting;
    const QPointer<FiguresDesk> self(this);
    m_store.figures().figures(std::move(query->filter), m_host.nowMs(),
                              [self, answer = std::move(answer)](const Result<DayFigures> &found) {
                                  FiguresDesk *here = self.data();
                                  if (!here)
                                      return;
                                  --here->m_waiting;
                                  answer(found ? Result<Json>(toJson(*found)) : Result<Json>(found.error()));
                              });
}

} // namespace tiepdon
