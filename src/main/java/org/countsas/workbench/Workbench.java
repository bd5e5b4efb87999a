package org.countsas.workbench;

import java.util.List;
import java.util.function.Consumer;
import org.countsas.audit.key.KeyRing;
import org.countsas.evaluation.CompilationCache;
import org.countsas.workbench.api.Api;
import org.countsas.workbench.budget.CurrentWorkspace;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Access;
import org.countsas.workbench.http.Binding;
import org.countsas.workbench.http.Guard;
import org.countsas.workbench.http.Routes;
import org.countsas.workbench.http.Secret;
import org.countsas.workbench.http.Site;
import org.countsas.workbench.http.StaticFiles;
import org.countsas.workbench.http.WebServer;
import org.countsas.workbench.page.Desk;
import org.countsas.workbench.page.WorkbenchPages;
import org.countsas.workbench.review.ReviewDesk;
import org.countsas.workbench.rules.RuleFiles;
import org.countsas.workbench.rules.RulesDesk;
import org.jspecify.annotations.Nullable;

/**
 * A running workbench. Where others might reach it, every request must know a token that is new with each start. Thread-safe.
 */
public final class Workbench implements AutoCloseable {
    private final WebServer server;
    private final Binding binding;
    private final @Nullable Secret token;

    private Workbench(WebServer server, Binding binding, @Nullable Secret token) {
        this.server = server;
        this.binding = binding;
        this.token = token;
    }

    /**
     * How a workbench is to run.
     *
     * @param binding  where it listens
     * @param readOnly whether nothing can be changed
     * @param command  the words of a command after its verb that read the same input
     * @param trusted  the keys whose signatures are accepted when a bundle is verified
     * @param rules    the files of rules that may be edited
     * @param cache    where compiled rules are kept
     * @param reviews  where reviews are recorded; null if no bundle is shown
     */
    public record Settings(
            Binding binding,
            boolean readOnly,
            String command,
            KeyRing trusted,
            RuleFiles rules,
            CompilationCache cache,
            @Nullable ReviewDesk reviews) {}

    /**
     * Starts a workbench.
     *
     * @param failures told what failed in CountsAs itself
     * @throws org.countsas.problem.ProblemException {@code PORT_TAKEN}
     */
    public static Workbench start(Workspace workspace, Settings settings, Consumer<Throwable> failures) {
        Secret token = settings.binding().withToken() ? Secret.random() : null;
        CurrentWorkspace current = new CurrentWorkspace(workspace);
        Secret change = Secret.random();
        StaticFiles files =
                new StaticFiles(Workbench.class, List.of("workbench.css", "workbench.js", "icon.svg", "openapi.json"));
        WebServer server = WebServer.start(settings.binding(), port -> {
            Access access = new Access(settings.binding().hosts(port), token, change, settings.readOnly());
            WorkbenchPages pages = new WorkbenchPages(new Desk(
                    current,
                    access,
                    files,
                    new RulesDesk(settings.rules(), settings.cache(), current),
                    settings.reviews(),
                    settings.command()));
            Routes.Builder routes = new Routes.Builder();
            files.addTo(routes);
            pages.addTo(routes);
            new Api(current, settings.command(), settings.trusted(), settings.rules()).addTo(routes);
            routes.get("/api/openapi.json", call -> files.answer("openapi.json"));
            return new Site(new Guard(access), routes.build(), pages::problems, failures);
        });
        return new Workbench(server, settings.binding(), token);
    }

    /** The address of the first page, with the token if one is needed. */
    public String url() {
        String url = binding.url(server.port());
        return token == null ? url : url + "?token=" + token.text();
    }

    /** The port on which it listens. */
    public int port() {
        return server.port();
    }

    /** Waits until it has ended. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        server.close();
    }
}
