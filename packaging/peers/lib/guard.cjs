'use strict';
// Loaded before every peer. A peer must not outlive the test that started it: when the test's end of standard input
// goes away, whatever the reason, the peer goes too. The stream alone does not keep a finished peer alive.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
if (process.stdin.unref) process.stdin.unref();
