package org.countsas.audit.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.audit.bundle.LineReader;
import org.countsas.audit.bundle.RecordedDecision;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.definition.Definition;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Derives the decisions of a bundle again, by its own rules and from its own items, and compares them byte for byte. Drools itself
 * matches the rules, not the plan by which runs usually decide. The rules are a stranger's: like any others, they pass the safe profile or are refused.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Replay {
    private static final int CHUNK = 2_000;

    private final Bundle bundle;
    private final CountsAs countsAs;
    private final List<Definition> definitions;
    private final List<LineReader> recorded = new ArrayList<>();

    private Replay(Bundle bundle, CompilationCache cache) {
        this.bundle = bundle;
        this.countsAs = CountsAs.of(bundle.rules(), cache).byDrools();
        this.definitions = bundle.manifest().definitions().stream()
                .map(countsAs.definitions()::get)
                .toList();
    }

    /**
     * Derives decisions again by the bundle's own rules.
     *
     * @param cache where the compiled form of the bundle's rules is kept
     */
    public static Replayer with(CompilationCache cache) {
        return bundle -> new Replay(bundle, cache).run();
    }

    /** @throws ProblemException {@code REPLAY_DIFFERS} at the first difference, or what is wrong with the rules */
    private void run() {
        try (Stream<ItemLine> items = bundle.items()) {
            for (int i = 0; i < definitions.size(); i++) {
                recorded.add(skipped((long) i * bundle.manifest().items()));
            }
            List<ItemLine> chunk = new ArrayList<>();
            items.forEachOrdered(item -> {
                chunk.add(item);
                if (chunk.size() == CHUNK) {
                    compare(chunk);
                    chunk.clear();
                }
            });
            compare(chunk);
        } finally {
            recorded.forEach(LineReader::close);
        }
    }

    private LineReader skipped(long count) {
        LineReader lines = bundle.lines(BundleFiles.DECISIONS);
        for (long i = 0; i < count; i++) {
            lines.next();
        }
        return lines;
    }

    private void compare(List<ItemLine> chunk) {
        List<BudgetItem> items = chunk.stream().map(ItemLine::item).toList();
        Findings findings =
                countsAs.evaluate(items.stream().map(BudgetItem::programme).toList(), done -> {});
        for (int i = 0; i < definitions.size(); i++) {
            List<Decision> decisions =
                    new Adjudicator(definitions.get(i), bundle.manifest().asOf()).decide(items, findings);
            for (int item = 0; item < items.size(); item++) {
                JsonNode derived = RecordedDecision.json(
                        decisions.get(item), chunk.get(item).digest());
                byte[] line = recorded.get(i).next();
                if (line == null || !Arrays.equals(line, CanonicalJson.bytes(derived))) {
                    throw differs(
                            recorded.get(i).place(),
                            decisions.get(item),
                            line == null
                                    ? "the line is missing"
                                    : JsonDifference.first(
                                            CanonicalJson.read(
                                                    line, recorded.get(i).place()),
                                            derived));
                }
            }
        }
    }

    private ProblemException differs(Place place, Decision decision, String how) {
        return new ProblemException(
                Code.REPLAY_DIFFERS,
                place,
                "The rules decide differently about "
                        + BundleFiles.shown(decision.item().id()) + " under " + decision.definition() + ": " + how,
                "Verify with the release that wrote the bundle ("
                        + bundle.manifest().product() + ") before you conclude, then ask how it came about");
    }
}
