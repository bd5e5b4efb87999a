package org.countsas.audit.review;

import java.util.List;
import java.util.Optional;
import org.countsas.audit.bundle.Bundle;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The areas that a bundle's own definitions adopt, and the block of each. Reads the rules on first use. Not thread-safe. */
final class AdoptedAreas {
    private final Bundle bundle;
    private @Nullable List<Definition> definitions;

    AdoptedAreas(Bundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The block in which a definition counts an area; empty if the rules have no such definition, or the definition does not adopt the area.
     *
     * @throws ProblemException if the bundle's rules were changed, or are not rules
     */
    Optional<String> blockOf(String definition, String area) {
        return all().stream()
                .filter(each -> each.id().equals(definition))
                .findFirst()
                .flatMap(each -> each.adoptionOf(area))
                .map(Adoption::block);
    }

    /** The areas that a definition adopts; none if the rules have no such definition. */
    List<String> of(String definition) {
        return all().stream()
                .filter(each -> each.id().equals(definition))
                .flatMap(each -> each.adoptions().stream())
                .map(Adoption::policy)
                .toList();
    }

    private List<Definition> all() {
        List<Definition> read = definitions;
        if (read == null) {
            read = Definitions.read(RuleBookReader.read(bundle.rules())).all();
            definitions = read;
        }
        return read;
    }
}
