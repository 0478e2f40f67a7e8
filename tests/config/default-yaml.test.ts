import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bootConfigSchema } from "../../src/config/boot-config.ts";
import { defaultYaml } from "../../src/config/default-yaml.ts";

const HEAD =
  "# Every setting with its default. What you leave out keeps the default; unknown keys are refused.\n";

describe("config/default.yaml", () => {
  it("holds every setting of the schema with its help", async () => {
    await expect(HEAD + defaultYaml(bootConfigSchema)).toMatchFileSnapshot("../../config/default.yaml");
  });

  it("means exactly the defaults", () => {
    const written: unknown = parse(readFileSync("config/default.yaml", "utf8"));
    expect(bootConfigSchema.parse(written)).toEqual(bootConfigSchema.parse({}));
  });
});
