package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An advance shipping notice (ASN), or all of an order's together: their lines one after the other.
 *
 * @param reference of the supplier or its carrier; the first one's
 * @param parts which lines each notice has; null where there is only one
 * @param seen where the goods were on their way, in the order in which that was said; null while nothing is
 */
public record Notice(
        List<NoticeLine> lines,
        @Nullable String reference,
        Instant at,
        @Nullable List<Part> parts,
        @Nullable List<Sighting> seen) {

    /** So many sightings are kept, the last ones. */
    private static final int MOST_SEEN = 200;

    /** One notice, with so many lines. */
    public record Part(@Nullable String reference, Instant at, int lines) {}

    /**
     * One lot of it.
     *
     * @param serials of single units, where they have them
     * @param codes a signed authenticity code for each serial, or one for the lot
     */
    public record NoticeLine(
            String sku,
            int quantity,
            @Nullable String lot,
            @Nullable LocalDate expiresOn,
            List<String> serials,
            List<String> codes) {

        private NoticeLine unsigned() {
            return new NoticeLine(sku, quantity, lot, expiresOn, serials, List.of());
        }
    }

    public static Notice of(List<NoticeLine> lines, @Nullable String reference, Instant at) {
        return new Notice(lines, reference, at, null, null);
    }

    Notice and(Notice later) {
        var all = Stream.concat(lines.stream(), later.lines().stream()).toList();
        var each = Stream.concat(said(), later.said()).toList();
        return new Notice(all, reference, at, each, seen);
    }

    private Stream<Part> said() {
        return parts == null ? Stream.of(new Part(reference, at, lines.size())) : parts.stream();
    }

    List<Sighting> sightings() {
        return seen == null ? List.of() : seen;
    }

    /** All that are kept, with one more. */
    List<Sighting> sightingsWith(Sighting said) {
        var all = Stream.concat(sightings().stream(), Stream.of(said)).toList();
        return all.subList(Math.max(0, all.size() - MOST_SEEN), all.size());
    }

    public boolean hasPart(String reference) {
        return said().anyMatch(part -> reference.equals(part.reference()));
    }

    /** As they were said, the earliest first. */
    List<Notice> each() {
        var notices = new ArrayList<Notice>();
        var from = 0;
        for (var part : said().toList()) {
            notices.add(of(lines.subList(from, from + part.lines()), part.reference(), part.at()));
            from += part.lines();
        }
        return notices;
    }

    /** Whether it says the same, whenever that was. */
    boolean saysWhat(Notice other) {
        return Objects.equals(reference, other.reference) && unsigned().equals(other.unsigned());
    }

    private List<NoticeLine> unsigned() {
        return lines.stream().map(NoticeLine::unsigned).toList();
    }

    /** How many units of a product. */
    int units(String sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(NoticeLine::quantity)
                .sum();
    }

    public int codes() {
        return lines.stream().mapToInt(line -> line.codes().size()).sum();
    }

    /** Of which lot a unit is announced to be. */
    public Optional<String> lotOf(String sku, String serial) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku) && line.serials().contains(serial))
                .flatMap(line -> Stream.ofNullable(line.lot()))
                .findFirst();
    }

    public boolean announces(String sku, String serial) {
        return lines.stream()
                .anyMatch(line -> line.sku().equals(sku) && line.serials().contains(serial));
    }
}
