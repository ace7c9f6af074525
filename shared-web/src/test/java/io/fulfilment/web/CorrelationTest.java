package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.web.correlation.Correlation;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrelationTest extends SampleTest {

    @Test
    void aRequestHasOneIdOfItsOwnWhichItsAnswerAndItsLogLinesTell() {
        var first = get("/caller");
        var second = get("/caller");

        String id = first.json().path("correlations").path(0).path("value").asString();
        assertThat(first.json().path("correlations").path(1).path("value").asString())
                .isEqualTo(id);
        assertThat(first.json().path("logged").asString()).isEqualTo(id);
        assertThat(first.header(Correlation.HEADER)).isEqualTo(id);
        assertThat(second.header(Correlation.HEADER)).isNotEqualTo(id);
    }

    @Test
    void whatGoesOnWithAConversationTellsThatOne() {
        UUID parcel = UUID.randomUUID();

        var answer = get("/parcels/" + parcel + "/way");

        assertThat(answer.header(Correlation.HEADER)).isEqualTo(parcel.toString());
        assertThat(answer.json().path("logged").asString()).isEqualTo(parcel.toString());
    }

    @Test
    void whatIsRefusedTellsItToo() {
        assertThat(send(request("/caller")).header(Correlation.HEADER)).isNotNull();
        assertThat(get("/nowhere").header(Correlation.HEADER)).isNotNull();
    }

    /** It goes into the log. */
    @Test
    void nobodyChoosesIt() {
        var answer = send(as(ALICE, "/caller").header(Correlation.HEADER, "forged"));

        assertThat(answer.header(Correlation.HEADER)).isNotEqualTo("forged");
    }
}
