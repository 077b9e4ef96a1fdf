// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/counts.h"
#include "core/formulas/scores.h"
#include "core/formulas/watch.h"
#include "tests/formulas/oracle.h"

#include <algorithm>

using namespace tiepdon;
using namespace tiepdon::test;

/// Counts, patience, scores and alarms: against identities and known numbers, and against reference results.
class TestCountFormulas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownNumbersAndIdentities()
    {
        // chances of all counts are one, whether the rate is certain or not
        for (const double cv : {0.0, 0.3}) {
            const UncertainArrivals arrivals(12, cv);
            double sum = 0;
            double mean = 0;
            for (std::int64_t n = 0; n < 200; ++n) {
                sum += arrivals.chanceOf(n);
                mean += static_cast<double>(n) * arrivals.chanceOf(n);
            }
            QVERIFY(isNear(sum, 1));
            QVERIFY(isNear(mean, 12));
            QVERIFY(arrivals.chanceOfMoreThan(arrivals.quantile(0.9)) <= 0.1);
            QVERIFY(arrivals.chanceOfMoreThan(arrivals.quantile(0.9) - 1) > 0.1);
            QCOMPARE(arrivals.chanceOfMoreThan(-1), 1.0);
        }
        // nothing seen yet: the prior
        QVERIFY(isNear(DayLevel(0.2, 0, 0).deviation(), 0.2));
        // everybody left in turn: the curve falls by equal steps
        const auto curve = patienceCurve({{1, true}, {2, true}, {3, true}, {4, true}});
        QVERIFY(isNear(curve.at(2).survival, 0.25));
        QCOMPARE(leavingRate(0, 0), 0.0);
        QVERIFY(isNear(jainIndex({7, 0, 0, 0}), 0.25));
        QCOMPARE(jainIndex({}), 1.0);
        // nothing or everything left to keep
        QCOMPARE(chanceOfTarget(40, 40, 10, 0.1, 0.8), 1.0);
        QCOMPARE(chanceOfTarget(40, 20, 10, 0.9, 0.8), 0.0);
        QVERIFY(isNear(chanceOfTarget(0, 0, 1, 0.3, 0.5), 0.3));
        // the loss of a quantile is the distance, the nearer side cheaper
        QVERIFY(isNear(pinballLoss(10, 8, 0.9) + pinballLoss(10, 8, 0.1), 2));
        QVERIFY(!conformalIndex(8, 0.1));
        QCOMPARE(*conformalIndex(9, 0.1), std::size_t(9));
        QVERIFY(!conformalIndex(0, 0.1));
        QVERIFY(isNear(adaptedAlpha(0.1, 0.1, 0.05, true), 0.055));
        // an alarm of one: the chance of a count of two or more against a reference of one ends each round
        const double chance = 1 - std::exp(-1.0) * 2;
        QVERIFY(isNear(cusumRunLength(1, 1, 1, 1), 1 / chance));
        QCOMPARE(sprtBounds(0.5, 0.5).changed, 0.0); // a coin's throw needs no observation
    }

    void uncertainArrivals()
    {
        FOR_ORACLE_ROWS(row, "arrivals_negative_binomial.csv")
        {
            const double mean = number(row, "mean");
            const UncertainArrivals arrivals(mean, number(row, "cv_of_rate"));
            QVERIFY(isNear(arrivals.variance(), number(row, "variance")));
            for (const auto &[column, p] :
                 {std::pair("q05", 0.05), {"q10", 0.1}, {"q50", 0.5}, {"q90", 0.9}, {"q95", 0.95}})
                QCOMPARE(arrivals.quantile(p), whole(row, column));
            QVERIFY(isNear(arrivals.chanceOf(std::llround(mean)), number(row, "pmf_at_mean")));
            QVERIFY(isNear(arrivals.chanceOfMoreThan(std::llround(mean) + 5), number(row, "P_N_gt_mean_plus_5")));
        }
    }

    void howBusyTheDayIs()
    {
        FOR_ORACLE_ROWS(row, "arrivals_intraday_gamma_update.csv")
        {
            const DayLevel level(number(row, "cv_day_level"), number(row, "expected_so_far"),
                                 number(row, "observed_so_far"));
            QVERIFY(isNear(level.priorShape(), number(row, "prior_shape_k")));
            QVERIFY(isNear(level.mean(), number(row, "posterior_mean_factor")));
            QVERIFY(isNear(level.deviation(), number(row, "posterior_sd")));
            QVERIFY(isNear(level.quantile(0.1), number(row, "q10"), 1e-6));
            QVERIFY(isNear(level.quantile(0.9), number(row, "q90"), 1e-6));
        }
    }

    void patience()
    {
        std::vector<ObservedWait> waits;
        FOR_ORACLE_ROWS(row, "kaplan_meier_patience.csv")
        {
            // those between two rows' numbers at risk were called at this row's time
            const auto index = static_cast<std::size_t>(&row - rows.data());
            const std::int64_t after = index + 1 < rows.size() ? whole(rows[index + 1], "at_risk") : 0;
            for (std::int64_t i = 0; i < whole(row, "at_risk") - after; ++i)
                waits.push_back({number(row, "t_min"), i < whole(row, "abandoned")});
        }
        std::reverse(waits.begin(), waits.end());
        const auto curve = patienceCurve(waits);
        QCOMPARE(curve.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(curve[i].atRisk, whole(rows[i], "at_risk"));
            QCOMPARE(curve[i].left, whole(rows[i], "abandoned"));
            QVERIFY(isNear(curve[i].survival, number(rows[i], "survival")));
        }
    }

    void patienceAsOneNumber()
    {
        FOR_ORACLE_ROWS(row, "patience_exponential_mle.csv")
        {
            const double rate = leavingRate(whole(row, "events"), number(row, "total_wait"));
            QVERIFY(isNear(rate, number(row, "theta_hat")));
            QVERIFY(isNear(1 / rate, number(row, "mean_patience")));
        }
    }

    void sharesOfFewPeople()
    {
        FOR_ORACLE_ROWS(row, "wilson_interval.csv")
        {
            const ShareRange range = wilsonRange(whole(row, "k"), whole(row, "n"));
            QVERIFY(std::abs(range.low - number(row, "lo95")) < 1e-9);
            QVERIFY(isNear(range.high, number(row, "hi95")));
        }
    }

    void whetherTheTargetCanStillBeMet()
    {
        FOR_ORACLE_ROWS(row, "sl_attainment_binomial.csv")
        {
            const std::int64_t done = whole(row, "n_done");
            const std::int64_t kept = whole(row, "n_ok");
            const std::int64_t left = whole(row, "remaining");
            QCOMPARE(keptNeeded(done, kept, left, number(row, "target")), whole(row, "needed"));
            QVERIFY(isNear(chanceOfTarget(done, kept, left, number(row, "p_ok"), number(row, "target")),
                           number(row, "P_target_met")));
        }
    }

    void evenness()
    {
        FOR_ORACLE_ROWS(row, "jain_fairness.csv")
        QVERIFY(isNear(jainIndex(numbers(row, "values")), number(row, "index")));
    }

    void lossOfAQuantile()
    {
        FOR_ORACLE_ROWS(row, "pinball.csv")
        QVERIFY(isNear(pinballLoss(number(row, "y"), number(row, "q"), number(row, "tau")), number(row, "loss")));
    }

    void scoreOfARange()
    {
        FOR_ORACLE_ROWS(row, "interval_score.csv")
        QVERIFY(isNear(intervalScore(number(row, "y"), number(row, "lo"), number(row, "hi"), number(row, "alpha")),
                       number(row, "winkler_score")));
    }

    void whichScoreBounds()
    {
        FOR_ORACLE_ROWS(row, "split_conformal_index.csv")
        {
            const auto index
                = conformalIndex(static_cast<std::size_t>(whole(row, "n_calibration")), number(row, "alpha"));
            QVERIFY(index);
            QCOMPARE(static_cast<std::int64_t>(*index), whole(row, "k_th_smallest_score"));
        }
    }

    void levelsThatFollowTheMisses()
    {
        double alpha = 0.1;
        FOR_ORACLE_ROWS(row, "aci_trace.csv")
        {
            alpha = adaptedAlpha(alpha, 0.1, number(row, "gamma"), whole(row, "err") == 1);
            QVERIFY(isNear(alpha, number(row, "alpha_after ")));
        }
    }

    void whenToStopATest()
    {
        FOR_ORACLE_ROWS(row, "sprt_bounds.csv")
        {
            const SprtBounds bounds = sprtBounds(number(row, "alpha"), number(row, "beta"));
            QVERIFY(isNear(bounds.changed, number(row, "upper_logA")));
            QVERIFY(isNear(bounds.unchanged, number(row, "lower_logB")));
        }
    }

    void sumsThatAlarm()
    {
        Cusum sum(4.95, 8);
        FOR_ORACLE_ROWS(row, "cusum_trace.csv")
        {
            QCOMPARE(number(row, "k"), 4.95);
            QVERIFY(std::abs(sum.add(number(row, "x")) - number(row, "S")) < 1e-9);
            QCOMPARE(sum.isAlarmed(), whole(row, "alarm_h8") == 1);
        }
    }

    void howSoonTheyAlarm()
    {
        FOR_ORACLE_ROWS(row, "cusum_poisson_arl.csv")
        {
            const double usual = number(row, "lambda0_in_control");
            const double changed = number(row, "lambda1_out");
            const double reference = number(row, "k_reference");
            const double alarmAt = number(row, "h");
            QVERIFY(std::abs(Cusum::referenceFor(usual, changed) - reference) <= 0.025 + 1e-9);
            QVERIFY(isNear(cusumRunLength(usual, reference, alarmAt, 0.05), number(row, "ARL0")));
            QVERIFY(isNear(cusumRunLength(changed, reference, alarmAt, 0.05), number(row, "ARL1")));
        }
    }
};

QTEST_APPLESS_MAIN(TestCountFormulas)
#include "tst_countformulas.moc"
