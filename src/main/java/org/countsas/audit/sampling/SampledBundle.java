package org.countsas.audit.sampling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definitions;
import org.countsas.policy.RuleBookReader;

/**
 * Draws samples from the decisions of a bundle under one definition: those that the rules made, not what a person changed later.
 *
 * <p>Immutable and thread-safe.
 *
 * @param bundle     open
 * @param definition one of the bundle's definitions
 */
public record SampledBundle(Bundle bundle, String definition) {
    private static final String DECISIVE = "DECISIVE";

    /**
     * Draws a sample.
     *
     * @throws org.countsas.problem.ProblemException if no sample can be drawn by the plan, or the bundle was changed
     */
    public Sample draw(Plan plan) {
        List<AuditUnit> units = new ArrayList<>();
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decisions.forEachOrdered(line -> {
                if (line.definition().equals(definition)) {
                    units.add(new AuditUnit(line.item(), line.outcome(), Optional.ofNullable(line.area()), line.amount(), line.counted().central()));
                }
            });
        }
        return Sampler.draw(plan, units);
    }

    /** The worksheet of a sample that was drawn from this bundle. */
    public Worksheet worksheet(Sample sample) {
        Set<String> ids = sample.drawn().stream().map(drawn -> drawn.unit().id()).collect(Collectors.toSet());
        Map<String, String> evidence = new HashMap<>();
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decisions.filter(line -> line.definition().equals(definition) && ids.contains(line.item())).forEachOrdered(line -> evidence.put(line.item(), evidence(line.json())));
        }
        Map<String, ItemFacts> facts = new HashMap<>();
        try (Stream<ItemLine> items = bundle.items()) {
            items.map(ItemLine::item).filter(item -> ids.contains(item.id()))
                    .forEachOrdered(item -> facts.put(item.id(), new ItemFacts(item.programme().name(), item.programme().ministry(), evidence.getOrDefault(item.id(), ""))));
        }
        return Worksheet.of(sample, bundle.manifestDigest().hex(), definition, facts);
    }

    /** The areas that an auditor may name: those that the definition adopts. */
    public List<String> areas() {
        return Definitions.read(RuleBookReader.read(bundle.rules())).get(definition).adoptions().stream().map(Adoption::policy).toList();
    }

    /** Which rule decided, and what it saw: from the line of the decision alone. */
    private static String evidence(JsonNode decision) {
        for (JsonNode finding : decision.path("findings")) {
            if (finding.path("standing").asText().equals(DECISIVE)) {
                Map<String, Set<String>> seen = new LinkedHashMap<>();
                for (JsonNode each : finding.path("evidence")) {
                    if (!each.path("field").isNull()) {
                        seen.computeIfAbsent(each.path("field").asText(), field -> new LinkedHashSet<>()).add(each.path("value").asText());
                    }
                }
                String values = seen.entrySet().stream().map(each -> each.getKey() + " has “" + String.join("”, “", each.getValue()) + "”").collect(Collectors.joining("; "));
                return finding.path("effect").asText() + " by the rule “" + finding.path("rule").asText() + "” (" + finding.path("policy").asText() + ")" + (values.isEmpty() ? "" : ": " + values);
            }
        }
        return "No rule of the definition decided";
    }
}
