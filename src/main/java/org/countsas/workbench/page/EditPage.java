package org.countsas.workbench.page;

import java.util.ArrayList;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Totals;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.change.ItemChange;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.quality.check.RulesCheck;
import org.countsas.quality.ruletest.RuleTestResult;
import org.countsas.workbench.budget.View;
import org.countsas.workbench.http.Answer;
import org.countsas.workbench.http.Parameters;
import org.countsas.workbench.http.Statuses;
import org.countsas.workbench.rules.Draft;
import org.countsas.workbench.rules.RuleFiles;
import org.jspecify.annotations.Nullable;

/** A file of rules that is edited: its text, what is wrong with it, and what it would change. Immutable and thread-safe. */
public final class EditPage {
    private static final int CHANGES_SHOWN = 200;
    private static final int FAILURES_SHOWN = 50;

    private final Frame frame;
    private final Text text;
    private final List<Problem> problems;
    private final Draft.@Nullable Effect effect;
    private final @Nullable String theirs;
    private final @Nullable String saved;

    /**
     * A text that is edited.
     *
     * @param file    its path below the folder of rules
     * @param text    what was typed
     * @param version of the text that was opened
     */
    private record Text(String file, String text, String version) {}

    private EditPage(
            Frame frame,
            Text text,
            List<Problem> problems,
            Draft.@Nullable Effect effect,
            @Nullable String theirs,
            @Nullable String saved) {
        this.frame = frame;
        this.text = text;
        this.problems = problems;
        this.effect = effect;
        this.theirs = theirs;
        this.saved = saved;
    }

    private static RuleFiles files(Frame frame) {
        return frame.desk().rules().files();
    }

    /** The page on which a file is opened. */
    static EditPage of(Frame frame) {
        String file = frame.query().text("file");
        String text = files(frame).text(file == null ? "" : file);
        return new EditPage(
                frame, new Text(String.valueOf(file), text, RuleFiles.version(text)), List.of(), null, null, null);
    }

    /** The page with what a draft would change. */
    static EditPage draft(Frame frame, Parameters form) {
        Text text = text(form);
        Draft draft = files(frame).draft(text.file(), text.text());
        RulesCheck check = draft.check(frame.workspace().asOf());
        if (!check.passed()) {
            return new EditPage(frame, text, check.problems(), null, null, null);
        }
        View view = frame.workspace().view(frame.scope());
        try {
            return new EditPage(
                    frame, text, List.of(), draft.effect(view, frame.workspace().asOf()), null, null);
        } catch (ProblemException e) {
            return new EditPage(frame, text, e.problems(), null, null, null);
        }
    }

    /** Saves; the page that says why not, if it was not saved. */
    static EditPage save(Frame frame, Parameters form) {
        Text text = text(form);
        try {
            frame.desk().rules().save(text.file(), text.text(), text.version());
            return new EditPage(
                    frame, text, List.of(), null, null, frame.href("/rules/edit", "file", text.file(), "saved", "1"));
        } catch (ProblemException e) {
            boolean stale = e.problems().get(0).code() == Code.STALE_EDIT;
            return new EditPage(
                    frame, text, e.problems(), null, stale ? files(frame).text(text.file()) : null, null);
        }
    }

    private static Text text(Parameters form) {
        String file = form.text("file");
        String version = form.text("version");
        String typed = form.all("text").isEmpty() ? "" : form.all("text").get(0);
        // Forms send the ends of lines as CR LF, and leave out the first one of a text area.
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        return new Text(
                file == null ? "" : file,
                text.isEmpty() || text.endsWith("\n") ? text : text + "\n",
                version == null ? "" : version);
    }

    /** What surrounds it. */
    public Frame frame() {
        return frame;
    }

    /** Where to go after saving; null if it was not saved. */
    @Nullable
    String saved() {
        return saved;
    }

    /** The status of HTTP. */
    int status() {
        return problems.isEmpty() ? Answer.OK : Statuses.of(problems.get(0).code());
    }

    /** The path of the file. */
    public String file() {
        return text.file();
    }

    /** What was typed. */
    public String typed() {
        return text.text();
    }

    /** The version that was opened; after somebody else saved, theirs, so that what was brought together can be saved. */
    public String version() {
        return theirs == null ? text.version() : RuleFiles.version(theirs);
    }

    /** What somebody else saved; null if nobody did. */
    public @Nullable String theirs() {
        return theirs;
    }

    /** Whether the page follows a save. */
    public boolean wasSaved() {
        return frame.query().text("saved") != null;
    }

    /** The text before the last save; null if there was none. */
    public @Nullable String before() {
        return files(frame).before(text.file());
    }

    /** Whether it can be saved. */
    public boolean canBeSaved() {
        return files(frame).canBeEdited() && !frame.isReadOnly();
    }

    /** What is wrong. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether it is said what would change. */
    public boolean hasEffect() {
        return effect != null;
    }

    private Draft.Effect effect() {
        return java.util.Objects.requireNonNull(effect);
    }

    /** How amounts are written. */
    public Money money() {
        return new Money(
                frame.language(),
                frame.workspace().view(frame.scope()).summary().currency());
    }

    private String signed(long amount) {
        return (amount > 0 ? "+" : amount < 0 ? "−" : "±") + money().amount(Math.abs(amount));
    }

    /** What would change, in a sentence. */
    public String summary() {
        Counted now = effect().before().summary().totals().counted();
        Counted then =
                Totals.of(effect().after(), effect().before().definition()).counted();
        return frame.text(
                "edit.summary",
                frame.language().number(effect().changes().size()),
                signed(TotalDelta.between(now, then).central()),
                money().amount(then.central()));
    }

    /** The items that would be decided otherwise. */
    public List<LaboratoryPage.ChangeRow> changes() {
        return effect().changes().stream().limit(CHANGES_SHOWN).map(this::row).toList();
    }

    private LaboratoryPage.ChangeRow row(ItemChange change) {
        return new LaboratoryPage.ChangeRow(
                change.item().id(),
                change.item().programme().name(),
                frame.href("/item", "id", change.item().id()),
                decided(change.before()),
                decided(change.after()),
                signed(change.delta().central()));
    }

    private String decided(Decision decision) {
        String area = frame.policy(decision.areaOrNull());
        return frame.word("outcome", decision.outcome()) + (area.isEmpty() ? "" : " · " + area);
    }

    /** How the tests of rules come out, in a sentence. */
    public String tests() {
        return frame.text(
                "edit.tests",
                frame.language().number(effect().tests().tests().size()),
                frame.language().number(effect().tests().failedTests()),
                frame.language().number(effect().tests().failedPhrases()));
    }

    /** Whether all tests pass. */
    public boolean passed() {
        return effect().tests().passed();
    }

    /** The names of the tests that fail, with their places. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        effect().tests().tests().stream()
                .filter(result -> !result.passed())
                .limit(FAILURES_SHOWN)
                .map(RuleTestResult::test)
                .forEach(test -> failures.add(test.name() + " [" + test.place() + "]"));
        return failures;
    }
}
