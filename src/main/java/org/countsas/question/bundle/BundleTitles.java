package org.countsas.question.bundle;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.ledger.Ledger;
import org.countsas.audit.ledger.LedgerEntry;
import org.countsas.definition.Definitions;
import org.countsas.definition.Titles;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.problem.ProblemException;

/** What people call the ids of a recorded run, by the run's own rules. Thread-safe. */
@API(status = API.Status.INTERNAL)
public final class BundleTitles {
    private BundleTitles() {}

    /** The titles of a bundle; none if its rules cannot be read, which is for a verification to report. */
    public static Titles of(Path bundle, Language language) {
        try (Bundle opened = Bundle.open(bundle)) {
            return of(opened, language);
        } catch (ProblemException e) {
            return Titles.none(language);
        }
    }

    /** The titles of the newest run of a ledger; none if it has no run or its rules cannot be read. */
    public static Titles ofLedger(Path ledger, Language language) {
        try {
            Ledger opened = Ledger.open(ledger);
            List<LedgerEntry> entries = opened.entries();
            if (entries.isEmpty()) {
                return Titles.none(language);
            }
            try (Bundle newest = opened.open(entries.get(entries.size() - 1))) {
                return of(newest, language);
            }
        } catch (ProblemException e) {
            return Titles.none(language);
        }
    }

    /** The titles of a bundle's definitions by their ids, in both languages; none if its rules cannot be read. */
    static Function<String, List<String>> definitions(Bundle bundle) {
        Map<String, List<String>> titles = new HashMap<>();
        try {
            Definitions.read(RuleBookReader.read(bundle.rules()))
                    .all()
                    .forEach(definition -> titles.put(
                            definition.id(),
                            List.of(definition.title().en(), definition.title().ja())));
        } catch (ProblemException e) {
            // a verification reports it
        }
        return id -> titles.getOrDefault(id, List.of());
    }

    private static Titles of(Bundle bundle, Language language) {
        RuleBook book = RuleBookReader.read(bundle.rules());
        return Titles.of(book, Definitions.read(book).all(), language);
    }
}
