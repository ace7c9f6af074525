package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagingTest extends SampleTest {

    @Test
    void theCursorLeadsThroughTheWholeList() {
        List<Integer> seen = new ArrayList<>();
        JsonNode page = get("/parcels?pageSize=3").json();
        page.path("items").forEach(item -> seen.add(item.asInt()));
        while (!page.path("next").isNull()) {
            page = get("/parcels?pageSize=3&cursor=" + page.path("next").asString())
                    .json();
            page.path("items").forEach(item -> seen.add(item.asInt()));
        }
        assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aListThatFitsHasNoNext() {
        assertThat(get("/parcels?of=3&pageSize=3").body()).isEqualTo("{\"items\":[0,1,2],\"next\":null}");
        assertThat(get("/parcels?of=0").body()).isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void aParameterOfSeveralValuesMayStandThereSeveralTimes() {
        assertThat(get("/parcels?of=4&without=1&without=2").body()).isEqualTo("{\"items\":[0,3],\"next\":null}");
        assertThat(get("/parcels?without=1&without=%00").status()).isEqualTo(400);
    }

    @Test
    void fiftyAreGivenUnlessAskedOtherwise() {
        assertThat(get("/parcels?of=500").json().path("items").size()).isEqualTo(50);
        assertThat(get("/parcels?of=500&pageSize=200").json().path("items").size())
                .isEqualTo(200);
    }
}
