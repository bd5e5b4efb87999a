package org.countsas.comparison.change;

/** How a finding made the difference between two decisions about the same item. */
public enum ChangeReason {
    /** Its policy is adopted now. */
    ADOPTED,
    /** Its policy is no longer adopted. */
    GIVEN_UP,
    /** It decides now because what defeated it is gone, or is defeated now by what is new. */
    DEFEATED,
    /** Its share is another. */
    SHARE,
    /** Its policy comes before the others now. */
    ORDER,
    /** It is found now and was not: a rule or the vocabulary is another. */
    FOUND,
    /** It was found and is not any more: a rule or the vocabulary is another. */
    LOST,
    /** Its rule says another effect, strength or share. */
    RULE
}
