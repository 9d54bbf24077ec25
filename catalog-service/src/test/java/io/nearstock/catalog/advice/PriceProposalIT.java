package io.nearstock.catalog.advice;

import static io.nearstock.catalog.ProductFixtures.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Edit;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.advice.DemandOutlook.Elasticity;
import io.nearstock.catalog.advice.PriceProposal.Decision;
import io.nearstock.catalog.advice.ProposePrices.News;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import io.nearstock.testkit.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Each test has a product of its own that has cost 19.99 for long, and far too many of it. */
@CatalogTest
class PriceProposalIT {

    private static final String PATH = "/api/price-proposals";
    private static final Money PRICE = new Money(1999, "GBP");
    private static final Money LATER = new Money(1499, "GBP");

    private final MockMvcTester http;
    private final Products products;
    private final PriceProposals proposals;
    private final ApprovePrice approve;
    private final ProposePrices propose;
    private final TestEvents events;

    PriceProposalIT(
            MockMvcTester http,
            Products products,
            PriceProposals proposals,
            ApprovePrice approve,
            ProposePrices propose,
            TestEvents events) {
        this.http = http;
        this.products = products;
        this.proposals = proposals;
        this.approve = approve;
        this.propose = propose;
        this.events = events;
    }

    @Test
    @Consumes("demand.outlook")
    void anApprovedPriceIsThePriceOnce() {
        var proposal = proposed("ADV-ONCE");
        var key = UUID.randomUUID().toString();

        assertThat(get(PATH + "/" + proposal.id())).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"sku": "ADV-ONCE", "productId": "prd_ADV-ONCE", "status": "proposed",
             "reason": {"code": "overstocked", "text": "334 units last 220 days at what is expected."},
             "price": {"amount": 1999, "currency": "GBP"}, "proposedPrice": {"amount": 1499, "currency": "GBP"},
             "stock": {"available": 310, "incoming": 24}, "unitCost": {"amount": 500, "currency": "GBP"},
             "elasticity": {"mean": 2.1, "low": 1.2, "high": 3.1, "trials": 3}, "expected": {"days": 28}}
            """);
        assertThat(post(proposal, "/approve", "", key)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"status": "approved", "decidedBy": "acc_staff"}
            """);
        assertThat(post(proposal, "/approve", "", key)).hasStatusOk().containsHeader("Idempotent-Replayed");

        assertThat(product("ADV-ONCE").details().price()).isEqualTo(LATER);
        assertThat(product("ADV-ONCE").version()).isEqualTo(2);
        assertThat(post(proposal, "/approve", "")).hasStatus(409);
        assertThat(post(proposal, "/reject", "{\"reason\": \"late\"}")).hasStatus(409);
    }

    @Test
    void keepsOneOpenProposalWithTheLatestFigures() {
        var proposal = proposed("ADV-NEWS");

        tell("ADV-NEWS", 3, outlook("ADV-NEWS", 200));
        tell("ADV-NEWS", 2, outlook("ADV-NEWS", 250));
        await().untilAsserted(
                        () -> assertThat(find(proposal).advice().available()).isEqualTo(200));
        assertThat(find(proposal).version()).isEqualTo(2);

        tell("ADV-NEWS", 4, outlook("ADV-NEWS", 20));
        await().untilAsserted(() -> assertThat(find(proposal).status()).isEqualTo(PriceProposal.Status.WITHDRAWN));
        tell("ADV-NEWS", 5, outlook("ADV-NEWS", 300));
        assertThat(open("ADV-NEWS").id()).isNotEqualTo(proposal.id());
    }

    @Test
    void whatWasRejectedIsNotProposedAgainSoon() {
        var proposal = proposed("ADV-NO");
        sold("ADV-FRESH");

        assertThat(post(proposal, "/reject", "{}")).hasStatus(422);
        assertThat(post(proposal, "/reject", "{\"reason\": \"It is a classic.\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"rejected\", \"rejected\": \"It is a classic.\"}");
        propose.hear(List.of(news("ADV-NO"), news("ADV-FRESH")));

        assertThat(proposals.openOf(List.of("ADV-NO", "ADV-FRESH"))).containsOnlyKeys("ADV-FRESH");
        assertThat(product("ADV-NO").details().price()).isEqualTo(PRICE);
    }

    @Test
    void aPriceThatSomebodyChangedIsNotOverwritten() {
        var proposal = proposed("ADV-OWN");
        var product = product("ADV-OWN");
        var own = product.details().costing(new Money(1899, "GBP"));
        products.save((Progress) product.describe(own, Edit.by("acc_other", Instant.now())));

        assertThat(post(proposal, "/approve", ""))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("price_changed");

        assertThat(product("ADV-OWN").details().price().amount()).isEqualTo(1899);
        assertThat(find(proposal).status()).isEqualTo(PriceProposal.Status.WITHDRAWN);
    }

    @Test
    void whoeverFindsAnApprovalAfterACrashSetsItsPrice() {
        var set = approvedOnly(proposed("ADV-CRASH"));
        var overtaken = approvedOnly(proposed("ADV-CRASH2"));
        products.save((Progress) product("ADV-CRASH2").discontinue(Edit.by("acc_other", Instant.now())));

        approve.finishWhatOthersBegan();
        approve.finishWhatOthersBegan();

        assertThat(product("ADV-CRASH").details().price()).isEqualTo(LATER);
        assertThat(product("ADV-CRASH").version()).isEqualTo(2);
        assertThat(find(set).nextActionAt()).isNull();
        assertThat(product("ADV-CRASH2").details().price()).isEqualTo(PRICE);
        assertThat(find(overtaken).status()).isEqualTo(PriceProposal.Status.WITHDRAWN);
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() {
        var proposal = proposed("ADV-MANY");

        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(number -> everybody.execute(() -> {
                        var answer = number % 2 == 0
                                ? post(proposal, "/approve", "")
                                : post(proposal, "/reject", "{\"reason\": \"no\"}");
                        answers.add(answer.getResponse().getStatus());
                    }));
        }

        assertThat(answers).hasSize(8).containsOnly(200, 409);
        assertThat(answers).containsOnlyOnce(200);
    }

    @Test
    void isForStaffOfTheCatalogue() {
        assertThat(get(PATH + "?status=eaten")).hasStatus(400);
        assertThat(get(PATH + "/ppr_none")).hasStatus(404);
        assertThat(http.get().uri(PATH).header("Authorization", TestTokens.staff("orders")))
                .hasStatus(403);
        assertThat(get(PATH + "?status=proposed&limit=1")).hasStatusOk();
    }

    private PriceProposal approvedOnly(PriceProposal proposal) {
        var past = Instant.now().minusSeconds(60);
        return proposals
                .approve(proposal, new Decision("pap_crash", "acc_staff", past, null), past)
                .orElseThrow();
    }

    private PriceProposal proposed(String sku) {
        sold(sku);
        tell(sku, 1, outlook(sku, 310));
        return open(sku);
    }

    private void sold(String sku) {
        var longAgo = Edit.by("acc_staff", Instant.now().minusSeconds(90L * 86_400));
        var details = offered("prd_" + sku, sku, "Priced " + sku, "advice", PRICE.amount())
                .product()
                .details();
        products.add(Product.offer("prd_" + sku, sku, details, longAgo));
    }

    private static News news(String sku) {
        var cheaply = new Money(500, "GBP");
        return new News(new DemandOutlook(sku, 28, 42.5, 400, 0, cheaply, new Elasticity(2.1, 1.2, 3.1, 3)), 2);
    }

    private PriceProposal open(String sku) {
        await().until(() -> proposals.openOf(List.of(sku)).containsKey(sku));
        return proposals.openOf(List.of(sku)).values().iterator().next();
    }

    private void tell(String sku, long sequence, String outlook) {
        events.publish("demand.outlook", sku, sequence, outlook);
    }

    /** The contract's example for a product of this test, which is bought for less. */
    private static String outlook(String sku, int available) {
        return Contracts.event("demand.outlook")
                .replace("KETTLE-17", sku)
                .replace("1150", "500")
                .replace("310", Integer.toString(available));
    }

    private PriceProposal find(PriceProposal proposal) {
        return proposals.find(proposal.id()).orElseThrow();
    }

    private Product product(String sku) {
        return products.ofSkus(List.of(sku)).getFirst();
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
    }

    private MvcTestResult post(PriceProposal proposal, String command, String body) {
        return post(proposal, command, body, UUID.randomUUID().toString());
    }

    private MvcTestResult post(PriceProposal proposal, String command, String body, String key) {
        return http.post()
                .uri(PATH + "/" + proposal.id() + command)
                .header("Authorization", TestTokens.staff("catalog"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
