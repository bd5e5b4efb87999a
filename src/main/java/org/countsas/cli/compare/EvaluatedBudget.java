package org.countsas.cli.compare;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.ComparisonOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.reform.Reforms;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.output.AtomicFile;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.DefinitionChoice;
import org.countsas.report.comparison.ResultFiles;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;

/**
 * What the laboratory's commands work on: items of one year and stage, those of all years, and what the rules find of them.
 *
 * @param selection the items of the chosen year and stage
 * @param every     the items of all years and stages in the same currency
 * @param asOf      the day on which rules must be in force
 * @param countsAs  the rules; of two folders the first
 */
record EvaluatedBudget(Selection selection, List<BudgetItem> every, LocalDate asOf, CountsAs countsAs) {

    static EvaluatedBudget of(InputOptions input, ComparisonOptions options, LocalDate asOf) {
        options.language();
        if (options.out() != null) {
            // Before the work and not after it: whoever names a folder that cannot be written to need not wait.
            AtomicFile.createFolder(options.out());
        }
        CountsAs countsAs = load(options.rules(), 0);
        Reading reading = input.read();
        Selection selection = input.select(reading);
        List<BudgetItem> every = reading.items().stream()
                .filter(item -> item.currency().equals(selection.currency()))
                .toList();
        return new EvaluatedBudget(selection, every, asOf, countsAs);
    }

    Reforms reforms() {
        return DefinitionChoice.reforms(countsAs);
    }

    /** The reform that an option names, or the definition in force. */
    Reform reform(String text) {
        return DefinitionChoice.reform(countsAs.definitions(), text);
    }

    /** What the rules find of every programme. */
    Findings evaluate(CountsAs rules, Environment environment) {
        Set<Programme> programmes = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Programme> inOrder = new ArrayList<>();
        every.forEach(item -> {
            if (programmes.add(item.programme())) {
                inOrder.add(item.programme());
            }
        });
        try (Progress progress = new Progress(environment, inOrder.size())) {
            return rules.evaluate(inOrder, progress);
        }
    }

    ComparisonInput subject(String label, Reformed reformed, Findings findings) {
        return new ComparisonInput(
                label, reformed, findings, countsAs.rules().folder().digest());
    }

    /**
     * A warning that amounts and definition differ in currency would be wrong here: what is held against a base must be in its currency.
     *
     * @throws ProblemException {@code CURRENCIES_DIFFER}
     */
    void checkCurrency(Reformed reformed) {
        if (!reformed.definition().currency().equals(selection.currency())) {
            throw new ProblemException(
                    Code.CURRENCIES_DIFFER,
                    Place.NONE,
                    "'" + reformed.expression() + "' is made for amounts in "
                            + reformed.definition().currency() + ", and these are in " + selection.currency(),
                    "Choose a definition in the currency of the amounts");
        }
    }

    static CountsAs load(List<Path> folders, int index) {
        return CountsAs.of(RulesOptions.folder(folders.isEmpty() ? null : folders.get(index)), RulesOptions.cache());
    }

    /** Writes and prints an answer as the options ask, and what is to be known of the input beside it. */
    void give(Answer answer, ComparisonOptions options, Environment environment) {
        if (options.out() != null) {
            ResultFiles.write(
                    options.out(),
                    answer.name(),
                    answer.json().get(),
                    answer.tables().get());
        }
        if (options.xlsx() != null) {
            ResultFiles.workbook(options.xlsx(), answer.tables().get());
        }
        if (options.json()) {
            environment.out().document(answer.json().get());
        } else {
            answer.text().get().forEach(environment.out()::line);
        }
        ProblemPrinter.notices(selection.rejected(), selection.warnings(), options.language(), environment.err());
    }
}
