package io.fulfilment.messaging.conformance.service;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.transaction.TransactionException;

/**
 * The service's process. It reads commands, one a line and each with a number of its own, does them side by side, and
 * answers each with its number when it is done. It ends with its input, at once.
 *
 * <ul>
 *   <li>{@code write}, {@code rest}: begin to send, and end it
 *   <li>{@code late MILLIS}: a transaction that stays open
 *   <li>{@code halt POINT}: end at that point of the next batch that gets there
 *   <li>{@code stall MILLIS}: have the next batch take so long
 *   <li>{@code fail}: have handlers fail until a key is held for it
 *   <li>{@code large KEY}, {@code oversize}: send what is large, and try to send what is too large
 *   <li>{@code hog MILLIS}: take every connection of the pool
 *   <li>{@code leave}, {@code join}: the consumer group
 * </ul>
 */
public final class ServiceMain {

    /** How the answer to a command that could not be done begins. */
    public static final String FAILED = "failed: ";

    private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PrintStream answers;
    private final ConfigurableApplicationContext context;

    private ServiceMain(PrintStream answers, ConfigurableApplicationContext context) {
        this.answers = answers;
        this.context = context;
    }

    public static void main(String... arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        var commands = new LinkedBlockingQueue<String>();
        Thread.ofPlatform().daemon().start(() -> read(commands));
        var context = untilItWorks(() -> new SpringApplicationBuilder(ConformanceService.class).run(arguments));
        new ServiceMain(answers, context).serve(commands);
    }

    /** From the beginning on, so that nobody is left behind whose parent ends while this one starts. */
    private static void read(Queue<String> commands) {
        try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            input.lines().forEach(commands::add);
        } catch (IOException e) {
            LOG.warn("The commands can't be read", e);
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve(BlockingQueue<String> commands) throws InterruptedException {
        answer("ready", "to serve");
        while (true) {
            String[] words = commands.take().split(" ");
            Thread.ofVirtual().start(() -> follow(words[0], words[1], words));
        }
    }

    private void follow(String number, String command, String[] words) {
        try {
            answer(number, perform(command, words));
        } catch (Exception e) {
            answer(number, FAILED + e);
        }
    }

    private String perform(String command, String[] words) throws Exception {
        switch (command) {
            case "write" -> context.getBean(Load.class).start();
            case "rest" -> context.getBean(Load.class).stop();
            case "late" -> {
                Load load = context.getBean(Load.class);
                return untilItWorks(() -> load.sendLate(millis(words)));
            }
            case "halt" -> context.getBean(Interruptions.class).haltAt(CrashPoint.valueOf(words[2]));
            case "stall" -> {
                return context.getBean(Interruptions.class).stall(millis(words)).get();
            }
            case "fail" -> {
                return context.getBean(Interruptions.class).fail().get();
            }
            case "large" -> {
                return untilItWorks(() -> context.getBean(Load.class).sendLarge(words[2]));
            }
            case "oversize" -> {
                return untilItWorks(context.getBean(Load.class)::sendOversize);
            }
            case "hog" -> {
                return untilItWorks(() -> hog(millis(words)));
            }
            case "leave" ->
                context.getBean(ConcurrentMessageListenerContainer.class).stop();
            case "join" ->
                context.getBean(ConcurrentMessageListenerContainer.class).start();
            default -> throw new IllegalArgumentException("unknown command " + command);
        }
        return "done";
    }

    /** Other faults may get in its way, for a while. */
    private static <T> T untilItWorks(Callable<T> action) throws Exception {
        long begin = System.nanoTime();
        while (true) {
            try {
                return action.call();
            } catch (SQLException | DataAccessException | TransactionException | BeansException e) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw e;
                }
                LOG.info("Once more", e);
            }
        }
    }

    /** Takes connections until there are none, and keeps them for a while. */
    private String hog(Duration length) throws SQLException {
        var pool = context.getBean(HikariDataSource.class);
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }
            Interruptions.pause(length);
            return "held all of " + taken.size() + " connections, wanted by "
                    + pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private static Duration millis(String[] words) {
        return Duration.ofMillis(Long.parseLong(words[2]));
    }

    private synchronized void answer(String number, String answer) {
        answers.println(number + " " + answer.replace('\n', ' '));
        answers.flush();
    }
}
