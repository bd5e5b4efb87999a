package org.countsas.question.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.countsas.output.AtomicFile;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.language.RuleFormat;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;

/**
 * The rule files of a folder and their one layout. Immutable and thread-safe.
 *
 * @param files     how many rule files there are
 * @param formatted for each file that is not in the layout, its text in the layout, by the file's path as problems name it
 * @param problems  what is wrong with files that cannot be laid out
 */
@API(status = API.Status.EXPERIMENTAL)
public record RuleLayout(int files, Map<String, String> formatted, List<Problem> problems) {

    public RuleLayout {
        formatted = Map.copyOf(formatted);
        problems = List.copyOf(problems);
    }

    /** Lays out the rule files of a folder without changing them. */
    public static RuleLayout of(RulesFolder folder) {
        Problems problems = new Problems();
        Map<String, String> formatted = new TreeMap<>();
        Map<String, String> files = folder.texts("policies/", ".drl", problems);
        files.forEach((file, text) -> {
            try {
                String layout = RuleFormat.format(file, text);
                if (!layout.equals(text)) {
                    formatted.put(file, layout);
                }
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        });
        return new RuleLayout(files.size(), formatted, problems.found());
    }

    /** The files that are not in the layout, by path. */
    public List<String> changed() {
        return formatted.keySet().stream().sorted().toList();
    }

    /**
     * Writes the files that are not in the layout.
     *
     * @param place  where the folder is
     * @param folder the folder that was laid out
     * @throws ProblemException if they cannot be written
     */
    public void write(Path place, RulesFolder folder) {
        changed()
                .forEach(file -> AtomicFile.write(
                        place.resolve(file.substring(folder.name().length() + 1)),
                        out -> out.write(String.valueOf(formatted.get(file)).getBytes(StandardCharsets.UTF_8))));
    }
}
