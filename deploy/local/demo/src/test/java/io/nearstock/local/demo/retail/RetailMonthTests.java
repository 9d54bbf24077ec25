package io.nearstock.local.demo.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailMonthTests {

    @TempDir
    Path folder;

    @Test
    void readsWhatTheShippedExtractHolds() {
        var month = RetailMonth.of(new RetailFile(Path.of("data/online_retail_2010-12.csv.gz")));

        assertThat(month.invoices()).hasSizeGreaterThan(1_500).anyMatch(Invoice::cancellation);
        assertThat(month.products()).hasSizeGreaterThan(2_700).anyMatch(product -> !product.sellable());
        assertThat(month.leftOut()).containsKeys("no customer is named", "the stock code is no product");
    }

    @Test
    void sumsTheLinesOfOneProductOnAnInvoice() throws IOException {
        var month = month("""
            1,22111,MUG,2,2010-12-01 08:26:00,2.55,17850,France
            1,22111,MUG,3,2010-12-01 08:26:00,2.55,17850,France
            """);

        assertThat(month.invoices())
                .singleElement()
                .extracting(Invoice::quantities)
                .isEqualTo(Map.of("22111", 5));
    }

    @Test
    void readsACancellationAsWhatIsGivenBack() throws IOException {
        var month = month("""
            1,22111,MUG,5,2010-12-01 08:26:00,2.55,17850,France
            C2,22111,MUG,-2,2010-12-02 08:26:00,2.55,17850,France
            """);

        var sale = month.invoices().getFirst();
        var cancellation = month.invoices().getLast();
        assertThat(cancellation.cancellation()).isTrue();
        assertThat(sale.covers(cancellation)).isTrue();
        assertThat(cancellation.covers(sale)).isFalse();
    }

    @Test
    void leavesOutWhatNobodyCouldOrderAndSaysWhy() throws IOException {
        var month = month("""
            1,POST,POSTAGE,1,2010-12-01 08:26:00,18.0,17850,France
            2,22111,MUG,1,2010-12-01 08:26:00,2.55,,France
            3,22111,MUG,-1,2010-12-01 08:26:00,2.55,17850,France
            4,22111,,1,2010-12-01 08:26:00,0.0,17850,France
            """);

        assertThat(month.invoices()).isEmpty();
        assertThat(month.leftOut())
                .containsOnlyKeys(
                        "no customer is named",
                        "the price is not above zero",
                        "the quantity contradicts the invoice",
                        "the stock code is no product");
    }

    @Test
    void namesAProductByTheFirstLineThatCouldBeSold() throws IOException {
        var month = month("""
            1,22111,,1,2010-12-01 08:26:00,0.0,17850,France
            2,22111,MUG,1,2010-12-01 08:26:00,2.55,17850,France
            3,22111,BLUE MUG,1,2010-12-01 08:26:00,3.00,17850,France
            """);

        assertThat(month.products()).containsExactly(new RetailProduct(2, "22111", "MUG", 255));
    }

    @Test
    void choosesTheFirstCustomersAndTheirInvoicesOnly() throws IOException {
        var month = month("""
            1,22111,MUG,1,2010-12-01 08:26:00,2.55,1,France
            2,22111,MUG,1,2010-12-01 08:27:00,2.55,2,France
            3,22111,MUG,1,2010-12-01 08:28:00,2.55,1,France
            4,22111,MUG,1,2010-12-01 08:29:00,2.55,1,France
            """);

        assertThat(month.first(1, 2)).extracting(Invoice::number).containsExactly("1", "3");
    }

    private RetailMonth month(String lines) throws IOException {
        var header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
        return RetailMonth.of(new RetailFile(Files.writeString(folder.resolve("month.csv"), header + lines)));
    }
}
