package io.nearstock.account;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.nearstock.chassis.web.UnavailableException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, a few at a time: each takes 19 MiB and some 50 ms, which nobody may make this service spend at will. */
@Component
public class PasswordHashes {

    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns;
    private final Duration patience;
    private final String dummy;

    PasswordHashes(HashingSettings settings) {
        this.argon2 =
                new Argon2PasswordEncoder(16, 32, settings.parallelism(), settings.memoryKib(), settings.iterations());
        this.turns = new Semaphore(settings.atOnce(), true);
        this.patience = settings.patience();
        this.dummy = nobodys(settings);
    }

    public String hash(String password) {
        return inTurn(() -> encode(password));
    }

    /**
     * Takes as long for nobody's hash as for somebody's. To be called {@link #inTurn in turn}.
     *
     * @param hash null where there is no such account
     */
    public boolean matches(String password, @Nullable String hash) {
        return argon2.matches(normal(password), hash == null ? dummy : hash) && hash != null;
    }

    /** Does something while it is one of the few. */
    public <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), MILLISECONDS)) {
                throw new UnavailableException(Duration.ofSeconds(1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(Duration.ofSeconds(1));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Costs as much to check as a real hash; no password has it. */
    private static String nobodys(HashingSettings settings) {
        var parameters = "$argon2id$v=19$m=%d,t=%d,p=%d$"
                .formatted(settings.memoryKib(), settings.iterations(), settings.parallelism());
        var base64 = Base64.getEncoder().withoutPadding();
        return parameters + base64.encodeToString(new byte[16]) + "$" + base64.encodeToString(new byte[32]);
    }

    private String encode(String password) {
        var hash = argon2.encode(normal(password));
        if (hash == null) {
            throw new IllegalStateException("nothing to hash");
        }
        return hash;
    }

    /** The same characters typed on two keyboards are the same password. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
