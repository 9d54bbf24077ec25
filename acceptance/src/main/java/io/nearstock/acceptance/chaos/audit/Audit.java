package io.nearstock.acceptance.chaos.audit;

import static java.util.stream.Collectors.toMap;

import io.nearstock.acceptance.chaos.client.Buyer;
import io.nearstock.acceptance.chaos.client.Journal;
import io.nearstock.acceptance.chaos.client.Shop;
import io.nearstock.acceptance.shop.Pause;
import io.nearstock.acceptance.shop.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Looks at everything that was stored, and says what must not be. */
public final class Audit {

    /** How long a read model may lag behind once everything else has come to rest. */
    private static final Duration CONVERGENCE = Duration.ofSeconds(10);

    private final World world;
    private final Shop shop;
    private final Journal journal;
    private final Poison poison;

    public Audit(World world, Shop shop, Journal journal, Poison poison) {
        this.world = world;
        this.shop = shop;
        this.journal = journal;
        this.poison = poison;
    }

    /**
     * Queues drain and sweeps finish meanwhile; what is still wrong then is wrong.
     *
     * @param patience how long at most
     */
    public List<Finding> onceQuiet(Duration patience) {
        var until = Instant.now().plus(patience);
        var findings = now();
        while (findings.stream().anyMatch(finding -> finding.invariant() != Invariant.I8)
                && Instant.now().isBefore(until)) {
            Pause.make();
            findings = now();
        }
        return converged(findings);
    }

    private List<Finding> converged(List<Finding> before) {
        var until = Instant.now().plus(CONVERGENCE);
        var findings = before;
        while (findings.stream().anyMatch(finding -> finding.invariant() == Invariant.I8)
                && Instant.now().isBefore(until)) {
            Pause.make();
            findings = now();
        }
        return findings;
    }

    public List<Finding> now() {
        return findings(evidence());
    }

    static List<Finding> findings(Evidence evidence) {
        return Check.ALL.stream().flatMap(check -> check.findings(evidence)).toList();
    }

    private Evidence evidence() {
        try (var stores = Stores.of(world.stack())) {
            return new Evidence(
                    journal.entries(),
                    new HashSet<>(shop.accounts()),
                    shop.untouched().sku(),
                    stores.all("orders", "orders"),
                    stores.all("inventory", "holds"),
                    stores.all("inventory", "stock"),
                    stores.all("inventory", "movements"),
                    stores.all("notification", "notifications"),
                    stores.all("recommendation", "stockLevels"),
                    stores.all("recommendation", "baskets"),
                    world.wholeLedger(),
                    shop.buyers().values().stream().flatMap(this::mails).toList(),
                    stores.events(),
                    stores.waiting(),
                    stores.deadLetters(),
                    poison.planted(),
                    inStock());
        }
    }

    private Stream<JsonNode> mails(Buyer buyer) {
        return buyer.email().isEmpty() ? Stream.empty() : world.mailsTo(buyer.email()).stream();
    }

    private Map<String, Boolean> inStock() {
        return Stream.of(shop.plenty(), shop.scarce())
                .flatMap(List::stream)
                .collect(toMap(good -> good.sku(), good -> isInStock(good.sku())));
    }

    private boolean isInStock(String sku) {
        var found = world.everybody()
                .get("/api/products?inStock=true&limit=50&q=" + sku)
                .is(200);
        return World.items(found.body().path("items"))
                .anyMatch(item -> item.path("sku").asString().equals(sku));
    }
}
