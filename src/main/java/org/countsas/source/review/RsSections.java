package org.countsas.source.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.RowUseCounter;
import org.countsas.source.result.Scope;
import org.countsas.source.result.SectionFunding;
import org.countsas.source.table.Table;

/** Adds the sections that projects are paid from, for each project and year as in its newest edition. Not thread-safe. */
final class RsSections {
    private final ReadingBuilder reading;
    private final List<Table.Pass<RsBudgetLines>> tables;

    RsSections(ReadingBuilder reading, List<Table.Pass<RsBudgetLines>> tables) {
        this.reading = reading;
        this.tables = tables;
    }

    /** Adds the sections and the files to the reading. */
    void add() {
        Map<List<Object>, String> newest = new HashMap<>();
        for (Table.Pass<RsBudgetLines> pass : tables) {
            for (RsBudgetLines.Line line : pass.consumer().lines) {
                newest.merge(key(line.funding()), line.edition(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
        for (Table.Pass<RsBudgetLines> pass : tables) {
            RsBudgetLines table = pass.consumer();
            table.requireColumns(reading);
            table.rejected.forEach(
                    (origin, rejection) -> reading.reject(rejection.problem(), origin, Scope.EVERYTHING));
            for (RsBudgetLines.Line line : table.lines) {
                if (line.edition().equals(newest.get(key(line.funding())))) {
                    reading.section(line.funding());
                }
            }
            RowUseCounter uses = new RowUseCounter(table.file(), ReviewReader.FORMAT, pass.charset(), null);
            uses.count(RowUse.REJECTED, table.rejected.size());
            uses.count(RowUse.BREAKDOWN, table.rows - table.rejected.size());
            reading.file(uses.finish(table.rows));
        }
    }

    private static List<Object> key(SectionFunding funding) {
        return List.of(funding.programme(), funding.fiscalYear());
    }
}
