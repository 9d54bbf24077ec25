package io.nearstock.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.springframework.http.HttpStatus;

/** Where a page ends: the sort key of its last item, opaque to clients. A checksum refuses what was cut or mistyped. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    /**
     * Reads what a client sent back.
     *
     * @throws UnmetRequestException 400 {@code invalid_cursor}
     */
    public static Cursor parse(String text) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            var body = decoded.substring(8);
            if (decoded.startsWith(checksum(body))) {
                return new Cursor(List.of(body.split(SEPARATOR, -1)));
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException _) {
            throw malformed();
        }
        throw malformed();
    }

    /**
     * The sort key.
     *
     * @throws UnmetRequestException 400 {@code invalid_cursor} when it has not exactly so many parts
     */
    public List<String> parts(int count) {
        if (parts.size() != count) {
            throw malformed();
        }
        return parts;
    }

    /** For a part that cannot be what the list needs, such as a number that is none. */
    public static UnmetRequestException malformed() {
        return new UnmetRequestException(
                HttpStatus.BAD_REQUEST, "invalid_cursor", "cursor", "This cursor was not made by this list.");
    }

    @Override
    public String toString() {
        var body = String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString((checksum(body) + body).getBytes(UTF_8));
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
