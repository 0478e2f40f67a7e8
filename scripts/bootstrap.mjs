// Entry of every npm script: does the set-up that is missing, then runs the command. Plain Node, no packages.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = "", ...args] = process.argv.slice(2);

/** Command -> program in this repository that runs in this very process. */
const programs = {
  start: "src/main.ts",
  replay: "src/cli/replay.ts",
  detect: "src/cli/detect.ts",
  bench: "src/cli/bench.ts",
  faults: "src/cli/faults.ts",
  backfill: "src/cli/backfill.ts",
};

/** Command -> steps, each a child process; the first that fails ends the run. */
const suites = {
  test: () => [["vitest", ["run", ...args]]],
  "test:browser": () => [["vitest", ["run", "--config", "vitest.e2e.config.ts", ...args]]],
  check: () => [
    ["biome", ["ci", "."]],
    ["tsc", ["-p", "."]],
    ["tsc", ["-p", "src/bot/web/page"]],
    ["knip", []],
    ["vitest", ["run"]],
  ],
};

const bins = {
  vitest: "vitest/vitest.mjs",
  biome: "@biomejs/biome/bin/biome",
  tsc: "typescript/bin/tsc",
  knip: "knip/bin/knip.js",
};

/** Commands that start a Redis server of their own; `start` does so unless REDIS_URL names another. */
const needsRedis = new Set(["replay", "bench", "faults", "test", "test:browser", "check"]);

await main();

async function main() {
  requireNode();
  process.chdir(root);
  await ensurePackages();
  if (needsRedis.has(command) || (command === "start" && !process.env.REDIS_URL)) await ensureRedis();
  if (command === "test:browser") await ensureBrowser();
  if (Object.hasOwn(programs, command)) return runProgram(programs[command]);
  if (Object.hasOwn(suites, command)) return runSteps(suites[command]());
  fail(
    `unknown command "${command}"; known: ${[...Object.keys(programs), ...Object.keys(suites)].join(", ")}`,
  );
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node 20.19 or newer is needed, this is ${process.version}`);
}

async function ensurePackages() {
  if (packagesAreCurrent()) return;
  process.stderr.write("Installing packages (once) ...\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const code = await run(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    quiet: true,
  });
  if (code !== 0) fail("npm ci failed; see above");
}

/** Whether every locked package stands in node_modules at its locked version. */
function packagesAreCurrent() {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  const ignoresDev = command === "start";
  return Object.entries(locked).every(([path, entry]) => {
    if (path === "" || entry.optional || (entry.dev && ignoresDev) || entry.devOptional) return true;
    return installed[path]?.version === entry.version;
  });
}

async function ensureRedis() {
  const { ensureRedisBinary } = await import("./fetch-redis.mjs");
  try {
    process.env.REDIS_SERVER_BIN ||= await ensureRedisBinary(root);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

async function ensureBrowser() {
  const { ensureChromium } = await import("./fetch-chromium.mjs");
  const found = await ensureChromium();
  if (!found) fail("Chromium is needed for the browser test: install it or set CHROMIUM_BIN");
  process.env.CHROMIUM_BIN = found;
}

async function runProgram(file) {
  process.argv = [process.argv[0], join(root, file), ...args];
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(root, file)).href);
}

async function runSteps(steps) {
  for (const [tool, toolArgs] of steps) {
    const code = await run(process.execPath, [join(root, "node_modules", bins[tool]), ...toolArgs]);
    if (code !== 0) process.exit(code);
  }
}

/** Runs a child to its end and gives its exit code; signals of a terminal reach both. */
function run(file, fileArgs, { quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, fileArgs, { cwd: root, stdio: quiet ? ["ignore", 2, 2] : "inherit" });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
