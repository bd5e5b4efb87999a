package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.audit.merkle.Hash;
import org.countsas.record.DecisionJson;

/** What a run records of a decision. Apart from {@link DecisionLine}, which reads it without knowing rules. */
@API(status = API.Status.INTERNAL)
public final class RecordedDecision {
    private RecordedDecision() {}

    /** A decision as a line records it. */
    public static ObjectNode json(Decision decision, Hash itemDigest) {
        return DecisionJson.of(decision).put("itemDigest", itemDigest.hex());
    }
}
