package org.countsas.workbench.page;

import java.util.ArrayList;
import java.util.List;
import org.countsas.definition.Definition;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.workbench.budget.Asked;
import org.countsas.workbench.budget.Scope;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Call;
import org.countsas.workbench.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page, and how it speaks: its language, its links, its way to write amounts. Immutable and thread-safe.
 */
public final class Frame {
    private static final List<String> KEPT = List.of("definition", "year", "stage", "lang", "by");

    private final Desk desk;
    private final Workspace workspace;
    private final String path;
    private final Parameters query;
    private final Language language;

    private Frame(Desk desk, String path, Parameters query, Language language) {
        this.desk = desk;
        this.workspace = desk.workspace();
        this.path = path;
        this.query = query;
        this.language = language;
    }

    /**
     * The frame of the page that a request asks for.
     *
     * @throws ProblemException if there is no such language
     */
    static Frame of(Desk desk, Call call) {
        String lang = call.query().text("lang");
        for (Language known : Language.values()) {
            if (known.id().equals(lang == null ? "en" : lang)) {
                return new Frame(desk, call.path(), call.query(), known);
            }
        }
        throw new ProblemException(
                Code.BAD_REQUEST, Place.NONE, "There is no language '" + lang + "'", "Known: en, ja");
    }

    /** The frame of a page about a request that is wrong in whatever way. */
    static Frame plain(Desk desk, Call call) {
        boolean japanese = "ja".equals(call.query().text("lang"));
        return new Frame(
                desk,
                "/",
                japanese ? Parameters.NONE.with("lang", "ja") : Parameters.NONE,
                japanese ? Language.JA : Language.EN);
    }

    /** What all pages share. */
    Desk desk() {
        return desk;
    }

    /** The budget, the same one for the whole page. */
    Workspace workspace() {
        return workspace;
    }

    /** The parameters of the address. */
    public Parameters query() {
        return query;
    }

    /** The path of the page. */
    public String path() {
        return path;
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** Under which definition, in which year. */
    public Scope scope() {
        return Asked.scope(query);
    }

    /** A text of the pages. */
    public String text(String key, Object... values) {
        return Texts.of(Frame.class, language).text(key, values);
    }

    /** A text whose key ends with the name of a constant. */
    public String word(String key, Enum<?> constant) {
        return text(key + "." + constant.name());
    }

    /** The address of a page of the same scope, with further parameters: a name, its value, and so on. */
    public String href(String to, @Nullable Object... pairs) {
        Parameters parameters = Parameters.NONE;
        for (String name : KEPT) {
            parameters = parameters.with(name, query.text(name));
        }
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            parameters = parameters.with(String.valueOf(pairs[i]), value == null ? null : value.toString());
        }
        return to + parameters.query();
    }

    /** The address of this page with one parameter changed. */
    public String here(String name, @Nullable String value) {
        return path + query.with(name, value).query();
    }

    /** The address of a file. */
    public String file(String name) {
        return desk.files().href(name);
    }

    /** What a change must know. */
    public String change() {
        return desk.access().change().text();
    }

    /** Whether nothing can be changed. */
    public boolean isReadOnly() {
        return desk.access().readOnly();
    }

    /**
     * A choice of a list.
     *
     * @param value  what is sent
     * @param label  what is shown
     * @param chosen whether it is chosen
     */
    public record Choice(String value, String label, boolean chosen) {}

    /** The pages, for the navigation. */
    public List<Choice> pages() {
        List<Choice> pages = new ArrayList<>();
        for (String name : List.of("overview", "items", "laboratory", "rules", "review")) {
            String to = name.equals("overview") ? "/" : "/" + name;
            pages.add(new Choice(
                    href(to),
                    text("nav." + name),
                    path.equals(to) || path.startsWith(to + "/") || (name.equals("rules") && path.equals("/rule"))));
        }
        return pages;
    }

    /** The definitions that a reader may choose; a reform that was typed stands first. */
    public List<Choice> definitions() {
        String given = query.text("definition");
        String chosen = given == null ? workspace().usualReform().toString() : given;
        List<Choice> choices = new ArrayList<>();
        List<Definition> known = workspace().definitions();
        if (known.stream().noneMatch(definition -> definition.id().equals(chosen))) {
            choices.add(new Choice(chosen, chosen, true));
        }
        known.forEach(definition -> choices.add(new Choice(
                definition.id(),
                definition.id() + " · " + language.label(definition.title()),
                definition.id().equals(chosen))));
        return choices;
    }

    /** The fiscal years with amounts. */
    public List<Choice> years() {
        Integer given = query.number("year");
        int chosen = given == null ? workspace().budget(null, null).selection().fiscalYear() : given;
        return workspace().years().stream()
                .map(Workspace.Year::fiscalYear)
                .distinct()
                .map(year -> new Choice(year.toString(), text("year", year.toString()), year == chosen))
                .toList();
    }

    /** The languages. */
    public List<Choice> languages() {
        return List.of(
                new Choice(here("lang", null), "English", language == Language.EN),
                new Choice(here("lang", "ja"), "日本語", language == Language.JA));
    }

    /** The parameters of this page that a form about the scope keeps. */
    public List<Choice> keptByScope() {
        List<Choice> kept = new ArrayList<>();
        query.values().forEach((name, values) -> {
            if (!List.of("definition", "year", "stage", "page").contains(name)) {
                values.forEach(value -> kept.add(new Choice(name, value, false)));
            }
        });
        return kept;
    }

    /** The parameters of the scope that other forms keep. */
    public List<Choice> scopeFields() {
        List<Choice> kept = new ArrayList<>();
        for (String name : KEPT) {
            String value = query.text(name);
            if (value != null) {
                kept.add(new Choice(name, value, false));
            }
        }
        return kept;
    }

    /** The title of a policy. */
    public String policy(@Nullable String id) {
        return id == null
                ? ""
                : workspace()
                        .rules()
                        .policy(id)
                        .map(Policy::title)
                        .map(language::label)
                        .orElse(id);
    }
}
