package org.countsas.official;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countsas.item.Stage;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.CitedSource;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.Code;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.vocabulary.VocabularyReader;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;

/** Reads official figures. Not thread-safe. */
final class OfficialFiguresReader {
    private static final String FOLDER = "official/";
    private static final List<Stage> STAGES =
            List.of(Stage.INITIAL, Stage.SUPPLEMENTARY, Stage.REVISED, Stage.EXECUTED);

    private final RuleBook book;
    private final Set<String> bases = new HashSet<>();

    private OfficialFiguresReader(RuleBook book) {
        this.book = book;
    }

    /** Reads the figures as far as possible; they are complete only if no problem was noted. */
    static List<OfficialFigures> read(RuleBook book, Problems problems) {
        List<OfficialFigures> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        book.folder()
                .texts(FOLDER, ".yaml", problems)
                .forEach((file, text) -> YamlReader.read(file, text, problems).ifPresent(root -> {
                    OfficialFigures figures = new OfficialFiguresReader(book).figures(root);
                    if (!ids.add(figures.id())) {
                        root.problem(
                                Code.BAD_VALUE,
                                "A second file of official figures has the id '" + figures.id() + "'",
                                "Give one of them another id");
                    }
                    all.add(figures);
                }));
        return List.copyOf(all);
    }

    private OfficialFigures figures(YamlNode root) {
        root.knowing("official", "title", "currency", "bases", "figures", "bridges", "gdp");
        List<Basis> ofFile = root.items("bases").stream().map(this::basis).toList();
        List<PublishedFigure> figures = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (YamlNode node : root.items("figures")) {
            PublishedFigure figure = figure(node);
            if (!seen.add(List.of(figure.fiscalYear(), figure.stage(), figure.subject(), figure.basis()))) {
                node.problem(
                        Code.BAD_VALUE,
                        "A figure of FY" + figure.fiscalYear() + ", "
                                + figure.stage().id() + ", " + figure.subject() + " on the basis '" + figure.basis()
                                + "' appears twice",
                        "Keep one of them");
            }
            figures.add(figure);
        }
        figures.sort(Comparator.comparingInt(PublishedFigure::fiscalYear));
        return new OfficialFigures(
                root.text("official"),
                VocabularyReader.label(root, "title"),
                root.text("currency"),
                ofFile,
                figures,
                root.items("bridges").stream().map(this::bridge).toList(),
                gdp(root));
    }

    private Basis basis(YamlNode node) {
        node.knowing("id", "label");
        String id = node.text("id");
        if (!bases.add(id)) {
            node.problem(Code.BAD_VALUE, "The basis '" + id + "' appears twice", "Keep one of them");
        }
        return new Basis(id, VocabularyReader.label(node, "label"));
    }

    private PublishedFigure figure(YamlNode node) {
        node.knowing("fiscalYear", "stage", "subject", "basis", "amount", "roundedTo", "source", "page");
        return new PublishedFigure(
                year(node),
                stage(node),
                subject(node),
                basisOf(node),
                positive(node, "amount"),
                node.get("roundedTo").isPresent() ? positive(node, "roundedTo") : 1,
                source(node),
                node.get("page").map(YamlNode::text).orElse(null));
    }

    private Bridge bridge(YamlNode node) {
        node.knowing("id", "label", "subject", "basis", "amounts");
        return new Bridge(
                node.text("id"),
                VocabularyReader.label(node, "label"),
                subject(node),
                basisOf(node),
                node.items("amounts").stream().map(this::span).toList());
    }

    private Bridge.Span span(YamlNode node) {
        node.knowing("fiscalYear", "stage", "amount", "source", "arithmetic");
        if (node.get("source").isPresent() == node.get("arithmetic").isPresent()) {
            node.problem(
                    Code.BAD_VALUE,
                    "The amount of a bridge has either a 'source' or an 'arithmetic'",
                    "Name the source that states it, or say by which arithmetic it was found");
        }
        Bridge.Evidence evidence = node.get("arithmetic").isPresent()
                ? new Bridge.Arithmetic(VocabularyReader.label(node, "arithmetic"))
                : new Bridge.Sourced(node.get("source").isPresent() ? source(node) : "");
        return new Bridge.Span(
                year(node),
                stage(node),
                node.get("amount").map(YamlNode::integer).orElse(0L),
                evidence);
    }

