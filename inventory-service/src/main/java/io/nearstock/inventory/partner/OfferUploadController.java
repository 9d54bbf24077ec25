package io.nearstock.inventory.partner;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;

import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Ids;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.chassis.web.UnmetRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A supplier's offers, many at once. */
@RestController
final class OfferUploadController {

    private static final long LARGEST = 64L * 1024 * 1024;

    record JobView(
            String id,
            String status,
            long processed,
            @Nullable Long total,
            long failed,
            long changed,
            long unchanged,
            String errorsUrl,
            @Nullable String reason) {

        static JobView of(OfferJob job) {
            return new JobView(
                    job.id(),
                    job.status().name().toLowerCase(Locale.ROOT),
                    job.processed(),
                    job.total(),
                    job.failed(),
                    job.changed(),
                    job.unchanged(),
                    "/api/partner/jobs/" + job.id() + "/errors",
                    job.reason());
        }
    }

    private final Partner partner;
    private final OfferJobs jobs;
    private final ApplyOffers offers;
    private final Clock clock;

    OfferUploadController(Partner partner, OfferJobs jobs, ApplyOffers offers, Clock clock) {
        this.partner = partner;
        this.jobs = jobs;
        this.offers = offers;
        this.clock = clock;
    }

    /** Sets the offers that the rows name; the others stay. Bad rows are reported, good ones count. */
    @PutMapping(
            path = "/api/partner/offers",
            consumes = {"text/csv", "application/x-ndjson"})
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {@Content(mediaType = "text/csv"), @Content(mediaType = "application/x-ndjson")}))
    @Answers({"202", "404 not_found"})
    ResponseEntity<JobView> upload(
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(hidden = true) InputStream body,
            Caller caller)
            throws IOException {
        var csv = type.isCompatibleWith(MediaType.parseMediaType("text/csv"));
        var job = OfferJob.queued(Ids.next("job"), partner.of(caller).id(), csv, clock.instant());
        if (!jobs.add(job, body, LARGEST)) {
            throw new UnmetRequestException(
                    CONTENT_TOO_LARGE, "content_too_large", "", "At most 64 MB can be uploaded at once.");
        }
        offers.run();
        return ResponseEntity.accepted()
                .location(URI.create("/api/partner/jobs/" + job.id()))
                .body(JobView.of(job));
    }

    @GetMapping("/api/partner/jobs/{id}")
    JobView job(@PathVariable String id, Caller caller) {
        return JobView.of(find(id, caller));
    }

    @GetMapping("/api/partner/jobs/{id}/errors")
    Page<RowError> errors(@PathVariable String id, PageRequest page, Caller caller) {
        return jobs.errors(find(id, caller).id(), page);
    }

    private OfferJob find(String id, Caller caller) {
        return jobs.of(partner.of(caller).id(), id).orElseThrow(() -> new UnknownIdException(id));
    }
}
