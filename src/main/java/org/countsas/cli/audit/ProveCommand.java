package org.countsas.cli.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditTexts;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.ProofOption;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.question.bundle.ProvenDecision;
import org.countsas.report.bundle.ProofPage;
import org.countsas.report.explanation.ExplanationDocument;
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

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write a page to this file: the decision, the reasons for it, and the proof with how to check it.")
    private @Nullable Path page;

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
        if (page == null) {
            destination.give(ProvenDecision.proof(bundle, item, definition).bytes(), environment, chosen);
            return 0;
        }
        ProvenDecision proven = ProvenDecision.of(bundle, item, definition);
        String html =
                ProofPage.of(proven.proof(), ExplanationDocument.of(proven.explanation(), proven.rules(), chosen));
        AtomicFile.write(page, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
        environment.out().line(AuditTexts.text(chosen, "proof.page", page));
        destination.alsoGive(proven.proof().bytes(), environment, chosen);
        return 0;
    }
}
