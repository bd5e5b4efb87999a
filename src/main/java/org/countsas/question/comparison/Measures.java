package org.countsas.question.comparison;

import java.math.BigDecimal;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.reform.Reform;
import org.countsas.definition.Target;
import org.countsas.problem.ProblemException;
import org.countsas.vocabulary.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * What totals are compared with, in addition to what their definitions say. Immutable and thread-safe.
 *
 * @param gdp      another gross domestic product, as a reform states it: {@code 600tn}; null for each definition's own
 * @param percents targets in per cent of it, in addition to those of each definition
 */
@API(status = API.Status.EXPERIMENTAL)
public record Measures(@Nullable String gdp, List<BigDecimal> percents) {
    /** What definitions say, and nothing else. */
    public static final Measures OF_DEFINITIONS = new Measures(null, List.of());

    public Measures {
        percents = List.copyOf(percents);
    }

    /**
     * A reform, measured against the gross domestic product.
     *
     * @throws ProblemException {@code BAD_REFORM} if that is not an amount
     */
    Reform with(Reform reform) {
        return gdp == null
                ? reform
                : reform.and(Reform.parse("base + gdp(" + gdp + ")").edits());
    }

    List<Target> targets() {
        return percents.stream().map(Measures::target).toList();
    }

    private static Target target(BigDecimal percent) {
        String plain = percent.stripTrailingZeros().toPlainString();
        return new Target(
                plain.replace('.', '-') + "-percent",
                new BigDecimal(plain),
                new BilingualText(plain + " % of GDP", "GDP比" + plain + "%"),
                "asked");
    }
}
