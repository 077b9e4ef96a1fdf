// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerting/alertrule.h"

#include "core/base/limits.h"
#include "core/base/text.h"

namespace tiepdon {

Result<AlertRule> checked(AlertRule rule)
{
    auto vi = cleanText(rule.name.vi, limits::kNameCharactersMax);
    auto en = cleanText(rule.name.en, limits::kNameCharactersMax);
    if (!vi || !en)
        return vi ? en.error() : vi.error();
    rule.name = {*vi, *en};
    if (rule.name.vi.empty())
        return Error{ErrorCode::InvalidParams, "a rule needs a name", {{"field", "name"}}};
    return rule;
}

std::vector<AlertRule> usualAlertRules() { return {}; }

} // namespace tiepdon
