// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/delay.h"
#include "core/formulas/erlang.h"
#include "core/formulas/priority.h"
#include "core/formulas/staffing.h"
#include "tests/formulas/oracle.h"

#include <numeric>

using namespace tiepdon;
using namespace tiepdon::test;

/// Waits and staffing: against known numbers and identities, and against tables of reference results.
class TestQueueFormulas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownNumbers()
    {
        // one counter: the chance to wait is the load, the mean wait load / (rate − arrivals)
        QVERIFY(isNear(ErlangWait(0.5, 1, 1).delayed(), 0.5));
        QVERIFY(isNear(ErlangWait(0.5, 1, 1).mean(), 1));
        // three counters, load two: four ninths wait
        QVERIFY(isNear(erlangC(2, 3), 4.0 / 9));
        QVERIFY(isNear(erlangB(2, 3), 4.0 / 19));
        QCOMPARE(erlangB(5, 0), 1.0);
        // half the median's worth of an exponential
        QVERIFY(isNear(QueueLengthDelay(0, 1, 1).quantile(0.5), std::log(2.0)));
        QVERIFY(isNear(allenCunneenWait(0.5, 1, 0, 1), 0.5)); // constant services halve the wait
        QVERIFY(isNear(halfinWhittDelay(1e-9), 1, 1e-6));
    }

    void moreWorkThanCountersNeverEnds()
    {
        const ErlangWait wait(4, 1, 3);
        QCOMPARE(wait.delayed(), 1.0);
        QVERIFY(std::isinf(wait.mean()) && std::isinf(wait.quantile(0.5)));
        QCOMPARE(wait.longerThan(1e6), 1.0);
        QVERIFY(!countersForPromise(10, 1, 1, 0.8, 9));
        const auto waits = priorityWaits({1, 3}, 1, 3);
        QVERIFY(std::isfinite(waits[0]) && std::isinf(waits[1]));
        QVERIFY(std::isinf(accumulatingWaits({2, 2}, {2, 1}, 1, 3)[0]));
        // patience empties any queue
        QVERIFY(ErlangPatience(40, 1, 0.5, 3).abandoned() > 0.9);
    }

    void whatOneFormulaSaysAnotherSaysToo()
    {
        // nobody impatient: Erlang A becomes Erlang C
        const ErlangPatience patient(20, 6, 1e-7, 4);
        const ErlangWait plain(20, 6, 4);
        QVERIFY(isNear(patient.delayed(), plain.delayed(), 1e-6));
        QVERIFY(isNear(patient.meanWait(), plain.mean(), 1e-6));
        // what comes either is served or leaves
        const ErlangPatience some(30, 6, 3, 5);
        QVERIFY(isNear(some.offeredLongerThan(0), some.delayed()));
        // the order of classes moves waits about but makes no work (Kleinrock's conservation law)
        const std::vector<double> rates{4, 8, 12};
        const double inOrder = ErlangWait(24, 6, 5).mean();
        for (const auto &waits : {priorityWaits(rates, 6, 5), accumulatingWaits(rates, {4, 2, 1}, 6, 5)})
            QVERIFY(isNear(std::inner_product(rates.begin(), rates.end(), waits.begin(), 0.0), 24 * inOrder));
        // equal claims: in order of arrival; claims far apart: priority
        QVERIFY(isNear(accumulatingWaits(rates, {1, 1, 1}, 6, 5)[1], inOrder));
        QVERIFY(isNear(accumulatingWaits(rates, {1e9, 1e4, 1e-1}, 6, 5)[0], priorityWaits(rates, 6, 5)[0], 1e-4));
        // one counter, exponential services: both forms of the priority queue
        QVERIFY(isNear(priorityWaits({0.2, 0.3}, 1, 1)[1], priorityWaits({0.2, 0.3}, {1, 1}, {2, 2})[1]));
        // those ahead who never leave
        QVERIFY(isNear(LeavingDelay(5, 4, 1, 1e-6).mean(), QueueLengthDelay(5, 4, 1).mean(), 1e-5));
        QVERIFY(isNear(LeavingDelay(5, 4, 1, 0.2).longerThan(LeavingDelay(5, 4, 1, 0.2).quantile(0.3)), 0.7));
        // a service that has just begun
        QVERIFY(isNear(LognormalResidual(300, 1, 0).mean(), 300));
        // a long slot settles at arrivals × service
        QVERIFY(isNear(slotLoads({12}, 0.25, 100).front().atEnd, 3));
        QVERIFY(isNear(sinusoidalLoad(12, 0, 24, 0.25, 3), 3));
        QVERIFY(isNear(halfinWhittDelay(squareRootBeta(0.2)), 0.2));
        QVERIFY(isNear(garnettDelay(0.7, 1), 1 - 0.5 * std::erfc(-0.7 / std::sqrt(2.0)), 1e-6)); // as M/M/infinity
    }

    void erlangB_C()
    {
        FOR_ORACLE_ROWS(row, "erlang_c.csv")
        {
            const double mu = fraction(row, "mu");
            const ErlangWait wait(number(row, "lambda"), mu, whole(row, "c"));
            QVERIFY(isNear(erlangB(number(row, "offered_load_a"), whole(row, "c")), number(row, "erlang_b")));
            QVERIFY(isNear(wait.delayed(), number(row, "erlang_c_P_wait")));
            QVERIFY(isNear(wait.mean(), number(row, "Wq")));
            QVERIFY(isNear(wait.meanWaiting(), number(row, "Lq")));
            QVERIFY(isNear(wait.mean() + 1 / mu, number(row, "W_sojourn")));
            for (const auto &[column, share] : {std::pair("P_W_gt_0.1_over_mu", 0.1),
                                                {"P_W_gt_0.25_over_mu", 0.25},
                                                {"P_W_gt_0.5_over_mu", 0.5},
                                                {"P_W_gt_1_over_mu", 1.0}})
                QVERIFY(isNear(wait.longerThan(share / mu), number(row, column)));
            for (const auto &[column, p] :
                 {std::pair("Wq_q50", 0.5), {"Wq_q80", 0.8}, {"Wq_q90", 0.9}, {"Wq_q95", 0.95}})
                QVERIFY(isNear(wait.quantile(p), number(row, column), 1e-6));
        }
    }

    void erlangA()
    {
        FOR_ORACLE_ROWS(row, "erlang_a.csv")
        {
            const ErlangPatience wait(number(row, "lambda"), number(row, "mu"), number(row, "theta"),
                                      whole(row, "c"));
            QVERIFY(isNear(wait.delayed(), number(row, "P_wait")));
            QVERIFY(isNear(wait.abandoned(), number(row, "P_abandon")));
            QVERIFY(isNear(wait.meanWaiting(), number(row, "Lq")));
            QVERIFY(isNear(wait.meanWait(), number(row, "mean_wait_all")));
            QVERIFY(isNear(wait.offeredLongerThan(5.0 / 60), number(row, "P_V_gt_5min")));
            QVERIFY(isNear(wait.offeredLongerThan(10.0 / 60), number(row, "P_V_gt_10min")));
        }
    }

    void queueLengthDelays()
    {
        FOR_ORACLE_ROWS(row, "delay_QL_mms.csv")
        {
            const QueueLengthDelay wait(whole(row, "n_ahead_waiting"), whole(row, "s"), number(row, "mu_per_min"));
            QVERIFY(isNear(wait.mean(), number(row, "mean")));
            QVERIFY(isNear(wait.deviation(), number(row, "sd")));
            for (const auto &[column, p] :
                 {std::pair("q05", 0.05), {"q10", 0.1}, {"q50", 0.5}, {"q80", 0.8}, {"q90", 0.9}, {"q95", 0.95}})
                QVERIFY(isNear(wait.quantile(p), number(row, column), 1e-6));
        }
    }

    void delaysWhereSomeLeave()
    {
        FOR_ORACLE_ROWS(row, "delay_QLm_abandonment.csv")
        {
            const LeavingDelay wait(whole(row, "n_ahead"), whole(row, "s"), number(row, "mu"),
                                    number(row, "theta"));
            QVERIFY(isNear(wait.mean(), number(row, "mean")));
            QVERIFY(isNear(wait.deviation(), number(row, "sd")));
            for (const auto &[column, p] : {std::pair("q10", 0.1), {"q50", 0.5}, {"q90", 0.9}})
                QVERIFY(isNear(wait.quantile(p), number(row, column), 1e-6));
        }
    }

    void whatIsLeftOfAService()
    {
        FOR_ORACLE_ROWS(row, "lognormal_residual.csv")
        {
            const LognormalResidual rest(number(row, "mean_s"), number(row, "cv"), number(row, "elapsed_s"));
            QVERIFY(isNear(rest.logMean(), number(row, "mu_log")));
            QVERIFY(isNear(rest.logDeviation(), number(row, "sigma_log")));
            QVERIFY(isNear(rest.stillServed(), number(row, "P_S_gt_elapsed")));
            QVERIFY(isNear(rest.mean(), number(row, "mean_residual_s")));
            for (const auto &[column, p] :
                 {std::pair("residual_q10", 0.1), {"residual_q50", 0.5}, {"residual_q90", 0.9}})
                QVERIFY(isNear(rest.quantile(p), number(row, column), 1e-6));
        }
    }

    void classesInOrder()
    {
        FOR_ORACLE_ROWS(row, "priority_mmc_nonpreemptive.csv")
        {
            const auto waits = priorityWaits(numbers(row, "lambda_by_class"), number(row, "mu"), whole(row, "c"));
            QVERIFY(isNear(waits.at(static_cast<std::size_t>(whole(row, "class") - 1)), number(row, "Wq")));
        }
    }

    void classesInOrderAtOneCounter()
    {
        FOR_ORACLE_ROWS(row, "priority_mg1_nonpreemptive.csv")
        {
            const auto waits = priorityWaits(numbers(row, "lambda_by_class"), numbers(row, "mean_service"),
                                             numbers(row, "second_moment"));
            QVERIFY(isNear(waits.at(static_cast<std::size_t>(whole(row, "class") - 1)), number(row, "Wq")));
        }
    }

    void claimsThatGrow()
    {
        FOR_ORACLE_ROWS(row, "accumulating_priority.csv")
        {
            const auto waits = accumulatingWaits(numbers(row, "lambda_by_class"), numbers(row, "b"),
                                                 number(row, "mu"), whole(row, "c"));
            QVERIFY(isNear(waits.at(static_cast<std::size_t>(whole(row, "class") - 1)), number(row, "Wq_exact")));
        }
    }

    void whatWaitingCosts()
    {
        FOR_ORACLE_ROWS(row, "gcmu_index.csv")
        QVERIFY(
            isNear(generalizedCMuIndex(number(row, "wait_min"), number(row, "target_min"), number(row, "weight"),
                                       number(row, "mean_service_min"), number(row, "power_p")),
                   number(row, "index")));
    }

    void servicesOfAnyShape()
    {
        FOR_ORACLE_ROWS(row, "mgc_allen_cunneen.csv")
        {
            const double lambda = fraction(row, "lambda_per_min");
            const double mean = number(row, "mean_service_min");
            QVERIFY(isNear(ErlangWait(lambda, 1 / mean, whole(row, "c")).mean(), number(row, "Wq_MMc")));
            QVERIFY(isNear(allenCunneenWait(lambda, mean, number(row, "cv_service"), whole(row, "c")),
                           number(row, "Wq_approx_")));
        }
    }

    void loadsOfSlots()
    {
        std::vector<double> arrivals;
        std::vector<SlotLoad> wanted;
        FOR_ORACLE_ROWS(row, "mol_piecewise.csv")
        {
            arrivals.push_back(number(row, "lambda_per_h"));
            wanted.push_back({number(row, "m_start"), number(row, "m_end"), number(row, "m_slot_mean")});
            QCOMPARE(number(row, "ES_h"), 0.2);
        }
        const auto loads = slotLoads(arrivals, 0.2, 0.5);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QVERIFY(isNear(loads[i].atStart, wanted[i].atStart));
            QVERIFY(isNear(loads[i].atEnd, wanted[i].atEnd));
            QVERIFY(isNear(loads[i].mean, wanted[i].mean));
        }
    }

    void loadsOfAWave()
    {
        FOR_ORACLE_ROWS(row, "mol_sinusoidal.csv")
        {
            const double mean = number(row, "lambda_bar");
            const double amplitude = number(row, "amplitude");
            const double period = number(row, "period_h");
            const double service = number(row, "ES_h");
            const double time = number(row, "t_h");
            const double load = sinusoidalLoad(mean, amplitude, period, service, time);
            QVERIFY(isNear(load, number(row, "MOL_load_exponential")));
            QVERIFY(isNear(sinusoidalLoadConstant(mean, amplitude, period, service, time),
                           number(row, "MOL_load_deterministic")));
            QCOMPARE(squareRootCounters(load, 0.2), whole(row, "c_MOL_alpha0.2"));
            QCOMPARE(squareRootCounters(number(row, "PSA_load"), 0.2), whole(row, "c_PSA_alpha0.2"));
        }
    }

    void manyCounters()
    {
        FOR_ORACLE_ROWS(row, "qed_delay_probability.csv")
        {
            const double beta = number(row, "beta");
            const double delayed = row.at("model") == "halfin_whitt"
                ? halfinWhittDelay(beta)
                : garnettDelay(beta, number(row, "theta_over_mu"));
            QVERIFY(isNear(delayed, number(row, "P_wait")));
        }
    }

    void squareRootStaffing()
    {
        FOR_ORACLE_ROWS(row, "square_root_staffing.csv")
        {
            const double load = number(row, "offered_load");
            const double delayed = number(row, "alpha_P_wait");
            const std::int64_t counters = squareRootCounters(load, delayed);
            QVERIFY(isNear(squareRootBeta(delayed), number(row, "beta")));
            QCOMPARE(counters, whole(row, "c_sqrt_rule"));
            QCOMPARE(countersForDelay(load, delayed), whole(row, "c_exact"));
            QVERIFY(isNear(erlangC(load, counters), number(row, "P_wait_at_c_sqrt")));
        }
    }

    void countersForAPromise()
    {
        FOR_ORACLE_ROWS(row, "staffing_erlang_c.csv")
        {
            const double perSecond = number(row, "lambda_per_h") / 3600;
            const double rate = 1 / number(row, "aht_s");
            const double promise = number(row, "target_s");
            const auto counters = countersForPromise(perSecond, rate, promise, number(row, "SL_target"));
            QVERIFY(counters);
            QCOMPARE(*counters, whole(row, "c_min"));
            const auto kept
                = [&](std::int64_t c) { return 1 - ErlangWait(perSecond, rate, c).longerThan(promise); };
            QVERIFY(isNear(kept(*counters), number(row, "SL_at_c_min")));
            QVERIFY(isNear(kept(*counters - 1), number(row, "SL_at_c_min_minus_1")));
        }
    }
};

QTEST_APPLESS_MAIN(TestQueueFormulas)
#include "tst_queueformulas.moc"