    private List<YearlyGdp> gdp(YamlNode root) {
        List<YearlyGdp> years = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (YamlNode node : root.items("gdp")) {
            node.knowing("fiscalYear", "amount", "roundedTo", "source");
            YearlyGdp year = new YearlyGdp(year(node), positive(node, "amount"), source(node));
            if (!seen.add(year.fiscalYear())) {
                node.problem(Code.BAD_VALUE, "FY" + year.fiscalYear() + " appears twice", "Keep one of them");
            }
            years.add(year);
        }
        years.sort(Comparator.comparingInt(YearlyGdp::fiscalYear));
        return years;
    }

    private static int year(YamlNode node) {
        long year = node.get("fiscalYear").map(YamlNode::integer).orElse(0L);
        if (year < 1868 || year > 9999) {
            node.get("fiscalYear")
                    .orElse(node)
                    .problem(Code.BAD_VALUE, "'fiscalYear' must be the year in which it begins", "Write it as 2024");
            return 0;
        }
        return (int) year;
    }

    private static Stage stage(YamlNode node) {
        String id = node.text("stage");
        Optional<Stage> stage = Stage.ofId(id).filter(STAGES::contains);
        if (stage.isEmpty()) {
            node.get("stage")
                    .ifPresent(value -> value.problem(
                            Code.BAD_STAGE,
                            "'" + id + "' is not a stage of published figures",
                            "Known: initial, supplementary, revised, executed"));
        }
        return stage.orElse(Stage.INITIAL);
    }

    private Subject subject(YamlNode node) {
        Optional<YamlNode> value = node.get("subject");
        if (value.isPresent() && value.get().isMapping()) {
            YamlNode subject = value.get().knowing("block", "area");
            if (subject.get("area").isPresent() && subject.get("block").isEmpty()) {
                return new Subject.OfArea(area(subject));
            }
            if (subject.get("block").isPresent() && subject.get("area").isEmpty()) {
                return new Subject.OfBlock(subject.text("block"));
            }
        } else if (node.text("subject").equals("total")) {
            return new Subject.OfTotal();
        }
        value.orElse(node)
                .problem(
                        Code.BAD_VALUE,
                        "A figure is about a block, an area or the total",
                        "Write subject: {block: core}, {area: coast-guard} or total");
        return new Subject.OfTotal();
    }

    private String area(YamlNode subject) {
        String area = subject.text("area");
        if (book.policy(area).isEmpty()) {
            subject.problem(
                    Code.UNKNOWN_POLICY,
                    "There is no policy '" + area + "'",
                    Suggestion.fix(
                            area, book.policies().stream().map(Policy::id).toList()));
        }
        return area;
    }

    private String basisOf(YamlNode node) {
        String basis = node.text("basis");
        if (!bases.contains(basis)) {
            node.get("basis")
                    .ifPresent(value -> value.problem(
                            Code.BAD_VALUE, "There is no basis '" + basis + "'", Suggestion.fix(basis, bases)));
        }
        return basis;
    }

    private String source(YamlNode node) {
        String source = node.text("source");
        if (node.get("source").isPresent() && book.source(source).isEmpty()) {
            node.get("source")
                    .get()
                    .problem(
                            Code.UNKNOWN_CITATION,
                            "There is no source '" + source + "'",
                            Suggestion.nearest(
                                            source,
                                            book.sources().stream()
                                                    .map(CitedSource::id)
                                                    .toList())
                                    .map(Suggestion::question)
                                    .orElse("Add it to sources.yaml"));
        }
        return source;
    }

    private static long positive(YamlNode node, String key) {
        Optional<YamlNode> value = node.get(key);
        long amount = value.map(YamlNode::integer).orElse(0L);
        if (amount <= 0) {
            value.orElse(node).problem(Code.BAD_VALUE, "'" + key + "' must be a whole number above 0", "");
        }
        return amount;
    }
}
