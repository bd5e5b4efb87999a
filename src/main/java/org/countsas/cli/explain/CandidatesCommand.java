package org.countsas.cli.explain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.countsas.candidate.CandidateFinder;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.DefinitionOption;
import org.countsas.cli.option.FilterOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.concurrent.ParallelTasks;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.question.CandidateQuestion;
import org.countsas.report.candidate.CandidateReport;
import org.countsas.report.candidate.RecoveryReport;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candidates}: which items the rules may have missed, and what one more term would change. */
@Command(
        name = "candidates",
        mixinStandardHelpOptions = true,
        description = "Ranks items that do not count by how much they resemble those that do. It decides nothing.")
final class CandidatesCommand implements Callable<Integer> {
    private static final int OF_ONE_POLICY = 10;
    private static final int OF_EACH_POLICY = 3;
    private static final int FIRST = 50;

    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Mixin
    private DefinitionOption definition = new DefinitionOption();

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description =
                    "Look for candidates of this policy, adopted or not; by default of all that the definition adopts.")
    private @Nullable String policy;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "How many candidates of each policy; by default 10 of one, 3 of each of several, and the first 50 with --leave-one-out.")
    private @Nullable Integer limit;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @ArgGroup
    private What what = new What();

    /** What is asked: for candidates unless said otherwise. */
    static final class What {
        @Option(names = "--terms", description = "List the terms proposed for the candidates instead.")
        private boolean terms;

        @Option(
                names = "--leave-one-out",
                description =
                        "Measure the search instead: take away one concept at a time and look for what no longer counts.")
        private boolean leaveOneOut;
    }

    @ArgGroup
    private Form form = new Form();

    /** How the result is printed: for people unless asked otherwise. */
    static final class Form {
        @Option(names = "--json", description = "Print the candidates as JSON and nothing else.")
        private boolean json;

        @Option(names = "--csv", description = "Print one CSV row for each candidate and nothing else.")
        private boolean csv;
    }

    CandidatesCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock(), input);
        CandidateQuestion question = new CandidateQuestion(definition.text(input), asOf, policy, limit());
        AtomicReference<Selection> read = new AtomicReference<>();
        AtomicReference<RuleBook> rulesRead = new AtomicReference<>();
        // Items, rules and the dictionary have nothing to do with one another until the first item is decided.
        ParallelTasks.run(List.of(
                () -> read.set(input.budget().selection()),
                () -> rulesRead.set(rules.location(input).book()),
                CandidateFinder::prepare));
        Selection selection = requireNonNull(read.get());
        RuleBook book = requireNonNull(rulesRead.get());
        if (what.leaveOneOut) {
            measure(question, selection, book, language);
        } else {
            search(question, selection, book, language);
        }
        ProblemPrinter.notices(selection, language, environment.err());
        return 0;
    }

    private int limit() {
        if (limit != null) {
            return limit;
        }
        if (what.leaveOneOut || what.terms) {
            return FIRST;
        }
        return policy == null ? OF_EACH_POLICY : OF_ONE_POLICY;
    }

    private void search(CandidateQuestion question, Selection selection, RuleBook book, Language language) {
        CandidateQuestion.Answer answer = question.about(filter.filter(book))
                .answer(selection, book, rules.location(input).dismissedTerms());
        CandidateReport report =
                new CandidateReport(answer.definition(), answer.policies(), selection.currency(), book, language);
        if (form.csv) {
            environment.out().document(report.csv());
        } else if (form.json) {
            environment.out().document(report.json());
        } else {
            environment.out().lines(what.terms ? report.terms() : report.text());
        }
    }

    private void measure(CandidateQuestion question, Selection selection, RuleBook book, Language language) {
        CandidateQuestion.Measured measured = question.measure(selection, book);
        RecoveryReport report =
                new RecoveryReport(measured.definition(), measured.recoveries(), question.limit(), language);
        if (form.json) {
            environment.out().document(report.json());
        } else {
            environment.out().lines(report.text());
        }
    }
}
