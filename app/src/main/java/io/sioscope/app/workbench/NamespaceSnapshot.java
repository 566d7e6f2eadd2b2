package io.sioscope.app.workbench;

/**
 * One namespace of a session.
 *
 * @param name with its leading slash
 */
public record NamespaceSnapshot(String name, NamespaceState state) {}
