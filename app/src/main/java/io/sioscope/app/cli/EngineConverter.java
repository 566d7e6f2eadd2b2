package io.sioscope.app.cli;

import io.sioscope.protocol.session.EngineChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 3}, {@code 4} and {@code auto}. Pure. */
final class EngineConverter implements ITypeConverter<EngineChoice> {
    @Override
    public EngineChoice convert(String text) {
        return switch (text) {
            case "3" -> EngineChoice.V3;
            case "4" -> EngineChoice.V4;
            case "auto" -> EngineChoice.DETECT;
            default -> throw new TypeConversionException(text);
        };
    }
}
