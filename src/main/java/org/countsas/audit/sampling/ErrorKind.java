package org.countsas.audit.sampling;

import java.util.Objects;
import org.apiguardian.api.API;
import org.countsas.adjudication.Outcome;

/** The ways in which a decision can count the wrong amount. */
@API(status = API.Status.EXPERIMENTAL)
public enum ErrorKind {
    /** More counts than should. */
    TOO_MUCH {
        @Override
        long of(SamplingUnit unit, Judgement judgement) {
            return Math.max(0, Math.subtractExact(unit.counted(), judgement.counted()));
        }

        @Override
        long mostOf(SamplingUnit unit) {
            return Math.subtractExact(unit.counted(), Math.min(0, unit.amount()));
        }
    },
    /** Less counts than should. */
    TOO_LITTLE {
        @Override
        long of(SamplingUnit unit, Judgement judgement) {
            return Math.max(0, Math.subtractExact(judgement.counted(), unit.counted()));
        }

        @Override
        long mostOf(SamplingUnit unit) {
            return Math.subtractExact(Math.max(0, unit.amount()), unit.counted());
        }
    },
    /** Money counts in the wrong area; the total is right. */
    WRONG_AREA {
        @Override
        long of(SamplingUnit unit, Judgement judgement) {
            boolean elsewhere = unit.outcome() == Outcome.COUNTED
                    && judgement.outcome() == Outcome.COUNTED
                    && !Objects.equals(unit.area(), judgement.area());
            return elsewhere ? Math.min(Math.abs(unit.counted()), Math.abs(judgement.counted())) : 0;
        }

        @Override
        long mostOf(SamplingUnit unit) {
            return Math.abs(unit.counted());
        }
    };

    /** The error of this kind in a decision, in whole units of the currency; never negative. */
    abstract long of(SamplingUnit unit, Judgement judgement);

    /** The most error of this kind that the decision could hold. */
    abstract long mostOf(SamplingUnit unit);

    /** Whether a sample of the population can say how much error of this kind there is in all. */
    boolean shownBy(Population population) {
        return switch (population) {
            case COUNTED -> this != TOO_LITTLE;
            case AMOUNT -> true;
            case NOT_COUNTED -> this == TOO_LITTLE;
        };
    }
}
