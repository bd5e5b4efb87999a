package org.countsas.comparison.reform;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/**
 * One edit of a definition. Its {@code toString} is the edit as a reform writes it, without the sign before it.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Edit {
    /** Whether the edit can change what counts. An edit that cannot changes what the result is measured against. */
    default boolean changesWhatCounts() {
        return true;
    }

    /** The sign before the edit in a reform: {@code "+"} or {@code "-"}. */
    default String sign() {
        return "+";
    }

    /**
     * Adopts a policy.
     *
     * @param policy the policy's id
     * @param block  the block; null for that of the definition that it is taken from
     * @param share  the share of the whole policy; null for the shares of the definition that it is taken from
     * @param from   id of the definition that it is taken from; null for the one nearest to the base that adopts it
     */
    record Add(
            String policy,
            @Nullable String block,
            @Nullable Share share,
            @Nullable String from) implements Edit {
        /** Adopts a policy as the definition nearest to the base adopts it. */
        public Add(String policy) {
            this(policy, null, null, null);
        }

        @Override
        public String toString() {
            List<String> options = new ArrayList<>();
            if (block != null) {
                options.add("block=" + block);
            }
            if (share != null) {
                options.add("share=" + ShareText.of(share));
            }
            if (from != null) {
                options.add("from=" + from);
            }
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
     * Puts policies in another order of priority: in this order, into the places that they occupy together.
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
     * Measures the result against another gross domestic product.
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
            return "gdp(" + AmountText.of(amount) + ")";
        }
    }
}
