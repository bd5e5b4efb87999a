package org.countsas.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.definition.Definition;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.workbench.budget.Laboratory;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What is set in the laboratory, as its form says it and its address holds it. Immutable and thread-safe.
 *
 * @param base   the id of the definition that is edited
 * @param on     the policies that are adopted
 * @param shares the shares that were typed, by policy
 * @param gdp    the gross domestic product that was typed; null for the definition's own
 * @param order  the policies in the order that was chosen; empty for the definition's own
 */
record LaboratoryState(
        String base,
        List<String> on,
        Map<String, String> shares,
        @Nullable String gdp,
        List<String> order) {
    static final String SHARE = "share.";

    /** What the parameters say; without any, the definition of the address is taken apart. */
    static LaboratoryState of(Parameters query, Workspace workspace) {
        String base = query.text("base");
        if (base == null) {
            return of(workspace.reform(query.text("definition")), workspace);
        }
        Definition definition = workspace.apply(new Reform(base, List.of())).definition();
        Names<Policy> names = workspace.rules().policyNames();
        Map<String, String> shares = new LinkedHashMap<>();
        query.values().keySet().stream().filter(name -> name.startsWith(SHARE)).forEach(name -> {
            String share = query.text(name);
            if (share != null) {
                shares.put(id(name.substring(SHARE.length()), names), share);
            }
        });
        String order = query.text("order");
        return new LaboratoryState(
                definition.id(),
                query.text("set") == null ? Laboratory.order(definition) : ids(query.all("on"), names),
                shares,
                query.text("gdp"),
                order == null ? List.of() : ids(List.of(order.split("\\s*,\\s*", -1)), names));
    }

    private static List<String> ids(List<String> policies, Names<Policy> names) {
        return policies.stream().map(policy -> id(policy, names)).toList();
    }

    private static String id(String policy, Names<Policy> names) {
        return names.find(policy).map(Policy::id).orElse(policy);
    }

    private static LaboratoryState of(Reform reform, Workspace workspace) {
        Definition definition = workspace.apply(reform).definition();
        Map<String, String> shares = new LinkedHashMap<>();
        String gdp = null;
        List<String> order = List.of();
        for (Edit edit : reform.edits()) {
            if (edit instanceof Edit.SetShare set) {
                shares.put(set.policy(), text(set.share()));
            } else if (edit instanceof Edit.Add add && add.share() != null) {
                shares.put(add.policy(), text(add.share()));
            } else if (edit instanceof Edit.SetGdp set) {
                gdp = set.toString().replaceAll("^gdp\\(|\\)$", "");
            } else if (edit instanceof Edit.SetOrder) {
                order = Laboratory.order(definition);
            }
        }
        return new LaboratoryState(reform.base(), Laboratory.order(definition), shares, gdp, order);
    }

    private static String text(Share share) {
        return share.toString().replace(" %", "");
    }

    /**
     * The reform that this makes.
     *
     * @throws ProblemException {@code BAD_REFORM} or {@code REFORM_SHARE} if something typed cannot be read
     */
    Reform reform(Workspace workspace) {
        Definition definition = workspace.apply(new Reform(base, List.of())).definition();
        List<Edit> edits = new ArrayList<>();
        for (String policy : Laboratory.order(definition)) {
            if (!on.contains(policy)) {
                edits.add(new Edit.Remove(policy));
            }
        }
        for (String policy : new TreeSet<>(on)) {
            if (definition.adoptionOf(policy).isEmpty()) {
                edits.add(new Edit.Add(policy));
            }
        }
        shares.forEach((policy, typed) -> {
            if (on.contains(policy)) {
                edits.add(only("share(" + policy + "=" + typed + ")", typed, Edit.SetShare.class));
            }
        });
        Reform unordered = new Reform(base, edits);
        List<String> usual = Laboratory.order(workspace.apply(unordered).definition());
        List<String> wanted = order.stream().filter(usual::contains).distinct().toList();
        if (wanted.size() > 1
                && !usual.stream().filter(wanted::contains).toList().equals(wanted)) {
            edits.add(new Edit.SetOrder(wanted));
        }
        if (gdp != null) {
            edits.add(only("gdp(" + gdp + ")", gdp, Edit.SetGdp.class));
        }
        return new Reform(base, edits);
    }

    /** What was typed stands for one value, and cannot bring further edits with it. */
    private static Edit only(String edit, String typed, Class<? extends Edit> kind) {
        List<Edit> edits = Reform.parse("base + " + edit).edits();
        if (edits.size() != 1 || !kind.isInstance(edits.get(0))) {
            throw new ProblemException(
                    Code.BAD_REFORM,
                    Place.NONE,
                    "'" + typed + "' is not one value",
                    "Write a share as 10, 5/7/21 or 5..21, and a gross domestic product as 600tn");
        }
        return edits.get(0);
    }

    /** The same with a policy one place further up or down. */
    LaboratoryState moved(String policy, int by, List<String> current) {
        List<String> changed = new ArrayList<>(current);
        int at = changed.indexOf(policy);
        int to = at + by;
        if (at >= 0 && to >= 0 && to < changed.size()) {
            changed.remove(at);
            changed.add(to, policy);
        }
        return new LaboratoryState(base, on, shares, gdp, changed);
    }

    /** The parameters that say this. */
    Parameters parameters() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("base", List.of(base));
        values.put("set", List.of("1"));
        if (!on.isEmpty()) {
            values.put("on", on);
        }
        shares.forEach((policy, share) -> values.put(SHARE + policy, List.of(share)));
        if (gdp != null) {
            values.put("gdp", List.of(gdp));
        }
        if (!order.isEmpty()) {
            values.put("order", List.of(String.join(",", order)));
        }
        return new Parameters(values);
    }
}
