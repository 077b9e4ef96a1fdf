// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QTest>

#include <string>

// So that a comparison that fails says what it compared.

namespace QTest {
template <>
inline char *toString(const std::string &text)
{
    return qstrdup(text.c_str());
}
} // namespace QTest

namespace tiepdon {
inline char *toString(ErrorCode code) { return qstrdup(std::string(name(code)).c_str()); }
} // namespace tiepdon
