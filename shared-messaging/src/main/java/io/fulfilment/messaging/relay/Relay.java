package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.group.Pace;
import io.fulfilment.messaging.group.Strain;
import io.fulfilment.messaging.outbox.RelaySignal;
import io.fulfilment.messaging.outbox.StoredRow;
import io.fulfilment.messaging.retry.WakeUp;
import io.fulfilment.messaging.retry.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread that publishes, next to those of other replicas: starts before, and stops after, everything that appends. */
final class Relay implements Worker.Work, RelaySignal, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** On a busy machine, a tenth of the time goes into rounds that are short. */
    private static final Pace PACE = new Pace(10, Duration.ofMillis(20), Strain.ofMachine());

    private final Publisher publisher;
    private final RelayLease lease;
    private final RelaySettings settings;
    private final WakeUp wakeUp = new WakeUp();
    private final Bell bell;
    private final AtomicReference<Shards> untold = new AtomicReference<>(Shards.NONE);
    private final Worker worker;

    /** @param bell makes a bell that calls what it is given when it is heard */
    Relay(Publisher publisher, RelayLease lease, Function<Consumer<Shards>, Bell> bell, RelaySettings settings) {
        this.publisher = publisher;
        this.bell = bell.apply(this::heard);
        this.lease = lease;
        this.settings = settings;
        this.worker = new Worker(
                "outbox-relay",
                this,
                wakeUp,
                settings.backoff(),
                settings.drain().plus(settings.sendTimeout()));
    }

    @Override
    public void committed(List<StoredRow> rows) {
        tell(publisher.committed(rows));
        wakeUp.ring();
    }

    private void tell(Shards others) {
        if (!others.isEmpty()) {
            untold.accumulateAndGet(others, Shards::and);
        }
    }

    private void heard(Shards shards) {
        publisher.committedElsewhere(shards);
        wakeUp.ring();
    }

    @Override
    public Duration round() throws InterruptedException {
        long start = System.nanoTime();
        Duration idle = publishNext();
        if (idle.isPositive()) {
            gather(System.nanoTime() - start);
        }
        return idle;
    }

    /** The slower it goes, the more shares the next round. */
    private void gather(long nanos) throws InterruptedException {
        worker.rest(PACE.nanosBetween(nanos) - nanos);
    }

    /** Returns how long there is nothing to do unless something is committed. */
    private Duration publishNext() {
        Shards own = share();
        Shards others = untold.getAndSet(Shards.NONE);
        if (!others.isEmpty()) {
            bell.ring(others);
        }
        if (own.isEmpty()) {
            return settings.poll();
        }
        boolean more = publisher.publish(settings.batchSize());
        worker.isWell();
        return more ? Duration.ZERO : publisher.idle();
    }

    /** Between two rounds: what was sent is acknowledged, and leaves the queue before another takes over. */
    private Shards share() {
        Shards held = lease.hold();
        Shards own = held.without(lease.tooMuch());
        tell(publisher.own(own));
        if (!own.equals(held)) {
            lease.share();
        }
        return own;
    }

    @Override
    public void failed(Throwable failure, int times, Duration pause) {
        LOG.warn("Publishing failed {} times in a row; next attempt in {}: {}", times, pause, failure.toString());
        LOG.debug("Publishing failed", failure);
        if (times > 1) {
            stepAside();
        }
    }

    /** Another replica may reach the broker that this one doesn't: until the next attempt, its share is theirs. */
    private void stepAside() {
        try {
            publisher.own(Shards.NONE);
            lease.release();
        } catch (RuntimeException e) {
            LOG.debug("The database can't be told", e);
        }
    }

    /** What is left unpublished is the next owner's. */
    @Override
    public void stopped() {
        long deadline = System.nanoTime() + settings.drain().toNanos();
        try {
            do {
                publishNext();
            } while (!publisher.isDone() && !lease.hold().isEmpty() && System.nanoTime() < deadline);
            publisher.own(Shards.NONE);
            lease.release();
        } catch (RuntimeException e) {
            LOG.info("Stopped with messages unpublished; they are sent after the next start: {}", e.toString());
        }
    }

    @Override
    public void ended() {
        publisher.close();
    }

    @Override
    public void start() {
        worker.start();
        bell.start();
    }

    @Override
    public void stop() {
        if (worker.isRunning()) {
            bell.stop();
            worker.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
