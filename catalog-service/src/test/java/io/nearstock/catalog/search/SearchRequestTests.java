package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nearstock.chassis.web.UnmetRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class SearchRequestTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red",
                "attr.=red",
                "sort=cheapest",
                "minRating=0",
                "minRating=5.1",
                "minRating=NaN",
                "minRating=good",
                "onOffer=perhaps",
                "minPrice=-1",
                "minPrice=1.5",
                "maxPrice=many",
                "inStock=yes",
                "near=53.8",
                "near=91,0",
                "near=0,181",
                "near=NaN,0",
                "near=1,2,3",
                "radiusKm=5",
                "near=1,2&radiusKm=0",
                "near=1,2&radiusKm=far",
                "q=a&q=b"
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        assertThatExceptionOfType(UnmetRequestException.class).isThrownBy(() -> request(query));
    }

    @Test
    void understandsWhatItOffers() {
        var request = request("q= tea &category=food&brand=A&brand=B&attr.colour=red&minPrice=1&maxPrice=9"
                + "&inStock=true&near=53.8,-1.5&radiusKm=20&sort=-price&minRating=4.5&onOffer=true");

        assertThat(request.words()).isEqualTo("tea");
        assertThat(request.brands()).containsExactly("A", "B");
        assertThat(request.attributes()).containsOnlyKeys("colour");
        assertThat(request.vicinity()).isEqualTo(new Vicinity(new GeoPoint(53.8, -1.5), 20));
        assertThat(request.effectiveOrder()).isEqualTo(SortOrder.DEAREST);
        assertThat(request.minRating()).isEqualTo(4.5);
        assertThat(request.onOffer()).isTrue();
    }

    @Test
    void showsTheNewestWhereNothingIsMoreRelevant() {
        assertThat(request("").effectiveOrder()).isEqualTo(SortOrder.NEWEST);
        assertThat(request("q=tea").effectiveOrder()).isEqualTo(SortOrder.RELEVANCE);
    }

    private static SearchRequest request(String query) {
        MultiValueMap<String, String> parameters =
                UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams();
        return SearchRequest.of(parameters);
    }
}
