package io.fulfilment.saga.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MermaidDiagramTest {

    @Test
    void showsEveryStepOfEverySaga() {
        assertThat(Pictures.sagas())
                .allSatisfy(saga -> assertThat(Diagram.of(saga).mermaid())
                        .contains(saga.allSteps().map(MermaidText::id).toList()));
    }

    @Test
    void drawsARunWithWhatBecameOfItsSteps() {
        assertThat(Pictures.named("cancellation").mermaid()).isEqualTo("""
                flowchart TB
                  accTitle: order-cancellation, version 1
                  accDescr: Steps: refund-payment (retriable, waits for an answer) and restock (retriable, waits for \
                an answer), then cancel-order (retriable, to come) and notify-of-cancellation (may be given up, to come). \
                It is RUNNING.
                  begins(["order-cancellation, version 1"])
                  subgraph onward["no way back: from here it only goes on"]
                    step_refund_payment["<b>refund-payment</b><br/>retriable<br/>give back what was taken, and take \
                nothing from now on<br/>payment-service<br/><b>\u25B6 waits for an answer</b>"]
                    step_restock["<b>restock</b><br/>retriable<br/>take back what was sent, and send nothing from now \
                on<br/>inventory-service<br/><b>\u25B6 waits for an answer</b>"]
                    step_cancel_order["<b>cancel-order</b><br/>retriable<br/>close the order as cancelled<br/>\
                order-service<br/><b>to come</b>"]
                    step_notify_of_cancellation>"<b>notify-of-cancellation</b><br/>may be given up<br/>tell the \
                customer that the order is cancelled<br/>notification-service<br/><b>to come</b>"]
                  end
                  is_completed(["COMPLETED"])
                  begins --> step_refund_payment & step_restock
                  step_refund_payment & step_restock --> step_cancel_order & step_notify_of_cancellation
                  step_cancel_order & step_notify_of_cancellation --> is_completed
                  classDef expendable stroke-dasharray:6 4
                  class step_notify_of_cancellation expendable
                  classDef to-come opacity:0.75
                  class step_cancel_order,step_notify_of_cancellation to-come
                  classDef now fill:#dbeafe,stroke:#1d4ed8,stroke-width:4px,color:#111827
                  class step_refund_payment,step_restock now
                """);
    }

    @Test
    void showsTheWayBackAndWhatFollows() {
        assertThat(Diagram.of(Pictures.sagas().get(1)).mermaid())
                .contains(
                        "step_release_stock[[\"<b>release-stock</b>",
                        "step_confirm_order{{\"<b>confirm-order</b>",
                        "[\"can be undone, and is if the pivot has not begun within 20 minutes\"]",
                        "<i>only if the order is not to be cancelled</i>",
                        "step_authorize_payment -. refused .-> step_release_stock",
                        "step_authorize_payment -. no answer .-> step_void_payment",
                        "step_void_payment -.-> step_release_stock",
                        "step_reserve_stock -. refused .-> step_reject_order",
                        "is_compensated -. if cancelled .-> follows");
    }

    @Test
    void textsAreNoMarkup() {
        var drawn =
                Diagram.of(Sketches.saying("\"] --> <b>x</b> `#quot; %% end")).mermaid();

        assertThat(drawn)
                .contains("#34;] --#62; #60;b#62;x#60;/b#62; #96;#35;quot#59; %% end")
                .doesNotContain("<b>x");
    }
}
