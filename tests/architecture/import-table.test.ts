import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

describe("the import table", () => {
  it("is kept by every file below src", async () => {
    const { stdout } = await run(
      process.execPath,
      ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "src", "--output-type", "json"],
      { maxBuffer: 64 * 1024 * 1024 },
    ).catch((failed: { stdout: string }) => failed);
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: Violation[]; totalCruised: number };
    };
    expect(summary.violations.map((found) => `${found.rule.name}: ${found.from} -> ${found.to}`)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(30);
  });
});
