package io.nearstock.catalog.question;

import static io.nearstock.catalog.ProductFixtures.offered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Products;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Each test asks about a product of its own, as they share one service. */
@CatalogTest
class QuestionIT {

    private static final String CUSTOMER = TestTokens.bearer("acc_asks", "customer");
    private static final String STAFF = TestTokens.staff("catalog");

    private final MockMvcTester http;
    private final Products products;
    private final TestEvents events;

    QuestionIT(MockMvcTester http, Products products, TestEvents events) {
        this.http = http;
        this.products = products;
        this.events = events;
    }

    @Test
    void isAskedByACustomerAndSeenByEverybodyWithoutTheirName() {
        var path = questionsAbout("ASKED");

        var asked = post(path, "Does it whistle?", CUSTOMER, "whistle");

        assertThat(asked).hasStatus(201).containsHeader("Location");
        assertThat(post(path, "Does it whistle?", CUSTOMER, "whistle")).hasStatus(201);
        assertThat(get(path)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"items": [{"text": "Does it whistle?", "answers": []}], "nextCursor": null}\
            """);
        assertThat(body(get(path))).doesNotContain("acc_asks");
    }

    @Test
    @Consumes("order.shipment_delivered")
    void isAnsweredByWhoeverHasReceivedTheProduct() {
        var path = questionsAbout("DELIVERED");
        var answers = path + "/" + id(post(path, "Is it loud?", CUSTOMER, "loud")) + "/answers";
        var buyer = TestTokens.bearer("acc_1", "customer");
        assertThat(post(answers, "Not at all.", buyer, "too early"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("not_a_buyer");

        var delivered = Contracts.event("order.shipment_delivered").replace("KETTLE-17", "DELIVERED");
        events.publish("order.shipment_delivered", "ord_1", 4, delivered);
        events.publish("order.shipment_delivered", "ord_1", 4, delivered);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(post(answers, "Not at all.", buyer, "tried " + System.nanoTime()))
                        .hasStatus(201)
                        .bodyJson()
                        .extractingPath("$.answers[0].by")
                        .isEqualTo("buyer"));
        assertThat(post(answers, "I think so.", CUSTOMER, "no buyer")).hasStatus(403);
    }

    @Test
    void isAnsweredByStaffAndSuppliersOnceAKey() {
        var path = questionsAbout("ANSWERED");
        var answers = path + "/" + id(post(path, "What is it made of?", CUSTOMER, "made")) + "/answers";

        post(answers, "Of steel.", STAFF, "steel");
        post(answers, "Of steel.", STAFF, "steel");
        post(answers, "Stainless steel, 0.8 mm.", TestTokens.supplier("sup_1"), "stainless");

        assertThat(get(path)).bodyJson().isLenientlyEqualTo("""
            {"items": [{"answers": [{"by": "staff", "text": "Of steel."},
                                    {"by": "supplier", "text": "Stainless steel, 0.8 mm."}]}]}\
            """);
    }

    @Test
    void isFoundByItsWordsAndThoseOfItsAnswers() {
        var path = questionsAbout("FOUND");
        var first = id(post(path, "How heavy is it?", CUSTOMER, "heavy"));
        post(path, "Is it red?", CUSTOMER, "red");
        post(path + "/" + first + "/answers", "Two pounds.", STAFF, "pounds");

        assertThat(get(path + "?q=HEAVY"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(get(path + "?q=pounds two"))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo(first);
        assertThat(get(path + "?q=it"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(2);
        assertThat(get(path + "?q=green"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        assertThat(get(path + "?limit=1"))
                .bodyJson()
                .extractingPath("$.nextCursor")
                .isNotNull();
    }

    @Test
    void refusesWhatMeansNothing() {
        var path = questionsAbout("REFUSED");

        assertThat(post(path, " ", CUSTOMER, "blank")).hasStatus(422);
        assertThat(post(path, "Why?", STAFF, "staff asks")).hasStatus(403);
        assertThat(post("/api/products/prd_none/questions", "Why?", CUSTOMER, "of nothing"))
                .hasStatus(404);
        assertThat(post(path + "/qst_none/answers", "So.", STAFF, "to nothing")).hasStatus(404);
        assertThat(get(path)).bodyJson().extractingPath("$.items.length()").isEqualTo(0);
    }

    private String questionsAbout(String sku) {
        products.add(offered("prd_q_" + sku, sku, "Thing", "questions", 100));
        return "/api/products/prd_q_" + sku + "/questions";
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    private MvcTestResult post(String path, String text, String who, String key) {
        return http.post()
                .uri(path)
                .header("Authorization", who)
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content("{\"text\": \"" + text + "\"}")
                .exchange();
    }

    private static String id(MvcTestResult answer) {
        return new JsonMapper().readTree(body(answer)).path("id").asString();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
