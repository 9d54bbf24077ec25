package io.nearstock.local.launcher.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTests {

    @TempDir
    private Path root;

    @Test
    void makesAPlainJarOfTheClassesAndNamesTheLibrariesOnItsClassPath() throws Exception {
        var app = unpack("one");

        try (var jar = new JarFile(app.jar().toFile())) {
            var attributes = jar.getManifest().getMainAttributes();
            assertThat(attributes.getValue(Name.MAIN_CLASS)).isEqualTo("shop.Shop");
            assertThat(attributes.getValue(Name.CLASS_PATH)).isEqualTo("lib/tea-1.jar");
            assertThat(jar.getEntry("shop/Shop.class")).isNotNull();
        }
        assertThat(app.libraries().resolve("tea-1.jar")).hasContent("tea");
    }

    @Test
    void keepsALibraryOnceForAllThatUseIt() throws Exception {
        var one = unpack("one").libraries().resolve("tea-1.jar");
        var two = unpack("two").libraries().resolve("tea-1.jar");

        assertThat(Files.getAttribute(one, "unix:ino")).isEqualTo(Files.getAttribute(two, "unix:ino"));
    }

    @Test
    void unpacksARebuiltJarAnew() throws Exception {
        var before = unpack("one");
        Files.setLastModifiedTime(builtJar("one").path(), FileTime.from(Instant.parse("2026-11-01T10:00:00Z")));

        var after = new Unpacker(root).unpack(BuiltJar.of(root.resolve("one")).orElseThrow());

        assertThat(after.folder()).isNotEqualTo(before.folder());
    }

    @Test
    void takesAJarThatCannotBeStartedForNoneAtAll() throws Exception {
        var target = Files.createDirectories(root.resolve("library/target"));
        try (var jar = new JarOutputStream(Files.newOutputStream(target.resolve("library.jar")), new Manifest())) {
            jar.putNextEntry(new JarEntry("shop/"));
        }

        assertThat(BuiltJar.of(root.resolve("library"))).isEmpty();
    }

    private UnpackedApp unpack(String module) throws IOException {
        return new Unpacker(root).unpack(builtJar(module));
    }

    private BuiltJar builtJar(String module) throws IOException {
        var target = Files.createDirectories(root.resolve(module).resolve("target"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Name("Start-Class"), "shop.Shop");
        try (var jar = new JarOutputStream(Files.newOutputStream(target.resolve(module + ".jar")), manifest)) {
            put(jar, "BOOT-INF/classes/shop/Shop.class", "class");
            put(jar, "BOOT-INF/lib/tea-1.jar", "tea");
        }
        return BuiltJar.of(root.resolve(module)).orElseThrow();
    }

    private static void put(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(UTF_8));
        jar.closeEntry();
    }
}
