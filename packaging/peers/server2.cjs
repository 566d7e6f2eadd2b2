'use strict';
// A server of Socket.IO 2.5 for tests: Engine.IO 3. Configuration (all optional):
//   options     options of its server (pingInterval, transports ...)
//   namespaces  the namespaces that exist beside "/", default []
//   tokens      {"/admin": "secret"}: the namespace refuses whoever does not bring token in its query; "/" may be named too
//   refusal     what it refuses with: an error's data, or its message if absent
//   port        default 0, a free one, on 127.0.0.1
// Says: ready {port}; connection {namespace, socket, transport, query, headers}; upgraded; event; answer; disconnect {reason}; close.
// Events with a meaning: ask(event, ...args) bye(close) silent(...) fail(message); every other one is acknowledged with its own
//   arguments and echoed.
// Commands: {"do":"emit", namespace, event, args}
const { createServer } = require('node:http');
const Server = require('socket.io-2.5.1');
const { say, config, commands, split } = require('./lib/peer.cjs');

const settings = config();
const http = createServer();
const io = Server(http, settings.options || {});
const tokens = settings.tokens || {};

function onEvent(socket, event, all) {
  const namespace = socket.nsp.name;
  const { args, ack } = split(all);
  say('event', { namespace, socket: socket.id, event, args, ack: ack !== null });
  if (event === 'silent') return;
  if (event === 'bye') {
    socket.disconnect(args[0] === true);
  } else if (event === 'ask') {
    socket.emit(args[0], ...args.slice(1), (...answer) => say('answer', { namespace, socket: socket.id, args: answer }));
  } else {
    if (ack) ack(...args);
    socket.emit(event, ...args);
  }
}

for (const name of new Set(['/', ...(settings.namespaces || [])])) {
  const namespace = io.of(name);
  namespace.use((socket, next) => {
    const token = tokens[name];
    if (token === undefined || socket.handshake.query.token === token) return next();
    const error = new Error('not authorized');
    if (settings.refusal !== undefined) error.data = settings.refusal;
    return next(error);
  });
  namespace.on('connection', (socket) => {
    const { query, headers } = socket.handshake;
    say('connection', { namespace: name, socket: socket.id, transport: socket.conn.transport.name, query, headers });
    socket.conn.once('upgrade', (transport) => say('upgraded', { socket: socket.id, transport: transport.name }));
    socket.use(([event, ...all], next) => {
      if (event === 'fail') return next(new Error(all[0]));
      onEvent(socket, event, all);
      return next();
    });
    socket.on('disconnect', (reason) => say('disconnect', { namespace: name, socket: socket.id, reason }));
  });
}
io.engine.on('connection', (engine) => engine.once('close', (reason) => say('close', { reason })));

commands({ emit: (command) => io.of(command.namespace || '/').emit(command.event, ...(command.args || [])) });

http.listen(settings.port || 0, '127.0.0.1', () => say('ready', { port: http.address().port }));
