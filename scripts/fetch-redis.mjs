import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { cachedRedisBinary, findOnPath, findRedisBinary } from "./redis-binary.mjs";

const run = promisify(execFile);

/**
 * Debian's redis-tools holds the whole server as `redis-check-rdb`, which is the server when it is started
 * under the name `redis-server`. The shell keeps the process, so signals reach the server itself.
 */
const WRAPPER = `#!/bin/sh
here=\${0%/*}
for folder in "$here"/../usr/lib/*-linux-gnu*; do
  LD_LIBRARY_PATH="$folder\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
done
export LD_LIBRARY_PATH
exec "$here/../libexec/redis-server" "$@"
`;

/**
 * Path of a Redis server that runs on this machine. On Debian and Ubuntu it is downloaded when there is none
 * and unpacked below `.cache/`, without installing a package or a service. Throws an `Error` whose message is
 * one line that says what to install.
 *
 * @param {string} root folder of the repository
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<string>}
 */
export async function ensureRedisBinary(root, env = process.env) {
  const named = env.REDIS_SERVER_BIN;
  const found = findRedisBinary(root, env);
  if (found !== undefined) return found;
  if (named) throw new Error(`REDIS_SERVER_BIN names ${named}, which is not an executable file`);
  try {
    return await unpackServer(root, env);
  } catch (cause) {
    throw new Error(`No Redis server found. ${installHint(env)}`, { cause });
  }
}

/**
 * What a person types to get a server here.
 *
 * @param {Record<string, string | undefined>} env
 */
export function installHint(env = process.env) {
  const commands = [
    ["brew", "brew install redis"],
    ["apk", "sudo apk add redis"],
    ["dnf", "sudo dnf install valkey"],
    ["apt-get", "sudo apt-get install redis-tools"],
    ["pacman", "sudo pacman -S valkey"],
    ["zypper", "sudo zypper install redis"],
  ];
  const known = commands.find(([tool]) => tool !== undefined && findOnPath(tool, env) !== undefined);
  const how = known ? `Run: ${known[1]}` : "Install Redis 6.2 or newer, or Valkey";
  return `${how} (or set REDIS_URL, or REDIS_SERVER_BIN to a server binary)`;
}

/** Builds the folder next to its place and moves it there in one step: two starts at once do no harm. */
async function unpackServer(root, env) {
  const cache = join(root, ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "redis-"));
  try {
    const installed = findOnPath("redis-check-rdb", env);
    if (installed === undefined) await downloadTools(folder, env);
    await mkdir(join(folder, "bin"));
    await mkdir(join(folder, "libexec"));
    await symlink(installed ?? "../usr/bin/redis-check-rdb", join(folder, "libexec", "redis-server"));
    await writeFile(join(folder, "bin", "redis-server"), WRAPPER);
    await chmod(join(folder, "bin", "redis-server"), 0o755);
    await verify(join(folder, "bin", "redis-server"));
    const binary = cachedRedisBinary(root);
    await moveInPlace(folder, dirname(dirname(binary)));
    await verify(binary);
    return binary;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function downloadTools(folder, env) {
  const apt = (...words) => run("apt-get", words, { cwd: folder, env, timeout: 120_000 });
  const download = async () => apt("download", "-q", ...(await missingPackages(apt)));
  // A fresh container has no package lists, an old machine stale ones.
  await download().catch(async () => {
    await apt("update", "-q");
    await download();
  });
  const files = (await readdir(folder)).filter((name) => name.endsWith(".deb"));
  for (const file of files) {
    await run("dpkg-deb", ["-x", join(folder, file), folder], { env });
    await rm(join(folder, file));
  }
}

/** redis-tools and what it needs that this system does not have; nothing is changed by asking. */
async function missingPackages(apt) {
  const { stdout } = await apt("-s", "install", "--no-install-recommends", "redis-tools");
  const names = [...stdout.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
  if (!names.includes("redis-tools")) throw new Error("apt does not offer redis-tools");
  return names.filter((name) => name === "redis-tools" || name?.startsWith("lib"));
}

async function verify(binary) {
  const { stdout } = await run(binary, ["--version"]);
  if (!/(redis|valkey) server v=/i.test(stdout)) throw new Error(`${binary} is not a Redis server`);
}

async function moveInPlace(from, to) {
  await rename(from, to).catch(async (failure) => {
    if (failure.code !== "ENOTEMPTY" && failure.code !== "EEXIST") throw failure;
    if (
      await verify(join(to, "bin", "redis-server")).then(
        () => true,
        () => false,
      )
    )
      return;
    await rm(to, { recursive: true, force: true });
    await rename(from, to);
  });
}
