package org.countsas.comparison.reform;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.jspecify.annotations.Nullable;

/** Reads a reform from one line. A minus sign needs white space on both sides, because ids hold hyphens. Not thread-safe. */
final class ReformParser {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_]+(?:[-.][\\p{L}\\p{N}_]+)*");
    private static final Pattern SIGN = Pattern.compile("\\s*\\+\\s*|\\s+-\\s+");
    private static final Pattern ARGUMENTS = Pattern.compile("\\s*\\(([^()]*)\\)");
    private static final Pattern AT_SHARE = Pattern.compile(
            "(?:\\s*=\\s*|\\s+(?i:at)\\s+)([0-9][0-9.]*\\s*%?(?:\\s*/\\s*[0-9][0-9.]*\\s*%?)*)(?=\\s|\\+|$)");
    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,3}(?:[,_]\\d{3})+|\\d{1,19})(\\.\\d{1,12})?\\s*(tn|兆円?|bn|億円?|m|)");
    private static final Map<String, Integer> ZEROS = Map.of("tn", 12, "兆", 12, "bn", 9, "億", 8, "m", 6, "", 0);
    private static final int LONGEST = 10_000;

    private final String text;
    private int at;

    ReformParser(String text) {
        // ＋, （, ％ and the full-width space are what a Japanese keyboard gives; U+2212 is what a word processor makes of
        // a hyphen.
        this.text = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .strip();
    }

    Reform reform() {
        if (text.length() > LONGEST) {
            throw new ProblemException(
                    Code.BAD_REFORM, Place.NONE, "The reform has more than " + LONGEST + " characters", "Shorten it");
        }
        String base = next(ID).orElseThrow(() -> bad("A reform begins with the id of a definition", ""));
        List<Edit> edits = new ArrayList<>();
        while (at < text.length()) {
            String sign = next(SIGN)
                    .orElseThrow(() -> bad("Expected ' + ' or ' - '", "Write a space on both sides of a minus sign"))
                    .strip();
            edits.add(sign.equals("+") ? added() : removed());
        }
        return new Reform(base, edits);
    }

    private Edit removed() {
        String policy = next(ID).orElseThrow(() -> bad("Expected the id of a policy after '-'", ""));
        if (ARGUMENTS.matcher(text).region(at, text.length()).lookingAt()) {
            throw bad("A policy can only be removed as a whole", "Write only its id after '-'");
        }
        return new Edit.Remove(policy);
    }

    private Edit added() {
        String name = next(ID).orElseThrow(() -> bad("Expected a policy, share(…), order(…) or gdp(…) after '+'", ""));
        Matcher matcher = ARGUMENTS.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return atShare().map(share -> new Edit.Add(name, null, share, null)).orElseGet(() -> new Edit.Add(name));
        }
        String arguments = matcher.group(1).strip();
        at = matcher.end();
        return switch (name) {
            case "share" -> share(arguments);
            case "gdp" -> new Edit.SetGdp(amount(arguments));
            case "order" -> order(arguments);
            default -> policy(name, arguments);
        };
    }

    /** The share in {@code shipbuilding at 50%} or {@code shipbuilding = 50%}. */
    private Optional<Share> atShare() {
        Matcher matcher = AT_SHARE.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(shareOf(matcher.group(1)));
    }

    private static Edit share(String arguments) {
        String[] parts = arguments.split("=", -1);
        if (parts.length != 2 || !ID.matcher(parts[0].strip()).matches()) {
            throw problem(
                    "'share(" + arguments + ")' names no policy and share", "Write share(public-infrastructure=10%)");
        }
        return new Edit.SetShare(parts[0].strip(), shareOf(parts[1]));
    }

    private static Edit order(String arguments) {
        List<String> policies =
                Arrays.stream(arguments.split(">", -1)).map(String::strip).toList();
        if (policies.size() < 2
                || !policies.stream().allMatch(policy -> ID.matcher(policy).matches())
                || new HashSet<>(policies).size() < policies.size()) {
            throw problem(
                    "'order(" + arguments + ")' is not an order of policies",
                    "Write order(space > research-and-development)");
        }
        return new Edit.SetOrder(policies);
    }

    private static Edit policy(String policy, String arguments) {
        Map<String, String> options = new HashMap<>();
        for (String option : arguments.split(",", -1)) {
            String[] parts = option.split("=", -1);
            if (parts.length != 2 || options.put(parts[0].strip(), parts[1].strip()) != null) {
                throw problem(
                        "'" + option.strip() + "' is not an option of a policy",
                        "Write " + policy + "(block=related, share=50%)");
            }
        }
        List<String> known = List.of("block", "share", "from");
        options.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw problem("A policy has no option '" + key + "'", Suggestion.fix(key, known));
                });
        String share = options.get("share");
        return new Edit.Add(policy, id(options, "block"), share == null ? null : shareOf(share), id(options, "from"));
    }

    private static @Nullable String id(Map<String, String> options, String key) {
        String id = options.get(key);
        if (id != null && !ID.matcher(id).matches()) {
            throw problem("'" + id + "' is not an id", "");
        }
        return id;
    }

    static Share shareOf(String text) {
        return ShareText.parse(text)
                .orElseThrow(() -> new ProblemException(
                        Code.REFORM_SHARE,
                        Place.NONE,
                        "'" + text.strip() + "' is not a share from 0 % to 100 %",
                        "Write 10%, 5%..21% or 5%/7%/21%, with at most two decimals"));
    }

    /** An amount such as {@code 600tn}, {@code 600兆円}, {@code 567,000bn} or {@code 560000000000000}. */
    static long amount(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher matcher = AMOUNT.matcher(plain);
        if (matcher.matches()) {
            String digits = matcher.group(1).replaceAll("[,_]", "")
                    + Optional.ofNullable(matcher.group(2)).orElse("");
            try {
                long amount = new BigDecimal(digits)
                        .movePointRight(ZEROS.getOrDefault(matcher.group(3).replace("円", ""), 0))
                        .longValueExact();
                if (amount > 0) {
                    return amount;
                }
            } catch (ArithmeticException e) {
                // Reported below: a part of a unit, or more than can be counted exactly.
            }
        }
        throw problem(
                "'" + text + "' is not an amount above 0", "Write 600tn, 567000bn, 600兆円 or write out all digits");
    }

    private Optional<String> next(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    private ProblemException bad(String reason, String fix) {
        String rest = at < text.length()
                ? " at '" + text.substring(at, Math.min(text.length(), at + 30)).strip() + "'"
                : " at its end";
        return problem(
                "The reform '" + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + "' cannot be read" + rest
                        + ": " + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1),
                fix);
    }

    private static ProblemException problem(String reason, String fix) {
        return new ProblemException(Code.BAD_REFORM, Place.NONE, reason, fix);
    }
}
