package io.fulfilment.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A mail as one recipient got it; the text is that of its {@code text/plain} part. */
record Mail(String to, String subject, String text, Instant receivedAt) {

    static Mail of(String to, MimeMessage message, Instant receivedAt) throws MessagingException, IOException {
        String subject = Optional.ofNullable(message.getSubject()).orElse("");
        return new Mail(to, subject, plainText(message).orElse(""), receivedAt);
    }

    private static Optional<String> plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                Optional<String> text = plainText(child);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
