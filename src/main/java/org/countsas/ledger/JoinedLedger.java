package org.countsas.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.item.StateBudgetAttributes;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Scope;
import org.countsas.source.result.SectionFunding;
import org.countsas.source.result.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Joins review sheets with the statutory budget, for every year and stage that both cover. A section of the statutory budget is split into
 * what projects say they have from it and a remainder, which is a separate item; what projects say they have from sections that are not in
 * the budget stands beside the ledger. Nothing is scaled: if projects claim more than the section contains, the remainder is negative and a
 * warning says so.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class JoinedLedger {
    private final Reading reviews;
    private final Reading statutory;
    private final boolean notes;
    /** The ministry of each project, by its id. */
    private final Map<String, String> ministries = new HashMap<>();

    private final List<BudgetItem> items = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private JoinedLedger(Reading reviews, Reading statutory, boolean notes) {
        this.reviews = reviews;
        this.statutory = statutory;
        this.notes = notes;
        reviews.items()
                .forEach(item -> ministries.put(item.id(), item.programme().ministry()));
    }

    /**
     * The ledger of both.
     *
     * @param reviews   review sheets, read with the sections that projects are paid from
     * @param statutory the statutory budget by line item
     * @param notes     whether projects that leave the columns for the section empty are joined by their notes, if these name exactly one
     *                  section
     * @return a reading whose items add up to the statutory budget, to the yen, for each year and stage
     * @throws ProblemException {@code NOT_JOINED} if there is no year and stage in which projects name sections of the budget
     */
    public static Reading join(Reading reviews, Reading statutory, boolean notes) {
        return new JoinedLedger(reviews, statutory, notes).join();
    }

    private Reading join() {
        requireSections();
        TreeMap<Integer, TreeSet<Stage>> periods = new TreeMap<>();
        reviews.sections()
                .forEach(funding -> periods.computeIfAbsent(funding.fiscalYear(), year -> new TreeSet<>())
                        .add(funding.stage()));
        periods.forEach((year, stages) -> stages.forEach(stage -> period(year, stage)));
        if (items.isEmpty()) {
            throw new ProblemException(
                    Code.NOT_JOINED,
                    Place.NONE,
                    "Review sheets of " + periods.keySet() + " and the statutory budget of " + years(statutory)
                            + " have no year and stage in common in which projects name sections of the budget",
                    "Name the statutory budget of a year for which the review sheets name sections");
        }
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(reviews.warnings());
        all.addAll(statutory.warnings());
        return new Reading(
                items,
                concat(reviews.rejected(), statutory.rejected()),
                concat(reviews.leftOut(), statutory.leftOut()),
                all,
                concat(reviews.files(), statutory.files()),
                reviews.sections());
    }

    private void requireSections() {
        if (reviews.sections().isEmpty()) {
            throw new ProblemException(
                    Code.NOT_JOINED,
                    Place.NONE,
                    "The input names no section of the statutory budget for any project",
                    "Name an RS System export with table 2-2 (予算・執行 予算種別・歳出予算項目)");
        }
        boolean sections = statutory.items().stream()
                .anyMatch(item -> item.programme().attributes().containsKey(StateBudgetAttributes.SECTION));
        if (!sections) {
            throw new ProblemException(
                    Code.NOT_JOINED,
                    Place.NONE,
                    "What is named as the statutory budget has no sections (項)",
                    "Name the line items of the statutory budget");
        }
    }

    private static SortedSet<Integer> years(Reading reading) {
        SortedSet<Integer> years = new TreeSet<>();
        reading.items().forEach(item -> years.add(item.fiscalYear()));
        return years;
    }

    /** One year and stage. */
    private void period(int year, Stage stage) {
        Map<SectionKey, Section> sections = new LinkedHashMap<>();
        for (BudgetItem line : statutory.items()) {
            if (line.fiscalYear() == year && line.stage() == stage) {
                sections.computeIfAbsent(SectionKey.of(line.programme()), key -> new Section())
                        .line(line);
            }
        }
        if (sections.isEmpty()) {
            warn(
                    Code.NOT_JOINED,
                    year,
                    stage,
                    "The statutory budget that was read has no " + stage.id() + " budget of FY" + year
                            + ": the ledger has none either");
            return;
        }
        Map<String, Long> found = found(sections, year, stage);
        if (found.isEmpty()) {
            warn(
                    Code.NOT_JOINED,
                    year,
                    stage,
                    "The review sheets name no section of the " + stage.id() + " budget of FY" + year
                            + ": the ledger has none either");
            return;
        }
        projects(year, stage, found);
        sections.forEach((key, section) -> add(key, section, year, stage));
        requireStatutoryTotal(year, stage, sections);
    }

    /**
     * Gives sections what projects say they have from them.
     *
     * @return what each project has from existing sections, by its id
     */
    private Map<String, Long> found(Map<SectionKey, Section> sections, int year, Stage stage) {
        Map<String, Long> found = new HashMap<>();
        Map<SectionKey, Long> missing = new LinkedHashMap<>();
        long unnamed = 0;
        long noted = 0;
        for (SectionFunding funding : reviews.sections()) {
            if (funding.fiscalYear() != year || funding.stage() != stage) {
                continue;
            }
            SectionKey key = SectionKey.of(funding);
            Section section = funding.noted() ? noted(sections, key, funding) : sections.get(key);
            if (section == null && !key.isNamed()) {
                unnamed = Math.addExact(unnamed, funding.amount());
            } else if (section == null && funding.noted()) {
                noted = Math.addExact(noted, funding.amount());
            } else if (section == null) {
                missing.merge(key, funding.amount(), Math::addExact);
            } else {
                section.part(funding.programme(), funding.amount());
                found.merge(funding.programme(), funding.amount(), Math::addExact);
            }
        }
        if (!found.isEmpty()) {
            missing.forEach((key, amount) -> missing(sections, key, amount, year, stage));
            warnOfUnnamed(unnamed, noted, year, stage);
        }
        return found;
    }

    private void warnOfUnnamed(long unnamed, long noted, int year, Stage stage) {
        if (unnamed > 0) {
            warn(
                    Code.NO_SUCH_SECTION,
                    year,
                    stage,
                    "Projects have " + unnamed + " yen without naming a section; they stand beside the ledger");
        }
        if (noted > 0) {
            warn(
                    Code.NO_SUCH_SECTION,
                    year,
                    stage,
                    "Projects have " + noted + " yen from sections that only a note names; they stand beside the ledger"
                            + (notes ? ", as the notes fit no section or several" : ". --sections-by-note joins them"));
        }
    }

    private @Nullable Section noted(Map<SectionKey, Section> sections, SectionKey key, SectionFunding funding) {
        if (!notes || !key.isNamed()) {
            return null;
        }
        List<SectionKey> candidates =
                sections.keySet().stream().filter(each -> each.mayBe(key)).toList();
        String ministry = ministries.getOrDefault(funding.programme(), "");
        List<SectionKey> own = candidates.size() == 1
                ? candidates
                : candidates.stream().filter(each -> each.isOf(ministry)).toList();
        return own.size() == 1 ? sections.get(own.get(0)) : null;
    }

    private void missing(Map<SectionKey, Section> sections, SectionKey key, long amount, int year, Stage stage) {
        List<String> names = sections.keySet().stream()
                .filter(other -> other.account().equals(key.account()))
                .map(SectionKey::toString)
                .toList();
        Optional<String> nearest = Suggestion.nearest(key.toString(), names);
        warn(
                Code.NO_SUCH_SECTION,
                year,
                stage,
                "Projects have " + amount + " yen of the section '" + key
                        + "', which the statutory budget does not have; they stand beside the ledger"
                        + nearest.map(near -> ". The nearest is '" + near + "'").orElse(""));
    }

    private void projects(int year, Stage stage, Map<String, Long> found) {
        for (BudgetItem item : reviews.items()) {
            if (item.fiscalYear() == year && item.stage() == stage) {
                long amount = found.getOrDefault(item.id(), 0L);
                long beside = Math.subtractExact(item.amount(), amount);
                items.add(new BudgetItem(project(item.programme(), beside), year, stage, amount, item.currency()));
            }
        }
        warnOfBeside(year, stage);
    }

    private static Programme project(Programme programme, long beside) {
        Map<String, String> attributes = new TreeMap<>(programme.attributes());
        attributes.put(LedgerAttributes.LEDGER, LedgerAttributes.PROJECT);
        if (beside != 0) {
            attributes.put(LedgerAttributes.BESIDE, String.valueOf(beside));
        }
        return programme.withAttributes(attributes);
    }

    private void warnOfBeside(int year, Stage stage) {
        long projects = 0;
        long amount = 0;
        for (BudgetItem item : items) {
            String beside = item.programme().attributes().get(LedgerAttributes.BESIDE);
            if (beside != null && item.fiscalYear() == year && item.stage() == stage) {
                projects++;
                amount = Math.addExact(amount, Long.parseLong(beside));
            }
        }
        if (projects > 0) {
            warn(
                    Code.BESIDE_LEDGER,
                    year,
                    stage,
                    projects + " projects together have " + amount
                            + " yen more on their sheets than from the sections that were found; this is shown beside the ledger and not in its total");
        }
    }

    private void add(SectionKey key, Section section, int year, Stage stage) {
        if (!section.transfers().isEmpty()) {
            items.add(LedgerItems.transfers(section.transfers()));
        }
        long remainder = section.remainder();
        if (section.spending().isEmpty()) {
            if (section.claimed() != 0) {
                items.add(LedgerItems.remainder(section.transfers(), remainder));
            }
        } else if (remainder != 0) {
            items.add(LedgerItems.remainder(section.spending(), remainder));
        }
        // Changes may be reductions, so projects may well have more than a section's change.
        if (remainder < 0 && stage == Stage.INITIAL) {
            warn(
                    Code.SECTION_EXCEEDED,
                    year,
                    stage,
                    "The section '" + key + "' holds " + section.spent()
                            + " yen, but projects claim " + section.claimed()
                            + " of it, so its remainder is negative");
        }
    }

    private void requireStatutoryTotal(int year, Stage stage, Map<SectionKey, Section> sections) {
        long statutoryTotal = 0;
        for (Section section : sections.values()) {
            statutoryTotal =
                    Math.addExact(statutoryTotal, Math.addExact(section.spent(), Section.sum(section.transfers())));
        }
        long total = 0;
        for (BudgetItem item : items) {
            if (item.fiscalYear() == year && item.stage() == stage) {
                total = Math.addExact(total, item.amount());
            }
        }
        if (total != statutoryTotal) {
            throw new IllegalStateException(
                    "the ledger holds " + total + " yen, the statutory budget " + statutoryTotal);
        }
    }

    private void warn(Code code, int year, Stage stage, String reason) {
        warnings.add(new Warning(new Problem(code, Place.NONE, reason, ""), Scope.of(year, stage)));
    }

    private static <T> List<T> concat(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
