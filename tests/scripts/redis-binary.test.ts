import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureRedisBinary, installHint } from "../../scripts/fetch-redis.mjs";
import { findRedisBinary } from "../../scripts/redis-binary.mjs";

let root: string;
let tools: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kz-root-"));
  tools = join(root, "tools");
  mkdirSync(tools);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function addTool(name: string, script = "exit 0", folder = tools): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("the search for a Redis server", () => {
  it("finds none where there is none", () => {
    expect(findRedisBinary(root, { PATH: tools })).toBe(undefined);
  });

  it("takes redis-server from the search path before valkey-server", () => {
    const valkey = addTool("valkey-server");
    expect(findRedisBinary(root, { PATH: `/nowhere:${tools}` })).toBe(valkey);
    const redis = addTool("redis-server");
    expect(findRedisBinary(root, { PATH: `/nowhere:${tools}` })).toBe(redis);
  });

  it("prefers the one that REDIS_SERVER_BIN names, and takes no other when that is missing", () => {
    addTool("redis-server");
    const named = addTool("my-redis");
    expect(findRedisBinary(root, { PATH: tools, REDIS_SERVER_BIN: named })).toBe(named);
    expect(findRedisBinary(root, { PATH: tools, REDIS_SERVER_BIN: "/nowhere" })).toBe(undefined);
    expect(findRedisBinary(root, { PATH: tools, REDIS_SERVER_BIN: "" })).toBe(join(tools, "redis-server"));
  });

  it("takes the fetched one last, and no file that cannot be executed", () => {
    const cached = join(root, ".cache", "redis", "bin");
    mkdirSync(cached, { recursive: true });
    const file = addTool("redis-server", "exit 0", cached);
    writeFileSync(join(tools, "redis-server"), "not executable", { mode: 0o644 });
    expect(findRedisBinary(root, { PATH: tools })).toBe(file);
  });
});

/** A system whose apt offers a redis-tools that only knows its version. */
function pretendDebian(downloads: string): void {
  addTool("apt-get", `PATH=/usr/bin:/bin\n${downloads}`);
  addTool(
    "dpkg-deb",
    `PATH=/usr/bin:/bin
case "$2" in *redis-tools*)
  mkdir -p "$3/usr/bin"
  printf '#!/bin/sh\\necho "Redis server v=7.0.15 in $LD_LIBRARY_PATH"\\n' > "$3/usr/bin/redis-check-rdb"
  chmod +x "$3/usr/bin/redis-check-rdb";;
*) mkdir -p "$3/usr/lib/x86_64-linux-gnu";;
esac`,
  );
}

const OFFERS = `case "$1" in
-s) echo "Inst adduser (3)"; echo "Inst liblzf1 (3.6)"; echo "Inst redis-tools (7)";;
download) shift; shift; for name in "$@"; do touch "$name.deb"; done;;
esac`;

describe("fetching a Redis server", () => {
  it("unpacks Debian's tools below .cache without their installers, and finds them afterwards", async () => {
    pretendDebian(OFFERS);
    const binary = await ensureRedisBinary(root, { PATH: tools });
    expect(binary).toBe(join(root, ".cache", "redis", "bin", "redis-server"));
    expect(findRedisBinary(root, { PATH: tools })).toBe(binary);
    expect(readdirSync(join(root, ".cache"))).toEqual(["redis"]);
    expect(readdirSync(join(root, ".cache", "redis")).sort()).toEqual(["bin", "libexec", "usr"]);
  });

  it("asks for new package lists once when there are none", async () => {
    pretendDebian(`
if [ "$1" = update ]; then touch ${root}/updated; exit 0; fi
[ -e ${root}/updated ] || exit 100
${OFFERS}`);
    expect(await ensureRedisBinary(root, { PATH: tools })).toContain(".cache");
  });

  it("does no harm when two starts fetch at once", async () => {
    pretendDebian(OFFERS);
    const both = await Promise.all([
      ensureRedisBinary(root, { PATH: tools }),
      ensureRedisBinary(root, { PATH: tools }),
    ]);
    expect(both[0]).toBe(both[1]);
    expect(readdirSync(join(root, ".cache"))).toEqual(["redis"]);
  });

  it("uses an installed redis-check-rdb, which is the server under another name", async () => {
    addTool("redis-check-rdb", 'echo "Redis server v=7.0.15"');
    expect(await ensureRedisBinary(root, { PATH: tools })).toContain(".cache");
  });

  it("says in one line what to install when nothing can be fetched", async () => {
    addTool("dnf");
    await expect(ensureRedisBinary(root, { PATH: tools })).rejects.toThrow(
      /^No Redis server found\. Run: sudo dnf install valkey \(or set REDIS_URL, or REDIS_SERVER_BIN to a server binary\)$/,
    );
    expect(readdirSync(join(root, ".cache"))).toEqual([]);
  });

  it("names the binary that REDIS_SERVER_BIN points to when it is none", async () => {
    await expect(
      ensureRedisBinary(root, { PATH: tools, REDIS_SERVER_BIN: "/nowhere/redis" }),
    ).rejects.toThrow("REDIS_SERVER_BIN names /nowhere/redis, which is not an executable file");
  });

  it("knows the command of each system", () => {
    expect(installHint({ PATH: tools })).toMatch(/^Install Redis 6\.2 or newer, or Valkey/);
    addTool("apk");
    expect(installHint({ PATH: tools })).toMatch(/^Run: sudo apk add redis /);
    addTool("brew");
    expect(installHint({ PATH: tools })).toMatch(/^Run: brew install redis /);
  });
});
