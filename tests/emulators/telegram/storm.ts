import { setTimeout as wait } from "node:timers/promises";
import type { StoredMessage } from "./chats.ts";
import type { startTelegramEmulator } from "./telegram-emulator.ts";

type Emulator = Awaited<ReturnType<typeof startTelegramEmulator>>;

export interface Storm {
  readonly taps: number;
  /** How many of the newest messages in each chat are tapped. */
  readonly cards: number;
  /** How often a person taps the same button. */
  readonly tapsOfEach: number;
  readonly label: string;
}

interface Hand {
  readonly userId: number;
  readonly message: StoredMessage;
}

interface Tapped extends Hand {
  readonly id: string;
}

/** As many cards are tapped by everybody at the same time. */
const CARDS_AT_ONCE = 5;
/** So many taps wait at the server; the next come when half of them are taken. */
const WAITING = 2000;
/** What was not answered so long after the last update was confirmed, is lost. */
const PATIENCE_MS = 30_000;

const APPROVED = /^Approved 1R: LONG (\S+),/;
const TOO_LATE = /^Too late: (\S+) is approved\nApproved by (\S+) at /;
const USED_UP = "This button no longer works: it was used, has expired, or is from another chat.";

/**
 * Everybody taps the same button on all copies of the newest cards, several times each and many cards at once. The bot
 * takes the taps as a chat platform hands them out: so many at a time as it asks for.
 */
export async function tapStorm(bot: Emulator, userIds: readonly number[], storm: Storm) {
  const { callbacks, updates } = bot;
  const before = callbacks.answers.length;
  const startedAt = performance.now();
  const tapped: Tapped[] = [];
  for (const hand of hands(bot, userIds, storm)) {
    tapped.push({ ...hand, id: bot.people.tap(hand.userId, hand.message, storm.label) });
    if (updates.unconfirmed >= WAITING) await bot.until(() => updates.unconfirmed < WAITING / 2);
  }
  await bot.settled();
  const isAnswered = () => callbacks.answers.length - before >= tapped.length;
  await Promise.race([bot.until(isAnswered), wait(PATIENCE_MS)]);
  return {
    ms: performance.now() - startedAt,
    samplesMs: tapped.flatMap(({ id }) => {
      const answeredMs = callbacks.answeredMs.get(id);
      return answeredMs === undefined ? [] : answeredMs - (updates.handedOutMs.get(id) ?? 0);
    }),
    inFlight: mostAtOnce(bot, tapped),
    ...truth(bot, tapped),
  };
}

/** The buttons in the order in which they are tapped. */
function* hands({ chats }: Emulator, userIds: readonly number[], { cards, taps, tapsOfEach }: Storm) {
  const copies = userIds.map((userId) => ({ userId, messages: chats.inChat(userId).slice(-cards) }));
  let count = 0;
  for (let first = 0; first < cards; first += CARDS_AT_ONCE) {
    for (let round = 0; round < tapsOfEach; round += 1) {
      for (const { userId, messages } of copies) {
        for (const message of messages.slice(first, first + CARDS_AT_ONCE)) {
          count += 1;
          if (count > taps) return;
          yield { userId, message };
        }
      }
    }
  }
}

/** The most taps that the bot had in hand and had not answered. */
function mostAtOnce({ callbacks, updates }: Emulator, tapped: readonly Tapped[]): number {
  const steps = tapped.flatMap(({ id }) => [
    { at: updates.handedOutMs.get(id) ?? 0, step: 1 },
    { at: callbacks.answeredMs.get(id) ?? Number.POSITIVE_INFINITY, step: -1 },
  ]);
  let [now, most] = [0, 0];
  for (const { step } of steps.sort((one, other) => one.at - other.at || one.step - other.step)) {
    now += step;
    most = Math.max(most, now);
  }
  return most;
}

/** What people were told, and whether it fits together. */
function truth({ callbacks, chats }: Emulator, tapped: readonly Tapped[]) {
  const winners: { symbol: string; userId: number }[] = [];
  const late: { symbol: string; name: string }[] = [];
  const isPlainlyAnswered = new Set<string>();
  let [answered, usedUp, untrue] = [0, 0, 0];
  for (const { id, userId, message } of tapped) {
    const text = callbacks.answerTo(id)?.text;
    if (text === undefined) continue;
    answered += 1;
    const button = `${userId} ${message.id}`;
    const [, symbol] = APPROVED.exec(text) ?? [];
    const [, lateSymbol, name] = TOO_LATE.exec(text) ?? [];
    if (text === USED_UP) usedUp += 1;
    if (symbol !== undefined) winners.push({ symbol, userId });
    if (lateSymbol !== undefined && name !== undefined) late.push({ symbol: lateSymbol, name });
    // Only a person's first tap on a button can use it up, and only what it was used for can be told of it then.
    if (text === USED_UP ? !isPlainlyAnswered.has(button) : isPlainlyAnswered.has(button)) untrue += 1;
    else if (text !== USED_UP && symbol === undefined && lateSymbol === undefined) untrue += 1;
    isPlainlyAnswered.add(button);
  }
  const nameOf = (userId: number | undefined) => `@${chats.users.get(userId ?? 0)?.username ?? ""}`;
  const winnerOf = new Map(winners.map(({ symbol, userId }) => [symbol, nameOf(userId)]));
  untrue += late.filter(({ symbol, name }) => winnerOf.get(symbol) !== name).length;
  return { answered, winners, tooLate: late.length, usedUp, untrue };
}
