package io.nearstock.local.demo;

import static java.util.stream.Collectors.toMap;

import io.nearstock.local.demo.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Opens two hubs in Britain and two on the continent, each once. */
final class OpenHubs {

    private record Plan(String name, String landmark, double longitude, double latitude, int share) {

        Map<String, Object> request() {
            var position = Map.of("type", "Point", "coordinates", List.of(longitude, latitude));
            return Map.of("name", name, "landmark", landmark, "position", position);
        }
    }

    private static final List<Plan> PLANS = List.of(
            new Plan("London Docklands", "by the Royal Albert Dock", 0.0553, 51.5081, 40),
            new Plan("Manchester Ship Canal", "by the Trafford Centre", -2.3470, 53.4668, 30),
            new Plan("Rotterdam Waalhaven", "by the Maastunnel", 4.4450, 51.8860, 20),
            new Plan("Lyon Corbas", "by the Marché de Gros", 4.9010, 45.6680, 10));

    private final Shop staff;
    private final Screen screen;

    OpenHubs(Shop staff, Screen screen) {
        this.staff = staff;
        this.screen = screen;
    }

    List<Hub> open() {
        var open = idsByName();
        var hubs = new ArrayList<Hub>();
        for (var plan : PLANS) {
            var id = open.containsKey(plan.name()) ? open.get(plan.name()) : open(plan);
            hubs.add(new Hub(id, plan.name(), plan.share()));
            screen.progress("opening hubs", hubs.size(), PLANS.size(), plan.name());
        }
        return hubs;
    }

    private Map<String, String> idsByName() {
        var page = staff.get("/api/hubs?limit=100").expect(200).body().path("items");
        return StreamSupport.stream(page.spliterator(), false)
                .collect(toMap(hub -> text(hub, "name"), hub -> text(hub, "id"), (first, _) -> first));
    }

    private static String text(JsonNode hub, String field) {
        return hub.path(field).asString();
    }

    private String open(Plan plan) {
        return staff.post("/api/hubs", plan.request(), "demo-hub-" + plan.name())
                .expect(201)
                .text("/id");
    }
}
