import { z } from "zod";
import type { Wanted } from "../../engine/ports/preferences.ts";
import { SETTING_NODES } from "../../engine/settings/setting-nodes.ts";
import type { Grade } from "../../engine/signal.ts";
import type { Card } from "../card.ts";
import { commandButton, inRows, note, titled } from "../cards/list-card.ts";
import { groupRefusal, preferenceKey } from "../people/preference-key.ts";
import type { Words } from "../texts.ts";
import { textArgument, wordArgument } from "./arguments.ts";
import { type CommandDeps, defineCommand } from "./command.ts";
import { findSymbol } from "./find-symbol.ts";

const GRADES: readonly Grade[] = ["A", "B", "C"];

/** Which trades come to this chat: by symbol, strategy and grade. */
export const filter = defineCommand({
  name: "filter",
  aliases: ["subscribe"],
  group: "configure",
  role: "viewer",
  args: z.strictObject({ by: wordArgument.optional(), values: textArgument.optional() }),
  handle: async (conversation, { by = "", values = "" }, deps) => {
    const { preferences, words } = deps;
    const refused = groupRefusal(conversation, words, words.say("filter-title"));
    if (refused !== undefined) return [refused];
    const key = preferenceKey(conversation.address);
    const { wanted = {} } = await preferences.read(key);
    const next = await changed(wanted, by.toLowerCase(), values, deps);
    if (next !== undefined) await preferences.change(key, { wanted: next });
    return [filterCard(words, next ?? wanted)];
  },
});

/** The filter with one part replaced; unset when nothing of it was understood. */
async function changed(
  wanted: Wanted,
  by: string,
  values: string,
  { control }: CommandDeps,
): Promise<Wanted | undefined> {
  const names = values.split(/[\s,]+/u).filter((name) => name !== "");
  const { symbols: _symbols, ...withoutSymbols } = wanted;
  const { strategies: _strategies, ...withoutStrategies } = wanted;
  const { grade: _grade, ...withoutGrade } = wanted;
  const isAll = names.length === 1 && names[0]?.toLowerCase() === "all";
  switch (by) {
    case "symbols": {
      const known = await control.symbols();
      const found = names.flatMap((name) => {
        const match = findSymbol(name, known);
        return match.status === "found" ? [match.symbol] : match.status === "several" ? match.symbols : [];
      });
      if (isAll) return withoutSymbols;
      return found.length === 0 ? undefined : { ...withoutSymbols, symbols: [...new Set(found)] };
    }
    case "strategies": {
      const found = strategyNames().filter((name) => names.includes(name));
      if (isAll) return withoutStrategies;
      return found.length === 0 ? undefined : { ...withoutStrategies, strategies: found };
    }
    case "grade": {
      const grade = GRADES.find((each) => each === names[0]?.toUpperCase());
      if (isAll) return withoutGrade;
      return grade === undefined ? undefined : { ...withoutGrade, grade };
    }
    default:
      return undefined;
  }
}

/** Names of strategies as signals carry them: their settings in kebab case. */
function strategyNames(): readonly string[] {
  const node = SETTING_NODES.get("strategies");
  if (node?.kind !== "section") return [];
  return node.children.map(({ path }) =>
    (path.split(".").at(-1) ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  );
}

function filterCard(words: Words, { symbols, strategies, grade }: Wanted): Card {
  const all = words.say("filter-all");
  const strategyName = (name: string) => words.say("strategy-name", { name });
  const rows = [
    [words.say("filter-symbols"), symbols?.join(", ") ?? all],
    [words.say("filter-strategies"), strategies?.map(strategyName).join(", ") ?? all],
    [words.say("filter-grade"), grade === undefined ? all : words.say("filter-grade-from", { grade })],
  ] as const;
  const strategyButtons = strategyNames().map((name) =>
    commandButton(strategyName(name), `/filter strategies ${name}`),
  );
  return titled(
    words.say("filter-title"),
    [{ kind: "facts", rows }, note(words.say("filter-hint"))],
    [
      [
        ...GRADES.map((each) => commandButton(each, `/filter grade ${each}`)),
        commandButton(all, "/filter grade all"),
      ],
      ...inRows(strategyButtons, 2),
      [
        commandButton(words.say("button-all-strategies"), "/filter strategies all"),
        commandButton(words.say("button-all-symbols"), "/filter symbols all"),
      ],
    ],
  );
}
