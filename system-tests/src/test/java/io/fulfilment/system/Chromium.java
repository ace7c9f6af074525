package io.fulfilment.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser without a window, with somebody before it. */
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    /** It would say of each browser that it has no copy of its newest protocol, which nobody here speaks. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
        driver.manage()
                .timeouts()
                .pageLoadTimeout(PATIENCE)
                .implicitlyWait(PATIENCE)
                .scriptTimeout(PATIENCE);
    }

    /** Skips the test where there is none. */
    static Chromium start() {
        Optional<Path> browser = BROWSERS.stream().flatMap(Chromium::installed).findFirst();
        Optional<Path> chromedriver = installed("chromedriver").findFirst();
        assumeTrue(
                browser.isPresent() && chromedriver.isPresent(),
                "needs a browser and its driver: apt-get install chromium chromium-driver");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        return new Chromium(new ChromeDriver(service, options(browser.orElseThrow())));
    }

    private static Stream<Path> installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    private static ChromeOptions options(Path browser) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** On a screen of that width, in light or in dark. */
    Chromium looking(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** As the identity provider's form asks for it. */
    void signIn(String user) {
        driver.findElement(By.name("username")).sendKeys(user);
        driver.findElement(By.name("password")).sendKeys(user);
        click("button[type=submit]");
    }

    void open(Object uri) {
        driver.get(uri.toString());
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** What an expression in the page is. */
    Object evaluate(String expression, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript("return " + expression, arguments), "");
    }

    /** What keeps people from using the page, as far as a program finds out. */
    List<String> seriousBarriers() {
        driver.executeScript(resource("/axe.min.js"));
        Object found = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations
                    .filter(violation => ['serious', 'critical'].includes(violation.impact))
                    .map(violation => violation.id + ': ' + violation.nodes.map(node => node.html).join(' '))));
                """);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(Object::toString).toList();
    }

    private static String resource(String name) {
        try (var stream = Chromium.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What pages of an address have complained about since it was last asked. */
    List<String> complaintsOf(Object origin) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .filter(line -> line.contains(origin.toString()))
                .toList();
    }

    void photograph(String name) {
        try {
            Files.write(Path.of("target", name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
