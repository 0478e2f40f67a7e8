import { once } from "node:events";
import { WebSocket } from "ws";
import type { MessageView, ServerMessage } from "../../src/bot/web/protocol.ts";

type Said = Extract<MessageView["said"], { from: "desk" }>;

/** A person at the web chat of a running desk, without a browser: signs in by the link, reads, types, taps. */
export class DeskClient {
  /** Messages as they stand now, by their id. */
  readonly messages = new Map<string, MessageView>();
  private readonly socket: WebSocket;
  private readonly watchers = new Set<() => void>();
  private requests = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (text) => this.read(JSON.parse(String(text)) as ServerMessage));
  }

  static async connect(link: string): Promise<DeskClient> {
    const { origin, host, hash } = new URL(link);
    const answer = await fetch(`${origin}/session`, {
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: JSON.stringify({ secret: hash.slice(1) }),
    });
    if (!answer.ok) throw new Error(`sign-in refused: ${answer.status} ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const socket = new WebSocket(`ws://${host}/live`, { headers: { cookie, origin } });
    const client = new DeskClient(socket);
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "hello", after: 0 }));
    return client;
  }

  say(text: string): void {
    this.send({ type: "text", text });
  }

  /** Taps the first button of the message whose label fits. Throws when there is none. */
  tap(message: MessageView, label: RegExp): void {
    const button = buttonsOf(message).find((each) => label.test(each.label));
    if (button === undefined) throw new Error(`no button ${label} on ${textOf(message)}`);
    this.send({ type: "tap", message: message.id, token: button.token });
  }

  /** The newest message of the desk that fits, as soon as there is one. Rejects after `patienceMs`. */
  async until(fits: (message: MessageView) => boolean, patienceMs = 120_000): Promise<MessageView> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.watchers.delete(look);
        reject(new Error(`nothing fits within ${patienceMs} ms; last: ${this.transcript().slice(-1500)}`));
      }, patienceMs);
      const look = () => {
        const found = [...this.messages.values()].findLast(fits);
        if (found === undefined) return;
        clearTimeout(timer);
        this.watchers.delete(look);
        resolve(found);
      };
      this.watchers.add(look);
      look();
    });
  }

  transcript(): string {
    return [...this.messages.values()].map(textOf).join("\n---\n");
  }

  close(): void {
    this.socket.close();
  }

  private send(message: object): void {
    this.requests += 1;
    this.socket.send(JSON.stringify({ id: `r${this.requests}`, ...message }));
  }

  private read(message: ServerMessage): void {
    const news =
      message.type === "welcome" ? message.messages : message.type === "message" ? [message.message] : [];
    for (const each of news) this.messages.set(each.id, each);
    for (const watcher of this.watchers) watcher();
  }
}

/** Everything a message says, one block a line. */
export function textOf({ said }: MessageView): string {
  if (said.from === "person") return said.text;
  return said.blocks
    .flatMap((block) => {
      switch (block.kind) {
        case "facts":
          return block.rows.map(([label, value]) => `${label}: ${value}`);
        case "table":
          return [block.head, ...block.rows].map((row) => row.join(" | "));
        default:
          return [block.text];
      }
    })
    .join("\n");
}

export function buttonsOf({ said }: MessageView): readonly Said["buttons"][number][number][] {
  return said.from === "desk" ? said.buttons.flat() : [];
}

/** The id of the trade that a card is about. */
export function tradeIdOf(message: MessageView): string | undefined {
  return /Trade (\w{6,})/.exec(textOf(message))?.[1];
}
