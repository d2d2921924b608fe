import { createSignal } from "solid-js";
import { recall, remember } from "../storage.ts";

export type Theme = "system" | "light" | "dark";
export type Density = "compact" | "normal" | "roomy";

const themeOf = (text: string | null): Theme => (text === "light" || text === "dark" ? text : "system");
const densityOf = (text: string | null): Density =>
	text === "compact" || text === "roomy" ? text : "normal";

const [theme, setThemeSignal] = createSignal<Theme>(themeOf(recall("theme")));
const [density, setDensitySignal] = createSignal<Density>(densityOf(recall("density")));
const [large, setLargeSignal] = createSignal(recall("large") === "true");

const [together, setTogetherSignal] = createSignal(recall("together") !== "false");

export { density, large, theme, together };

const systemDark = () => window.matchMedia("(prefers-color-scheme: dark)");

function paint(): void {
	const dark = theme() === "dark" || (theme() === "system" && systemDark().matches);
	document.documentElement.dataset.theme = dark ? "dark" : "light";
	document.documentElement.dataset.large = String(large());
}

export function setTheme(next: Theme): void {
	setThemeSignal(next);
	remember("theme", next);
	paint();
}

export function setDensity(next: Density): void {
	setDensitySignal(next);
	remember("density", next);
}

/** 大字模式: larger letters everywhere. */
export function setLarge(next: boolean): void {
	setLargeSignal(next);
	remember("large", String(next));
	paint();
}

/** 同步滚动: a reading and its source scroll together. */
export function setTogether(next: boolean): void {
	setTogetherSignal(next);
	remember("together", String(next));
}

/** Paints the page as remembered and follows the system's own switch. */
export function startPreferences(): void {
	paint();
	systemDark().addEventListener("change", paint);
}
