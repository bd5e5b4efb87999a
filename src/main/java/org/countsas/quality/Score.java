package org.countsas.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.quality.Label.Verdict;

/**
 * Decisions compared with labels.
 *
 * <p>An item labelled {@code count} is a hit when it is counted, in any area, and its area is right when one of its labels names it. An
 * item without a {@code count} label is wrong when it is counted in an area of one of its {@code not} labels, or counted at all if that
 * label has no area. An item whose labels are borderline, or borderline and {@code not}, is left out unless it is wrong in that sense.
 *
 * <p>Immutable and thread-safe.
 *
 * @param all     over all labelled items
 * @param byArea  by the area of the labels: hits and missed of its {@code count} labels, wrong and left of its {@code not} labels
 * @param wrong   the items that differ from their labels, by kind and id
 * @param unknown labelled ids that the input does not have
 */
@API(status = API.Status.EXPERIMENTAL)
public record Score(Tally all, SortedMap<String, Tally> byArea, List<WrongItem> wrong, List<String> unknown) {

    public Score {
        byArea = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byArea));
        wrong = List.copyOf(wrong);
        unknown = List.copyOf(unknown);
    }

    /**
     * An item that differs from its labels.
     *
     * @param kind     what is wrong
     * @param decision what was decided
     * @param labels   the areas of the labels that it contradicts
     */
    public record WrongItem(Kind kind, Decision decision, List<String> labels) {
        public WrongItem {
            labels = List.copyOf(labels);
        }

        /** What is wrong with an item. */
        public enum Kind {
            /** Labelled as counting, but not counted. */
            MISSED,
            /** Labelled as not counting, but counted. */
            WRONGLY_COUNTED,
            /** Counted in an area other than those that its labels name. */
            OTHER_AREA
        }
    }

    /** Scores decisions, one for each item, by labels. */
    public static Score of(List<Decision> decisions, List<Label> labels) {
        Map<String, Decision> byItem = new LinkedHashMap<>();
        decisions.forEach(decision -> byItem.put(decision.item().id(), decision));
        SortedMap<String, List<Label>> byId = new TreeMap<>();
        labels.forEach(label ->
                byId.computeIfAbsent(label.item(), key -> new ArrayList<>()).add(label));
        Scoring scoring = new Scoring();
        byId.forEach((id, ofItem) -> {
            if (byItem.containsKey(id)) {
                scoring.item(byItem.get(id), ofItem);
            } else {
                scoring.unknown.add(id);
            }
        });
        return new Score(scoring.all, scoring.byArea, scoring.wrong, scoring.unknown);
    }

    /** The tallies, while items are added one by one. */
    private static final class Scoring {
        private Tally all = Tally.NOTHING;
        private final SortedMap<String, Tally> byArea = new TreeMap<>();
        private final List<WrongItem> wrong = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();

        void item(Decision decision, List<Label> labels) {
            boolean counted = decision.outcome() == Outcome.COUNTED;
            long amount = decision.item().amount();
            List<String> counts = areas(labels, Verdict.COUNT);
            List<String> against = areas(labels, Verdict.NOT).stream()
                    .filter(area -> counted
                            && (area.isEmpty() || area.equals(decision.area().orElseThrow())))
                    .toList();
            for (String area : counts) {
                boolean right = decision.area().filter(counts::contains).isPresent();
                byArea.merge(
                        area, counted ? Tally.NOTHING.hit(amount, right) : Tally.NOTHING.miss(amount), Scoring::plus);
            }
            for (String area : areas(labels, Verdict.NOT)) {
                byArea.merge(
                        area,
                        against.contains(area) ? Tally.NOTHING.wrong(amount) : Tally.NOTHING.leave(),
                        Scoring::plus);
            }
            if (!counts.isEmpty()) {
                positive(decision, counts, counted, amount);
            } else if (!against.isEmpty()) {
                all = all.wrong(amount);
                wrong.add(new WrongItem(WrongItem.Kind.WRONGLY_COUNTED, decision, against));
            } else if (labels.stream().noneMatch(label -> label.verdict() == Verdict.BORDERLINE)) {
                all = all.leave();
            }
        }

        private void positive(Decision decision, List<String> counts, boolean counted, long amount) {
            if (!counted) {
                all = all.miss(amount);
                wrong.add(new WrongItem(WrongItem.Kind.MISSED, decision, counts));
                return;
            }
            boolean right = counts.contains(decision.area().orElseThrow()) || counts.contains("");
            all = all.hit(amount, right);
            if (!right) {
                wrong.add(new WrongItem(WrongItem.Kind.OTHER_AREA, decision, counts));
            }
        }

        private static List<String> areas(List<Label> labels, Verdict verdict) {
            return new ArrayList<>(new TreeSet<>(labels.stream()
                    .filter(label -> label.verdict() == verdict)
                    .map(Label::area)
                    .toList()));
        }

        private static Tally plus(Tally a, Tally b) {
            return new Tally(
                    a.hits() + b.hits(),
                    a.missed() + b.missed(),
                    a.wrong() + b.wrong(),
                    a.left() + b.left(),
                    a.rightArea() + b.rightArea(),
                    Math.addExact(a.hitAmount(), b.hitAmount()),
                    Math.addExact(a.missedAmount(), b.missedAmount()),
                    Math.addExact(a.wrongAmount(), b.wrongAmount()));
        }
    }
}
