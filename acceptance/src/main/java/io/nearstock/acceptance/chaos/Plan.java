package io.nearstock.acceptance.chaos;

import io.nearstock.acceptance.chaos.audit.Poison;
import io.nearstock.acceptance.chaos.fault.BrokerDisk;
import io.nearstock.acceptance.chaos.fault.Fault;
import io.nearstock.acceptance.chaos.fault.FaultProxy;
import io.nearstock.acceptance.chaos.fault.MessageFaults;
import io.nearstock.acceptance.chaos.fault.NetworkFaults;
import io.nearstock.acceptance.chaos.fault.ProcessFaults;
import io.nearstock.acceptance.stack.Processes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Every fault once, in an order that follows from the seed; the worst comes last. */
final class Plan {

    private Plan() {}

    static List<Fault> of(
            Options options,
            Processes processes,
            FaultProxy network,
            Poison poison,
            String broker,
            Optional<BrokerDisk> disk) {
        var random = new Random(options.seed());
        var faults = new ProcessFaults(processes);
        var messages = new MessageFaults(faults, processes, poison, broker);
        var plan = new ArrayList<>(faults.kills(random));
        plan.addAll(faults.pauses());
        plan.addAll(faults.rollingRestarts());
        plan.addAll(new NetworkFaults(network).all());
        plan.add(faults.registryAway());
        plan.add(messages.poisoned());
        plan.add(messages.rewound());
        disk.ifPresent(small -> plan.add(small.full(processes)));
        Collections.shuffle(plan, random);
        plan.add(faults.everything());
        return plan.stream().filter(fault -> options.wants(fault.name())).toList();
    }
}
