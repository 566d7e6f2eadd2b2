package io.sioscope.app.cli;

import io.sioscope.app.workbench.LocalCertificates;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a command gets from the process that runs it.
 *
 * @param out standard output, in UTF-8; flushed by the commands
 * @param err standard error, in UTF-8
 * @param colours whether standard output is a terminal that shows colours
 * @param locale the language of words for people
 * @param log where our own mistakes are written down, for the words that say so
 * @param certificates makes and keeps those of hosts that bring none
 * @param stop ends a running command
 */
public record CliContext(
        PrintStream out, PrintStream err, boolean colours, Locale locale, Path log, LocalCertificates certificates, StopSignal stop) {}
