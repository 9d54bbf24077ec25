package io.nearstock.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.MediaLink;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class CsvRowsTests {

    @Test
    void readsWhatIsKnownOfAProduct() throws IOException {
        var text = """
            sku,name,category,price,gtin,manufacturer,image
            A,Apple,food,1.20,40170725,Orchard,https://pictures.example/a.jpg
            B,Banana,food,0.30,,,
            """;
        try (var rows = new CsvRows(new StringReader(text), new ProductColumns("GBP"))) {
            assertThat(rows.next()).isInstanceOfSatisfying(Row.Legible.class, row -> {
                assertThat(row.draft().gtin()).isEqualTo("40170725");
                assertThat(row.draft().manufacturer()).isEqualTo("Orchard");
                assertThat(row.draft().media()).containsExactly(new MediaLink("https://pictures.example/a.jpg", null));
            });
            assertThat(rows.next()).isInstanceOfSatisfying(Row.Legible.class, row -> {
                assertThat(row.draft().gtin()).isNull();
                assertThat(row.draft().media()).isEmpty();
            });
            assertThat(rows.next()).isNull();
        }
    }
}
