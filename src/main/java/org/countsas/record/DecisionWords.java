package org.countsas.record;

import org.apiguardian.api.API;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Strength;

/** The parts of a decision as people call them, in a few words each. Immutable and thread-safe. */
@API(status = API.Status.INTERNAL)
public final class DecisionWords {
    private final Texts texts;

    public DecisionWords(Language language) {
        this.texts = Texts.of(DecisionWords.class, language);
    }

    /** What is decided: counted, not counted, needs review. */
    public String of(Outcome outcome) {
        return texts.text("outcome." + outcome);
    }

    /** On whose word a rule stands. */
    public String of(Basis basis) {
        return texts.text("basis." + basis);
    }

    /** How strong a reason is. */
    public String of(Strength strength) {
        return texts.text("strength." + strength);
    }

    /** What became of a finding. */
    public String of(Standing standing) {
        return texts.text("standing." + standing);
    }
}
