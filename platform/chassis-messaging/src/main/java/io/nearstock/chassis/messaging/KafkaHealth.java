package io.nearstock.chassis.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the broker answers, asked at every check. */
final class KafkaHealth extends AbstractHealthIndicator implements AutoCloseable {

    /** With the database's it leaves an answer in less than two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private final Map<String, Object> client;
    private @Nullable Admin admin;

    KafkaHealth(Map<String, Object> client) {
        super("the broker does not answer");
        this.client = client;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        var nodes = admin().describeCluster(options).nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        health.up().withDetail("nodes", nodes.size());
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(client);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
