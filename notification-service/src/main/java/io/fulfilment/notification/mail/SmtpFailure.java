package io.fulfilment.notification.mail;

import io.fulfilment.notification.application.Delivery.NotNow;
import io.fulfilment.notification.application.Delivery.Outcome;
import io.fulfilment.notification.application.Delivery.Refused;
import io.fulfilment.notification.application.Delivery.Unclear;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure while a mail was being sent means: the server's word is final, its silence is not.
 *
 * @param code what the server answered; below 400 if it broke the connection
 * @param ended whether the mail's end had been sent
 */
record SmtpFailure(int code, boolean ended) {

    private static final int GOING_DOWN = 421;
    private static final int NONE = -1;

    static SmtpFailure of(MessagingException failure, boolean ended) {
        for (Exception fault = failure; fault != null; fault = next(fault)) {
            if (fault instanceof SMTPAddressFailedException refused) {
                return new SmtpFailure(refused.getReturnCode(), ended);
            }
        }
        return new SmtpFailure(
                failure instanceof SMTPSendFailedException failed ? failed.getReturnCode() : NONE, ended);
    }

    Outcome outcome() {
        if (code >= 500) {
            return new Refused("the mail server refused it with " + code);
        }
        if (code >= 400) {
            return new NotNow("the mail server put it off with " + code);
        }
        return ended
                ? new Unclear("the mail server did not say whether it took it")
                : new NotNow("the mail server hung up");
    }

    /** Whether it speaks against the mail server rather than against the mail, its recipient or its sender. */
    boolean isOfTheServer() {
        return code < 400 || code == GOING_DOWN;
    }

    private static @Nullable Exception next(Exception fault) {
        return fault instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
