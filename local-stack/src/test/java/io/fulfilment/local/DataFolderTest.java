package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.local.process.StartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path local;

    @Test
    void emptiesWhatItMadeAndKnowsItAgain() throws Exception {
        layout().create();
        Path file = Files.createDirectories(layout().data().resolve("kafka")).resolve("log");
        Files.writeString(file, "records");
        layout().create();

        layout().wipe();
        layout().create();

        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNotOurs() throws Exception {
        Path file = Files.createDirectory(layout().data()).resolve("thesis.txt");
        Files.writeString(file, "years of work");

        assertThatThrownBy(() -> layout().create())
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining(layout().data().toString())
                .hasMessageContaining("--local-dir");

        assertThat(layout().data()).isDirectoryContaining("glob:**thesis.txt");
        assertThat(Files.list(layout().data())).hasSize(1);
    }

    @Test
    void acceptsAFolderFromBeforeThereWasAMark() throws Exception {
        Files.createDirectories(layout().secrets());
        new Secrets(layout().secrets()).get("order_service");
        Files.writeString(
                Files.createDirectory(layout().data().resolve("kafka")).resolve("log"), "records");

        layout().create();
        layout().wipe();

        assertThat(layout().secrets()).doesNotExist();
    }

    @Test
    void keepsOthersFromReadingIt() throws Exception {
        Files.createDirectory(layout().data());

        layout().create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layout().data())))
                .isEqualTo("rwx------");
    }

    private Layout layout() {
        return new Layout(Path.of("/project"), local);
    }
}
