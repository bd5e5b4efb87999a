package org.countsas.cli.option;

import java.util.OptionalInt;
import org.countsas.question.name.NameFinder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fiscal year as people write it: 2024, FY2024, R6, 令和6年度. */
public final class YearConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        OptionalInt year = NameFinder.year(text);
        if (year.isEmpty()) {
            throw new TypeConversionException("not a fiscal year, such as 2024, FY2024 or R6");
        }
        return year.getAsInt();
    }
}
