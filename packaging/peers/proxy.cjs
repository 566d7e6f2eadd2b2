'use strict';
// A proxy for tests: HTTP (CONNECT), SOCKS 4a and SOCKS 5, all on one port. It looks names up by itself. Configuration (all optional):
//   names      {"server.test": "127.0.0.1"}: names that it alone knows
//   user, password   what it asks for, over HTTP and SOCKS 5
//   refuse     whether it lets nobody through
// Says: ready {port}; through {kind, host, port}; refused {kind}.
const net = require('node:net');
const { say, config } = require('./lib/peer.cjs');

const settings = config();
const credentials = settings.user ? `${settings.user}:${settings.password}` : '';

/** Reads one connection step by step: each call of take waits for that many bytes, or for what a function finds complete. */
function reader(socket) {
  let bytes = Buffer.alloc(0);
  let wanted = null;
  const offer = () => {
    const length = wanted && (typeof wanted.length === 'function' ? wanted.length(bytes) : wanted.length);
    if (!wanted || length < 0 || bytes.length < length) return;
    const { done } = wanted;
    wanted = null;
    const taken = bytes.subarray(0, length);
    bytes = bytes.subarray(length);
    done(taken);
  };
  const hear = (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    offer();
  };
  socket.on('data', hear);
  return {
    take: (length) => new Promise((done) => {
      wanted = { length, done };
      offer();
    }),
    stop: () => {
      socket.removeListener('data', hear);
      return bytes;
    },
  };
}

function pass(client, input, kind, host, port, granted, refused) {
  if (settings.refuse) {
    say('refused', { kind });
    client.end(refused);
    return;
  }
  const server = net.connect(port, (settings.names || {})[host] || host, () => {
    say('through', { kind, host, port });
    client.write(granted);
    server.write(input.stop());
    client.pipe(server).pipe(client);
  });
  server.on('error', () => client.end(refused));
  client.on('close', () => server.destroy());
}

const untilZero = (bytes) => bytes.indexOf(0) + 1 || -1;
const untilBlankLine = (bytes) => (bytes.indexOf('\r\n\r\n') < 0 ? -1 : bytes.indexOf('\r\n\r\n') + 4);

async function http(client, input) {
  const head = (await input.take(untilBlankLine)).toString('latin1');
  const [, target] = /^CONNECT (\S+) HTTP\/1.1\r\n/.exec(head) || [];
  const wanted = `basic ${Buffer.from(credentials).toString('base64')}`.toLowerCase();
  const [, given = ''] = /^proxy-authorization: (.*)\r$/im.exec(head) || [];
  if (!target || (credentials && given.toLowerCase() !== wanted)) {
    say('refused', { kind: 'http' });
    client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const colon = target.lastIndexOf(':');
  pass(client, input, 'http', target.slice(0, colon), Number(target.slice(colon + 1)),
    'HTTP/1.1 200 Connection established\r\n\r\n', 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
}

async function socks4(client, input) {
  const head = await input.take(8);
  await input.take(untilZero);
  const named = head[4] === 0 && head[5] === 0 && head[6] === 0;
  const host = named ? (await input.take(untilZero)).toString('latin1').slice(0, -1) : [...head.subarray(4)].join('.');
  pass(client, input, 'socks4', host, head.readUInt16BE(2), Buffer.from([0, 90, 0, 0, 0, 0, 0, 0]),
    Buffer.from([0, 91, 0, 0, 0, 0, 0, 0]));
}

async function socks5(client, input) {
  const [, count] = await input.take(2);
  await input.take(count);
  client.write(Buffer.from([5, credentials ? 2 : 0]));
  if (credentials) {
    const user = await input.take((await input.take(2))[1]);
    const password = await input.take((await input.take(1))[0]);
    const right = `${user}:${password}` === credentials;
    client.write(Buffer.from([1, right ? 0 : 1]));
    if (!right) {
      say('refused', { kind: 'socks5' });
      client.end();
      return;
    }
  }
  const [, , , type] = await input.take(4);
  const host = type === 3
    ? (await input.take((await input.take(1))[0])).toString('latin1')
    : [...await input.take(4)].join('.');
  const port = (await input.take(2)).readUInt16BE();
  pass(client, input, 'socks5', host, port, Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
    Buffer.from([5, 2, 0, 1, 0, 0, 0, 0, 0, 0]));
}

const server = net.createServer(async (client) => {
  client.on('error', () => {});
  const input = reader(client);
  const first = (await input.take(1))[0];
  const rest = input.stop();
  client.unshift(Buffer.concat([Buffer.from([first]), rest]));
  const speak = { 4: socks4, 5: socks5 }[first] || http;
  speak(client, reader(client));
});
server.listen(0, '127.0.0.1', () => say('ready', { port: server.address().port }));
