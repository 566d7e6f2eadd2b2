/**
 * Turns one captured packet into what the inspector shows: a tree of its arguments, JSON laid out in lines with the kinds of
 * its tokens, the layers of the wire with their named parts, and lines of hex. Everything is bounded: a packet of ten
 * megabytes costs no more on the screen than one of ten kilobytes. Thread: any; pure functions, called on workers.
 */
@NullMarked
package io.sioscope.app.inspect;

import org.jspecify.annotations.NullMarked;
