package org.countsas.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.item.Programme;

/** Conditions of rules, and items on which they differ, in the words of {@link org.countsas.policy.book.SmallRules}. */
public final class RandomConditions {
    private static final List<String> VERBS = List.of("runBy", "names", "aims", "mentions", "cites", "fundedBy");
    private static final List<String> CONCEPTS =
            List.of("ship", "seafarer", "sea-ministry", "sea-law", "port-north", "airport-east");
    private static final List<String> PROPERTIES =
            List.of("ministry", "bureau", "account", "majorExpense", "attribute(\"theme\")", "attribute(\"none\")");
    private static final List<String> VALUES = List.of("", "船", "海洋省", "海洋省　港湾局", "North Port", "x");
    private static final List<String> WORDS =
            List.of("船", "風船", "ships", "船員", "seafarers", "海洋省", "海洋法", "北港", "南港", "東空港", "East Airport", "x");

    private RandomConditions() {}

    /** What stands between {@code when} and {@code then}. */
    public static String next(Random random) {
        StringBuilder conditions = new StringBuilder("    $item : Item( ").append(item(random, 3));
        for (int more = random.nextInt(3); more > 0; more--) {
            conditions.append(random.nextBoolean() ? ", " : ",\n        ").append(item(random, 2));
        }
        conditions.append(" )");
        switch (random.nextInt(8)) {
            case 0 ->
                conditions
                        .append("\n    $facility : Facility( ")
                        .append(facility(random))
                        .append(" )");
            case 1 ->
                conditions
                        .append("\n    exists Facility( ")
                        .append(facility(random))
                        .append(" )");
            case 2 ->
                conditions
                        .append("\n    not Facility( ")
                        .append(facility(random))
                        .append(" )");
            case 3 ->
                conditions
                        .append("\n    not( Facility( ")
                        .append(facility(random))
                        .append(" ) )");
            default -> {}
        }
        return conditions.toString();
    }

    private static String item(Random random, int depth) {
        if (depth > 0) {
            switch (random.nextInt(6)) {
                case 0:
                    return item(random, depth - 1) + " && " + item(random, depth - 1);
                case 1:
                    return item(random, depth - 1) + " || " + item(random, depth - 1);
                case 2:
                    return "( " + item(random, depth - 1) + " || " + item(random, depth - 1) + " ) && "
                            + item(random, depth - 1);
                case 3:
                    return "!( " + item(random, depth - 1) + " )";
                default:
                    break;
            }
        }
        return switch (random.nextInt(8)) {
            case 0 -> "!" + verb(random);
            case 1 -> "mentionCount(" + concepts(random) + ") >= " + (1 + random.nextInt(4));
            case 2 -> one(random, PROPERTIES) + " == " + quoted(one(random, VALUES));
            case 3 -> one(random, PROPERTIES) + " != " + quoted(one(random, VALUES));
            case 4 ->
                one(random, PROPERTIES) + (random.nextBoolean() ? " in (" : " not in (") + quoted(one(random, VALUES))
                        + ", " + quoted(one(random, VALUES)) + ")";
            default -> verb(random);
        };
    }

    private static String facility(Random random) {
        String mentioned = (random.nextBoolean() ? "" : "!") + "$item." + one(random, VERBS) + "(concept)";
        return switch (random.nextInt(4)) {
            case 0 -> mentioned;
            case 1 -> "kind == \"port\", " + mentioned;
            case 2 -> "kind not in (\"port\") || " + mentioned + " && $item.mentions(concept)";
            default -> "!( kind != \"airport\" || " + mentioned + " )";
        };
    }

    private static String verb(Random random) {
        return one(random, VERBS) + "(" + concepts(random) + ")";
    }

    private static String concepts(Random random) {
        return Stream.generate(() -> quoted(one(random, CONCEPTS)))
                .limit(1 + random.nextInt(3))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public static Programme programme(Random random) {
        return Programme.builder("1")
                .ministry(one(random, VALUES))
                .bureau(one(random, VALUES))
                .account(text(random, 1))
                .majorExpense(one(random, VALUES))
                .name(text(random, 2))
                .purpose(text(random, 3))
                .overview(text(random, 4))
                .plans(random.nextBoolean() ? List.of() : List.of(one(random, WORDS), one(random, WORDS)))
                .laws(random.nextBoolean() ? List.of() : List.of(one(random, WORDS)))
                .attributes(random.nextBoolean() ? Map.of() : Map.of("theme", one(random, VALUES)))
                .build();
    }

    private static String text(Random random, int most) {
        return Stream.generate(() -> one(random, WORDS))
                .limit(random.nextInt(most + 1))
                .collect(Collectors.joining("、"));
    }

    private static String one(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
