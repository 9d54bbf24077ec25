package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.AuthenticityCodes.Origin;
import io.nearstock.testkit.simulation.SimulatedDatabase;
import org.junit.jupiter.api.Test;

class AuthenticityCodesTests {

    private static final Origin ORIGIN = new Origin("sup_1", "po_1", "MUG", "L-7", null);

    private final SimulatedDatabase database = SimulatedDatabase.with(Instance.codecs());
    private final AuthenticityCodes codes = new AuthenticityCodes(database.database());

    @Test
    void tellsWhereGoodsComeFrom() {
        assertThat(codes.check(codes.sign(ORIGIN))).contains(ORIGIN);
    }

    @Test
    void isOneKeyForAllInstances() {
        assertThat(new AuthenticityCodes(database.database()).check(codes.sign(ORIGIN)))
                .contains(ORIGIN);
    }

    @Test
    void tellsAForgedCode() {
        var code = codes.sign(ORIGIN);
        var other =
                new AuthenticityCodes(SimulatedDatabase.with(Instance.codecs()).database());
        var told = code.substring(0, code.indexOf('.'));

        assertThat(codes.check(other.sign(ORIGIN))).isEmpty();
        assertThat(codes.check("A" + code)).isEmpty();
        assertThat(codes.check(told + ".")).isEmpty();
        assertThat(codes.check(told)).isEmpty();
        assertThat(codes.check("§.$")).isEmpty();
        for (int i = 0; i < told.length(); i++) {
            var forged = code.substring(0, i) + (code.charAt(i) == 'x' ? 'y' : 'x') + code.substring(i + 1);
            assertThat(codes.check(forged)).as("character %d", i).isEmpty();
        }
    }
}
