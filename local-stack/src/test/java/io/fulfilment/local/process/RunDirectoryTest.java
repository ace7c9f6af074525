package io.fulfilment.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    @TempDir
    Path folder;

    private RunDirectory directory;

    @BeforeEach
    void create() {
        directory = new RunDirectory(folder, folder);
    }

    @Test
    void keepsWhatAProcessSaidWhileDying() throws IOException {
        Files.writeString(directory.lastWords("service"), "Picked up JAVA_TOOL_OPTIONS: -Da=b\nout of luck\n");

        directory.keepLastWords("service");

        assertThat(directory.log("service"))
                .content()
                .contains("\"ERROR\"", "\"out of luck\"")
                .hasLineCount(1);
        assertThat(directory.lastWords("service")).doesNotExist();
    }

    @Test
    void keepsNothingOfWhatTheJvmAlwaysSays() throws IOException {
        Files.writeString(directory.lastWords("service"), """
                Picked up JAVA_TOOL_OPTIONS: -Da=b
                Temporary AOTConfiguration recorded: app.aot.config
                Launching child process /jdk/bin/java to assemble AOT cache app.aot using configuration app.aot.config
                Picked up JAVA_TOOL_OPTIONS: -Da=b -XX:AOTMode=create
                Reading AOTConfiguration app.aot.config and writing AOTCache app.aot
                AOTCache creation is complete: app.aot 12345 bytes
                Removed temporary AOT configuration file app.aot.config
                """);

        directory.keepLastWords("service");

        assertThat(directory.log("service")).doesNotExist();
    }
}
