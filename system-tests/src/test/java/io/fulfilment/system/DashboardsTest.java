package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be seen of dashboards without a system. */
class DashboardsTest {

    @Test
    void dashboardsAreToldApart() {
        assertThat(Dashboard.all()).hasSize(5);
        assertThat(Dashboard.all())
                .extracting(Dashboard::uid)
                .doesNotHaveDuplicates()
                .allMatch(uid -> !uid.isBlank());
        assertThat(Dashboard.all())
                .allSatisfy(
                        dashboard -> assertThat(dashboard.json().path("panels").valueStream())
                                .extracting(panel -> panel.path("id").asInt())
                                .doesNotHaveDuplicates());
    }

    @Test
    void everyPanelSaysWhatItShowsInWhichUnitAndFromWhere() throws IOException {
        String sources = Files.readString(
                RunningSystem.PROJECT.resolve("deploy/grafana/provisioning/datasources/datasources.yml"));
        assertThat(Dashboard.all().stream().flatMap(dashboard -> dashboard.panels().stream()))
                .allSatisfy(panel -> {
                    assertThat(panel.path("title").asString()).isNotBlank();
                    assertThat(panel.path("description").asString()).isNotBlank();
                    assertThat(panel.at("/fieldConfig/defaults/unit").asString())
                            .isNotBlank();
                    assertThat(sources)
                            .contains("    uid: " + panel.at("/datasource/uid").asString() + "\n");
                });
    }

    @Test
    void everyVariableOfAQueryIsOneOfTheDashboard() {
        assertThat(Dashboard.all().stream().flatMap(dashboard -> dashboard.queries().stream()))
                .extracting(Dashboard.Query::expression)
                .noneMatch(expression -> expression.contains("$"));
    }

    @Test
    void noPanelCoversAnother() {
        assertThat(Dashboard.all())
                .allSatisfy(dashboard -> assertThat(
                                dashboard.json().path("panels").valueStream().flatMap(DashboardsTest::squares))
                        .doesNotHaveDuplicates());
    }

    private static Stream<String> squares(JsonNode panel) {
        JsonNode place = panel.path("gridPos");
        int x = place.path("x").asInt();
        int y = place.path("y").asInt();
        return Stream.iterate(x, column -> column < x + place.path("w").asInt(), column -> column + 1)
                .flatMap(column -> Stream.iterate(
                                y, row -> row < y + place.path("h").asInt(), row -> row + 1)
                        .map(row -> column + "," + row));
    }
}
