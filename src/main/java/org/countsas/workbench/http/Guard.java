package org.countsas.workbench.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site, or another machine, could make a browser send. In this order:
 *
 * <ol>
 *   <li>A request must name this server as its host: a name that was made to point here (DNS rebinding) is not ours.
 *   <li>Where a token is needed, it must be there: as a cookie, as a bearer token, or once in the address of the first page.
 *   <li>What another site asked for is answered only if a person followed a link.
 *   <li>A change must come from our own pages: its origin is ours, and it knows what stands in them. Programs that use the API send it in a
 *       header.
 * </ol>
 *
 * <p>Immutable and thread-safe.
 */
public final class Guard {
    /** The field and the parameter that hold tokens. */
    static final String CHANGE = "change";

    static final String TOKEN = "token";
    static final String COOKIE = "countsas";

    private final Access access;

    /** @param access who may ask and change what */
    public Guard(Access access) {
        this.access = access;
    }

    /**
     * Lets a request pass.
     *
     * @return where to go instead, with a cookie: only for a first request that has the token in its address
     * @throws ProblemException {@code WRONG_HOST}, {@code NO_ACCESS}, {@code CROSS_SITE} or {@code READ_ONLY}
     */
    Optional<Answer> check(Call call) {
        checkHost(call);
        Optional<Answer> entry = entry(call);
        if (entry.isPresent()) {
            return entry;
        }
        checkToken(call);
        checkSite(call);
        if (!call.asks()) {
            checkOrigin(call);
        }
        return Optional.empty();
    }

    private void checkHost(Call call) {
        String host = call.header("host");
        if (host == null || !access.hosts().contains(host.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(
                    Code.WRONG_HOST,
                    Place.NONE,
                    "The request is for another host than this server",
                    "Use the address that 'serve' printed; name further ones with --host-name");
        }
    }

    private Optional<Answer> entry(Call call) {
        Secret token = access.token();
        if (token == null
                || !call.method().equals("GET")
                || !token.isKnownAs(call.query().text(TOKEN))) {
            return Optional.empty();
        }
        return Optional.of(
                Answer.see(call.path() + call.query().with(TOKEN, null).query())
                        .with("Set-Cookie", COOKIE + "=" + token.text() + "; Path=/; HttpOnly; SameSite=Strict"));
    }

    private void checkToken(Call call) {
        Secret token = access.token();
        if (token != null && !token.isKnownAs(cookie(call)) && !token.isKnownAs(bearer(call))) {
            throw new ProblemException(
                    Code.NO_ACCESS,
                    Place.NONE,
                    "The request does not have the token of this server",
                    "Open the address that 'serve' printed, or send the header 'Authorization: Bearer TOKEN'");
        }
    }

    private static @Nullable String cookie(Call call) {
        String cookies = call.header("cookie");
        return cookies == null
                ? null
                : Arrays.stream(cookies.split(";"))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(COOKIE + "="))
                        .map(cookie -> cookie.substring(COOKIE.length() + 1))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String bearer(Call call) {
        String authorization = call.header("authorization");
        return authorization != null && authorization.startsWith("Bearer ")
                ? authorization.substring("Bearer ".length())
                : null;
    }

    private static void checkSite(Call call) {
        String site = call.header("sec-fetch-site");
        boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
        boolean followed = call.asks()
                && "navigate".equals(call.header("sec-fetch-mode"))
                && "document".equals(call.header("sec-fetch-dest"));
        if (foreign && !followed) {
            throw crossSite("Another site asked for this");
        }
    }

    private void checkOrigin(Call call) {
        String origin = call.header("origin");
        if (origin != null && !isOurs(origin)) {
            throw crossSite("Another site sent this");
        }
    }

    /**
     * Lets a change pass.
     *
     * @throws ProblemException {@code READ_ONLY}, or {@code CROSS_SITE} if it does not know what stands in our pages
     */
    void checkChange(Call call) {
        if (access.readOnly()) {
            throw new ProblemException(
                    Code.READ_ONLY, Place.NONE, "This workbench is for reading", "Start it without --read-only");
        }
        String header = call.header("x-change-token");
        if (!access.change().isKnownAs(header != null ? header : call.form().text(CHANGE))) {
            throw crossSite("The change does not have the token that stands in this server's pages");
        }
    }

    private boolean isOurs(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return access.hosts().stream()
                .anyMatch(host -> lower.equals("http://" + host) || lower.equals("https://" + host));
    }

    private static ProblemException crossSite(String reason) {
        return new ProblemException(Code.CROSS_SITE, Place.NONE, reason, "Open the page again, and send it from there");
    }
}
