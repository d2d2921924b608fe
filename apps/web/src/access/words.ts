import { learn } from "../i18n/index.ts";
import { terminals } from "../i18n/zh-CN/terminals.ts";

/** The sentences of who is signed in where. */
export const terminalWords = terminals;
learn(terminalWords);
