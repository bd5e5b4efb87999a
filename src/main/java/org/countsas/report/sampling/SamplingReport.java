package org.countsas.report.sampling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countsas.audit.sampling.Assessment;
import org.countsas.audit.sampling.ErrorEstimate;
import org.countsas.audit.sampling.ErrorLimit;
import org.countsas.audit.sampling.MissedEstimate;
import org.countsas.audit.sampling.Population;
import org.countsas.audit.sampling.ProjectedError;
import org.countsas.audit.sampling.RateEstimate;
import org.countsas.audit.sampling.Sample;
import org.countsas.audit.sampling.SamplingMethod;
import org.countsas.audit.sampling.SamplingPlan;
import org.countsas.audit.worksheet.DecisionSource;
import org.countsas.definition.Titles;
import org.countsas.output.Language;
import org.countsas.output.PrettyJson;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;

/**
 * Samples and what they show, for people and for programs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param definition the definition's id
 * @param source     whose decisions were drawn from
 * @param currency   ISO 4217 code of the amounts
 * @param titles     what people call areas and definitions, in the language of the text
 */
public record SamplingReport(String definition, DecisionSource source, String currency, Titles titles) {
    private static final Pattern RANK = Pattern.compile("rank (\\d+)");
    private static final Pattern BELOW = Pattern.compile("([A-Z]): below (\\d+)");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A report in which areas and definitions have their ids for names. */
    public SamplingReport(String definition, DecisionSource source, String currency, Language language) {
        this(definition, source, currency, Titles.none(language));
    }

    private Language language() {
        return titles.language();
    }

    /** A stratum by what its items have in common. In English that is its name, as JSON has it. */
    private String stratum(String name) {
        return language() == Language.EN
                ? name
                : Arrays.stream(name.split(" / ")).map(this::part).collect(Collectors.joining("、"));
    }

    private String part(String name) {
        Matcher rank = RANK.matcher(name);
        if (rank.matches()) {
            return say("stratum.rank", rank.group(1));
        }
        Matcher below = BELOW.matcher(name);
        if (below.matches()) {
            return say("stratum.below", below.group(1), language().exact(Long.parseLong(below.group(2)), currency));
        }
        return Texts.of(SamplingReport.class, language()).has("stratum." + name)
                ? say("stratum." + name)
                : titles.area(name);
    }

