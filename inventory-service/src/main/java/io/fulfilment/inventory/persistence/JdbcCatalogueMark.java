package io.fulfilment.inventory.persistence;

import io.fulfilment.inventory.domain.CatalogueMark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mark is a row, and its primary key the lock: a second insert waits for the end of the first one's transaction. */
@Repository
class JdbcCatalogueMark implements CatalogueMark {

    private final JdbcClient jdbc;

    JdbcCatalogueMark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean set() {
        return jdbc.sql("INSERT INTO catalogue_load DEFAULT VALUES ON CONFLICT DO NOTHING")
                        .update()
                == 1;
    }
}
