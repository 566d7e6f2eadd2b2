package io.sioscope.app.ui.palette;

/**
 * One thing that can be found.
 *
 * @param title what it does, in words; searched first
 * @param detail where it belongs or whom it is about; searched too, may be empty
 * @param icon its literal
 * @param key its key in words; empty for none
 * @param available whether it can be done now; what cannot is listed last and does nothing
 * @param action does it, after the palette left
 */
public record PaletteEntry(
        String title, String detail, String icon, String key, boolean available, Runnable action) {}
