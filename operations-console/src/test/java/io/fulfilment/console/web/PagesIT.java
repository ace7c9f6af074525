package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.fulfilment.console.kafka.TestGroup;
import io.fulfilment.testing.ServiceIT;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

@ServiceIT
@AutoConfigureMockMvc
class PagesIT {

    private static final OidcLoginRequestPostProcessor OLIVIA = user("olivia", "operator");
    private static final OidcLoginRequestPostProcessor ALICE = user("alice", "customer");

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private ClientRegistrationRepository providers;

    @Autowired
    private ServletContext servlets;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private static OidcLoginRequestPostProcessor user(String name, String role) {
        return user(name, role, Instant.now().plusSeconds(600));
    }

    private static OidcLoginRequestPostProcessor user(String name, String role, Instant until) {
        return oidcLogin()
                .idToken(token ->
                        token.subject(name).issuedAt(until.minusSeconds(1800)).expiresAt(until))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    @Test
    void showsOperatorsThePageAndItsLivePartWithoutTheRest() {
        assertThat(browser.perform(page("/").with(OLIVIA))).hasStatus(302).hasRedirectedUrl("/lag");
        assertThat(browser.perform(page("/lag").with(OLIVIA)))
                .hasStatusOk()
                .bodyText()
                .contains("<html", "id=\"live\"", "olivia", "Sign out");
        assertThat(browser.perform(
                        page("/fragments/lag").header("HX-Request", "true").with(OLIVIA)))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"live\"")
                .doesNotContain("<html");
    }

