package io.nearstock.chassis.web;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Makes {@link Idempotent} work where there is a database. */
@AutoConfiguration(after = {WebChassisAutoConfiguration.class, MongoChassisAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(MongoDatabase.class)
@EnableConfigurationProperties(IdempotencySettings.class)
public class IdempotencyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    IdempotencyKeys idempotencyKeys(MongoDatabase database, IdempotencySettings settings, Clock clock) {
        return new IdempotencyKeys(database, settings, clock);
    }

    /** Behind the security filters, so that the principal is known and strangers write nothing. */
    @Bean
    @ConditionalOnMissingBean(name = "idempotencyFilter")
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            IdempotencyKeys keys,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            ProblemWriter writer,
            Environment environment) {
        var filter = new FilterRegistrationBean<>(
                new IdempotencyFilter(handlers, keys, problems, writer, Sabotage.of(environment, "idempotency-check")));
        filter.setOrder(-20);
        return filter;
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService idempotencyKeysCleaner(IdempotencyKeys keys) {
        var cleaner = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("idempotency-keys").factory());
        Runnable clean = () -> {
            try {
                keys.deleteExpired();
            } catch (RuntimeException away) {
                LoggerFactory.getLogger(IdempotencyKeys.class).warn("expired keys stay for another hour", away);
            }
        };
        var _ = cleaner.scheduleWithFixedDelay(clean, 60, 60, TimeUnit.MINUTES);
        return cleaner;
    }
}
