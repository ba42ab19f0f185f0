// Takes a few files out of npm packages, without installing the packages: the chat alone would bring 486 MB with it.
// node fetch-web-assets.mjs <list.json> <folder that the targets are relative to>
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [list, root] = process.argv.slice(2);

for (const asset of JSON.parse(readFileSync(list, 'utf8'))) {
  const work = mkdtempSync(join(tmpdir(), 'web-assets-'));
  try {
    unpack(pack(asset, work), asset, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// The registry is whichever npm is set up with; the integrity below says whether it gave the right thing.
function pack({ package: name, version, integrity }, work) {
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', ['pack', `${name}@${version}`, '--pack-destination', work, '--silent'],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: windows });
  const archive = join(work, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  const [algorithm, expected] = [integrity.slice(0, integrity.indexOf('-')), integrity.slice(integrity.indexOf('-') + 1)];
  const actual = createHash(algorithm).update(readFileSync(archive)).digest('base64');
  if (actual !== expected) {
    throw new Error(`${name}@${version} is not the pinned one: its ${algorithm} is ${actual}, not ${expected}`);
  }
  return archive;
}

function unpack(archive, { target, files }, work) {
  execFileSync('tar', ['-xzf', archive, '-C', work, ...Object.keys(files).map(file => `package/${file}`)]);
  const folder = join(root, target);
  mkdirSync(folder, { recursive: true });
  for (const [source, name] of Object.entries(files)) {
    // Copied beside its place, then renamed: a build running at the same time sees the whole file or none.
    const part = join(folder, `.${name}.${randomUUID()}`);
    copyFileSync(join(work, 'package', source), part);
    renameSync(part, join(folder, name));
  }
}
