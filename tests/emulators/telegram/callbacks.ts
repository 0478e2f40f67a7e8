import { badRequest } from "./api-error.ts";
import type { CallBody } from "./request-body.ts";

/** The real server forgets a callback query after about this long. */
const LIFETIME_MS = 150_000;
const MAX_ANSWER = 200;

export interface CallbackAnswer {
  readonly callbackId: string;
  readonly text: string;
  readonly alert: boolean;
}

/** Taps that wait for their answer. */
export class Callbacks {
  readonly answers: CallbackAnswer[] = [];
  /** When each tap was answered, by its id; ms of the machine's own clock. */
  readonly answeredMs = new Map<string, number>();
  private readonly open = new Map<string, number>();
  private readonly byId = new Map<string, CallbackAnswer>();

  answerTo(callbackId: string): CallbackAnswer | undefined {
    return this.byId.get(callbackId);
  }

  begin(callbackId: string, at: number): void {
    this.open.set(callbackId, at);
  }

  answer({ fields }: CallBody, now: number): true {
    const callbackId = String(fields.callback_query_id);
    const text = typeof fields.text === "string" ? fields.text : "";
    if (text.length > MAX_ANSWER) throw badRequest("MESSAGE_TOO_LONG");
    const begun = this.open.get(callbackId);
    if (begun === undefined || now - begun > LIFETIME_MS) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    this.open.delete(callbackId);
    const answer = { callbackId, text, alert: fields.show_alert === true };
    this.answers.push(answer);
    this.answeredMs.set(callbackId, performance.now());
    this.byId.set(callbackId, answer);
    return true;
  }
}
