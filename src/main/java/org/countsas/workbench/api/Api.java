package org.countsas.workbench.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.verification.Check;
import org.countsas.audit.verification.Verification;
import org.countsas.comparison.reform.Reform;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Findings;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.Explanation;
import org.countsas.item.BudgetItem;
import org.countsas.output.PrettyJson;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.quality.check.RulesCheck;
import org.countsas.question.bundle.VerificationQuestion;
import org.countsas.question.comparison.ComparisonQuestion;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.Measures;
import org.countsas.question.comparison.ScenarioQuestion;
import org.countsas.record.DecisionJson;
import org.countsas.report.comparison.ComparisonJson;
import org.countsas.report.comparison.ScenariosJson;
import org.countsas.report.explanation.ExplanationJson;
import org.countsas.report.summary.SummaryJson;
import org.countsas.workbench.budget.Asked;
import org.countsas.workbench.budget.CurrentWorkspace;
import org.countsas.workbench.budget.ItemSearch;
import org.countsas.workbench.budget.Scope;
import org.countsas.workbench.budget.View;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Answer;
import org.countsas.workbench.http.Call;
import org.countsas.workbench.http.Routes;
import org.countsas.workbench.rules.RuleFiles;
import org.jspecify.annotations.Nullable;

/**
 * What programs may ask under {@code /api}. Answers are those of the shell with {@code --json}; {@code /api/openapi.json} describes all of
 * them. Immutable and thread-safe.
 */
public final class Api {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LARGEST_BUNDLE = 64 << 20;
    private static final int MOST_ITEMS = 1_000;
    private static final int USUAL_ITEMS = 100;

    private final CurrentWorkspace current;
    private final String command;
    private final KeyRing trusted;
    private final RuleFiles rules;

    /**
     * The interface to a workspace().
     *
     * @param command the words of a command after its verb that read the same input
     * @param trusted the keys whose signatures are accepted
     * @param rules   the files of rules
     */
    public Api(CurrentWorkspace current, String command, KeyRing trusted, RuleFiles rules) {
        this.current = current;
        this.command = command;
        this.trusted = trusted;
        this.rules = rules;
    }

    /** Adds the addresses. */
    public void addTo(Routes.Builder routes) {
        routes.get("/api/definitions", this::definitions)
                .get("/api/summary", this::summary)
                .get("/api/items", this::items)
                .get("/api/explain", this::explain)
                .get("/api/compare", this::compare)
                .get("/api/scenarios", this::scenarios)
                .ask("/api/rules/check", this::checkRules)
                .ask("/api/classify", this::classify)
                .ask("/api/verify", LARGEST_BUNDLE, this::verify);
    }

    private Workspace workspace() {
        return current.get();
    }

    private Answer definitions(Call call) {
        ArrayNode all = JSON.arrayNode();
        for (Definition definition : workspace().definitions()) {
            ObjectNode json = all.addObject();
            json.put("id", definition.id());
            json.putObject("title")
                    .put("en", definition.title().en())
                    .put("ja", definition.title().ja());
            json.put("status", Asked.id(definition.status()));
            json.put("currency", definition.currency());
            ArrayNode policies = json.putArray("policies");
            definition.adoptions().forEach(adoption -> policies.add(adoption.policy()));
        }
        return json(all);
    }

    private Answer summary(Call call) {
        return Answer.json(SummaryJson.of(
                List.of(workspace().view(Asked.scope(call.query())).summary())));
    }

    private Answer items(Call call) {
        View view = workspace().view(Asked.scope(call.query()));
        List<Decision> found =
                new ItemSearch(workspace(), view).find(Asked.filter(call.query()), Asked.order(call.query()));
        int from = between("from", call, 0, Integer.MAX_VALUE, 0);
        int most = between("most", call, 1, MOST_ITEMS, USUAL_ITEMS);
        ObjectNode json = JSON.objectNode();
        json.put("definition", view.reformed().expression());
        json.put("fiscalYear", view.summary().fiscalYear());
        json.put("stage", view.summary().stage().id());
        json.put("currency", view.summary().currency());
        json.put("found", found.size());
        json.put("from", from);
        ArrayNode items = json.putArray("items");
        found.stream().skip(from).limit(most).forEach(decision -> add(decision, items.addObject()));
        return json(json);
    }

    private static int between(String name, Call call, int least, int most, int usual) {
        Integer given = call.query().number(name);
        if (given == null) {
            return usual;
        }
        if (given < least || given > most) {
            throw new ProblemException(
                    Code.BAD_REQUEST, Place.NONE, "'" + name + "' is " + given, "Choose " + least + " to " + most);
        }
        return given;
    }

    private static void add(Decision decision, ObjectNode json) {
        BudgetItem item = decision.item();
        json.put("id", item.id());
        json.put("name", item.programme().name());
        json.put("ministry", item.programme().ministry());
        json.put("amount", item.amount());
        json.put("outcome", decision.outcome().name());
        json.put("area", decision.areaOrNull());
        Counted counted = decision.counted();
        json.putObject("counted")
                .put("low", counted.low())
                .put("central", counted.central())
                .put("high", counted.high());
        Rule rule = decision.decisive().map(finding -> finding.finding().rule()).orElse(null);
        json.put("decidedBy", rule == null ? null : rule.name());
        json.put("strength", rule == null ? null : Asked.id(rule.strength()));
        json.put("basis", rule == null ? null : Asked.id(rule.basis()));
    }

