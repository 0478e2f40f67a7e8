import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GuardSite, guardSites, luaGuardSites, mutated } from "./guard-sites.ts";

/**
 * Breaks one guard after the other in copies of the desk and runs the tests that should notice.
 * `npx tsx tests/guards/remove-guards.ts [part of a path] [quick]` prints the table of docs/guards.md.
 */

const ROOT = new URL("../../", import.meta.url).pathname;
const COPIES = Number(process.env.GUARD_COPIES ?? 2);
/** `quick` leaves the property tests out: its survivors are more than there are. */
const IS_QUICK = process.argv.includes("quick");
const TIMEOUT_MS = 120_000;

interface Target {
  readonly path: string;
  readonly sites: (source: string) => readonly GuardSite[];
  readonly tests: readonly string[];
  /** Run only when the others noticed nothing. */
  readonly slowTests?: readonly string[];
}

/** Quick ones; the property tests look at what they let through. */
const TRADE_TESTS = [
  "apply",
  "apply-fill",
  "apply-management",
  "apply-proposal",
  "approval-step",
  "contradictions",
  "closing",
  "order-news",
  "moved-stop",
].map((name) => `tests/engine/trade/${name}.test.ts`);
const SLOW_TRADE_TESTS = ["tests/engine/trade"];
const LEDGER_TESTS = ["tests/store/redis-ledger.test.ts", "tests/store/redis-audit.test.ts"];

const TARGETS: readonly Target[] = [
  ...["apply", "apply-fill", "apply-order", "apply-management", "state-from-facts", "approval-step"].map(
    (name) => ({
      path: `src/engine/trade/${name}.ts`,
      sites: guardSites,
      tests: TRADE_TESTS,
      slowTests: SLOW_TRADE_TESTS,
    }),
  ),
  { path: "src/store/ledger-scripts.ts", sites: luaGuardSites, tests: LEDGER_TESTS },
  { path: "src/store/audit-script.ts", sites: luaGuardSites, tests: LEDGER_TESTS },
  { path: "src/store/redis-buttons.ts", sites: luaGuardSites, tests: ["tests/store/redis-stores.test.ts"] },
  {
    path: "src/exchange/ccxt/order-errors.ts",
    sites: guardSites,
    tests: ["tests/exchange/ccxt/order-errors.test.ts"],
  },
  {
    path: "src/exchange/ccxt/send-orders.ts",
    sites: guardSites,
    tests: [
      "send-orders",
      "binance/binance-orders",
      "bybit/bybit-orders",
      "binance/binance-start",
      "sent-too-late",
      "spot/spot-orders",
    ].map((name) => `tests/exchange/ccxt/${name}.test.ts`),
  },
  ...["unknown-orders", "reconciliation"].map((name) => ({
    path: `src/jobs/${name}.ts`,
    sites: guardSites,
    tests: [`tests/jobs/${name}.test.ts`],
  })),
];

interface Verdict {
  readonly path: string;
  readonly site: GuardSite;
  readonly isNoticed: boolean;
}

async function main(wanted: string): Promise<void> {
  const targets = TARGETS.filter(({ path }) => path.includes(wanted));
  const jobs = targets.flatMap((target) => {
    const source = readFileSync(join(ROOT, target.path), "utf8");
    return target.sites(source).map((site) => ({ target, source, site }));
  });
  const verdicts: Verdict[] = [];
  await Promise.all(
    Array.from({ length: COPIES }, async () => {
      const copy = copyOfDesk();
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        const file = join(copy, job.target.path);
        writeFileSync(file, mutated(job.source, job.site));
        const { tests, slowTests } = job.target;
        const isNoticed =
          !(await testsPass(copy, tests)) ||
          (slowTests !== undefined && !IS_QUICK && !(await testsPass(copy, slowTests)));
        writeFileSync(file, job.source);
        verdicts.push({ path: job.target.path, site: job.site, isNoticed });
        if (!isNoticed) process.stderr.write(`survived: ${describe(job.target.path, job.site)}\n`);
      }
      rmSync(copy, { recursive: true, force: true });
    }),
  );
  process.stdout.write(table(targets, verdicts));
}

function copyOfDesk(): string {
  const copy = mkdtempSync(join(tmpdir(), "guards-"));
  for (const part of [
    "src",
    "tests",
    "locales",
    "config",
    "package.json",
    "tsconfig.json",
    "vitest.config.ts",
  ])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** A run that hangs has noticed, too: a person would. */
function testsPass(cwd: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join(cwd, "node_modules/vitest/vitest.mjs");
  const run = spawn(
    process.execPath,
    [vitest, "run", "--bail", "1", "--no-isolate", "--maxWorkers", "1", ...tests],
    {
      cwd,
      env: { ...process.env, KZ_SEQUENCES: "300" },
      stdio: "ignore",
    },
  );
  const timer = setTimeout(() => run.kill("SIGKILL"), TIMEOUT_MS);
  return new Promise((resolve) => {
    run.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

function table(targets: readonly Target[], verdicts: readonly Verdict[]): string {
  const rows = targets.map(({ path }) =>
    row(
      path,
      verdicts.filter((verdict) => verdict.path === path),
    ),
  );
  const survivors = verdicts
    .filter(({ isNoticed }) => !isNoticed)
    .map(({ path, site }) => `- ${describe(path, site)}`);
  const head = ["| file | broken | noticed | |", "|---|---|---|---|"];
  return `${[...head, ...rows, row("together", verdicts), "", ...survivors].join("\n")}\n`;
}

function row(name: string, verdicts: readonly Verdict[]): string {
  const noticed = verdicts.filter(({ isNoticed }) => isNoticed).length;
  const share = verdicts.length === 0 ? 100 : (100 * noticed) / verdicts.length;
  return `| ${name} | ${verdicts.length} | ${noticed} | ${share.toFixed(1)} % |`;
}

function describe(path: string, { line, change, guard, replacement }: GuardSite): string {
  const became = change === "operand dropped" ? ` to \`${replacement}\`` : "";
  return `${path}:${line} \`${guard.replaceAll(/\s+/g, " ")}\` ${change}${became}`;
}

await main(process.argv.slice(2).find((word) => word !== "quick") ?? "");
