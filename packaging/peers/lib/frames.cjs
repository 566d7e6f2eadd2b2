'use strict';
// WebSocket and Socket.IO over bare sockets: thousands of them fit into one process, and each can be as rude as a test wants.
const net = require('node:net');

// Nothing is hidden by a mask of zeros, and nothing has to be copied.
const MASK = Buffer.alloc(4);

/** One text (1) or binary (2) frame from a client. */
function frame(opcode, data) {
  const body = Buffer.from(data);
  if (body.length <= 125) return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | body.length]), MASK, body]);
  const long = body.length > 0xffff;
  const head = Buffer.alloc(long ? 10 : 4);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (long ? 127 : 126);
  if (long) head.writeBigUInt64BE(BigInt(body.length), 2);
  else head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, MASK, body]);
}

const text = (data) => frame(1, data);

/** A connection from one of many loopback addresses: one alone has too few ports. */
function connect(port, number, ready) {
  const socket = net.connect({ port, host: '127.0.0.1', localAddress: `127.0.0.${2 + (number % 16)}` }, ready);
  socket.on('error', () => {});
  return socket;
}

/** Calls `message(text)` for every text frame from a server; expects neither masks nor fragments. */
function reader(message) {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      if (rest.length < 2) return;
      let length = rest[1];
      let from = 2;
      if (length === 126) {
        if (rest.length < 4) return;
        length = rest.readUInt16BE(2);
        from = 4;
      } else if (length === 127) {
        if (rest.length < 10) return;
        length = Number(rest.readBigUInt64BE(2));
        from = 10;
      }
      if (rest.length < from + length) return;
      if (rest[0] === 0x81) message(rest.toString('utf8', from, from + length));
      rest = rest.subarray(from + length);
    }
  };
}

/** Joins the root namespace over a WebSocket, answers heartbeats, and hands on all other messages. */
function join(port, number, joined, message) {
  const socket = connect(port, number, () => socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
    + 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'));
  const frames = reader((data) => {
    if (data[0] === '0') socket.write(text('40'));
    else if (data[0] === '2') socket.write(text('3'));
    else if (data.startsWith('40')) joined(socket);
    else message(data);
  });
  let head = '';
  const answer = (chunk) => {
    head += chunk.toString('latin1');
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    socket.removeListener('data', answer);
    socket.on('data', frames);
    frames(Buffer.from(head.slice(end + 4), 'latin1'));
  };
  socket.on('data', answer);
  return socket;
}

module.exports = { frame, text, connect, join };
