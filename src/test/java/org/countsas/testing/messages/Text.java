package org.countsas.testing.messages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as the sources put it together: literal parts, and slots for what is only known at run time.
 *
 * @param parts the parts in order; null is a slot
 */
public record Text(List<String> parts) {
    static final Text SLOT = new Text(Collections.singletonList(null));

    static Text of(String literal) {
        return new Text(List.of(literal));
    }

    /** This text and then another. */
    Text then(Text next) {
        List<String> all = new ArrayList<>(parts);
        for (String part : next.parts) {
            int last = all.size() - 1;
            if (part != null && last >= 0 && all.get(last) != null) {
                all.set(last, all.get(last) + part);
            } else {
                all.add(part);
            }
        }
        return new Text(Collections.unmodifiableList(all));
    }

    /** The text with something in each slot, such as {@code ⟦1⟧}. */
    public String filled() {
        int[] slot = {0};
        return parts.stream()
                .map(part -> part == null ? "⟦" + ++slot[0] + "⟧" : part)
                .collect(Collectors.joining());
    }
}
