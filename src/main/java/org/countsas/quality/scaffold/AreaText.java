package org.countsas.quality.scaffold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of the files of a new area, in the layout of the shipped ones. Immutable and thread-safe.
 *
 * @param plan       what was said of the area
 * @param citation   id of the source that the rules cite
 * @param definition id of the definition under which its tests run
 * @param asOf       the day on which they run
 */
record AreaText(AreaPlan plan, String citation, String definition, LocalDate asOf) {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}<](?:[\\p{L}\\p{M}\\p{N} *<>()・、。（）「」/-]*[^ ])?");

    /** The name of the rule that counts. */
    String byTitle() {
        return plan.title().en() + " by title";
    }

    /** The name of the rule that asks a person. */
    String inPurpose() {
        return plan.title().en() + " in the purpose alone";
    }

    /** The entry in a list of policies, without its indent. */
    String entry() {
        return "- {policy: " + plan.id() + ", title: " + title() + ", status: proposed}";
    }

    /** A list of policies with this one alone. */
    String ownList() {
        return "policies:\n  " + entry() + "\n";
    }

    /** The rule file. */
    String rules() {
        String en = plan.title().en();
        String ja = plan.title().ja();
        return "package policies." + plan.id().replace('-', '_') + "\n\nimport org.countsas.policy.Item\n\n"
                + "// Counts: what the title names. Where it stands in the purpose alone, a person judges. Add rules that reject what only sounds\n"
                + "// like it, and rules that count on structural grounds: a bureau, a plan, a law.\n\n"
                + "rule \"" + byTitle() + "\"\n"
                + head()
                + "    @because(\"The title {name} holds a term of the area “" + en + "”\")\n"
                + "    @because_ja(\"{name}という名称に「" + ja + "」の分野を示す語があるため\")\n"
                + "when\n    $item : Item( names(\"" + plan.id() + "\") )\nthen\n    $item.count();\nend\n\n"
                + "rule \"" + inPurpose() + "\"\n"
                + head().replaceFirst(" *@share\\(.*\\)\n", "")
                + "    @because(\"{name} names the area “" + en
                + "” in its purpose alone, so a person must judge whether it serves it\")\n"
                + "    @because_ja(\"{name}は目的の記述で「" + ja
                + "」の分野に触れるにとどまり、これに当たるかは人の判断を要するため\")\n"
                + "when\n    $item : Item( aims(\"" + plan.id() + "\"), !names(\"" + plan.id() + "\") )\n"
                + "then\n    $item.review();\nend\n";
    }

    private String head() {
        return "    @policy(\"" + plan.id() + "\")\n    @strength(\"presumption\")\n    @share(\"100\")\n"
                + "    @basis(\"inferred\")\n    @cite(\"" + citation + "\")\n";
    }

    /** The vocabulary file. */
    String vocabulary() {
        return "vocabulary: " + plan.id() + "\nconcepts:\n  " + plan.id() + ":\n    label: " + title()
                + "\n    terms:\n" + terms("ja", plan.japanese()) + terms("en", plan.english());
    }

    private static String terms(String language, List<String> terms) {
        return terms.isEmpty()
                ? ""
                : "      " + language + ": ["
                        + terms.stream().map(AreaText::scalar).collect(Collectors.joining(", ")) + "]\n";
    }

    /** The file of rule tests. */
    String tests() {
        List<String> written = written();
        String first = written.get(0);
        List<String> text = new ArrayList<>();
        text.add("# " + plan.title().en()
                + ": what its rules must find, and what they must not. Add near misses with every rule.");
        text.add("definition: " + scalar(definition));
        text.add("asOf: " + asOf);
        text.add("tests:");
        text.add("");
        text.add("  - name: " + scalar(plan.title().en() + " named by the title"));
        text.add("    item: {name: " + scalar(first) + "}");
        text.add("    expect: {fires: [" + scalar(byTitle()) + "], doesNotFire: [" + scalar(inPurpose()) + "]}");
        if (written.size() > 1) {
            text.add("    and:");
            for (String term : written.subList(1, written.size())) {
                text.add("      - name: " + scalar("by the words " + term));
                text.add("        item: {name: " + scalar(term) + "}");
            }
        }
        text.add("");
        text.add("  - name: " + scalar(plan.title().en() + " named by the purpose alone is for a person to judge"));
        text.add("    item: {purpose: " + scalar(first) + "}");
        text.add("    expect: {fires: [" + scalar(inPurpose()) + "], doesNotFire: [" + scalar(byTitle()) + "]}");
        text.add("");
        text.add("  - name: " + scalar(plan.title().en() + " named along the way says nothing"));
        text.add("    item: {overview: " + scalar(first) + "}");
        text.add("    expect: {doesNotFire: [" + scalar(byTitle()) + ", " + scalar(inPurpose()) + "]}");
        text.add("");
        text.add("vocabulary:");
        text.add("  " + plan.id() + ":");
        written.forEach(term -> text.add("    - " + scalar("<" + term + ">")));
        return String.join("\n", text) + "\n";
    }

    /** The terms as a text would have them, each once, Japanese first. */
    private List<String> written() {
        Set<String> written = new LinkedHashSet<>();
        plan.japanese().forEach(term -> written.add(AreaPlan.written(term)));
        plan.english().forEach(term -> written.add(AreaPlan.written(term)));
        return List.copyOf(written);
    }

    private String title() {
        return "{en: " + scalar(plan.title().en()) + ", ja: "
                + scalar(plan.title().ja()) + "}";
    }

    /** A text as a value, in quotes where it could be taken for something else. */
    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
