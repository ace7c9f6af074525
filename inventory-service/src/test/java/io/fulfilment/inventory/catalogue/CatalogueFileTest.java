package io.fulfilment.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.CatalogueItem;
import io.fulfilment.inventory.domain.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsPlainAndQuotedFields() throws IOException {
        assertThat(read("A-1,Cup,4.50,EUR,100000\r\nA-2,\"Pot, 24\"\" wide\",19.99,GBP,0\n"))
                .containsExactly(
                        item("A-1", "Cup", Money.of("4.50", "EUR"), 100_000),
                        item("A-2", "Pot, 24\" wide", Money.of("19.99", "GBP"), 0));
    }

    @Test
    void namesEveryBadLine() {
        assertThatThrownBy(() -> read("""
                        A-1,Cup,4.50,EUR,1
                        A-1,Cup,4.50,EUR,1
                        bad sku,Cup,4.50,EUR,1
                        A-2,Cup,cheap,EUR,1
                        A-3,Cup,4.505,EUR,1
                        A-4,Cup,4.50,QQQ,1
                        A-5,Cup,4.50,EUR,-1
                        A-6,Cup,4.50,EUR
                        A-7,"Cup,4.50,EUR,1
                        A-8,,4.50,EUR,1

                        """))
                .isInstanceOf(CatalogueUnreadable.class)
                .hasMessageContainingAll(
                        "10 wrong",
                        "line 3: A-1 stands in an earlier line",
                        "line 4: a SKU has",
                        "line 5: price can't be \"cheap\"",
                        "line 6: an amount of EUR has at most 2 decimals",
                        "line 7: currency can't be \"QQQ\"",
                        "line 8: a quantity is between 0",
                        "line 9: has 4 fields instead of 5",
                        "line 10: a quote is out of place",
                        "line 11: a product's name has",
                        "line 12: has 1 fields");
    }

    @Test
    void wantsItsHeader() throws IOException {
        Path path = Files.writeString(folder.resolve("other.csv"), "sku;name\n");
        assertThatThrownBy(() -> new CatalogueFile(path).read()).hasMessageContaining("the first line is not sku,name");
    }

    @Test
    void saysWhichFileIsMissingOrNotText() throws IOException {
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> new CatalogueFile(missing).read()).hasMessageContaining("missing.csv");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xFF, 0});
        assertThatThrownBy(() -> new CatalogueFile(binary).read()).hasMessageContaining("is not UTF-8");
    }

    @Test
    void acceptsTheDemonstrationCatalogue() {
        List<CatalogueItem> items = new CatalogueFile(Path.of("../deploy/catalogue.csv")).read();
        assertThat(items).hasSize(1001);
        assertThat(items.getLast().product().sku()).isEqualTo(new Sku("SKU-RARE"));
        assertThat(items.getLast().quantity()).isEqualTo(10);
        assertThat(items.subList(0, 1000)).allMatch(item -> item.quantity() == 100_000);
    }

    private List<CatalogueItem> read(String lines) throws IOException {
        Path path = folder.resolve("catalogue.csv");
        Files.writeString(path, "\uFEFF" + CatalogueFile.HEADER + "\n" + lines, StandardCharsets.UTF_8);
        return new CatalogueFile(path).read();
    }

    private static CatalogueItem item(String sku, String name, Money price, long quantity) {
        return new CatalogueItem(new Product(new Sku(sku), name, price), quantity);
    }
}
