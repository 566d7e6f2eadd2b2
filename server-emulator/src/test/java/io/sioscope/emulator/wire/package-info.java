/** Tests of the server below every library: requests, frames and bytes. The tests' own threads. */
package io.sioscope.emulator.wire;
