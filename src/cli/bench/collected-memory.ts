/** Collects the garbage of this thread and says what it holds then, in MB. Needs `--expose-gc`. */
export function collectedMb(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}
