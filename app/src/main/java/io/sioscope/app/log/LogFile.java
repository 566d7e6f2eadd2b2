package io.sioscope.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Sets the logging up: into a file, from warnings on. Nothing is ever printed, since standard output belongs to the commands.
 * The system property {@code sioscope.log} names the file, {@code sioscope.log.level} the least level. A configuration of
 * logback's own on the class path, as tests have, wins. Reading XML would take a tenth of the program's start.
 */
public final class LogFile extends ContextAwareBase implements Configurator {

    /** For the logging framework, which finds it by its name. */
    public LogFile() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ClassLoader loader = LogFile.class.getClassLoader();
        if (Stream.of("logback-test.xml", "logback.xml").anyMatch(name -> loader.getResource(name) != null)) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        context.getStatusManager().add(new NopStatusListener());
        String file = System.getProperty(
                "sioscope.log",
                Path.of(System.getProperty("java.io.tmpdir"), "sioscope.log").toString());
        LazyFileAppender appender = new LazyFileAppender(file);
        appender.setContext(context);
        appender.setName("file");
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty("sioscope.log.level"), Level.WARN));
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
