package org.countsas.definition;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/**
 * A policy that a definition adopts.
 *
 * @param policy the policy's id
 * @param block  the block's id
 * @param shares shares that replace those of the rules in this definition; the first that fits applies
 */
@API(status = API.Status.EXPERIMENTAL)
public record Adoption(String policy, String block, List<ShareOverride> shares) {
    public Adoption {
        shares = List.copyOf(shares);
    }

    /**
     * A share that replaces a rule's own.
     *
     * @param ruleOrNull the rule's name; null for all rules of the policy
     * @param share      the share
     * @param source     source id
     */
    public record ShareOverride(@Nullable String ruleOrNull, Share share, String source) {
        /** The rule's name; empty for all rules of the policy. */
        public Optional<String> rule() {
            return Optional.ofNullable(ruleOrNull);
        }
    }

    /** The share at which a rule of this policy counts in the definition; nothing for a rule that rejects. */
    public Share shareOf(Rule rule) {
        return override(rule).map(ShareOverride::share).orElse(rule.share());
    }

    /** The source of {@link #shareOf}; empty if it is the rule's own share of 100 %. */
    public Optional<String> sourceOfShare(Rule rule) {
        return override(rule).map(ShareOverride::source).or(rule::shareCitation);
    }

    private Optional<ShareOverride> override(Rule rule) {
        return shares.stream()
                .filter(share -> rule.effect() != Effect.REJECT)
                .filter(share ->
                        share.ruleOrNull() == null || share.ruleOrNull().equals(rule.name()))
                .findFirst();
    }
}
