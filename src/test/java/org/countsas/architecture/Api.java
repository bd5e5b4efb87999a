package org.countsas.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Optional;
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

    /** Whether programs may rely on a type. */
    static boolean isPartOf(JavaClass type) {
        return effective(type).filter(status -> status != API.Status.INTERNAL).isPresent();
    }
}
