// The clients by turns, each pinned to one core; prints one JSON line a measurement, then medians and the ratios of each round.
//   node compare.cjs '{"url":…,"core":1,"rounds":3,"warmup":4,"seconds":5,"window":32,"connections":[1,10],
//     "transport":"websocket","payload":"json","clients":{name:[command…]}}'
// The first client is the one that the others are compared with.
'use strict';
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');

const TICKS = 100;
const QUIET = 0.1;
const REPEATS = 2;
const config = JSON.parse(process.argv[2]);
const names = Object.keys(config.clients);

/** Seconds that the core has worked since the machine started, for whom ever. */
function worked(core) {
  const line = readFileSync('/proc/stat', 'utf8').split('\n').find((text) => text.startsWith(`cpu${core} `));
  const [user, nice, system, , , irq, softirq] = line.trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) / TICKS;
}

async function run(client, connections) {
  const command = [...config.clients[client]];
  const at = command.indexOf('LOAD');
  command.splice(at, 1, config.url, connections, config.window, config.warmup, config.seconds, config.transport, config.payload);
  const child = spawn('taskset', ['-c', String(config.core), ...command.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let before = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) {
      console.error(line);
      continue;
    }
    const said = JSON.parse(line);
    if (said.measuring) {
      before = worked(config.core);
    } else {
      const { roundTrips, seconds, processorSeconds } = said;
      return {
        client,
        connections,
        window: config.window,
        roundTrips,
        perSecond: Math.round(roundTrips / seconds),
        processorMicros: Number(((processorSeconds / roundTrips) * 1e6).toFixed(3)),
        clientCoresBusy: Number((processorSeconds / seconds).toFixed(2)),
        otherCoresBusy: Number(Math.max(0, (worked(config.core) - before - processorSeconds) / seconds).toFixed(2)),
      };
    }
  }
  throw new Error(`${client} ended without a result`);
}

/** Once more while others use the core; the quietest counts. */
async function measure(client, connections) {
  let best = await run(client, connections);
  for (let times = 0; times < REPEATS && best.otherCoresBusy > QUIET; times++) {
    const again = await run(client, connections);
    best = again.otherCoresBusy < best.otherCoresBusy ? again : best;
  }
  return best;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function table(results, connections) {
  console.log(`\n${connections} connection(s), window ${config.window}, ${config.transport}, ${config.payload}: medians, and the first client's share of each other's`);
  console.log(`${'client'.padEnd(24)}${'µs a round trip'.padStart(18)}${'ratio'.padStart(8)}${'a second'.padStart(12)}${'ratio'.padStart(8)}`);
  const of = (client) => results.filter((result) => result.client === client && result.connections === connections);
  const first = of(names[0]);
  for (const client of names) {
    const own = of(client);
    const ratio = (field) => median(own.map((result, round) => first[round][field] / result[field])).toFixed(2);
    const figure = (field) => String(median(own.map((result) => result[field])));
    console.log(
      client.padEnd(24) + figure('processorMicros').padStart(18) + ratio('processorMicros').padStart(8)
        + figure('perSecond').padStart(12) + ratio('perSecond').padStart(8),
    );
  }
}

async function main() {
  const results = [];
  for (let round = 1; round <= config.rounds; round++) {
    for (const connections of config.connections) {
      for (const client of names) {
        const result = { round, ...(await measure(client, connections)) };
        console.log(JSON.stringify(result));
        results.push(result);
      }
    }
  }
  config.connections.forEach((connections) => table(results, connections));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
