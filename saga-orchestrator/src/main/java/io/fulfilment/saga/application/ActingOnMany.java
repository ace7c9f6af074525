package io.fulfilment.saga.application;

import io.fulfilment.saga.application.Reading.Readable;
import io.fulfilment.saga.application.Reading.Unreadable;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what an operator decides about many sagas at once. It is done by and by, whichever process comes to it. */
@Service
public class ActingOnMany {

    private final SagaActs acts;
    private final SagaSurvey survey;

    ActingOnMany(SagaActs acts, SagaSurvey survey) {
        this.acts = acts;
        this.survey = survey;
    }

    /**
     * How much an act would be about now.
     *
     * @param matching the sagas that agree
     * @param allowing those of them that allow the act as they stand
     */
    public record Extent(long matching, long allowing) {}

    public Extent extent(OperatorAct act, SagaFilter filter) {
        var count = new Count(act);
        survey.read(filter, count::add);
        return new Extent(count.matching, count.allowing);
    }

    /**
     * Begins an act on the sagas that agree now, as they stand now: none comes in later, and one that has moved on by its
     * turn is left alone.
     *
     * @return its id; empty if more sagas agree than were expected, and nothing happens
     */
    @Transactional
    public Optional<Long> begin(OperatorActed acted, SagaFilter filter, int expected) {
        return acts.begin(acted, filter, expected);
    }

    /** Leaves alone what still waits, if there is such an act. What is being done at this moment comes to its end. */
    @Transactional
    public void stop(long act, String by, @Nullable String reason) {
        acts.stop(act, by, reason);
    }

    private static final class Count {

        private final OperatorAct act;
        private long matching;
        private long allowing;

        private Count(OperatorAct act) {
            this.act = act;
        }

        private void add(Reading reading) {
            matching++;
            boolean allows = switch (reading) {
                case Readable(var saga) -> saga.choices().contains(act);
                case Unreadable _ -> false;
            };
            if (allows) {
                allowing++;
            }
        }
    }
}
