package io.nearstock.catalog;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.chassis.web.UnmetRequestException;
import org.jspecify.annotations.Nullable;

/** The query parameter of those who ask for prices as they pay them. */
public final class AskedCurrency {

    public static final String PARAMETER = "currency";

    private AskedCurrency() {}

    /**
     * What was asked for; null for the products' own.
     *
     * @throws UnmetRequestException 400 where there is no such currency, or none that amounts can be in
     */
    public static @Nullable String of(@Nullable String code) {
        if (code != null && !Money.isCurrency(code)) {
            throw new UnmetRequestException(
                    BAD_REQUEST,
                    "unknown_currency",
                    PARAMETER,
                    "There is no such currency: name one by ISO 4217, as EUR.");
        }
        return code;
    }
}
