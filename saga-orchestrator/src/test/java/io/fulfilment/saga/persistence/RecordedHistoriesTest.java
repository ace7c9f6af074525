package io.fulfilment.saga.persistence;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fulfilment.saga.application.SagaDefinitions;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.fulfilment.History;
import io.fulfilment.saga.fulfilment.OrderFulfilment;
import io.fulfilment.saga.fulfilment.OrderSagas;
import io.fulfilment.saga.fulfilment.PureHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every version of every saga that has landed goes on as it did. {@code -Dhistories.record} records the histories of new
 * versions, which is part of landing them.
 */
class RecordedHistoriesTest {

    private static final SagaDefinitions DEFINITIONS = SagaDefinitions.of(OrderSagas.ALL);

    static Stream<RecordedHistory> histories() {
        return RecordedHistories.files().stream().flatMap(file -> RecordedHistories.read(file).stream());
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aLandedVersionGoesOnAsItDid(RecordedHistory history) {
        check(DEFINITIONS.of(history.type(), history.version()), history);
    }

    @Test
    void everyVersionHasHistories() {
        assertThat(DEFINITIONS.all().map(each -> RecordedHistories.file(each.type(), each.version())))
                .allSatisfy(file -> assertThat(RecordedHistories.read(file)).isNotEmpty());
    }

    @Test
    void whatHasLandedIsNotRecordedAgain() {
        var file = RecordedHistories.files().getFirst();
        assertThatIllegalStateException()
                .isThrownBy(() -> RecordedHistories.write(file, List.of()))
                .withMessageContaining("has landed");
    }

    @Test
    void recordsNewVersions() {
        assumeTrue(System.getProperty("histories.record") != null);
        var seen = new HashMap<Path, Set<String>>();
        var adding = new HashMap<Path, List<RecordedHistory>>();
        for (int seed = 0; seed < 20_000; seed++) {
            for (RecordedHistory history : live(seed)) {
                var file = RecordedHistories.file(history.type(), history.version());
                if (seen.computeIfAbsent(file, _ -> new HashSet<>()).addAll(features(history))) {
                    adding.computeIfAbsent(file, _ -> new ArrayList<>()).add(history);
                }
            }
        }
        adding.forEach((file, histories) -> {
            if (!Files.exists(file)) {
                RecordedHistories.write(file, covering(histories));
            }
        });
    }

    private static <D> void check(SagaDefinition<D> definition, RecordedHistory history) {
        new HistoryReplay<>(definition, history).check();
    }

    private static Collection<RecordedHistory> live(long seed) {
        Map<UUID, HistoryRecorder> recorders = new LinkedHashMap<>();
        var random = new Random(seed);
        PureHost.Witness witness = (before, input, at, transition) -> recorders
                .computeIfAbsent(before.id(), _ -> new HistoryRecorder(before))
                .saw(before, input, at, transition);
        new History(random, new PureHost(OrderFulfilment.DEFINITION, random, witness)).run();
        return recorders.values().stream().map(HistoryRecorder::history).toList();
    }

    /** Later ones often show all that an earlier one was kept for. */
    private static List<RecordedHistory> covering(List<RecordedHistory> histories) {
        var seen = new HashSet<String>();
        return histories.reversed().stream()
                .filter(history -> seen.addAll(features(history)))
                .toList();
    }

    private static Set<String> features(RecordedHistory history) {
        return history.turns().stream().flatMap(RecordedHistoriesTest::features).collect(toSet());
    }

    private static Stream<String> features(RecordedHistory.Turn turn) {
        var input = turn.input();
        var inputs = Stream.of(input.kind() + " " + input.act() + " " + input.type() + " " + turn.status() + " "
                + turn.log().getLast());
        return Stream.of(turn.log().stream(), inputs, stored(turn.row())).flatMap(each -> each);
    }

    private static Stream<String> stored(RecordedHistory.@Nullable Row row) {
        if (row == null) {
            return Stream.of();
        }
        var failure = row.state().path("failure");
        var runs = row.state().path("runs").valueStream().map(run -> run.path("step") + " " + run.path("state"));
        return Stream.concat(runs, Stream.of(failure.path("reason") + " " + failure.path("detail")));
    }
}
