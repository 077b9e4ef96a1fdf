// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tiepdon::test {

/// Reads an undamaged QR code of versions 1 to 6, level M, as a phone does: ISO/IEC 18004. `isDark(x,
/// y)` tells its modules. Nothing when it is no such
/// code.
inline std::optional<std::string> readQr(int width, const std::function<bool(int, int)> &isDark)
{
    const int version = (width - 17) / 4;
    if (version < 1 || version > 6 || width != version * 4 + 17)
        return std::nullopt;
    // format information: beside the upper left finder, masked, its BCH bits left aside
    int format = 0;
    const std::pair<int, int> places[] = {{0, 8}, {1, 8}, {2, 8}, {3, 8}, {4, 8}};
    for (const auto &[x, y] : places)
        format = format << 1 | (isDark(x, y) ? 1 : 0);
    format ^= 0b10101;
    if (format >> 3 != 0b00) // level M
        return std::nullopt;
    const int mask = format & 7;
    const auto isFlipped = [mask](int x, int y) {
        switch (mask) {
        case 0:
            return (x + y) % 2 == 0;
        case 1:
            return y % 2 == 0;
        case 2:
            return x % 3 == 0;
        case 3:
            return (x + y) % 3 == 0;
        case 4:
            return (y / 2 + x / 3) % 2 == 0;
        case 5:
            return x * y % 2 + x * y % 3 == 0;
        case 6:
            return (x * y % 2 + x * y % 3) % 2 == 0;
        default:
            return ((x + y) % 2 + x * y % 3) % 2 == 0;
        }
    };
    const auto isFunction = [&](int x, int y) {
        const bool isFinder = (x < 9 && y < 9) || (x >= width - 8 && y < 9) || (x < 9 && y >= width - 8);
        const int at = width - 7; // the one alignment pattern of these versions
        const bool isAlignment = version > 1 && x >= at - 2 && x <= at + 2 && y >= at - 2 && y <= at + 2;
        return isFinder || isAlignment || x == 6 || y == 6;
    };
    std::vector<int> bits;
    bool isUpward = true;
    for (int right = width - 1; right > 0; right -= 2) {
        if (right == 6)
            --right;
        for (int i = 0; i < width; ++i) {
            const int y = isUpward ? width - 1 - i : i;
            for (const int x : {right, right - 1}) {
                if (!isFunction(x, y))
                    bits.push_back(isDark(x, y) != isFlipped(x, y) ? 1 : 0);
            }
        }
        isUpward = !isUpward;
    }
    std::vector<int> bytes;
    for (std::size_t i = 0; i + 8 <= bits.size(); i += 8) {
        int byte = 0;
        for (std::size_t j = 0; j < 8; ++j)
            byte = byte << 1 | bits[i + j];
        bytes.push_back(byte);
    }
    // level M: blocks and data bytes in each
    struct Blocks {
        int count;
        int data;
    };
    const Blocks all[] = {{1, 16}, {1, 28}, {1, 44}, {2, 32}, {2, 43}, {4, 27}};
    const Blocks blocks = all[version - 1];
    std::vector<int> data;
    for (int block = 0; block < blocks.count; ++block) {
        for (int i = 0; i < blocks.data; ++i)
            data.push_back(bytes[static_cast<std::size_t>(i * blocks.count + block)]);
    }
    std::size_t at = 0;
    const auto take = [&](int count) {
        int value = 0;
        for (int i = 0; i < count; ++i, ++at) {
            const int byte = at / 8 < data.size() ? data[at / 8] : 0;
            value = value << 1 | (byte >> (7 - at % 8) & 1);
        }
        return value;
    };
    std::string text;
    while (at + 4 <= data.size() * 8) {
        const int mode = take(4);
        if (mode == 0)
            break;
        if (mode == 0b0100) { // bytes
            for (int left = take(8); left > 0; --left)
                text.push_back(static_cast<char>(take(8)));
        } else if (mode == 0b0001) { // digits, three at a time
            for (int left = take(10); left > 0; left -= 3) {
                const int digits = left < 3 ? left : 3;
                const std::string group = std::to_string(take(digits * 3 + 1));
                text += std::string(static_cast<std::size_t>(digits) - group.size(), '0') + group;
            }
        } else if (mode == 0b0010) { // capitals, two at a time
            static const std::string kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
            int left = take(9);
            for (; left > 1; left -= 2) {
                const auto pair = static_cast<std::size_t>(take(11));
                text.push_back(kLetters.at(pair / 45));
                text.push_back(kLetters.at(pair % 45));
            }
            if (left == 1)
                text.push_back(kLetters.at(static_cast<std::size_t>(take(6))));
        } else {
            return std::nullopt;
        }
    }
    return text;
}

} // namespace tiepdon::test
