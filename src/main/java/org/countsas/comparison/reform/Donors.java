package org.countsas.comparison.reform;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;

/** Finds the definition that an added policy is taken from: its donor. Immutable and thread-safe. */
final class Donors {
    private final Definitions definitions;

    Donors(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * The definition that the edit names; or else the base, if it adopts the policy; or else, of the definitions that adopt it, the one that
     * shares most policies with the base. Empty if none adopts it.
     *
     * @throws org.countsas.problem.ProblemException {@code UNKNOWN_DEFINITION}
     */
    Optional<Definition> donor(Edit.Add add, Definition base) {
        String named = add.from();
        if (named != null) {
            return Optional.of(definitions.get(named));
        }
        if (base.adoptionOf(add.policy()).isPresent()) {
            return Optional.of(base);
        }
        Set<String> adopted = base.adoptions().stream().map(Adoption::policy).collect(Collectors.toSet());
        return definitions.all().stream()
                .filter(known -> known.adoptionOf(add.policy()).isPresent())
                .max(Comparator.<Definition>comparingLong(known -> known.adoptions().stream()
                                .filter(adoption -> adopted.contains(adoption.policy()))
                                .count())
                        .thenComparing(Definition::id, Comparator.reverseOrder()));
    }
}
