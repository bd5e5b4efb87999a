package org.countsas.cli.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.language.RuleFormat;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.report.rules.RulesFormatReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules fmt}: brings rule files into their one layout. */
@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        description = "Brings rule files into their one layout; comments stay. Files with errors are left as they are.")
final class RulesFmtCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Option(
            names = "--check",
            description =
                    "Change nothing; name the files that are not in the layout, and exit with 1 if there are any.")
    private boolean check;

    RulesFmtCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        Path place = rules.place();
        RulesFolder folder = RulesFolder.of(place);
        Problems problems = new Problems();
        List<String> changed = new ArrayList<>();
        Map<String, String> files = folder.texts("policies/", ".drl", problems);
        files.forEach((file, text) -> {
            try {
                String formatted = RuleFormat.format(file, text);
                if (!formatted.equals(text)) {
                    changed.add(file);
                    if (!check) {
                        Path target = place.resolve(file.substring(folder.name().length() + 1));
                        AtomicFile.write(target, out -> out.write(formatted.getBytes(StandardCharsets.UTF_8)));
                    }
                }
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        });
        RulesFormatReport.text(changed, files.size(), check, language).forEach(environment.out()::line);
        problems.throwIfAny();
        return check && !changed.isEmpty() ? 1 : 0;
    }
}
