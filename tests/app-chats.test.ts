import { describe, expect, it } from "vitest";
import { personsOf } from "../src/app-chats.ts";
import { bootConfigSchema } from "../src/config/boot-config.ts";

const persons = (web: object) => {
  const personOf = personsOf(bootConfigSchema.parse({ chat: { web } }));
  return ["web:local", "telegram:7", "telegram:8"].map(personOf);
};

describe("the person behind a user id", () => {
  it("is the one of the Telegram account that the web chat is said to belong to", () => {
    expect(persons({ telegramId: 7 })).toEqual(["telegram:7", "telegram:7", "telegram:8"]);
  });

  it("is the id itself where nothing is said", () => {
    expect(persons({})).toEqual(["web:local", "telegram:7", "telegram:8"]);
  });
});
