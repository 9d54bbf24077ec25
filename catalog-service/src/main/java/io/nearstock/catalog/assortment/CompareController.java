package io.nearstock.catalog.assortment;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.catalog.AskedCurrency;
import io.nearstock.catalog.assortment.CompareProducts.Comparison;
import io.nearstock.chassis.web.UnmetRequestException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CompareController {

    private static final int MOST = 10;

    private final CompareProducts compare;

    CompareController(CompareProducts compare) {
        this.compare = compare;
    }

    /**
     * Up to ten products side by side; ids that nobody knows are told beside the rest.
     *
     * @param currency in which prices are shown, as on a product's page; without it the products' own are
     */
    @GetMapping("/api/products/compare")
    Comparison compare(@RequestParam String ids, @RequestParam(required = false) @Nullable String currency) {
        return compare.compare(wanted(ids), AskedCurrency.of(currency));
    }

    private static List<String> wanted(String ids) {
        var wanted = Arrays.stream(ids.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new UnmetRequestException(
                    BAD_REQUEST, "invalid_parameter", "ids", "Name 1 to " + MOST + " products: ids=a,b.");
        }
        return wanted;
    }
}
