package org.countsas.cli.explain;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.DefinitionOption;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.explanation.Explanation;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.question.Budget;
import org.countsas.question.ExplanationQuestion;
import org.countsas.question.ExplanationQuestion.NearMissScope;
import org.countsas.report.explanation.ExplanationDocument;
import org.countsas.report.explanation.ExplanationJson;
import org.countsas.report.explanation.ExplanationPage;
import org.countsas.report.explanation.ExplanationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: why an item counts or does not, and what would have to be different. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains the decision on one item.")
final class ExplainCommand implements Callable<Integer> {
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

    @Mixin
    private DefinitionOption definition = new DefinitionOption();

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            description = "Check this rule against the item, condition by condition; may be repeated.")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--why-not",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "POLICY",
            description =
                    "Show the rules that came nearest to counting it: those of one policy, or of all that the definition adopts.")
    private @Nullable String whyNot;

    @Option(names = "--what-if", description = "Show the smallest changes that would change the decision.")
    private boolean whatIf;

    @Option(names = "--json", description = "Print the explanation as JSON and nothing else.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the explanation to this file, as a page to read or print.")
    private @Nullable Path html;

    ExplainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock(), input);
        ExplanationQuestion question =
                new ExplanationQuestion(item, definition.text(input), asOf, named, nearMisses(), whatIf);
        Budget budget = input.budget();
        RuleBook book = rules.location(input).book();
        Explanation explanation = question.answer(budget, book);
        ExplanationDocument document = ExplanationDocument.of(explanation, book, language);
        if (html != null) {
            String page = ExplanationPage.of(document);
            AtomicFile.write(html, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        }
        if (json) {
            environment.out().document(ExplanationJson.of(explanation, book));
        } else {
            environment.out().lines(ExplanationText.of(document));
        }
        return 0;
    }

    private NearMissScope nearMisses() {
        if (whyNot == null) {
            return new NearMissScope.None();
        }
        return whyNot.isEmpty() ? new NearMissScope.Adopted() : new NearMissScope.OfPolicy(whyNot);
    }
}
