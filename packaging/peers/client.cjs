'use strict';
// A Socket.IO client for tests. Configuration:
//   client      the package to use, default "socket.io-client"; older generations lie under names such as
//               "socket.io-client-2.5.0"
//   parser      "msgpack" for socket.io-msgpack-parser
//   url         the server, e.g. "http://127.0.0.1:3000"
//   options     options of socket.io-client's io() (path, transports, auth, query, extraHeaders, reconnection ...)
//   namespaces  the namespaces joined over one connection, default ["/"]; {"/admin": {"token": …}} in `auths` gives one
//               of them an auth of its own
// Says: ready; connect {namespace, socket, transport, recovered}; upgrade {transport}; event {namespace, event, args, ack};
//   ack {id, args | timeout}; connect-error {namespace, message, data}; disconnect {namespace, reason};
//   reconnect-attempt {attempt}; reconnect {attempt}; reconnect-failed.
// An event that asks for an acknowledgement gets its own arguments back, unless it is named "silent".
// Commands: {"do":"emit", namespace, event, args, ack?, timeout?, id?}   {"do":"volatile", …}
//   {"do":"connect"|"disconnect", namespace}   {"do":"drop"} cuts the transport as a network failure would   {"do":"exit"}
//   {"do":"raw", text} sends any text as a message   {"do":"mute"} sends nothing more, not even heartbeats
//   {"do":"deaf"} heeds the server's heartbeats no more (mute and deaf: 4.8 only)
const { say, config, commands, split } = require('./lib/peer.cjs');

const settings = config();
const { Manager } = require(settings.client || 'socket.io-client');
const options = { forceNew: true, ...settings.options };
if (settings.parser === 'msgpack') options.parser = require('socket.io-msgpack-parser');
const manager = new Manager(settings.url, { ...options, autoConnect: false });
const sockets = new Map();

function listen(namespace, socket) {
  socket.on('connect', () => say('connect', {
    namespace, socket: socket.id, transport: manager.engine.transport.name, recovered: socket.recovered === true,
  }));
  socket.on('connect_error', (error) => say('connect-error', { namespace, message: error.message, data: error.data }));
  socket.on('disconnect', (reason) => say('disconnect', { namespace, reason }));
  const any = (event, ...all) => {
    const { args, ack } = split(all);
    say('event', { namespace, event, args, ack: ack !== null });
    if (ack && event !== 'silent') ack(...args);
  };
  if (socket.onAny) {
    socket.onAny(any);
  } else {
    // Clients 1.x and 2.x: no listener for all events, and a refused namespace is the event 'error'.
    socket.on('error', (error) => say('connect-error', { namespace, refused: error }));
    socket.onevent = (packet) => {
      const ack = packet.id == null ? [] : [socket.ack(packet.id)];
      any(...packet.data, ...ack);
    };
  }
}

function open(namespace) {
  const auth = (settings.auths || {})[namespace] || options.auth;
  const socket = manager.socket(namespace, auth ? { auth, query: new URLSearchParams(auth).toString() } : {});
  sockets.set(namespace, socket);
  listen(namespace, socket);
  socket.connect();
}

manager.on('open', () => {
  manager.engine.on('upgrade', (transport) => say('upgrade', { transport: transport.name }));
});
manager.on('reconnect_attempt', (attempt) => say('reconnect-attempt', { attempt }));
manager.on('reconnect', (attempt) => say('reconnect', { attempt }));
manager.on('reconnect_failed', () => say('reconnect-failed'));

function emit(command) {
  const socket = sockets.get(command.namespace || '/');
  const args = command.args || [];
  if (!command.ack) {
    socket.emit(command.event, ...args);
    return;
  }
  if (!socket.timeout) {
    socket.emit(command.event, ...args, (...answer) => say('ack', { id: command.id, event: command.event, args: answer }));
    return;
  }
  socket.timeout(command.timeout || 10000).emit(command.event, ...args, (error, ...answer) => {
    const common = { namespace: command.namespace || '/', id: command.id, event: command.event };
    say('ack', error ? { ...common, timeout: true } : { ...common, args: answer });
  });
}

commands({
  emit,
  volatile: (command) => sockets.get(command.namespace || '/').volatile.emit(command.event, ...(command.args || [])),
  connect: (command) => {
    const known = sockets.get(command.namespace || '/');
    if (known) known.connect();
    else open(command.namespace || '/');
  },
  disconnect: (command) => sockets.get(command.namespace || '/').disconnect(),
  drop: () => manager.engine.close(),
  raw: (command) => manager.engine.write(command.text),
  mute: () => { manager.engine._sendPacket = () => {}; },
  deaf: () => { manager.engine._resetPingTimeout = () => {}; },
  exit: () => process.exit(0),
});

// The test decides when this ends: while it listens, so does the peer, even with nothing connected.
setInterval(() => {}, 1 << 30);
say('ready', {});
for (const namespace of settings.namespaces || ['/']) open(namespace);
