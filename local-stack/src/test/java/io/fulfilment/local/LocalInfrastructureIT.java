package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.local.gateway.CardGateway;
import io.fulfilment.local.identity.IdentityProvider;
import io.fulfilment.local.mail.MailInbox;
import io.fulfilment.local.process.Ports;
import io.fulfilment.local.process.Progress;
import io.fulfilment.local.process.Supervisor;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalInfrastructureIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path local;

    private static Layout layout;
    private static Parts parts;
    private static Secrets secrets;
    private static Supervisor supervisor;
    private static final int POSTGRES = Ports.anyFree();
    private static final int KAFKA = Ports.anyFree();
    private static final int CONTROLLER = Ports.anyFree();
    private static final int IDENTITY = Ports.anyFree();
    private static final int GATEWAY = Ports.anyFree();
    private static final int MAIL = Ports.anyFree();
    private static final int SMTP = Ports.anyFree();

    @BeforeAll
    static void start() throws Exception {
        layout = new Layout(Path.of("..").toAbsolutePath().normalize(), local);
        layout.create();
        secrets = new Secrets(layout.secrets());
        parts = new Parts(new Options(false, false, Map.of(), 0, layout), new Jvm(layout), secrets);
        supervisor = new Supervisor(
                List.of(
                        parts.postgres(POSTGRES),
                        parts.kafka(KAFKA, CONTROLLER),
                        parts.standIn(
                                "identity-provider",
                                IdentityProvider.class,
                                IDENTITY,
                                "/.well-known/openid-configuration"),
                        parts.standIn("card-gateway", CardGateway.class, GATEWAY, "/ready"),
                        parts.standIn("mail-inbox", MailInbox.class, MAIL, "/ready")
                                .with("SMTP_PORT", SMTP)),
                layout.directory(),
                new Progress(System.out));
        supervisor.startAll();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        supervisor.stopAll();
    }

    @Test
    void eachServiceLogsInToTheDatabaseAsItself() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + POSTGRES + "/fulfilment";
        try (var connection = DriverManager.getConnection(url, "order_service", secrets.get("order_service"));
                var statement = connection.createStatement();
                var settings = statement.executeQuery(
                        "SELECT current_user, current_setting('fsync'), current_setting('synchronous_commit')")) {
            assertThat(settings.next()).isTrue();
            assertThat(List.of(settings.getString(1), settings.getString(2), settings.getString(3)))
                    .containsExactly("order_service", "on", "on");
        }
    }

    @Test
    void theDatabaseAndTheBrokerComeBackAfterACrash() throws Exception {
        for (String name : List.of("postgres", "kafka")) {
            supervisor.kill(name);
            supervisor.start(name);
        }
        eachServiceLogsInToTheDatabaseAsItself();
        hasEveryTopic();
    }

    @Test
    void hasEveryTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + KAFKA))) {
            assertThat(admin.listTopics().names().get())
                    .hasSize(16)
                    .contains("order.events", "payment-service.dead-letters");
        }
    }

    @Test
    void givesAUserATokenWithHerRoles() throws Exception {
        var request = HttpRequest.newBuilder(uri(IDENTITY, "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("olivia:olivia".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
        String token = JSON.readTree(send(request)).path("access_token").asString();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));

        assertThat(claims.path("sub").asString()).isEqualTo("olivia");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"operator\"]");
        assertThat(claims.path("iss").asString()).isEqualTo("http://127.0.0.1:" + IDENTITY);
    }

    @Test
    void showsAMailThatCameOverSmtp() throws Exception {
        var properties = new Properties();
        properties.putAll(Map.of("mail.smtp.host", "127.0.0.1", "mail.smtp.port", Integer.toString(SMTP)));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("shop@example.com"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ada@example.com"));
        message.setSubject("Your order");
        message.setText("Grüße", "UTF-8");
        Transport.send(message);

        JsonNode items = JSON.readTree(send(HttpRequest.newBuilder(uri(MAIL, "/messages?to=ada%40example.com"))))
                .path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("subject").asString()).isEqualTo("Your order");
        assertThat(items.get(0).path("text").asString()).contains("Grüße");
    }

    @Test
    void everyLogIsJsonLineByLine() throws Exception {
        for (String name : List.of("postgres", "kafka", "identity-provider")) {
            List<String> lines = Files.readAllLines(layout.directory().log(name));
            assertThat(lines)
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(
                            line -> assertThat(JSON.readTree(line).isObject()).isTrue());
        }
    }

    @Test
    void keepsDataFromOthersThanItsUser() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layout.data())))
                .isEqualTo("rwx------");
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }
}
