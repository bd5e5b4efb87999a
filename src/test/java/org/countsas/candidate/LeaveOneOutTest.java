package org.countsas.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.countsas.candidate.LeaveOneOut.Recovery;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;

/** What nobody had thought of comes back as a candidate. */
class LeaveOneOutTest {
    @Test
    void of_what_a_concept_alone_counts_four_in_five_are_among_the_first_fifty_candidates() {
        List<BudgetItem> items = Sources.read(List.of(SharedData.rs2024()), ReadOptions.DEFAULT)
                .select(2024, null)
                .items();
        RuleBook book = RuleBookReader.read(RulesFolder.of(Path.of("rules"), "rules"));
        Definition proposal = Definitions.read(book).get("japan-2025-proposal");
        LeaveOneOut leaveOneOut = new LeaveOneOut(items, book, proposal, LocalDate.of(2026, 4, 1));

        List<Recovery> recoveries = proposal.adoptions().stream()
                .map(Adoption::policy)
                .flatMap(policy -> leaveOneOut.of(policy, 50).stream())
                .toList();

        assertThat(recoveries).hasSizeGreaterThan(60).allMatch(each -> each.lost() > 0 && each.found() <= each.lost());
        List<Double> parts = recoveries.stream()
                .map(each -> (double) each.found() / each.lost())
                .sorted()
                .toList();
        assertThat(parts.get((parts.size() - 1) / 2)).isGreaterThanOrEqualTo(0.8);
    }
}
