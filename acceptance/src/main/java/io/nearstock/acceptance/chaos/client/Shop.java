package io.nearstock.acceptance.chaos.client;

import io.nearstock.acceptance.shop.Good;
import io.nearstock.acceptance.shop.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * People and goods of one run.
 *
 * @param plenty goods that do not run out
 * @param scarce goods that do
 * @param untouched a good that only nonsense is ordered of
 * @param buyers by name, staff among them
 */
public record Shop(List<Good> plenty, List<Good> scarce, Good untouched, Map<String, Buyer> buyers) {

    public static final String STAFF = "staff";
    public static final String REFUSED = "refused";

    public static Shop open(World world, int people) {
        var buyers = new LinkedHashMap<String, Buyer>();
        buyers.put(STAFF, Buyer.staff(world));
        buyers.put(REFUSED, Buyer.customer(world, REFUSED));
        IntStream.range(0, people)
                .mapToObj(i -> "buyer-" + i)
                .forEach(name -> buyers.put(name, Buyer.customer(world, name)));
        return new Shop(goods(world, 6, 100_000), goods(world, 3, 25), world.newGood(999, 50), Map.copyOf(buyers));
    }

    private static List<Good> goods(World world, int count, int stock) {
        return IntStream.range(0, count)
                .mapToObj(i -> world.newGood(1250 + i, stock))
                .toList();
    }

    /** One of plenty, for anybody, under a key of its own. */
    public Intent someOrder() {
        var goods = Map.of(plenty.getFirst().sku(), 1);
        return Intent.order(UUID.randomUUID().toString(), Intent.Kind.ORDER, people().getFirst(), goods, "tok_visa");
    }

    /** Those who may order, in an order that a seed can choose from. */
    List<String> people() {
        return buyers.keySet().stream()
                .filter(name -> name.startsWith("buyer-"))
                .sorted()
                .toList();
    }

    public List<String> accounts() {
        return buyers.values().stream()
                .filter(buyer -> !buyer.name().equals(STAFF))
                .map(Buyer::accountId)
                .toList();
    }
}
