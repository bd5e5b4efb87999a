package org.countsas.report.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.InclusionProof;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.Checkpoint;
import org.countsas.output.PrettyJson;
import org.countsas.problem.Place;

/** What a valid proof shows, for programs, in the shape of the JSON Schema {@code /org/countsas/report/bundle/proof-1.schema.json} on the class path. */
@API(status = API.Status.INTERNAL)
public final class ProofJson {
    private ProofJson() {}

    /** That a decision is one of a run. */
    public static String of(InclusionProof.Shown shown) {
        ObjectNode json = proves("decision-of-run")
                .put("run", shown.run())
                .put("signedBy", shown.signedBy().name());
        json.set("decision", shown.decision().json());
        json.set("item", CanonicalJson.read(shown.item().bytes(), Place.NONE));
        return PrettyJson.of(json);
    }

    /** That a ledger only grew, up to this checkpoint. */
    public static String of(Checkpoint newer) {
        return PrettyJson.of(proves("ledger-grew")
                .put("ledger", newer.origin())
                .put("size", newer.size())
                .put("root", newer.root().hex()));
    }

    private static ObjectNode proves(String what) {
        return JsonNodeFactory.instance.objectNode().put("schema", "proof-1").put("proves", what);
    }
}
