import { workerData } from "node:worker_threads";

// A thread starts without the loader of TypeScript that the process has: it is told which, and what to run.
const { register } = await import(workerData.loader);
register();
await import(workerData.entry);
