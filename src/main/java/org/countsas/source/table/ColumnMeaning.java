package org.countsas.source.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column of a table can mean for an item, with the names that tables usually give it. */
public enum ColumnMeaning {
    ID("id", "事業ID", "予算事業ID", "予算事業番号", "事業番号", "item ID", "programme ID", "program ID", "project ID"),
    FISCAL_YEAR("fiscalYear", "fy", "year", "会計年度", "予算年度", "年度"),
    STAGE("stage", "budget stage", "予算段階", "段階"),
    MINISTRY("ministry", "府省庁", "所管府省庁", "省庁", "府省", "所管"),
    BUREAU("bureau", "局・庁", "局庁", "部局", "局"),
    ACCOUNT("account", "会計", "会計区分"),
    NAME("name", "事業名", "事業名称", "name ja", "programme name", "program name", "project name", "名称"),
    PURPOSE("purpose", "事業の目的", "事業目的", "目的"),
    OVERVIEW("overview", "事業の概要", "事業概要", "概要", "summary", "description"),
    MAJOR_EXPENSE("majorExpense", "主要経費"),
    PLANS("plans", "計画通知名", "関係する計画・通知等", "関係する計画", "計画"),
    LAWS("laws", "法令名", "根拠法令", "法令"),
    AMOUNT("amount", "金額", "予算額"),
    CURRENCY("currency", "通貨");

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // never written to, and given away as a copy
    private final String[] names;

    ColumnMeaning(String... names) {
        this.key = names[0];
        this.names = names;
    }

    /** The name in profiles and messages, and the first of the column names. */
    public String key() {
        return key;
    }

    /** The column names with this meaning, in the order in which they are looked for. */
    public String[] names() {
        return names.clone();
    }

    /** The keys of all meanings. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(ColumnMeaning::key).toList();
    }

    /** The meaning with this key, or empty. */
    public static Optional<ColumnMeaning> ofKey(String key) {
        return Arrays.stream(values())
                .filter(meaning -> meaning.key.equals(key))
                .findFirst();
    }
}
