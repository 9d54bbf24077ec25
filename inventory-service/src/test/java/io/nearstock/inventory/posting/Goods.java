package io.nearstock.inventory.posting;

import static io.nearstock.inventory.MovementKind.ADJUSTMENT;
import static io.nearstock.inventory.MovementKind.RECEIPT;

import io.nearstock.inventory.Cause;
import io.nearstock.inventory.HoldFixtures;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.MovementKind;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.Post;
import io.nearstock.inventory.Posting;
import io.nearstock.inventory.SerialClaims;
import io.nearstock.inventory.SerialUnit;
import io.nearstock.inventory.SerialUnit.Claim;
import io.nearstock.inventory.SerialUnit.Source;
import io.nearstock.inventory.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receipts and adjustments for tests in other packages. */
public final class Goods {

    /** Kinds that a balance may refuse. */
    public static final List<MovementKind> WISHES = List.of(
            MovementKind.TRANSFER,
            MovementKind.WRITE_OFF,
            MovementKind.DAMAGE,
            MovementKind.QUARANTINE,
            MovementKind.SAFETY);

    private Goods() {}

    public static Posting wish(Instance instance, String id, MovementKind kind, List<Portion> portions) {
        var cause = new Cause("wish", id);
        return post(instance, Step.of(id, kind, portions, cause, "acc_staff", "test", HoldFixtures.NOW), null);
    }

    public static Posting receive(Instance instance, String id, String hubId, Line... lines) {
        return post(instance, step(id, Portion.at(hubId, List.of(lines)), true), null);
    }

    /** Units that have serials and are of no lot. */
    public static void receiveSerials(Instance instance, String id, Portion portion, List<String> serials) {
        var claim = new Claim(id, new Source(null, null, null, false), HoldFixtures.NOW);
        instance.the(SerialClaims.class)
                .receive(serials.stream()
                        .map(serial -> SerialUnit.coming(portion.sku(), serial, portion.hubId(), claim))
                        .toList());
        post(instance, step(id, List.of(portion), true), null);
    }

    public static Posting adjust(Instance instance, String id, Portion delta, @Nullable Integer expected) {
        return post(instance, step(id, List.of(delta), false), expected);
    }

    public static void finishWhatOthersBegan(Instance instance) {
        instance.the(Post.class).finishWhatOthersBegan();
    }

    private static Posting post(Instance instance, Step step, @Nullable Integer expected) {
        return instance.the(Post.class).post(step, expected);
    }

    private static Step step(String id, List<Portion> portions, boolean receipt) {
        var kind = receipt ? RECEIPT : ADJUSTMENT;
        var cause = new Cause(receipt ? "receipt" : "adjustment", id);
        return new Step(id, id, kind, portions, cause, "acc_staff", "test", HoldFixtures.NOW);
    }
}
