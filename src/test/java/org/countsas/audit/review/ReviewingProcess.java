package org.countsas.audit.review;

import java.nio.file.Path;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.TestRuns;

/** A process of its own that reviews, and tells of each review when it is recorded. */
final class ReviewingProcess {
    private ReviewingProcess() {}

    /** @param arguments the bundle, how many reviews, the reviewer's name */
    public static void main(String[] arguments) {
        Path path = Path.of(arguments[0]);
        try (Bundle bundle = Bundle.open(path)) {
            Reviewer reviewer = new Reviewer(bundle, path);
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                System.out.println(review(reviewer, arguments[2], i).receipt());
                System.out.flush();
            }
        }
    }

    static ReviewRecord review(Reviewer reviewer, String by, int number) {
        Review review = new Review("10", "one", Ruling.notCounted(), "reason no. " + number, by);
        return reviewer.record(review, TestRuns.TIME, TestRuns.KEY).appended().record();
    }
}
