package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Invariant.I6;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** Who ordered hears of it once; a second copy is known by its Message-ID. */
final class MailCheck implements Check {

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.of(repeated(evidence), twoMails(evidence), unsent(evidence), untold(evidence))
                .flatMap(found -> found);
    }

    private static Stream<Finding> repeated(Evidence evidence) {
        return evidence.notifications().stream()
                .filter(notification -> Fact.text(notification, "subjectId").startsWith("ord_"))
                .collect(
                        groupingBy(note -> Fact.text(note, "kind") + " of " + Fact.text(note, "subjectId"), counting()))
                .entrySet()
                .stream()
                .filter(times -> times.getValue() > 1)
                .map(times -> new Finding(I6, "%s was recorded %d times".formatted(times.getKey(), times.getValue())));
    }

    /** The same subject, which names kind and order, under two Message-IDs. */
    private static Stream<Finding> twoMails(Evidence evidence) {
        return evidence.mails().stream()
                .filter(mail -> mail.path("subject").asString().contains("ord_"))
                .collect(groupingBy(
                        mail -> mail.path("subject").asString(),
                        mapping(mail -> mail.path("messageId").asString(), toSet())))
                .entrySet()
                .stream()
                .filter(ids -> ids.getValue().size() > 1)
                .map(ids -> new Finding(I6, "\"%s\" came as %s".formatted(ids.getKey(), ids.getValue())));
    }

    private static Stream<Finding> unsent(Evidence evidence) {
        return evidence.notifications().stream()
                .filter(note -> Fact.text(note, "status.name").equals("pending"))
                .map(note -> new Finding(I6, Fact.id(note) + " still waits"));
    }

    private static Stream<Finding> untold(Evidence evidence) {
        var sent = evidence.mails().stream()
                .map(mail -> mail.path("messageId").asString())
                .collect(toSet());
        return evidence.ourOrders().stream()
                .flatMap(order -> due(order).stream().map(kind -> "<" + Fact.id(order) + "." + kind + "@nearstock>"))
                .filter(mail -> !sent.contains(mail))
                .map(mail -> new Finding(I6, mail + " reached nobody"));
    }

    private static Set<String> due(Document order) {
        var happened = Fact.list(order, "history").stream()
                .map(happening -> Fact.text(happening, "type"))
                .collect(toSet());
        var due = new HashSet<String>();
        if (happened.contains("order.confirmed")) {
            due.add("order_confirmation");
        }
        if (happened.contains("order.cancelled")) {
            due.add("order_cancellation");
        }
        return due;
    }
}
