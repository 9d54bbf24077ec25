package io.nearstock.catalog.intake;

import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;

/**
 * Why a row cannot be used. Public, as the database driver reads it by reflection.
 *
 * @param row counted from 1; a heading does not count
 * @param field empty where the whole row is meant
 */
public record RowError(long row, @Nullable String sku, String field, String code, String detail) {

    RowError(long row, String code, String detail) {
        this(row, null, "", code, detail);
    }

    static RowError of(long row, String sku, ConstraintViolation<?> violation) {
        return new RowError(row, sku, violation.getPropertyPath().toString(), code(violation), violation.getMessage());
    }

    private static String code(ConstraintViolation<?> violation) {
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (constraint) {
            case "NotBlank", "NotNull" -> "required";
            case "Positive" -> "not_positive";
            case "Gtin" -> "wrong_check_digit";
            case "Size", "Max" -> "too_large";
            case "Pattern" -> "malformed";
            default -> "invalid";
        };
    }
}
