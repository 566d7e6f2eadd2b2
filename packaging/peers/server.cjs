'use strict';
// A Socket.IO server for tests. Configuration (all optional):
//   version     which of the installed servers: "3.1.2", "4.0.0"; the newest unless given
//   msgpack     whether packets are MessagePack
//   options     options of socket.io's Server (path, transports, pingInterval, cors, connectionStateRecovery ...)
//   namespaces  the namespaces that exist, default ["/"]; "*" accepts every one
//   tokens      {"/admin": "secret"}: the namespace refuses whoever does not bring auth.token equal to that
//   tls         {key, cert, ca} in PEM: it speaks HTTPS; with ca it wants a certificate of the client's
//   port        default 0, a free one, on 127.0.0.1
//   echo        whether an unknown event comes back under its own name, default true
// Says: ready {port, url}; connection {namespace, socket, transport, auth, query, headers, eio}; upgraded {socket, transport};
//   event {namespace, socket, event, args, ack}; answer {namespace, socket, event, args | timeout}; disconnecting {rooms};
//   disconnect {namespace, socket, reason}; engine-error {code, message}.
// Events with a meaning: join(room) leave(room) room(room, event, ...args) ask(event, ...args) bye(close) silent(...)
//   joined acks: each of them acknowledges with [] when asked. Every other event: acknowledged with its own arguments, echoed.
// Commands: {"do":"emit", namespace, room?, socket?, event, args, ack?}   {"do":"disconnect", namespace, socket?, close}
//   {"do":"bytes"} says bytes {read} of all open WebSockets
//   {"do":"drop"} ends every Engine.IO connection   {"do":"freeze", ms} does nothing at all for a while   {"do":"close"}   {"do":"rooms", namespace} says rooms {rooms: {room: [socket]}}
const { createServer } = require('node:http');
const secure = require('node:https');
const { say, config, commands, split } = require('./lib/peer.cjs');

const settings = config();
const { Server } = require(settings.version ? `socket.io-${settings.version}` : 'socket.io');
const http = settings.tls
  ? secure.createServer({ ...settings.tls, requestCert: Boolean(settings.tls.ca) })
  : createServer();
const parser = settings.msgpack ? { parser: require('socket.io-msgpack-parser') } : {};
const io = new Server(http, { ...settings.options, ...parser });
const names = settings.namespaces || ['/'];
const tokens = settings.tokens || {};

function ask(socket, event, args) {
  const namespace = socket.nsp.name;
  const common = { namespace, socket: socket.id, event };
  if (!socket.timeout) { // before 4.4
    socket.emit(event, ...args, (...answer) => say('answer', { ...common, args: answer }));
    return;
  }
  socket.timeout(10000).emit(event, ...args, (error, ...answer) => {
    say('answer', error ? { ...common, timeout: true } : { ...common, args: answer });
  });
}

const known = {
  join: (socket, args) => socket.join(args[0]),
  leave: (socket, args) => socket.leave(args[0]),
  room: (socket, args) => socket.nsp.to(args[0]).emit(args[1], ...args.slice(2)),
  ask: (socket, args) => ask(socket, args[0], args.slice(1)),
};

function onEvent(socket, event, all) {
  const { args, ack } = split(all);
  say('event', { namespace: socket.nsp.name, socket: socket.id, event, args, ack: ack !== null });
  if (event === 'silent') return;
  if (event === 'bye') {
    socket.disconnect(args[0] === true);
    return;
  }
  if (known[event]) {
    known[event](socket, args);
    if (ack) ack();
    return;
  }
  if (ack) ack(...args);
  if (settings.echo !== false) socket.emit(event, ...args);
}

function onConnection(socket) {
  const namespace = socket.nsp.name;
  const { auth, query, headers } = socket.handshake;
  say('connection', {
    namespace, socket: socket.id, transport: socket.conn.transport.name, eio: socket.conn.protocol,
    recovered: socket.recovered === true, auth, query, headers,
  });
  socket.conn.once('upgrade', (transport) => say('upgraded', { socket: socket.id, transport: transport.name }));
  socket.onAny((event, ...args) => onEvent(socket, event, args));
  socket.on('disconnecting', (reason) =>
    say('disconnecting', { namespace, socket: socket.id, reason, rooms: [...socket.rooms] }));
  socket.on('disconnect', (reason) => say('disconnect', { namespace, socket: socket.id, reason }));
}

function guard(namespace) {
  namespace.use((socket, next) => {
    const token = tokens[socket.nsp.name];
    if (token === undefined || socket.handshake.auth.token === token) return next();
    const error = new Error('not authorized');
    error.data = { namespace: socket.nsp.name, need: 'token' };
    return next(error);
  });
  namespace.on('connection', onConnection);
}

for (const name of names) guard(name === '*' ? io.of(/^\/.*/) : io.of(name));
io.engine.on('connection_error', (error) => say('engine-error', { code: error.code, message: error.message }));

function target(command) {
  const namespace = io.of(command.namespace || '/');
  if (command.socket) return namespace.sockets.get(command.socket);
  return command.room ? namespace.to(command.room) : namespace;
}

commands({
  emit: (command) => {
    if (!command.ack) {
      target(command).emit(command.event, ...(command.args || []));
      return;
    }
    const sockets = command.socket ? [target(command)] : io.of(command.namespace || '/').sockets.values();
    for (const socket of sockets) ask(socket, command.event, command.args || []);
  },
  disconnect: (command) => {
    if (command.socket) target(command).disconnect(command.close === true);
    else io.of(command.namespace || '/').disconnectSockets(command.close === true);
  },
  rooms: (command) => {
    const { rooms } = io.of(command.namespace || '/').adapter;
    say('rooms', { rooms: Object.fromEntries([...rooms].map(([room, sockets]) => [room, [...sockets]])) });
  },
  freeze: (command) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, command.ms),
  bytes: () => say('bytes', {
    read: Object.values(io.engine.clients).reduce((sum, client) => sum + client.transport.socket._socket.bytesRead, 0),
  }),
  drop: () => Object.values(io.engine.clients).forEach((client) => client.close()),
  close: () => io.close(() => say('closed')),
});

http.on('error', (error) => {
  say('peer-error', { message: String(error) });
  process.exit(1);
});
http.listen(settings.port || 0, '127.0.0.1', () => {
  const { port } = http.address();
  say('ready', { port, url: `http://127.0.0.1:${port}` });
});
