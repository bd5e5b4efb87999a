package org.countsas.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countsas.output.Phrasebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The help of a command in Japanese. What it says stands in English beside each option, and in {@code help_ja.txt} in both languages; this
 * gives the argument library the Japanese as the resource bundle that it asks for. It is made when help is printed, and not before.
 */
final class JapaneseHelp extends Help {
    private static final Pattern ROW = Pattern.compile("( {2,6}\\S.*?)( {2,})(\\S.*)");
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private static final String FOOTER = "usage.footer";

    private final Phrasebook phrases;

    JapaneseHelp(CommandSpec command, ColorScheme colours) {
        this(command, colours, Phrasebook.read(JapaneseHelp.class, "help_ja.txt"));
    }

    private JapaneseHelp(CommandSpec command, ColorScheme colours, Phrasebook phrases) {
        super(translated(command, phrases), colours);
        this.phrases = phrases;
    }

    /** Makes a command line and all below it give their help in Japanese. */
    static void speak(CommandLine line) {
        line.setHelpFactory(JapaneseHelp::new);
        Map<String, CommandLine.IHelpSectionRenderer> sections = new LinkedHashMap<>(line.getHelpSectionMap());
        sections.replaceAll((key, renderer) -> help -> aligned(renderer.render(help)));
        line.setHelpSectionMap(sections);
    }

    /** The library counts characters where a terminal counts columns: the second column of its tables would be ragged. */
    private static String aligned(String section) {
        String end = section.endsWith("\n") ? System.lineSeparator() : "";
        return section.lines()
                .map(line -> {
                    Matcher row = ROW.matcher(line);
                    return row.matches() ? row.group(1) + padding(row) + row.group(3) : line;
                })
                .collect(Collectors.joining(System.lineSeparator(), "", end));
    }

    private static String padding(Matcher row) {
        String plain = COLOUR.matcher(row.group(1)).replaceAll("");
        return " "
                .repeat(Math.max(
                        1, row.group(2).length() - (org.countsas.output.TextTable.width(plain) - plain.length())));
    }

    private static CommandSpec translated(CommandSpec command, Phrasebook phrases) {
        if (!(command.resourceBundle() instanceof Texts)) {
            Map<String, String> texts = new LinkedHashMap<>();
            put(command, phrases, texts);
            command.resourceBundle(new Texts(texts));
        }
        return command;
    }

    private static void put(CommandSpec command, Phrasebook phrases, Map<String, String> texts) {
        String name = command.qualifiedName(".") + ".";
        UsageMessageSpec usage = command.usageMessage();
        put(texts, phrases, name + "usage.header", String.join("%n", usage.header()));
        put(texts, phrases, name + "usage.description", String.join("%n", usage.description()));
        put(texts, phrases, name + "usage.synopsisHeading", usage.synopsisHeading());
        put(texts, phrases, name + "usage.commandListHeading", usage.commandListHeading());
        put(texts, phrases, name + "usage.exitCodeListHeading", usage.exitCodeListHeading());
        if (usage.footer().length > 0) {
            texts.put(
                    name + FOOTER,
                    String.join(
                            "%n",
                            Arrays.stream(usage.footer())
                                    .map(line -> phrases.japanese(line).orElse(line))
                                    .toList()));
        }
        int code = 0;
        for (Map.Entry<String, String> each : usage.exitCodeList().entrySet()) {
            texts.put(
                    name + "usage.exitCodeList." + code++,
                    each.getKey() + ":" + phrases.japanese(each.getValue()).orElse(each.getValue()));
        }
        for (OptionSpec option : command.options()) {
            put(texts, phrases, name + option.longestName().replaceFirst("^-+", ""), description(option));
        }
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            put(texts, phrases, name + parameter.paramLabel() + "[" + parameter.index() + "]", description(parameter));
        }
    }

    private static String description(ArgSpec argument) {
        return String.join("%n", argument.description());
    }

    private static void put(Map<String, String> texts, Phrasebook phrases, String key, String english) {
        // The argument library reads these texts as formats.
        phrases.japanese(english).ifPresent(text -> texts.put(key, text.replaceAll("%(?!n)", "%%")));
    }

    @Override
    public IParamLabelRenderer parameterLabelRenderer() {
        IParamLabelRenderer given = super.parameterLabelRenderer();
        return new IParamLabelRenderer() {
            @Override
            public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
                return colorScheme().apply(label(argument, given, ansi, styles), styles);
            }

            @Override
            public String separator() {
                return given.separator();
            }
        };
    }

    private String label(ArgSpec argument, IParamLabelRenderer given, Ansi ansi, List<IStyle> styles) {
        String label = argument.paramLabel();
        String japanese = (argument instanceof OptionSpec option
                        ? phrases.japanese(option.longestName() + "=" + label)
                        : Optional.<String>empty())
                .or(() -> phrases.japanese(label))
                .orElse(label);
        return given.renderParameterLabel(argument, ansi, styles).plainString().replace(label, japanese);
    }

    /** What must be given, and one word for all that may be: words of other languages are cut anywhere where lines are full. */
    @Override
    public String synopsis(int synopsisHeadingLength) {
        CommandSpec command = commandSpec();
        StringBuilder line = new StringBuilder(command.qualifiedName()).append(" [オプション]");
        command.options().stream()
                .filter(OptionSpec::required)
                .forEach(option -> line.append(' ')
                        .append(option.longestName())
                        .append(label(
                                option,
                                super.parameterLabelRenderer(),
                                colorScheme().ansi(),
                                List.of())));
        command.positionalParameters()
                .forEach(parameter -> line.append(' ')
                        .append(label(
                                        parameter,
                                        super.parameterLabelRenderer(),
                                        colorScheme().ansi(),
                                        List.of())
                                .strip()));
        if (!command.subcommands().isEmpty()) {
            line.append(" [コマンド]");
        }
        return line + System.lineSeparator();
    }

    /** Texts by their keys. */
    private static final class Texts extends ResourceBundle {
        private final Map<String, String> texts;

        Texts(Map<String, String> texts) {
            this.texts = texts;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return texts.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
