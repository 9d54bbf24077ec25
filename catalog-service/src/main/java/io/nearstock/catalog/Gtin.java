package io.nearstock.catalog;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A trade item number of 8, 12, 13 or 14 digits whose last is right (GS1 General Specifications, section 7.9.1). */
@Target(FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Gtin.CheckDigit.class)
public @interface Gtin {

    String message() default "must be a GTIN of 8, 12, 13 or 14 digits, the last of which is its check digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** From the right, the check digit first, digits count once and thrice in turn; the sum ends in 0. */
    final class CheckDigit implements ConstraintValidator<Gtin, String> {

        private static final Pattern DIGITS = Pattern.compile("\\d{8}|\\d{12,14}");

        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || isRight(number);
        }

        static boolean isRight(String number) {
            if (!DIGITS.matcher(number).matches()) {
                return false;
            }
            int sum = 0;
            for (int place = 0; place < number.length(); place++) {
                var digit = number.charAt(number.length() - 1 - place) - '0';
                sum += place % 2 == 0 ? digit : 3 * digit;
            }
            return sum % 10 == 0;
        }
    }
}
