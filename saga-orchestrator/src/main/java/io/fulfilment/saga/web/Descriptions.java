package io.fulfilment.saga.web;

import io.fulfilment.saga.application.SagaDefinitions;
import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.web.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The definitions, described. */
@Component
class Descriptions {

    private final List<SagaDescription> sagas;

    Descriptions(SagaDefinitions definitions) {
        this.sagas = definitions
                .all()
                .<SagaDescription>map(definition -> SagaDescription.of(definition))
                .toList();
    }

    /** The newest version of each type. */
    Stream<SagaDescription> newest() {
        return sagas.stream().filter(saga -> versions(saga.type()).getFirst() == saga.version());
    }

    /** The newest first; none if there is no such type. */
    List<Integer> versions(String type) {
        return sagas.stream()
                .filter(saga -> saga.type().equals(type))
                .map(SagaDescription::version)
                .toList();
    }

    /**
     * @param version the newest if null
     * @throws io.fulfilment.web.problem.ProblemException if there is no such type or version
     */
    SagaDescription get(String type, @Nullable Integer version) {
        return sagas.stream()
                .filter(saga -> saga.type().equals(type) && (version == null || saga.version() == version))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().asException());
    }
}
