package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;
import io.fulfilment.messaging.codec.RecordReader;
import io.fulfilment.messaging.retry.Causes;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes a batch off Kafka. When it returns, each message is handled, held, a duplicate or not for this service, and
 * that is committed; else it throws, and the batch comes again.
 */
final class BatchListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchListener.class);

    private final RecordReader reader;
    private final BatchTransaction transaction;
    private final Apart apart;

    BatchListener(RecordReader reader, BatchTransaction transaction, Apart apart) {
        this.reader = reader;
        this.transaction = transaction;
        this.apart = apart;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            settle(records.stream().map(reader::read).toList());
        } catch (Error e) {
            // The container ends its thread for good on an error; an exception makes it try again.
            throw new IllegalStateException("a batch failed with an error", e);
        }
    }

    private void settle(List<Incoming> batch) {
        try {
            transaction.settle(batch);
        } catch (RuntimeException | StackOverflowError e) {
            switch (Blame.of(e)) {
                case SYSTEM -> throw e;
                case CONTENTION, MESSAGE -> {
                    LOG.info("A batch of {} failed as a whole and is taken apart: {}", batch.size(), Causes.of(e));
                    LOG.debug("A batch failed as a whole", e);
                    apart.settle(batch);
                }
            }
        }
    }
}
