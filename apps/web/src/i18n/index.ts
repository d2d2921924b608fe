import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import { batch, createSignal } from "solid-js";
import { recall, remember } from "../storage.ts";
import { fill, type Values } from "./fill.ts";
import { first } from "./first.ts";
import type { Messages } from "./zh-CN.ts";

export type MessageKey = keyof Messages;

const [language, setLanguageSignal] = createSignal<Language>("zh-CN");
let chinese: Partial<Messages> = first;
const [messages, setMessages] = createSignal<Partial<Messages>>(chinese);

export { language };

/** Switches the interface and remembers it. English is loaded only when it is asked for. */
export async function setLanguage(next: Language): Promise<void> {
	const loaded = next === "en" ? (await import("./en.ts")).en : chinese;
	batch(() => {
		setMessages(() => loaded);
		setLanguageSignal(next);
	});
	document.documentElement.lang = next;
	remember("language", next);
}

/** Takes in the Chinese sentences of a room, before its first page is drawn. English always comes whole. */
export function learn(part: Partial<Messages>): void {
	chinese = { ...chinese, ...part };
	if (language() !== "en") setMessages(() => chinese);
}

/** Brings back the remembered language. Chinese where none is remembered. */
export async function restoreLanguage(): Promise<void> {
	if (recall("language") === "en") await setLanguage("en");
}

/**
 * The sentence of this interface under `key`, with `{name}` filled from `values`. Reactive to the language.
 * The key itself where nobody has brought its sentence: a mistake is seen.
 */
export const t = (key: MessageKey, values?: Values): string => fill(messages()[key] ?? key, values);

/** The sentence of a bilingual text in the language of the interface. */
export const say = (text: Bilingual): string => (language() === "en" ? text.en : text.zh);
