package io.fulfilment.notification.persistence;

import io.fulfilment.notification.application.MailContent;
import io.fulfilment.notification.application.Waiting;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of a notification until its end, as JSON. */
class NotificationJson {

    private static final TypeReference<List<Waiting>> WAITING = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    String write(MailContent content) {
        return json.writeValueAsString(content);
    }

    String write(List<Waiting> waiting) {
        return json.writeValueAsString(waiting);
    }

    MailContent content(String text) {
        return json.readValue(text, MailContent.class);
    }

    List<Waiting> waiting(String text) {
        return json.readValue(text, WAITING);
    }
}
