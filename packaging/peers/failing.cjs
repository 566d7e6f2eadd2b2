'use strict';
// Servers at which connections fail, each in one way. Configuration (all optional):
//   generation  2: npm socket.io 2.5.1 in place of today's
//   options     options of socket.io's Server
//   msgpack     true: packets in MessagePack
//   tls         {pfx, passphrase}: over TLS with the key and certificate of a PKCS #12 file
//   namespaces  the namespaces that exist, default ["/"]
//   middleware  "refuse" says no with data, "hang" never says anything
//   plain       true: an HTTP server without Socket.IO, which answers 404 with a page
//   page        true: Socket.IO, and the same page at every other path
//   drops       n: the n-th answer to a heartbeat ends the connection
//   front       what stands before the server:
//     "no-websocket"     a proxy that answers every upgrade with 403
//     "strip-upgrade"    a proxy that forwards every request without its Upgrade header
//     "cut-upgrade"      a proxy that ends the connection on every upgrade
//     "round-robin"      a balancer that deals connections out in turn to two servers
//     "sticky-cookie"    the same for requests, but a cookie of its own leads back
// Says: ready {port, url}; connection {namespace}; session {sid}; closed {sid, reason}; event {namespace, event}.
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');
const { readFileSync } = require('node:fs');
const { say, config } = require('./lib/peer.cjs');

const settings = config();

function handler() {
  if (!settings.plain && !settings.page) return undefined;
  return (request, response) => {
    response.writeHead(404, { 'Content-Type': 'text/html', Server: 'Bakery/1.0' });
    response.end('<html><body>No such bread</body></html>');
  };
}

function listener() {
  if (!settings.tls) return http.createServer(handler());
  const { pfx, passphrase } = settings.tls;
  return https.createServer({ pfx: readFileSync(pfx), passphrase }, handler());
}

function watch(io) {
  const engine = io.engine || io.eio;
  engine.on('connection', (session) => {
    say('session', { sid: session.id });
    session.on('close', (reason) => say('closed', { sid: session.id, reason }));
    let beats = 0;
    session.on('packet', (packet) => {
      beats += packet.type === 'pong' ? 1 : 0;
      if (settings.drops && beats >= settings.drops) session.transport.close();
    });
  });
}

function guard(namespace) {
  namespace.use((socket, next) => {
    if (settings.middleware === 'hang') return undefined;
    if (settings.middleware !== 'refuse') return next();
    const error = new Error('token expired');
    error.data = { code: 'E_EXP' };
    return next(error);
  });
  namespace.on('connection', (socket) => {
    say('connection', { namespace: namespace.name, socket: socket.id });
    if (socket.onAny) socket.onAny((event) => say('event', { namespace: namespace.name, event }));
  });
}

function serve(server) {
  if (settings.plain) return;
  const options = { ...settings.options };
  if (settings.msgpack) options.parser = require('socket.io-msgpack-parser');
  const io = settings.generation === 2
    ? require('socket.io-2.5.1')(server, options)
    : new (require('socket.io').Server)(server, options);
  for (const name of settings.namespaces || ['/']) guard(io.of(name));
  watch(io);
}

function listen(server) {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
}

async function start() {
  const server = listener();
  serve(server);
  return listen(server);
}

function forward(port, request, response, changed) {
  const { method, url: path } = request;
  const headers = { ...request.headers, ...changed };
  for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name];
  const onward = http.request({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode, { ...answer.headers, via: '1.1 tollgate' });
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function proxy(port, onUpgrade) {
  const front = http.createServer((request, response) => forward(port, request, response, {}));
  front.on('upgrade', onUpgrade);
  return front;
}

const fronts = {
  'no-websocket': ([port]) => proxy(port, (request, socket) =>
    socket.end('HTTP/1.1 403 Forbidden\r\nServer: Tollgate\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')),
  'cut-upgrade': ([port]) => proxy(port, (request, socket) => socket.destroy()),
  // Without a listener for upgrades Node hands such requests on as plain ones.
  'strip-upgrade': ([port]) => http.createServer((request, response) =>
    forward(port, request, response, { upgrade: undefined, connection: 'close' })),
  'round-robin': (ports) => {
    let next = 0;
    return net.createServer((socket) => {
      const onward = net.connect(ports[next++ % ports.length], '127.0.0.1');
      socket.pipe(onward).pipe(socket);
      for (const end of [socket, onward]) end.on('error', () => { socket.destroy(); onward.destroy(); });
    });
  },
  'sticky-cookie': (ports) => {
    let next = 0;
    const wish = (request) => /(?:^|; )route=(\d)/.exec(request.headers.cookie || '');
    return http.createServer((request, response) => {
      const known = wish(request);
      const route = known ? Number(known[1]) : next++ % ports.length;
      response.setHeader('Set-Cookie', `route=${route}; Path=/`);
      const { method, url: path, headers } = request;
      const onward = http.request({ port: ports[route], host: '127.0.0.1', method, path, headers }, (answer) => {
        for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
        response.writeHead(answer.statusCode);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
  },
};

async function main() {
  const several = ['round-robin', 'sticky-cookie'].includes(settings.front);
  const ports = [await start()];
  if (several) ports.push(await start());
  const port = settings.front ? await listen(fronts[settings.front](ports)) : ports[0];
  say('ready', { port, url: `http://127.0.0.1:${port}` });
}

main().catch((error) => {
  say('peer-error', { message: String(error) });
  process.exit(1);
});
