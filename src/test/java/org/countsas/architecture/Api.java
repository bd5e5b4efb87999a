package org.countsas.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The interface of the library, as marks state it. */
final class Api {
    private Api() {}

    /** The mark of a type itself. */
    static Optional<API.Status> status(JavaClass type) {
        return type.tryGetAnnotationOfType(API.class).map(API::status);
    }

    /** The mark of a package. */
    static Optional<API.Status> status(JavaPackage room) {
        return room.tryGetAnnotationOfType(API.class).map(API::status);
    }

    /** The mark of a type, or of the type or package around it; empty for what is not public. */
    static Optional<API.Status> effective(JavaClass type) {
        JavaClass outer = type;
        while (outer.getModifiers().contains(JavaModifier.PUBLIC)) {
            Optional<API.Status> own = status(outer);
            if (own.isPresent() || outer.getEnclosingClass().isEmpty()) {
                return own.or(() -> status(type.getPackage()));
            }
            outer = outer.getEnclosingClass().get();
        }
        return Optional.empty();
    }

    /** Whether a method of the interface is nothing for programs, by its own mark or by that of a method that it overrides. */
    static boolean isInternal(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getOwner()), unit.getOwner().getAllRawInterfaces().stream())
                .flatMap(type -> type
                        .tryGetCodeUnitWithParameterTypeNames(
                                unit.getName(), HasName.Utils.namesOf(unit.getRawParameterTypes()))
                        .stream())
                .flatMap(each -> each.tryGetAnnotationOfType(API.class).stream())
                .anyMatch(mark -> mark.status() == API.Status.INTERNAL);
    }

    /** Whether programs may rely on a type. */
    static boolean isPartOf(JavaClass type) {
        return effective(type).filter(status -> status != API.Status.INTERNAL).isPresent();
    }
}
