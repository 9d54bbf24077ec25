package io.nearstock.testkit;

import static org.springframework.core.annotation.MergedAnnotations.SearchStrategy.TYPE_HIERARCHY;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Tells a test's context about its servers before any condition is evaluated: a bean would come too late to keep
 * discovery off.
 */
final class TestServersCustomizers implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> test, List<ContextConfigurationAttributes> attributes) {
        return withEnclosing(test).anyMatch(TestServersCustomizers::asksForServers) ? new Customizer() : null;
    }

    private static Stream<Class<?>> withEnclosing(Class<?> test) {
        return Stream.iterate(
                test,
                type -> type != null,
                type -> TestContextAnnotationUtils.searchEnclosingClass(type) ? type.getEnclosingClass() : null);
    }

    private static boolean asksForServers(Class<?> test) {
        return MergedAnnotations.from(test, TYPE_HIERARCHY).stream(Import.class)
                .map(imports -> imports.getClassArray(MergedAnnotation.VALUE))
                .flatMap(Stream::of)
                .anyMatch(TestServers.class::equals);
    }

    /** A record, so that contexts that differ in nothing else are equal to the test framework's cache. */
    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TestServers.prepare(context);
        }
    }
}
