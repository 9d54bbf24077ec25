package io.nearstock.local.sandbox.mail;

import io.nearstock.local.sandbox.AppendOnlyFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every mail ever received. Memory holds only where each one stands in the file. */
@Component
final class Mailbox implements AutoCloseable {

    private final ConcurrentMap<String, List<Long>> byRecipient = new ConcurrentHashMap<>();
    private final List<Long> all = new ArrayList<>();
    private final AppendOnlyFile file;
    private final JsonMapper json;

    Mailbox(MailSettings settings, JsonMapper json) {
        this.json = json;
        file = new AppendOnlyFile(settings.file());
        file.forEach((position, line) -> index(json.readValue(line, ReceivedMail.class), position));
    }

    synchronized void add(ReceivedMail mail) {
        index(mail, file.append(json.writeValueAsString(mail)));
    }

    private void index(ReceivedMail mail, long position) {
        byRecipient.computeIfAbsent(lower(mail.to()), _ -> new ArrayList<>()).add(position);
        all.add(position);
    }

    /** The newest mails to an address, oldest first; letter case does not matter. */
    List<ReceivedMail> to(String address, int limit) {
        return read(byRecipient.getOrDefault(lower(address), List.of()), limit);
    }

    List<ReceivedMail> newest(int limit) {
        return read(all, limit);
    }

    private List<ReceivedMail> read(List<Long> positions, int limit) {
        return last(positions, limit).stream()
                .map(position -> json.readValue(file.read(position), ReceivedMail.class))
                .toList();
    }

    private synchronized List<Long> last(List<Long> positions, int limit) {
        return List.copyOf(positions.subList(Math.max(0, positions.size() - limit), positions.size()));
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
