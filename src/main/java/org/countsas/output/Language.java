package org.countsas.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;

/** The language of what people read. Does not depend on the machine's locale. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public enum Language {
    /** English. */
    EN(Locale.ROOT),
    /** Japanese. */
    JA(Locale.JAPANESE);

    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** {@code en} or {@code ja}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A sentence with its slots filled. */
    public String text(String key, Object... values) {
        return Texts.of(Language.class, this).text(key, values);
    }

    /** A label in this language. */
    public String label(BilingualText label) {
        return label.in(id());
    }

    /** A whole number with its digits grouped. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** An amount as people read it: 億円 in Japanese, billions in English, rounded half up; in full if that would say nothing. */
    public String amount(long amount, String currency) {
        return saysNothing(amount) ? exact(amount, currency) : withUnit(amount, currency);
    }

    /** An amount as people read it, and to the last unit: {@code 651.0億円（65,104,706,000円）}. */
    public String both(long amount, String currency) {
        return amount == 0 || saysNothing(amount)
                ? exact(amount, currency)
                : text("amount.both", withUnit(amount, currency), exact(amount, currency));
    }

    /** An amount to the last unit. */
    public String exact(long amount, String currency) {
        return text("amount.exact", number(amount), currency(currency));
    }

    private String withUnit(long amount, String currency) {
        return text("amount", digits(amount, currency), unit(currency));
    }

    private boolean saysNothing(long amount) {
        return amount != 0 && scaled(amount).signum() == 0;
    }

    /** The digits of {@link #amount}, for a column whose heading states the {@link #unit}. */
    public String digits(long amount, String currency) {
        BigDecimal scaled = scaled(amount);
        return String.format(Locale.ROOT, "%,." + scaled.scale() + "f", scaled);
    }

    private BigDecimal scaled(long amount) {
        boolean hundredMillions = this == JA;
        return BigDecimal.valueOf(amount)
                .divide(hundredMillions ? HUNDRED_MILLION : BILLION, hundredMillions ? 1 : 2, RoundingMode.HALF_UP);
    }

    /** The unit in which {@link #amount} states amounts. */
    public String unit(String currency) {
        return text("unit", currency(currency));
    }

    /** A currency by its name, or by its code if it has no name here. */
    public String currency(String code) {
        Texts texts = Texts.of(Language.class, this);
        return texts.has("currency." + code) ? texts.text("currency." + code) : code;
    }

    /** A percentage such as {@code 5/7.5/21 %}, as this language writes it: without the space in Japanese. */
    public String percent(String percentage) {
        return this == JA ? percentage.replace(" %", "%") : percentage;
    }
}
