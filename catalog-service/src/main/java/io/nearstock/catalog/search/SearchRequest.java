package io.nearstock.catalog.search;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.catalog.AskedCurrency;
import io.nearstock.chassis.web.UnmetRequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a shopper asks for. Whatever is not understood is refused: a filter that is dropped in silence misleads. */
record SearchRequest(
        @Nullable String words,
        Set<String> categories,
        Set<String> brands,
        Map<String, Set<String>> attributes,
        @Nullable String currency,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        @Nullable Double minRating,
        boolean onOffer,
        boolean inStock,
        @Nullable GeoPoint near,
        @Nullable Double radiusKm,
        SortOrder order) {

    private static final Set<String> SINGLE = Set.of(
            "q",
            AskedCurrency.PARAMETER,
            "minPrice",
            "maxPrice",
            "minRating",
            "onOffer",
            "inStock",
            "near",
            "radiusKm",
            "sort",
            "limit",
            "cursor");
    private static final Set<String> REPEATABLE = Set.of("category", "brand");
    private static final String ATTRIBUTE = "attr.";
    private static final double HALF_THE_EARTH_KM = 20_038;

    /**
     * Reads query parameters.
     *
     * @throws UnmetRequestException 400
     */
    static SearchRequest of(Map<String, List<String>> parameters) {
        parameters.forEach(SearchRequest::check);
        var words = parse(parameters, "q", SearchRequest::words);
        var near = parse(parameters, "near", SearchRequest::point);
        var radius = parse(parameters, "radiusKm", Double::valueOf);
        if (radius != null && (near == null || !(radius > 0 && radius <= HALF_THE_EARTH_KM))) {
            throw invalid("radiusKm", "The radius is a number of kilometres and needs near.");
        }
        var order = parse(parameters, "sort", text -> SortOrder.of(text).orElseThrow());
        if (order == SortOrder.DISTANCE && near == null) {
            throw invalid("sort", "Results are sorted by their distance from near.");
        }
        return new SearchRequest(
                words,
                values(parameters, "category"),
                values(parameters, "brand"),
                attributes(parameters),
                AskedCurrency.of(first(parameters, AskedCurrency.PARAMETER)),
                parse(parameters, "minPrice", SearchRequest::price),
                parse(parameters, "maxPrice", SearchRequest::price),
                parse(parameters, "minRating", SearchRequest::stars),
                Boolean.TRUE.equals(parse(parameters, "onOffer", SearchRequest::bool)),
                Boolean.TRUE.equals(parse(parameters, "inStock", SearchRequest::bool)),
                near,
                radius,
                order == null ? SortOrder.RELEVANCE : order);
    }

    /** Where stock counts; without a radius all the earth is near. */
    @Nullable
    Vicinity vicinity() {
        return near == null ? null : new Vicinity(near, radiusKm == null ? HALF_THE_EARTH_KM : radiusKm);
    }

    /** Somebody who says how far is near wants what is there. */
    boolean wantsStock() {
        return inStock || radiusKm != null;
    }

    /** Without words nothing is more relevant than anything else. */
    SortOrder effectiveOrder() {
        return order == SortOrder.RELEVANCE && words == null ? SortOrder.NEWEST : order;
    }

    private static void check(String name, List<String> values) {
        var repeatable =
                REPEATABLE.contains(name) || (name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length());
        if (!repeatable && !SINGLE.contains(name)) {
            throw new UnmetRequestException(BAD_REQUEST, "unknown_parameter", name, "This parameter is not known.");
        }
        if (!repeatable && values.size() > 1) {
            throw invalid(name, "This parameter is given once.");
        }
    }

    private static <T> @Nullable T parse(
            Map<String, List<String>> parameters, String name, Function<String, @Nullable T> parser) {
        var value = first(parameters, name);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (RuntimeException _) {
            throw invalid(name, hint(name));
        }
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.get(name);
        return values == null ? null : values.getFirst();
    }

    private static String hint(String name) {
        return switch (name) {
            case "near" -> "A place is written latitude,longitude, in degrees.";
            case "sort" -> "Results are sorted by one of " + String.join(", ", SortOrder.parameters()) + ".";
            case "q" -> "Words to search for are at most 200 characters.";
            case "minRating" -> "This is a number of stars from 1 to 5.";
            case "inStock", "onOffer" -> "This is true or false.";
            default -> "This value cannot be read.";
        };
    }

    private static @Nullable String words(String text) {
        if (text.length() > 200) {
            throw new IllegalArgumentException();
        }
        return text.isBlank() ? null : text.strip();
    }

    private static Long price(String text) {
        var price = Long.valueOf(text);
        if (price < 0) {
            throw new IllegalArgumentException();
        }
        return price;
    }

    private static Double stars(String text) {
        var stars = Double.valueOf(text);
        if (!(stars >= 1 && stars <= 5)) {
            throw new IllegalArgumentException();
        }
        return stars;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static GeoPoint point(String text) {
        var numbers = text.split(",", -1);
        var point = new GeoPoint(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
        if (numbers.length != 2 || !(Math.abs(point.latitude()) <= 90) || !(Math.abs(point.longitude()) <= 180)) {
            throw new IllegalArgumentException();
        }
        return point;
    }

    private static Set<String> values(Map<String, List<String>> parameters, String name) {
        return new TreeSet<>(parameters.getOrDefault(name, List.of()));
    }

    private static Map<String, Set<String>> attributes(Map<String, List<String>> parameters) {
        var attributes = new TreeMap<String, Set<String>>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), new TreeSet<>(values));
            }
        });
        return attributes;
    }

    private static UnmetRequestException invalid(String name, String detail) {
        return new UnmetRequestException(BAD_REQUEST, "invalid_parameter", name, detail);
    }
}
