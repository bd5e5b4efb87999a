package org.countsas.source.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.Amount;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.result.Origin;
import org.countsas.source.result.SectionFunding;
import org.countsas.source.table.WantedColumns;
import org.jspecify.annotations.Nullable;

/**
 * Table 2-2: the account titles that each project is paid from, under their sections of the statutory budget. It breaks down the amounts of
 * table 2-1. Rows of carried-over money and reserves belong to none of a budget's stages.
 */
final class RsBudgetLines extends RsRows {
    static final String ITEM_AMOUNT = "予算額（歳出予算項目ごと）";
    private static final Pattern SUPPLEMENTARY = Pattern.compile("第[0-9０-９]+次補正予算");

    /**
     * A line of a project's funding.
     *
     * @param edition the edition of the review that states it
     */
    record Line(String edition, SectionFunding funding) {}

    /** The lines of initial and supplementary budgets, in the order of the table. */
    final List<Line> lines = new ArrayList<>();

    private int year;
    private int account;
    private int kind;
    private int jurisdiction;
    private int organisation;
    private int section;
    private int note;
    private int amount;

    RsBudgetLines(String file) {
        super(file);
    }

    @Override
    void columns(WantedColumns columns) {
        year = columns.require("予算年度", "会計年度", "年度");
        account = columns.require("会計");
        kind = columns.require("予算種別");
        jurisdiction = columns.require("所管");
        organisation = columns.require("組織・勘定");
        section = columns.require("項");
        note = columns.want("歳出予算項目の補足情報");
        amount = columns.require(ITEM_AMOUNT);
    }

    @Override
    void row(Origin origin, String ofEdition, String ofProject, String[] cells) {
        boolean noted = cells[section].isBlank();
        OptionalInt ofYear = FiscalYear.parse(cells[year].strip());
        Stage stage = stage(cells[kind].strip());
        Amount value = Amount.parse(cells[amount].isBlank() ? "0" : cells[amount], BigDecimal.ONE);
        if (stage != null && value.wrong() != null) {
            reject(
                    origin,
                    new Problem(Code.BAD_AMOUNT, origin.place().field(ITEM_AMOUNT), value.wrong(), "Write whole yen"));
        } else if (ofYear.isPresent() && stage != null && value.wrong() == null) {
            lines.add(new Line(
                    ofEdition,
                    new SectionFunding(
                            ofProject,
                            ofYear.getAsInt(),
                            stage,
                            cells[account],
                            cells[jurisdiction],
                            cells[organisation],
                            noted ? sectionIn(WantedColumns.cell(cells, note)) : cells[section],
                            value.value(),
                            noted)));
        }
    }

    /** A note names the section and the account title, with a space between. */
    private static String sectionIn(String note) {
        return note.strip().split("[\\s　]", 2)[0];
    }

    private static @Nullable Stage stage(String kind) {
        if (kind.equals("当初予算")) {
            return Stage.INITIAL;
        }
        return SUPPLEMENTARY.matcher(kind).matches() ? Stage.SUPPLEMENTARY : null;
    }
}
