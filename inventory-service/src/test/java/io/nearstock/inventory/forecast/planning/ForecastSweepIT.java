package io.nearstock.inventory.forecast.planning;

import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.DemandForecast;
import io.nearstock.inventory.DemandForecasts;
import io.nearstock.inventory.DemandHistory;
import io.nearstock.inventory.Instance;
import io.nearstock.inventory.Line;
import io.nearstock.inventory.NamedDays;
import io.nearstock.inventory.OrderedLine;
import io.nearstock.inventory.OrderedLines;
import io.nearstock.inventory.PlanningRounds;
import io.nearstock.inventory.PlanningSettings;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.PricedProducts;
import io.nearstock.inventory.PromotedTime;
import io.nearstock.inventory.PromotedTimes;
import io.nearstock.inventory.TestClock;
import io.nearstock.inventory.posting.Goods;
import io.nearstock.testkit.TestMongo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** All rows are forecast once a day, part by part, and what is older than history is forgotten. */
class ForecastSweepIT {

    private static final List<String> SKUS = List.of("A", "B", "C");

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final TestClock clock = new TestClock();

    @AutoClose
    private final Instance shop = Instance.of(mongo.database(), clock);

    private final DemandForecasts forecasts = shop.the(DemandForecasts.class);
    private final KeptLessons lessons = new KeptLessons(mongo.database());
    private final OrderedLines lines = shop.the(OrderedLines.class);
    private final PromotedTimes promotions = shop.the(PromotedTimes.class);
    private final LocalDate today = PlanningSettings.DEFAULTS.dayOf(clock.instant());

    @Test
    void forecastsEachRowOnceADay() {
        open();

        sweep(true).run();

        assertThat(made()).hasSize(3).allSatisfy(forecast -> {
            assertThat(forecast.madeOn()).isEqualTo(today);
            assertThat(forecast.days()).hasSize(28);
            assertThat(forecast.days().getFirst().mean()).isBetween(1.0, 3.0);
        });
        assertThat(lines.of(List.of("A@hub_1"), today.minusDays(90)))
                .noneMatch(line -> line.day().isBefore(today.minusDays(56)));

        clock.pass(Duration.ofHours(14));
        sweep(true).run();
        assertThat(made()).allMatch(forecast -> forecast.madeOn().equals(today));
        clock.pass(Duration.ofHours(1));
        sweep(true).run();
        assertThat(made()).allMatch(forecast -> forecast.madeOn().equals(today.plusDays(1)));
    }

    @Test
    void remembersPromotionsAsLongAsDemand() {
        open();
        promotions.hear(promoted("over", today.minusDays(60), today.minusDays(57)));
        promotions.hear(promoted("long", today.minusDays(90), today.minusDays(56)));
        promotions.hear(promoted("planned", today.plusDays(30), today.plusDays(40)));

        sweep(true).run();

        assertThat(promotions.between(today.minusDays(365), today.plusDays(365)))
                .extracting(PromotedTime::id)
                .containsExactlyInAnyOrder("long", "planned");
    }

    private static PromotedTime promoted(String id, LocalDate from, LocalDate until) {
        return new PromotedTime(id, List.of("A"), List.of(), from, until, true, 1);
    }

    /** Two parts, the second of which has one row. */
    @Test
    void learnsAnewOnceAWeek() {
        open();
        sweep(true).run();

        clock.pass(Duration.ofDays(1));
        sweep(true).run();

        assertThat(made()).allMatch(forecast -> forecast.madeOn().equals(today.plusDays(1)));
        assertThat(learnedOn()).containsExactly(today, today);

        clock.pass(Duration.ofDays(6));
        sweep(true).run();

        assertThat(made()).allMatch(forecast -> forecast.madeOn().equals(today.plusDays(7)));
        assertThat(learnedOn()).containsExactly(today.plusDays(7), today.plusDays(7));
    }

    private List<LocalDate> learnedOn() {
        return Stream.of("A@hub_1", "C@hub_1")
                .map(part -> lessons.find(part).orElseThrow().learnedOn())
                .toList();
    }

    @Test
    void leavesItToOthersWhereItIsSwitchedOff() {
        open();

        sweep(false).run();

        assertThat(made()).isEmpty();
    }

    /** The service's own wiring, but no web, broker, registry or sweep. */
    @Test
    void forecastsInAProgramOfItsOwn() {
        open();

        ForecastProgram.main(new String[] {
            "--spring.mongodb.uri=" + mongo.connectionString(),
            "--spring.mongodb.database=" + mongo.database().getName(),
            "--spring.kafka.bootstrap-servers=localhost:1"
        });

        assertThat(made()).hasSize(3);
    }

    private void open() {
        shop.open("hub_1", "Leeds", LEEDS);
        SKUS.forEach(sku -> Goods.receive(shop, "rcp_" + sku, "hub_1", new Line(sku, 1)));
        lines.add(IntStream.range(1, 80)
                .boxed()
                .flatMap(ago -> SKUS.stream()
                        .map(sku -> OrderedLine.of(
                                "ord_" + ago, new Portion(sku, "hub_1", 1 + ago % 3), today.minusDays(ago))))
                .toList());
    }

    private List<DemandForecast> made() {
        var rows = SKUS.stream().map(sku -> sku + "@hub_1").toList();
        return List.copyOf(forecasts.of(rows).values());
    }

    /** Two rows a part. */
    private ForecastSweep sweep(boolean enabled) {
        var usual = PlanningSettings.DEFAULTS;
        var settings = new PlanningSettings(
                enabled,
                usual.zone(),
                56,
                28,
                2,
                usual.relearn(),
                usual.lease(),
                usual.review(),
                usual.serviceLevel(),
                usual.leadTimeDays(),
                usual.leadTimeVariation(),
                usual.coverDays(),
                usual.quiet(),
                usual.transferKmCost());
        var engine = new DailyForecasts(lessons, settings);
        var circumstances = new Circumstances(shop.the(PricedProducts.class), promotions, shop.the(NamedDays.class));
        var plan = new PlanForecasts(shop.the(DemandHistory.class), circumstances, forecasts, engine, settings, clock);
        var round = new ForecastRound(shop.the(PlanningRounds.class), plan, lines, promotions, settings, clock);
        return new ForecastSweep(
                round,
                new OwnProcess(new OwnProcessSettings(false, DataSize.ofMegabytes(512), Duration.ZERO)),
                settings);
    }
}
