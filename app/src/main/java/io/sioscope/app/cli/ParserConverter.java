package io.sioscope.app.cli;

import io.sioscope.protocol.socketio.PacketParser;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code json} and {@code msgpack}. Pure. */
final class ParserConverter implements ITypeConverter<PacketParser> {
    @Override
    public PacketParser convert(String text) {
        return switch (text) {
            case "json" -> PacketParser.JSON;
            case "msgpack" -> PacketParser.MSGPACK;
            default -> throw new TypeConversionException(text);
        };
    }
}
