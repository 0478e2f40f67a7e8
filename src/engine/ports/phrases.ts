import type { Phrase } from "../signal.ts";

/** For whom words are written and pictures drawn. */
export interface Reader {
  /** BCP 47 tag of the texts. */
  readonly locale: string;
  /** IANA zone of the reader. */
  readonly timeZone: string;
  /** Cards of trades come without scores and reasons. */
  readonly brief?: boolean;
}

/** The words of a phrase for a reader, for what is written inside of pictures. Implemented below `bot`. Never throws. */
export type WritePhrase = (reader: Reader, phrase: Phrase) => string;
