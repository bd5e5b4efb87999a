package org.countsas.policy.rule;

import org.apiguardian.api.API;

/** How strong a reason is, from the weakest to the strongest: the specific beats the general. */
@API(status = API.Status.EXPERIMENTAL)
public enum Strength {
    /** The text suggests it. */
    PRESUMPTION,
    /** A structural signal says it: ministry, bureau, plan, law, code, listed facility. */
    RULE,
    /** The definition names the programme. */
    EXPRESS
}
