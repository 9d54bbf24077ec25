package io.nearstock.catalog.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.testkit.TestMongo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ImportJobsIT {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final Uploads uploads = new Uploads(mongo.database());
    private final ImportJobs jobs = new ImportJobs(mongo.database(), uploads);
    private final ImportJob job = ImportJob.uploading(
            "job_1",
            "acc_staff",
            RowKind.PRODUCTS,
            Format.CSV,
            "UTF-8",
            Policy.IGNORE_FAILED,
            NOW,
            NOW.plusSeconds(3600));

    @Test
    void givesAnUploadBackAsItCame() throws IOException {
        var body = "x,".repeat(400_000);

        assertThat(jobs.add(job, upload(body), 1_000_000)).isTrue();

        try (var stored = uploads.of("job_1")) {
            assertThat(new String(stored.readAllBytes(), UTF_8)).isEqualTo(body);
        }
    }

    @Test
    void forgetsAnUploadThatIsTooLarge() throws IOException {
        assertThat(jobs.add(job, upload("12345"), 4)).isFalse();

        assertThat(uploads.of("job_1").read()).isEqualTo(-1);
        assertThatExceptionOfType(UnknownIdException.class).isThrownBy(() -> jobs.of("job_1"));
    }

    @Test
    void givesAJobToOneInstanceUntilItsLeaseEnds() throws IOException {
        jobs.add(job, upload("x"), 10);

        var first = jobs.takeUp(NOW, NOW.plusSeconds(30)).orElseThrow();
        assertThat(jobs.takeUp(NOW.plusSeconds(29), NOW.plusSeconds(60))).isEmpty();
        var second = jobs.takeUp(NOW.plusSeconds(31), NOW.plusSeconds(61)).orElseThrow();

        assertThat(jobs.save(first, first.ended(ImportJob.Status.SUCCEEDED, null)))
                .isFalse();
        assertThat(jobs.save(second, second.ended(ImportJob.Status.SUCCEEDED, null)))
                .isTrue();
        assertThat(jobs.takeUp(NOW.plusSeconds(600), NOW.plusSeconds(630))).isEmpty();
    }

    @Test
    void remembersWhereASkuWasSeenFirst() {
        jobs.firstSeen("job_1", Map.of("A", 1L, "B", 2L));

        assertThat(jobs.firstSeen("job_1", Map.of("A", 7L, "B", 2L, "C", 8L)))
                .isEqualTo(Map.of("A", 1L, "B", 2L, "C", 8L));
        assertThat(jobs.firstSeen("job_2", Map.of("A", 7L))).isEqualTo(Map.of("A", 7L));
    }

    private static ByteArrayInputStream upload(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }
}
