/** Languages of the chat as BCP 47 tags, each with its file in `locales/`; the first is the source of all texts. */
export const LOCALES = ["en", "es", "ru", "de", "pt-BR", "zh-CN"] as const;
