package org.countsas.source;

/** Usual column names of tables; those of the same meaning in the order in which they are looked for. */
final class Aliases {
    static final String[] ID = {"id", "事業ID", "予算事業ID", "予算事業番号", "事業番号", "item ID", "programme ID", "program ID", "project ID"};
    static final String[] FISCAL_YEAR = {"fiscal year", "fy", "year", "会計年度", "予算年度", "年度"};
    static final String[] STAGE = {"stage", "budget stage", "予算段階", "段階"};
    static final String[] MINISTRY = {"ministry", "府省庁", "所管府省庁", "省庁", "府省", "所管"};
    static final String[] BUREAU = {"bureau", "局・庁", "局庁", "部局", "局"};
    static final String[] ACCOUNT = {"account", "会計", "会計区分"};
    static final String[] NAME = {"name", "事業名", "事業名称", "name ja", "programme name", "program name", "project name", "名称"};
    static final String[] PURPOSE = {"purpose", "事業の目的", "事業目的", "目的"};
    static final String[] OVERVIEW = {"overview", "事業の概要", "事業概要", "概要", "summary", "description"};
    static final String[] MAJOR_EXPENSE = {"major expense", "主要経費"};
    static final String[] PLANS = {"plans", "計画通知名", "関係する計画・通知等", "関係する計画", "計画"};
    static final String[] LAWS = {"laws", "法令名", "根拠法令", "法令"};
    static final String[] AMOUNT = {"amount", "金額", "予算額"};
    static final String[] CURRENCY = {"currency", "通貨"};

    private Aliases() {}
}
