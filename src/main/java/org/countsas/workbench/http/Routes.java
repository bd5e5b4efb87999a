package org.countsas.workbench.http;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Which address is answered by whom. An address is compared as a whole and never taken for the path of a file, so that there is nothing to
 * climb out of. Immutable and thread-safe.
 */
public final class Routes {
    /** The most bytes that a request may have, unless its address takes more: 1 MiB. */
    static final int SMALL = 1 << 20;

    private final Map<String, Route> routes;

    private Routes(Map<String, Route> routes) {
        this.routes = Map.copyOf(routes);
    }

    /**
     * Who answers at an address.
     *
     * @param handler   who
     * @param mostBytes the most bytes that a request may have
     * @param changes   whether the answer changes something, which only our own pages may ask for
     */
    record Route(Handler handler, int mostBytes, boolean changes) {}

    /** Collects routes. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Route> routes = new HashMap<>();

        /** Who answers when somebody asks. */
        public Builder get(String path, Handler handler) {
            routes.put("GET " + path, new Route(handler, SMALL, false));
            return this;
        }

        /** Who answers a question that is sent in a body, and changes nothing. */
        public Builder ask(String path, Handler handler) {
            return ask(path, SMALL, handler);
        }

        /**
         * Who answers a question that is sent in a body, and changes nothing.
         *
         * @param mostBytes the most bytes that it may have
         */
        public Builder ask(String path, int mostBytes, Handler handler) {
            routes.put("POST " + path, new Route(handler, mostBytes, false));
            return this;
        }

        /** Who makes a change. */
        public Builder change(String path, Handler handler) {
            routes.put("POST " + path, new Route(handler, SMALL, true));
            return this;
        }

        /** The routes. */
        public Routes build() {
            return new Routes(routes);
        }
    }

    /** The most bytes that a request to this address may have. */
    int mostBytes(String method, String path) {
        Route route = routes.get(method + " " + path);
        return route == null ? SMALL : route.mostBytes();
    }

    /**
     * Who answers.
     *
     * @throws ProblemException {@code NO_SUCH_PAGE}
     */
    Route route(Call call) {
        String method = call.method().equals("HEAD") ? "GET" : call.method();
        Route route = routes.get(method + " " + call.path());
        if (route != null) {
            return route;
        }
        TreeSet<String> methods = new TreeSet<>();
        routes.keySet().stream()
                .filter(key -> key.endsWith(" " + call.path()))
                .forEach(key -> methods.add(key.substring(0, key.indexOf(' '))));
        throw methods.isEmpty()
                ? new ProblemException(
                        Code.NO_SUCH_PAGE, Place.NONE, "There is nothing at " + call.path(), "Begin at the overview, /")
                : new ProblemException(
                        Code.BAD_REQUEST,
                        Place.NONE,
                        call.path() + " does not take " + call.method(),
                        "Use " + String.join(" or ", methods));
    }
}
