package org.countsas.source.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countsas.source.result.Origin;
import org.countsas.source.table.WantedColumns;

/** Table 1-3: lists of policies, laws and plans of each project, side by side and independent of one another. */
final class RsPolicies extends RsRows {
    /** A cited text with its number in the project's list. Sorted by number, so that the order of the rows makes no difference. */
    private record Numbered(int number, String text) {}

    private static final Comparator<Numbered> ORDER =
            Comparator.comparingInt(Numbered::number).thenComparing(Numbered::text);

    /** What a project cites. */
    static final class Citations {
        private final Origin origin;
        private int rows;
        private final TreeSet<Numbered> policies = new TreeSet<>(ORDER);
        private final TreeSet<Numbered> measures = new TreeSet<>(ORDER);
        private final TreeSet<Numbered> laws = new TreeSet<>(ORDER);
        private final TreeSet<Numbered> plans = new TreeSet<>(ORDER);

        Citations(Origin origin) {
            this.origin = origin;
        }

        Origin origin() {
            return origin;
        }

        int rows() {
            return rows;
        }

        /** These citations and those of the same project in another file of the export. */
        Citations plus(Citations other) {
            Citations sum = new Citations(origin);
            for (Citations part : List.of(this, other)) {
                sum.policies.addAll(part.policies);
                sum.measures.addAll(part.measures);
                sum.laws.addAll(part.laws);
                sum.plans.addAll(part.plans);
            }
            return sum;
        }

        List<String> policies() {
            return texts(policies);
        }

        List<String> measures() {
            return texts(measures);
        }

        List<String> laws() {
            return texts(laws);
        }

        List<String> plans() {
            return texts(plans);
        }

        private static List<String> texts(SortedSet<Numbered> numbered) {
            LinkedHashSet<String> texts = new LinkedHashSet<>();
            for (Numbered one : numbered) {
                texts.add(one.text());
            }
            return List.copyOf(texts);
        }
    }

    /** Citations by edition and id. */
    final Map<String, Map<String, Citations>> citations = new LinkedHashMap<>();

    private int policyNumber;
    private int policy;
    private int measure;
    private int lawNumber;
    private int law;
    private int planNumber;
    private int plan;

    RsPolicies(String file) {
        super(file);
    }

    @Override
    void columns(WantedColumns columns) {
        policyNumber = columns.want("番号（政策・施策）");
        policy = columns.want("政策");
        measure = columns.want("施策");
        lawNumber = columns.want("番号（根拠法令）");
        law = columns.want("法令名");
        planNumber = columns.want("番号（関係する計画・通知等）");
        plan = columns.want("計画通知名");
    }

    @Override
    void row(Origin origin, String ofEdition, String ofProject, String[] cells) {
        Citations cited = citations
                .computeIfAbsent(ofEdition, e -> new HashMap<>())
                .computeIfAbsent(ofProject, p -> new Citations(origin));
        cited.rows++;
        add(cited.policies, cells, policyNumber, policy);
        add(cited.measures, cells, policyNumber, measure);
        add(cited.laws, cells, lawNumber, law);
        add(cited.plans, cells, planNumber, plan);
    }

    private static void add(SortedSet<Numbered> texts, String[] cells, int numberColumn, int textColumn) {
        String text = WantedColumns.cell(cells, textColumn);
        if (!text.isBlank()) {
            texts.add(new Numbered(number(WantedColumns.cell(cells, numberColumn)), text));
        }
    }

    /** Called for every cell of the table, where a regular expression would take noticeable time. */
    private static int number(String cell) {
        int number = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < '0' || c > '9' || i > 6) {
                return Integer.MAX_VALUE;
            }
            number = 10 * number + c - '0';
        }
        return cell.isEmpty() ? Integer.MAX_VALUE : number;
    }
}
