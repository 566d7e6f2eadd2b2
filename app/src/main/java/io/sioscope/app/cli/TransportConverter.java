package io.sioscope.app.cli;

import io.sioscope.protocol.Transport;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code polling} and {@code websocket}. Pure. */
final class TransportConverter implements ITypeConverter<Transport> {
    @Override
    public Transport convert(String text) {
        return Transport.of(text).orElseThrow(() -> new TypeConversionException(text));
    }
}
