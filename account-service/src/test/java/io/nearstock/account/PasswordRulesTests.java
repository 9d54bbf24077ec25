package io.nearstock.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"a kettle of tea", "12 small ducks", "пароль и чайник", "🫖🫖🫖🫖🫖🫖🫖🫖"})
    void takeWhatIsLongEnoughWhateverItIsMadeOf(String password) {
        assertThat(rules.objection(password, "ada.lovelace", "ada@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seven77",
                "🫖🫖🫖🫖",
                "password",
                "PassWord123",
                "Ada.Lovelace",
                "ada.lovelace1",
                "!ada.lovelace!",
                "Nearstock26",
                "ｐａｓｓｗｏｒｄ",
                "ada@EXAMPLE.com",
                "countess"
            })
    void refuseWhatIsShortOrTriedFirst(String password) {
        assertThat(rules.objection(
                        password, "ada.lovelace", password.equals("countess") ? "countess@x.org" : "ada@example.com"))
                .isPresent();
    }

    @Test
    void takeALongPhraseButNoBook() {
        assertThat(rules.objection("tea ".repeat(32), "ada", "ada@example.com")).isEmpty();
        assertThat(rules.objection("tea ".repeat(65), "ada", "ada@example.com")).isPresent();
    }
}
