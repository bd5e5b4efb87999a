package org.countsas.source.profile;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.source.table.Wildcard;

/**
 * What a cell must say for a condition to hold. Width, case and surrounding white space of texts do not matter. Immutable and thread-safe.
 */
public sealed interface CellTest {

    /** Whether a cell passes. */
    boolean passes(String cell);

    /** The cell has one of these texts. */
    static CellTest oneOf(Collection<String> texts) {
        return new OneOf(texts.stream().map(CellTest::plain).collect(Collectors.toUnmodifiableSet()));
    }

    /** The whole cell matches: {@code *} stands for any characters, or none, and {@code ?} for one. */
    static CellTest like(String pattern) {
        return new Like(Wildcard.of(pattern));
    }

    /** The cell is empty, or has text. */
    static CellTest empty(boolean wanted) {
        return new Empty(wanted);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** One of some texts. */
    record OneOf(Set<String> texts) implements CellTest {
        @Override
        public boolean passes(String cell) {
            return texts.contains(plain(cell));
        }
    }

    /** A text with wildcards. */
    record Like(Wildcard pattern) implements CellTest {
        @Override
        public boolean passes(String cell) {
            return pattern.matches(cell);
        }
    }

    /** Only white space, or something else. */
    record Empty(boolean wanted) implements CellTest {
        @Override
        public boolean passes(String cell) {
            return cell.isBlank() == wanted;
        }
    }
}
