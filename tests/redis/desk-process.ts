/**
 * A desk reduced to its store, as a process of its own to be killed: starts the embedded server in the folder
 * that is its argument, tells the socket and the server's pid in one line of JSON, and stays.
 */
import { startEmbeddedRedis } from "../../src/store/embedded-redis.ts";

const [dir, binary] = process.argv.slice(2);
if (dir === undefined || binary === undefined) throw new Error("usage: desk-process DIR BINARY");

try {
  const server = await startEmbeddedRedis({ dir, binary });
  process.stdout.write(`${JSON.stringify({ socketPath: server.socketPath, serverPid: server.pid })}\n`);
  process.on("SIGTERM", () => {
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
} catch (failure) {
  process.stdout.write(`${JSON.stringify({ failed: failure instanceof Error ? failure.message : "?" })}\n`);
  process.exit(3);
}
