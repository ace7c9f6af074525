package io.fulfilment.notification.application;

import java.util.regex.Pattern;

/** Tells addresses from what only looks like one. Nothing that passes can add a header or a recipient. */
final class EmailAddress {

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private EmailAddress() {}

    static boolean isValid(String text) {
        int at = text.indexOf('@');
        return text.length() <= 254 && at > 0 && at <= 64 && FORM.matcher(text).matches();
    }
}
