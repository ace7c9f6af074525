package io.fulfilment.console.web;

import io.fulfilment.console.lag.Figures;
import io.fulfilment.console.lag.Status;

/**
 * Figures as a page shows them.
 *
 * @param shape of the status, as the path of a picture of 16 by 16: it is not told by its colour alone
 */
record FiguresView(
        String token,
        String words,
        String shape,
        String lag,
        String age,
        String in,
        String out,
        String drain,
        String trend) {

    static FiguresView of(Figures figures) {
        return new FiguresView(
                figures.status().token(),
                figures.status().words(),
                shape(figures.status()),
                Words.count(figures.lag()),
                Words.time(figures.lagSeconds()),
                Words.rate(figures.inPerSecond()),
                Words.rate(figures.outPerSecond()),
                figures.status() == Status.MOVING ? "–" : Words.drain(figures.drainSeconds()),
                figures.trend().words());
    }

    static String shape(Status status) {
        return switch (status) {
            case MOVING -> "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z";
            case GAINING -> "M8 2l7 12H1z";
            case FALLING_BEHIND -> "M1 2h14L8 14z";
            case STOPPED -> "M2 2h12v12H2z";
        };
    }
}
