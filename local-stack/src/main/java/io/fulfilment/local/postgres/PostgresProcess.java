package io.fulfilment.local.postgres;

import io.fulfilment.local.process.Program;
import io.fulfilment.local.process.Readiness;
import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * PostgreSQL as it runs here: durable, loopback only, and logging JSON.
 *
 * @param binaries where its programs are unpacked to
 * @param data the folder that holds the cluster's folder
 */
public record PostgresProcess(Path binaries, Path data, Path log, int port) {

    public Program program() {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        // As one argument, which is its mark: a folder alone may be an argument of any other program.
        String mark = "-D" + cluster();
        command.addAll(List.of(bin("postgres"), mark));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return new Program(command, mark, Program.StopSignal.INT);
    }

    /**
     * Ready when the database has all roles and schemas.
     *
     * @param passwords the password of each role
     * @param superuserPassword the file that holds the one of {@code postgres}
     */
    public Readiness readiness(Path rolesScript, UnaryOperator<String> passwords, Path superuserPassword) {
        var database = new Database(port, rolesScript, passwords);
        return new Readiness() {
            @Override
            public void prepare() throws IOException, InterruptedException, StartFailed {
                Unprivileged.require();
                new Binaries(binaries).unpack();
                passwords.apply("postgres");
                new Cluster(cluster(), logDirectory()).create(bin("initdb"), superuserPassword, log);
            }

            @Override
            public void check() throws Exception {
                database.provision();
            }
        };
    }

    private List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=256MB",
                "fsync=on",
                "synchronous_commit=on",
                "max_wal_size=2GB",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=on",
                "log_destination=jsonlog",
                "log_directory=" + logDirectory(),
                "log_filename=" + Cluster.LOG_NAME,
                "log_rotation_age=0",
                "log_rotation_size=0",
                "log_checkpoints=off");
    }

    private Path cluster() {
        return data.resolve("postgres");
    }

    private Path logDirectory() {
        return data.resolve("postgres-log");
    }

    private String bin(String program) {
        return binaries.resolve("bin").resolve(program).toString();
    }
}
