// SPDX-License-Identifier: GPL-3.0-or-later
// How well waits are told on recorded days of real places, beside the classical predictors. Prints "name value
// unit" lines; the days lie beside the source tree where it is developed, not in it.
#include "core/simulation/evaluatedfile.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace tiepdon;

namespace {

const std::string kFolder = TIEPDON_SOURCE_DIR "/../shared/data/";

std::string contentOf(const std::string &name)
{
    const std::ifstream file(kFolder + name, std::ios::binary);
    std::ostringstream content;
    if (file)
        content << file.rdbuf();
    return content.str();
}

void print(const std::string &name, double value, const char *unit)
{
    std::printf("%s %.4f %s\n", name.c_str(), value, unit);
    std::fflush(stdout);
}

void measure(const std::string &place, const std::string &data, const std::string &snapshots)
{
    const std::string content = contentOf(data);
    const std::string screens = snapshots.empty() ? std::string() : contentOf(snapshots);
    if (content.empty() || (!snapshots.empty() && screens.empty())) {
        std::fprintf(stderr, "bench_estimate_real: %s is skipped, its days are not in %s\n", place.c_str(),
                     kFolder.c_str());
        return;
    }
    const auto file = evaluatedFile({data, content}, {snapshots, screens}, {});
    if (!file) {
        std::fprintf(stderr, "bench_estimate_real: %s\n", file.error().message.c_str());
        std::exit(1);
    }
    const char *unit = file->unitMs == kMinuteMs ? "min" : "s";
    const auto unitMs = static_cast<double>(file->unitMs);
    for (const Evaluation &evaluation : file->evaluations) {
        const std::string prefix = "estimate." + place + "." + evaluation.who + ".";
        print(prefix + "mean_wait", evaluation.meanWaitMs / unitMs, unit);
        for (const EstimatorScore &score : evaluation.scores) {
            const std::string each = prefix + score.name + ".";
            print(each + "n", static_cast<double>(score.count), "waits");
            print(each + "mae", score.meanErrorMs / unitMs, unit);
            print(each + "rmse", score.rootSquareErrorMs / unitMs, unit);
            print(each + "bias", score.biasMs / unitMs, unit);
            print(each + "under_5min", score.shareMuchTooShort, "share");
            print(each + "pinball", score.pinballMs / unitMs, unit);
            print(each + "coverage80", score.coverage, "share");
            print(each + "coverage80_worst_third", score.worstCoverage, "share");
            print(each + "width", score.widthMs / unitMs, unit);
        }
        print(prefix + "mae_against_best_rival",
              evaluation.learned().meanErrorMs / evaluation.bestRival().meanErrorMs, "ratio");
    }
}

} // namespace

int main()
{
    measure("warsaw", "warsaw_2020_tickets.csv", "warsaw_2020_snapshots.csv");
    measure("anonbank", "anonbank_1999_tickets.csv", "");
    return 0;
}
