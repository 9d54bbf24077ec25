package io.nearstock.chassis.messaging;

import static org.apache.kafka.clients.CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.nearstock.chassis.web.Sabotage;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service its messaging by being on its class path. No bean needs the broker to be there. */
@AutoConfiguration(after = KafkaAutoConfiguration.class, before = MongoHealthContributorAutoConfiguration.class)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingChassisAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    OutboxEntries outboxEntries(JsonMapper json, ObjectProvider<Tracer> tracer) {
        return new OutboxEntries(json, new Traceparent(tracer::getIfAvailable));
    }

    /** One for all that the service sends. It gives up within seconds: what waits, waits in the database. */
    @Bean
    @ConditionalOnMissingBean
    Producer<String, String> eventProducer(ProducerFactory<?, ?> boot) {
        var settings = new HashMap<>(boot.getConfigurationProperties());
        settings.put(ACKS_CONFIG, "all");
        settings.put(ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    @Bean
    Topics topics(
            KafkaAdmin boot,
            MessagingSettings settings,
            ObjectProvider<OutboxSource> sources,
            ObjectProvider<Subscription> subscriptions) {
        var client = new HashMap<>(boot.getConfigurationProperties());
        client.put(REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        client.put(DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        var topics = new Topics(client, settings);
        subscriptions.forEach(subscription -> topics.wantToRead(subscription.topic()));
        sources.forEach(source -> topics.wantToWrite(source.topic(), source.compacted()));
        return topics;
    }

    @Bean
    OutboxRelay outboxRelay(
            ObjectProvider<OutboxSource> sources,
            Producer<String, String> producer,
            MessagingSettings settings,
            @Value("${spring.application.name}") String application,
            Clock clock,
            MeterRegistry meters,
            Environment environment) {
        var workers = sources.stream()
                .map(source -> new OutboxWorker(source, producer, settings, "/" + application, clock))
                .toList();
        if (Sabotage.of(environment, "outbox-sweep")) {
            workers.forEach(OutboxWorker::neverSweep);
        }
        workers.forEach(worker -> TimeGauge.builder(
                        "nearstock.outbox.lag", () -> lag(worker, clock).toMillis(), TimeUnit.MILLISECONDS)
                .description("how long the oldest entry has waited that the last sweep met")
                .tag("collection", worker.source().name())
                .register(meters));
        return new OutboxRelay(workers);
    }

    @Bean
    EventPublisher eventPublisher(
            Producer<String, String> producer,
            Topics topics,
            MessagingSettings settings,
            OutboxEntries entries,
            @Value("${spring.application.name}") String application) {
        return new EventPublisher(producer, topics, settings, entries, "/" + application);
    }

    @Bean
    DeadLetters deadLetters(MongoDatabase database, MessagingSettings settings, Clock clock) {
        return new DeadLetters(database, settings, clock);
    }

    @Bean
    Subscriptions subscriptions(
            ObjectProvider<Subscription> subscriptions,
            ConsumerFactory<?, ?> boot,
            @Value("${spring.application.name}") String application,
            DeadLetters deadLetters,
            MessagingSettings settings,
            MeterRegistry meters,
            ObservationRegistry observations) {
        return new Subscriptions(
                subscriptions.stream().toList(),
                boot.getConfigurationProperties(),
                application,
                deadLetters,
                settings,
                meters,
                observations);
    }

    @Bean
    MessagingOperationsController messagingOperations(
            OutboxRelay relay, DeadLetters deadLetters, Subscriptions subscriptions) {
        return new MessagingOperationsController(relay, deadLetters, new Replay(subscriptions, deadLetters));
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaAdmin boot) {
        return new KafkaHealth(boot.getConfigurationProperties());
    }

    @Bean
    MongoHealth mongoHealthIndicator(MongoDatabase database) {
        return new MongoHealth(database);
    }

    private static Duration lag(OutboxWorker worker, Clock clock) {
        var oldest = worker.oldest();
        var now = clock.instant();
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }
}
