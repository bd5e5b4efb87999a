package org.countsas.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** The rooms of the house and what may not pass their doors. */
class ArchitectureTest {
    /** From the ground up: each may use those before it, and none after it. The facade is the package without a name of its own. */
    private static final List<String> ROOMS = List.of(
            "problem",
            "yaml",
            "concurrent",
            "item",
            "vocabulary",
            "output",
            "source",
            "ledger",
            "policy",
            "definition",
            "official",
            "evaluation",
            "adjudication",
            "record",
            "",
            "explanation",
            "comparison",
            "reconciliation",
            "quality",
            "candidate",
            "audit",
            "report",
            "question",
            "workbench",
            "cli");

    private static final long MOST_CLASSES = 25;

    @Test
    void every_package_is_a_room_or_lies_in_one() {
        assertThat(House.packageNames())
                .isNotEmpty()
                .allMatch(name -> ROOMS.contains(room(name)), "is one of " + ROOMS);
    }

    @Test
    void arrows_run_one_way() {
        for (int i = 0; i < ROOMS.size(); i++) {
            String room = ROOMS.get(i);
            Set<String> above = Set.copyOf(ROOMS.subList(i + 1, ROOMS.size()));
            if (House.packageNames().stream().anyMatch(name -> room(name).equals(room)) && !above.isEmpty()) {
                noClasses()
                        .that(are(Set.of(room)))
                        .should()
                        .dependOnClassesThat(are(above))
                        .because("each room may use those before it: " + ROOMS)
                        .check(House.CLASSES);
            }
        }
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("org.countsas.(**)").should().beFreeOfCycles().check(House.CLASSES);
    }

    @Test
    void evaluation_knows_no_definition_and_readers_know_no_rules() {
        noClasses()
                .that(are(Set.of("evaluation")))
                .should()
                .dependOnClassesThat(are(Set.of("definition", "adjudication")))
                .because("rules are evaluated once for all definitions")
                .check(House.CLASSES);
        noClasses()
                .that(are(Set.of("source")))
                .should()
                .dependOnClassesThat(are(Set.of("vocabulary", "policy", "definition", "evaluation")))
                .because("what an item says must not depend on what rules look for")
                .check(House.CLASSES);
        noClasses()
                .that(are(Set.of("definition")))
                .should()
                .dependOnClassesThat(are(Set.of("item", "source", "evaluation")))
                .check(House.CLASSES);
    }

    @Test
    void nobody_knows_the_shells() {
        noClasses()
                .that(describe(
                        "are outside cli and workbench",
                        each -> !Set.of("cli", "workbench").contains(room(each.getPackageName()))))
                .should()
                .dependOnClassesThat(are(Set.of("cli", "workbench")))
                .check(House.CLASSES);
    }

    @Test
    void the_engine_is_known_in_two_rooms_only() {
        noClasses()
                .that(describe(
                        "are outside policy and evaluation",
                        each -> !Set.of("policy", "evaluation").contains(room(each.getPackageName()))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.drools..").or(resideInAPackage("org.kie..")))
                .because("it must be possible to replace the engine")
                .check(House.CLASSES);
    }

    @Test
    void no_signature_that_others_see_names_the_engine() {
        DescribedPredicate<JavaClass> engine = resideInAPackage("org.drools..").or(resideInAPackage("org.kie.."));
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("org.countsas.policy..", "org.countsas.evaluation..")
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                        com.tngtech.archunit.lang.conditions.ArchConditions.haveRawReturnType(engine)))
                .check(House.CLASSES);
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("org.countsas.policy..", "org.countsas.evaluation..")
                .should()
                .notHaveRawParameterTypes(
                        describe("one of the engine", types -> types.stream().anyMatch(engine)))
                .check(House.CLASSES);
    }

    @Test
    void only_the_shells_speak_to_the_terminal() {
        noClasses().that(outsideTheShells()).should(ACCESS_STANDARD_STREAMS).check(House.CLASSES);
        noClasses()
                .should()
                .callMethodWhere(target(
                        "printStackTrace of anything",
                        target -> target.getName().equals("printStackTrace")))
                .check(House.CLASSES);
    }

    @Test
    void questions_take_plain_arguments_and_give_plain_data() {
        noClasses()
                .that(are(Set.of("question")))
                .should()
                .dependOnClassesThat(resideInAPackage("picocli.."))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(PrintStream.class, PrintWriter.class)
                .orShould()
                .callMethodWhere(target(
                        "the settings of the process",
                        target -> target.getOwner().isEquivalentTo(System.class)
                                && Set.of("getProperty", "getenv", "exit").contains(target.getName())))
                .because("the shell, a page and a program ask in the same way")
                .check(House.CLASSES);
    }

    @Test
    void commands_print_through_a_printer_alone() {
        noClasses()
                .that(are(Set.of("cli")))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(PrintStream.class)
                .because("a printer lets no text steer the terminal, and no failure pass in silence")
                .check(House.CLASSES);
        classes()
                .that(are(Set.of("cli")))
                .and()
                .areAnnotatedWith(Command.class)
                .and()
                .doNotHaveSimpleName("Main")
                .should()
                .bePackagePrivate()
                .because("a command is made by its name")
                .check(House.CLASSES);
    }

