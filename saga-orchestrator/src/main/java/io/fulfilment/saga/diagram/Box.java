package io.fulfilment.saga.diagram;

/** A rectangle in pixels. */
record Box(int x, int y, int width, int height) {

    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    int centerX() {
        return x + width / 2;
    }

    int centerY() {
        return y + height / 2;
    }

    /** The part of it that is so high, in its middle. */
    Box middle(int high) {
        return new Box(x, centerY() - high / 2, width, high);
    }

    /** Larger on every side. */
    Box around(int by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }
}
