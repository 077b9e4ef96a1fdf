// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_samples DIR: writes the messages a fuzzer begins with, a file each.
#include "tests/fuzz/entries.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "fuzz_samples DIR\n");
        return 2;
    }
    const std::filesystem::path directory = argv[1];
    std::filesystem::create_directories(directory);
    int count = 0;
    for (const std::string &message : tiepdon::testing::sampleMessages()) {
        std::ofstream file(directory / std::to_string(++count), std::ios::binary);
        if (!file.write(message.data(), static_cast<std::streamsize>(message.size()))) {
            std::fprintf(stderr, "cannot write to %s\n", directory.c_str());
            return 1;
        }
    }
    return 0;
}
