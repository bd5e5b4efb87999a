package org.countsas.audit.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.audit.bundle.TestRuns;

/** A process of its own that adds runs to a ledger until it is killed, and tells of each run when it is added. */
final class AddingProcess {
    /** What ends an acknowledgement. */
    static final String END = " is added";

    private AddingProcess() {}

    /** @param arguments the ledger, and the folder of the bundles, whose place in the ledger is their number */
    public static void main(String[] arguments) {
        Path ledger = Path.of(arguments[0]);
        for (int number = size(ledger); ; number++) {
            Path bundle = bundle(Path.of(arguments[1]), number);
            System.out.println(new LedgerWriter(ledger, TestRuns.KEY)
                            .add(bundle, TestRuns.TIME.plusSeconds(number))
                            .run()
                    + END);
            System.out.flush();
        }
    }

    /** The runs in a ledger, which need not be there. */
    static int size(Path ledger) {
        return Files.exists(ledger.resolve(Ledger.NAME_FILE))
                ? Ledger.open(ledger).entries().size()
                : 0;
    }

    static Path bundle(Path folder, int number) {
        return folder.resolve("run-" + number + ".zip");
    }
}
