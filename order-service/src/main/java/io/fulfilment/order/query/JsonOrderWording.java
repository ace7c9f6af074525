package io.fulfilment.order.query;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.order.application.OrderWording;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class JsonOrderWording implements OrderWording {

    private final JsonMapper json;

    JsonOrderWording(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String of(OrderPlaced placed) {
        return json.writeValueAsString(OrderView.of(placed));
    }
}
