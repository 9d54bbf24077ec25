package io.nearstock.order;

import static com.mongodb.MongoClientSettings.getDefaultCodecRegistry;
import static org.bson.codecs.configuration.CodecRegistries.fromProviders;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.order.placement.Placing;
import io.nearstock.order.sweep.Sweeping;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the service without web, broker, network and threads: all its steps, with a simulated world around. */
final class SimulatedInstance {

    private static final SweepSettings SWEEP = new SweepSettings(
            Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60));
    private static final Pattern OUTSIDE = Pattern.compile(
            ".*(Controller|Application|Tests|IT|Test|Topic|Access|Neighbours|\\.Sweep|SandboxPayments|ProviderHttp|CallbackSignature|Aside)(\\$.*)?");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Clock clock;

    SimulatedInstance(
            SimulatedDatabase database,
            SimulatedStock stock,
            SimulatedPromotion promotion,
            SimulatedBank bank,
            Clock clock) {
        this.clock = clock;
        context.registerBean(MongoDatabase.class, database::database);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(InventoryClient.class, () -> stock);
        context.registerBean(CatalogClient.class, () -> promotion);
        context.registerBean(AccountsClient.class, () -> SimulatedInstance::noAddress);
        context.registerBean(PaymentProvider.class, () -> bank);
        context.registerBean(PaymentTerms.class, () -> OrderFixtures.TERMS);
        context.registerBean(SweepSettings.class, () -> SWEEP);
        context.registerBean(Aside.class, AtOnce::new);
        context.registerBean(CircuitBreakerRegistry.class, SimulatedInstance::closedForEver);
        context.registerBean(OutboxRelay.class, OutboxRelay::asleep);
        context.registerBean(
                OutboxEntries.class,
                () -> OutboxEntries.untraced(JsonMapper.builder().build()));
        Placing.settings(context);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(OUTSIDE));
        scanner.scan("io.nearstock.order");
        context.refresh();
    }

    static CodecRegistry codecs() {
        return fromRegistries(fromProviders(new OrderStatusCodec.Provider()), getDefaultCodecRegistry());
    }

    AnnotationConfigApplicationContext context() {
        return context;
    }

    Orders orders() {
        return context.getBean(Orders.class);
    }

    Instant now() {
        return clock.instant();
    }

    Settlement settlement() {
        return context.getBean(Settlement.class);
    }

    void sweep() {
        Sweeping.sweep(context, clock.instant(), clock.instant().plus(SWEEP.lease()));
    }

    private static AccountsClient.AddressAnswer noAddress(String account, String label) {
        throw new UnsupportedOperationException(account + " has no " + label);
    }

    /** A breaker that opens by the real clock would tell a seed's story otherwise each time. */
    private static CircuitBreakerRegistry closedForEver() {
        var breakers = CircuitBreakerRegistry.ofDefaults();
        List.of("inventory-service", "catalog-service", "account-service")
                .forEach(name -> breakers.circuitBreaker(name).transitionToDisabledState());
        return breakers;
    }

    /** What others would do beside is done here and now, so that the scheduler alone decides who is next. */
    private static final class AtOnce extends Aside {

        @Override
        public <T> Future<T> run(Callable<T> work) {
            try {
                return CompletableFuture.completedFuture(work.call());
            } catch (Exception failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }
    }
}
