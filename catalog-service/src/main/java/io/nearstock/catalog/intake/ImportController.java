package io.nearstock.catalog.intake;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Ids;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnmetRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ImportController {

    /** How long an upload may take at most. */
    private static final Duration UPLOAD = Duration.ofHours(1);

    record JobView(
            String id,
            String status,
            long processed,
            @Nullable Long total,
            long failed,
            long created,
            long changed,
            long unchanged,
            String errorsUrl,
            @Nullable String reason) {

        static JobView of(ImportJob job) {
            var status = switch (job.status()) {
                case UPLOADING, QUEUED -> "queued";
                case RUNNING, SUCCEEDED, FAILED -> job.status().name().toLowerCase(Locale.ROOT);
            };
            return new JobView(
                    job.id(),
                    status,
                    job.processed(),
                    job.total(),
                    job.failed(),
                    job.created(),
                    job.changed(),
                    job.unchanged(),
                    "/api/jobs/" + job.id() + "/errors",
                    job.reason());
        }
    }

    private final ImportJobs jobs;
    private final RunImports imports;
    private final IntakeSettings settings;
    private final Clock clock;

    ImportController(ImportJobs jobs, RunImports imports, IntakeSettings settings, Clock clock) {
        this.jobs = jobs;
        this.imports = imports;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping(
            path = "/api/products/import",
            consumes = {"text/csv", "application/x-ndjson"})
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/x-ndjson")}))
    @Answers("202")
    ResponseEntity<JobView> upload(
            @RequestParam(defaultValue = "reject_failed_rows") String policy,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) InputStream body,
            Caller caller)
            throws IOException {
        return accept(RowKind.PRODUCTS, policy, type, body, caller);
    }

    /** A price of now takes the place of the last one; a later one waits for its moment. */
    @PostMapping(
            path = "/api/products/prices/import",
            consumes = {"text/csv", "application/x-ndjson"})
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/x-ndjson")}))
    @Answers("202")
    ResponseEntity<JobView> uploadPrices(
            @RequestParam(defaultValue = "reject_failed_rows") String policy,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) InputStream body,
            Caller caller)
            throws IOException {
        return accept(RowKind.PRICES, policy, type, body, caller);
    }

    private ResponseEntity<JobView> accept(RowKind kind, String policy, MediaType type, InputStream body, Caller caller)
            throws IOException {
        var chosen = Policy.of(policy)
                .orElseThrow(() ->
                        invalid("policy", "The policy is ignore_failed, reject_failed_rows or reject_everything."));
        var format = Format.of(type).orElseThrow(() -> invalid("Content-Type", "This is CSV or NDJSON."));
        var charset = type.getCharset() == null ? StandardCharsets.UTF_8 : type.getCharset();
        var job = start(caller.id(), kind, format, charset, chosen, body);
        return ResponseEntity.accepted()
                .location(URI.create("/api/jobs/" + job.id()))
                .body(JobView.of(job));
    }

    private ImportJob start(String actor, RowKind kind, Format format, Charset charset, Policy policy, InputStream body)
            throws IOException {
        var now = clock.instant();
        var job = ImportJob.uploading(
                Ids.next("job"), actor, kind, format, charset.name(), policy, now, now.plus(UPLOAD));
        if (!jobs.add(job, body, settings.uploadLimit().toBytes())) {
            throw new UnmetRequestException(
                    CONTENT_TOO_LARGE,
                    "content_too_large",
                    "",
                    "At most " + settings.uploadLimit().toMegabytes() + " MB can be imported at once.");
        }
        imports.nudge();
        return job;
    }

    @GetMapping("/api/jobs/{id}")
    JobView job(@PathVariable String id) {
        return JobView.of(jobs.of(id));
    }

    @GetMapping("/api/jobs/{id}/errors")
    Page<RowError> errors(@PathVariable String id, PageRequest page) {
        return jobs.errors(jobs.of(id).id(), page);
    }

    private static UnmetRequestException invalid(String parameter, String detail) {
        return new UnmetRequestException(BAD_REQUEST, "invalid_parameter", parameter, detail);
    }
}
