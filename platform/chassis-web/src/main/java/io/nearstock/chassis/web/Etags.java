package io.nearstock.chassis.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Strong entity tags: the version of the resource in quotes. */
public final class Etags {

    private Etags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** 200 with the tag, or 304 without a body where {@code If-None-Match} names this version. */
    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(of(version)).body(body);
    }

    /** 412: the resource has moved on since the client read it. */
    public static ResponseEntity<ProblemDetail> stale() {
        return Problems.refused(
                HttpStatus.PRECONDITION_FAILED, "stale_version", "This has changed since you read it; read it again.");
    }
}
