package org.countsas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What programs that embed the library may rely on, and what they must not even see. */
class ApiTest {
    private static final Set<API.Status> STATUSES =
            Set.of(API.Status.STABLE, API.Status.EXPERIMENTAL, API.Status.INTERNAL);

    @Test
    void marks_are_of_three_kinds_and_those_of_packages_of_one() {
        assertThat(House.CLASSES.stream()
                        .flatMap(type -> Api.status(type).stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(STATUSES);
        assertThat(House.packages().stream()
                        .flatMap(each -> Api.status(each).stream())
                        .collect(Collectors.toSet()))
                .containsExactly(API.Status.INTERNAL);
    }

    @Test
    void what_is_hidden_is_not_marked() {
        assertThat(House.CLASSES.stream()
                        .filter(type -> !type.getName().endsWith(".package-info"))
                        .filter(type -> Api.status(type).isPresent()
                                && !type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void what_is_stable_names_nothing_that_is_an_experiment() {
        Map<String, Set<String>> leaks = new TreeMap<>();
        House.CLASSES.stream()
                .filter(type -> Api.effective(type).equals(Optional.of(API.Status.STABLE)))
                .forEach(type -> signature(type).forEach((where, named) -> {
                    Set<String> experiments = named.stream()
                            .filter(other -> Api.effective(other).equals(Optional.of(API.Status.EXPERIMENTAL)))
                            .map(JavaClass::getName)
                            .collect(Collectors.toCollection(TreeSet::new));
                    if (!experiments.isEmpty()) {
                        leaks.put(where, experiments);
                    }
                }));

        assertThat(leaks).isEmpty();
    }

    /** The types that a program sees of a type, by where it sees them. */
    private static Map<String, Set<JavaClass>> signature(JavaClass type) {
        Map<String, Set<JavaClass>> signature = new TreeMap<>();
        List<JavaType> above = new ArrayList<>(type.getInterfaces());
        type.getSuperclass().ifPresent(above::add);
        signature.put(type.getName(), involved(above));
        for (JavaField field : type.getFields()) {
            if (field.getModifiers().contains(JavaModifier.PUBLIC)) {
                signature.put(field.getFullName(), field.getType().getAllInvolvedRawTypes());
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (unit.getModifiers().contains(JavaModifier.PUBLIC)
                    && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                    && unit.tryGetAnnotationOfType(API.class).isEmpty()) {
                List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
                types.add(unit.getReturnType());
                types.addAll(unit.getExceptionTypes());
                signature.put(unit.getFullName(), involved(types));
            }
        }
        return signature;
    }

    private static Set<JavaClass> involved(Collection<? extends JavaType> types) {
        return types.stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .collect(Collectors.toSet());
    }
}
