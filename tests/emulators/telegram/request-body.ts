import type { IncomingMessage } from "node:http";
import busboy from "busboy";
import { badRequest } from "./api-error.ts";

/** Parameters of one call; files stand under the names that `attach://` refers to. */
export interface CallBody {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Buffer>;
}

export function readBody(request: IncomingMessage): Promise<CallBody> {
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readMultipart(request);
  return readJson(request, type);
}

async function readJson(request: IncomingMessage, type: string): Promise<CallBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return { fields: {}, files: new Map() };
  if (!type.startsWith("application/json")) throw badRequest("can't parse the request body");
  return { fields: JSON.parse(text) as Record<string, unknown>, files: new Map() };
}

/** Fields of a form are text; those that are JSON are read as such, like the real server does. */
function readMultipart(request: IncomingMessage): Promise<CallBody> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, unknown> = {};
    const files = new Map<string, Buffer>();
    const form = busboy({ headers: request.headers });
    form.on("field", (name, value) => {
      fields[name] = /^[[{]|^-?\d+$|^(true|false)$/.test(value) ? JSON.parse(value) : value;
    });
    form.on("file", (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => files.set(name, Buffer.concat(chunks)));
    });
    form.on("close", () => resolve({ fields, files }));
    form.on("error", reject);
    request.pipe(form);
  });
}
