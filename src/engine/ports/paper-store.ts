/** Where the paper exchange keeps its account, so that it survives the desk like a real one. */
export interface PaperStore {
  /** The last saved account as JSON text. */
  load(): Promise<string | undefined>;
  /** Replaces the account; on disk when the promise resolves. */
  save(account: string): Promise<void>;
}
