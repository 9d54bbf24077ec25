package io.nearstock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractCoverageTests {

    @Test
    void asksTheProducerAndEachConsumerForATest() {
        var producer = new ContractCoverage("order-service", Set.of(), Set.of());
        var consumer = new ContractCoverage("notification-service", Set.of(), Set.of("order.confirmed"));

        assertThat(producer.missing()).contains("no test of order-service is marked @Produces(\"order.confirmed\")");
        assertThat(consumer.missing())
                .contains("no test of notification-service is marked @Consumes(\"order.cancelled\")")
                .noneMatch(missing -> missing.contains("order.confirmed"));
    }

    @Test
    void readsTheMarksOfTests() {
        assertThat(ContractCoverage.in("io.nearstock.testkit").produced()).contains("order.placed");
    }

    @Produces("order.placed")
    void marked() {}
}
