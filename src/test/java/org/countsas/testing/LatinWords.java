package org.countsas.testing;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words in Latin letters in Japanese texts that are neither names nor what somebody types. */
public final class LatinWords {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]+");

    /** What is no word: options, annotations, addresses, names of files, keys with a colon, placeholders, and what is quoted to be typed. */
    private static final Pattern TYPED = Pattern.compile(String.join(
            "|",
            "⟦[^⟧]*⟧(?:-⟦[^⟧]*⟧)*",
            "使えるもの：[^。]*",
            "U\\+[0-9A-F]+",
            "countsas-",
            "[a-z]+\\d+",
            "「[^」]*」",
            "\"[^\"]*\"",
            "--[a-z][a-z-]*(?:[ =][a-z][a-z-]+(?=[ にはでをと、。）]))?",
            "[@$?/][A-Za-z_./…-]+(?:=[a-z]*)?(?:\\([^)]*\\))?",
            "[A-Za-z0-9_*<>-]+(?:[./_*-][A-Za-z0-9_*<>-]+)+",
            "[A-Za-z_]+:(?= |[{…])[^。、]*",
            "\\{[^}]*\\}+",
            "\\d+(?:tn|bn|m)\\b",
            "[A-Za-z.]+\\([^)]*\\);?",
            "\\bid,verdict,area\\b"));

    /** Names: of the program, of formats, standards, programs, currencies and bodies, and words of rule files. */
    private static final Set<String> NAMES = Set.copyOf(List.of(
            ("CountsAs Drools JUnit XML CSV TSV XLSX ZIP JSON Lines YAML PDF DRL UTF PEM Ed SHA RFC MiB GiB GDP LF CR Unicode Java gzip EUC CP Windows "
                            + "RS FY Base SHA JPY USD ISO ASCII COUNTED NOT REVIEW PEM NATO SIPRI COFOG TMPDIR HTML OECD API")
                    .split(" ")));

    private LatinWords() {}

    /** The words, in the order of the text. */
    public static List<String> in(String japanese) {
        return in(japanese, Set.of());
    }

    /** The words apart from further names. */
    public static List<String> in(String japanese, Set<String> names) {
        Matcher words = WORD.matcher(TYPED.matcher(japanese).replaceAll("　"));
        return words.results()
                .map(match -> match.group())
                .filter(word -> !NAMES.contains(word) && !names.contains(word))
                .toList();
    }
}
