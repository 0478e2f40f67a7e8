// Exit code 0 when the web chat of the desk in this container answers that it is healthy.
const port = process.env.KILLZONE_WEB_PORT || "8420";
try {
  const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(4000) });
  process.exit(answer.ok ? 0 : 1);
} catch {
  process.exit(1);
}