    @Test
    void letsNothingButItselfRunInAPage() {
        assertThat(browser.perform(page("/lag").with(OLIVIA)))
                .headers()
                .hasValue("X-Frame-Options", "DENY")
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values -> assertThat(values.getFirst())
                                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                                .doesNotContain("unsafe"))
                .doesNotContainHeader("Strict-Transport-Security");
        assertThat(browser.perform(page("/lag").with(OLIVIA)))
                .bodyText()
                .doesNotContain("style=\"", "onclick", "<style")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void sendsStrangersToTheIdentityProviderWithAProof() {
        var turnedAway = browser.perform(page("/lag/group?name=order-service"));
        assertThat(turnedAway).hasStatus(302);
        assertThat(turnedAway.getRequest().getSession(false)).isNull();
        assertThat(turnedAway.getResponse().getCookies()).hasSize(1).allMatch(Cookie::isHttpOnly);

        var answer = browser.perform(page("/oauth2/authorization/operations-console"));

        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getRedirectedUrl())
                .contains("/oauth2/authorize?response_type=code", "code_challenge_method=S256", "nonce=", "state=");
    }

    @Test
    void hasAPageThatIsThereAlreadyLoadedAnewWhenItsSessionIsOver() {
        assertThat(browser.perform(page("/fragments/lag").header("HX-Request", "true")))
                .hasStatus(401)
                .headers()
                .hasValue("HX-Refresh", "true");
    }

    @Test
    void letsNobodyInWhoseIdTokenHasEnded() {
        var past = user("olivia", "operator", Instant.now().minusSeconds(1));

        assertThat(browser.perform(page("/lag").with(past)))
                .hasStatus(302)
                .hasRedirectedUrl("/oauth2/authorization/operations-console");
        assertThat(browser.perform(
                        page("/fragments/lag").header("HX-Request", "true").with(past)))
                .hasStatus(401)
                .headers()
                .hasValue("HX-Refresh", "true");
        assertThat(browser.perform(
                        ofScript(get("/api/lag/history?group=nobody")).with(past)))
                .hasStatus(401);
    }

    @Test
    void keepsTheSessionsOfStrangersForMinutesAlone() {
        assertThat(servlets.getSessionTimeout()).isEqualTo(5);
    }

    @Test
    void hasAPageForAGroupWhateverItsName() {
        try (var group = new TestGroup("a/b;c%d\\e?f&g " + UUID.randomUUID())) {
            group.send(0, Instant.now().toEpochMilli(), 1);
            group.read(1);
            var row = Pattern.compile("href=\"(/lag/group\\?name=a[^\"]*)\"");
            String link = await().until(() -> link(row), Optional::isPresent).orElseThrow();

            assertThat(browser.perform(page(URI.create(link)).with(OLIVIA)))
                    .hasStatusOk()
                    .bodyText()
                    .contains(HtmlUtils.htmlEscape(group.name()), "hx-get=\"/fragments" + link + "\"");
            assertThat(browser.perform(page(URI.create("/fragments" + link)).with(OLIVIA)))
                    .hasStatusOk();
        }
    }

    private Optional<String> link(Pattern row) throws UnsupportedEncodingException {
        String body = browser.perform(page("/lag").with(OLIVIA)).getResponse().getContentAsString();
        return row.matcher(body).results().map(found -> found.group(1)).findFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lag", "/fragments/lag", "/anything"})
    void tellsCustomersThatItIsNotForThem(String path) {
        assertThat(browser.perform(page(path).with(ALICE))).hasStatus(403).hasForwardedUrl(ErrorPages.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/anything", "/lag/nobody", "/internal/forbidden", "/login"})
    void hasAPageForWhatIsNotThere(String path) {
        assertThat(browser.perform(page(path).with(OLIVIA))).hasStatus(404).hasForwardedUrl(ErrorPages.NOT_FOUND);
    }

    @Test
    void hasAPageForAGroupThatIsNotThere() {
        assertThat(browser.perform(page("/lag/group?name=nobody").with(OLIVIA)))
                .hasStatus(404)
                .bodyText()
                .contains("<html", "There is no such", "Sign out");
    }

    @Test
    void saysInAPageWhatIsWrongWithAnAddress() {
        assertThat(browser.perform(page("/lag?sort=name").with(OLIVIA)))
                .hasStatus(400)
                .bodyText()
                .contains("<html", "The request is not valid");
    }

    @Test
    void signsOutHereAndThereButOnlyByItsOwnForm() {
        assertThat(browser.perform(post("/logout").with(OLIVIA))).hasRedirectedUrl("/");
        assertThat(browser.perform(page("/lag").with(OLIVIA))).bodyText().contains("action=\"/logout?_csrf=");

        var answer = browser.perform(post("/logout")
                .with(user("olivia", "operator")
                        .clientRegistration(
                                Objects.requireNonNull(providers.findByRegistrationId(SignInConfiguration.PROVIDER))))
                .with(csrf()));

        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getRedirectedUrl()).contains("/connect/logout?id_token_hint=");
    }

    @Test
    void letsScriptsOfAPageReadTheApiAndNoMore() {
        assertThat(browser.perform(
                        ofScript(get("/api/lag/history?group=nobody")).with(OLIVIA)))
                .hasStatusOk();
        assertThat(browser.perform(
                        ofScript(get("/api/lag/history?group=nobody")).with(ALICE)))
                .hasStatus(403)
                .hasContentType("application/problem+json");
        assertThat(browser.perform(ofScript(get("/api/lag")))).hasStatus(401);
    }

    @Test
    void changesNothingForASessionThroughTheApi() {
        RestTestClient.bindToServer()
                .build()
                .post()
                .uri("http://127.0.0.1:" + port + "/api/lag")
                .cookie("console", "of-somebody")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void hasNoPagesOnTheManagementPort() {
        RestTestClient.bindToServer()
                .build()
                .get()
                .uri("http://127.0.0.1:" + managementPort + "/lag")
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private static MockHttpServletRequestBuilder page(URI address) {
        return get(address).header("Accept", "text/html");
    }

    private static MockHttpServletRequestBuilder page(String path) {
        return get(path).header("Accept", "text/html");
    }

    private static MockHttpServletRequestBuilder ofScript(MockHttpServletRequestBuilder request) {
        return request.with(sent -> {
            sent.setRequestedSessionId("of-a-cookie");
            return sent;
        });
    }
}
