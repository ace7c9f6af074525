package io.fulfilment.payment.gateway;

/** What somebody else has written, made fit for logs, messages and the database, which takes no NUL. */
final class OneLine {

    private static final int LONGEST = 200;

    private OneLine() {}

    static String of(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return head.replaceAll("\\p{C}+", " ").strip();
    }
}
