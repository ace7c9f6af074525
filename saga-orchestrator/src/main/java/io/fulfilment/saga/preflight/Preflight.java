package io.fulfilment.saga.preflight;

import io.fulfilment.saga.application.SagaSurvey;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.NestedExceptionUtils;

/**
 * The command {@code preflight}: tells which sagas under way this program could not carry on, and changes nothing. It reads
 * no more of the database than earlier versions have in it.
 */
public final class Preflight {

    private static final String COMMAND = "preflight";

    private static final int ALL_IS_WELL = 0;
    private static final int SOME_WOULD_BE_STRANDED = 1;
    private static final int COULD_NOT_LOOK = 2;

    private Preflight() {}

    public static boolean isAskedFor(String... arguments) {
        return Arrays.asList(arguments).contains(COMMAND);
    }

    /** @return the process's exit code */
    public static int run(String[] arguments, PrintStream out) {
        try (var context = new SpringApplicationBuilder(PreflightContext.class)
                .web(WebApplicationType.NONE)
                .run(quietly(arguments))) {
            var report = Report.of(context.getBean(SagaSurvey.class));
            report.lines().forEach(out::println);
            return report.isEmpty() ? ALL_IS_WELL : SOME_WOULD_BE_STRANDED;
        } catch (RuntimeException e) {
            out.println("The sagas under way could not be looked at: " + NestedExceptionUtils.getMostSpecificCause(e));
            return COULD_NOT_LOOK;
        }
    }

    /** What it has to say is the report. */
    private static String[] quietly(String... arguments) {
        return Stream.concat(
                        Arrays.stream(arguments).filter(argument -> !argument.equals(COMMAND)),
                        Stream.of("--logging.level.root=OFF"))
                .toArray(String[]::new);
    }
}
