package io.nearstock.catalog.intake;

import io.nearstock.catalog.Rounds;
import io.nearstock.catalog.intake.ImportJob.Phase;
import io.nearstock.catalog.intake.ImportJob.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works off imports, one at a time in each instance, batch by batch. After a crash any instance goes on behind the last
 * batch that was recorded; a batch that was applied but not recorded is found unchanged.
 */
@Component
final class RunImports implements Rounds.Worker {

    private final ImportJobs jobs;
    private final WorkRows rows;
    private final ReadUploads read;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Rounds rounds;

    RunImports(ImportJobs jobs, WorkRows rows, ReadUploads read, IntakeSettings settings, Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.read = read;
        this.settings = settings;
        this.clock = clock;
        this.rounds = new Rounds("imports", settings.sweep(), this::round);
    }

    /** Says that there is a new job. */
    void nudge() {
        rounds.nudge();
    }

    /** Takes up and ends every job that waits. */
    void runWaiting() {
        var job = jobs.takeUp(clock.instant(), lease());
        while (job.isPresent()) {
            run(job.get());
            job = jobs.takeUp(clock.instant(), lease());
        }
    }

    private void run(ImportJob job) {
        var current = job;
        try {
            current = readThrough(current);
            if (current != null && current.phase() == Phase.CHECKING && current.failed() == 0) {
                var checked = current.checked(lease());
                current = jobs.save(current, checked) ? readThrough(checked) : null;
            }
            if (current != null) {
                end(current, outcome(current));
            }
        } catch (BrokenUploadException broken) {
            end(jobs.of(job.id()), String.valueOf(broken.getMessage()));
        } catch (CharacterCodingException _) {
            end(jobs.of(job.id()), "not_" + job.charset());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All rows of one phase from where the job stands; null when somebody else has gone on with it. */
    private @Nullable ImportJob readThrough(ImportJob job) throws IOException {
        try (var upload = read.rows(job)) {
            var current = job;
            var batch = read.batch(upload, job.position());
            while (!batch.isEmpty()) {
                var after = current.after(batch.getLast().number(), rows.work(current, batch), lease());
                if (!jobs.save(current, after)) {
                    return null;
                }
                current = after;
                batch = read.batch(upload, current.position());
            }
            return current;
        }
    }

    /** Why the job fails; null when it does not. */
    private static @Nullable String outcome(ImportJob job) {
        return switch (job.policy()) {
            case IGNORE_FAILED -> null;
            case REJECT_FAILED_ROWS -> job.failed() > 0 && job.failed() == job.processed() ? "every_row_failed" : null;
            case REJECT_EVERYTHING -> job.failed() > 0 ? "some_rows_failed" : null;
        };
    }

    private void end(ImportJob job, @Nullable String reason) {
        if (jobs.save(job, job.ended(reason == null ? Status.SUCCEEDED : Status.FAILED, reason))) {
            jobs.cleanUp(job.id());
        }
    }

    private Instant lease() {
        return clock.instant().plus(settings.lease());
    }

    private void round() {
        jobs.forgetBrokenUploads(clock.instant());
        runWaiting();
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
