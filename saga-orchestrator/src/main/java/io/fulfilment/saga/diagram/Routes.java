package io.fulfilment.saga.diagram;

import io.fulfilment.saga.diagram.Route.Point;
import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.StepDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of a picture: the way on, the way back, and what follows. */
final class Routes {

    private static final int RISER = 20;
    private static final int ABOVE_LINE = 5;

    private final SagaDescription saga;
    private final Layout layout;
    private final List<Route> routes = new ArrayList<>();

    private Routes(SagaDescription saga, Layout layout) {
        this.saga = saga;
        this.layout = layout;
    }

    static List<Route> of(SagaDescription saga, Layout layout) {
        var all = new Routes(saga, layout);
        all.chain(List.of(layout.box(Grid.START)), saga.steps(), Grid.COMPLETED);
        if (Failing.canFail(saga)) {
            all.wayBack();
        }
        if (saga.followUp() != null) {
            all.follow(layout.box(saga.followUp().type()));
        }
        return all.routes;
    }

    private void chain(List<Box> from, List<StepDescription> steps, String end) {
        var before = from;
        for (int stage : steps.stream().map(StepDescription::stage).distinct().toList()) {
            var here = steps.stream()
                    .filter(step -> step.stage() == stage)
                    .map(layout::box)
                    .toList();
            if (!before.isEmpty()) {
                routes.addAll(Route.between(before, here, Route.FLOW));
            }
            before = here;
        }
        routes.addAll(Route.between(before, List.of(layout.box(end)), Route.FLOW));
    }

    private void wayBack() {
        @Nullable Box undoBefore = null;
        for (StepDescription step :
                saga.steps().stream().filter(Failing::canFail).toList()) {
            var box = layout.box(step);
            if (undoBefore == null) {
                routes.add(refusedAtFirst(refusal(step, box), box.right() + RISER));
            } else {
                routes.add(refused(refusal(step, box), box.right() + RISER, undoBefore));
            }
            if (step.compensation() != null) {
                var undo = layout.box(Objects.requireNonNull(step.compensation()));
                routes.add(unanswered(box, undo));
                routes.add(undoBefore == null ? closes(undo) : up(undo, undoBefore));
                undoBefore = undo;
            }
        }
        if (!saga.closing().isEmpty()) {
            chain(List.of(), saga.closing(), Grid.COMPENSATED);
        }
    }

    private Box closing() {
        return saga.closing().isEmpty()
                ? layout.box(Grid.COMPENSATED)
                : layout.box(saga.closing().getFirst());
    }

    private static Point refusal(StepDescription step, Box box) {
        return new Point(Shape.of(step.kind()).rightAtAQuarter(box), box.y() + box.height() / 4);
    }

    private static Route unanswered(Box step, Box undo) {
        int y = step.centerY();
        return Route.of(Route.BACK, new Point(step.right(), y), new Point(undo.x(), y))
                .labelled("no answer", new Point((step.right() + RISER + undo.x()) / 2, y - ABOVE_LINE));
    }

    /** Nothing was done by it: what was done before it is undone. */
    private static Route refused(Point from, int riser, Box undoBefore) {
        int to = undoBefore.bottom() - undoBefore.height() / 6;
        return Route.of(
                        Route.BACK,
                        from,
                        new Point(riser, from.y()),
                        new Point(riser, to),
                        new Point(undoBefore.x(), to))
                .labelled("refused", new Point((riser + undoBefore.x()) / 2, to - ABOVE_LINE));
    }

    /** Nothing was done at all: over the top to what closes the saga. */
    private Route refusedAtFirst(Point from, int riser) {
        int over = layout.top(1) - Layout.ROW_GAP / 2;
        var closing = closing();
        return Route.of(
                        Route.BACK,
                        from,
                        new Point(riser, from.y()),
                        new Point(riser, over),
                        new Point(closing.centerX(), over),
                        new Point(closing.centerX(), closing.y()))
                .labelled("refused", new Point(riser + (Tile.WIDTH / 6), over - ABOVE_LINE));
    }

    private Route closes(Box undo) {
        return Route.of(
                Route.BACK,
                new Point(undo.right(), undo.centerY()),
                new Point(closing().x(), undo.centerY()));
    }

    private static Route up(Box undo, Box undoBefore) {
        return Route.of(
                Route.BACK, new Point(undo.centerX(), undo.y()), new Point(undoBefore.centerX(), undoBefore.bottom()));
    }

    private void follow(Box next) {
        routes.addAll(Route.between(List.of(layout.box(Grid.COMPLETED)), List.of(next), Route.FOLLOW));
        if (Failing.canFail(saga)) {
            var undone = layout.box(Grid.COMPENSATED);
            routes.add(Route.of(
                    Route.FOLLOW,
                    new Point(undone.centerX(), undone.bottom()),
                    new Point(undone.centerX(), next.centerY()),
                    new Point(next.right(), next.centerY())));
        }
    }
}
