package io.nearstock.inventory.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.inventory.InventoryTest;
import io.nearstock.inventory.Shop;
import io.nearstock.testkit.TestTokens;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A supplier's 50,000 offers with 100 bad ones, twice; docs/performance.md has the figures. The build does not run it:
 * {@code -Dtest=OfferUploadBenchmark}.
 */
@InventoryTest
class OfferUploadBenchmark {

    private static final int ROWS = 50_000;
    private static final int BAD = 100;

    private final Shop shop;

    OfferUploadBenchmark(Shop shop) {
        this.shop = shop;
    }

    @Test
    void appliesFiftyThousandRowsTwice() {
        var supplier = shop.body(shop.post("/api/suppliers", "{\"name\": \"Wholesaler\"}"))
                .path("id")
                .asString();
        var rows = IntStream.range(0, ROWS)
                .mapToObj(row -> row % (ROWS / BAD) == 7
                        ? "BULK-%05d,cheap,GBP,3".formatted(row)
                        : "BULK-%05d,100,GBP,3".formatted(row))
                .collect(Collectors.joining("\n", "sku,unitCost,currency,leadTimeDays\n", "\n"));

        var first = upload(supplier, rows);
        var second = upload(supplier, rows);

        assertThat(first.path("changed").asInt()).isEqualTo(ROWS - BAD);
        assertThat(first.path("failed").asInt()).isEqualTo(BAD);
        assertThat(second.path("changed").asInt()).isZero();
        assertThat(second.path("unchanged").asInt()).isEqualTo(ROWS - BAD);
    }

    private JsonNode upload(String supplier, String rows) {
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        var before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        pools.forEach(pool -> pool.resetPeakUsage());
        var began = System.nanoTime();
        var answer = shop.http()
                .put()
                .uri("/api/partner/offers")
                .header("Authorization", TestTokens.supplier(supplier))
                .contentType("text/csv")
                .content(rows)
                .exchange();
        assertThat(answer).hasStatus(202);
        var taken = System.nanoTime();
        var id = shop.body(answer).path("id").asString();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> job(supplier, id).path("status").asString().equals("succeeded"));
        var peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "taken in %d ms, applied in %.1f s; heap %d MB before, peaks of its pools %d MB%n",
                (taken - began) / 1_000_000, (System.nanoTime() - began) / 1e9, before >> 20, peak >> 20);
        return job(supplier, id);
    }

    private JsonNode job(String supplier, String id) {
        return shop.body(shop.http()
                .get()
                .uri("/api/partner/jobs/" + id)
                .header("Authorization", TestTokens.supplier(supplier))
                .exchange());
    }
}
