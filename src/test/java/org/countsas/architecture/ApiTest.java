package org.countsas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
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
    void every_public_type_says_whether_programs_may_rely_on_it() {
        List<String> silent = House.files()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> Api.effective(type).isEmpty())
                .map(JavaClass::getName)
                .sorted()
                .toList();

        assertThat(silent)
                .as("public, and neither they nor their package are marked")
                .isEmpty();
    }

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

    /** So a module can export the packages that are not marked, and no others. */
    @Test
    void a_package_is_marked_if_and_only_if_it_holds_nothing_for_programs() {
        Set<String> forPrograms = House.files()
                .filter(Api::isPartOf)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unmarked = House.packages().stream()
                .filter(each -> Api.status(each).isEmpty())
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isEqualTo(forPrograms);
    }

    @Test
    void a_type_in_a_package_for_nobody_is_not_marked_otherwise() {
        assertThat(House.CLASSES.stream()
                        .filter(type -> Api.status(type.getPackage()).isPresent())
                        .filter(type -> !type.getName().endsWith(".package-info"))
                        .filter(type -> Api.status(type).isPresent())
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void what_programs_may_rely_on_names_nothing_else_of_ours() {
        Map<String, Set<String>> leaks = new TreeMap<>();
        House.CLASSES.stream()
                .filter(Api::isPartOf)
                .forEach(type -> signature(type).forEach((where, named) -> {
                    Set<String> internal = named.stream()
                            .filter(other -> other.getName().startsWith("org.countsas.") && !Api.isPartOf(other))
                            .map(JavaClass::getName)
                            .collect(Collectors.toCollection(TreeSet::new));
                    if (!internal.isEmpty()) {
                        leaks.put(where, internal);
                    }
                }));

        assertThat(leaks).isEmpty();
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
                    && !Api.isInternal(unit)) {
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
