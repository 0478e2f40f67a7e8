const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
/** Lower-case letters and digits without i, l, o and u, which people mistake for others (Crockford). */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * 64 bit hash of a text: FNV-1a over its UTF-16 bytes, then the finaliser of MurmurHash3, because the high bits
 * of FNV hardly mix for short texts. Not for secrets.
 */
export function hash64(text: string): bigint {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = wrapped((hash ^ BigInt(unit & 0xff)) * PRIME);
    hash = wrapped((hash ^ BigInt(unit >> 8)) * PRIME);
  }
  hash = wrapped((hash ^ (hash >> 33n)) * 0xff51afd7ed558ccdn);
  hash = wrapped((hash ^ (hash >> 33n)) * 0xc4ceb9fe1a85ec53n);
  return hash ^ (hash >> 33n);
}

/** The first `length` (at most 12) base32 characters of the text's hash, 5 bits each, highest bits first. */
export function hashText(text: string, length: number): string {
  const hash = hash64(text);
  let characters = "";
  for (let index = 0; index < length; index += 1) {
    characters += ALPHABET[Number((hash >> BigInt(59 - 5 * index)) & 31n)] ?? "";
  }
  return characters;
}

function wrapped(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}
