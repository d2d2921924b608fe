import type { Bilingual, Language } from "@zhenggai/domain/kernel";
import { batch, createSignal } from "solid-js";
import { recall, remember } from "../storage.ts";
import { fill, type Values } from "./fill.ts";
import { type Messages, zhCN } from "./zh-CN.ts";

export type MessageKey = keyof Messages;

const [language, setLanguageSignal] = createSignal<Language>("zh-CN");
const [messages, setMessages] = createSignal<Messages>(zhCN);

export { language };

/** Switches the interface and remembers it. English is loaded only when it is asked for. */
export async function setLanguage(next: Language): Promise<void> {
	const loaded = next === "en" ? (await import("./en.ts")).en : zhCN;
	batch(() => {
		setMessages(() => loaded);
		setLanguageSignal(next);
	});
	document.documentElement.lang = next;
	remember("language", next);
}

/** Brings back the remembered language. Chinese where none is remembered. */
export async function restoreLanguage(): Promise<void> {
	if (recall("language") === "en") await setLanguage("en");
}

/** The sentence of this interface under `key`, with `{name}` filled from `values`. Reactive to the language. */
export const t = (key: MessageKey, values?: Values): string => fill(messages()[key], values);

/** The sentence of a bilingual text in the language of the interface. */
export const say = (text: Bilingual): string => (language() === "en" ? text.en : text.zh);
