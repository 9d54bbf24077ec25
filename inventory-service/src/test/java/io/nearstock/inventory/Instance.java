package io.nearstock.inventory;

import static com.mongodb.MongoClientSettings.getDefaultCodecRegistry;
import static org.bson.codecs.configuration.CodecRegistries.fromProviders;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.client.MongoDatabase;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.testkit.simulation.Crash;
import io.nearstock.testkit.simulation.Simulation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the service without web, broker and background threads: a test decides when what happens. */
public final class Instance implements AutoCloseable {

    /** Looked for once: some tests start hundreds of instances. */
    private static final Class<?>[] PARTS = parts();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Instance(MongoDatabase database, Clock clock, Trouble trouble, HoldSettings settings, Patience patience) {
        context.registerBean(MongoDatabase.class, () -> trouble.in(withCodecs(database)));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(HoldSettings.class, () -> settings);
        context.registerBean(Patience.class, () -> patience);
        context.registerBean(
                PromiseSettings.class, () -> new PromiseSettings(LocalTime.of(14, 0), ZoneOffset.UTC, 500));
        context.registerBean(PlanningSettings.class, () -> PlanningSettings.DEFAULTS);
        context.registerBean(BreakSettings.class, () -> new BreakSettings(Duration.ZERO));
        context.registerBean(Distances.class, GreatCircle::new);
        context.registerBean(OutboxRelay.class, OutboxRelay::asleep);
        context.registerBean(
                OutboxEntries.class,
                () -> OutboxEntries.untraced(JsonMapper.builder().build()));
        context.registerBean(Levels.class);
        context.register(PARTS);
    }

    private Instance started() {
        context.refresh();
        return this;
    }

    public static Instance of(MongoDatabase database, Clock clock) {
        return of(database, clock, Trouble.none());
    }

    public static Instance of(MongoDatabase database, Clock clock, Trouble trouble) {
        var instance = new Instance(database, clock, trouble, HoldSettings.DEFAULTS, CompletableFuture::join);
        instance.context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        return instance.started();
    }

    /** One whose tasks run in a simulation, where others have their turn while one waits. */
    public static Instance simulated(MongoDatabase database, Clock clock) {
        return new Instance(database, clock, Trouble.none(), HoldSettings.DEFAULTS, Instance::letOthersRun).started();
    }

    private static <T> T letOthersRun(CompletableFuture<T> turn) {
        while (!turn.isDone()) {
            try {
                Simulation.step();
            } catch (Crash _) {
                // who dies while it waits says so at its next step
            }
        }
        return turn.join();
    }

    public static MongoDatabase withCodecs(MongoDatabase database) {
        return database.withCodecRegistry(codecs());
    }

    public static CodecRegistry codecs() {
        return fromRegistries(fromProviders(new InventoryCodecs()), getDefaultCodecRegistry());
    }

    private static Class<?>[] parts() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.addExcludeFilter(
                new RegexPatternTypeFilter(
                        Pattern.compile(
                                ".*(Controller|Application|Tests|IT|LevelAnnouncements|Topics|Bookkeeping|AuditPatrol|Access)(\\$.*)?")));
        scanner.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile("io\\.nearstock\\.inventory\\.(partner|tender|forecast)\\..*")));
        return scanner.findCandidateComponents("io.nearstock.inventory").stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), Instance.class.getClassLoader()))
                .toArray(Class<?>[]::new);
    }

    public <T> T the(Class<T> part) {
        return context.getBean(part);
    }

    public void open(String hubId, String name, Position position) {
        the(Hubs.class).add(new Hub(hubId, name, position, null, null, null, null, null, null, 1));
    }

    public StockRow row(String sku, String hubId) {
        return the(Stock.class).rows(java.util.List.of(StockRow.id(sku, hubId))).getFirst();
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the instance has published last, by row. */
    public static final class Levels implements Function<StockRow, CompletableFuture<Void>> {

        public final ConcurrentHashMap<String, StockRow> last = new ConcurrentHashMap<>();

        @Override
        public CompletableFuture<Void> apply(StockRow row) {
            last.merge(row.id(), row, (known, next) -> next.seq() > known.seq() ? next : known);
            return CompletableFuture.completedFuture(null);
        }
    }
}
