package org.countsas.cli.rules;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.countsas.candidate.DismissedTerms.Dismissal;
import org.countsas.candidate.DismissedTermsFile;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesOptions;
import org.countsas.policy.book.RuleBook;
import org.countsas.question.rules.TermQuestion;
import org.countsas.report.candidate.TermReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules dismiss-term}: a proposed term that is not to be proposed again. */
@Command(
        name = "dismiss-term",
        mixinStandardHelpOptions = true,
        description = "Records beside the rules that a proposed term was dismissed, by whom and why.")
final class RulesDismissTermCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "CONCEPT", description = "The concept's id.")
    private String concept = "";

    @Parameters(index = "1", paramLabel = "TERM", description = "The term, as it was proposed.")
    private String term = "";

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who dismisses it.")
    private String by = "";

    @Option(names = "--why", required = true, paramLabel = "REASON", description = "Why.")
    private String why = "";

    RulesDismissTermCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        RuleBook book = rules.location().book();
        TermQuestion.concept(concept, book);
        DismissedTermsFile.add(
                rules.location().path(), new Dismissal(concept, term, by, LocalDate.now(environment.clock()), why));
        environment.out().lines(new TermReport(rules.language()).dismissed(concept, term, DismissedTermsFile.NAME));
        return 0;
    }
}
