package org.countsas.quality.scaffold;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.rule.CitedSource;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.quality.check.RulesCheck;
import org.countsas.quality.lint.Lint;
import org.countsas.quality.lint.LintFinding;
import org.countsas.quality.lint.LintReport;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.quality.ruletest.RuleTestRun;
import org.countsas.vocabulary.Vocabulary;
import org.countsas.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * The files of a new policy, before they are written. Together with the rules that they are made for they have been checked, their tests have
 * been run and their rules and terms linted: nothing is wrong with them.
 *
 * <p>No definition adopts the policy, so no decision of any definition changes until a person adds {@link #adoption} to one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param plan           what was said of the area
 * @param files          the whole content of each file that is new or changed, by its path below the folder, in the order in which they are to be
 *                       written: after each of them the folder is sound
 * @param replacedOrNull what stands now in the file that is changed; null if all files are new
 * @param rules          how many rules it has
 * @param tests          how many rule tests and phrases it has
 * @param adoption       how a definition would adopt it
 */
public record NewArea(
        AreaPlan plan,
        List<NewFile> files,
        @Nullable String replacedOrNull,
        int rules,
        int tests,
        AdoptionLine adoption) {
    private static final String POLICIES = "policies/policies.yaml";
    private static final Pattern LAST_ENTRY =
            Pattern.compile("(?s).*\\R( *)- \\{[^\\r\\n]*\\}[ ]*(?:#[^\\r\\n]*)?\\R?");

    public NewArea {
        files = List.copyOf(files);
    }

    /** What stands now in the file that is changed; empty if all files are new. */
    public Optional<String> replaced() {
        return Optional.ofNullable(replacedOrNull);
    }

    /**
     * A file to be written.
     *
     * @param path below the folder of rules, parted by {@code /}
     * @param text its whole content
     * @param kind what it holds
     */
    public record NewFile(String path, String text, Kind kind) {
        /** What a file holds. */
        public enum Kind {
            /** The words. */
            VOCABULARY,
            /** The list of policies. */
            POLICIES,
            /** The rules. */
            RULES,
            /** Their tests. */
            TESTS
        }
    }

    /**
     * How a definition would adopt a policy: as a what-if, or by a line under {@code policies} in its file.
     *
     * @param policy     id of the policy
     * @param definition id of the definition
     * @param file       its file, by its path below the folder
     * @param block      the block in which the policy would count: that of the policy which the definition names last
     */
    public record AdoptionLine(String policy, String definition, String file, String block) {
        /** The what-if, wherever a definition is asked for. */
        public String reform() {
            return definition + " + " + policy + "(block=" + block + ")";
        }

        /** The line of the definition's file. */
        public String line() {
            return "  - {policy: " + policy + ", block: " + block + "}";
        }
    }

    /**
     * Plans the files of an area, and writes nothing.
     *
     * @param folder rules without fault, with at least one definition that adopts a policy
     * @param asOf   the day on which the area's tests run
     * @throws ProblemException what is wrong with the rules as they are; {@code AREA_EXISTS} if a policy, a concept or a file has the id
     *                          already; {@code BAD_AREA} or {@code BAD_AREA_TERM} if no sound rules come of the plan; {@code RULES_MISSING}
     *                          without a definition
     */
    public static NewArea of(AreaPlan plan, RulesFolder folder, LocalDate asOf) {
        RuleBook book = RuleBookReader.read(folder);
        Definitions definitions = Definitions.read(book);
        refuseWhatExists(plan.id(), book);
        AdoptionLine adoption = adoption(plan.id(), definitions, folder, asOf);
        AreaText text = new AreaText(plan, citation(plan, book), adoption.definition(), asOf);
        Set<Problem> before = new HashSet<>(RulesCheck.of(folder, asOf).problems());
        ProblemException refused = null;
        for (NewFile list : lists(text, folder)) {
            List<NewFile> files = List.of(
                    new NewFile("vocabulary/" + plan.id() + ".yaml", text.vocabulary(), NewFile.Kind.VOCABULARY),
                    list,
                    new NewFile("policies/" + plan.id() + ".drl", text.rules(), NewFile.Kind.RULES),
                    new NewFile("tests/" + plan.id() + ".yaml", text.tests(), NewFile.Kind.TESTS));
            Optional<Problem> problem = RulesCheck.of(with(folder, files, true), asOf).problems().stream()
                    .filter(each -> !before.contains(each))
                    .findFirst();
            if (problem.isEmpty()) {
                RuleTestRun run = proved(plan.id(), with(folder, files, false), asOf);
                return new NewArea(
                        plan,
                        files,
                        list.path().equals(POLICIES) ? listOf(folder) : null,
                        2,
                        run.tests().size() + run.phrases().size(),
                        adoption);
            }
            refused = refusal(plan.id(), problem.get());
        }
        throw requireNonNull(refused);
    }

    private static void refuseWhatExists(String id, RuleBook book) {
        String taken = book.policy(id).isPresent()
                ? "The policy '" + id + "' already exists"
                : book.vocabulary().concept(id).isPresent()
                        ? "A concept of the vocabulary, or a listed facility, already has the id '" + id + "'"
                        : book.folder().paths().stream()
                                .filter(path -> path.matches("(vocabulary|policies|tests)/" + id + "\\.(yaml|drl)"))
                                .findFirst()
                                .map(path -> "The file '" + path + "' already exists")
                                .orElse("");
        if (!taken.isEmpty()) {
            throw exists(Place.file(book.folder().name()), taken);
        }
    }

    static ProblemException exists(Place place, String reason) {
        return new ProblemException(
                Code.AREA_EXISTS, place, reason, "Choose another id, or add rules to what is there by hand");
    }

    private static String citation(AreaPlan plan, RuleBook book) {
        List<String> known = book.sources().stream().map(CitedSource::id).toList();
        if (plan.citation() != null) {
            if (!known.contains(plan.citation())) {
                throw AreaPlan.bad(
                        "There is no source '" + plan.citation() + "'", Suggestion.fix(plan.citation(), known));
            }
            return plan.citation();
        }
        return book.sources().stream()
                .filter(source -> source.status().equals("project"))
                .map(CitedSource::id)
                .findFirst()
                .orElseThrow(() -> AreaPlan.bad(
                        "No source of 'sources.yaml' is the project's own (status: project)",
                        "Use --cite to name the source that the rules should cite"));
    }

    /** A proposed definition before the one in force, and any other only where there are none of these. */
    private static AdoptionLine adoption(String id, Definitions definitions, RulesFolder folder, LocalDate day) {
        Definition chosen = definitions.all().stream()
                .filter(each -> !each.adoptions().isEmpty())
                .min(Comparator.comparing((Definition each) ->
                        each.status() == Definition.Status.PROPOSED ? 0 : each.inForceOn(day) ? 1 : 2))
                .orElseThrow(() -> new ProblemException(
                        Code.RULES_MISSING,
                        Place.file(folder.name()),
                        "No definition of the folder adopts a policy",
                        "Add one as definitions/*.yaml"));
        List<Adoption> adoptions = chosen.adoptions();
        return new AdoptionLine(
                id,
                chosen.id(),
                fileOf(chosen.id(), folder),
                adoptions.get(adoptions.size() - 1).block());
    }

    private static String fileOf(String definition, RulesFolder folder) {
        Problems problems = new Problems();
        return folder.texts("definitions/", ".yaml", problems).entrySet().stream()
                .filter(file -> YamlReader.read(file.getKey(), file.getValue(), problems)
                        .filter(root -> root.text("definition").equals(definition))
                        .isPresent())
                .map(file -> file.getKey().substring(folder.name().length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** How the policy can be listed: at the end of the list that there is, or in one of its own where that is laid out in another way. */
    private static List<NewFile> lists(AreaText text, RulesFolder folder) {
        NewFile own = new NewFile("policies/" + text.plan().id() + ".yaml", text.ownList(), NewFile.Kind.POLICIES);
        if (!folder.paths().contains(POLICIES)) {
            return List.of(own);
        }
        String list = listOf(folder);
        Matcher last = LAST_ENTRY.matcher(list);
        if (!last.matches()) {
            return List.of(own);
        }
        String end = list.contains("\r\n") ? "\r\n" : "\n";
        String longer = (list.endsWith("\n") ? list : list + end) + last.group(1) + text.entry() + end;
        return List.of(new NewFile(POLICIES, longer, NewFile.Kind.POLICIES), own);
    }

    private static String listOf(RulesFolder folder) {
        return new String(folder.bytes(POLICIES), StandardCharsets.UTF_8);
    }

    /**
     * The rules with some files more.
     *
     * @param otherTests whether the tests that there are stay among them
     */
    private static RulesFolder with(RulesFolder folder, List<NewFile> files, boolean otherTests) {
        SortedMap<String, byte[]> all = new TreeMap<>();
        folder.paths().stream()
                .filter(path -> otherTests || !path.startsWith("tests/"))
                .forEach(path -> all.put(path, folder.bytes(path)));
        files.forEach(file -> all.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)));
        return RulesFolder.of(folder.name(), all);
    }

    /** Runs the tests of the area, and lints its rules and terms. */
    private static RuleTestRun proved(String id, RulesFolder folder, LocalDate asOf) {
        RuleBook book = RuleBookReader.read(folder);
        Definitions definitions = Definitions.read(book);
        Vocabulary own = new Vocabulary(List.of(book.vocabulary().concept(id).orElseThrow()));
        RuleSet added = new RuleSet(
                book.rules().stream().filter(rule -> rule.policy().equals(id)).toList(), own, List.of());
        LintReport lint = Lint.of(added, definitions.all(), asOf);
        if (!lint.passed()) {
            LintFinding found = lint.findings().get(0);
            throw new ProblemException(
                    Code.BAD_AREA_TERM,
                    Place.NONE,
                    "The term '" + found.text() + "' finds nothing that '" + String.join("', '", found.because())
                            + "' does not find",
                    "Leave it out");
        }
        RuleTestRun run = RuleTestRun.of(RuleSet.of(book), RuleTestReader.read(book, definitions));
        if (!run.passed()) {
            throw new ProblemException(
                    Code.BAD_AREA_TERM,
                    Place.NONE,
                    run.phrases().stream()
                            .filter(phrase -> !phrase.passed())
                            .findFirst()
                            .map(phrase -> "The term '" + phrase.phrase().text() + "' is not found where it stands")
                            .orElse("The terms of the area do not find an item that has them as its title"),
                    "Write terms as a title would have them");
        }
        return run;
    }

    /** What is wrong with a file that nobody has seen is said of the plan that it was made from. */
    private static ProblemException refusal(String id, Problem problem) {
        return switch (problem.code()) {
            case RULE_SYNTAX, RULE_UNSAFE ->
                AreaPlan.bad(
                        "A rule file cannot have the name '" + id
                                + "', a word of the language that rules are compiled to",
                        "Choose another id");
            case BAD_TERM -> new ProblemException(Code.BAD_AREA_TERM, Place.NONE, problem.reason(), problem.fix());
            default -> AreaPlan.bad(problem.reason(), problem.fix());
        };
    }
}
