package io.fulfilment.messaging.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table that every test service has. */
@Entity
@Table(name = "effect")
class Thing {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "message_id")
    private @Nullable UUID messageId = UUID.randomUUID();

    private String type = "thing";
    private String subject = "thing";
    private long sequence;

    protected Thing() {}

    Thing(String subject, long sequence) {
        this.subject = subject;
        this.sequence = sequence;
    }

    /** Not null, says the table. */
    void spoil() {
        messageId = null;
    }

    void count() {
        sequence++;
    }
}
