import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { StoredMessage } from "./chats.ts";
import { tapStorm } from "./storm.ts";
import { startTelegramEmulator } from "./telegram-emulator.ts";

const commandSchema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("where") }),
  z.strictObject({ do: z.literal("join"), ids: z.array(z.int()) }),
  z.strictObject({ do: z.literal("tap"), userId: z.int(), label: z.string() }),
  z.strictObject({ do: z.literal("say"), userId: z.int(), text: z.string() }),
  z.strictObject({
    do: z.literal("storm"),
    taps: z.int(),
    cards: z.int(),
    tapsOfEach: z.int(),
    label: z.string(),
  }),
  z.strictObject({ do: z.literal("flood"), updates: z.int(), texts: z.array(z.string()) }),
]);

type Command = z.output<typeof commandSchema>;
type Emulator = Awaited<ReturnType<typeof startTelegramEmulator>>;

/** In a flood only each tenth update is a text; so many wait at a time. */
const TEXT_EVERY = 10;
const PORTION = 500;

/**
 * `node --import tsx tests/emulators/telegram/main.ts`: the Bot API server as a process of its own, and the people
 * in it. Prints `{controlUrl}` as one line; commands are posted there as JSON. Ends when its standard input does.
 */
const emulator = await startTelegramEmulator();
const userIds: number[] = [];

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    obey(emulator, Buffer.concat(chunks).toString("utf8"))
      .then((answer) => response.end(JSON.stringify(answer)))
      .catch((error: unknown) => response.writeHead(400).end(JSON.stringify({ error: String(error) })));
  });
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ controlUrl: `http://127.0.0.1:${port}` })}\n`);
});
process.stdin.resume().on("end", () => process.exit(0));

async function obey(bot: Emulator, text: string): Promise<object> {
  const command: Command = commandSchema.parse(JSON.parse(text));
  switch (command.do) {
    case "where":
      return { apiRoot: bot.apiRoot };
    case "join":
      for (const id of command.ids) bot.people.join(id, `user${id}`);
      userIds.push(...command.ids);
      return {};
    case "tap":
      return tap(bot, command);
    case "say":
      return say(bot, command);
    case "storm":
      return tapStorm(bot, userIds, command);
    case "flood":
      return flood(bot, command);
  }
}

/** From the tap on the newest card to the answer that ends the wait at the button. */
async function tap({ chats, people, callbacks, until }: Emulator, command: Command & { do: "tap" }) {
  const message = chats.inChat(command.userId).at(-1) ?? nobody();
  const startedAt = performance.now();
  const id = people.tap(command.userId, message, command.label);
  await until(() => callbacks.answerTo(id) !== undefined);
  return { ms: performance.now() - startedAt, text: callbacks.answerTo(id)?.text ?? "" };
}

/** From the text to the first message that answers it. */
async function say({ chats, people, until }: Emulator, { userId, text }: Command & { do: "say" }) {
  const before = chats.newestId(userId);
  const startedAt = performance.now();
  people.say(userId, userId, text);
  await until(() => chats.newestId(userId) !== before);
  return { ms: performance.now() - startedAt };
}

/** Old taps and texts, a portion at a time. */
async function flood(bot: Emulator, { updates, texts }: Command & { do: "flood" }) {
  const cards = userIds.map((userId) => bot.chats.inChat(userId)[0]);
  for (let count = 0; count < updates; count += 1) {
    const at = count % userIds.length;
    const userId = userIds[at] ?? 0;
    const text = texts[Math.floor(count / TEXT_EVERY) % texts.length] ?? "";
    const card: StoredMessage = cards[at] ?? nobody();
    if (count % TEXT_EVERY === 0) bot.people.say(userId, userId, text);
    else bot.people.tapToken(userId, card, `old-${count}`);
    if (count % PORTION === PORTION - 1) await bot.settled();
  }
  await bot.settled();
  return { updates };
}

function nobody(): never {
  throw new Error("nobody has joined, or no card was sent");
}
