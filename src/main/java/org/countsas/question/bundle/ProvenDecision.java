package org.countsas.question.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.InclusionProof;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.audit.bundle.RecordedDecision;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.merkle.Hash;
import org.countsas.explanation.Explanation;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.Budget;
import org.countsas.question.ExplanationQuestion;
import org.countsas.question.RecordedRun;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a recorded run with the proof that it belongs to the run, and the reasons for it by the run's own rules. Immutable and
 * thread-safe.
 *
 * @param proof       the proof
 * @param explanation why it was decided so
 * @param rules       the rules of the run
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProvenDecision(InclusionProof proof, Explanation explanation, RuleBook rules) {

    /**
     * The proof of a decision.
     *
     * @param bundle     a folder or a ZIP file
     * @param item       the item's id
     * @param definition the definition's id; null if the run has only one
     * @throws ProblemException if there is no such item or definition, or what is wrong with the bundle
     */
    public static InclusionProof proof(Path bundle, String item, @Nullable String definition) {
        try (Bundle opened = Bundle.open(bundle)) {
            return definition == null ? InclusionProof.of(opened, item) : InclusionProof.of(opened, item, definition);
        }
    }

    /**
     * The proof of a decision, and the reasons for it.
     *
     * @param bundle     a folder or a ZIP file
     * @param item       the item's id
     * @param definition the definition's id; null if the run has only one
     * @throws ProblemException if there is no such item or definition, what is wrong with the bundle, or {@code REPLAY_DIFFERS} if the rules
     *                          of the bundle do not decide as the proof says
     */
    public static ProvenDecision of(Path bundle, String item, @Nullable String definition) {
        InclusionProof proof = proof(bundle, item, definition);
        RecordedRun run = RecordedRun.read(bundle);
        RuleBook rules = RuleBookReader.read(run.rules());
        Explanation explanation = new ExplanationQuestion(
                        item,
                        run.definition(definition),
                        run.asOf(),
                        List.of(),
                        new ExplanationQuestion.NearMissScope.None(),
                        false)
                .answer(Budget.of(run.reading(), null, null), rules);
        Hash digest = ItemLine.read(bytes(proof.item()), Place.NONE).digest();
        if (!Arrays.equals(
                CanonicalJson.bytes(RecordedDecision.json(explanation.decision(), digest)), bytes(proof.decision()))) {
            throw new ProblemException(
                    Code.REPLAY_DIFFERS,
                    Place.file(bundle.toString()),
                    "The rules of the bundle do not decide about the item '" + item + "' as the bundle says",
                    "Run 'countsas verify --replay' on the bundle");
        }
        return new ProvenDecision(proof, explanation, rules);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
