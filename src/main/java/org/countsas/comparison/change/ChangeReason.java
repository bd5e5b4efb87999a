package org.countsas.comparison.change;

import org.apiguardian.api.API;

/** How a finding made the difference between two decisions about the same item. */
@API(status = API.Status.EXPERIMENTAL)
public enum ChangeReason {
    /** Its policy is now adopted. */
    ADOPTED,
    /** Its policy is no longer adopted. */
    GIVEN_UP,
    /** It decides now because the finding that defeated it is gone, or it is defeated now by a new one. */
    DEFEATED,
    /** Its share differs. */
    SHARE,
    /** Its policy now comes before the others. */
    ORDER,
    /** It was not found before: a rule or the vocabulary differs. */
    FOUND,
    /** It is no longer found: a rule or the vocabulary differs. */
    LOST,
    /** Its rule states another effect, strength or share. */
    RULE
}
