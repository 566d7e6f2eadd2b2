package io.sioscope.app.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Hands the options of {@link ConnectSteps} over in the order in which they stand on the command line. */
final class StepConsumer implements IParameterConsumer {
    /** What a bare {@code --ack} means. */
    static final Duration DEFAULT_ACK = Duration.ofSeconds(5);

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
        ConnectCommand connect = (ConnectCommand) command.userObject();
        ConnectSteps steps = connect.steps;
        String option = ((OptionSpec) argument).longestName();
        boolean belongs =
                switch (option) {
                    case "--namespace" -> {
                        steps.namespace(value(arguments, argument, command));
                        yield true;
                    }
                    case "--emit" -> {
                        steps.emit(value(arguments, argument, command));
                        yield true;
                    }
                    case "--answer" -> steps.answer(value(arguments, argument, command));
                    case "--arg" -> steps.argument(value(arguments, argument, command));
                    default -> steps.ack(timeout(arguments));
                };
        if (!belongs) {
            CliFailure failure = connect.usage()
                    .failureWithHint(option.equals("--answer") ? "wrong.answer" : "wrong.noEmit", option);
            throw new ParameterException(
                    command.commandLine(), failure.explanation().message(), failure, argument, "");
        }
    }

    private static String value(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
        if (arguments.isEmpty() || command.optionsMap().containsKey(arguments.peek())) {
            throw new MissingParameterException(command.commandLine(), argument, "");
        }
        return arguments.pop();
    }

    private static Duration timeout(Stack<String> arguments) {
        Optional<Duration> given =
                arguments.isEmpty() ? Optional.empty() : DurationConverter.read(arguments.peek());
        given.ifPresent(taken -> arguments.pop());
        return given.filter(Duration::isPositive).orElse(DEFAULT_ACK);
    }
}
