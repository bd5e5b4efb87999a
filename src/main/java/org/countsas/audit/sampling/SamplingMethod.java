package org.countsas.audit.sampling;

import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;

/** How a sample is drawn, and by which standard method its errors are projected. */
@API(status = API.Status.EXPERIMENTAL)
public enum SamplingMethod {
    /** Every unit of money has the same chance: systematic selection with a random start; large items are certain to be drawn. */
    MONETARY_UNIT(
            "monetary-unit",
            "Monetary-unit sampling (AICPA Audit Guide Audit Sampling; ISA 530): upper bound by Stringer (1963) with Poisson confidence factors"),
    /** Every item has the same chance. */
    RANDOM(
            "random",
            "Simple random sampling without replacement: rate of wrong decisions by attributes sampling (AICPA Audit Guide Audit Sampling; ISA 530) "
                    + "with the bound of Clopper and Pearson (1934); amounts by expansion, bound by Stringer (1963)"),
    /** Every item of a stratum has the same chance; more is drawn from strata of larger items. */
    STRATIFIED(
            "stratified",
            "Stratified random sampling (ISA 530), allocation by Neyman (1934) with the largest standard deviation that errors can have (Popoviciu 1935); "
                    + "amounts by expansion, bound by Stringer (1963)"),
    /** Of what does not count, every item of a rank has the same chance; more is drawn from ranks that resemble what counts. */
    ELUSION(
            "elusion",
            "Elusion test of e-discovery (Roitblat, The Sedona Conference Journal 8, 2007), stratified by resemblance to what counts; "
                    + "items missed with the exact bound of Wendell and Schmee (1996), in one stratum that of Clopper and Pearson (1934); "
                    + "amounts missed by the largest that so many items can have");

    private final String id;
    private final String source;

    SamplingMethod(String id, String source) {
        this.id = id;
        this.source = source;
    }

    /** The word for it on the command line and in worksheets. */
    public String id() {
        return id;
    }

    /** The literature on the method, for people who must judge it. */
    public String source() {
        return source;
    }

    /** The method with this id, if there is one. */
    public static Optional<SamplingMethod> ofId(String id) {
        return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
    }
}
