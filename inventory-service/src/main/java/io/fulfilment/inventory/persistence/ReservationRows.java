package io.fulfilment.inventory.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Pieces;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Expired;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.OfPieces;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.Reservation.Restocked;
import io.fulfilment.inventory.domain.Reservations.HeldSince;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
        var orderId = orderId(row);
        return switch (row.getString("status")) {
            case "RESERVED" -> held(row, number);
            case "REFUSED" -> new Refused(orderId, missing(row));
            case "RELEASED" -> new Released(orderId);
            case "EXPIRED" -> new Expired(orderId, pieces(row.getString("pieces")));
            case "DISPATCHED" -> new Dispatched(orderId, pieces(row.getString("pieces")));
            case "RESTOCKED" -> new Restocked(orderId);
            case String other -> throw new IllegalStateException("unknown status " + other);
        };
    }

    Held held(ResultSet row, int number) throws SQLException {
        return new Held(orderId(row), pieces(row.getString("pieces")));
    }

    static HeldSince heldSince(ResultSet row, int number) throws SQLException {
        return new HeldSince(
                orderId(row), row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OrderId orderId(ResultSet row) throws SQLException {
        return new OrderId(row.getObject("order_id", UUID.class));
    }

    static String status(Reservation reservation) {
        return switch (reservation) {
            case Held _ -> "RESERVED";
            case Refused _ -> "REFUSED";
            case Released _ -> "RELEASED";
            case Expired _ -> "EXPIRED";
            case Dispatched _ -> "DISPATCHED";
            case Restocked _ -> "RESTOCKED";
        };
    }

    String pieces(Reservation reservation) {
        return switch (reservation) {
            case OfPieces some -> json.writeValueAsString(texts(some.pieces()));
            case Refused _, Released _, Restocked _ -> "{}";
        };
    }

    /** SKUs have no comma, so a comma separates them. */
    static String missing(Reservation reservation) {
        return switch (reservation) {
            case Refused refused -> refused.missing().stream().map(Sku::value).collect(Collectors.joining(","));
            case OfPieces _, Released _, Restocked _ -> "";
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
