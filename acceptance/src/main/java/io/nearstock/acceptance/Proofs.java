package io.nearstock.acceptance;

import io.nearstock.acceptance.chaos.Chaos;
import io.nearstock.acceptance.load.Load;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What {@code ./nearstock chaos} and {@code ./nearstock load} start; the exit code is 0 when the proof holds. */
final class Proofs {

    /** Answers whether it holds, after it has printed why. */
    interface Proof {
        boolean holds(List<String> options);
    }

    private static final Map<String, Proof> PROOFS = Map.of("chaos", Chaos::holds, "load", Load::holds);

    private Proofs() {}

    public static void main(String[] words) {
        try {
            System.exit(holds(words) ? 0 : 1);
        } catch (NotUnderstoodException notUnderstood) {
            System.err.println(notUnderstood.getMessage());
            System.exit(2);
        }
    }

    private static boolean holds(String... words) {
        var proof = words.length == 0 ? null : PROOFS.get(words[0]);
        if (proof == null) {
            throw new NotUnderstoodException("which proof? " + PROOFS.keySet());
        }
        return proof.holds(Arrays.asList(words).subList(1, words.length));
    }
}
