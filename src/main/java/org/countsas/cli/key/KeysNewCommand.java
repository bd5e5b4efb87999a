package org.countsas.cli.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.countsas.audit.key.SigningKey;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditTexts;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys new}: a new pair of keys. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description =
                "Creates a pair of Ed25519 keys: a private one that signs, and a public one for those who verify.")
final class KeysNewCommand implements Callable<Integer> {
    private final Environment environment;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "File for the private key, NAME.pem; the public key goes beside it as NAME.pub.pem. By default both go into your key folder.")
    private @Nullable Path out;

    @Mixin
    private LanguageOption language = new LanguageOption();

    KeysNewCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        SigningKey key = SigningKey.generate(new SecureRandom());
        Path privateFile = out == null
                ? TrustOptions.neededFolder().resolve(key.publicHalf().name() + ".pem")
                : out;
        String name = privateFile.getFileName().toString();
        Path publicFile = privateFile.resolveSibling(
                (name.endsWith(".pem") ? name.substring(0, name.length() - 4) : name) + ".pub.pem");
        if (Files.exists(publicFile, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(
                    Code.EXISTS,
                    Place.file(publicFile.toString()),
                    "A file with this name exists, and a key is never overwritten",
                    "Name another file");
        }
        if (out == null) {
            AtomicFile.createFolder(TrustOptions.neededFolder());
        }
        key.write(privateFile);
        AtomicFile.write(
                publicFile, stream -> stream.write(key.publicHalf().pem().getBytes(StandardCharsets.US_ASCII)));
        environment.out().line(key.publicHalf().name());
        environment.out().line("  " + AuditTexts.text(chosen, "key.private", privateFile));
        environment.out().line("  " + AuditTexts.text(chosen, "key.public", publicFile));
        return 0;
    }
}
