package org.countsas.report.rules;

import java.util.ArrayList;
import java.util.List;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.quality.scaffold.NewArea;
import org.countsas.quality.scaffold.NewArea.AdoptionLine;

/** What a new area begins with, and what a person does next. */
public final class NewAreaReport {
    private NewAreaReport() {}

    /**
     * The files that were written, and the lines that try the area and adopt it.
     *
     * @param folder where the rules lie
     * @param trial  the command that shows what the area would change
     */
    public static List<String> text(NewArea area, String folder, String trial, Language language) {
        Texts texts = Texts.of(NewAreaReport.class, language);
        List<String> text = new ArrayList<>();
        text.add(texts.text(
                "area.made",
                area.plan().id(),
                language.label(area.plan().title()),
                folder,
                language.number(area.rules()),
                language.number(
                        area.plan().english().size() + area.plan().japanese().size()),
                language.number(area.tests())));
        TextTable table = new TextTable(false, false);
        area.files().forEach(file -> table.row(file.path(), texts.text("area." + file.kind())));
        text.addAll(table.lines("  "));
        AdoptionLine adoption = area.adoption();
        text.add("");
        text.add(texts.text("area.try"));
        text.add("  " + trial);
        text.add(texts.text("area.adopt", adoption.file()));
        text.add(adoption.line());
        return text;
    }
}
