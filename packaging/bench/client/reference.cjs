// npm socket.io-client in the client benchmark: node reference.cjs URL CONNECTIONS WINDOW WARMUP SECONDS TRANSPORT PAYLOAD.
// As Load.java.
'use strict';
const { io } = require('socket.io-client');

const TEXT = 'forty characters of a message that is sent';
const BYTES = 1024;
const [url, connections, window, warmup, seconds] = process.argv.slice(2, 7).map((value, at) => (at ? Number(value) : value));
const [transport, kind] = process.argv.slice(7);
let number = 0;
let answers = 0;
let last = 0;

const payload =
  kind === 'binary'
    ? () => ({ n: number++, data: Buffer.alloc(BYTES) })
    : () => ({ n: number++, text: TEXT, flag: true, ratio: 0.25 });
const pass = (time) => new Promise((done) => setTimeout(done, time * 1000));

function open() {
  return new Promise((done, failed) => {
    const socket = io(url, { transports: [transport], forceNew: true });
    socket.on('echo', (answer) => {
      last = answer.n;
      answers++;
      socket.emit('echo', payload());
    });
    socket.on('connect_error', failed);
    socket.on('connect', () => {
      for (let times = 0; times < window; times++) {
        socket.emit('echo', payload());
      }
      done(socket);
    });
  });
}

async function main() {
  const sockets = await Promise.all(Array.from({ length: connections }, open));
  await pass(warmup);
  const before = answers;
  const processor = process.cpuUsage();
  const time = process.hrtime.bigint();
  console.log(JSON.stringify({ measuring: true }));
  await pass(seconds);
  const used = process.cpuUsage(processor);
  const took = Number(process.hrtime.bigint() - time) / 1e9;
  const roundTrips = answers - before;
  console.log(JSON.stringify({ roundTrips, seconds: took, processorSeconds: (used.user + used.system) / 1e6, last }));
  sockets.forEach((socket) => socket.disconnect());
  process.exit(0);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
