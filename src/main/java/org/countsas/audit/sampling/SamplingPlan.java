package org.countsas.audit.sampling;

import java.math.BigDecimal;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * What an auditor asks for. A plan and a population determine the sample, on every machine and for all time.
 *
 * <p>Immutable and thread-safe.
 *
 * @param method     how the sample is drawn
 * @param population what it is drawn from
 * @param confidence in per cent, from 50 and below 100: how often a bound made in this way holds
 * @param tolerable  the error that the auditor can accept: of the population's book value; for {@link SamplingMethod#RANDOM} of its
 *                   items; for {@link SamplingMethod#ELUSION} of its items if in per cent, otherwise the amount missed
 * @param expected   the error that the auditor expects to find; less than the tolerable one
 * @param seed       1 to 100 decimal digits, best thrown with dice after the bundle was signed
 * @param strata     what distinguishes strata; for {@link SamplingMethod#STRATIFIED} at least one; otherwise none
 */
@API(status = API.Status.EXPERIMENTAL)
public record SamplingPlan(
        SamplingMethod method,
        Population population,
        BigDecimal confidence,
        ErrorLimit tolerable,
        ErrorLimit expected,
        String seed,
        List<StratifyBy> strata) {

    /** @throws ProblemException {@code BAD_SAMPLING_PLAN} if no sample can be drawn by this plan */
    public SamplingPlan {
        if (confidence.compareTo(BigDecimal.valueOf(50)) < 0 || confidence.compareTo(new BigDecimal("99.9999")) > 0) {
            throw wrong("The confidence is " + confidence.toPlainString() + " %", "Choose 50 to 99.9999, usually 95");
        }
        if (tolerable.value().signum() == 0) {
            throw wrong(
                    "No error at all is tolerable",
                    "No sample can show that: name a tolerable error, or examine every item");
        }
        if (!seed.matches("\\d{1,100}")) {
            throw wrong("'" + seed + "' is not a seed", "Give 1 to 100 decimal digits");
        }
        if (method == SamplingMethod.RANDOM && !(tolerable.percent() && expected.percent())) {
            throw wrong(
                    "A simple random sample tells how many decisions are wrong, not how much money",
                    "Give --tolerable and --expected in per cent, or choose monetary-unit");
        }
        if ((method == SamplingMethod.ELUSION) && population != Population.NOT_COUNTED) {
            throw wrong(
                    "An elusion sample is drawn from what does not count",
                    "Use --population not-counted with --method elusion, or leave it out");
        }
        if (method == SamplingMethod.ELUSION
                && tolerable.percent() != expected.percent()
                && expected.value().signum() > 0) {
            throw wrong(
                    "One of the tolerable error " + tolerable + " and the expected error " + expected
                            + " is a share of the items, and the other an amount",
                    "Give both in per cent of the items, or both in units of the currency");
        }
        if (tolerable.percent() == expected.percent() && expected.value().compareTo(tolerable.value()) >= 0) {
            throw wrong(
                    "The expected error " + expected + " is not less than the tolerable error " + tolerable,
                    "A sample can only show that there is less error than is tolerable");
        }
        strata = strata.stream().distinct().sorted().toList();
        if ((method == SamplingMethod.STRATIFIED) == strata.isEmpty()) {
            throw wrong(
                    strata.isEmpty() ? "A stratified sample needs strata" : "Only a stratified sample has strata",
                    "Use --strata with --method stratified, and only with it");
        }
    }

    static ProblemException wrong(String reason, String fix) {
        return new ProblemException(Code.BAD_SAMPLING_PLAN, Place.NONE, reason, fix);
    }
}
