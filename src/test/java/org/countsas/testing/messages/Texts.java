package org.countsas.testing.messages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The forms that a text may take; a few thousand at most, because the product of independent choices is cut to each choice in turn. Immutable. */
record Texts(Set<Text> forms) {
    private static final int MOST = 40;

    static final Texts SLOT = of(Text.SLOT);

    static Texts of(Text text) {
        return new Texts(Set.of(text));
    }

    static Texts of(String literal) {
        return of(Text.of(literal));
    }

    Texts or(Texts other) {
        Set<Text> all = new LinkedHashSet<>(forms);
        all.addAll(other.forms);
        return new Texts(all);
    }

    Texts then(Texts next) {
        Set<Text> all = new LinkedHashSet<>();
        List<Text> left = new ArrayList<>(forms);
        List<Text> right = new ArrayList<>(next.forms);
        boolean every = left.size() * right.size() <= MOST;
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                if (every || i == 0 || j == 0) {
                    all.add(left.get(i).then(right.get(j)));
                }
            }
        }
        return new Texts(all);
    }
}
