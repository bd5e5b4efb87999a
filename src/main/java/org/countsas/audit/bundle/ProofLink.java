package org.countsas.audit.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** A proof as the target of a link on a page, which holds it so without a second file (RFC 2397). */
@API(status = API.Status.INTERNAL)
public final class ProofLink {
    private static final String START = "data:application/json;base64,";

    private ProofLink() {}

    /** The target of the link. */
    public static String to(InclusionProof proof) {
        return START + Base64.getEncoder().encodeToString(proof.bytes());
    }

    /** Whether a file is a page at all. */
    public static boolean isPage(byte[] file) {
        return file.length > 0 && file[0] == '<';
    }

    /**
     * The proof that a page holds. Nothing else of the page is read, for nothing else is signed.
     *
     * @param place where the page is, for the message
     * @throws ProblemException {@code BAD_PROOF} if the page does not hold one proof
     */
    public static byte[] read(byte[] page, Place place) {
        String text = new String(page, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(START) + START.length();
        int to = text.indexOf('"', from);
        if (from < START.length() || to < 0 || text.indexOf(START, to) >= 0) {
            throw bad(place, "The page does not hold one proof");
        }
        try {
            return Base64.getDecoder().decode(text.substring(from, to));
        } catch (IllegalArgumentException e) {
            throw bad(place, "The proof in the page is damaged");
        }
    }

    private static ProblemException bad(Place place, String reason) {
        return new ProblemException(
                Code.BAD_PROOF, place, reason, "Name a page that 'countsas prove --html' wrote, or ask for a new one");
    }
}
