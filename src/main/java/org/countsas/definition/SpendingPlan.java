package org.countsas.definition;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * An amount planned over several fiscal years.
 *
 * @param id          kebab-case id
 * @param firstYear   first fiscal year
 * @param lastYear    last fiscal year
 * @param amount      in whole units of the definition's currency
 * @param label       name for people
 * @param source      source id
 * @param blockOrNull the block whose spending is planned; null for all that the definition counts
 * @param published   what was published of its years, at most once for each, in their order
 */
@API(status = API.Status.EXPERIMENTAL)
public record SpendingPlan(
        String id,
        int firstYear,
        int lastYear,
        long amount,
        BilingualText label,
        String source,
        @Nullable String blockOrNull,
        List<Published> published) {
    public SpendingPlan {
        published = List.copyOf(published);
    }

    /** The block whose spending is planned; empty for all that the definition counts. */
    public Optional<String> block() {
        return Optional.ofNullable(blockOrNull);
    }

    /**
     * What was published as spent or budgeted under the plan.
     *
     * @param fiscalYear the fiscal year
     * @param amount     in whole units of the definition's currency
     * @param source     source id
     */
    public record Published(int fiscalYear, long amount, String source) {}

    /** What was published for a year, if anything was. */
    public Optional<Published> publishedOf(int fiscalYear) {
        return published.stream()
                .filter(each -> each.fiscalYear() == fiscalYear)
                .findFirst();
    }
}
