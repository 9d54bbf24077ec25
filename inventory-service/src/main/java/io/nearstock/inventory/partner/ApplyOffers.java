package io.nearstock.inventory.partner;

import io.nearstock.inventory.OfferDraft;
import io.nearstock.inventory.Suppliers;
import io.nearstock.inventory.partner.OfferJob.Status;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Applies uploads some rows at a time; after a crash another instance goes on behind the last row that was done. */
@Component
final class ApplyOffers {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyOffers.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int ROWS = 500;

    private final OfferJobs jobs;
    private final Suppliers suppliers;
    private final Validator validator;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    ApplyOffers(OfferJobs jobs, Suppliers suppliers, Validator validator, JsonMapper json, Clock clock) {
        this.jobs = jobs;
        this.suppliers = suppliers;
        this.validator = validator;
        this.json = json;
        this.clock = clock;
    }

    /** In a thread of its own, so that what else is scheduled does not wait for an upload. */
    @Scheduled(fixedDelay = 500)
    void run() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("offers").start(this::work);
        }
    }

    private void work() {
        try {
            for (var job = take(); job != null; job = take()) {
                apply(job);
            }
        } catch (RuntimeException failure) {
            LOG.warn("an upload of offers rests until its lease ends", failure);
        } finally {
            busy.set(false);
        }
    }

    private @Nullable OfferJob take() {
        return jobs.takeUp(clock.instant(), lease()).orElse(null);
    }

    private Instant lease() {
        return clock.instant().plus(LEASE);
    }

    private void apply(OfferJob job) {
        var done = job;
        try (var rows = rows(job)) {
            var seen = new HashSet<String>();
            for (var batch = batch(rows); !batch.isEmpty(); batch = batch(rows)) {
                var next = apply(done, batch, seen);
                if (!next.equals(done) && !jobs.save(done, next)) {
                    return;
                }
                done = next;
            }
            end(done, done.failed() > 0 && done.failed() == done.processed() ? "every_row_failed" : null);
        } catch (CharacterCodingException _) {
            end(done, "not_utf_8");
        } catch (IOException broken) {
            end(done, Objects.requireNonNullElse(broken.getMessage(), "unreadable"));
        }
    }

    private void end(OfferJob job, @Nullable String reason) {
        if (jobs.save(job, job.ended(reason == null ? Status.SUCCEEDED : Status.FAILED, reason))) {
            jobs.forget(job.id());
        }
    }

    private OfferRows rows(OfferJob job) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(jobs.upload(job.id()), decoder));
        return job.csv() ? new CsvOffers(reader) : new NdjsonOffers(reader, json);
    }

    private static List<ReadRow> batch(OfferRows rows) throws IOException {
        var batch = new ArrayList<ReadRow>();
        while (batch.size() < ROWS) {
            var row = rows.next();
            if (row == null) {
                break;
            }
            batch.add(row);
        }
        return batch;
    }

    /** Rows that were done before a crash are only looked at, to know which products have had their row. */
    private OfferJob apply(OfferJob job, List<ReadRow> batch, Set<String> seen) {
        var good = new ArrayList<OfferDraft>();
        var errors = new ArrayList<RowError>();
        var rows = 0;
        var failed = 0;
        for (var row : batch) {
            var found = errors(row, seen);
            if (row.number() <= job.position()) {
                continue;
            }
            rows++;
            failed += found.isEmpty() ? 0 : 1;
            errors.addAll(found);
            if (found.isEmpty()) {
                good.add(Objects.requireNonNull(row.offer()));
            }
        }
        if (rows == 0) {
            return job;
        }
        jobs.addErrors(job.id(), errors);
        var changed = good.isEmpty()
                ? 0
                : suppliers.offer(
                        good.stream().map(offer -> offer.of(job.supplierId())).toList());
        return job.after(batch.getLast().number(), rows, failed, changed, lease());
    }

    /** The first good row of a product counts: else the same upload again would change offers to and fro. */
    private List<RowError> errors(ReadRow row, Set<String> seen) {
        var offer = row.offer();
        if (offer == null) {
            return row.errors();
        }
        var errors = validator.validate(offer).stream()
                .map(violation -> error(row.number(), offer, violation))
                .toList();
        if (errors.isEmpty() && !seen.add(offer.sku())) {
            return List.of(
                    new RowError(row.number(), offer.sku(), "sku", "duplicate_sku", "An earlier row has this SKU."));
        }
        return errors;
    }

    private static RowError error(long row, OfferDraft offer, ConstraintViolation<OfferDraft> violation) {
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var path = violation.getPropertyPath().toString();
        return switch (constraint) {
            case "NotBlank", "NotNull" -> new RowError(row, offer.sku(), path, "required", violation.getMessage());
            case "Positive", "PositiveOrZero" ->
                new RowError(row, offer.sku(), path, "not_positive", violation.getMessage());
            case "Size", "Max" -> new RowError(row, offer.sku(), path, "too_large", violation.getMessage());
            default ->
                new RowError(
                        row,
                        offer.sku(),
                        path.equals("inOrder") ? "validUntil" : path,
                        path.equals("unitCost.currency") ? "unknown_currency" : "invalid",
                        violation.getMessage());
        };
    }
}
