import { describe, expect, it } from "vitest";
import { decodeBase32, stepOfCode, totpCode, totpStep } from "../../../src/jobs/live/totp.ts";

/** The secret of the test vectors in RFC 4226 and RFC 6238: the ASCII text `12345678901234567890`. */
const SECRET = Buffer.from("12345678901234567890", "ascii");

describe("one-time codes", () => {
  it.each([
    [0, "755224"],
    [1, "287082"],
    [2, "359152"],
    [9, "520489"],
  ])("of counter %i are those of RFC 4226, appendix D", (counter, code) => {
    expect(totpCode(SECRET, counter)).toBe(code);
  });

  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at %i s end like those of RFC 6238, appendix B", (seconds, code) => {
    expect(totpCode(SECRET, totpStep(seconds * 1000))).toBe(code);
  });

  it("are taken one step early or late and no further", () => {
    const now = 1_111_111_111_000;
    const step = totpStep(now);
    const taken = [-2, -1, 0, 1, 2].map((drift) => stepOfCode(SECRET, totpCode(SECRET, step + drift), now));
    expect(taken).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it.each(["", "28708", "2870820", "287 082", "２８７０８２", "__proto__"])("are not taken as %j", (code) => {
    expect(stepOfCode(SECRET, code, 59_000)).toBeUndefined();
  });
});

describe("base32", () => {
  it.each([
    ["MZXW6YTBOI======", "foobar"],
    ["mzxw 6ytb", "fooba"],
    ["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "12345678901234567890"],
  ])("reads %s", (text, expected) => {
    expect(Buffer.from(decodeBase32(text)).toString("ascii")).toBe(expected);
  });

  it("refuses what is none", () => {
    expect(() => decodeBase32("MZXW0")).toThrow(RangeError);
  });
});
