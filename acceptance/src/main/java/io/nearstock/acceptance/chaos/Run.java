package io.nearstock.acceptance.chaos;

import io.nearstock.acceptance.chaos.audit.Audit;
import io.nearstock.acceptance.chaos.audit.Finding;
import io.nearstock.acceptance.chaos.audit.Poison;
import io.nearstock.acceptance.chaos.client.Client;
import io.nearstock.acceptance.chaos.client.Journal;
import io.nearstock.acceptance.chaos.client.Load;
import io.nearstock.acceptance.chaos.client.Shop;
import io.nearstock.acceptance.chaos.fault.Fault;
import io.nearstock.acceptance.shop.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People order, things break one after the other, then it is quiet and the auditor looks. */
public final class Run implements AutoCloseable {

    private static final int PEOPLE = 6;

    private final Shop shop;
    private final Journal journal;
    private final Client client;
    private final Load load;
    private final Audit audit;
    private final Duration calm;
    private final List<Episode> episodes = new ArrayList<>();

    /**
     * Opens the shop.
     *
     * @param file where the journal is written
     * @param calm before the first fault, and after each
     */
    public Run(World world, Path file, Poison poison, long seed, Duration calm) {
        this.shop = Shop.open(world, PEOPLE);
        this.journal = Journal.at(file);
        this.client = new Client(shop.buyers(), journal);
        this.load = new Load(shop, client, journal, new Random(seed));
        this.audit = new Audit(world, shop, journal, poison);
        this.calm = calm;
    }

    public Shop shop() {
        return shop;
    }

    public Client client() {
        return client;
    }

    /** Breaks and mends, one after the other, under load. */
    public void go(List<Fault> plan, double wishesPerSecond) throws InterruptedException {
        load.start(wishesPerSecond);
        Thread.sleep(calm);
        for (var fault : plan) {
            suffer(fault);
        }
        load.stop();
    }

    private void suffer(Fault fault) throws InterruptedException {
        var struck = Instant.now();
        System.out.printf("%tT  %s%n", struck.atZone(ZoneId.systemDefault()), fault.name());
        fault.strike().run();
        Thread.sleep(fault.lasts());
        fault.mend().run();
        var mended = Instant.now();
        Thread.sleep(calm);
        episodes.add(new Episode(fault.name(), fault.promise(), struck, mended, Instant.now()));
    }

    /** How people were served, fault by fault. */
    public List<Serving> servings() {
        var tries = client.tries();
        return episodes.stream().map(episode -> Serving.of(episode, tries)).toList();
    }

    /** Which promises about these faults were not kept. */
    public List<String> broken(Fault fault) {
        return servings().stream()
                .filter(serving -> serving.isOf(fault))
                .peek(System.out::println)
                .flatMap(Serving::broken)
                .toList();
    }

    /** Answers are fetched that nobody has, queues drain, then everything is looked at. */
    public List<Finding> audit(Duration patience) {
        load.resolve(patience);
        return audit.onceQuiet(patience);
    }

    /** What is wrong now, be it that it only takes a while. */
    public List<Finding> auditNow() {
        return audit.now();
    }

    public long wishes() {
        return journal.entries().size();
    }

    @Override
    public void close() {
        load.close();
        journal.close();
    }
}
