import { spawn } from "node:child_process";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export type ProcessCommand = { readonly do: string } & Readonly<Record<string, unknown>>;

/** A process of its own that does what it is told over its control address. */
export interface ToldProcess {
  /** Throws when the process does not know the command. */
  tell(command: ProcessCommand): Promise<unknown>;
  stop(): Promise<void>;
}

const urlsSchema = z.object({ controlUrl: z.url() });

/** Starts `entry`; it ends with this process, because it reads its standard input to the end. */
export async function startToldProcess(entry: string, ...words: readonly string[]): Promise<ToldProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", entry, ...words], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const line = await Promise.race([firstLine(child.stdout), ended]);
  if (typeof line !== "string") throw new Error(`${entry} ended before it listened`);
  const { controlUrl } = urlsSchema.parse(JSON.parse(line));
  return {
    tell: async (command) => {
      const { ok, text } = await post(controlUrl, JSON.stringify(command));
      if (!ok) throw new Error(`${command.do}: ${text}`);
      return JSON.parse(text);
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Waits for the answer however long the command takes; `fetch` would give up after five minutes. */
async function post(url: string, body: string): Promise<{ readonly ok: boolean; readonly text: string }> {
  const sent = request(url, { method: "POST", agent: false });
  sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  let text = "";
  for await (const part of answer.setEncoding("utf8")) text += String(part);
  return { ok: answer.statusCode === 200, text };
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  const [line] = await once(createInterface({ input: output }), "line");
  return String(line);
}
