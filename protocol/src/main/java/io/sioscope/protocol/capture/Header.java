package io.sioscope.protocol.capture;

/** One HTTP header as it was sent; names keep their case. */
public record Header(String name, String value) {}
