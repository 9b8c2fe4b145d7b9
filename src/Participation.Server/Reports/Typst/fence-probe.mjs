// Started as worker.mjs is, and tells what it could reach: in a line of JSON { pid, folders }, out a line of JSON.
// What a fence is called stands in Fence.cs; it counts as standing only when the attempt from here failed.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

createInterface({ input: process.stdin }).on('line', line => {
  const { pid, folders } = JSON.parse(line);
  const limits = works(() => process.report.getReport().userLimits) || {};
  console.log(JSON.stringify({
    environment: Object.keys(process.env),
    files: folders.some(folder => works(() => readdirSync(folder))) || !!works(() => readFileSync('/etc/passwd')) || works(() => writeFileSync(join(here, 'written'), '')) !== false,
    network: Object.keys(works(networkInterfaces) || { unknown: 1 }).length > 0,
    processes: !!works(() => readFileSync(`/proc/${pid}/stat`)) || works(() => process.kill(pid, 0)) !== false,
    user: process.getuid?.() ?? -1,
    limited: ['core_file_size_blocks', 'file_size_blocks', 'data_seg_size_kbytes', 'cpu_time_seconds'].every(name => typeof limits[name]?.hard === 'number'),
  }));
});

function works(attempt) {
  try {
    return attempt();
  } catch {
    return false;
  }
}
