'use strict';
// Many well-behaved clients in one process. Configuration: port, count.
// Says: ready; joined {count} once all are in the root namespace; heard {message} once all received the same message;
//   lost {count} with every client whose connection ends.
const { say, config } = require('./lib/peer.cjs');
const { join } = require('./lib/frames.cjs');

const { port, count } = config();
// As many at a time as a server's queue of new connections surely holds.
const AT_ONCE = 200;
const heard = new Map();
let begun = 0;
let joined = 0;
let lost = 0;

function message(data) {
  const times = (heard.get(data) || 0) + 1;
  heard.set(data, times);
  if (times === count) say('heard', { message: data });
}

function next() {
  if (begun === count) return;
  const socket = join(port, begun++, () => {
    joined++;
    if (joined === count) say('joined', { count });
    next();
  }, message);
  socket.on('close', () => say('lost', { count: ++lost }));
}

say('ready', {});
for (let i = 0; i < AT_ONCE; i++) next();
