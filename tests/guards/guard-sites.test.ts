import { describe, expect, it } from "vitest";
import { guardSites, luaGuardSites, mutated } from "./guard-sites.ts";

const SOURCE = `// A comment – with a dash of three bytes.
export function isGood(a: number, b: number): boolean {
  if (a > 1) return false;
  return a > 2 && b < 3 ? true : b === 4;
}
`;

describe("the guards of a source", () => {
  it("are its conditions and their operands, each broken in every way once", () => {
    const broken = guardSites(SOURCE).map((site) => [site.line, site.change, site.guard, site.replacement]);
    expect(broken).toEqual([
      [3, "removed", "a > 1", "false"],
      [3, "inverted", "a > 1", "!(a > 1)"],
      [4, "inverted", "a > 2 && b < 3", "!(a > 2 && b < 3)"],
      [4, "operand dropped", "a > 2 && b < 3", "b < 3"],
      [4, "operand dropped", "a > 2 && b < 3", "a > 2"],
    ]);
  });

  it("are found again in the next source", () => {
    guardSites(SOURCE);
    const [first] = guardSites(SOURCE);
    expect(first && mutated(SOURCE, first)).toBe(SOURCE.replace("a > 1", "false"));
  });

  it("of a Lua script are its ifs", () => {
    const lua = "const S = `–\nif redis.call('X') == 1 then return 1 end`;";
    const broken = luaGuardSites(lua).map((site) => mutated(lua, site));
    expect(broken).toEqual([
      "const S = `–\nif false then return 1 end`;",
      "const S = `–\nif not (redis.call('X') == 1) then return 1 end`;",
    ]);
  });
});
