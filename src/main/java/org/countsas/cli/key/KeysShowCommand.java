package org.countsas.cli.key;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.key.VerificationKey;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditTexts;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys show}: names and public halves of keys. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows the name and the public half of a key, or of all keys that you trust.")
final class KeysShowCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A private or public key (PEM); by default the public keys in your key folder.")
    private @Nullable Path file;

    @Mixin
    private LanguageOption language = new LanguageOption();

    KeysShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        if (file != null) {
            show(key(file));
            return 0;
        }
        List<VerificationKey> pinned =
                List.copyOf(KeyRing.pinned(TrustOptions.neededFolder()).keys());
        pinned.forEach(this::show);
        if (pinned.isEmpty()) {
            environment.err().line(AuditTexts.text(chosen, "keys.none", TrustOptions.neededFolder()));
        }
        return 0;
    }

    /** The public half, whichever half is in the file. */
    private static VerificationKey key(Path file) {
        try {
            return VerificationKey.read(file);
        } catch (ProblemException e) {
            if (e.problems().get(0).code() != Code.BAD_KEY) {
                throw e;
            }
            return SigningKey.read(file).publicHalf();
        }
    }

    private void show(VerificationKey key) {
        environment.out().line(key.name());
        environment.out().document(key.pem());
    }
}
