// SPDX-License-Identifier: GPL-3.0-or-later
// The original clients of a queue, one line of JSON on standard output for each thing that they see.
//
//     node client.js LIBRARY REDIS-URL watch QUEUE             all events of the queue, until it is killed
//     node client.js LIBRARY REDIS-URL add QUEUE DATA OPTIONS  adds a job: {"id"}
//     node client.js LIBRARY REDIS-URL addall QUEUE DATAS OPTIONS  adds a job for each of an array of data: {"ids"}
//     node client.js LIBRARY REDIS-URL job QUEUE ID            {"state", "attempts", "reason", "result", "progress"}
//     node client.js LIBRARY REDIS-URL workers QUEUE           {"workers": [names of connections]}
//     node client.js LIBRARY REDIS-URL work QUEUE              an original worker that completes each job at once
//
// LIBRARY: bullmq (version 6), bullmq5, bull (version 4).
'use strict';

const [library, url, command, name, ...rest] = process.argv.slice(2);
const say = line => process.stdout.write(JSON.stringify(line) + '\n');
const address = new URL(url);
const connection = { host: address.hostname, port: Number(address.port), maxRetriesPerRequest: null };
const shortChecks = { lockDuration: 5000, stalledInterval: 1000 };

const bullmq = {
  queue: () => new (require(library).Queue)(name, { connection }),
  async watch() {
    const events = new (require(library).QueueEvents)(name, { connection });
    events.on('error', () => {});
    for (const event of ['added', 'waiting', 'active', 'progress', 'delayed', 'stalled', 'completed', 'failed',
      'retries-exhausted']) {
      events.on(event, seen => say({ event, id: seen.jobId, progress: seen.data, result: seen.returnvalue,
        reason: seen.failedReason }));
    }
    await events.waitUntilReady();
  },
  work() {
    const worker = new (require(library).Worker)(name, async job => {
      say({ event: 'worked', id: job.id });
      return { worked: true };
    }, { connection, ...shortChecks });
    worker.on('error', () => {});
  },
};

const bull = {
  queue: () => new (require('bull'))(name, { redis: { ...connection, enableReadyCheck: false },
    settings: shortChecks }),
  async watch() {
    const queue = bull.queue();
    queue.on('error', () => {});
    const text = value => { try { return JSON.parse(value); } catch { return value; } };
    queue.on('global:waiting', id => say({ event: 'waiting', id: String(id) }));
    queue.on('global:active', id => say({ event: 'active', id: String(id) }));
    queue.on('global:stalled', id => say({ event: 'stalled', id: String(id) }));
    queue.on('global:progress', (id, progress) => say({ event: 'progress', id: String(id), progress }));
    queue.on('global:completed', (id, result) => say({ event: 'completed', id: String(id), result: text(result) }));
    queue.on('global:failed', (id, reason) => say({ event: 'failed', id: String(id), reason }));
    await queue.isReady();
  },
  work() {
    const queue = bull.queue();
    queue.on('error', () => {});
    queue.process(async job => {
      say({ event: 'worked', id: String(job.id) });
      return { worked: true };
    });
  },
};

async function main() {
  const kind = library === 'bull' ? bull : bullmq;
  if (command === 'watch') {
    await kind.watch();
    say({ event: 'ready' });
    return;
  }
  if (command === 'work') {
    kind.work();
    say({ event: 'ready' });
    return;
  }
  const queue = kind.queue();
  if (command === 'add') {
    const [data, options] = rest.map(text => JSON.parse(text));
    const job = library === 'bull' ? await queue.add(data, options) : await queue.add('transcode', data, options);
    say({ id: String(job.id) });
  } else if (command === 'addall') {
    const [datas, opts] = rest.map(text => JSON.parse(text));
    const jobs = await queue.addBulk(datas.map(data => library === 'bull' ? { data, opts } :
      { name: 'transcode', data, opts }));
    say({ ids: jobs.map(job => String(job.id)) });
  } else if (command === 'job') {
    const job = await queue.getJob(rest[0]);
    say(job === null || job === undefined ? { state: 'gone' } : {
      state: await job.getState(), attempts: job.attemptsMade, reason: job.failedReason, result: job.returnvalue,
      progress: library === 'bull' ? job.progress() : job.progress,
    });
  } else if (command === 'workers') {
    const workers = await queue.getWorkers();
    say({ workers: workers.map(worker => worker.rawname || worker.name), addresses: workers.map(w => w.addr) });
  } else {
    throw new Error(`unknown command ${command}`);
  }
  await queue.close();
  process.exit(0);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
