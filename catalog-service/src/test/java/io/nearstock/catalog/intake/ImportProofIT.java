package io.nearstock.catalog.intake;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link ImportProof} in a short form; {@code -Dimport-proof.rows=100000} makes it the long one. */
class ImportProofIT {

    private static final int ROWS = Integer.getInteger("import-proof.rows", 4_000);

    /** Two short lives are mostly start-up. */
    private static final List<String> LEAN = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Test
    void anImportThatIsKilledInTheMiddleGoesOnAndTheSameFileAgainChangesNothing() throws IOException {
        ImportProof.prove(ProofFile.made(ROWS, ROWS / 100), LEAN);
    }
}
