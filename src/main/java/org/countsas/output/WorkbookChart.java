package org.countsas.output;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A bar chart of a sheet: a bar for each of its rows. It refers to the cells, so it follows them when a person changes them.
 *
 * @param title  what it shows
 * @param sheet  the name of the sheet that has the cells, and shows the chart
 * @param names  the column of the bars' names, from 0
 * @param values the column of their lengths, from 0; its heading names them
 * @param bars   the names and lengths, in the order of the rows from row 2
 * @param unit   in what lengths are stated
 */
@API(status = API.Status.INTERNAL)
public record WorkbookChart(String title, String sheet, int names, int values, List<Bar> bars, Unit unit) {
    public WorkbookChart {
        bars = List.copyOf(bars);
    }

    /** A bar. */
    public record Bar(String name, long value) {}

    /**
     * A unit of an axis.
     *
     * @param label what it is called
     * @param id    what the format of workbooks calls it, such as {@code billions} or {@code hundredMillions}
     */
    public record Unit(String label, String id) {}
}
