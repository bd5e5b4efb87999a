package org.countsas.workbench.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;

/**
 * All that a server answers: the guard first, then the route, and for whatever goes wrong a problem with its code. Immutable and thread-safe.
 *
 * @param guard        what may pass
 * @param routes       who answers
 * @param problemPages the page that shows problems to a person
 * @param failures     told what failed in CountsAs itself
 */
public record Site(
        Guard guard,
        Routes routes,
        BiFunction<Call, List<Problem>, String> problemPages,
        Consumer<Throwable> failures) {

    /**
     * What every answer says. Scripts, styles and pictures come from this server and nowhere else, nothing stands in the page itself, nobody
     * may frame it, and text becomes HTML only by the one policy of our script.
     */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types workbench",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            // With 'no-referrer' a browser would send no origin with a form.
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private static final String CACHE = "Cache-Control";

    /**
     * Looks at a request before its body is read.
     *
     * @return the answer if it is not to be read: a refusal, or where to go instead
     */
    Optional<Answer> admit(Call head) {
        try {
            return guard.check(head).map(Site::complete);
        } catch (ProblemException e) {
            return Optional.of(refuse(head, e.problems()));
        }
    }

    /** The answer to a request that was admitted. */
    Answer answer(Call call) {
        try {
            Routes.Route route = routes.route(call);
            if (route.changes()) {
                guard.checkChange(call);
            }
            return complete(route.handler().answer(call));
        } catch (ProblemException e) {
            return refuse(call, e.problems());
        } catch (RuntimeException | Error e) {
            failures.accept(e);
            return refuse(call, List.of(defect(e)));
        }
    }

    /** The answer to a request that cannot be answered. */
    Answer refuse(Call call, List<Problem> problems) {
        return complete(
                call.isForPrograms()
                        ? ProblemJson.of(problems)
                        : Answer.page(
                                Statuses.of(problems.get(0).code()), problemPages.apply(call, List.copyOf(problems))));
    }

    private static Answer complete(Answer answer) {
        Answer complete = answer;
        for (Map.Entry<String, String> header : HEADERS.entrySet()) {
            complete = complete.with(header.getKey(), header.getValue());
        }
        return complete.headers().containsKey(CACHE) ? complete : complete.with(CACHE, "no-store");
    }

    private static Problem defect(Throwable thrown) {
        return new Problem(
                Code.DEFECT,
                Place.NONE,
                "CountsAs failed: " + thrown.getClass().getSimpleName(),
                "This is a defect of CountsAs and not of your data. Report what the terminal says");
    }
}
