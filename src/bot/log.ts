/** Where the chat writes what an operator should know. `pino` loggers fit. Fields never hold secrets or message texts. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
