'use strict';
// Clients that take without giving and give without end. Configuration: port, and how many of each kind.
// Says: ready; placed {count} once each is where it does its harm.
//   deaf   joins, sends "deaf", reads no more   drip  sends a head of a request, a byte at a time
//   left   opens a session on polling        half  begins a packet with two attachments and sends one of them
//   flood  sends events as fast as it may    post  posts 100 MB to a session of its own
//   broken sends a frame that is none (an unknown opcode), and then as much as it may
const { say, config } = require('./lib/peer.cjs');
const { frame, text, connect, join } = require('./lib/frames.cjs');

const { port, ...kinds } = config();
const total = Object.values(kinds).reduce((sum, count) => sum + count, 0);
const POST = 100_000_000;
const PIECE = Buffer.alloc(65_536, '4');
// Large ones: where leaks are looked for, each frame costs far more than its bytes.
const EVENTS = text('42["flood","' + 'x'.repeat(60_000) + '"]');
const floods = [];
let placed = 0;

/** Floods begin when all are there: this process would have no time left for the others. */
function inPlace(flood) {
  placed++;
  if (flood) floods.push(flood);
  if (placed === total) {
    say('placed', { count: placed });
    floods.forEach((begin) => begin());
  }
}

/** Writes as long as the other side takes it. */
function pour(socket, piece, left = Infinity) {
  while (left > 0 && !socket.destroyed) {
    left -= piece.length;
    if (!socket.write(piece)) {
      socket.once('drain', () => pour(socket, piece, left));
      return;
    }
  }
}

function open(number, opened) {
  const socket = connect(port, number, () => socket.write(
    'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n\r\n'));
  socket.once('data', (answer) => opened(socket, /"sid":"([^"]+)"/.exec(answer.toString('latin1'))[1]));
}

const act = {
  deaf: (number) => join(port, number, (socket) => {
    socket.pause();
    socket.write(text('42["deaf"]'), () => inPlace());
  }, () => {}),
  drip: (number) => {
    const socket = connect(port, number, () => {
      socket.write('GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nX: ');
      const timer = setInterval(() => socket.write('x'), 200);
      socket.on('close', () => clearInterval(timer));
      inPlace();
    });
  },
  left: (number) => open(number, (socket) => {
    socket.destroy();
    inPlace();
  }),
  half: (number) => join(port, number, (socket) => {
    socket.write(text('452-["half",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]'));
    socket.write(frame(2, Buffer.alloc(100_000)), () => inPlace());
  }, () => {}),
  flood: (number) => join(port, number, (socket) => inPlace(() => pour(socket, EVENTS)), () => {}),
  broken: (number) => join(port, number, (socket) => inPlace(() => {
    socket.write(frame(7, 'x'));
    pour(socket, PIECE);
  }), () => {}),
  post: (number) => open(number, (socket, sid) => {
    socket.write(`POST /socket.io/?EIO=4&transport=polling&sid=${sid} HTTP/1.1\r\nHost: localhost\r\n`
      + `Content-Length: ${POST}\r\n\r\n`);
    inPlace(() => pour(socket, PIECE, POST));
  }),
};

say('ready', {});
let number = 0;
for (const [kind, count] of Object.entries(kinds)) {
  for (let i = 0; i < count; i++) act[kind](number++);
}
