import { learn } from "./index.ts";
import { actions } from "./zh-CN/actions.ts";
import { detail } from "./zh-CN/detail.ts";

/** The sentences of pages of one thing and of the forms of what can be done with it: none of them is on the first page. */
export const formWords = { ...actions, ...detail };
learn(formWords);
