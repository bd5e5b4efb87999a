package org.countsas.quality.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.countsas.evaluation.RuleSet;
import org.countsas.policy.Condition;
import org.countsas.problem.Place;
import org.countsas.quality.ruletest.Phrase;
import org.countsas.quality.ruletest.PhraseScanner;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.TextSearch;
import org.countsas.vocabulary.Vocabulary;

/**
 * Finds terms and phrases that change nothing about whether their concept is mentioned, in any text. What is reported may be removed
 * together: each is tested against what is left without those reported before it. Not thread-safe.
 */
final class VocabularyLint {
    private final Vocabulary vocabulary;
    private final PhraseScanner phrases;
    private final Set<String> counted = new HashSet<>();
    private final List<LintFinding> findings = new ArrayList<>();

    VocabularyLint(RuleSet rules) {
        this.vocabulary = rules.vocabulary();
        this.phrases = new PhraseScanner(vocabulary);
        rules.rules().forEach(rule -> Claims.conditions(rule).forEach(this::noteCounted));
    }

    List<LintFinding> findings() {
        vocabulary.concepts().forEach(this::concept);
        return findings;
    }

    /** A concept whose mentions are counted: there, a longer term is one mention where its parts would be two. */
    private void noteCounted(Condition condition) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(this::noteCounted);
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(this::noteCounted);
        } else if (condition instanceof Condition.Not not) {
            noteCounted(not.part());
        } else if (condition instanceof Condition.MentionedOften often) {
            counted.addAll(often.concepts());
        }
    }

    private void concept(Concept concept) {
        Concept left = concept;
        for (String term : longestFirst(concept.terms())) {
            Concept alone = with(left, List.of(term), left.notWithin());
            Concept others = with(left, without(left.terms(), term), left.notWithin());
            if (left.notWithin().stream().anyMatch(phrase -> text(phrase).equals(text(term)))
                    && isImpossible(alone, List.of(), term)) {
                add(
                        LintKind.MASKED_TERM,
                        concept,
                        term,
                        left.notWithin().stream()
                                .filter(phrase -> text(phrase).equals(text(term)))
                                .toList());
                left = others;
                continue;
            }
            List<String> contained = others.terms().stream()
                    .filter(other -> text(term).contains(text(other)))
                    .toList();
            if (!contained.isEmpty()
                    && isImpossible(alone, List.of(others), term)
                    && !isCounted(concept, term, others)) {
                add(LintKind.SHADOWED_TERM, concept, term, shadows(alone, contained));
                left = others;
            }
        }
        for (String phrase : longestFirst(concept.notWithin())) {
            Concept unmasked = with(left, left.terms(), without(left.notWithin(), phrase));
            if (isImpossible(unmasked, List.of(left), phrase)) {
                add(LintKind.IDLE_PHRASE, concept, phrase, List.of());
                left = unmasked;
            }
        }
    }

    /** The longest first, and of equals the later first, so that what is kept is short and comes first. */
    private List<String> longestFirst(List<String> terms) {
        return IntStream.range(0, terms.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> text(terms.get(i)).length())
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .map(terms::get)
                .toList();
    }

    private boolean isCounted(Concept concept, String term, Concept others) {
        String written = written(term);
        return counted.contains(concept.id())
                && new PhraseScanner(new Vocabulary(List.of(others)))
                                .mentions(new Phrase(concept.id(), written, List.of(), Place.NONE))
                                .all()
                                .size()
                        != 1;
    }

    /** One term that leaves this one nothing, or all those that do so together. */
    private static List<String> shadows(Concept alone, List<String> contained) {
        return contained.stream()
                .filter(other -> isImpossible(
                        alone,
                        List.of(with(alone, List.of(other), alone.notWithin())),
                        alone.terms().get(0)))
                .findFirst()
                .map(List::of)
                .orElse(contained);
    }

    private void add(LintKind kind, Concept concept, String text, List<String> because) {
        Phrase phrase = new Phrase(concept.id(), written(text), List.of(), Place.NONE);
        String marked = phrase.marked(phrases.run(phrase).found());
        boolean writable = phrase.text().chars().noneMatch(character -> character == '<' || character == '>');
        LintFinding.Phrase witness = writable ? new LintFinding.Phrase(concept.id(), marked) : null;
        findings.add(new LintFinding(
                kind, Place.line(concept.file(), concept.line()), concept.id(), text, because, witness));
    }

    private static boolean isImpossible(Concept wanted, List<Concept> unwanted, String likely) {
        TextSearch.Found found = TextSearch.find(wanted, unwanted, List.of(written(likely)));
        return found.decided() && found.text().isEmpty();
    }

    private String text(String term) {
        return vocabulary.normalized(written(term));
    }

    /** A term without the mark that lets a word continue. */
    private static String written(String term) {
        return term.endsWith("*") ? term.substring(0, term.length() - 1) : term;
    }

    private static List<String> without(List<String> texts, String left) {
        return texts.stream().filter(text -> !text.equals(left)).toList();
    }

    private static Concept with(Concept concept, List<String> terms, List<String> notWithin) {
        return new Concept(concept.id(), concept.label(), terms, notWithin, concept.file(), concept.line());
    }
}
