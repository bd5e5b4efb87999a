package org.countsas.source.review;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countsas.item.Programme;
import org.countsas.item.SourceAttributes;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.source.result.Origin;
import org.countsas.source.table.WantedColumns;
import org.jspecify.annotations.Nullable;

/** Table 1-2: a row for each project, and another, otherwise identical row for each further major-expense category. */
final class RsOverview extends RsRows {
    /** The first row of a project. Comparing all other cells distinguishes further rows of one project from a real conflict. */
    static final class Project {
        final Origin origin;
        final String[] cells;
        /** Sorted, so that the order of the rows makes no difference. */
        final TreeSet<String> majorExpenses = new TreeSet<>();

        Project(Origin origin, String[] cells) {
            this.origin = origin;
            this.cells = cells;
        }
    }

    /** Projects by edition (事業年度) and id. */
    final Map<String, Map<String, Project>> projects = new LinkedHashMap<>();

    int repeats;

    private int name;
    private int ministry;
    private int bureau;
    private int purpose;
    private int overview;
    private int majorExpense;
    private int currentIssues;
    private int category;
    private int startYear;
    private int page;
    private int[] division = {};

    RsOverview(String file) {
        super(file);
    }

    @Override
    void columns(WantedColumns columns) {
        name = columns.require("事業名", "事業名称");
        ministry = columns.want("府省庁", "政策所管府省庁");
        bureau = columns.want("局・庁");
        purpose = columns.want("事業の目的", "事業目的");
        overview = columns.want("事業の概要", "事業概要");
        majorExpense = columns.want("主要経費");
        currentIssues = columns.want("現状・課題");
        category = columns.want("事業区分");
        startYear = columns.want("事業開始年度");
        page = columns.want("事業概要URL");
        division = new int[] {columns.want("部"), columns.want("課"), columns.want("室")};
    }

    @Override
    void row(Origin origin, String ofEdition, String ofProject, String[] cells) {
        Map<String, Project> known = projects.computeIfAbsent(ofEdition, e -> new LinkedHashMap<>());
        Project first = known.get(ofProject);
        if (first == null) {
            first = new Project(origin, cells);
            known.put(ofProject, first);
        } else if (differs(first.cells, cells)) {
            Place other = first.origin.place();
            rejected.put(
                    origin,
                    new Rejection(
                            new Problem(
                                    Code.DUPLICATE_ID,
                                    origin.place().field(RsTable.ID),
                                    "Id '" + ofProject + "' already stands for another project, in " + other,
                                    "Rows with one id may differ only in 主要経費"),
                            other));
            return;
        } else {
            repeats++;
        }
        String expense = WantedColumns.cell(cells, majorExpense);
        if (!expense.isBlank()) {
            first.majorExpenses.add(expense);
        }
    }

    private boolean differs(String[] first, String[] second) {
        for (int i = 0; i < first.length; i++) {
            if (i != majorExpense && !first[i].equals(second[i])) {
                return true;
            }
        }
        return false;
    }

    /** The programme of a project, with its accounts from 2-1 and its citations from 1-3. */
    Programme programme(String id, Project project, Set<String> accounts, RsPolicies.@Nullable Citations cited) {
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, "currentIssues", cell(project, currentIssues));
        put(attributes, "category", cell(project, category));
        put(attributes, "startYear", cell(project, startYear));
        put(attributes, SourceAttributes.OFFICIAL_PAGE, cell(project, page).strip());
        put(
                attributes,
                "division",
                Arrays.stream(division)
                        .mapToObj(column -> cell(project, column))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" ")));
        if (cited != null) {
            put(attributes, "policy", String.join("; ", cited.policies()));
            put(attributes, "measure", String.join("; ", cited.measures()));
        }
        return Programme.builder(id)
                .ministry(cell(project, ministry))
                .bureau(cell(project, bureau))
                .account(String.join("; ", accounts))
                .name(cell(project, name))
                .purpose(cell(project, purpose))
                .overview(cell(project, overview))
                .majorExpense(String.join("; ", project.majorExpenses))
                .plans(cited == null ? List.of() : cited.plans())
                .laws(cited == null ? List.of() : cited.laws())
                .attributes(attributes)
                .build();
    }

    private static void put(Map<String, String> attributes, String key, String value) {
        if (!value.isBlank()) {
            attributes.put(key, value);
        }
    }

    private static String cell(Project project, int column) {
        return WantedColumns.cell(project.cells, column);
    }
}
