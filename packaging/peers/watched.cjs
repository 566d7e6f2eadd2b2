'use strict';
// Clients of npm socket.io-client that tell all they hear. Configuration: none.
// Says: ready; told {client, line}, where line is one of: open   error MESSAGE   close REASON   connect ID
//   connect_error MESSAGE   disconnect REASON   event NAME ARGUMENTS   leaving NAME   reconnect_attempt N   reconnect N
// Commands: {"do":"open", client, url, transports, reconnection?, headers?} makes a client of that name and connects its root
//     namespace
//   {"do":"close", client} closes its engine.
// An event "go" is answered with the events "a" and "b".
const { say, config, commands } = require('./lib/peer.cjs');
const { Manager } = require('socket.io-client');

config();
const managers = new Map();

function bytes(key, value) {
  return value && value.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : value;
}

commands({
  open: ({ client, url, transports, reconnection, headers }) => {
    const tell = (...words) => say('told', { client, line: words.join(' ').trim() });
    const manager = new Manager(url, {
      transports,
      extraHeaders: headers,
      reconnection: reconnection === true,
      reconnectionDelay: 50,
      randomizationFactor: 0,
      autoConnect: false,
    });
    managers.set(client, manager);
    manager.on('open', () => tell('open'));
    manager.on('error', (error) => tell('error', error.message));
    manager.on('close', (reason) => tell('close', reason));
    manager.on('reconnect_attempt', (attempt) => tell('reconnect_attempt', attempt));
    manager.on('reconnect', (attempt) => tell('reconnect', attempt));
    const socket = manager.socket('/');
    socket.on('connect', () => tell('connect', typeof socket.id === 'object' ? JSON.stringify(socket.id) : socket.id));
    socket.on('connect_error', (error) => tell('connect_error', error.message));
    socket.on('disconnect', (reason) => tell('disconnect', reason));
    socket.onAnyOutgoing((event) => tell('leaving', event));
    socket.onAny((event, ...args) => {
      tell('event', event, JSON.stringify(args, bytes));
      if (event === 'go') socket.emit('a').emit('b');
    });
    socket.connect();
  },
  close: ({ client }) => managers.get(client).engine.close(),
});

// The test decides when this ends.
setInterval(() => {}, 1 << 30);
say('ready', {});
