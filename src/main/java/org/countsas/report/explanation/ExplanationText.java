package org.countsas.report.explanation;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.report.explanation.ExplanationDocument.Line;
import org.countsas.report.explanation.ExplanationDocument.Mark;
import org.countsas.report.explanation.ExplanationDocument.Section;

/** An explanation as lines for a terminal. */
@API(status = API.Status.EXPERIMENTAL)
public final class ExplanationText {
    private ExplanationText() {}

    /** The lines of an explanation. */
    public static List<String> of(ExplanationDocument document) {
        List<String> lines = new ArrayList<>();
        lines.add(document.title());
        for (Section section : document.sections()) {
            lines.add("");
            lines.add(section.title());
            section.lines().forEach(line -> add(line, "  ", document.language(), lines));
        }
        return lines;
    }

    private static void add(Line line, String indent, Language language, List<String> lines) {
        boolean condition = line.mark() == Mark.MET || line.mark() == Mark.NOT_MET;
        String mark = condition ? Texts.of(ExplanationText.class, language).text("mark." + line.mark()) : "";
        lines.add(indent + mark + line.text());
        line.details().forEach(detail -> add(detail, indent + "  ", language, lines));
    }
}
