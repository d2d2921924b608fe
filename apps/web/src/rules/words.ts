import "../i18n/page-words.ts";
import { learn } from "../i18n/index.ts";
import { rules } from "../i18n/zh-CN/rules.ts";

/** The sentences of this room's pages. */
export const ruleWords = rules;
learn(ruleWords);