    @Test
    void only_the_shells_look_at_the_clock() {
        noClasses()
                .that(outsideTheShells())
                .should()
                .callMethodWhere(target(
                        "the time of day",
                        target -> (target.getName().equals("now")
                                        && target.getOwner().getPackageName().equals("java.time"))
                                || target.getOwner().isEquivalentTo(Clock.class)
                                || (target.getOwner().isEquivalentTo(System.class)
                                        && Set.of("currentTimeMillis", "nanoTime")
                                                .contains(target.getName()))))
                .because("the same input must give the same output on any day")
                .check(House.CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Date.class, java.util.Calendar.class)
                .check(House.CLASSES);
    }

    @Test
    void nothing_depends_on_the_language_or_encoding_of_the_machine() {
        noClasses()
                .should()
                .callMethodWhere(target(
                        "the machine's language",
                        target -> target.getOwner().isEquivalentTo(String.class)
                                && Set.of("toLowerCase", "toUpperCase").contains(target.getName())
                                && target.getRawParameterTypes().isEmpty()))
                .check(House.CLASSES);
        noClasses()
                .should()
                .callMethodWhere(target(
                        "the machine's encoding",
                        target -> target.getOwner().isEquivalentTo(String.class)
                                && target.getName().equals("getBytes")
                                && target.getRawParameterTypes().isEmpty()))
                .check(House.CLASSES);
    }

    @Test
    void money_is_never_a_floating_point_number() {
        DescribedPredicate<JavaClass> floating = describe(
                "float or double",
                type -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                        .contains(type.getName()));
        String money = "(?i).*(amount|counted|yen|central|gdp).*";
        fields().that()
                .haveNameMatching(money)
                .should()
                .notHaveRawType(floating)
                .check(House.CLASSES);
        methods()
                .that()
                .haveNameMatching(money)
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                        com.tngtech.archunit.lang.conditions.ArchConditions.haveRawReturnType(floating)))
                .check(House.CLASSES);
        // And where amounts are decided about there is none at all.
        DescribedPredicate<JavaClass> deciding =
                are(Set.of("item", "policy", "definition", "evaluation", "adjudication"));
        fields().that()
                .areDeclaredInClassesThat(deciding)
                .should()
                .notHaveRawType(floating)
                .check(House.CLASSES);
        methods()
                .that()
                .areDeclaredInClassesThat(deciding)
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                        com.tngtech.archunit.lang.conditions.ArchConditions.haveRawReturnType(floating)))
                .check(House.CLASSES);
    }

    @Test
    void nothing_is_started_and_nothing_deserialised_into_objects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, ObjectInputStream.class)
                .check(House.CLASSES);
        noClasses()
                .should()
                .callMethodWhere(target(
                        "Runtime.exec",
                        target -> target.getOwner().isEquivalentTo(Runtime.class)
                                && target.getName().equals("exec")))
                .check(House.CLASSES);
        classes()
                .that()
                .areAssignableTo(ClassLoader.class)
                .should()
                .resideInAPackage("org.countsas.evaluation")
                .because("compiled rules are loaded there and nowhere else")
                .check(House.CLASSES);
    }

    @Test
    void what_is_data_cannot_be_changed() {
        fields().that()
                .areDeclaredInClassesThat(are(Set.of("item", "definition", "adjudication")))
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("Builder")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("Sum")
                .should()
                .beFinal()
                .check(House.CLASSES);
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("a process may hold several rule books")
                .check(House.CLASSES);
    }

    @Test
    void public_classes_are_not_made_to_be_extended() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("what may be extended can never change")
                .check(House.CLASSES);
    }

    @Test
    void what_only_holds_functions_cannot_be_made() {
        constructors()
                .that()
                .areDeclaredInClassesThat(describe(
                        "have static methods alone",
                        each -> !each.isInterface()
                                && !each.isEnum()
                                && !each.isAnonymousClass()
                                && !each.getMethods().isEmpty()
                                && each.getMethods().stream()
                                        .allMatch(
                                                method -> method.getModifiers().contains(JavaModifier.STATIC))
                                && each.getFields().stream()
                                        .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC))))
                .should()
                .bePrivate()
                .check(House.CLASSES);
    }

    @Test
    void every_package_says_what_lives_there_and_that_null_does_not() {
        assertThat(House.packages())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue());
    }

    @Test
    void no_package_holds_more_than_a_reader_holds_in_mind() {
        Map<String, Long> sizes =
                House.files().collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST_CLASSES));
    }

    @Test
    void the_page_on_the_architecture_names_every_package_and_no_other() throws IOException {
        Set<String> named = Files.readAllLines(Path.of("src/site/markdown/architecture.md")).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toSet());

        assertThat(named)
                .isEqualTo(House.packageNames().stream()
                        .filter(name -> !name.equals("org.countsas"))
                        .map(name -> name.substring("org.countsas.".length()))
                        .collect(Collectors.toSet()));
    }

    /** {@code quality} for {@code org.countsas.quality.check}; empty for the facade. */
    private static String room(String packageName) {
        if (packageName.equals("org.countsas")) {
            return "";
        }
        return packageName.startsWith("org.countsas.")
                ? packageName.substring("org.countsas.".length()).replaceFirst("\\..*", "")
                : packageName;
    }

    private static DescribedPredicate<JavaClass> are(Set<String> rooms) {
        return describe(
                "are in " + rooms,
                each -> each.getPackageName().startsWith("org.countsas")
                        && rooms.contains(room(each.getPackageName())));
    }

    private static DescribedPredicate<JavaClass> outsideTheShells() {
        return describe(
                "are outside cli and workbench",
                each -> !Set.of("cli", "workbench").contains(room(each.getPackageName())));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> target(
            String what, java.util.function.Predicate<AccessTarget.MethodCallTarget> test) {
        return describe(what, call -> test.test(call.getTarget()));
    }
}
