package org.countsas.comparison.reform;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.PlainFiles;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;

/**
 * Reads reforms as people write them: the id of a definition, one line, or a YAML file, which may continue another file. Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ReformReader {
    private final Set<Path> open = new LinkedHashSet<>();

    private final UnaryOperator<String> plain;

    private ReformReader(UnaryOperator<String> plain) {
        this.plain = plain;
    }

    /**
     * Reads what a person wrote.
     *
     * @param text a definition's id, a reform on one line, or the path of a YAML file
     * @throws ProblemException if it cannot be read
     */
    public static Reform read(String text) {
        return new ReformReader(line -> line).reform(text.strip(), Path.of(""));
    }

    /**
     * Reads what a person wrote, with titles on its lines.
     *
     * @param names puts ids in their place
     * @throws ProblemException if it cannot be read
     */
    @API(status = API.Status.INTERNAL)
    public static Reform read(String text, ReformNames names) {
        return new ReformReader(names::plain).reform(text.strip(), Path.of(""));
    }

    private Reform reform(String text, Path folder) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml")
                ? file(folder.resolve(text))
                : Reform.parse(plain.apply(text));
    }

    private Reform file(Path path) {
        Path normal = path.toAbsolutePath().normalize();
        if (!open.add(normal)) {
            throw new ProblemException(
                    Code.REFORM_CYCLE,
                    Place.file(path.toString()),
                    "The reform begins with itself",
                    "Let one of the files begin with a definition");
        }
        Problems problems = new Problems();
        Optional<YamlNode> root = YamlReader.read(path.toString(), content(path), problems);
        root.ifPresent(node -> node.knowing("reform", "edits"));
        String base = root.map(node -> node.text("reform")).orElse("");
        List<Edit> edits = root.map(node -> node.items("edits").stream()
                        .map(ReformReader::edit)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
        problems.throwIfAny();
        Reform reform = reform(base, Optional.ofNullable(path.getParent()).orElse(Path.of("")))
                .and(edits);
        open.remove(normal);
        return reform;
    }

    private static String content(Path path) {
        PlainFiles.require(path, "Name a reform's YAML file, or write the reform itself");
        if (!Files.exists(path)) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE,
                    Place.file(path.toString()),
                    "There is no such file",
                    "Name a reform's YAML file, or write the reform itself");
        }
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Code.WRONG_ENCODING, Place.file(path.toString()), "The file is not UTF-8", "Save it as UTF-8");
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNREADABLE, Place.file(path.toString()), "The file cannot be read: " + e.getMessage(), "");
        }
    }

    /** {@code add: POLICY} with block, share and from; {@code remove: POLICY}; {@code share: SHARE, of: POLICY}; {@code order: [..]}; {@code gdp: AMOUNT}. */
    private static Optional<Edit> edit(YamlNode node) {
        Map<String, YamlNode> entries = node.entries();
        if (entries.containsKey("add")) {
            node.knowing("add", "block", "share", "from");
            return Optional.of(new Edit.Add(
                    node.text("add"),
                    node.get("block").map(YamlNode::text).orElse(null),
                    node.get("share").map(ReformReader::share).orElse(null),
                    node.get("from").map(YamlNode::text).orElse(null)));
        }
        if (entries.containsKey("remove")) {
            return Optional.of(new Edit.Remove(node.knowing("remove").text("remove")));
        }
        if (entries.containsKey("share")) {
            return Optional.of(new Edit.SetShare(node.knowing("share", "of").text("of"), share(entries.get("share"))));
        }
        if (entries.containsKey("order")) {
            return Optional.of(
                    new Edit.SetOrder(new ArrayList<>(node.knowing("order").texts("order"))));
        }
        if (entries.containsKey("gdp")) {
            return Optional.of(
                    new Edit.SetGdp(ReformParser.amount(node.knowing("gdp").text("gdp"))));
        }
        node.problem(Code.BAD_VALUE, "This is not an edit", "Write add:, remove:, share:, order: or gdp:");
        return Optional.empty();
    }

    private static Share share(YamlNode node) {
        return ReformParser.shareOf(node.text());
    }
}
