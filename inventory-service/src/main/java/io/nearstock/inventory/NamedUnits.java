package io.nearstock.inventory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Units of a product of which somebody may say the serials; a serial is unique for its product. */
public interface NamedUnits {

    String sku();

    /** Of all the units; null where they have none, or nobody looked. */
    @Nullable
    List<String> serials();

    default List<String> numbers() {
        return Objects.requireNonNullElse(serials(), List.of());
    }

    /** Whether each of so many units has a serial of its own, if they have any. */
    default boolean namesEach(int units) {
        return numbers().isEmpty()
                || (numbers().size() == units && numbers().stream().distinct().count() == units);
    }

    /** Whether each serial of a product is there once; lines that are missing are told of elsewhere. */
    static boolean namesOnce(@Nullable List<? extends NamedUnits> lines) {
        if (lines == null) {
            return true;
        }
        var all = lines.stream()
                .filter(Objects::nonNull)
                .flatMap(line -> line.numbers().stream().map(number -> SerialUnit.id(line.sku(), number)))
                .toList();
        return all.stream().distinct().count() == all.size();
    }
}
