'use strict';
// The reference's own packet parser, asked for its verdicts.
// Says: ready; verdicts {batch, verdicts}, for each text the decoded packet's head or null where the parser threw.
// Obeys: {do:"decode", batch, texts}; a packet that waits for attachments is given one-byte ones until it is whole.
const { Decoder } = require('socket.io-parser');
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

commands({
  decode: ({ batch, texts }) => say('verdicts', { batch, verdicts: texts.map(verdict) }),
});
// Nothing but its commands keeps this peer alive.
process.stdin.ref();
say('ready');
