package org.countsas.audit.worksheet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.sampling.ErrorLimit;
import org.countsas.audit.sampling.Population;
import org.countsas.audit.sampling.SamplingMethod;
import org.countsas.audit.sampling.SamplingPlan;
import org.countsas.audit.sampling.StratifyBy;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Reads the parameters of a worksheet back. */
@API(status = API.Status.INTERNAL)
public final class WorksheetParameters {
    private WorksheetParameters() {}

    /**
     * The plan by which a worksheet's sample was drawn.
     *
     * @param file the worksheet's name, for messages
     * @throws ProblemException {@code BAD_WORKSHEET} if the parameters are not those of a worksheet, {@code BAD_SAMPLING_PLAN} if no
     *                          sample can be drawn by them
     */
    public static SamplingPlan plan(Worksheet worksheet, String file) {
        String format = parameter(worksheet, file, "format");
        if (!format.equals(Worksheet.FORMAT)) {
            throw bad(
                    file, "The worksheet has the format '" + format + "', and this version reads " + Worksheet.FORMAT);
        }
        String strata = parameter(worksheet, file, "strata");
        return new SamplingPlan(
                read(worksheet, file, "method", SamplingMethod::ofId),
                read(worksheet, file, "population", Population::ofId),
                read(worksheet, file, "confidence", WorksheetParameters::percent),
                read(worksheet, file, "tolerable", ErrorLimit::parse),
                read(worksheet, file, "expected", ErrorLimit::parse),
                read(
                        worksheet,
                        file,
                        "seed",
                        text -> text.startsWith("#") ? Optional.of(text.substring(1)) : Optional.empty()),
                strata.isEmpty()
                        ? List.of()
                        : Arrays.stream(strata.split(" "))
                                .map(id -> StratifyBy.ofId(id)
                                        .orElseThrow(() -> bad(file, "The parameter 'strata' is '" + strata + "'")))
                                .toList());
    }

    /**
     * The definition that a worksheet names.
     *
     * @throws ProblemException {@code BAD_WORKSHEET} if it names none
     */
    public static String definition(Worksheet worksheet, String file) {
        return parameter(worksheet, file, "definition");
    }

    /**
     * Whose decisions a worksheet was drawn from.
     *
     * @throws ProblemException {@code BAD_WORKSHEET} if it does not say so
     */
    public static DecisionSource source(Worksheet worksheet, String file) {
        String decisions = parameter(worksheet, file, "decisions");
        String last = parameter(worksheet, file, "last_review");
        try {
            int reviews = Integer.parseInt(parameter(worksheet, file, "reviews"));
            DecisionSource source = new DecisionSource(decisions.equals(DecisionSource.EFFECTIVE), reviews, last);
            if (source.id().equals(decisions)
                    && (last.isEmpty() || Hash.ofHex(last).isPresent())) {
                return source;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw bad(file, "The parameters 'decisions', 'reviews' and 'last_review' do not fit together");
    }

    private static <T> T read(Worksheet worksheet, String file, String name, Function<String, Optional<T>> reader) {
        String text = parameter(worksheet, file, name);
        return reader.apply(text).orElseThrow(() -> bad(file, "The parameter '" + name + "' is '" + text + "'"));
    }

    private static Optional<BigDecimal> percent(String text) {
        return ErrorLimit.parse(text).filter(ErrorLimit::percent).map(ErrorLimit::value);
    }

    private static String parameter(Worksheet worksheet, String file, String name) {
        String text = worksheet.parameters().get(name);
        if (text == null) {
            throw bad(file, "The parameter '" + name + "' is missing");
        }
        return text;
    }

    static ProblemException bad(String file, String reason) {
        return new ProblemException(
                Code.BAD_WORKSHEET,
                Place.file(file),
                reason,
                "Fill in a worksheet that 'sample' wrote, and leave its parameters as they are");
    }
}
