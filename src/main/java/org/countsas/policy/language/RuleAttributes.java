package org.countsas.policy.language;

import java.util.Set;

/** The attributes that DRL has for rules and packages. Rule files have none: the order of rules has no meaning. */
final class RuleAttributes {
    static final Set<String> NAMES = Set.of(
            "salience",
            "enabled",
            "no-loop",
            "lock-on-active",
            "auto-focus",
            "agenda-group",
            "activation-group",
            "ruleflow-group",
            "date-effective",
            "date-expires",
            "duration",
            "timer",
            "calendars",
            "dialect",
            "refract");

    private RuleAttributes() {}
}
