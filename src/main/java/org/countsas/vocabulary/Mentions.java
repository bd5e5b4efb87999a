package org.countsas.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.countsas.item.Field;
import org.countsas.vocabulary.Vocabulary.PatternUse;

/**
 * Every mention of every concept in one programme, found in one pass, ready for many queries.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class Mentions {
    private static final Comparator<Mention> IN_ORDER = Comparator.comparing(Mention::field)
            .thenComparingInt(Mention::part)
            .thenComparingInt(Mention::start)
            .thenComparing(Mention::end, Comparator.reverseOrder())
            .thenComparing(Mention::concept)
            .thenComparing(Mention::term);

    private final Vocabulary vocabulary;
    private final List<Mention> all;
    /** For each concept, one bit for each field in which it is mentioned. */
    private final short[] fields;

    private Mentions(Builder builder) {
        this(builder.vocabulary, builder.all, builder.fields);
    }

    private Mentions(Vocabulary vocabulary, List<Mention> all, short[] fields) {
        this.vocabulary = vocabulary;
        this.all = List.copyOf(all);
        this.fields = fields;
    }

    /** Collects the mentions of one programme, field by field. Not thread-safe; builds once. */
    static final class Builder {
        private final Vocabulary vocabulary;
        private final List<Mention> all = new ArrayList<>();
        private final short[] fields;

        Builder(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
            this.fields = new short[vocabulary.concepts().size()];
        }

        /** Adds a mention to those of its text, which all stand at the end. */
        void add(PatternUse use, Field field, int part, int start, int end, String text) {
            String concept = vocabulary.concepts().get(use.concept()).id();
            String term = use.term();
            boolean asWritten = term.length() == end - start && text.startsWith(term, start);
            String published = asWritten ? term : text.substring(start, end);
            Mention mention = new Mention(concept, term, field, part, start, end, published);
            fields[use.concept()] |= bit(field);
            // Occurrences come by their ends, mentions stand by their beginnings: few have to move, and not far.
            int at = all.size();
            while (at > 0 && isAfter(all.get(at - 1), mention)) {
                at--;
            }
            all.add(at, mention);
        }

        /** Adds what another programme mentions in a field. */
        void addAll(Mentions other, Field field) {
            for (Mention mention : other.all) {
                if (mention.field() == field) {
                    all.add(mention);
                }
            }
            for (int concept = 0; concept < fields.length; concept++) {
                fields[concept] |= (short) (other.fields[concept] & bit(field));
            }
        }

        /** Whether a mention of the same text stands after another: by beginning, the longest first, then by concept and term. */
        private static boolean isAfter(Mention mention, Mention other) {
            if (mention.part() != other.part() || mention.field() != other.field()) {
                return false;
            }
            int order = Integer.compare(mention.start(), other.start());
            if (order == 0) {
                order = Integer.compare(other.end(), mention.end());
            }
            if (order == 0) {
                order = mention.concept().compareTo(other.concept());
            }
            return order > 0 || (order == 0 && mention.term().compareTo(other.term()) > 0);
        }

        Mentions build() {
            return new Mentions(this);
        }
    }

    /** All mentions, in the order of field, part and offset. */
    public List<Mention> all() {
        return all;
    }

    /**
     * Whether a concept is mentioned in any of the fields.
     *
     * @throws IllegalArgumentException if the vocabulary has no such concept
     */
    public boolean in(Set<Field> fields, String concept) {
        int found = this.fields[vocabulary.indexOf(concept)];
        if (found == 0) {
            return false;
        }
        for (Field field : fields) {
            if ((found & bit(field)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** One bit for each of these fields, for {@link #in(int, int)}. */
    public static int bits(Set<Field> fields) {
        int bits = 0;
        for (Field field : fields) {
            bits |= bit(field);
        }
        return bits;
    }

    /**
     * Whether a concept is mentioned in any of the fields.
     *
     * @param fieldBits from {@link #bits}
     * @param concept   its number in the vocabulary
     */
    public boolean in(int fieldBits, int concept) {
        return (fields[concept] & fieldBits) != 0;
    }

    /** The numbers of the concepts that are mentioned, in ascending order. */
    public IntStream concepts() {
        return IntStream.range(0, fields.length).filter(concept -> fields[concept] != 0);
    }

    /** The mentions of a concept in any of the fields, in the order of {@link #all()}. */
    public List<Mention> of(Set<Field> fields, String concept) {
        if (!in(fields, concept)) {
            return List.of();
        }
        List<Mention> found = new ArrayList<>();
        for (Mention mention : all) {
            if (mention.concept().equals(concept) && fields.contains(mention.field())) {
                found.add(mention);
            }
        }
        return found;
    }

    /** The fields in which a concept is mentioned. */
    public Set<Field> fieldsOf(String concept) {
        Set<Field> found = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if ((fields[vocabulary.indexOf(concept)] & bit(field)) != 0) {
                found.add(field);
            }
        }
        return found;
    }

    /**
     * The same with other mentions of one concept, as if the vocabulary had other terms for it.
     *
     * @param concept a concept of the vocabulary
     * @param others  its mentions in the same texts, in any order; none if there is none any more
     * @throws IllegalArgumentException if the vocabulary has no such concept
     */
    public Mentions with(String concept, List<Mention> others) {
        int index = vocabulary.indexOf(concept);
        short[] changedFields = fields.clone();
        changedFields[index] = 0;
        List<Mention> changed = new ArrayList<>(all.size() + others.size());
        for (Mention mention : all) {
            if (!mention.concept().equals(concept)) {
                changed.add(mention);
            }
        }
        for (Mention mention : others) {
            changed.add(mention);
            changedFields[index] |= bit(mention.field());
        }
        changed.sort(IN_ORDER);
        return new Mentions(vocabulary, changed, changedFields);
    }

    @SuppressWarnings("EnumOrdinal") // a bit in a mask of this process, which is never stored
    private static short bit(Field field) {
        return (short) (1 << field.ordinal());
    }
}
