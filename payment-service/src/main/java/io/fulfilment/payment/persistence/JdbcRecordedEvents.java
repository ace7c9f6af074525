package io.fulfilment.payment.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.domain.StoredEvent;
import io.fulfilment.payment.query.RecordedEvent;
import io.fulfilment.payment.query.RecordedEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecordedEvents implements RecordedEvents {

    private final JdbcClient jdbc;
    private final StoredEventJson json;

    JdbcRecordedEvents(JdbcClient jdbc, StoredEventJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<RecordedEvent> of(OrderId orderId) {
        return jdbc.sql("""
                        SELECT version, type, type_version, payload
                        FROM payment_event WHERE order_id = ? ORDER BY version
                        """)
                .param(orderId.value())
                .query((row, _) -> recorded(row))
                .list();
    }

    private RecordedEvent recorded(ResultSet row) throws SQLException {
        String type = row.getString("type");
        StoredEvent event = json.read(type, row.getInt("type_version"), row.getString("payload"));
        return new RecordedEvent(row.getInt("version"), type, event.at(), event);
    }
}
