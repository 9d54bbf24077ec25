package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexStatesTests {

    @Test
    void howFarItHasFollowedIsMadeDurableAndNothingIsCountedAgain(@TempDir Path directory) throws IOException {
        try (var catalogue = new SearchedCatalogue(directory)) {
            catalogue.sell(SearchedCatalogue.product("A", "Tall cup"));
            commit(catalogue, "1");
            var state = state(catalogue);
            commit(catalogue, "2");
            assertThat(state(catalogue)).isSameAs(state);

            catalogue.sell(SearchedCatalogue.product("B", "Small cup"));
            assertThat(state(catalogue).all().products()).isEqualTo(2);
            catalogue.index.remove(List.of("prd_A"));
            catalogue.index.refresh();
            assertThat(state(catalogue).all().products()).isEqualTo(1);
            commit(catalogue, "3");
        }
        try (var again = new SearchedCatalogue(directory)) {
            assertThat(again.index.committed()).containsExactly(Map.entry("0", "3"));
            assertThat(again.index.count()).isEqualTo(1);
        }
    }

    private static void commit(SearchedCatalogue catalogue, String offset) throws IOException {
        catalogue.index.commit(Map.of("0", offset));
        catalogue.index.refresh();
    }

    private static IndexColumns state(SearchedCatalogue catalogue) {
        return catalogue.index.read((searcher, _) -> catalogue.columns.of(searcher.getIndexReader()));
    }
}
