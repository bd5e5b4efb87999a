package org.countsas.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Rule files translated to the engine's executable model: the classes, and which of them are models. Compiling takes seconds, loading the
 * result only a fraction of a second, so the result can be kept.
 *
 * @param classes class files by their path, such as {@code policies/space/Rules1.class}
 * @param models  names of the classes that are models, in the engine's order
 */
record CompiledRules(SortedMap<String, byte[]> classes, List<String> models) {
    private static final String MODELS = "models.txt";

    /** Compiles the checked rule files of a rule book. */
    static CompiledRules compile(RuleBook book) {
        requireLanguageLevel();
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        book.ruleFiles().forEach((file, text) -> {
            String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".drl".length());
            files.write("src/main/resources/policies/" + name.replace('-', '_') + "/" + name + ".drl", inAscii(text));
        });
        KieBuilder builder = services.newKieBuilder(files, CompiledRules.class.getClassLoader())
                .buildAll(ExecutableModelProject.class);
        List<Problem> problems = builder.getResults().getMessages(Message.Level.ERROR).stream()
                .map(CompiledRules::problem)
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        CanonicalKieModule module = (CanonicalKieModule) builder.getKieModule();
        InternalKieModule content = module.getInternalKieModule();
        SortedMap<String, byte[]> classes = new TreeMap<>();
        List<String> models = new ArrayList<>();
        for (String file : content.getFileNames()) {
            if (file.endsWith(".class")) {
                classes.put(file, content.getBytes(file));
            } else if (file.endsWith(CanonicalKieModule.MODEL_FILE_NAME)) {
                // Its first line is the version of the format, with a colon; the others name classes.
                new String(content.getBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.contains(":"))
                        .forEach(models::add);
            }
        }
        return new CompiledRules(
                classes, models.stream().sorted(Comparator.naturalOrder()).toList());
    }

    /**
     * The text with every non-ASCII character written as an escape; these occur only in texts and comments. The engine decodes its sources
     * with the machine's own encoding, which need not be UTF-8: rules would then compare with texts that their authors did not write.
     */
    private static String inAscii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }

    /** Refuses to compile at a language level other than the one checked, whoever asked for it. */
    private static void requireLanguageLevel() {
        LanguageLevelOption level = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                        CompiledRules.class.getClassLoader())
                .getOption(LanguageLevelOption.KEY);
        if (!level.name().equals(RuleBook.LANGUAGE_LEVEL)) {
            throw new IllegalStateException(
                    "rules are checked as " + RuleBook.LANGUAGE_LEVEL + ", and this process would compile them as "
                            + level + ": unset drools.lang.level and drools.drl.antlr4.parser.enabled");
        }
    }

    private static Problem problem(Message message) {
        // The safe profile accepts nothing that the compiler refuses; if they ever differ, at least the file is known.
        String file = String.valueOf(message.getPath()).replaceFirst("^.*/", "");
        return new Problem(
                Code.RULE_COMPILATION,
                Place.line(file, Math.max(1, message.getLine())),
                "The engine cannot compile the rule: "
                        + message.getText().lines().findFirst().orElse(""),
                "Report this: the check should have said it");
    }

    /** The models, instantiated by their own class loader. */
    List<Model> load() {
        ClassLoader loader = new ClassLoader(CompiledRules.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        List<Model> loaded = new ArrayList<>();
        for (String model : models) {
            try {
                loaded.add(
                        (Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot load the compiled model " + model, e);
            }
        }
        return loaded;
    }

    /** The classes and models as a ZIP with sorted entries and fixed times. The models come last: a file that was cut off has none. */
    byte[] toZip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            put(zip, MODELS, String.join("\n", models).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /** Reads what {@link #toZip()} wrote. */
    static CompiledRules fromZip(InputStream in) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        List<String> models = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                if (entry.getName().equals(MODELS)) {
                    new String(content, StandardCharsets.UTF_8).lines().forEach(models::add);
                } else {
                    classes.put(entry.getName(), content);
                }
            }
        }
        if (models.isEmpty()) {
            throw new IOException("no compiled rules");
        }
        return new CompiledRules(classes, models);
    }
}
