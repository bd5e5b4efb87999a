package org.countsas.cli.explain;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.Explanation;
import org.countsas.item.BudgetItem;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.question.DefinitionChoice;
import org.countsas.question.ItemFinder;
import org.countsas.report.explanation.ExplanationDocument;
import org.countsas.report.explanation.ExplanationHtml;
import org.countsas.report.explanation.ExplanationJson;
import org.countsas.report.explanation.ExplanationText;
import org.countsas.source.result.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code explain}: why an item counts, or does not, and what would have to be otherwise. Works on conditions alone and compiles no
 * rules, so that it costs little more than reading the input.
 */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains the decision about one item.")
public final class ExplainCommand implements Callable<Integer> {
    /** How many conditions a rule may miss to be told of: with more, it is no answer to "why not?". */
    private static final int MOST_MISSING = 3;

    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(
            names = "--item",
            required = true,
            paramLabel = "ID|NAME",
            description = "The item's id, or a part of its name.")
    private String item = "";

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description = "The definition, or a reform such as 'japan-2022 + space'; by default the one in force.")
    private @Nullable String definition;

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "Hold this rule against the item, condition by condition; once or several times.")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--why-not",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "POLICY",
            description =
                    "The rules that came nearest to counting it; those of one policy, or of all that the definition adopts.")
    private @Nullable String whyNot;

    @Option(names = "--what-if", description = "The smallest changes that would decide otherwise.")
    private boolean whatIf;

    @Option(names = "--json", description = "Print the explanation as JSON and nothing else.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the explanation here, as one page to read or print.")
    private @Nullable Path html;

    ExplainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock());
        Reading reading = input.read();
        RuleBook book = rules.book();
        BudgetItem found = new ItemFinder(reading, input.select(reading), book.vocabulary()).find(item);
        Explanation explanation = explanation(found, book, asOf);
        ExplanationDocument document = ExplanationDocument.of(explanation, book, language);
        if (html != null) {
            AtomicFile.write(html, out -> out.write(ExplanationHtml.of(document).getBytes(StandardCharsets.UTF_8)));
        }
        if (json) {
            environment.out().document(ExplanationJson.of(explanation, book));
        } else {
            ExplanationText.of(document).forEach(environment.out()::line);
        }
        return 0;
    }

    private Explanation explanation(BudgetItem found, RuleBook book, LocalDate asOf) {
        Definitions definitions = Definitions.read(book);
        Definition chosen =
                definition == null ? definitions.inForceOn(asOf) : DefinitionChoice.of(definitions, book, definition);
        List<Rule> asked = named.stream().map(name -> rule(name, book)).toList();
        Explainer explainer = new Explainer(book);
        Explanation explanation = explainer.explain(found, chosen, asOf);
        if (!asked.isEmpty()) {
            explanation = explanation.withRules(asked.stream()
                    .map(rule -> explainer.rule(rule, found.programme()))
                    .toList());
        }
        if (whyNot != null) {
            explanation = explanation.withNearMisses(
                    explainer.nearMisses(found, chosen, asOf, policies(whyNot, chosen, book), MOST_MISSING));
        }
        if (whatIf) {
            explanation = explanation.withCounterfactuals(explainer.counterfactuals(found, chosen, asOf));
        }
        return explanation;
    }

    private static Rule rule(String name, RuleBook book) {
        return book.rule(name)
                .orElseThrow(() -> new ProblemException(
                        Code.NO_SUCH_RULE,
                        Place.NONE,
                        "There is no rule '" + name + "'",
                        Suggestion.nearest(
                                        name,
                                        book.rules().stream().map(Rule::name).toList())
                                .or(() -> book.rules().stream()
                                        .map(Rule::name)
                                        .filter(known -> book.vocabulary()
                                                .normalized(known)
                                                .contains(book.vocabulary().normalized(name)))
                                        .findFirst())
                                .map(Suggestion::question)
                                .orElse("The findings of an explanation name their rules, and so do the rule files")));
    }

    /** The policies that a question is about: the one named, or all that the definition adopts. */
    static Predicate<String> policies(String policy, Definition definition, RuleBook book) {
        if (policy.isEmpty()) {
            return id -> definition.adoptionOf(id).isPresent();
        }
        if (book.policy(policy).isEmpty()) {
            throw new ProblemException(
                    Code.NO_SUCH_POLICY,
                    Place.NONE,
                    "There is no policy '" + policy + "'",
                    Suggestion.fix(
                            policy, book.policies().stream().map(Policy::id).toList()));
        }
        return policy::equals;
    }
}
