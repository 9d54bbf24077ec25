package io.nearstock.chassis.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.springframework.http.HttpStatus.CONFLICT;

import jakarta.servlet.Filter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that has nothing but this chassis; Spring Security is on the path of tests only. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
@Import(Shop.Counter.class)
class Shop {

    @Bean
    Filter brokenFilter() {
        return (request, response, chain) -> {
            if ("yes".equals(request.getParameter("brokenFilter"))) {
                throw new IllegalStateException("secret");
            }
            chain.doFilter(request, response);
        };
    }

    @RestController
    static final class Counter {

        record Line(
                @NotBlank String sku,
                @Positive int quantity,
                @Nullable Instant at,
                @Nullable LocalDate on) {

            @AssertTrue
            boolean isOnOneDay() {
                return at == null || on == null;
            }
        }

        record Lines(@Size(min = 1) List<@Valid Line> lines) {

            @AssertTrue
            boolean isFew() {
                return lines == null || lines.size() < 3;
            }
        }

        record Sale(String id, int number) {}

        final AtomicInteger sales = new AtomicInteger();
        final CountDownLatch slowBegan = new CountDownLatch(1);
        final CountDownLatch slowMayEnd = new CountDownLatch(1);

        @GetMapping("/things/{number}")
        ResponseEntity<Sale> thing(@PathVariable int number, @RequestParam(defaultValue = "1") long size) {
            if (number == 404) {
                throw new UnknownIdException("404");
            }
            return Etags.ok(new Sale("thing", number), size);
        }

        @PutMapping("/things/{number}")
        ResponseEntity<?> change(@PathVariable long number, IfMatch ifMatch) {
            return ifMatch.version() == number ? ResponseEntity.noContent().build() : Etags.stale();
        }

        @GetMapping("/things")
        Page<Integer> things(PageRequest page) {
            var after = page.cursor()
                    .map(cursor -> Integer.parseInt(cursor.parts(1).getFirst()))
                    .orElse(0);
            var found = IntStream.rangeClosed(after + 1, Math.min(5, after + page.limit() + 1))
                    .boxed();
            return Page.of(found.toList(), page, last -> Cursor.of(last.toString()));
        }

        @GetMapping("/failure")
        void fail(@RequestParam(defaultValue = "secret") String why) {
            if (!why.isEmpty()) {
                throw new IllegalStateException(why);
            }
        }

        @GetMapping("/away")
        void away(@RequestParam(defaultValue = "7") long seconds) {
            if (seconds > 0) {
                throw new UnavailableException(Duration.ofSeconds(seconds));
            }
        }

        @GetMapping("/asks")
        void asks(@RequestParam String word, @RequestHeader("X-Mood") String mood) {}

        @GetMapping("/checks")
        void checks(@RequestParam @Positive int size) {}

        @GetMapping("/days/{day}")
        void day(@PathVariable LocalDate day, @RequestParam(defaultValue = "2026-01-01T00:00:00Z") Instant at) {}

        @PostMapping("/baskets")
        void basket(@Valid @RequestBody Lines lines) {}

        @Answers({"201", "409 short"})
        @PostMapping("/sales")
        @Idempotent(prefix = "sal")
        ResponseEntity<?> sell(@Valid @RequestBody Line line, ResourceId id) throws InterruptedException {
            var number = sales.incrementAndGet();
            switch (line.sku()) {
                case "SLOW" -> {
                    slowBegan.countDown();
                    var _ = slowMayEnd.await(20, SECONDS);
                }
                case "BROKEN" -> throw new IllegalStateException(id.value());
                case "SHORT" -> {
                    return Problems.refused(CONFLICT, "short", "sale " + number);
                }
                default -> {}
            }
            return ResponseEntity.created(URI.create("/sales/" + id.value())).body(new Sale(id.value(), number));
        }
    }
}
