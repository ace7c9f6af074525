package io.fulfilment.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.notification.application.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTemplatesTest {

    private final MailTemplates templates = new MailTemplates();

    @Test
    void tellsWhatIsOnItsWay() {
        Mail mail = Mails.to("ada@example.com");

        MailTemplates.Written written = templates.write(mail);

        String order = mail.key().orderId().toString();
        assertThat(written.subject()).isEqualTo("Your order " + order + " is on its way");
        assertThat(written.text())
                .contains("order " + order + " is complete", "2 x Teapot (SKU-0001)  19.98 EUR", "Total  19.98 EUR");
        assertThat(written.html()).contains("<td>Teapot</td>", "<td>19.98 EUR</td>", order);
    }

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    void tellsWhyAnOrderWasRejected(RejectionReason reason) {
        MailTemplates.Written written =
                templates.write(Mails.of(NotificationKind.ORDER_REJECTED, "ada@example.com", "Teapot", reason));

        assertThat(written.subject()).contains("could not be fulfilled");
        assertThat(written.text()).containsPattern("because [a-z ]{10,}\\.").contains("You have not been charged.");
        assertThat(written.html()).containsPattern("because <span>[a-z ]{10,}</span>");
    }

    @Test
    void tellsWhatIsRefundedOfACancelledOrder() {
        Mail mail = Mails.of(NotificationKind.ORDER_CANCELLED, "ada@example.com", "Teapot", null);

        MailTemplates.Written written = templates.write(mail);

        String order = mail.key().orderId().toString();
        assertThat(written.subject()).isEqualTo("Your order " + order + " is cancelled");
        assertThat(written.text())
                .contains("order " + order + " is cancelled.", "2 x Teapot", "charged, 19.98 EUR are refunded to you.");
        assertThat(written.html())
                .contains(order, "<td>Teapot</td>", "charged, <span>19.98 EUR</span> are refunded to you.");
    }

    @Test
    void showsMarkupAsItIsWritten() {
        MailTemplates.Written written = templates.write(Mails.of(
                NotificationKind.ORDER_COMPLETED, "ada@example.com", "<b onclick=\"x()\">[(${total})]\r\nTotal", null));

        assertThat(written.html()).contains("&lt;b onclick=&quot;x()&quot;&gt;[(${total})] Total");
        assertThat(written.text()).contains("2 x <b onclick=\"x()\">[(${total})] Total (SKU-0001)");
    }
}
