import "../i18n/form-words.ts";
import { learn } from "../i18n/index.ts";
import { closeOut } from "../i18n/zh-CN/close-out.ts";

/** The sentences of acceptance and close-out: the part of an issue's page, its forms, and the desk. */
export const closeOutWords = closeOut;
learn(closeOutWords);
