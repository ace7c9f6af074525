package io.fulfilment.benchmarks.messaging;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How much memory a relay needs for a backlog.
 *
 * @param heapMegabytes what its process may use
 * @param peakMegabytes the most of it that was in use, garbage included
 * @param residentMegabytes the most memory that the process had, all in all
 */
record Memory(int rows, int heapMegabytes, long peakMegabytes, long residentMegabytes) {

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d rows waited for a relay with a heap of %d MB: at most %d MB in use, %d MB resident%n%n",
                rows,
                heapMegabytes,
                peakMegabytes,
                residentMegabytes);
    }
}
