package org.countsas.question.bundle;

import java.util.List;
import org.countsas.audit.bundle.Bundle;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds the definition of a bundle that someone means. */
final class BundleDefinition {
    private BundleDefinition() {}

    /**
     * The id of a definition that the bundle has.
     *
     * @param id an id or a title; null for the only one
     * @throws ProblemException {@code UNKNOWN_DEFINITION}
     */
    static String of(Bundle bundle, @Nullable String id) {
        List<String> known = bundle.manifest().definitions();
        if (id == null) {
            if (known.size() > 1) {
                throw new ProblemException(
                        Code.UNKNOWN_DEFINITION,
                        Place.NONE,
                        "The bundle has several definitions",
                        "Name one with --definition: " + String.join(", ", known));
            }
            return known.get(0);
        }
        if (known.contains(id)) {
            return id;
        }
        return Names.of(known, each -> each, BundleTitles.definitions(bundle))
                .get(id, Code.UNKNOWN_DEFINITION, "The bundle has no definition '" + id + "'");
    }
}
