package io.fulfilment.inventory.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Pieces;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the columns of a reservation mean. */
@Component
class ReservationRows {

    private static final TypeReference<TreeMap<String, Long>> PIECES = new TypeReference<>() {};

    private final JsonMapper json;

    ReservationRows(JsonMapper json) {
        this.json = json;
    }

    Reservation read(ResultSet row, int number) throws SQLException {
        var orderId = new OrderId(row.getObject("order_id", UUID.class));
        return switch (row.getString("status")) {
            case "RESERVED" -> new Held(orderId, pieces(row.getString("pieces")));
            case "REFUSED" -> new Refused(orderId, missing(row));
            case "RELEASED" -> new Released(orderId);
            case "DISPATCHED" -> new Dispatched(orderId);
            case String other -> throw new IllegalStateException("unknown status " + other);
        };
    }

    static String status(Reservation reservation) {
        return switch (reservation) {
            case Held _ -> "RESERVED";
            case Refused _ -> "REFUSED";
            case Released _ -> "RELEASED";
            case Dispatched _ -> "DISPATCHED";
        };
    }

    String pieces(Reservation reservation) {
        return switch (reservation) {
            case Held held -> json.writeValueAsString(texts(held.pieces()));
            case Refused _, Released _, Dispatched _ -> "{}";
        };
    }

    /** SKUs have no comma, so a comma separates them. */
    static String missing(Reservation reservation) {
        return switch (reservation) {
            case Refused refused -> refused.missing().stream().map(Sku::value).collect(Collectors.joining(","));
            case Held _, Released _, Dispatched _ -> "";
        };
    }

    private Pieces pieces(String text) {
        var bySku = new TreeMap<Sku, Long>();
        json.readValue(text, PIECES).forEach((sku, count) -> bySku.put(new Sku(sku), count));
        return new Pieces(bySku);
    }

    private static TreeMap<String, Long> texts(Pieces pieces) {
        var texts = new TreeMap<String, Long>();
        pieces.bySku().forEach((sku, count) -> texts.put(sku.value(), count));
        return texts;
    }

    private static List<Sku> missing(ResultSet row) throws SQLException {
        var skus = (String[]) row.getArray("missing").getArray();
        return Arrays.stream(skus).map(Sku::new).toList();
    }
}
