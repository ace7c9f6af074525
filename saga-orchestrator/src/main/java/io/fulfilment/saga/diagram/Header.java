package io.fulfilment.saga.diagram;

import io.fulfilment.saga.diagram.Lettering.Line;
import io.fulfilment.saga.query.SagaDescription;
import java.util.List;
import java.util.stream.Stream;

/** What stands above the picture. */
final class Header {

    private Header() {}

    static List<Line> of(SagaDescription saga, Marks marks, int width) {
        var status = marks.status().isEmpty() ? "" : marks.status() + " \u00B7 ";
        return Stream.concat(
                        Stream.of(new Line(Lettering.TITLE, saga.type())),
                        Lettering.SUBTITLE
                                .wrap(status + "version " + saga.version() + " \u00B7 to " + saga.purpose(), width)
                                .stream())
                .toList();
    }

    static int height(List<Line> header) {
        return header.stream().mapToInt(line -> line.lettering().height()).sum();
    }
}
