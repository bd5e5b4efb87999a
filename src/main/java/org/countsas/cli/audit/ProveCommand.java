package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.InclusionProof;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.ProofOption;
import org.countsas.output.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prove}: shows one decision of a run without the others. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description =
                "Writes a proof that a decision is part of a run. It shows that decision and its item, and nothing else about the run.")
final class ProveCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "BUNDLE", description = "A bundle: a folder or a ZIP file.")
    private Path bundle;

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The item's id.")
    private String item = "";

    @Option(names = "--definition", paramLabel = "ID", description = "The definition; needed if the run has several.")
    private @Nullable String definition;

    @Mixin
    private ProofOption destination = new ProofOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    ProveCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        byte[] proof;
        try (Bundle opened = Bundle.open(bundle)) {
            proof = (definition == null ? InclusionProof.of(opened, item) : InclusionProof.of(opened, item, definition))
                    .bytes();
        }
        destination.give(proof, environment, chosen);
        return 0;
    }
}
