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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
                .allSatisfy(file -> assertThat(file).exists());
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
        var byFile = new LinkedHashMap<Path, List<RecordedHistory>>();
        for (int seed = 0; seed < 20_000; seed++) {
            for (RecordedHistory history : live(seed)) {
                byFile.computeIfAbsent(
                                RecordedHistories.file(history.type(), history.version()), _ -> new ArrayList<>())
                        .add(history);
            }
        }
        byFile.forEach((file, all) -> {
            if (!Files.exists(file)) {
                RecordedHistories.write(file, covering(all));
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

    /** As few as show everything that was seen in all of them. */
    private static List<RecordedHistory> covering(List<RecordedHistory> all) {
        return adding(adding(all).reversed());
    }

    private static List<RecordedHistory> adding(List<RecordedHistory> histories) {
        var seen = new HashSet<String>();
        return histories.stream()
                .filter(history -> seen.addAll(features(history)))
                .toList();
    }

    private static Set<String> features(RecordedHistory history) {
        return history.turns().stream()
                .flatMap(turn -> Stream.concat(
                        turn.log().stream(),
                        Stream.of(turn.input().kind() + " " + turn.input().act() + " "
                                + turn.input().type() + " " + turn.status() + " "
                                + turn.log().getLast())))
                .collect(toSet());
    }
}
