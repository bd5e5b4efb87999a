package org.countsas.official;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.vocabulary.BilingualText;

/**
 * The official figures of one file. Immutable and thread-safe.
 *
 * @param id       kebab-case id
 * @param title    name for people
 * @param currency ISO 4217 code of all amounts
 * @param bases    what the figures cover
 * @param figures  by fiscal year, then as in the file
 * @param bridges  as in the file
 * @param gdp      the gross domestic product by fiscal year, at most once for each, in their order
 */
@API(status = API.Status.EXPERIMENTAL)
public record OfficialFigures(
        String id,
        BilingualText title,
        String currency,
        List<Basis> bases,
        List<PublishedFigure> figures,
        List<Bridge> bridges,
        List<YearlyGdp> gdp) {

    public OfficialFigures {
        bases = List.copyOf(bases);
        figures = List.copyOf(figures);
        bridges = List.copyOf(bridges);
        gdp = List.copyOf(gdp);
    }

    /**
     * The official figures in a folder of rules, in the order of their files.
     *
     * @throws ProblemException with everything that is wrong with them
     */
    public static List<OfficialFigures> of(RuleBook book) {
        Problems problems = new Problems();
        List<OfficialFigures> figures = OfficialFiguresReader.read(book, problems);
        problems.throwIfAny();
        return figures;
    }

    /** Notes everything that is wrong with the official figures in a folder of rules. */
    @API(status = API.Status.INTERNAL)
    public static void check(RuleBook book, Problems problems) {
        OfficialFiguresReader.read(book, problems);
    }

    /** What the figures of a basis cover. */
    public Optional<Basis> basis(String basis) {
        return bases.stream().filter(each -> each.id().equals(basis)).findFirst();
    }

    /** The gross domestic product of a fiscal year, if the file has it. */
    public Optional<YearlyGdp> gdpOf(int fiscalYear) {
        return gdp.stream().filter(each -> each.fiscalYear() == fiscalYear).findFirst();
    }
}
