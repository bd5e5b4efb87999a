package org.countsas.source.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.table.ColumnNames;
import org.countsas.source.table.TableConsumer;
import org.countsas.source.table.WantedColumns;
import org.jspecify.annotations.Nullable;

/** What the tables of the RS System export have in common: each row belongs to a project of an edition. Not thread-safe. */
abstract class RsRows implements TableConsumer {
    /** Rows that could not be used, in the order of the file. */
    final Map<Origin, Rejection> rejected = new LinkedHashMap<>();
    /** All rows. */
    int rows;

    /**
     * Why a row could not be used.
     *
     * @param other the place with which the problem's reason ends; null if it names none
     */
    record Rejection(Problem problem, @Nullable Place other) {}

    private final String file;
    private ColumnNames names = new ColumnNames(List.of());
    private List<String> missing = List.of();
    private List<String> missingRequired = List.of();
    private int edition;
    private int id;

    RsRows(String file) {
        this.file = file;
    }

    final String file() {
        return file;
    }

    /**
     * Warns about columns that other editions have but this one does not.
     *
     * @throws ProblemException {@code MISSING_COLUMN} if the table cannot be used without one of them
     */
    final void requireColumns(ReadingBuilder reading) {
        Problems problems = new Problems();
        missingRequired.forEach(column -> problems.add(
                Code.MISSING_COLUMN,
                Place.file(file).field(column),
                "The column '" + column + "' is missing",
                Suggestion.fix(column, names.names())));
        problems.throwIfAny();
        if (!missing.isEmpty()) {
            reading.warn(
                    Code.MISSING_COLUMN,
                    Place.file(file),
                    "This edition lacks columns that others have: " + String.join(", ", missing)
                            + ". What they say is empty in every item",
                    "");
        }
    }

    /** Finds the columns of the table. */
    abstract void columns(WantedColumns columns);

    /** Takes a row. */
    abstract void row(Origin origin, String ofEdition, String ofProject, String[] cells);

    @Override
    public final boolean[] header(int row, List<String> header) {
        names = new ColumnNames(header);
        WantedColumns columns = new WantedColumns(names);
        // The review's own year. An export without it is one edition, whatever its year.
        edition = columns.want("事業年度");
        id = columns.want(RsTable.ID);
        columns(columns);
        missing = columns.missing();
        missingRequired = columns.missingRequired();
        return columns.wanted();
    }

    @Override
    public final void row(int row, String[] cells) {
        rows++;
        if (!missingRequired.isEmpty()) {
            return;
        }
        Origin origin = new Origin(file, row);
        String project = cells[id].strip();
        if (project.isEmpty()) {
            reject(
                    origin,
                    new Problem(
                            Code.MISSING_ID, origin.place().field(RsTable.ID), "The row has no id", "Fill in the id"));
        } else {
            row(origin, WantedColumns.cell(cells, edition).strip(), project, cells);
        }
    }

    @Override
    public final void broken(int row, String reason, String fix) {
        rows++;
        Origin origin = new Origin(file, row);
        reject(origin, new Problem(Code.BROKEN_ROW, origin.place(), reason, fix));
    }

    final void reject(Origin origin, Problem problem) {
        rejected.put(origin, new Rejection(problem, null));
    }
}
