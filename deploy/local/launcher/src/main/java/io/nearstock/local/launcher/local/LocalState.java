package io.nearstock.local.launcher.local;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of local.json, by which tools and black-box tests find a running stack.
 *
 * @param mailbox none where a real mail server takes the mails
 * @param services every process by the name of its part, the gateway and the stand-ins too
 */
public record LocalState(
        String gateway,
        @Nullable String mailbox,
        String payments,
        Map<String, Service> services,
        Map<String, User> users) {

    /** The first instance's address and process, and all of them. */
    public record Service(String url, long pid, List<Endpoint> instances) {}

    public record Endpoint(String url, long pid) {}

    public record User(String login, String password) {}
}
