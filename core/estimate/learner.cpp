// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tiepdon {
namespace {

constexpr std::array<double, 3> kTaus{0.1, 0.5, 0.9};
/// A feature further from the middle than so many standard deviations counts as if it were there.
constexpr double kCutAt = 5;
/// One further away than this is a mistake, and nothing is learned from it.
constexpr double kAbsurdAt = 12;
constexpr double kSpreadMin = 1e-9;
/// Pulls weights of scaled features towards 0, as if so many examples said so.
constexpr double kRidge = 1;
/// Rounds of reweighting, and how sharp the corner of the loss is at the first and the last (log units).
constexpr int kRounds = 60;
constexpr double kFirstCorner = 0.5;
constexpr double kLastCorner = 0.005;
/// No forecast is longer than this many times what 99 % of all waits were shorter than.
constexpr double kBeyondUsual = 3;

/// Solves the symmetric positive definite system `a` x = `b` in place, by Cholesky; x is left in `b`.
void solve(std::vector<double> &a, std::vector<double> &b)
{
    const std::size_t n = b.size();
    for (std::size_t j = 0; j < n; ++j) {
        double pivot = a[j * n + j];
        for (std::size_t k = 0; k < j; ++k)
            pivot -= a[j * n + k] * a[j * n + k];
        pivot = std::sqrt(std::max(pivot, 1e-12));
        a[j * n + j] = pivot;
        for (std::size_t i = j + 1; i < n; ++i) {
            double sum = a[i * n + j];
            for (std::size_t k = 0; k < j; ++k)
                sum -= a[i * n + k] * a[j * n + k];
            a[i * n + j] = sum / pivot;
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i * n + k] * b[k];
        b[i] /= a[i * n + i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= a[k * n + i] * b[k];
        b[i] /= a[i * n + i];
    }
}

double product(const double *row, const std::vector<double> &weights)
{
    double sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += row[i] * weights[i];
    return sum;
}

/// Weighted quantile regression of `y` on the rows of `x` (y.size() × width) by iterated least squares, each round
/// a quadratic that lies on the loss and touches it (Hunter and Lange, 2000). Starts from `weights`.
void regress(const std::vector<double> &x, const std::vector<double> &y, const std::vector<double> &importance,
             double tau, std::vector<double> &weights)
{
    const std::size_t width = weights.size();
    std::vector<double> gram(width * width);
    std::vector<double> right(width);
    for (int round = 0; round < kRounds; ++round) {
        const double corner
            = kFirstCorner * std::pow(kLastCorner / kFirstCorner, static_cast<double>(round) / (kRounds - 1));
        std::fill(gram.begin(), gram.end(), 0.0);
        std::fill(right.begin(), right.end(), 0.0);
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double *row = &x[i * width];
            const double weight = importance[i] / (corner + std::abs(y[i] - product(row, weights)));
            const double target = weight * y[i] + importance[i] * (2 * tau - 1);
            for (std::size_t j = 0; j < width; ++j) {
                right[j] += row[j] * target;
                const double scaledRow = row[j] * weight;
                for (std::size_t k = 0; k <= j; ++k)
                    gram[j * width + k] += scaledRow * row[k];
            }
        }
        for (std::size_t j = 0; j + 1 < width; ++j)
            gram[j * width + j] += kRidge;
        solve(gram, right);
        weights = right;
    }
}

} // namespace

Learner::Scaling Learner::scalingOf(std::vector<double> &values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&values](double p) {
        return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1))];
    };
    // four fifths of a normal distribution lie within 1.28 standard deviations
    const double spread = (at(0.9) - at(0.1)) / 2.56;
    if (spread > kSpreadMin)
        return {at(0.5), spread, false};
    // nearly always the same: what it is now and then decides
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
    return {mean, deviation > kSpreadMin ? deviation : 1, true};
}

std::size_t Learner::examplesMin(std::size_t features) { return std::max<std::size_t>(200, 10 * (features + 1)); }

bool Learner::isAbsurd(std::span<const double> features) const
{
    for (std::size_t j = 0; j < features.size(); ++j)
        if (!m_scaling[j].isSparse && std::abs(features[j] - m_scaling[j].centre) > kAbsurdAt * m_scaling[j].spread)
            return true;
    return false;
}

double Learner::scaled(std::size_t feature, double value) const
{
    const Scaling &scaling = m_scaling[feature];
    return std::clamp((value - scaling.centre) / scaling.spread, -kCutAt, kCutAt);
}

std::optional<Learner> Learner::learned(std::span<const WaitExample> examples, double unitMs)
{
    if (examples.empty() || examples.size() < examplesMin(examples.front().features.size()))
        return std::nullopt;
    const std::size_t features = examples.front().features.size();
    const std::size_t width = features + 1;
    Learner learner;
    learner.m_unitMs = unitMs;
    learner.m_scaling.resize(features);
    std::vector<double> column(examples.size());
    for (std::size_t j = 0; j < features; ++j) {
        for (std::size_t i = 0; i < examples.size(); ++i)
            column[i] = examples[i].features[j];
        learner.m_scaling[j] = scalingOf(column);
    }
    std::vector<double> x;
    std::vector<double> y;
    x.reserve(examples.size() * width);
    y.reserve(examples.size());
    for (const WaitExample &example : examples) {
        if (learner.isAbsurd(example.features))
            continue;
        for (std::size_t j = 0; j < features; ++j)
            x.push_back(learner.scaled(j, example.features[j]));
        x.push_back(1);
        y.push_back(std::log1p(example.actualMs / unitMs));
    }
    if (y.size() < examplesMin(features))
        return std::nullopt;
    std::vector<double> sorted = y;
    std::sort(sorted.begin(), sorted.end());
    const double usual = sorted[static_cast<std::size_t>(0.99 * static_cast<double>(sorted.size() - 1))];
    learner.m_longestMs = kBeyondUsual * std::expm1(usual) * unitMs;
    // a first median says how long a wait was to be expected; then minutes count, not shares of them
    std::vector<double> importance(y.size(), 1.0);
    std::vector<double> median(width, 0.0);
    regress(x, y, importance, 0.5, median);
    double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i)
        sum += importance[i] = std::exp(std::clamp(product(&x[i * width], median), 0.0, 10.0));
    for (double &each : importance)
        each *= static_cast<double>(y.size()) / sum;
    for (std::size_t q = 0; q < kTaus.size(); ++q) {
        learner.m_weights[q] = median;
        regress(x, y, importance, kTaus[q], learner.m_weights[q]);
    }
    return learner;
}

WaitQuantiles Learner::expected(std::span<const double> features) const
{
    std::array<double, 3> waits{};
    for (std::size_t q = 0; q < kTaus.size(); ++q) {
        double sum = m_weights[q].back();
        for (std::size_t j = 0; j < m_scaling.size(); ++j)
            sum += m_weights[q][j] * scaled(j, features[j]);
        waits[q] = std::clamp(std::expm1(std::min(sum, 50.0)) * m_unitMs, 0.0, m_longestMs);
    }
    // three fits can cross; in order of size they are nearer to the truth (Chernozhukov et al., 2010)
    std::sort(waits.begin(), waits.end());
    return {waits[0], waits[1], waits[2]};
}

} // namespace tiepdon
