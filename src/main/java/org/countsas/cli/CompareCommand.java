package org.countsas.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.Findings;
import org.countsas.comparison.change.Comparer;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.Subject;
import org.countsas.comparison.reform.Reformed;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.report.ComparisonJson;
import org.countsas.report.ComparisonText;
import org.countsas.report.Language;
import org.countsas.report.StudyTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: definitions side by side, and what the difference is due to. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Compares definitions, or two folders of rules, and says what each change is worth.")
final class CompareCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Option(names = "--definition", paramLabel = "ID|REFORM|FILE",
            description = "A definition, a reform such as 'japan-2022 + space', or a YAML file of one; at least two, the first is held against the others.")
    private List<String> definitions = new ArrayList<>();

    CompareCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = options.language();
        LocalDate asOf = options.asOf(environment.clock());
        List<Path> folders = options.rules();
        if (folders.size() > 2 || (folders.size() < 2 && definitions.size() < 2) || (folders.size() == 2 && definitions.size() > 1)) {
            throw new ProblemException(Code.UNKNOWN_OPTION, Place.NONE, "There is not one thing to compare with another",
                    "Give --definition twice or more, or --rules twice with one --definition");
        }
        Study study = Study.of(input, options, asOf);
        CountsAs first = study.countsAs();
        List<Subject> subjects = folders.size() == 2 ? twoFolders(study, folders) : severalDefinitions(study);
        Comparison comparison = new Comparer(study.selection().items(), study.every(), asOf, options.targets()).compare(subjects, study.reforms());
        String command = command(comparison, asOf);
        study.give(new Answer("compare", () -> ComparisonJson.of(comparison, command), () -> ComparisonText.of(comparison, first.rules(), command, language),
                () -> StudyTables.of(comparison, language)), options, environment);
        return 0;
    }

    private List<Subject> severalDefinitions(Study study) {
        List<Reformed> reformed = definitions.stream().distinct().map(study::reform).map(options::withGdp).map(study.reforms()::apply).toList();
        reformed.forEach(study::checkCurrency);
        Findings findings = study.evaluate(study.countsAs(), environment);
        return reformed.stream().map(each -> study.subject(each.expression(), each, findings)).toList();
    }

    private List<Subject> twoFolders(Study study, List<Path> folders) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CountsAs rules = i == 0 ? study.countsAs() : Study.load(folders, 1);
            Study own = new Study(study.selection(), study.every(), study.asOf(), rules);
            String definition = definitions.isEmpty() ? rules.definitions().inForceOn(study.asOf()).id() : definitions.get(0);
            Reformed reformed = own.reforms().apply(options.withGdp(own.reform(definition)));
            own.checkCurrency(reformed);
            subjects.add(own.subject(reformed.expression() + " (" + folders.get(i) + ")", reformed, own.evaluate(rules, environment)));
        }
        return subjects;
    }

    private String command(Comparison comparison, LocalDate asOf) {
        List<String> words = new ArrayList<>(List.of("countsas", "compare"));
        words.addAll(input.words(comparison.fiscalYear(), comparison.stage()));
        (options.rules().size() == 2 ? comparison.sides().subList(0, 1) : comparison.sides()).forEach(side -> words.addAll(List.of("--definition", side.reformed().expression())));
        words.addAll(options.words(asOf));
        return Reproduce.command(words);
    }
}
