package io.fulfilment.notification.mail;

import io.fulfilment.notification.application.Delivery.NotNow;
import io.fulfilment.notification.application.Delivery.Outcome;
import io.fulfilment.notification.application.Delivery.Refused;
import io.fulfilment.notification.application.Delivery.Unclear;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure while a mail was being sent means: the server's word is final, its silence is not. */
final class SmtpFailure {

    private static final String END_OF_MAIL = ".";

    private SmtpFailure() {}

    static Outcome meaningOf(MessagingException failure) {
        for (Exception fault = failure; fault != null; fault = next(fault)) {
            if (fault instanceof SMTPAddressFailedException refused) {
                return answered(refused.getReturnCode(), refused.getCommand());
            }
        }
        return failure instanceof SMTPSendFailedException failed
                ? answered(failed.getReturnCode(), failed.getCommand())
                : new Unclear("the connection to the mail server broke");
    }

    private static Outcome answered(int code, String command) {
        if (code >= 500) {
            return new Refused("the mail server refused it with " + code);
        }
        if (code >= 400) {
            return new NotNow("the mail server put it off with " + code);
        }
        // The connection broke. Before the end of the mail was sent, the server can't have taken it.
        return END_OF_MAIL.equals(command)
                ? new Unclear("the mail server did not say whether it took it")
                : new NotNow("the mail server hung up");
    }

    private static @Nullable Exception next(Exception fault) {
        return fault instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
