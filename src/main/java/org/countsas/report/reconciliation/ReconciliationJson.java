package org.countsas.report.reconciliation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.countsas.official.Bridge;
import org.countsas.official.PublishedFigure;
import org.countsas.output.PrettyJson;
import org.countsas.reconciliation.CoveredPeriod;
import org.countsas.reconciliation.ReconciledFigure;
import org.countsas.reconciliation.Reconciliation;
import org.countsas.record.DecisionJson;

/** A reconciliation as JSON. Immutable and thread-safe. */
public final class ReconciliationJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReconciliationJson() {}

    /**
     * A reconciliation; amounts in whole units of the currency.
     *
     * @param command the command that reproduces it
     */
    public static String of(Reconciliation reconciliation, String command) {
        ObjectNode json = JSON.createObjectNode();
        json.put("command", command);
        json.put("definition", reconciliation.definition().id());
        json.put("official", reconciliation.official().id());
        json.put("asOf", reconciliation.asOf().toString());
        json.put("currency", reconciliation.official().currency());
        ArrayNode periods = json.putArray("periods");
        for (CoveredPeriod period : reconciliation.periods()) {
            periods.addObject()
                    .put("fiscalYear", period.fiscalYear())
                    .put("stage", period.stage().id())
                    .put("items", period.items())
                    .put("amount", period.gross())
                    .put("transfers", period.transfers())
                    .put("net", period.net());
        }
        ArrayNode figures = json.putArray("figures");
        reconciliation.figures().forEach(each -> figures.add(figure(each)));
        json.put("figuresOfOtherDefinitions", reconciliation.others());
        return PrettyJson.of(json);
    }

    private static ObjectNode figure(ReconciledFigure each) {
        PublishedFigure figure = each.figure();
        ObjectNode json = JSON.createObjectNode()
                .put("fiscalYear", figure.fiscalYear())
                .put("stage", figure.stage().id())
                .put("subject", figure.subject().toString())
                .put("basis", figure.basis())
                .put("published", figure.amount())
                .put("roundedTo", figure.roundedTo())
                .put("source", figure.source())
                .put("page", figure.page().orElse(null));
        json.set("ours", each.ours().map(DecisionJson::of).orElse(null));
        json.put("difference", each.difference().orElse(null));
        ArrayNode bridges = json.putArray("bridges");
        for (ReconciledFigure.AppliedBridge applied : each.bridges()) {
            ObjectNode bridge = bridges.addObject()
                    .put("bridge", applied.bridge().id())
                    .put("amount", applied.span().amount());
            if (applied.span().evidence() instanceof Bridge.Sourced sourced) {
                bridge.put("source", sourced.id());
            } else if (applied.span().evidence() instanceof Bridge.Arithmetic arithmetic) {
                bridge.put("arithmetic", arithmetic.how().en());
            }
        }
        json.put("unexplained", each.unexplained().orElse(null));
        json.put("withinRounding", each.withinRounding());
        json.put("withinRange", each.withinRange());
        return json;
    }
}
