package org.countsas.source.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.source.profile.Profile;
import org.countsas.source.profile.Profiles;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.HeaderPlace;
import org.countsas.source.table.HeaderReader;
import org.countsas.source.table.Headings;
import org.countsas.source.table.Table;
import org.countsas.source.table.TableTop;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a table where that is certain: the first row, or the first two rows together, with all columns that are needed. Not
 * thread-safe.
 */
final class FormFinder {
    private static final int MOST_SHOWN = 3;
    private static final int LONGEST_SHOWN = 40;

    private final @Nullable Profile profile;
    private final ReadingBuilder reading;

    /** @param profile the profile that the user names; null for none */
    FormFinder(@Nullable Profile profile, ReadingBuilder reading) {
        this.profile = profile;
        this.reading = reading;
    }

    /** How a table is laid out. What was found is reported, unless the header is the first row. */
    TableForm find(Table table) {
        TableTop top = table.top();
        TableForm form = table.isHeaderKnown()
                ? known(table, top)
                : search(table, top)
                        .or(() -> table.otherTops().stream()
                                .map(other -> search(table, other))
                                .flatMap(Optional::stream)
                                .findFirst())
                        .orElseGet(() -> first(table, top));
        report(form);
        return form;
    }

    /** The header where the user says that it is. */
    private static TableForm known(Table table, TableTop top) {
        HeaderReader header = HeaderReader.read(table);
        return new TableForm(
                table,
                new ColumnNames(header.names()),
                "",
                top.lines().stream().filter(line -> line.row() < header.row()).toList());
    }

    /** The first row, or the first two if they are plainly one header; what is missing will be reported. */
    private static TableForm first(Table table, TableTop top) {
        List<TableTop.Line> lines = top.lines();
        if (lines.size() > 1 && Headings.areTwoRows(lines.get(0), lines.get(1))) {
            return form(table, top, 0, 2, Headings.joined(lines.subList(0, 2)));
        }
        return new TableForm(table, HeaderReader.of(table), "", List.of());
    }

    private Optional<TableForm> search(Table table, TableTop top) {
        List<TableTop.Line> lines = top.lines();
        Predicate<List<String>> fits = names -> isHeader(new ColumnNames(names), Place.file(table.name()));
        for (int i = 0; i < lines.size(); i++) {
            boolean two = i + 1 < lines.size() && Headings.areTwoRows(lines.get(i), lines.get(i + 1));
            if (!two && fits.test(lines.get(i).cells())) {
                return Optional.of(form(table, top, i, 1, lines.get(i).cells()));
            }
            Optional<TableForm> both = two ? ofTwoRows(table, top, i, fits) : Optional.empty();
            if (both.isPresent()) {
                return both;
            }
        }
        for (int i = 0; i + 1 < lines.size(); i++) {
            Optional<TableForm> both = ofTwoRows(table, top, i, fits);
            if (both.isPresent()) {
                return both;
            }
        }
        return Optional.empty();
    }

    private static Optional<TableForm> ofTwoRows(Table table, TableTop top, int first, Predicate<List<String>> fits) {
        List<TableTop.Line> both = top.lines().subList(first, first + 2);
        return List.of(Headings.joined(both), Headings.lowest(both)).stream()
                .filter(names -> areDistinct(names) && fits.test(names))
                .map(names -> form(table, top, first, 2, names))
                .findFirst();
    }

    private static TableForm form(Table table, TableTop top, int first, int rows, List<String> names) {
        List<TableTop.Line> lines = top.lines();
        int row = lines.get(first).row();
        String place = rows > 1 ? "rows " + row + " and " + lines.get(first + 1).row() : first > 0 ? "row " + row : "";
        return new TableForm(
                table.at(top, new HeaderPlace(row, rows)), new ColumnNames(names), place, lines.subList(0, first));
    }

    private static boolean areDistinct(List<String> names) {
        List<String> words = names.stream().filter(name -> !name.isEmpty()).toList();
        return new HashSet<>(words).size() == words.size();
    }

    private boolean isHeader(ColumnNames names, Place place) {
        return profile != null
                ? profile.fits(names)
                : !new MappingByName(names, TableUnits.NONE, place).isIncomplete()
                        || Profiles.fitting(names).isPresent();
    }

    private void report(TableForm form) {
        if (form.place().isEmpty()) {
            return;
        }
        List<String> titles = new ArrayList<>();
        form.above()
                .forEach(line ->
                        line.cells().stream().filter(cell -> !cell.isEmpty()).forEach(titles::add));
        reading.warn(
                Code.TABLE_FORM,
                Place.file(form.table().name()),
                "The header is in " + form.place()
                        + (titles.isEmpty()
                                ? ""
                                : "; what is above it is no item: "
                                        + titles.stream()
                                                .limit(MOST_SHOWN)
                                                .map(FormFinder::shortened)
                                                .collect(Collectors.joining(", "))
                                        + (titles.size() > MOST_SHOWN ? ", …" : "")),
                "");
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return "'"
                + (length <= LONGEST_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…")
                + "'";
    }
}
