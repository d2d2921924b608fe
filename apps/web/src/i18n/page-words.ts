import { learn } from "./index.ts";
import { pages } from "./zh-CN/pages.ts";

/** The sentences of the smaller pages: units, inspections, rules, keys, help. */
export const pageWords = pages;
learn(pageWords);
