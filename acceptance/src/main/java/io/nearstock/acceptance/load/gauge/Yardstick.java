package io.nearstock.acceptance.load.gauge;

import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

/**
 * What a core of this machine is worth: processor time to verify an RS256 signature (RSA of 2048 bits, a token of 700
 * bytes) by the JDK. Virtual machines that look the same differ by more than a factor of two, and so does one of them
 * from day to day; a cost divided by this can be compared between them.
 */
public final class Yardstick {

    private static final int WARM_UP = 10_000;
    private static final int ROUNDS = 10_000;
    private static final byte[] TOKEN = new byte[700];

    private final KeyPair keys;
    private final byte[] signature;

    public Yardstick() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(keys.getPrivate());
            signer.update(TOKEN);
            signature = signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        verify(WARM_UP);
    }

    /** Microseconds of processor time for one verification, the mean of ten thousand. */
    public double micros() {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        verify(ROUNDS);
        return (threads.getCurrentThreadCpuTime() - before) / 1e3 / ROUNDS;
    }

    private void verify(int times) {
        try {
            for (var turn = 0; turn < times; turn++) {
                var verifier = Signature.getInstance("SHA256withRSA");
                verifier.initVerify(keys.getPublic());
                verifier.update(TOKEN);
                if (!verifier.verify(signature)) {
                    throw new IllegalStateException("a signature of our own is not valid");
                }
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
