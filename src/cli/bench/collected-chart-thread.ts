import { BroadcastChannel } from "node:worker_threads";
import "../../charts/pool/chart-worker.ts";
import { collectedMb } from "./collected-memory.ts";

/** Entry of a drawing thread that also collects its garbage when it is told to, and says what it holds then. */
const channel = new BroadcastChannel("collect");
channel.onmessage = () => channel.postMessage(collectedMb());
channel.unref();