    /** A sample that was drawn. */
    public List<String> text(Sample sample) {
        SamplingPlan plan = sample.plan();
        boolean rate = plan.method() == SamplingMethod.RANDOM;
        boolean missed = plan.method() == SamplingMethod.ELUSION;
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "population",
                titles.idAndTitle(definition),
                say("population." + plan.population().id() + ".word"),
                language().number(sample.population().items()),
                amount(sample.population().bookValue())));
        lines.add(decisions());
        lines.add(say("method", say("method." + plan.method().id())));
        lines.add(
                missed
                        ? say(
                                "asked.missed",
                                percent(plan.confidence()),
                                tolerableMissed(sample),
                                plan.expected().percent()
                                        ? plan.expected().toString()
                                        : limit(plan.expected(), sample.design().expected()))
                        : rate
                                ? say("asked.rate", percent(plan.confidence()), plan.tolerable(), plan.expected())
                                : say(
                                        "asked",
                                        percent(plan.confidence()),
                                        limit(plan.tolerable(), sample.design().tolerable()),
                                        limit(plan.expected(), sample.design().expected())));
        if (missed) {
            lines.add(say("resemblance", say("resemblance." + sample.resemblance())));
            if (sample.design().interval() > 0) {
                lines.add(say("large", language().exact(sample.design().interval(), currency)));
            }
        } else if (!rate) {
            lines.add(say(
                    "interval",
                    language().exact(sample.design().interval(), currency),
                    sample.design().factor().toPlainString()));
        }
        lines.add("");
        TextTable table = new TextTable(false, true, true, true);
        table.row(say("stratum"), say("items"), say("bookValue"), say("drawn"));
        sample.strata()
                .forEach(stratum -> table.row(
                        stratum(stratum.name()),
                        language().number(stratum.items()),
                        amount(stratum.bookValue()),
                        language().number(stratum.drawn())));
        lines.addAll(table.lines("  "));
        lines.add("");
        lines.add(say(
                "drawn.sum",
                language().number(sample.drawn().size()),
                language().number(sample.population().items()),
                plan.seed()));
        if (sample.population().zeroItems() > 0) {
            lines.add(say(
                    plan.population() == Population.NOT_COUNTED ? "without.missed" : "without",
                    language().number(sample.population().zeroItems())));
        }
        if (sample.population().negativeItems() > 0) {
            lines.add(say("negative", language().number(sample.population().negativeItems())));
        }
        if (plan.population() == Population.COUNTED) {
            lines.add(say("population.counted"));
        }
        return lines;
    }

    private String decisions() {
        return source.reviews() > 0
                ? say(
                        source.reviews() == 1 ? "decisions.review" : "decisions.reviews",
                        language().number(source.reviews()),
                        source.last())
                : say(source.effective() ? "decisions.effective" : "decisions.rules");
    }

    /** Says that people have decided something since the sample was drawn. */
    public String later(int reviews) {
        return say("decisions.later", language().number(reviews));
    }

    /** Where the worksheet is. */
    public String worksheet(String one, String other) {
        return say("worksheet", one, other);
    }

    /** What an examined sample shows. */
    public List<String> text(Assessment assessment) {
        Sample sample = assessment.sample();
        SamplingPlan plan = sample.plan();
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "population",
                titles.idAndTitle(definition),
                say("population." + plan.population().id() + ".word"),
                language().number(sample.population().items()),
                amount(sample.population().bookValue())));
        lines.add(decisions());
        lines.add(say(
                "examined",
                plan.method().id(),
                language().number(sample.drawn().size()),
                language().number(assessment.wrong())));
        lines.add("");
        lines.addAll((plan.method() == SamplingMethod.ELUSION ? missed(assessment) : errors(assessment)).lines("  "));
        RateEstimate rate = assessment.rate();
        if (rate != null) {
            lines.add("  "
                    + say(
                            "rate",
                            percent(rate.rate().movePointRight(2)),
                            percent(rate.upper().movePointRight(2))));
        }
        lines.add("  " + say("confidence", percent(plan.confidence())));
        lines.add("");
        lines.add(
                plan.method() == SamplingMethod.ELUSION
                        ? say("limit.missed", tolerableMissed(sample))
                        : plan.method() == SamplingMethod.RANDOM
                                ? say("limit.rate", plan.tolerable())
                                : say(
                                        "limit",
                                        limit(plan.tolerable(), sample.design().tolerable())));
        lines.add(say("verdict." + assessment.verdict()));
        lines.add(say("method", say("method." + plan.method().id())));
        return lines;
    }

    private TextTable errors(Assessment assessment) {
        TextTable table = new TextTable(false, true, true, true, true);
        table.row(say("error"), say("items"), say("found"), say("projected"), say("upper"));
        for (ErrorEstimate error : assessment.errors()) {
            table.row(
                    say(error.kind().name()),
                    language().number(error.items()),
                    language().exact(error.found(), currency),
                    shown(error, ProjectedError::likely),
                    shown(error, ProjectedError::upper));
        }
        return table;
    }

    private TextTable missed(Assessment assessment) {
        TextTable table = new TextTable(false, true, true, true, true, true, true);
        table.row(
                say("policy"), say("items"), say("found"), say("items"), say("projected"), say("items"), say("upper"));
        for (MissedEstimate missed : assessment.missed()) {
            String policy = missed.policy();
            table.row(
                    policy == null ? say("policy.all") : titles.area(policy),
                    language().number(missed.items()),
                    language().exact(missed.found(), currency),
                    language().number(missed.likelyItems()),
                    language().exact(missed.likely(), currency),
                    language().number(missed.upperItems()),
                    language().exact(missed.upper(), currency));
        }
        return table;
    }

    private String tolerableMissed(Sample sample) {
        ErrorLimit tolerable = sample.plan().tolerable();
        return tolerable.percent()
                ? say(
                        "tolerable.items",
                        tolerable,
                        language()
                                .number(sample.design()
                                        .tolerable()
                                        .setScale(0, RoundingMode.DOWN)
                                        .longValueExact()))
                : limit(tolerable, sample.design().tolerable());
    }

    /** What an examined sample shows, as JSON. Amounts are whole units of the currency, rates parts of one. */
    public String json(Assessment assessment) {
        Sample sample = assessment.sample();
        SamplingPlan plan = sample.plan();
        ObjectNode json = JSON.objectNode();
        json.put("definition", definition)
                .put("decisions", source.id())
                .put("reviews", source.reviews())
                .put("currency", currency);
        json.put("method", plan.method().id())
                .put("source", plan.method().source())
                .put("population", plan.population().id());
        json.put("confidence", plan.confidence())
                .put("tolerable", plan.tolerable().toString())
                .put("expected", plan.expected().toString())
                .put("seed", plan.seed());
        json.put("items", sample.population().items())
                .put("bookValue", sample.population().bookValue())
                .put("interval", sample.design().interval())
                .put("sample", sample.drawn().size())
                .put("wrong", assessment.wrong());
        json.put(
                "tolerableError",
                sample.design().tolerable().setScale(0, RoundingMode.DOWN).longValue());
        var errors = json.putArray("errors");
        for (ErrorEstimate error : assessment.errors()) {
            ObjectNode node = errors.addObject()
                    .put("kind", error.kind().name())
                    .put("items", error.items())
                    .put("found", error.found());
            ProjectedError projection = error.projection();
            node.put("projected", projection == null ? null : (Long) projection.likely());
            node.put("upper", projection == null ? null : (Long) projection.upper());
        }
        RateEstimate rate = assessment.rate();
        if (rate != null) {
            json.putObject("rate").put("found", rate.rate()).put("upper", rate.upper());
        }
        if (plan.method() == SamplingMethod.ELUSION) {
            json.put("resemblance", sample.resemblance());
            var missed = json.putArray("missed");
            for (MissedEstimate each : assessment.missed()) {
                missed.addObject()
                        .put("policy", each.policy())
                        .put("items", each.items())
                        .put("found", each.found())
                        .put("likelyItems", each.likelyItems())
                        .put("likely", each.likely())
                        .put("upperItems", each.upperItems())
                        .put("upper", each.upper());
            }
        }
        json.put("verdict", assessment.verdict().name());
        return PrettyJson.of(json);
    }

    private String shown(ErrorEstimate error, ToLongFunction<ProjectedError> figure) {
        ProjectedError projection = error.projection();
        return projection == null ? say("notShown") : language().exact(figure.applyAsLong(projection), currency);
    }

    private String limit(ErrorLimit limit, BigDecimal units) {
        String exact = language().exact(units.setScale(0, RoundingMode.DOWN).longValueExact(), currency);
        return limit.percent() ? limit + " = " + exact : exact;
    }

    private String amount(long amount) {
        return language().amount(amount, currency);
    }

    private static String percent(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private String say(String key, Object... values) {
        return Texts.of(SamplingReport.class, language()).text(key, values);
    }
}
