'use strict';
// How a peer speaks with the test that started it: one JSON object a line, both ways.
// A Buffer travels as {"$binary":"<base64>"}, as in Sioscope's own machine-readable output.
const readline = require('node:readline');

function plain(value) {
  if (Buffer.isBuffer(value) || value instanceof Uint8Array) {
    return { $binary: Buffer.from(value).toString('base64') };
  }
  if (value instanceof ArrayBuffer) return { $binary: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') {
    if (typeof value.toJSON === 'function') return plain(value.toJSON());
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value === undefined ? null : value;
}

function revive(value) {
  if (Array.isArray(value)) return value.map(revive);
  if (value && typeof value === 'object') {
    if (typeof value.$binary === 'string') return Buffer.from(value.$binary, 'base64');
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revive(inner)]));
  }
  return value;
}

/** Tells the test something. */
function say(type, fields) {
  process.stdout.write(JSON.stringify({ type, ...plain(fields || {}) }) + '\n');
}

/** What the test passed on the command line. */
function config() {
  return process.argv[2] ? revive(JSON.parse(process.argv[2])) : {};
}

/** Calls the handler named by "do" of every line that the test sends; an unknown or failing one is said, not thrown. */
function commands(handlers) {
  readline.createInterface({ input: process.stdin }).on('line', (line) => {
    if (!line.trim()) return;
    let command;
    try {
      command = revive(JSON.parse(line));
      handlers[command.do](command);
    } catch (error) {
      say('peer-error', { message: String(error), line });
    }
  });
}

/** Splits the acknowledgement callback off the arguments of an event. */
function split(args) {
  const ack = typeof args[args.length - 1] === 'function' ? args[args.length - 1] : null;
  return { args: ack ? args.slice(0, -1) : args, ack };
}

module.exports = { say, config, commands, split };
