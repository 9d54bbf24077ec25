package io.nearstock.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells about themselves and may change.
 *
 * @param locale BCP 47, such as {@code en-GB}
 */
public record Profile(
        @Nullable @Size(min = 1, max = 80) String displayName,
        @NotNull @Size(max = 20) List<@NotNull @Valid Address> addresses,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 60) String> interests,

        @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String locale) {

    public static Profile named(@Nullable String displayName) {
        return new Profile(displayName, List.of(), List.of(), "en-GB");
    }

    public Optional<Address> address(String label) {
        return addresses.stream()
                .filter(address -> address.label().equalsIgnoreCase(label))
                .findFirst();
    }

    public boolean hasUniqueLabels() {
        var labels = addresses.stream().map(address -> address.label().toLowerCase(Locale.ROOT));
        return labels.distinct().count() == addresses.size();
    }
}
