package io.sioscope.app.ui.host;

/** From where a host's certificate comes. */
enum Encryption {
    NONE,
    SELF_SIGNED,
    PEM,
    PKCS12
}
