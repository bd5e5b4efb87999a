package org.countsas.vocabulary;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.item.Field;

/**
 * Every mention of every concept in one programme, found in one pass, ready to be asked many times.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class Mentions {
    private final Vocabulary vocabulary;
    private final List<Mention> all;
    /** For each concept, one bit for each field in which it is mentioned. */
    private final short[] fields;

    Mentions(Vocabulary vocabulary, List<Mention> all) {
        this.vocabulary = vocabulary;
        this.all = List.copyOf(all);
        this.fields = new short[vocabulary.concepts().size()];
        for (Mention mention : all) {
            fields[vocabulary.indexOf(mention.concept())] |= (short) bit(mention.field());
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

    private static int bit(Field field) {
        return 1 << field.ordinal();
    }
}
