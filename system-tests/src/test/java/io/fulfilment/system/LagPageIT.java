package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SystemTest
class LagPageIT {

    private static final String SERVICE = "inventory-service";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int DESKTOP = 1280;

    private final RunningSystem system;
    private final Chromium browser = Chromium.start();
    private final URI console;

    LagPageIT(RunningSystem system) {
        this.system = system;
        this.console = system.uri("operations-console", "/");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void showsAServiceStopAndCatchUp() {
        system.as("alice").awaitFinal(system.as("alice").place(order()));
        signIn(DESKTOP, "light");
        awaitStatus("moving");
        browser.click("[data-group=" + SERVICE + "] .toggle");
        ScheduledExecutorService customers = Executors.newSingleThreadScheduledExecutor();
        customers.scheduleAtFixedRate(() -> system.as("alice").place(order()), 0, 100, TimeUnit.MILLISECONDS);

        try (customers) {
            system.kill(SERVICE);
            awaitStatus("stopped");
            await().atMost(PATIENCE).until(() -> unread() > 30);
            customers.shutdown();
            assertThat(browser.text("#announcements")).contains(SERVICE + ": stopped");
            assertThat(browser.evaluate("document.activeElement.className")).isEqualTo("toggle");
            assertThat(browser.evaluate("document.querySelectorAll('.topic:not([hidden])').length"))
                    .isEqualTo(1L);
            browser.photograph("consumer-lag");
        } finally {
            system.start(SERVICE);
        }
        awaitStatus("moving");
        await().atMost(PATIENCE).until(() -> unread() == 0);
        assertThat(browser.complaintsOf(console)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
    void isForEverybodyOnEveryScreen(int width, String scheme) {
        system.as("alice").awaitFinal(system.as("alice").place(order()));
        signIn(width, scheme);
        awaitStatus("moving");
        browser.click("[data-group=event-store] .toggle");
        examine("lag", width, scheme);

        browser.open(console.resolve("/lag/group?name=" + SERVICE));
        await().until(() -> browser.evaluate("document.querySelectorAll('.chart canvas').length")
                .equals(3L));

        examine("group", width, scheme);
        assertThat(browser.complaintsOf(console)).isEmpty();
    }

    private void examine(String page, int width, String scheme) {
        browser.photograph("console-" + page + "-" + width + "-" + scheme);
        assertThat(browser.seriousBarriers()).isEmpty();
        assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void saysThatTheConsoleDoesNotAnswerOnlyWhileItDoesNot() {
        system.as("alice").awaitFinal(system.as("alice").place(order()));
        signIn(DESKTOP, "light");
        browser.open(console.resolve("/lag/group?name=" + SERVICE));

        assertThat(
                        browser.evaluate(
                                "document.dispatchEvent(new Event('htmx:sendError')), document.getElementById('announcements').textContent"))
                .isEqualTo("The console does not answer");

        await().until(() -> browser.text("#announcements").equals("The console answers again"));
        assertThat(browser.evaluate("document.getElementById('connection').hidden"))
                .isEqualTo(true);
    }

    @Test
    void loadsAPageAnewWhoseGroupIsGone() {
        system.as("alice").awaitFinal(system.as("alice").place(order()));
        signIn(DESKTOP, "light");

        browser.evaluate("window.stays = true, htmx.ajax('GET', '/fragments/lag/group?name=nobody', '#live'), 0");

        await().until(() -> browser.evaluate("window.stays === undefined").equals(true));
        assertThat(browser.text("h1")).isEqualTo("Consumer lag");
    }

    @Test
    void turnsCustomersAwayWhoMayThenSignOut() {
        browser.looking(DESKTOP, "light").open(console);
        browser.signIn("alice");

        assertThat(browser.text("h1")).isEqualTo("For operators only");
        assertThat(browser.seriousBarriers()).isEmpty();

        browser.click(".account button");

        await().until(() -> browser.address()
                .startsWith(system.uri("identity-provider", "/login").toString()));
        browser.open(console);
        browser.signIn("olivia");
        assertThat(browser.text("h1")).isEqualTo("Consumer lag");
    }

    private void signIn(int width, String scheme) {
        browser.looking(width, scheme).open(console.resolve("/lag"));
        browser.signIn("olivia");
        assertThat(browser.text("h1")).isEqualTo("Consumer lag");
    }

    private void awaitStatus(String words) {
        await().atMost(PATIENCE).until(() -> row("dataset.status").equals(words));
    }

    private long unread() {
        return Long.parseLong(
                row("querySelector('[data-label=Unread]').textContent").replace(",", ""));
    }

    private String row(String what) {
        return browser.evaluate("document.querySelector('[data-group=" + SERVICE + "]')?." + what)
                .toString();
    }

    private static OrderRequest order() {
        return OrderRequest.of("SKU-0601", 1);
    }
}