    private Answer explain(Call call) {
        View view = workspace().view(Asked.scope(call.query()));
        String id = call.query().text("id");
        Decision decision = view.decision(id == null ? "" : id)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_ITEM,
                        Place.NONE,
                        "There is no item '" + (id == null ? "" : id) + "' in this year and stage",
                        "Look for it at /api/items"));
        Explainer explainer = new Explainer(workspace().rules());
        LocalDate asOf = workspace().asOf();
        Explanation explanation = explainer.explain(decision.item(), view.definition(), asOf);
        if (call.query().text("why-not") != null) {
            explanation = explanation.withNearMisses(explainer.nearMisses(
                    decision.item(),
                    view.definition(),
                    asOf,
                    policy -> view.definition().adoptionOf(policy).isPresent(),
                    3));
        }
        if (call.query().text("what-if") != null) {
            explanation = explanation.withCounterfactuals(
                    explainer.counterfactuals(decision.item(), view.definition(), asOf));
        }
        return Answer.json(ExplanationJson.of(explanation, workspace().rules()));
    }

    private Answer compare(Call call) {
        List<String> definitions = call.query().all("definition").stream()
                .map(text -> workspace().reform(text).toString())
                .toList();
        return Answer.json(ComparisonJson.of(
                new ComparisonQuestion(
                                definitions,
                                new Measures(call.query().text("gdp"), List.of()),
                                workspace().asOf())
                        .answer(budget(call))
                        .comparison(),
                "countsas compare " + command));
    }

    private Answer scenarios(Call call) {
        Reform base = workspace().reform(call.query().text("base"));
        return Answer.json(ScenariosJson.of(
                new ScenarioQuestion(
                                base.toString(),
                                call.query().text("policies"),
                                new Measures(call.query().text("gdp"), List.of()),
                                workspace().asOf())
                        .answer(budget(call)),
                "countsas scenarios " + command));
    }

    private EvaluatedBudget budget(Call call) {
        Scope scope = Asked.scope(call.query());
        return workspace().budget(scope.fiscalYear(), scope.stage());
    }

    private Answer classify(Call call) {
        List<BudgetItem> items =
                new SentItems(workspace().budget(null, null).selection().fiscalYear()).read(call.body());
        Definition definition = workspace()
                .apply(workspace().reform(SentItems.definition(call.body())))
                .definition();
        Findings findings = workspace()
                .countsAs()
                .evaluate(items.stream().map(BudgetItem::programme).toList());
        ObjectNode json = JSON.objectNode();
        json.put("definition", definition.id());
        json.put("asOf", workspace().asOf().toString());
        ArrayNode decisions = json.putArray("decisions");
        new Adjudicator(definition, workspace().asOf())
                .decide(items, findings)
                .forEach(decision -> decisions.add(DecisionJson.of(decision)));
        return json(json);
    }

    /** What is wrong with a file of rules as a person types it. */
    private Answer checkRules(Call call) {
        String file = call.query().text("file");
        RulesCheck check = rules.draft(file == null ? "" : file, call.text())
                .check(workspace().asOf());
        ObjectNode json = JSON.objectNode();
        json.put("ok", check.passed());
        ArrayNode problems = json.putArray("problems");
        check.problems()
                .forEach(problem -> problems.addObject()
                        .put("code", problem.code().id())
                        .put("file", problem.place().file())
                        .put("line", problem.place().line())
                        .put("column", problem.place().column())
                        .put("reason", problem.reason())
                        .put("fix", problem.fix()));
        return json(json);
    }

    private Answer verify(Call call) {
        Path bundle = null;
        try {
            bundle = Files.createTempFile("countsas", ".zip");
            Files.write(bundle, call.body());
            Verification verification = new VerificationQuestion(bundle, trusted, null, null)
                    .answer()
                    .verification();
            return json(verified(verification, bundle.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(bundle);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private static ObjectNode verified(Verification verification, String path) {
        ObjectNode json = JSON.objectNode();
        json.put("ok", verification.ok());
        json.put(
                "signedBy",
                verification.signedBy() == null ? null : verification.signedBy().toString());
        ArrayNode passed = json.putArray("passed");
        for (Check check : Check.values()) {
            if (verification.passed().contains(check)) {
                passed.add(check.name());
            }
        }
        ArrayNode problems = json.putArray("problems");
        for (Problem problem : verification.problems()) {
            problems.addObject()
                    .put("code", problem.code().id())
                    .put("place", problem.place().toString().replace(path, "bundle.zip"))
                    .put("reason", problem.reason())
                    .put("fix", problem.fix());
        }
        return json;
    }

    private static Answer json(JsonNode json) {
        return Answer.json(PrettyJson.of(json));
    }
}
