import { parseArgs } from "node:util";
import type { z } from "zod";

/** A mistake on the command line or in a file it names; the command prints it and ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Options and positional arguments of a command, checked by a schema whose keys are the option names.
 * Throws `UsageError` that names the option and the fix.
 */
export function parseArguments<S extends z.ZodObject>(
  argv: readonly string[],
  schema: S,
  flags: readonly string[],
): { readonly options: z.output<S>; readonly positionals: readonly string[] } {
  const known = Object.keys(schema.shape);
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: Object.fromEntries(
        known.map((name) => [
          name,
          { type: flags.includes(name) ? ("boolean" as const) : ("string" as const) },
        ]),
      ),
    });
    return { options: parsed(schema, values), positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${messageOf(error)}; known options: ${known.map((name) => `--${name}`).join(" ")}`);
  }
}

function parsed<S extends z.ZodObject>(schema: S, values: unknown): z.output<S> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw new UsageError(
    result.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`).join("\n"),
  );
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
