package org.countsas.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;

/** Run by the build: lists and compiles the rules shipped with the library, so that its users never wait for a compiler. */
final class ShippedRules {
    private ShippedRules() {}

    /**
     * Lists and compiles the rules.
     *
     * @param arguments the folder of rules and the folder of classes
     */
    public static void main(String[] arguments) throws IOException {
        RulesFolder folder = RulesFolder.of(Path.of(arguments[0]));
        Path classes = Path.of(arguments[1]);
        Path index = classes.resolve("org/countsas/rules/index.txt");
        Files.createDirectories(index.getParent());
        Files.write(index, (String.join("\n", folder.paths()) + "\n").getBytes(StandardCharsets.UTF_8));
        for (String path : folder.paths()) {
            Path target = index.resolveSibling(path);
            Files.createDirectories(target.getParent());
            Files.write(target, folder.bytes(path));
        }
        CompilationCache.writeShipped(RuleBookReader.read(folder), classes);
    }
}
