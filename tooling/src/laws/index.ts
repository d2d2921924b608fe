import { codeLaws } from "./code-laws.ts";
import { importLaws } from "./import-laws.ts";
import type { Breach, Law } from "./law.ts";
import { type Source, sourceOf } from "./source.ts";

export const LAWS: readonly Law[] = [...importLaws, ...codeLaws];

export type Finding = Breach & { readonly path: string; readonly law: Law };

/** What a file breaks, of all laws. */
export const judge = (source: Source): Finding[] =>
	LAWS.flatMap((law) => law.check(source).map((breach) => ({ ...breach, path: source.path, law })));

export const judgeText = (path: string, text: string): Finding[] => judge(sourceOf(path, text));
