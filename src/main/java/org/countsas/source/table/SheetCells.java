package org.countsas.source.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a sheet into texts: numbers to the digits that a spreadsheet shows, days as 2024-04-01. Not thread-safe. */
final class SheetCells {
    private static final int MOST_COLUMNS = 16_384;
    /** A spreadsheet computes in binary fractions and shows 15 digits; further digits are noise. */
    private static final MathContext SHOWN = new MathContext(15);

    /** The last day that spreadsheets know, 9999-12-31, by its number. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private final NumberStyle numbers;
    private final LocalDate dayZero;
    private final Map<String, Format> formats = new HashMap<>();

    /** What a number shows by its format. */
    private enum Format {
        NUMBER,
        YEAR,
        MONTH,
        DAY
    }

    SheetCells(ReadableWorkbook workbook, NumberStyle numbers) {
        this.numbers = numbers;
        this.dayZero = workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /** The cells up to the last one with text. */
    String[] texts(Row row) {
        int count = Math.min(row.getCellCount(), MOST_COLUMNS);
        String[] texts = new String[count];
        int last = 0;
        for (int i = 0; i < count; i++) {
            Cell cell = row.getCell(i);
            texts[i] = cell == null || cell.getValue() == null ? "" : text(cell);
            last = texts[i].isBlank() ? last : i + 1;
        }
        return Arrays.copyOf(texts, last);
    }

    private String text(Cell cell) {
        Object value = cell.getValue();
        if (!(value instanceof BigDecimal number)) {
            return value instanceof Boolean truth ? truth ? "TRUE" : "FALSE" : value.toString();
        }
        Format format = format(cell);
        if (format != Format.NUMBER && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0) {
            return day(number, format);
        }
        BigDecimal shown = number.scale() > 0 ? number.round(SHOWN).stripTrailingZeros() : number;
        // A number of a spreadsheet has at most 309 digits; a longer one was made to exhaust memory.
        return Math.abs((long) shown.scale()) > 400 ? shown.toString() : numbers.write(shown.toPlainString());
    }

    private String day(BigDecimal number, Format format) {
        LocalDateTime time = dayZero.atStartOfDay()
                .plusSeconds(number.multiply(SECONDS_OF_DAY)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
        String day = time.toLocalDate().toString();
        return switch (format) {
            case YEAR -> String.valueOf(time.getYear());
            case MONTH -> day.substring(0, day.length() - 3);
            default -> time.toLocalTime().toSecondOfDay() == 0 ? day : time.toString();
        };
    }

    private Format format(Cell cell) {
        String text = cell.getDataFormatString();
        if (text != null) {
            return formats.computeIfAbsent(text, SheetCells::format);
        }
        return isJapaneseDay(cell.getDataFormatId()) ? Format.DAY : Format.NUMBER;
    }

    /** The numbers of formats that are built in and mean days in East Asia. */
    private static boolean isJapaneseDay(@Nullable Integer id) {
        return id != null
                && ((id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 54) || id == 57 || id == 58);
    }

    private static Format format(String code) {
        String plain = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", "")
                .split(";", 2)[0]
                .toLowerCase(Locale.ROOT);
        if (plain.equals("general") || Stream.of("0", "#", "?", "@").anyMatch(plain::contains)) {
            return Format.NUMBER;
        }
        boolean year = plain.contains("y") || plain.contains("e");
        if (plain.contains("d")) {
            return Format.DAY;
        }
        return year ? plain.contains("m") ? Format.MONTH : Format.YEAR : Format.NUMBER;
    }
}
