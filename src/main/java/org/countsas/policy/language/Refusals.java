package org.countsas.policy.language;

import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;

/** What the safe profile refuses in one file, and where. Not thread-safe. */
record Refusals(SourceText source, Problems problems) {
    /** Refuses a construct that the rule language does not have. */
    void refuse(int offset, String what, String fix) {
        problems.add(Code.RULE_UNSAFE, source.place(offset), what + " is not part of the rule language", fix);
    }

    /** Notes that an annotation is missing or wrong. */
    void annotation(Place place, String reason, String fix) {
        problems.add(Code.RULE_ANNOTATION, place, reason, fix);
    }
}
