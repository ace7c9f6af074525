package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.StepKind;

/** The outline of a box, by which a kind is told without its colour. */
enum Shape {
    ROUNDED,
    HEXAGON,
    PLAIN,
    DASHED,
    BARRED,
    PILL,
    DOUBLE;

    static Shape of(StepKind kind) {
        return switch (kind) {
            case COMPENSATABLE -> ROUNDED;
            case COMPENSATION -> BARRED;
            case PIVOT -> HEXAGON;
            case RETRIABLE -> PLAIN;
            case EXPENDABLE -> DASHED;
        };
    }

    /** How far the sides of a hexagon come in. */
    static final int POINT = 20;

    /** Where the right side is a quarter of the height below the top. */
    int rightAtAQuarter(Box box) {
        return this == HEXAGON ? box.right() - POINT / 2 : box.right();
    }

    /** How much of a box its sides take away from the text. */
    int margin() {
        return switch (this) {
            case HEXAGON -> 28;
            case BARRED, DOUBLE -> 18;
            case ROUNDED, PLAIN, DASHED, PILL -> 12;
        };
    }
}
