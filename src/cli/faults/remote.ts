import { DeskError, type ErrorCode } from "../../engine/errors.ts";
import type { MovedClock } from "./moved-clock.ts";

interface Call {
  readonly kind: "call";
  readonly id: number;
  readonly now: number;
  readonly port: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

interface Answer {
  readonly kind: "answer";
  readonly id: number;
  readonly now: number;
  readonly value?: unknown;
  readonly fault?: { readonly code: ErrorCode | undefined; readonly text: string };
}

type Message = Call | Answer;

/**
 * Calls between two processes over the channel that Node gives a child. Every message carries the run's time.
 * A call whose other side dies is never answered.
 */
export class Remote {
  private readonly clock: MovedClock;
  private readonly send: (message: Message) => void;
  private readonly ports: Readonly<Record<string, object>>;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private calls = 0;

  constructor(clock: MovedClock, send: (message: object) => void, ports: Readonly<Record<string, object>>) {
    this.clock = clock;
    this.send = send;
    this.ports = ports;
  }

  /** A port of the other side. Its plain values are given here: only methods travel. */
  port<T extends object>(port: string, values: Partial<T> = {}): T {
    return new Proxy(values as T, {
      get: (target, property) => {
        if (property === "then" || Object.hasOwn(target, property)) return Reflect.get(target, property);
        return (...args: unknown[]) => this.call(port, String(property), args);
      },
    });
  }

  /** Takes a message of the other side. */
  async receive(message: Message): Promise<void> {
    this.clock.set(message.now);
    if (message.kind === "call") return this.answer(message);
    this.waiting.get(message.id)?.(message);
    this.waiting.delete(message.id);
  }

  private call(port: string, method: string, args: readonly unknown[]): Promise<unknown> {
    this.calls += 1;
    const id = this.calls;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ value, fault }) => {
        if (fault === undefined) resolve(value);
        else reject(fault.code === undefined ? new Error(fault.text) : new DeskError(fault.code));
      });
      this.send({ kind: "call", id, now: this.clock.now(), port, method, args });
    });
  }

  private async answer({ id, port, method, args }: Call): Promise<void> {
    try {
      const target = this.ports[port] ?? {};
      const value = await Reflect.get(target, method).apply(target, args);
      this.send({ kind: "answer", id, now: this.clock.now(), value });
    } catch (error) {
      const code = error instanceof DeskError ? error.code : undefined;
      this.send({ kind: "answer", id, now: this.clock.now(), fault: { code, text: String(error) } });
    }
  }
}
