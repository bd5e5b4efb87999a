package org.countsas.report.rules;

import java.util.ArrayList;
import java.util.List;
import org.countsas.output.Language;
import org.countsas.output.Texts;

/** Which rule files were put into the standard layout, or are not in it. */
public final class RulesFormatReport {
    private RulesFormatReport() {}

    /**
     * One line for each file and one for all.
     *
     * @param changed the files that were not in the layout
     * @param files   how many files were checked
     * @param check   whether they were left as they were
     */
    public static List<String> text(List<String> changed, int files, boolean check, Language language) {
        List<String> text = new ArrayList<>(changed);
        text.add(Texts.of(RulesFormatReport.class, language)
                .text(check ? "fmt.check" : "fmt.done", language.number(changed.size()), language.number(files)));
        return text;
    }
}
