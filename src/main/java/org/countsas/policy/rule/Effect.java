package org.countsas.policy.rule;

import org.apiguardian.api.API;

/** What a rule concludes when its conditions hold. */
@API(status = API.Status.EXPERIMENTAL)
public enum Effect {
    /** The item counts in the rule's policy. */
    COUNT,
    /** The item does not count: defeats every COUNT of the same or a lower strength in the rule's scope. */
    REJECT,
    /** A person must judge. */
    REVIEW
}
