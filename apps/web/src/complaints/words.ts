import "../i18n/form-words.ts";
import { learn } from "../i18n/index.ts";
import { complaints } from "../i18n/zh-CN/complaints.ts";

/** The sentences of this room's pages. */
export const complaintWords = complaints;
learn(complaintWords);
