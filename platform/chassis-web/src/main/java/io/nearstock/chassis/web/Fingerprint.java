package io.nearstock.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION;
import static tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS;
import static tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * By what a request is known again: path, query and body. JSON counts by its content, as many clients write the members
 * of an object in another order after a restart, and that is when they send a request again.
 */
final class Fingerprint {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(STRICT_DUPLICATE_DETECTION)
            .enable(USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Fingerprint() {}

    static String of(HttpServletRequest request, byte[] body) {
        return hash(request.getRequestURI(), String.valueOf(request.getQueryString()), hash(content(request, body)));
    }

    /** The SHA-256 of all parts, in hexadecimal digits. */
    static String hash(String... parts) {
        return hash(String.join("\0", parts).getBytes(UTF_8));
    }

    private static byte[] content(HttpServletRequest request, byte[] body) {
        var type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            return body;
        }
        try {
            return JSON.writeValueAsBytes(JSON.readValue(body, Object.class));
        } catch (JacksonException _) {
            return body; // refused later, by whoever reads it
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
