package org.countsas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a value may be missing: methods return it as an Optional, and everything else is nullable and says so. */
class OptionalTest {
    private static final Set<String> KINDS = Set.of(
            Optional.class.getName(),
            OptionalInt.class.getName(),
            OptionalLong.class.getName(),
            OptionalDouble.class.getName());

    @Test
    void only_what_is_returned_is_optional() {
        assertThat(House.CLASSES.stream()
                        .flatMap(type -> Stream.concat(optionalFields(type), optionalParameters(type)))
                        .sorted())
                .isEmpty();
    }

    /** Components of records are fields too. */
    private static Stream<String> optionalFields(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> KINDS.contains(field.getRawType().getName()))
                .map(field -> "field " + field.getFullName());
    }

    /** Lambdas are synthetic: what they take is given by the interface that they implement. */
    private static Stream<String> optionalParameters(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(unit -> unit.getRawParameterTypes().stream().anyMatch(each -> KINDS.contains(each.getName())))
                .map(unit -> "parameter of " + unit.getFullName());
    }
}
