package io.sioscope.emulator.http;

/**
 * One Engine.IO server of a host, at a path of its own.
 *
 * @param options what it goes by, its path among it
 * @param application what lives above its sessions
 */
public record EngineMount(EngineOptions options, EngineApplication application) {}
