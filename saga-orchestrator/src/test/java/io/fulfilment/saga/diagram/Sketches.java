package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.SagaDescription.Reference;
import io.fulfilment.saga.query.StepDescription;
import io.fulfilment.saga.query.StepDescription.Retries;
import io.fulfilment.saga.query.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sagas that nobody has defined yet, of all sizes. */
final class Sketches {

    private static final String WORDS = "hold all of the pieces that anybody has ever wanted of it, or none ";

    private final Random random;
    private final List<StepDescription> steps = new ArrayList<>();
    private final List<StepDescription> closing = new ArrayList<>();

    private Sketches(long seed) {
        this.random = new Random(seed);
    }

    static Map<String, Diagram> all() {
        var all = new LinkedHashMap<String, Diagram>();
        for (int seed = 0; seed < 60; seed++) {
            all.put("sketch " + seed, Diagram.of(new Sketches(seed).saga()));
        }
        return all;
    }

    static SagaDescription saying(String text) {
        var step = step(StepKind.PIVOT, "do-it", 1, text, text, null);
        return new SagaDescription("sketch", 1, text, List.of(step), List.of(), null, null);
    }

    private SagaDescription saga() {
        int compensatable = random.nextInt(4);
        for (int i = 1; i <= compensatable; i++) {
            var undo = step(StepKind.COMPENSATION, "undo-" + i, i, some(), null, null);
            steps.add(step(StepKind.COMPENSATABLE, "do-" + i, i, some(), null, undo));
        }
        boolean hasPivot = compensatable > 0 || random.nextBoolean();
        if (hasPivot) {
            steps.add(step(StepKind.PIVOT, "decide", compensatable + 1, some(), null, null));
            addClosing(random.nextInt(7));
        }
        addOnward(hasPivot ? random.nextInt(4) : 1 + random.nextInt(3));
        var limit = hasPivot && random.nextBoolean() ? Duration.ofMinutes(30) : null;
        var next = random.nextBoolean() ? new Reference("next-saga", 1) : null;
        return new SagaDescription("sketch", 1, some(), steps, closing, limit, next);
    }

    private void addOnward(int stages) {
        int before = steps.isEmpty() ? 0 : steps.getLast().stage();
        for (int stage = before + 1; stage <= before + stages; stage++) {
            int together = 1 + random.nextInt(4);
            for (int i = 0; i < together; i++) {
                steps.add(step(StepKind.RETRIABLE, "go-" + stage + "-" + i, stage, some(), condition(), null));
            }
        }
    }

    private void addClosing(int stages) {
        for (int stage = 1; stage <= stages; stage++) {
            closing.add(step(StepKind.EXPENDABLE, "close-" + stage, stage, some(), condition(), null));
        }
    }

    private @Nullable String condition() {
        return random.nextBoolean() ? some() : null;
    }

    private String some() {
        return WORDS.repeat(3).substring(0, 5 + random.nextInt(150));
    }

    private static StepDescription step(
            StepKind kind,
            String name,
            int stage,
            String purpose,
            @Nullable String condition,
            @Nullable StepDescription undo) {
        var retries = new Retries(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, false, Duration.ofSeconds(1));
        return new StepDescription(
                name, kind, stage, purpose, "sketch.Do.v1", "some-service", List.of(), retries, condition, undo);
    }
}
