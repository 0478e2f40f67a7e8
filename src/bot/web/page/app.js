import { startChat } from "./chat.js";
import { byId } from "./dom.js";
import { signIn, signOut } from "./sign-in.js";
import { loadWords, writeWords } from "./words.js";

const words = await loadWords();
writeWords(words);
byId("sign-out", HTMLButtonElement).addEventListener("click", () => void signOut());
// A link pasted into this tab changes nothing but the part after the #.
addEventListener("hashchange", () => location.reload());
await signIn(words);
startChat(words);
