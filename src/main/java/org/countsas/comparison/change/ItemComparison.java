package org.countsas.comparison.change;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.comparison.TotalDelta;
import org.jspecify.annotations.Nullable;

/** Says how two decisions about one item differ, and which finding made the difference. */
@API(status = API.Status.INTERNAL)
public final class ItemComparison {
    private ItemComparison() {}

    /** Empty if they agree in outcome, area and share. */
    public static Optional<ItemChange> of(Decision before, Decision after) {
        return kind(before, after).map(kind -> {
            Found found = found(before, after);
            return new ItemChange(
                    kind,
                    before,
                    after,
                    TotalDelta.between(counted(before), counted(after)),
                    found.reason,
                    found.finding);
        });
    }

    /** What a decision adds to the totals. */
    static Counted counted(Decision decision) {
        return decision.outcome() == Outcome.COUNTED ? decision.counted() : Counted.NOTHING;
    }

    private static Optional<ItemChange.Kind> kind(Decision before, Decision after) {
        boolean counted = before.outcome() == Outcome.COUNTED;
        boolean counts = after.outcome() == Outcome.COUNTED;
        if (counted != counts) {
            return Optional.of(counts ? ItemChange.Kind.NEWLY_COUNTED : ItemChange.Kind.NO_LONGER_COUNTED);
        }
        if (before.outcome() != after.outcome() || (!counts && !before.area().equals(after.area()))) {
            return Optional.of(ItemChange.Kind.OTHER_REVIEW);
        }
        if (!before.area().equals(after.area())) {
            return Optional.of(ItemChange.Kind.OTHER_AREA);
        }
        return counts && !before.share().equals(after.share())
                ? Optional.of(ItemChange.Kind.OTHER_SHARE)
                : Optional.empty();
    }

    private record Found(ChangeReason reason, @Nullable WeighedFinding finding) {}

    private static Found found(Decision before, Decision after) {
        Optional<WeighedFinding> decided = before.decisive().filter(finding -> before.outcome() != Outcome.NOT_COUNTED);
        Optional<WeighedFinding> decides = after.decisive().filter(finding -> after.outcome() != Outcome.NOT_COUNTED);
        Optional<Found> arrival = decides.flatMap(finding -> arrival(finding, before, after));
        Optional<Found> departure = decided.flatMap(finding -> departure(finding, after));
        return arrival.or(() -> departure)
                .or(() -> decides.map(finding -> new Found(
                        decided.filter(then -> sameRule(then, finding))
                                .map(then -> share(then, finding))
                                .orElse(ChangeReason.ORDER),
                        finding)))
                .or(() -> decided.map(finding -> new Found(ChangeReason.ORDER, finding)))
                .orElse(new Found(ChangeReason.ORDER, null));
    }

    private static boolean sameRule(WeighedFinding decided, WeighedFinding decides) {
        return decided.finding().rule().name().equals(decides.finding().rule().name());
    }

    private static ChangeReason share(WeighedFinding before, WeighedFinding after) {
        return before.finding().rule().share().equals(after.finding().rule().share())
                        && before.finding().rule().effect()
                                == after.finding().rule().effect()
                ? ChangeReason.SHARE
                : ChangeReason.RULE;
    }

    /** Why the finding that decides now did not take part before, or was defeated. */
    private static Optional<Found> arrival(WeighedFinding decides, Decision before, Decision after) {
        Optional<WeighedFinding> then = in(before, decides);
        if (then.isEmpty()) {
            return Optional.of(new Found(ChangeReason.FOUND, decides));
        }
        return switch (then.get().standing()) {
            case OUTSIDE -> Optional.of(new Found(ChangeReason.ADOPTED, decides));
            case DEFEATED ->
                then.get()
                                .defeatedBy()
                                .flatMap(name -> named(before, name))
                                .filter(reject -> stands(after, reject))
                                .isPresent()
                        ? Optional.of(new Found(ChangeReason.RULE, decides))
                        : Optional.of(new Found(ChangeReason.DEFEATED, decides));
            default -> Optional.empty();
        };
    }

    private static boolean stands(Decision after, WeighedFinding reject) {
        return in(after, reject)
                .map(now -> now.standing() == Standing.SUPPORTING || now.standing() == Standing.DECISIVE)
                .orElse(false);
    }

    /** Why the finding that decided before no longer takes part, or is defeated now. */
    private static Optional<Found> departure(WeighedFinding decided, Decision after) {
        Optional<WeighedFinding> now = in(after, decided);
        if (now.isEmpty()) {
            return Optional.of(new Found(ChangeReason.LOST, decided));
        }
        return switch (now.get().standing()) {
            case OUTSIDE -> Optional.of(new Found(ChangeReason.GIVEN_UP, now.get()));
            case DEFEATED ->
                Optional.of(new Found(
                        ChangeReason.DEFEATED,
                        now.get()
                                .defeatedBy()
                                .flatMap(name -> named(after, name))
                                .orElse(now.get())));
            default -> Optional.empty();
        };
    }

    private static Optional<WeighedFinding> in(Decision decision, WeighedFinding finding) {
        return named(decision, finding.finding().rule().name());
    }

    private static Optional<WeighedFinding> named(Decision decision, String rule) {
        return decision.findings().stream()
                .filter(each -> each.finding().rule().name().equals(rule))
                .findFirst();
    }
}
