package org.countsas.adjudication;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.evaluation.Finding;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what became of it.
 *
 * @param finding          the finding
 * @param standing         what became of it
 * @param defeatedByOrNull name of the rule that defeated it; null unless the standing is DEFEATED
 * @param share            the share at which it counts in the definition: the definition's own or the rule's
 */
@API(status = API.Status.EXPERIMENTAL)
public record WeighedFinding(
        Finding finding, Standing standing, @Nullable String defeatedByOrNull, Share share) {
    /** Name of the rule that defeated it, if one did. */
    public Optional<String> defeatedBy() {
        return Optional.ofNullable(defeatedByOrNull);
    }
}
