// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_samples DIR: writes what the fuzzers begin with into a folder each, fuzz_command.samples and so on.
#include "tests/fuzz/entries.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

/// A file for each; false when one cannot be written.
bool write(const std::filesystem::path &directory, const std::vector<std::string> &samples)
{
    std::filesystem::create_directories(directory);
    int count = 0;
    for (const std::string &sample : samples) {
        std::ofstream file(directory / std::to_string(++count), std::ios::binary);
        if (!file.write(sample.data(), static_cast<std::streamsize>(sample.size())))
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "fuzz_samples DIR\n");
        return 2;
    }
    const std::filesystem::path directory = argv[1];
    if (!write(directory / "fuzz_command.samples", tiepdon::testing::sampleMessages())
        || !write(directory / "fuzz_sequence.samples", tiepdon::testing::sampleWalks())
        || !write(directory / "fuzz_scan.samples", tiepdon::testing::sampleScans())
        || !write(directory / "fuzz_askedtext.samples", tiepdon::testing::sampleAskedTexts())) {
        std::fprintf(stderr, "cannot write to %s\n", directory.c_str());
        return 1;
    }
    return 0;
}
