package org.countsas.quality.lint;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.policy.Verb;
import org.countsas.quality.lint.Claim.Atom;
import org.countsas.quality.lint.Claim.Is;
import org.countsas.quality.lint.Claim.Mentions;
import org.countsas.quality.lint.Claim.Often;
import org.countsas.vocabulary.Vocabulary;

/** Makes the programme that an assignment describes, as short as possible. Not thread-safe. */
final class Witnesses {
    private static final String ATTRIBUTE = "attribute:";
    private static final String OTHER = "(other)";

    private final MentionPatterns texts;
    private final String mark;

    Witnesses(Vocabulary vocabulary, MentionPatterns texts) {
        this.texts = texts;
        this.mark = mark(vocabulary);
    }

    /** What separates two mentions: a character that is in no term. */
    private static String mark(Vocabulary vocabulary) {
        Set<Integer> used = new LinkedHashSet<>();
        vocabulary.concepts().forEach(concept -> {
            concept.terms().forEach(term -> vocabulary.normalized(term).chars().forEach(used::add));
            concept.notWithin()
                    .forEach(phrase -> vocabulary.normalized(phrase).chars().forEach(used::add));
        });
        return List.of("、", "|", "※", "◆", "◇", "△").stream()
                .filter(sign -> !used.contains((int) sign.charAt(0)))
                .findFirst()
                .orElse("▽");
    }

    Programme programme(Map<Atom, Boolean> model) {
        Map<Field, List<String>> parts = new EnumMap<>(Field.class);
        Map<String, String> attributes = new TreeMap<>();
        for (Field field : Field.values()) {
            parts.put(field, mentions(field, model));
        }
        repeat(parts, model);
        model.forEach((atom, holds) -> {
            if (atom instanceof Is is) {
                if (is.slot().startsWith(ATTRIBUTE)) {
                    attribute(is, holds, attributes);
                } else {
                    property(is, holds, parts);
                }
            }
        });
        return Programme.builder("lint")
                .ministry(joined(parts, Field.MINISTRY))
                .bureau(joined(parts, Field.BUREAU))
                .account(joined(parts, Field.ACCOUNT))
                .name(joined(parts, Field.NAME))
                .purpose(joined(parts, Field.PURPOSE))
                .overview(joined(parts, Field.OVERVIEW))
                .majorExpense(joined(parts, Field.MAJOR_EXPENSE))
                .plans(requireNonNull(parts.get(Field.PLANS)))
                .laws(requireNonNull(parts.get(Field.LAWS)))
                .attributes(attributes)
                .build();
    }

    private List<String> mentions(Field field, Map<Atom, Boolean> model) {
        List<String> unwanted = concepts(field, false, model);
        List<String> segments = new ArrayList<>();
        for (String wanted : concepts(field, true, model)) {
            boolean there = segments.stream()
                    .anyMatch(segment -> texts.mentionedIn(segment).contains(wanted));
            if (!there) {
                segments.add(texts.text(wanted, unwanted).orElseThrow());
            }
        }
        return segments;
    }

    private static List<String> concepts(Field field, boolean mentioned, Map<Atom, Boolean> model) {
        List<String> concepts = new ArrayList<>();
        model.forEach((atom, holds) -> {
            if (holds == mentioned && atom instanceof Mentions mentions && mentions.field() == field) {
                concepts.add(mentions.concept());
            }
        });
        return concepts;
    }

    /** What must be mentioned often is repeated in place, unless that would be too often for another condition. */
    private void repeat(Map<Field, List<String>> parts, Map<Atom, Boolean> model) {
        model.forEach((atom, holds) -> {
            if (holds && atom instanceof Often often) {
                boolean more = true;
                while (more && count(parts, often) < often.atLeast()) {
                    more = repeatOnce(parts, often, model);
                }
            }
        });
    }

    private boolean repeatOnce(Map<Field, List<String>> parts, Often often, Map<Atom, Boolean> model) {
        for (Field field : Verb.MENTIONS.fields()) {
            List<String> here = requireNonNull(parts.get(field));
            for (String segment : List.copyOf(here)) {
                if (texts.count(segment, often.concepts()) > 0) {
                    here.add(segment);
                    if (model.entrySet().stream()
                            .noneMatch(entry -> !entry.getValue()
                                    && entry.getKey() instanceof Often other
                                    && count(parts, other) >= other.atLeast())) {
                        return true;
                    }
                    here.remove(here.size() - 1);
                }
            }
        }
        return false;
    }

    private int count(Map<Field, List<String>> parts, Often often) {
        return Verb.MENTIONS.fields().stream()
                .flatMap(field -> requireNonNull(parts.get(field)).stream())
                .mapToInt(segment -> texts.count(segment, often.concepts()))
                .sum();
    }

    private static void property(Is is, boolean holds, Map<Field, List<String>> parts) {
        for (Field field : Field.values()) {
            if (field.id().equals(is.slot())) {
                List<String> here = requireNonNull(parts.get(field));
                if (holds) {
                    parts.put(field, new ArrayList<>(List.of(is.value())));
                } else if (String.join("", here).equals(is.value())) {
                    here.add(OTHER);
                }
            }
        }
    }

    private static void attribute(Is is, boolean holds, Map<String, String> attributes) {
        String key = is.slot().substring(ATTRIBUTE.length());
        if (holds) {
            attributes.put(key, is.value());
        } else if (is.value().isEmpty()) {
            attributes.putIfAbsent(key, OTHER);
        }
    }

    private String joined(Map<Field, List<String>> parts, Field field) {
        return String.join(mark, parts.get(field));
    }
}
