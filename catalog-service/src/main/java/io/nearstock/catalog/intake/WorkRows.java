package io.nearstock.catalog.intake;

import io.nearstock.catalog.Edit;
import io.nearstock.catalog.intake.ApplyRows.Applied;
import io.nearstock.catalog.intake.ImportJob.Phase;
import io.nearstock.catalog.intake.ImportJob.Tally;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks a batch of rows, notes what is wrong, and applies the others when it is time to. Again is harmless. */
@Component
final class WorkRows {

    private static final Applied NOTHING = new Applied(0, 0, 0);

    private final ImportJobs jobs;
    private final CheckRows checkProducts;
    private final ApplyRows applyProducts;
    private final CheckPrices checkPrices;
    private final ApplyPrices applyPrices;
    private final Clock clock;

    WorkRows(
            ImportJobs jobs,
            CheckRows checkProducts,
            ApplyRows applyProducts,
            CheckPrices checkPrices,
            ApplyPrices applyPrices,
            Clock clock) {
        this.jobs = jobs;
        this.checkProducts = checkProducts;
        this.applyProducts = applyProducts;
        this.checkPrices = checkPrices;
        this.applyPrices = applyPrices;
        this.clock = clock;
    }

    Tally work(ImportJob job, List<Row> batch) {
        return switch (job.kind()) {
            case PRODUCTS -> products(job, batch);
            case PRICES -> prices(job, batch);
        };
    }

    private Tally products(ImportJob job, List<Row> batch) {
        var checked = checkProducts.check(job, batch);
        jobs.addErrors(job.id(), checked.errors());
        var applied = job.phase() == Phase.CHECKING
                ? NOTHING
                : applyProducts.apply(checked.good().values(), edit(job));
        return tally(batch, checked.failed(), applied);
    }

    private Tally prices(ImportJob job, List<Row> batch) {
        var checked = checkPrices.check(job, batch);
        jobs.addErrors(job.id(), checked.errors());
        var applied = job.phase() == Phase.CHECKING
                ? NOTHING
                : applyPrices.apply(checked.good().values(), job.createdAt(), edit(job));
        return tally(batch, checked.failed(), applied);
    }

    private Edit edit(ImportJob job) {
        return new Edit(job.actor(), job.id(), clock.instant());
    }

    private static Tally tally(List<Row> batch, long failed, Applied applied) {
        return new Tally(batch.size(), failed, applied.created(), applied.changed(), applied.unchanged());
    }
}
