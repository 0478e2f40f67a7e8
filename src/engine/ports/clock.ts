/** The desk's time. Replays and accelerated markets have their own; nothing else reads the machine's clock. */
export interface Clock {
  /** Epoch ms. Never goes back. */
  now(): number;
}
