package io.nearstock.catalog.search;

import static java.util.stream.Collectors.toMap;

import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.ListPrice;
import io.nearstock.catalog.PriceList;
import io.nearstock.catalog.PriceLists;
import io.nearstock.catalog.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps the board as the database is. A list that has begun, ended or changed is read anew, and of the others the prices that
 * have been put in or taken out since; all of them before this instance is asked for anything, and again from time to time,
 * as one may be stored long after the moment that it says.
 */
@Component
final class FollowPriceLists implements Rounds.Worker {

    private static final int BATCH = 1000;

    /** So much may a price be stored later than it says, and clocks of instances differ. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private final PriceLists lists;
    private final PriceBoard board;
    private final CatalogSettings settings;
    private final Clock clock;
    private final Rounds rounds;
    private Map<String, PriceList> running = Map.of();
    private Instant seen;
    private Instant rereadAt;

    FollowPriceLists(PriceLists lists, PriceBoard board, CatalogSettings settings, Clock clock) {
        this.lists = lists;
        this.board = board;
        this.settings = settings;
        this.clock = clock;
        this.seen = clock.instant().minus(LATE);
        this.rereadAt = seen;
        this.rounds = new Rounds("price-lists", settings.remembered(), this::follow);
        follow();
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    /** What fails is read again in the next round. */
    synchronized void follow() {
        var now = clock.instant();
        var current =
                lists.running(now).stream().filter(list -> list.isFor(Set.of())).toList();
        var next = current.stream().collect(toMap(PriceList::id, Function.identity()));
        var touched = new HashMap<String, Set<String>>();
        var rereads = !now.isBefore(rereadAt);
        Stream.concat(running.values().stream(), current.stream())
                .filter(list -> rereads || !list.equals(running.get(list.id())) || !list.equals(next.get(list.id())))
                .forEach(list -> lists.forEachSku(list.id(), of(touched, list)::add));
        lists.changedSince(seen)
                .forEach(price -> Stream.ofNullable(next.get(price.listId()))
                        .forEach(list -> of(touched, list).add(price.sku())));
        touched.forEach((currency, skus) -> tell(currency, current, skus));
        running = next;
        seen = now.minus(LATE);
        rereadAt = rereads ? now.plus(settings.reread()) : rereadAt;
    }

    private Set<String> of(Map<String, Set<String>> touched, PriceList list) {
        return touched.computeIfAbsent(list.currencyOr(settings.currency()), _ -> new HashSet<>());
    }

    private void tell(String currency, List<PriceList> lists, Collection<String> skus) {
        var asked = lists.stream()
                .filter(list -> list.currencyOr(settings.currency()).equals(currency))
                .map(PriceList::id)
                .toList();
        var batch = new HashSet<String>();
        for (var sku : skus) {
            batch.add(sku);
            if (batch.size() == BATCH) {
                board.tell(currency, amounts(asked, batch));
                batch.clear();
            }
        }
        board.tell(currency, amounts(asked, batch));
    }

    private Map<String, Long> amounts(List<String> asked, Collection<String> skus) {
        var said = lists.prices(asked, skus).stream().collect(toMap(ListPrice::id, Function.identity()));
        var amounts = new HashMap<String, Long>();
        skus.forEach(sku -> amounts.put(
                sku,
                asked.stream()
                        .flatMap(list -> Stream.ofNullable(said.get(list + "/" + sku)))
                        .flatMap(price -> price.amount(1).stream())
                        .findFirst()
                        .orElse(0L)));
        return amounts;
    }
}
