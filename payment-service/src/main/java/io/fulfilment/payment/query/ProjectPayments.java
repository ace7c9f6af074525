package io.fulfilment.payment.query;

import io.fulfilment.payment.application.ReadModel;
import io.fulfilment.payment.application.Transition;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Keeps the read model; a transition that readers don't notice isn't written. */
@Component
class ProjectPayments implements ReadModel {

    private final PaymentViews views;

    ProjectPayments(PaymentViews views) {
        this.views = views;
    }

    @Override
    public void on(Collection<Transition> transitions) {
        List<PaymentView> changed = transitions.stream()
                .filter(it -> !Objects.equals(PaymentProjection.of(it.before()), PaymentProjection.of(it.after())))
                .map(it -> PaymentProjection.of(it.after()))
                .filter(Objects::nonNull)
                .toList();
        if (!changed.isEmpty()) {
            views.save(changed);
        }
    }
}
