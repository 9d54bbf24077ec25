package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.local.DemoUser;
import io.nearstock.local.launcher.local.JsonFile;
import io.nearstock.local.launcher.local.LocalState;
import io.nearstock.local.launcher.local.LocalState.Service;
import io.nearstock.local.launcher.local.LocalState.User;
import io.nearstock.local.launcher.local.Secrets;
import io.nearstock.local.launcher.part.Addresses;
import io.nearstock.local.launcher.process.ProcessRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps local.json true: there, and right, as long as something runs. */
final class StateFile {

    private StateFile() {}

    static void update(Stack stack) {
        var file = new JsonFile<>(stack.home().local(), LocalState.class);
        var running = stack.registry().running();
        if (running.isEmpty()) {
            file.delete();
        } else {
            file.write(state(stack.addresses(), running, stack.secrets()));
        }
    }

    static LocalState state(Addresses addresses, List<ProcessRecord> running, Secrets secrets) {
        return new LocalState(
                addresses.gateway(),
                addresses.mailbox().orElse(null),
                addresses.payments(),
                services(addresses, running),
                users(secrets));
    }

    private static Map<String, Service> services(Addresses addresses, List<ProcessRecord> running) {
        var byPart = running.stream()
                .collect(Collectors.groupingBy(
                        started -> started.part().partName(), LinkedHashMap::new, Collectors.toList()));
        var services = new LinkedHashMap<String, Service>();
        byPart.forEach((name, instances) -> services.put(name, service(addresses, instances)));
        return services;
    }

    private static Service service(Addresses addresses, List<ProcessRecord> instances) {
        var endpoints = instances.stream()
                .map(started -> new LocalState.Endpoint(addresses.of(started.instance()), started.pid()))
                .toList();
        return new Service(endpoints.getFirst().url(), endpoints.getFirst().pid(), endpoints);
    }

    private static Map<String, User> users(Secrets secrets) {
        var users = new LinkedHashMap<String, User>();
        DemoUser.ALL.forEach(user -> users.put(user.name(), new User(user.name(), secrets.password(user.name()))));
        return users;
    }
}
