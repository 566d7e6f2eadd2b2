package io.sioscope.app.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A log file that is made when there is something to write, and begun anew at two megabytes with one older one kept. Any
 * thread; the framework calls one at a time.
 */
final class LazyFileAppender extends AppenderBase<ILoggingEvent> {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX,UTC} %-5level [%thread] %logger - %msg%n";
    private static final String MOST = "2MB";

    private final String file;
    private @Nullable RollingFileAppender<ILoggingEvent> opened;

    LazyFileAppender(String file) {
        this.file = file;
    }

    @Override
    protected void append(ILoggingEvent event) {
        RollingFileAppender<ILoggingEvent> appender = opened;
        if (appender == null) {
            appender = open();
            opened = appender;
        }
        appender.doAppend(event);
    }

    private RollingFileAppender<ILoggingEvent> open() {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(getContext());
        appender.setName(getName());
        appender.setFile(file);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(getContext());
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(getContext());
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(1);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(getContext());
        trigger.setMaxFileSize(FileSize.valueOf(MOST));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        appender.start();
        return appender;
    }

    @Override
    public void stop() {
        super.stop();
        if (opened != null) {
            opened.stop();
        }
    }
}
