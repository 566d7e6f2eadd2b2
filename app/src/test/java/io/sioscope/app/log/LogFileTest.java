package io.sioscope.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    private static LoggerContext context() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    private void log(LazyFileAppender appender, LoggerContext context, String words) {
        appender.doAppend(new LoggingEvent("", context.getLogger("here"), Level.WARN, words, null, new Object[0]));
    }

    @Test
    void theFileIsMadeWhenThereIsSomethingToWrite() throws IOException {
        Path file = folder.resolve("sioscope.log");
        LoggerContext context = context();
        LazyFileAppender appender = new LazyFileAppender(file.toString());
        appender.setContext(context);
        appender.start();
        assertThat(file).doesNotExist();
        log(appender, context, "été");
        log(appender, context, "again");
        appender.stop();
        assertThat(Files.readAllLines(file)).hasSize(2).first().asString().contains("WARN").endsWith("here - été");
        assertThat(folder.resolve("sioscope.log.1")).doesNotExist();
    }

    @Test
    void aLargeOneIsBegunAnewAndTheOlderOneKept() throws IOException {
        Path file = folder.resolve("sioscope.log");
        Files.writeString(file, "x".repeat(2_100_000));
        LoggerContext context = context();
        LazyFileAppender appender = new LazyFileAppender(file.toString());
        appender.setContext(context);
        appender.start();
        for (int i = 0; i < 64; i++) {
            log(appender, context, "line " + i);
        }
        appender.stop();
        assertThat(Files.size(folder.resolve("sioscope.log.1"))).isGreaterThan(2_000_000);
        assertThat(Files.readString(file)).endsWith("line 63\n").hasSizeLessThan(10_000);
    }
}
