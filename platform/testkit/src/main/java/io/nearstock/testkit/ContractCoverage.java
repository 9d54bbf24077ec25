package io.nearstock.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a service proves by a test each event that it says or hears, as the contracts' index has it. */
record ContractCoverage(String service, Set<String> produced, Set<String> consumed) {

    /** Of the service in this package, by the marks on its tests. */
    static ContractCoverage in(String rootPackage) {
        var classes = new ClassFileImporter().importPackages(rootPackage);
        return new ContractCoverage(
                service(rootPackage),
                marks(classes, Produces.class, Produces::value),
                marks(classes, Consumes.class, Consumes::value));
    }

    private static String service(String rootPackage) {
        var name = rootPackage.substring("io.nearstock.".length()).replace('.', '-');
        return name.startsWith("chassis-") ? name : name + "-service";
    }

    private static <A extends Annotation> Set<String> marks(
            JavaClasses classes, Class<A> mark, Function<A, String[]> types) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .map(method -> method.tryGetAnnotationOfType(mark))
                .flatMap(found -> found.map(types).map(Stream::of).stream().flatMap(Function.identity()))
                .collect(Collectors.toSet());
    }

    /** What nobody has proved, in words. */
    Stream<String> missing() {
        return Stream.concat(
                missing("@Produces", produced, contract -> contract.producer().equals(service)),
                missing("@Consumes", consumed, contract -> contract.consumers().contains(service)));
    }

    private Stream<String> missing(String mark, Set<String> proved, Predicate<Contracts.Contract> concerns) {
        return Contracts.index().entrySet().stream()
                .filter(contract -> concerns.test(contract.getValue()))
                .map(contract -> contract.getKey())
                .filter(type -> !proved.contains(type))
                .map(type -> "no test of %s is marked %s(\"%s\")".formatted(service, mark, type));
    }
}
