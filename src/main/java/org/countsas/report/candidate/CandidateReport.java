package org.countsas.report.candidate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.candidate.Candidate;
import org.countsas.candidate.PolicyCandidates;
import org.countsas.candidate.ProposedTerm;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.SpreadsheetText;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.output.VisibleText;
import org.countsas.policy.book.RuleBook;

/** Candidates and proposed terms: for a terminal, as JSON and as CSV. Immutable and thread-safe. */
public final class CandidateReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The value of {@code "schema"}. */
    private static final String SCHEMA = "candidates-1";

    private static final int NAME_WIDTH = 60;
    private static final String INDENT = "    ";

    private final Definition definition;
    private final List<PolicyCandidates> policies;
    private final String currency;
    private final RuleBook rules;
    private final Language language;

    /**
     * @param definition the definition under which the candidates do not count
     * @param policies   the candidates of each policy
     * @param currency   ISO 4217 code of all amounts
     */
    public CandidateReport(
            Definition definition,
            List<PolicyCandidates> policies,
            String currency,
            RuleBook rules,
            Language language) {
        this.definition = definition;
        this.policies = List.copyOf(policies);
        this.currency = currency;
        this.rules = rules;
        this.language = language;
    }

    /** The candidates for a terminal: what each is like, and what one more term would do. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(text("head", definition.id()));
        lines.add(text("nothing.decided"));
        for (PolicyCandidates policy : policies) {
            lines.add("");
            lines.add(text(
                    policy.counted() == 0 ? "policy.empty" : "policy",
                    title(policy.policy()),
                    language.number(policy.counted()),
                    language.number(policy.open())));
            if (policy.candidates().isEmpty()) {
                lines.add(INDENT + text("none"));
            }
            policy.candidates().forEach(candidate -> add(candidate, policy, lines));
        }
        return lines;
    }

    private void add(Candidate candidate, PolicyCandidates policy, List<String> lines) {
        BudgetItem item = candidate.item();
        lines.add("  " + item.id() + "  " + TextTable.cut(item.programme().name(), NAME_WIDTH));
        lines.add(INDENT
                + text(
                        policy.counted() == 0 ? "candidate.points" : "candidate",
                        item.programme().ministry(),
                        language.amount(item.amount(), currency),
                        language.number(candidate.resemblance())));
        if (!candidate.words().isEmpty()) {
            lines.add(INDENT + text("words", String.join(text("comma"), candidate.words())));
        }
        if (!candidate.nearest().isEmpty()) {
            lines.add(INDENT
                    + text(
                            "nearest",
                            candidate.nearest().stream()
                                    .map(near -> near.id() + " "
                                            + TextTable.cut(near.programme().name(), NAME_WIDTH / 3))
                                    .collect(Collectors.joining(text("comma")))));
        }
        ProposedTerm proposal = candidate.proposal();
        lines.add(INDENT + (proposal == null ? text("no.term") : effect(proposal)));
    }

    private String effect(ProposedTerm proposal) {
        int others = proposal.counts().size() - 1;
        return text(
                others == 0 ? "term.alone" : others == 1 ? "term.one" : "term",
                proposal.term(),
                proposal.concept(),
                language.number(others),
                language.amount(sum(proposal.counts()), currency),
                language.number(proposal.rejects().size()),
                language.number(proposal.contests().size()));
    }

    /** The terms proposed for the candidates that mark the counted items too, each once: those that would count the most candidates first. */
    public List<String> terms() {
        List<String> lines = new ArrayList<>();
        lines.add(text("terms.head", definition.id()));
        lines.add(text("nothing.decided"));
        for (PolicyCandidates policy : policies) {
            lines.add("");
            lines.add(title(policy.policy()));
            List<ProposedTerm> proposed = proposals(policy);
            if (proposed.isEmpty()) {
                lines.add(INDENT + text("none"));
                continue;
            }
            TextTable table = new TextTable(false, false, true, true, true, true, true);
            table.row(
                    text("column.concept"),
                    text("column.term"),
                    text("column.used"),
                    text("column.counts"),
                    text("column.amount"),
                    text("column.rejects"),
                    text("column.contests"));
            proposed.forEach(term -> table.row(
                    term.concept(),
                    TextTable.cut(term.term(), NAME_WIDTH / 2),
                    language.number(term.usedBy()),
                    language.number(term.counts().size()),
                    language.amount(sum(term.counts()), currency),
                    language.number(term.rejects().size()),
                    language.number(term.contests().size())));
            lines.addAll(table.lines("  "));
        }
        return lines;
    }

    private static List<ProposedTerm> proposals(PolicyCandidates policy) {
        Map<String, ProposedTerm> each = new LinkedHashMap<>();
        Map<String, Integer> uses = new LinkedHashMap<>();
        for (Candidate candidate : policy.candidates()) {
            ProposedTerm proposal = candidate.proposal();
            if (proposal != null && proposal.usedBy() > 0) {
                String key = proposal.concept() + '\n' + proposal.term();
                each.putIfAbsent(key, proposal);
                uses.merge(key, 1, Integer::sum);
            }
        }
        return each.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -uses.getOrDefault(entry.getKey(), 0)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * A JSON object with every candidate, in the shape of the JSON Schema {@code /org/countsas/candidate/candidates-1.schema.json} on the class
     * path.
     */
    public String json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("definition", definition.id());
        json.put("currency", currency);
        ArrayNode array = json.putArray("policies");
        for (PolicyCandidates policy : policies) {
            ObjectNode each = array.addObject();
            each.put("policy", policy.policy());
            each.put("counted", policy.counted());
            each.put("open", policy.open());
            ArrayNode candidates = each.putArray("candidates");
            policy.candidates().forEach(candidate -> add(candidate, candidates.addObject()));
        }
        return PrettyJson.of(json);
    }

    private static void add(Candidate candidate, ObjectNode json) {
        BudgetItem item = candidate.item();
        json.put("id", item.id());
        json.put("name", item.programme().name());
        json.put("ministry", item.programme().ministry());
        json.put("amount", item.amount());
        json.put("resemblance", candidate.resemblance());
        ArrayNode words = json.putArray("words");
        candidate.words().forEach(words::add);
        ids("nearest", candidate.nearest(), json);
        ProposedTerm proposal = candidate.proposal();
        if (proposal != null) {
            ObjectNode term = json.putObject("proposal");
            term.put("concept", proposal.concept());
            term.put("term", proposal.term());
            term.put("usedBy", proposal.usedBy());
            ids("counts", proposal.counts(), term);
            term.put("countsAmount", sum(proposal.counts()));
            ids("rejects", proposal.rejects(), term);
            ids("contests", proposal.contests(), term);
        }
    }

    private static void ids(String key, List<BudgetItem> items, ObjectNode json) {
        ArrayNode ids = json.putArray(key);
        items.forEach(item -> ids.add(item.id()));
    }

    /** A CSV row for each candidate, with a header. It is made for terminals: a row is one line, whatever its texts hold. */
    public String csv() {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        csv.writeRecord(
                "definition",
                "policy",
                "id",
                "name",
                "ministry",
                "bureau",
                "amount",
                "currency",
                "resemblance",
                "words",
                "nearest",
                "concept",
                "term",
                "usedBy",
                "counts",
                "countsAmount",
                "rejects",
                "contests");
        for (PolicyCandidates policy : policies) {
            for (Candidate candidate : policy.candidates()) {
                csv.writeRecord(Stream.concat(row(policy, candidate), proposal(candidate))
                        .map(VisibleText::line)
                        .map(SpreadsheetText::marked)
                        .toList());
            }
        }
        return text.toString();
    }

    private Stream<String> row(PolicyCandidates policy, Candidate candidate) {
        BudgetItem item = candidate.item();
        return Stream.of(
                definition.id(),
                policy.policy(),
                item.id(),
                item.programme().name(),
                item.programme().ministry(),
                item.programme().bureau(),
                String.valueOf(item.amount()),
                item.currency(),
                String.valueOf(candidate.resemblance()),
                String.join("; ", candidate.words()),
                candidate.nearest().stream().map(BudgetItem::id).collect(Collectors.joining("; ")));
    }

    private static Stream<String> proposal(Candidate candidate) {
        ProposedTerm proposal = candidate.proposal();
        return proposal == null
                ? Stream.of("", "", "", "", "", "", "")
                : Stream.of(
                        proposal.concept(),
                        proposal.term(),
                        String.valueOf(proposal.usedBy()),
                        String.valueOf(proposal.counts().size()),
                        String.valueOf(sum(proposal.counts())),
                        String.valueOf(proposal.rejects().size()),
                        String.valueOf(proposal.contests().size()));
    }

    private static long sum(List<BudgetItem> items) {
        return items.stream().mapToLong(BudgetItem::amount).reduce(0, Math::addExact);
    }

    private String title(String policy) {
        return rules.policy(policy).map(known -> language.label(known.title())).orElse(policy);
    }

    private String text(String key, Object... values) {
        return Texts.of(CandidateReport.class, language).text(key, values);
    }
}
