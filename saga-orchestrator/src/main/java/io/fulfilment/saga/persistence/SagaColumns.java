package io.fulfilment.saga.persistence;

import io.fulfilment.saga.application.SagaWork;
import io.fulfilment.saga.engine.Run;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was done to sagas as arrays, one for each column. */
record SagaColumns(List<SagaWork<?>> works, SagaJson json) {

    static SagaColumns of(Collection<? extends SagaWork<?>> works, SagaJson json) {
        return new SagaColumns(List.copyOf(works), json);
    }

    String[] ids() {
        return text(work -> work.id().toString());
    }

    int[] versions() {
        return works.stream().mapToInt(work -> work.stored().version()).toArray();
    }

    int[] definitionVersions() {
        return works.stream()
                .mapToInt(work -> work.instance().definitionVersion())
                .toArray();
    }

    String[] types() {
        return text(work -> work.instance().type());
    }

    String[] orders() {
        return text(work -> work.stored().orderId().toString());
    }

    String[] correlations() {
        return text(work -> work.stored().origin().correlationId().toString());
    }

    @Nullable
    String[] traceparents() {
        return optionalText(work -> work.stored().origin().traceparent());
    }

    String[] statuses() {
        return text(work -> work.instance().status().name());
    }

    @Nullable
    String[] steps() {
        return optionalText(work -> work.instance().foremostRun().map(Run::step).orElse(null));
    }

    @Nullable
    String[] errors() {
        return optionalText(work -> work.instance().error().orElse(null));
    }

    String[] data() {
        return text(work -> json.write(work.instance().data()));
    }

    /** Null where nothing was learned. */
    @Nullable
    String[] changedData() {
        return optionalText(work -> work.changedData().map(json::write).orElse(null));
    }

    String[] states() {
        return text(work -> json.write(SagaJson.State.of(work.instance())));
    }

    /** Null where no timer is armed. */
    @Nullable
    String[] deadlines() {
        return optionalText(work -> Optional.ofNullable(work.instance().deadline())
                .map(Instant::toString)
                .orElse(null));
    }

    String[] logs() {
        return text(work -> json.writeLog(work.log()));
    }

    private String[] text(Function<SagaWork<?>, String> column) {
        return works.stream().map(column).toArray(String[]::new);
    }

    private @Nullable String[] optionalText(Function<SagaWork<?>, @Nullable String> column) {
        return works.stream().map(column).toArray(String[]::new);
    }
}
