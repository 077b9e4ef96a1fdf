// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    return tiepdon::testing::stopAt(tiepdon::testing::wrongWithAskedText, bytes, size);
}
