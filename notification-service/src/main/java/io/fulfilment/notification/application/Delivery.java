package io.fulfilment.notification.application;

/** What became of an attempt to send a mail. */
public record Delivery(Mail mail, Outcome outcome) {

    /** Certain, or the admission that it isn't. */
    public sealed interface Outcome {}

    /** The mail server has taken it. */
    public record Delivered() implements Outcome {}

    /** The mail server will never take it. */
    public record Refused(String reason) implements Outcome {}

    /** Certainly not sent, but it may be later. */
    public record NotNow(String reason) implements Outcome {}

    /** The connection was lost while the mail server was taking it. */
    public record Unclear(String reason) implements Outcome {}
}
