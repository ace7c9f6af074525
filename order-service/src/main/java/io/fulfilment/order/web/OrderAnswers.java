package io.fulfilment.order.web;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.query.OrderView;
import io.fulfilment.order.query.OrderViews;
import io.fulfilment.order.query.PatientOrderViews;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows an order to its customer and to operators; to anybody else, it is as good as none. */
@Component
class OrderAnswers {

    private final OrderViews views;
    private final PatientOrderViews patientViews;

    OrderAnswers(OrderViews views, PatientOrderViews patientViews) {
        this.views = views;
        this.patientViews = patientViews;
    }

    /** The order as it is now. */
    OrderView visible(Caller caller, OrderId id) {
        return found(views.find(id).filter(visibleTo(caller)));
    }

    /** Completes an answer with the order: at once or, if the client prefers to wait, as soon as its status is final. */
    ResponseEntity<OrderView> complete(
            ResponseEntity.BodyBuilder answer, Caller caller, OrderId id, @Nullable List<String> prefer) {
        answer.header(HttpHeaders.VARY, "Prefer");
        return WaitPreference.in(prefer == null ? List.of() : prefer)
                .map(wait -> answer.header("Preference-Applied", wait.applied())
                        .body(found(patientViews.find(id, visibleTo(caller), wait.patience()))))
                .orElseGet(() -> answer.body(visible(caller, id)));
    }

    private static OrderView found(Optional<OrderView> order) {
        return order.orElseThrow(() -> Problem.notFound().asException());
    }

    private static Predicate<OrderView> visibleTo(Caller caller) {
        return order -> caller.operator() || order.customerId().value().equals(caller.subject());
    }
}
