package org.countsas.workbench.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.countsas.adjudication.Decision;
import org.countsas.output.Pages;
import org.countsas.output.Workbooks;
import org.countsas.problem.Problem;
import org.countsas.record.DecisionFiles;
import org.countsas.record.DecisionTable;
import org.countsas.workbench.http.Answer;
import org.countsas.workbench.http.Call;
import org.countsas.workbench.http.Routes;

/** The pages of the workbench and their addresses. Immutable and thread-safe. */
public final class WorkbenchPages {
    private final Desk desk;

    /** @param desk what they share */
    public WorkbenchPages(Desk desk) {
        this.desk = desk;
    }

    /** Adds the addresses. */
    public void addTo(Routes.Builder routes) {
        routes.get("/", this::overview)
                .get("/items", this::items)
                .get("/items.csv", this::csv)
                .get("/items.xlsx", this::workbook)
                .get("/item", this::item)
                .get("/laboratory", this::laboratory)
                .get("/rules", this::rules)
                .get("/rule", this::rule)
                .get("/rules/edit", this::edit)
                .ask("/rules/draft", this::draft)
                .change("/rules/save", this::save)
                .get("/review", this::reviewList)
                .get("/review/item", this::review)
                .change("/review/record", this::record);
    }

    /** The page about what is wrong with a request. */
    public String problems(Call call, List<Problem> problems) {
        return Pages.page("workbench/problem.jte", new ProblemPage(Frame.plain(desk, call), problems));
    }

    private Answer overview(Call call) {
        Frame frame = Frame.of(desk, call);
        return page("overview", new OverviewPage(frame, frame.workspace().view(frame.scope())));
    }

    private Answer items(Call call) {
        return page("items", ItemsPage.of(Frame.of(desk, call)));
    }

    private Answer item(Call call) {
        ItemPage item = ItemPage.of(Frame.of(desk, call));
        return page("item", call.query().text("changes") == null ? item : item.withChanges());
    }

    private Answer laboratory(Call call) {
        LaboratoryPage laboratory = LaboratoryPage.of(Frame.of(desk, call));
        String settled = laboratory.settled();
        return settled == null ? page("laboratory", laboratory) : Answer.see(settled);
    }

    private Answer rules(Call call) {
        return page("rules", RulesPage.of(Frame.of(desk, call)));
    }

    private Answer rule(Call call) {
        return page("rule", RulePage.of(Frame.of(desk, call)));
    }

    private Answer edit(Call call) {
        return page("edit", EditPage.of(Frame.of(desk, call)));
    }

    private Answer draft(Call call) {
        return page("edit", EditPage.draft(Frame.of(desk, call), call.form()));
    }

    private Answer save(Call call) {
        EditPage edit = EditPage.save(Frame.of(desk, call), call.form());
        return edit.saved() == null
                ? Answer.page(edit.status(), Pages.page("workbench/edit.jte", edit))
                : Answer.see(edit.saved());
    }

    private Answer reviewList(Call call) {
        return page("reviews", ReviewListPage.of(Frame.of(desk, call)));
    }

    private Answer review(Call call) {
        return page("review", ReviewPage.of(Frame.of(desk, call)));
    }

    private Answer record(Call call) {
        Frame frame = Frame.of(desk, call);
        ReviewPage refused = ReviewPage.record(frame, call.form());
        return refused == null
                ? Answer.see(frame.href("/review", "by", call.form().text("by")))
                : Answer.page(refused.status(), Pages.page("workbench/review.jte", refused));
    }

    private static Answer page(String template, Object content) {
        return Answer.page(Answer.OK, Pages.page("workbench/" + template + ".jte", content));
    }

    private Answer csv(Call call) {
        Frame frame = Frame.of(desk, call);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DecisionFiles.csvForPeople(
                    out,
                    DecisionTable.COLUMNS,
                    found(frame).stream()
                            .map(decision ->
                                    DecisionTable.row(decision, frame.language().id())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.file("items.csv", "text/csv; charset=utf-8", out.toByteArray());
    }

    private Answer workbook(Call call) {
        Frame frame = Frame.of(desk, call);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<List<Object>> rows = found(frame).stream()
                .map(decision -> DecisionTable.row(decision, frame.language().id()))
                .toList();
        try {
            Workbooks.write(out, List.of(new Workbooks.Sheet("items", DecisionTable.COLUMNS, rows)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.file(
                "items.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
    }

    private List<Decision> found(Frame frame) {
        return ItemsPage.find(frame, frame.workspace().view(frame.scope()));
    }
}
