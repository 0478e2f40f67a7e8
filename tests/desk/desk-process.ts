import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";

const READY = /Web chat: (http:\/\/127\.0\.0\.1:\d+\/#\S+)/;

/** A desk as a person starts it: a process of its own, with a folder of its own. */
export class DeskProcess {
  readonly dataDir = mkdtempSync(join(tmpdir(), "killzone-desk-"));
  private child: ChildProcess | undefined;
  private output = "";

  /** Starts `npm start`'s program and resolves with the link to the web chat. Rejects with its output when it ends. */
  async start(config: object = {}): Promise<string> {
    const file = join(this.dataDir, "desk.yaml");
    writeFileSync(file, stringify(config));
    this.output = "";
    const child = spawn(process.execPath, ["scripts/bootstrap.mjs", "start"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        KILLZONE_CONFIG: file,
        KILLZONE_DATA_DIR: join(this.dataDir, "data"),
        KILLZONE_WEB_PORT: "0",
        TELEGRAM_BOT_TOKEN: "",
        REDIS_URL: "",
      },
    });
    this.child = child;
    return new Promise((resolve, reject) => {
      const read = (text: string) => {
        this.output += text;
        const link = READY.exec(this.output)?.[1];
        if (link !== undefined) resolve(link);
      };
      child.stdout?.setEncoding("utf8").on("data", read);
      child.stderr?.setEncoding("utf8").on("data", read);
      child.once("exit", (code) => reject(new Error(`the desk ended with ${code}:\n${this.output}`)));
    });
  }

  /** Ends the process as a crash or a power cut would. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Ends the process as Ctrl+C does, and gives its exit code. */
  async stop(): Promise<number | null> {
    return this.end("SIGTERM");
  }

  async dispose(): Promise<void> {
    await this.end("SIGKILL");
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
    return child.exitCode;
  }
}
