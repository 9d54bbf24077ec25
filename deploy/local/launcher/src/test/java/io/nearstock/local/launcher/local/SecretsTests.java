package io.nearstock.local.launcher.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.local.launcher.part.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    private Path folder;

    @Test
    void differFromPartToPartAndFromStackToStack() {
        var secrets = Secrets.fresh();

        assertThat(secrets.clients().values()).doesNotHaveDuplicates().allMatch(secret -> secret.length() >= 24);
        assertThat(secrets.client(Part.ORDER)).isNotEqualTo(Secrets.fresh().client(Part.ORDER));
        assertThat(secrets.passwords()).containsOnlyKeys("admin", "staff", "supplier", "mover", "customer");
    }

    @Test
    void areReadBackAsTheyWereWritten() {
        var file = new JsonFile<>(folder.resolve("secrets.json"), Secrets.class);
        var secrets = Secrets.fresh();
        file.write(secrets);

        assertThat(file.read()).contains(secrets);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void areReadByTheirOwnerAlone() throws Exception {
        var path = folder.resolve("secrets.json");
        new JsonFile<>(path, Secrets.class).write(Secrets.fresh());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }
}
