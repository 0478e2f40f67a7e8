import { setTimeout as wait } from "node:timers/promises";
import type { StoredMessage } from "../emulators/telegram/chats.ts";
import type { TelegramEmulator } from "../emulators/telegram/telegram-emulator.ts";

const WIDTH = 110;
const PATIENCE_MS = 40_000;

/**
 * What one person does in a private chat and what the bot made of it there, by the server's own books: each message
 * that is new or reads differently, with the method that wrote it last. Of a message that was edited only the lines
 * that are new; buttons only when they changed.
 */
export class TelegramTranscript {
  readonly lines: string[] = [];
  private readonly emulator: TelegramEmulator;
  private readonly person: { readonly id: number; readonly name: string };
  private readonly seen = new Map<number, StoredMessage>();
  /** Texts of the messages as they stood when the step began. */
  private before: ReadonlyMap<number, string> = new Map();

  constructor(emulator: TelegramEmulator, person: { readonly id: number; readonly name: string }) {
    this.emulator = emulator;
    this.person = person;
  }

  get messages(): readonly StoredMessage[] {
    return this.emulator.chats.inChat(this.person.id);
  }

  /** The newest message whose text has all of it. Throws when there is none. */
  message(...texts: readonly string[]): StoredMessage {
    const found = this.find(...texts);
    if (found === undefined) throw new Error(`no message with ${texts.join(", ")}`);
    return found;
  }

  async say(text: string, ...until: readonly string[]): Promise<void> {
    this.begin(`${this.person.name}: ${text}`);
    this.emulator.people.say(this.person.id, this.person.id, text);
    await this.told(...until);
  }

  /** Taps and waits until messages have all of `until`, as in every step: texts that were not there before it. */
  async tap(message: StoredMessage, label: string, ...until: readonly string[]): Promise<void> {
    this.begin(`${this.person.name}: taps [${label}] on #${message.id}`);
    const id = this.emulator.people.tap(this.person.id, message, label);
    await this.emulator.until(() => this.emulator.callbacks.answerTo(id) !== undefined);
    const { text = "" } = this.emulator.callbacks.answerTo(id) ?? {};
    if (text !== "") this.lines.push(`    answerCallbackQuery  ${text}`);
    await this.told(...until);
  }

  /** Something happens in the market. */
  async happens(what: string, act: () => Promise<void>, ...until: readonly string[]): Promise<void> {
    this.begin(`market: ${what}`);
    await act();
    await this.told(...until);
  }

  private begin(step: string): void {
    this.lines.push(step);
    this.before = new Map(this.messages.map(({ id, text }) => [id, text]));
  }

  private find(...texts: readonly string[]): StoredMessage | undefined {
    return this.messages.findLast(({ text }) => texts.every((each) => text.includes(each)));
  }

  /** Waits for each of the texts, in whichever message it comes. One that the message had before does not count. */
  private async told(...until: readonly string[]): Promise<void> {
    const hasCome = (each: string) =>
      this.messages.some(({ id, text }) => text.includes(each) && !this.before.get(id)?.includes(each));
    const isThere = () => until.every(hasCome);
    await Promise.race([this.emulator.until(isThere), this.never(until)]);
    await this.emulator.settled();
    for (const message of this.messages) this.tell(message);
    this.lines.push("");
  }

  /** Rejects after a while with what was there instead. */
  private async never(wanted: readonly string[]): Promise<never> {
    await wait(PATIENCE_MS, undefined, { ref: false });
    const texts = this.messages.map(({ id, text }) => `#${id} ${text}`).slice(-3);
    throw new Error([`no message with ${wanted.join(", ")}; last:`, ...texts].join("\n"));
  }

  private tell(message: StoredMessage): void {
    const before = this.seen.get(message.id);
    const [text, buttons] = [message.text, buttonsOf(message)];
    if (before?.text === text && buttonsOf(before) === buttons) return;
    this.seen.set(message.id, message);
    const method = before === undefined ? this.sentBy(message) : this.editedBy(message);
    this.lines.push(`    ${method}  #${message.id}`);
    const known = before?.text.split("\n") ?? [];
    const fresh = text.split("\n").filter((line) => line.trim() !== "" && !known.includes(line));
    this.lines.push(...fresh.map((line) => `        ${shortened(line)}`));
    if (buttons !== (before === undefined ? "" : buttonsOf(before)))
      this.lines.push(`        ${buttons || "no buttons any more"}`);
  }

  private sentBy({ photo }: StoredMessage): string {
    return photo === undefined ? "sendMessage" : "sendPhoto";
  }

  private editedBy({ id }: StoredMessage): string {
    const { method = "" } =
      this.emulator.calls.findLast(({ fields }) => Number(fields.message_id) === id) ?? {};
    return method;
  }
}

function buttonsOf({ markup }: StoredMessage): string {
  return markup.inline_keyboard.map((row) => row.map(({ text }) => `[${text}]`).join(" ")).join(" / ");
}

function shortened(line: string): string {
  return line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1)}…`;
}
