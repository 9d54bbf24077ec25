package io.nearstock.acceptance.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** A request as it goes over the wire, but for the host. */
public record Request(String method, String path, String headers, String body) {

    public static Request get(String path) {
        return new Request("GET", path, "", "");
    }

    /** A command under a key of its own. */
    public static Request post(String path, String body) {
        return post(path, "application/json", body);
    }

    public static Request post(String path, String contentType, String body) {
        var headers = "Content-Type: " + contentType + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n";
        return new Request("POST", path, headers, body);
    }

    public Request by(String token) {
        return new Request(method, path, headers + "Authorization: Bearer " + token + "\r\n", body);
    }

    byte[] bytes(String host) {
        var content = body.getBytes(UTF_8);
        var length = method.equals("GET") ? "" : "Content-Length: " + content.length + "\r\n";
        var head = (method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + length + "\r\n")
                .getBytes(UTF_8);
        var whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }
}
