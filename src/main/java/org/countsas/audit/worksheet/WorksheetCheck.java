package org.countsas.audit.worksheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.audit.sampling.Judgement;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;

/**
 * Compares a worksheet that came back with the one that was given out, and reads the auditor's judgements from it. Nothing in the file is
 * trusted: the sample is drawn again from the bundle, and every cell that the auditor must not change is compared.
 */
@API(status = API.Status.INTERNAL)
public final class WorksheetCheck {
    private final Worksheet given;
    private final String file;
    private final List<String> areas;
    private final Problems problems = new Problems();

    private WorksheetCheck(Worksheet given, String file, List<String> areas) {
        this.given = given;
        this.file = file;
        this.areas = areas;
    }

    /**
     * The judgements about the items of a sample, by id.
     *
     * @param given  the worksheet as it was given out
     * @param filled the worksheet as it came back
     * @param file   its name, for messages
     * @param areas  ids of the areas that the definition adopts
     * @throws ProblemException with everything that is wrong: {@code OTHER_BUNDLE}, {@code BAD_WORKSHEET}, {@code CHANGED_ROW},
     *                          {@code UNFILLED_ROW}, {@code BAD_JUDGEMENT}
     */
    public static Map<String, Judgement> judgements(
            Worksheet given, Worksheet filled, String file, List<String> areas) {
        return new WorksheetCheck(given, file, areas).judgements(filled);
    }

    /**
     * Checks that a worksheet was drawn from a bundle, before anything is drawn again.
     *
     * @param bundle SHA-256 of the bundle's manifest
     * @throws ProblemException {@code OTHER_BUNDLE}, or {@code BAD_WORKSHEET} if it names none
     */
    public static void bundle(String bundle, Worksheet filled, String file) {
        String named = filled.parameters().get("bundle");
        if (named == null) {
            throw WorksheetParameters.bad(file, "The parameter 'bundle' is missing");
        }
        if (!bundle.equals(named)) {
            throw new ProblemException(
                    Code.OTHER_BUNDLE,
                    Place.file(file),
                    "The worksheet was drawn from another bundle, " + named + ", and this one is " + bundle,
                    "Name the bundle that the sample was drawn from");
        }
    }

    private Map<String, Judgement> judgements(Worksheet filled) {
        parameters(filled);
        Map<String, Worksheet.Row> wanted = new LinkedHashMap<>();
        given.rows().forEach(row -> wanted.put(row.cell("item"), row));
        Map<String, Judgement> judgements = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Worksheet.Row row : filled.rows()) {
            String id = row.cell("item");
            Worksheet.Row original = wanted.get(id);
            if (original == null) {
                changed(row, "item", "The item '" + id + "' is not in the sample");
            } else if (!seen.add(id)) {
                changed(row, "item", "The item '" + id + "' appears twice");
            } else if (isUnchanged(original, row)) {
                judgement(original, row).ifPresent(judgement -> judgements.put(id, judgement));
            }
        }
        wanted.keySet().stream()
                .filter(id -> !seen.contains(id))
                .forEach(id -> problems.add(
                        Code.CHANGED_ROW,
                        Place.file(file),
                        "The row of the item '" + id + "' is missing",
                        "Put it back: every item of the sample must be examined"));
        problems.throwIfAny();
        return judgements;
    }

    private void parameters(Worksheet filled) {
        bundle(String.valueOf(given.parameters().get("bundle")), filled, file);
        given.parameters().forEach((name, value) -> {
            String found = filled.parameters().get(name);
            if (!value.equals(found)) {
                throw WorksheetParameters.bad(
                        file,
                        "The parameter '" + name + "' is " + (found == null ? "missing" : "'" + found + "'")
                                + ", and the sample drawn by the others has '" + value + "'");
            }
        });
    }

    private boolean isUnchanged(Worksheet.Row original, Worksheet.Row row) {
        for (String column : Worksheet.GIVEN) {
            if (!original.cell(column).equals(row.cell(column))) {
                changed(row, column, "This was '" + original.cell(column) + "' and is now '" + row.cell(column) + "'");
                return false;
            }
        }
        return true;
    }

    private Optional<Judgement> judgement(Worksheet.Row original, Worksheet.Row row) {
        String outcome = row.cell("audited_outcome")
                .toUpperCase(Locale.ROOT)
                .replace('-', '_')
                .replace(' ', '_');
        String area = row.cell("audited_area");
        String counted = row.cell("audited_counted");
        if (outcome.isEmpty()) {
            problems.add(
                    Code.UNFILLED_ROW,
                    place(row, "audited_outcome"),
                    "The item '" + row.cell("item") + "' is not examined",
                    "Fill in COUNTED or NOT_COUNTED");
            return Optional.empty();
        }
        if (outcome.equals("NOT_COUNTED")) {
            if (!area.isEmpty() || !(counted.isEmpty() || counted.equals("0"))) {
                return refused(
                        row,
                        area.isEmpty() ? "audited_counted" : "audited_area",
                        "What does not count has no area and counts nothing",
                        "Empty this cell, or write COUNTED");
            }
            return Optional.of(Judgement.notCounted());
        }
        if (!outcome.equals("COUNTED")) {
            return refused(
                    row,
                    "audited_outcome",
                    "'" + row.cell("audited_outcome") + "' is not a judgement",
                    "Write COUNTED or NOT_COUNTED: an auditor leaves no question open");
        }
        if (area.isEmpty() || counted.isEmpty()) {
            String column = area.isEmpty() ? "audited_area" : "audited_counted";
            problems.add(
                    Code.UNFILLED_ROW,
                    place(row, column),
                    "The item '" + row.cell("item") + "' counts, but the sheet does not say "
                            + (area.isEmpty() ? "in which area" : "how much of it"),
                    "Fill it in");
            return Optional.empty();
        }
        if (!areas.contains(area)) {
            return refused(
                    row,
                    "audited_area",
                    "There is no area '" + area + "' in this definition",
                    Suggestion.fix(area, areas));
        }
        return counted(original, row, counted).map(units -> Judgement.counted(area, units));
    }

    private Optional<Long> counted(Worksheet.Row original, Worksheet.Row row, String text) {
        if (text.matches("\\d{1,3}(,\\d{3})+|\\d{1,18}")) {
            BigDecimal counted = new BigDecimal(text.replace(",", ""));
            if (counted.compareTo(new BigDecimal(original.cell("amount"))) <= 0) {
                return Optional.of(counted.longValueExact());
            }
        }
        return refused(
                row,
                "audited_counted",
                "'" + text + "' is not a whole number between 0 and the item's amount, " + original.cell("amount"),
                "Write how many units of the currency count");
    }

    private <T> Optional<T> refused(Worksheet.Row row, String column, String reason, String fix) {
        problems.add(Code.BAD_JUDGEMENT, place(row, column), reason, fix);
        return Optional.empty();
    }

    private void changed(Worksheet.Row row, String column, String reason) {
        problems.add(
                Code.CHANGED_ROW,
                place(row, column),
                reason,
                "Put it back: only the columns " + String.join(", ", Worksheet.OPEN) + " are to be filled in");
    }

    private Place place(Worksheet.Row row, String column) {
        return Place.line(file, row.number()).field(column);
    }
}
