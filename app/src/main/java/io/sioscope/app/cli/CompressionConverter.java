package io.sioscope.app.cli;

import io.sioscope.app.workbench.HostCompression;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes, or {@code off}. Pure. */
final class CompressionConverter implements ITypeConverter<HostCompression> {
    @Override
    public HostCompression convert(String text) {
        if (text.equals("off")) {
            return new HostCompression(false, HostCompression.USUAL.threshold());
        }
        if (!text.matches("\\d{1,9}")) {
            throw new TypeConversionException(text);
        }
        return new HostCompression(true, Integer.parseInt(text));
    }
}
