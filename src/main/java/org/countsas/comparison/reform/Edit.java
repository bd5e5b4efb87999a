package org.countsas.comparison.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.policy.rule.Share;

/**
 * One edit of a definition. Its {@code toString} is the edit as a reform writes it, without the sign before it.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Edit {
    /** Whether the edit can change what counts; one that cannot, changes what the result is held against. */
    default boolean changesWhatCounts() {
        return true;
    }

    /** {@code "+"} or {@code "-"}. */
    default String sign() {
        return "+";
    }

    /**
     * Adopts a policy.
     *
     * @param policy the policy's id
     * @param block  the block; empty for that of the definition that it is taken from
     * @param share  the share of the whole policy; empty for the shares of the definition that it is taken from
     * @param from   id of the definition that it is taken from; empty for the one nearest to the base that adopts it
     */
    record Add(String policy, Optional<String> block, Optional<Share> share, Optional<String> from) implements Edit {
        @Override
        public String toString() {
            List<String> options = new ArrayList<>();
            block.ifPresent(id -> options.add("block=" + id));
            share.ifPresent(value -> options.add("share=" + ShareText.of(value)));
            from.ifPresent(id -> options.add("from=" + id));
            return policy + (options.isEmpty() ? "" : "(" + String.join(", ", options) + ")");
        }
    }

    /**
     * Gives up a policy.
     *
     * @param policy the policy's id
     */
    record Remove(String policy) implements Edit {
        @Override
        public String sign() {
            return "-";
        }

        @Override
        public String toString() {
            return policy;
        }
    }

    /**
     * Counts a whole policy at another share, in place of all shares of its rules.
     *
     * @param policy the policy's id
     * @param share  the share
     */
    record SetShare(String policy, Share share) implements Edit {
        @Override
        public String toString() {
            return "share(" + policy + "=" + ShareText.of(share) + ")";
        }
    }

    /**
     * Puts policies in another order of priority: they take, in this order, the places that they have together.
     *
     * @param policies ids, the first in priority first
     */
    record SetOrder(List<String> policies) implements Edit {
        public SetOrder {
            policies = List.copyOf(policies);
        }

        @Override
        public String toString() {
            return "order(" + String.join(" > ", policies) + ")";
        }
    }

    /**
     * Holds the result against another gross domestic product.
     *
     * @param amount in whole units of the definition's currency, more than 0
     */
    record SetGdp(long amount) implements Edit {
        @Override
        public boolean changesWhatCounts() {
            return false;
        }

        @Override
        public String toString() {
            return "gdp(" + amountText(amount) + ")";
        }
    }

    /** {@code "600tn"}, {@code "609.3tn"} or {@code "1234567"}: as short as it can be said exactly. */
    static String amountText(long amount) {
        for (String[] unit : new String[][] {{"12", "tn"}, {"9", "bn"}, {"6", "m"}}) {
            BigDecimal scaled = BigDecimal.valueOf(amount)
                    .movePointLeft(Integer.parseInt(unit[0]))
                    .stripTrailingZeros();
            if (scaled.compareTo(BigDecimal.ONE) >= 0 && scaled.scale() <= 3) {
                return scaled.toPlainString() + unit[1];
            }
        }
        return String.valueOf(amount);
    }
}
