'use strict';
// The reference's own packet parsers, JSON and MessagePack, asked for their verdicts.
// Says: ready; verdicts {batch, verdicts}, for each text the decoded packet's head or null where the parser threw;
// unpacked {batch, verdicts}, for each message {type, namespace, id, json} or null; packed {batch, messages}.
// Obeys: {do:"decode", batch, texts}; a packet that waits for attachments is given one-byte ones until it is whole.
// {do:"unpack", batch, messages}: MessagePack as buffers. {do:"pack", batch, packets}, each {type, data?, nsp, id?}.
const { Decoder } = require('socket.io-parser');
const msgpack = require('socket.io-msgpack-parser');
const { say, commands } = require('./lib/peer.cjs');

const EVENT = 2;
const BINARY_EVENT = 5;
const MOST_ATTACHMENTS = 10;

function decode(text) {
  const decoder = new Decoder();
  let packet = null;
  decoder.on('decoded', (decoded) => { packet = decoded; });
  decoder.add(text);
  let attachments = 0;
  while (!packet && attachments < MOST_ATTACHMENTS) {
    decoder.add(Buffer.from('b'));
    attachments += 1;
  }
  const type = packet.type >= BINARY_EVENT ? packet.type - 3 : packet.type;
  const list = Array.isArray(packet.data);
  return {
    type,
    namespace: packet.nsp,
    id: packet.id === undefined ? -1 : packet.id,
    attachments,
    name: list && type === EVENT ? String(packet.data[0]) : '',
    values: list ? packet.data.length - (type === EVENT ? 1 : 0) : packet.data === undefined ? -1 : 1,
  };
}

function verdict(text) {
  try {
    return decode(text);
  } catch (refused) {
    return null;
  }
}

/** The value with its binary parts as JSON can hold them; undefined and dates are left to JSON.stringify. */
function shown(value) {
  if (Buffer.isBuffer(value) || value instanceof ArrayBuffer) return { $binary: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(shown);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)]));
}

// Where a date or an array buffer serves as a name, Sioscope writes the date in UTC, and the bytes' text as for a buffer.
Date.prototype.toString = function () { return Number.isNaN(this.getTime()) ? 'Invalid Date' : this.toISOString(); };
ArrayBuffer.prototype.toString = function () { return Buffer.from(this).toString(); };

function unpack(message) {
  const decoder = new msgpack.Decoder();
  let packet = null;
  decoder.on('decoded', (decoded) => { packet = decoded; });
  try {
    decoder.add(message);
  } catch (refused) {
    return null;
  }
  const { type, nsp, id, data } = packet;
  const named = type === EVENT && data.length > 0;
  const values = data === undefined ? [] : Array.isArray(data) ? data.slice(named ? 1 : 0) : [data];
  return {
    type,
    namespace: nsp,
    id: id === undefined ? -1 : id,
    counted: id !== undefined,
    name: named ? String(data[0]) : '',
    json: JSON.stringify(values.map(shown)),
  };
}

/** The packet with its keys in the order in which socket.io makes it; the encoder keeps that order. */
function pack({ type, data, nsp, id }) {
  return new msgpack.Encoder().encode(id === undefined ? { type, data, nsp } : { type, data, nsp, id })[0];
}

commands({
  decode: ({ batch, texts }) => say('verdicts', { batch, verdicts: texts.map(verdict) }),
  unpack: ({ batch, messages }) => say('unpacked', { batch, verdicts: messages.map(unpack) }),
  pack: ({ batch, packets }) => say('packed', { batch, messages: packets.map(pack) }),
});
// Nothing but its commands keeps this peer alive.
process.stdin.ref();
say('ready');
