package io.nearstock.acceptance.security.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a campaign.
 *
 * @param notReached operations that never answered with success
 */
record Report(
        long seed,
        int sent,
        Map<Integer, Integer> statuses,
        List<String> complaints,
        List<String> notReached,
        Duration slowest,
        Duration took) {

    int unavailable() {
        return statuses.getOrDefault(503, 0);
    }

    @Override
    public String toString() {
        return "fuzz: seed %d, %d requests in %d s, slowest %d ms, answers %s, complaints %d, never reached %s"
                .formatted(seed, sent, took.toSeconds(), slowest.toMillis(), statuses, complaints.size(), notReached);
    }
}
