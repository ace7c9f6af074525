package io.fulfilment.inventory.catalogue;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.CatalogueItem;
import io.fulfilment.inventory.domain.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * A CSV file in UTF-8 (RFC 4180 without line breaks inside fields) with the header {@value #HEADER}. Anything wrong in it
 * is reported with its line, up to {@value #REPORTED} faults at once.
 */
record CatalogueFile(Path path) {

    static final String HEADER = "sku,name,price,currency,quantity";
    private static final int REPORTED = 20;

    /** @throws CatalogueUnreadable if the file can't be read, or a line in it is not as it should be */
    List<CatalogueItem> read() {
        List<String> lines = lines();
        if (lines.isEmpty() || !withoutByteOrderMark(lines.getFirst()).equals(HEADER)) {
            throw new CatalogueUnreadable(path + ": the first line is not " + HEADER);
        }
        var items = new ArrayList<CatalogueItem>();
        var faults = new ArrayList<String>();
        var skus = new HashSet<Sku>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                CatalogueItem item = item(lines.get(i));
                if (!skus.add(item.product().sku())) {
                    throw new IllegalArgumentException(item.product().sku() + " stands in an earlier line");
                }
                items.add(item);
            } catch (IllegalArgumentException e) {
                faults.add("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new CatalogueUnreadable(path + ", " + faults.size() + " wrong: "
                    + String.join("; ", faults.subList(0, Math.min(REPORTED, faults.size()))));
        }
        return items;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (CharacterCodingException e) {
            throw new CatalogueUnreadable(path + " is not UTF-8", e);
        } catch (IOException e) {
            throw new CatalogueUnreadable(path + " can't be read: " + e, e);
        }
    }

    private static CatalogueItem item(String line) {
        List<String> fields = CsvLine.fields(line);
        if (fields.size() != 5) {
            throw new IllegalArgumentException("has " + fields.size() + " fields instead of 5");
        }
        var price = new Money(
                read("price", BigDecimal::new, fields.get(2)), read("currency", Currency::getInstance, fields.get(3)));
        var product = new Product(new Sku(fields.get(0)), fields.get(1), price);
        return new CatalogueItem(product, read("quantity", Long::valueOf, fields.get(4)));
    }

    private static <T> T read(String field, Function<String, T> reader, String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + " can't be \"" + text + "\"", e);
        }
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
