package io.fulfilment.order.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.application.Answer;
import io.fulfilment.order.application.Fingerprint;
import io.fulfilment.order.application.IdempotencyKey;
import io.fulfilment.order.application.IdempotencyRefused;
import io.fulfilment.order.application.IdempotentRequests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * An advisory lock tells at once whether somebody else is at it; what makes a key unique is the table's constraint. So a
 * transaction that looked before another's commit, and got the lock after it, still can't answer a second time.
 */
@Repository
class JdbcIdempotentRequests implements IdempotentRequests {

    private final JdbcClient jdbc;

    JdbcIdempotentRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Claim claim(IdempotencyKey key) {
        return jdbc.sql("""
                        SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS granted, fingerprint, order_id, answer
                        FROM (VALUES (1)) AS always
                        LEFT JOIN idempotent_request ON customer_id = ? AND idempotency_key = ?
                        """)
                .param("order-service " + key.value() + " " + key.customer().value())
                .param(key.customer().value())
                .param(key.value())
                .query(JdbcIdempotentRequests::claimed)
                .single();
    }

    @Override
    public void keep(IdempotencyKey key, Fingerprint fingerprint, Answer answer) {
        try {
            jdbc.sql("""
                            INSERT INTO idempotent_request (customer_id, idempotency_key, fingerprint, order_id, answer)
                            VALUES (?, ?, ?, ?, ?)
                            """)
                    .param(key.customer().value())
                    .param(key.value())
                    .param(fingerprint.value())
                    .param(answer.orderId().value())
                    .param(answer.body())
                    .update();
        } catch (DuplicateKeyException answeredMeanwhile) {
            throw new IdempotencyRefused.InProgress();
        }
    }

    private static Claim claimed(ResultSet row, int number) throws SQLException {
        String fingerprint = row.getString("fingerprint");
        if (fingerprint != null) {
            var answer = new Answer(new OrderId(row.getObject("order_id", UUID.class)), row.getString("answer"));
            return new Claim.Answered(new Fingerprint(fingerprint), answer);
        }
        return row.getBoolean("granted") ? new Claim.Granted() : new Claim.Busy();
    }
}
