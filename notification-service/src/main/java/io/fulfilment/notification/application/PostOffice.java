package io.fulfilment.notification.application;

import java.util.List;

/** The mail server. Not to be called inside a transaction: it takes its time. */
public interface PostOffice {

    /** Sends each mail at most once, and tells what became of it. Doesn't throw. */
    List<Delivery> deliver(List<Mail> mails);

    /** Whether the mail server has been answering of late. */
    boolean isOpen();
}
