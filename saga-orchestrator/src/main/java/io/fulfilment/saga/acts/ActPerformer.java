package io.fulfilment.saga.acts;

import io.fulfilment.messaging.retry.Causes;
import io.fulfilment.saga.application.PerformingActs;
import io.fulfilment.saga.application.SagaActs.Batch;
import io.fulfilment.saga.work.SagaThread;
import io.fulfilment.saga.work.Together;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Performs acts on many sagas, a batch at a time. */
@Configuration(proxyBeanMethods = false)
class ActPerformer {

    private static final Logger LOG = LoggerFactory.getLogger(ActPerformer.class);
    private static final int BATCH = 200;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final PerformingActs acts;

    ActPerformer(PerformingActs acts) {
        this.acts = acts;
    }

    @Bean
    SagaThread actThread() {
        return new SagaThread("saga-acts", this::round);
    }

    Duration round() {
        var batch = acts.next(BATCH);
        batch.ifPresent(this::perform);
        return batch.isPresent() ? Duration.ZERO : IDLE;
    }

    private void perform(Batch batch) {
        Together.work(
                batch.sagas(),
                sagas -> acts.perform(new Batch(batch.act(), sagas)),
                (saga, fault) -> failed(batch.act(), saga, fault));
    }

    private void failed(long act, UUID saga, RuntimeException fault) {
        LOG.error("act {} could not be done to saga {}", act, saga, fault);
        acts.fail(act, saga, Causes.of(fault));
    }
}
