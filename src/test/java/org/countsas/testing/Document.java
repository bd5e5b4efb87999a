package org.countsas.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Markdown page of the project, for tests that hold it against the code. Line ends are those of Unix. */
public final class Document {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private final String text;

    private Document(String text) {
        this.text = text;
    }

    /** The page at a path below the project's root. */
    public static Document of(String path) {
        try {
            return new Document(Files.readString(Path.of(path)).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    /** The code blocks of a language, in order. */
    public List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The first code block that begins after the first occurrence of some words. */
    public String blockAfter(String words) {
        int from = text.indexOf(words);
        if (from < 0) {
            throw new IllegalArgumentException("the page does not say: " + words);
        }
        int after = from + words.length();
        MatchResult found = BLOCK.matcher(text)
                .results()
                .filter(block -> block.start() >= after)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no block follows: " + words));
        return found.group(2);
    }

    /** The headings of a level, without their marks. */
    public List<String> headings(int level) {
        List<String> headings = new ArrayList<>();
        String outside = BLOCK.matcher(text).replaceAll("");
        outside.lines()
                .filter(line -> line.startsWith("#".repeat(level) + " "))
                .forEach(line -> headings.add(line.substring(level + 1).strip()));
        return headings;
    }

    /** The lines of a Java source between {@code // begin name} and {@code // end name}, without their common indent. */
    public static String marked(String source, String name) {
        String between = source.replace("\r\n", "\n")
                .split("// begin " + name + "\\n", 2)[1]
                .split(" *// end " + name + "\\n", 2)[0];
        return between.stripTrailing().stripIndent() + "\n";
    }
}
