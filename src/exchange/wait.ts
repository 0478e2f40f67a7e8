/** Resolves after `ms` of real time, or at once when `stop` aborts; never rejects. Injected wherever time passes. */
export type Wait = (ms: number, stop: AbortSignal) => Promise<void>;

/** Waits on the machine's timers. */
export const timerWait: Wait = (ms, stop) =>
  new Promise((resolve) => {
    if (stop.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      stop.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stop.addEventListener("abort", done);
  });
