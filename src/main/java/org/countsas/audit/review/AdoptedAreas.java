package org.countsas.audit.review;

import java.util.List;
import java.util.Optional;
import org.countsas.audit.bundle.Bundle;
import org.countsas.definition.AdoptedBlocks;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The areas that a bundle's own definitions adopt, and the block of each. Reads the definitions on first use. Not thread-safe. */
final class AdoptedAreas {
    private final Bundle bundle;
    private @Nullable AdoptedBlocks definitions;

    AdoptedAreas(Bundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The block in which a definition counts an area; empty if the rules have no such definition, or the definition does not adopt the area.
     *
     * @throws ProblemException if the bundle's definitions were changed, or are not definitions
     */
    Optional<String> blockOf(String definition, String area) {
        return Optional.ofNullable(all().of(definition).get(area));
    }

    /** The areas that a definition adopts; none if the rules have no such definition. */
    List<String> of(String definition) {
        return List.copyOf(all().of(definition).keySet());
    }

    private AdoptedBlocks all() {
        AdoptedBlocks read = definitions;
        if (read == null) {
            read = AdoptedBlocks.read(bundle.rules());
            definitions = read;
        }
        return read;
    }
}
