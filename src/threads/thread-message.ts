/** One piece of work for a thread. */
export interface ThreadOrder<Work> {
  readonly id: number;
  readonly work: Work;
}

/** Tells a thread that nothing comes any more. */
export const END = "end";

/** What a thread says: that it is warm, or how an order ended. */
export type ThreadMessage<Answer> =
  | { readonly type: "ready" }
  | { readonly type: "done"; readonly id: number; readonly answer: Answer }
  | { readonly type: "failed"; readonly id: number; readonly error: unknown };
