'use strict';
// Clients of npm socket.io-client that come back whenever they were cut off, and send events all the time they are connected.
// Configuration: url, count. Says: ready; here {count} once all are connected, away {} once none is.
const { say, config } = require('./lib/peer.cjs');
const { io } = require('socket.io-client');

const { url, count } = config();
let connected = 0;

function client() {
  const socket = io(url, { forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 200 });
  let load;
  socket.on('connect', () => {
    // Fifty clients make 2,000 events a second: no more, for a server that looks for leaks at each of its buffers.
    load = setInterval(() => socket.emit('load', 'x'.repeat(1000)), 25);
    if (++connected === count) say('here', { count });
  });
  socket.on('disconnect', () => {
    clearInterval(load);
    if (--connected === 0) say('away', {});
  });
}

say('ready', {});
for (let i = 0; i < count; i++) client();
